// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace genauth {

/** How many columns of a terminal this text takes: wide characters two, combining ones none. It
 *  goes by the blocks of Unicode alone, since a locale "C" knows no widths. */
[[nodiscard]] qsizetype terminalWidth(const QString &text);

/** Rows of cells as lines with columns below each other, two blanks between them, no blanks at the
 *  end of a line. The first row is the titles. */
class TextTable
{
public:
    explicit TextTable(const QStringList &titles);

    void addRow(const QStringList &cells);
    /** The lines, each with its end. `before`, one for each row and the titles, and `after` are
     * what colours the first cell: they stand around it, and take no room. */
    [[nodiscard]] QString lines(const QStringList &before, const QString &after) const;

private:
    QList<QStringList> m_rows;
};

} // namespace genauth
