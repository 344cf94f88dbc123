// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/session.h"

#include <QScrollArea>

namespace genauth {

class Button;
class TextLabel;
class Theme;

/** What the window shows while there is no pool to show: what would be here, and the two ways on.
 */
class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(const Theme &theme, QWidget *parent = nullptr);

    /** Any state without pools: Empty, DemoStarting, DemoFailed. */
    void setState(Session::State state);
    /** Puts the keyboard on the first way on. */
    void focusFirstButton();

signals:
    void connectRequested();
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    TextLabel *m_headline;
    TextLabel *m_advice;
    Button *m_connectButton;
    Button *m_demoButton;
    TextLabel *m_note;
    Session::State m_state = Session::State::Empty;
};

} // namespace genauth
