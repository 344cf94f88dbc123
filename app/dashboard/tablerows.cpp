// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/tablerows.h"

#include "app/dashboard/wordstable.h"
#include "core/base/displaytext.h"

#include <QHeaderView>

namespace genauth {

TableRows::TableRows(const WordsTable &table, const QHeaderView &header)
    : m_table(table)
    , m_header(header)
{
}

QList<int> TableRows::columns() const
{
    QList<int> columns;
    for (int place = 0; place < m_header.count(); ++place) {
        const int column = m_header.logicalIndex(place);
        if (!m_header.isSectionHidden(column))
            columns << column;
    }
    return columns;
}

QStringList TableRows::titles() const
{
    QStringList titles;
    for (const int column : columns())
        titles << m_table.headerData(column, Qt::Horizontal).toString();
    return titles;
}

QStringList TableRows::cells(const QModelIndex &row, const QList<int> &columns)
{
    QStringList cells;
    for (const int column : columns)
        cells << row.siblingAtColumn(column).data().toString();
    return cells;
}

QModelIndexList TableRows::all() const
{
    const bool hasHeadings = !m_table.headingTitle().isEmpty();
    QModelIndexList rows;
    for (int row = 0; row < m_table.rowCount(); ++row) {
        const QModelIndex index = m_table.index(row, 0);
        if (!hasHeadings) {
            rows << index;
            continue;
        }
        for (int under = 0; under < m_table.rowCount(index); ++under)
            rows << m_table.index(under, 0, index);
    }
    return rows;
}

QString TableRows::asLines(const QModelIndexList &rows) const
{
    const QList<int> shown = columns();
    QStringList lines;
    for (const QModelIndex &row : rows)
        lines << cells(row, shown).join(QLatin1Char('\t'));
    return lines.join(QLatin1Char('\n'));
}

QString TableRows::asText() const
{
    const QList<int> shown = columns();
    QStringList lines{titles().join(QLatin1Char('\t'))};
    QModelIndex heading;
    for (const QModelIndex &row : all()) {
        if (row.parent() != heading) {
            heading = row.parent();
            lines << heading.data().toString();
        }
        lines << cells(row, shown).join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

TableContents TableRows::asShown() const
{
    TableContents contents{m_table.tableCode(), displayText(m_table.poolName()), titles(), {}};
    const bool hasHeadings = !m_table.headingTitle().isEmpty();
    if (hasHeadings)
        contents.columns.prepend(m_table.headingTitle());
    const QList<int> shown = columns();
    for (const QModelIndex &row : all()) {
        QVariantList values;
        if (hasHeadings)
            values << row.parent().data();
        for (const QString &cell : cells(row, shown))
            values << cell;
        contents.rows << values;
    }
    return contents;
}

TableContents TableRows::raw() const
{
    TableContents contents{
        m_table.tableCode(), displayText(m_table.poolName()), m_table.columnCodes(), {}};
    const int count = static_cast<int>(contents.columns.size());
    for (const QModelIndex &row : all()) {
        const QModelIndex source = m_table.mapToSource(row);
        QVariantList values;
        for (int column = 0; column < count; ++column)
            values << m_table.rawValue(source.siblingAtColumn(column));
        contents.rows << values;
    }
    return contents;
}

} // namespace genauth
