// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QAction;

namespace genauth {

class Theme;

/** A line for words that rows of a view must hold. Ctrl+F, anywhere in the window while this is
 *  seen, brings the keyboard here; Return, the arrow down and Escape give it to the rows, Escape
 *  after it has taken the words away. */
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Theme &theme, QWidget *parent = nullptr);

signals:
    /** The keyboard is to go to the rows. */
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    void retranslate();

    const Theme &m_theme;
    QAction *m_findAction;
};

} // namespace genauth
