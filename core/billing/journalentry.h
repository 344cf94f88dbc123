// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace genauth {

/** One field that two refreshes found different. Values are as the service sent them, never a
 *  secret, clipped to LongestValue; they must pass displayText() before they are shown. */
struct JournalEntry
{
    /** In UTF-16 code units, the ellipsis of one that was clipped included. */
    static constexpr qsizetype LongestValue = 200;

    QDateTime seenAt;  ///< UTC; when the answer came that had it first, by correctedNow()
    QString operation; ///< "get-current-package-info" or "get-orders"
    QString subject;   ///< an order's number; empty: the package
    /** The published field name, "unitPrice", "endTime", "status"; empty, of an order alone: it was
     *  not there before, and `after` is its number. */
    QString field;
    std::optional<QString> before; ///< nothing: it was not there
    std::optional<QString> after;  ///< nothing: it is not there any more

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};
using JournalEntries = QList<JournalEntry>;

} // namespace genauth

Q_DECLARE_METATYPE(genauth::JournalEntries)
