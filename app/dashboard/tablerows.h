// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/tablefile.h"

#include <QList>
#include <QModelIndex>
#include <QString>

class QHeaderView;

namespace genauth {

class WordsTable;

/** The rows of a table as text, and on their way into a file: filtered and sorted as they are
 *  shown. A heading that rows stand under is no row. */
class TableRows
{
public:
    /** As they are at the time of each call; both must outlive this. */
    TableRows(const WordsTable &table, const QHeaderView &header);

    /** Of the first column, from top to bottom. */
    [[nodiscard]] QModelIndexList all() const;

    /** A line for each of these rows, in this order: the cells of the columns that are shown, in
     *  their order, with tabs between them. */
    [[nodiscard]] QString asLines(const QModelIndexList &rows) const;
    /** All rows as lines, headings too, under the columns' titles. */
    [[nodiscard]] QString asText() const;

    /** All rows as they are shown, under the columns' titles; headings have a column of their own,
     *  the first. */
    [[nodiscard]] TableContents asShown() const;
    /** All rows as raw values: every column of the model's, under its code. */
    [[nodiscard]] TableContents raw() const;

private:
    [[nodiscard]] QList<int> columns() const;
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] static QStringList cells(const QModelIndex &row, const QList<int> &columns);

    const WordsTable &m_table;
    const QHeaderView &m_header;
};

} // namespace genauth
