// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/datatable.h"

#include "app/dashboard/widgets/tabledelegate.h"

#include <QEvent>
#include <QHeaderView>

namespace genauth {

DataTable::DataTable(
    const Theme &theme, QAbstractItemModel &model, int fixedColumn, QWidget *parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegate(new TableDelegate(theme, this));
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_manners = new TableManners(*this, *horizontalHeader(), theme, fixedColumn);
    fitRows();
}

void DataTable::setColumnWidths(std::span<const int> digits)
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; const int width : digits)
        horizontalHeader()->resizeSection(column++, width * digit);
}

void DataTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void DataTable::fitRows()
{
    verticalHeader()->setDefaultSectionSize(TableDelegate::rowHeight(fontMetrics()));
}

} // namespace genauth
