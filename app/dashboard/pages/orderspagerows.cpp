// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where one is in the rows: what is selected, how far it is scrolled, and what follows from that.

#include "app/dashboard/orderstable.h"
#include "app/dashboard/pages/orderspage.h"
#include "app/dashboard/widgets/datatable.h"
#include "core/models/ordersmodel.h"
#include "core/sync/orderloader.h"

#include <QItemSelectionModel>
#include <QScrollBar>

#include <utility>

namespace genauth {

void OrdersPage::followRows()
{
    m_countsTimer.setSingleShot(true);
    m_countsTimer.setInterval(0);
    connect(&m_countsTimer, &QTimer::timeout, this, &OrdersPage::updateCounts);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_orders, &QAbstractItemModel::rowsInserted, &m_countsTimer, soon);
    connect(m_orders, &QAbstractItemModel::rowsRemoved, &m_countsTimer, soon);
    connect(m_orders, &QAbstractItemModel::modelReset, &m_countsTimer, soon);
    connect(m_orders, &QAbstractItemModel::dataChanged, &m_countsTimer, soon);
    connect(m_model, &OrdersModel::stateChanged, &m_countsTimer, soon);
    connect(m_orders, &QAbstractItemModel::dataChanged, this, &OrdersPage::selectionChanged);
    connect(m_orders, &QAbstractItemModel::modelReset, this, &OrdersPage::selectionChanged);
}

void OrdersPage::followScrolling()
{
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &OrdersPage::scrolled);
    connect(m_orders, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QModelIndex top = m_table->indexAt(QPoint(0, 0));
        if (m_topRow.isValid() || m_table->verticalScrollBar()->value() == 0 || !top.isValid())
            return;
        m_topRow = top;
        m_topOffset = m_table->visualRect(top).top();
        QMetaObject::invokeMethod(this, &OrdersPage::keepPlace, Qt::QueuedConnection);
    });
}

/** New rows above what is seen must not push it down. */
void OrdersPage::keepPlace()
{
    if (!m_topRow.isValid())
        return;
    QScrollBar *across = m_table->horizontalScrollBar();
    const int column = across->value();
    m_table->scrollTo(m_topRow, QAbstractItemView::PositionAtTop);
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->value() - m_topOffset);
    across->setValue(column);
    m_topRow = QPersistentModelIndex(); // from here on it is the user who scrolls
}

void OrdersPage::scrolled(int value)
{
    const bool isDown = value > std::exchange(m_scrolledTo, value);
    const QScrollBar *bar = m_table->verticalScrollBar();
    const bool isNearEnd = bar->maximum() - value < bar->pageStep();
    if (isDown && isNearEnd && !m_topRow.isValid() && !m_model->state().error)
        m_loader->loadNext();
}

void OrdersPage::focusRows()
{
    if (!m_table->isVisible())
        return;
    m_table->setFocus(Qt::OtherFocusReason);
    if (selectedRow() < 0)
        m_table->setCurrentIndex(m_orders->index(0, OrdersTable::Created));
}

int OrdersPage::selectedRow() const
{
    const QItemSelectionModel *selection = m_table->selectionModel();
    const QModelIndex current = selection->currentIndex();
    return current.isValid() && selection->isSelected(current) ? current.row() : -1;
}

void OrdersPage::selectionChanged()
{
    if (const int row = selectedRow(); row >= 0)
        m_details->select(m_orders->orderAt(row));
    else
        m_details->deselect();
}

} // namespace genauth
