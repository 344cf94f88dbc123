// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace genauth {

/** Before a file's first character it tells a spreadsheet the encoding, which it would guess
 *  otherwise; other programs take it for a part of the first cell. */
enum class ByteOrderMark { Written, Omitted };

/** A cell's text with an apostrophe before what a spreadsheet would take for a formula, negative
 *  numbers excepted: a cell that begins with =, +, -, @ or their full-width forms, blanks and
 *  invisible characters before them aside, or with a tab or a line's end; and such a beginning,
 *  quotes before it aside, behind a semicolon, a tab or a line's end, which some spreadsheets take
 *  for another cell's. */
[[nodiscard]] QString withoutFormulas(const QString &cell);

/** Rows as CSV: RFC 4180, in UTF-8. Every cell is text: what a spreadsheet would take for a
 *  formula has an apostrophe before it; see withoutFormulas(). */
[[nodiscard]] QByteArray tableAsCsv(
    const QList<QStringList> &rows, ByteOrderMark mark = ByteOrderMark::Written);

} // namespace genauth
