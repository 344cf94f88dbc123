// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace genauth::test {

/** Turns every logging category on and collects all that is logged, from any thread, until it is
 *  destroyed. Meanwhile nothing reaches Qt Test, so warnings do not fail the test. One at a time.
 */
class LogCapture
{
public:
    LogCapture();
    ~LogCapture();
    Q_DISABLE_COPY_MOVE(LogCapture)

    /** One line per message: category, then text. */
    [[nodiscard]] QByteArray text() const;
    /** Of these only the warnings, and what is worse. */
    [[nodiscard]] QByteArray warnings() const;

private:
    QtMessageHandler m_before;
};

} // namespace genauth::test
