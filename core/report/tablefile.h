// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/tablewriter.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace genauth {

/** The rows of a table on their way into a file. */
struct TableContents
{
    QString table;  ///< its code, such as "orders"
    QString pool;   ///< the user's own name for it; empty: of all pools
    QDateTime asOf; ///< when the rows were answered; invalid: unknown, or they say it
    std::optional<bool> complete = {}; ///< false: the server may have more rows
    std::optional<qint64> stated = {}; ///< how many it has, by its own word
    QStringList columns;               ///< titles, or codes
    QList<QVariantList>
        rows; ///< each as long as `columns`; see valueAsText() for what may stand in
};

/** The "schemaVersion" of what tableFileAsJson() writes. It grows when a member changes its meaning
 *  or goes, not when one is added. */
constexpr int TableFileVersion = 1;

/** How a file says it: a text as it is, a whole number and a truth value ("true", "false") in
 *  ASCII, a day as ISO 8601, a moment as ISO 8601 in UTC. What is unknown is invalid, and empty. */
[[nodiscard]] QString valueAsText(const QVariant &value);

/** A row of the columns' names, and one for each row: see tableAsCsv(). */
[[nodiscard]] QByteArray tableFileAsCsv(const TableContents &contents, ByteOrderMark mark);

/** One indented JSON document: "schemaVersion", "table", "pool" unless it is of all pools, "asOf",
 *  "complete" (rows that a filter hides are left out all the same), "stated", and "rows", an object
 *  for each, whose members are called as the columns. Whole numbers and truth values are those of
 *  JSON, everything else is text. What is unknown is absent, never 0 or null; a text that is known
 *  to be empty is there. Ends with a line break. */
[[nodiscard]] QByteArray tableFileAsJson(const TableContents &contents);

} // namespace genauth
