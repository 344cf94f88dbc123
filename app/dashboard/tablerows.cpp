// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/tablerows.h"

#include "app/dashboard/wordstable.h"
#include "core/base/displaytext.h"

#include <QHeaderView>

namespace genauth {

namespace {

/** To look at the time costs as much as some rows do. */
constexpr int RowsBetweenLooks = 50;

QList<int> shownColumns(const QHeaderView &header)
{
    QList<int> columns;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (!header.isSectionHidden(column))
            columns << column;
    }
    return columns;
}

QStringList cells(const WordsTable &table, const QModelIndex &row, const QList<int> &columns)
{
    QStringList cells;
    for (const int column : columns)
        cells << table.lastingWords(row.siblingAtColumn(column));
    return cells;
}

/** They may be pasted into a spreadsheet. */
QStringList withoutFormulas(QStringList cells)
{
    for (QString &cell : cells)
        cell = genauth::withoutFormulas(cell);
    return cells;
}

QModelIndexList rowsOf(const WordsTable &table, bool underHeadings)
{
    QModelIndexList rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        const QModelIndex index = table.index(row, 0);
        if (!underHeadings) {
            rows << index;
            continue;
        }
        for (int under = 0; under < table.rowCount(index); ++under)
            rows << table.index(under, 0, index);
    }
    return rows;
}

} // namespace

TableRows::TableRows(const WordsTable &table, const QHeaderView &header, TableForm form)
    : m_table(table)
    , m_origin(table.origin())
    , m_form(form)
    , m_hasHeadings(!table.headingTitle().isEmpty())
    , m_columns(shownColumns(header))
    , m_rows(rowsOf(table, m_hasHeadings))
{
    m_contents = {.table = table.tableCode(),
        .pool = displayText(m_origin.poolName),
        .asOf = m_origin.asOf,
        .complete = m_origin.complete,
        .stated = m_origin.stated,
        .columns = {},
        .rows = {}};
    m_contents.rows.reserve(m_rows.size());
    if (form == TableForm::Raw) {
        m_contents.columns = table.columnCodes();
        return;
    }
    if (m_hasHeadings)
        m_contents.columns << table.headingTitle();
    for (const int column : std::as_const(m_columns))
        m_contents.columns << table.headerData(column, Qt::Horizontal).toString();
}

QVariantList TableRows::values(const QModelIndex &row) const
{
    QVariantList values;
    if (m_form == TableForm::Raw) {
        const QModelIndex source = m_table.mapToSource(row);
        for (int column = 0; column < m_contents.columns.size(); ++column)
            values << m_table.rawValue(source, column);
        return values;
    }
    if (m_hasHeadings)
        values << row.parent().data();
    for (const QString &cell : cells(m_table, row, m_columns))
        values << cell;
    return values;
}

bool TableRows::goOn(const QDeadlineTimer &until)
{
    for (; m_next < m_rows.size(); ++m_next) {
        if (m_next % RowsBetweenLooks == RowsBetweenLooks - 1 && until.hasExpired()) {
            m_contents.rows << values(m_rows.at(m_next++));
            return m_next == m_rows.size();
        }
        m_contents.rows << values(m_rows.at(m_next));
    }
    return true;
}

QString TableRows::asText() const
{
    const qsizetype first = m_hasHeadings ? 1 : 0;
    QStringList lines{m_contents.columns.mid(first).join(QLatin1Char('\t'))};
    QString heading;
    for (const QVariantList &row : m_contents.rows) {
        if (m_hasHeadings && std::exchange(heading, row.constFirst().toString()) != heading)
            lines << heading;
        QStringList texts;
        for (const QVariant &value : row.mid(first))
            texts << value.toString();
        lines << withoutFormulas(texts).join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

QString TableRows::asLines(
    const WordsTable &table, const QHeaderView &header, const QModelIndexList &rows)
{
    const QList<int> shown = shownColumns(header);
    QStringList lines;
    for (const QModelIndex &row : rows)
        lines << withoutFormulas(cells(table, row, shown)).join(QLatin1Char('\t'));
    return lines.join(QLatin1Char('\n'));
}

} // namespace genauth
