// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace genauth {

class Theme;

/** A line around a widget while it has the keyboard, for widgets whose style shows nothing of it.
 *  Belongs to the widget, lies above what is in it, and lets the mouse through. */
class FocusRing final : public QWidget
{
    Q_OBJECT

public:
    FocusRing(QWidget &around, const Theme &theme);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace genauth
