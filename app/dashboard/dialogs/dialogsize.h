// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QFontMetrics>

namespace genauth {

/** A dialog's size in heights of a line, for larger type; never larger than the window it belongs
 *  to, which fits the screen. */
[[nodiscard]] inline QSize sizeInLines(const QDialog &dialog, QSize lines)
{
    const QSize usual = lines * dialog.fontMetrics().height();
    const QWidget *parent = dialog.parentWidget();
    return parent ? usual.boundedTo(parent->window()->size()) : usual;
}

} // namespace genauth
