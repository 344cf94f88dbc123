// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

class QDialog;

namespace genauth {

/** What is read in a dialog: as large as its content where the dialog's window leaves the room,
 * else it scrolls, by the arrow keys too. */
class ReadingArea final : public QScrollArea
{
    Q_OBJECT

public:
    /** Takes the content over. Call fit() when that has its words. */
    ReadingArea(QWidget *content, QDialog &dialog);

    /** Gives the dialog the size that its content wants, but never more than the window it belongs
     *  to has: that one fits the screen. */
    void fit();

private:
    QDialog &m_dialog;
};

} // namespace genauth
