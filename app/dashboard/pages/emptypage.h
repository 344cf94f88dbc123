// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

namespace genauth {

class TextLabel;
class Theme;

/** What the window shows while there is no pool to show: why, and what would be here. */
class EmptyPage final : public QScrollArea
{
    Q_OBJECT

public:
    enum class Reason {
        NoPool, ///< no pool is connected
        DemoStarting,
        DemoFailed, ///< the sandbox did not start
    };

    explicit EmptyPage(const Theme &theme, QWidget *parent = nullptr);

    void setReason(Reason reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    TextLabel *m_headline;
    TextLabel *m_advice;
    Reason m_reason = Reason::NoPool;
};

} // namespace genauth
