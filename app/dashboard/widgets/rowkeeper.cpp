// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/rowkeeper.h"

#include <QScrollBar>
#include <QTableView>

namespace genauth {

RowKeeper::RowKeeper(QTableView &table)
    : QObject(&table)
    , m_table(table)
{
    connect(table.model(), &QAbstractItemModel::rowsAboutToBeInserted, this, &RowKeeper::note);
}

void RowKeeper::note()
{
    const QModelIndex top = m_table.indexAt(QPoint(0, 0));
    if (m_topRow.isValid() || m_table.verticalScrollBar()->value() == 0 || !top.isValid())
        return;
    m_topRow = top;
    m_topOffset = m_table.visualRect(top).top();
    QMetaObject::invokeMethod(this, &RowKeeper::restore, Qt::QueuedConnection);
}

void RowKeeper::restore()
{
    if (!m_topRow.isValid())
        return;
    QScrollBar *across = m_table.horizontalScrollBar();
    const int column = across->value();
    m_table.scrollTo(m_topRow, QAbstractItemView::PositionAtTop);
    m_table.verticalScrollBar()->setValue(m_table.verticalScrollBar()->value() - m_topOffset);
    across->setValue(column);
    m_topRow = QPersistentModelIndex();
}

} // namespace genauth
