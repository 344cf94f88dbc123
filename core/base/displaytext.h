// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace genauth {

/** The longest text of a server that is ever shown, in UTF-16 code units. */
constexpr qsizetype MaxDisplayText = 200;

/** A server's text made safe to show as plain text on one line: control characters, line and
 *  paragraph separators and lone surrogates become U+FFFD, bidirectional overrides and isolates
 *  (U+202A to U+202E, U+2066 to U+2069) are removed, and what is longer than `limit` UTF-16 code
 *  units is cut to that length, an ellipsis included, without splitting a surrogate pair.
 *  Idempotent. Markup stays as it is: whoever shows the result must show it as Qt::PlainText. */
[[nodiscard]] QString displayText(QStringView raw, qsizetype limit = MaxDisplayText);

/** Whether nothing is to be seen of it when it is shown: blanks, and characters that have no width
 * or no ink. Also of an empty text. */
[[nodiscard]] bool isBlank(QStringView raw);

} // namespace genauth
