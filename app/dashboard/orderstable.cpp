// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/orderstable.h"

#include "app/text/formatting.h"
#include "app/text/ordertext.h"
#include "core/models/ordersmodel.h"

#include <algorithm>
#include <array>
#include <utility>

namespace genauth {

namespace {

/** Which column of the model stands behind each of the table's; in the model's own order. */
constexpr std::array<int, OrdersTable::ColumnCount> Sources{
    OrdersModel::NumberColumn,
    OrdersModel::NameEnColumn, // in Chinese, the name beside it
    OrdersModel::TypeColumn,
    OrdersModel::StatusColumn,
    OrdersModel::AmountColumn,
    OrdersModel::QuantityColumn,
    OrdersModel::UnitPriceColumn,
    OrdersModel::CreatedColumn,
    OrdersModel::SourceColumn,
};
static_assert(std::ranges::is_sorted(Sources));

/** The day alone stands in a table; the tooltip has the rest. */
OrderText::Fact dayOf(const Reading<QDateTime> &moment)
{
    if (moment.value)
        return {Formatting::date(*moment.value), true};
    return OrderText::moment(moment);
}

} // namespace

OrdersTable::OrdersTable(OrdersModel &orders, const Theme &theme, QObject *parent)
    : WordsTable(theme, parent)
    , m_orders(orders)
{
    setSourceModel(&orders);
}

void OrdersTable::setCurrency(const QString &currency)
{
    if (std::exchange(m_currency, currency) != currency)
        retell();
}

void OrdersTable::setStatusFilter(std::optional<Order::Status> status)
{
    if (std::exchange(m_status, status) != status)
        invalidateFilter();
}

void OrdersTable::setTypeFilter(std::optional<Order::Type> type)
{
    if (std::exchange(m_type, type) != type)
        invalidateFilter();
}

const Order &OrdersTable::orderAt(int row) const
{
    return m_orders.orderAt(mapToSource(index(row, 0)).row());
}

int OrdersTable::rowOf(const QString &orderNo) const
{
    const int row = m_orders.rowOf(orderNo);
    return row < 0 ? -1 : mapFromSource(m_orders.index(row, 0)).row();
}

OrderTotals OrdersTable::totals() const
{
    OrderTotals totals;
    for (int row = 0; row < rowCount(); ++row)
        totals.add(orderAt(row));
    return totals;
}

WordsTable::Cell OrdersTable::cell(const QModelIndex &index) const
{
    const Order &order = orderAt(index.row());
    const auto cellOf = [](const OrderText::Fact &fact, const QString &note = {}) {
        return Cell{fact.value, note.isEmpty() ? fact.value : fact.value + QLatin1Char('\n') + note,
            fact.known};
    };
    switch (index.column()) {
    case Number:
        return cellOf(OrderText::number(order));
    case Name:
        return cellOf(OrderText::name(order));
    case Type:
        return cellOf(OrderText::type(order));
    case Status:
        return cellOf(OrderText::status(order), OrderText::statusNote(order));
    case Amount:
        return cellOf(OrderText::money(order.actualAmount, m_currency));
    case Quantity:
        return cellOf(OrderText::quantity(order));
    case UnitPrice:
        return cellOf(OrderText::money(order.unitPrice, m_currency));
    case Created: {
        Cell cell = cellOf(dayOf(order.createTime));
        if (order.createTime.value)
            cell.tooltip = OrderText::moment(order.createTime).value + QLatin1Char('\n') +
                           Formatting::exactMoment(*order.createTime.value);
        return cell;
    }
    case Source:
        return cellOf(OrderText::source(order));
    default:
        return {};
    }
}

QString OrdersTable::title(int column) const
{
    switch (column) {
    case Number:
        return tr("Order number");
    case Name:
        return tr("Package");
    case Type:
        return tr("Order type");
    case Status:
        return tr("Status");
    case Amount:
        return tr("Amount");
    case Quantity:
        return tr("Quantity");
    case UnitPrice:
        return tr("Unit price");
    case Created:
        return tr("Created");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

bool OrdersTable::isNumber(int column) const
{
    return column == Amount || column == Quantity || column == UnitPrice;
}

QVariant OrdersTable::sortValue(const QModelIndex &sourceIndex) const
{
    if (sourceIndex.column() != OrdersModel::NameEnColumn)
        return sourceIndex.data(OrdersModel::SortRole);
    // By what is seen, which may be the name in the other language.
    const bool hasName = sourceIndex.data(OrdersModel::NameEnRole).isValid() ||
                         sourceIndex.data(OrdersModel::NameZhRole).isValid();
    return hasName ? QVariant(OrderText::name(m_orders.orderAt(sourceIndex.row())).value)
                   : QVariant();
}

QStringList OrdersTable::searched(const QModelIndex &sourceIndex) const
{
    const Order &order = m_orders.orderAt(sourceIndex.row());
    return {order.orderNo.asSent, order.nameZh.asSent, order.nameEn.asSent};
}

bool OrdersTable::filterAcceptsColumn(int sourceColumn, const QModelIndex & /*sourceParent*/) const
{
    return std::ranges::find(Sources, sourceColumn) != Sources.end();
}

bool OrdersTable::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const Order &order = m_orders.orderAt(sourceRow);
    return (!m_status || order.status == *m_status) && (!m_type || order.type == *m_type) &&
           WordsTable::filterAcceptsRow(sourceRow, sourceParent);
}

QString OrdersTable::tableCode() const
{
    return QStringLiteral("orders");
}

QStringList OrdersTable::columnCodes() const
{
    return {QStringLiteral("order_number"), QStringLiteral("package_zh"),
        QStringLiteral("package_en"), QStringLiteral("type"), QStringLiteral("status"),
        QStringLiteral("amount"), QStringLiteral("quantity"), QStringLiteral("unit_price"),
        QStringLiteral("created"), QStringLiteral("source")};
}

QVariant OrdersTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    switch (column) {
    case OrdersModel::TypeColumn:
    case OrdersModel::StatusColumn:
    case OrdersModel::SourceColumn:
        return knownText(sourceRow.siblingAtColumn(column).data(OrdersModel::AsSentRole));
    default:
        return WordsTable::rawValue(sourceRow, column);
    }
}

} // namespace genauth
