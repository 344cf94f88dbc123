// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace genauth::test {

/** Beats while the event loop turns; tells how long it did not. */
class Heartbeat
{
public:
    Heartbeat();

    /** Milliseconds of the longest turn so far, the one that is not over yet included. */
    [[nodiscard]] qint64 longestTurn() const;

private:
    QTimer m_timer;
    QElapsedTimer m_lastBeat;
    qint64 m_longest = 0;
};

} // namespace genauth::test
