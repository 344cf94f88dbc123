// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QGridLayout;
class QMainWindow;

namespace genauth {

class ReadingArea;
class TextLabel;
class Theme;

/** Every action of the window that has a key, and the key; read off the actions themselves. */
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    /** `window` is the parent, whose actions are listed. */
    ShortcutsDialog(QMainWindow &window, const Theme &theme);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QMainWindow &m_window;
    const Theme &m_theme;
    QWidget *m_content;
    QGridLayout *m_grid;
    ReadingArea *m_area;
    QList<TextLabel *> m_labels; ///< by turns the keys and what they do
};

} // namespace genauth
