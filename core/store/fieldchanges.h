// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/journal.h"

#include <QMap>
#include <QPair>

namespace genauth {

/** What a field said when it could be read. */
struct FieldReading
{
    QString value;  ///< what two readings are compared by: one text for all ways to write the same
    QString asSent; ///< clipped to JournalEntry::LongestValue

    friend bool operator==(const FieldReading &, const FieldReading &) = default;
};

/** By subject and field, as in JournalEntry. */
using FieldReadings = QMap<QPair<QString, QString>, FieldReading>;

/** What differs between two good answers of one pool, in the order of the published fields; none of
 *  the entries has its operation, and all are seen at `seenAt`.
 *
 *  Another way to write the same ("99.0" for "99.00", a number for a text, another zone) is no
 *  change. Nor is a field that cannot be read: `lastRead` holds what such fields of `before` said
 *  when they could be, and afterwards what those of `after` did. */
[[nodiscard]] JournalEntries changesBetween(
    const Package &before, const Package &after, const QDateTime &seenAt, FieldReadings &lastRead);

/** The same of first pages, by the orders' numbers. An order that is missing in `after` only slid
 *  off the page. One that is missing in `before` is new when that page had all orders, or none on
 *  it was created later; else it slid on. */
[[nodiscard]] JournalEntries changesBetween(const OrderPage &before, const OrderPage &after,
    const QDateTime &seenAt, FieldReadings &lastRead);

} // namespace genauth
