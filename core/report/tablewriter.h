// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace genauth {

/** Rows as CSV: RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets guess another
 *  encoding. Every cell is text: one that a spreadsheet would take for a formula (its first
 *  character is =, +, -, @, a tab or a line's end, blanks before it aside) has an apostrophe before
 *  it, negative numbers excepted. */
[[nodiscard]] QByteArray tableAsCsv(const QList<QStringList> &rows);

} // namespace genauth
