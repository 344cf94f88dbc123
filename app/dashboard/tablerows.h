// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/wordstable.h"
#include "core/report/tablefile.h"

#include <QDeadlineTimer>
#include <QList>
#include <QModelIndex>
#include <QString>

class QHeaderView;

namespace genauth {

/** What is taken of a table. */
enum class TableForm {
    AsShown, ///< the columns that are shown, in their order, in words; headings that rows stand
             ///< under have a column of their own, the first
    Raw      ///< every column that the table has a code for, as raw values
};

/** Goes once through the rows of a table, filtered and sorted as they are shown, a part at a time:
 *  there may be hundreds of thousands. A heading that rows stand under is no row. */
class TableRows
{
public:
    /** What the table is, and which columns are shown, is taken now. The table must outlive this,
     *  and once a row of it has changed this must not go on. */
    TableRows(const WordsTable &table, const QHeaderView &header, TableForm form);

    /** Until all rows were seen, or the time is over and some were; true in the first case. */
    [[nodiscard]] bool goOn(const QDeadlineTimer &until);
    /** Of the rows, when it began. */
    [[nodiscard]] const WordsTable::Origin &origin() const { return m_origin; }
    /** All that was seen. */
    [[nodiscard]] const TableContents &contents() const { return m_contents; }

    /** Lines with tabs between the cells, as they are shown: under the columns' titles, each
     *  heading on a line of its own. */
    [[nodiscard]] QString asText() const;
    /** A line for each of these rows, in this order, without titles. */
    [[nodiscard]] static QString asLines(
        const WordsTable &table, const QHeaderView &header, const QModelIndexList &rows);

private:
    [[nodiscard]] QVariantList values(const QModelIndex &row) const;

    const WordsTable &m_table;
    WordsTable::Origin m_origin;
    TableForm m_form;
    bool m_hasHeadings;
    QList<int> m_columns;   ///< that are shown
    QModelIndexList m_rows; ///< of the first column
    qsizetype m_next = 0;
    TableContents m_contents;
};

} // namespace genauth
