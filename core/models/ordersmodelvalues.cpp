// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in the columns of an order.

#include "core/base/displaytext.h"
#include "core/models/ordersmodel.h"
#include "core/models/readingvalues.h"

#include <limits>

namespace genauth {

namespace {

QVariant decimalValue(const Reading<Decimal> &reading)
{
    return reading.value ? QVariant(reading.value->toString()) : QVariant();
}

template <class Listed>
QVariant listedValue(Listed value)
{
    return value == Listed::Unlisted ? QVariant() : QVariant(static_cast<int>(value));
}

/** Listed values in the vendor's order, then the others by what was sent. */
template <class Listed>
QVariant listedSortValue(Listed value, const Reading<QString> &sent)
{
    if (value != Listed::Unlisted)
        return static_cast<int>(value);
    return isBlank(sent.asSent) ? QVariant() : QVariant(std::numeric_limits<int>::max());
}

QVariant decimalSortValue(const Reading<Decimal> &reading)
{
    return reading.value ? QVariant::fromValue(*reading.value) : QVariant();
}

} // namespace

QVariant OrdersModel::columnValue(const Order &order, int column)
{
    switch (column) {
    case NumberColumn:
        return textValue(order.orderNo);
    case NameZhColumn:
        return textValue(order.nameZh);
    case NameEnColumn:
        return textValue(order.nameEn);
    case TypeColumn:
        return listedValue(order.type);
    case StatusColumn:
        return listedValue(order.status);
    case AmountColumn:
        return decimalValue(order.actualAmount);
    case QuantityColumn:
        return order.quantity.value ? QVariant(*order.quantity.value) : QVariant();
    case UnitPriceColumn:
        return decimalValue(order.unitPrice);
    case CreatedColumn:
        return order.createTime.value ? QVariant(*order.createTime.value) : QVariant();
    case SourceColumn:
        return listedValue(order.source);
    default:
        return {};
    }
}

QVariant OrdersModel::sortValue(const Order &order, int column)
{
    switch (column) {
    case TypeColumn:
        return listedSortValue(order.type, order.typeSent);
    case StatusColumn:
        return listedSortValue(order.status, order.statusSent);
    case SourceColumn:
        return listedSortValue(order.source, order.sourceSent);
    case AmountColumn:
        return decimalSortValue(order.actualAmount);
    case UnitPriceColumn:
        return decimalSortValue(order.unitPrice);
    default:
        return columnValue(order, column);
    }
}

QString OrdersModel::asSent(const Order &order, int column)
{
    switch (column) {
    case NumberColumn:
        return order.orderNo.asSent;
    case NameZhColumn:
        return order.nameZh.asSent;
    case NameEnColumn:
        return order.nameEn.asSent;
    case TypeColumn:
        return order.typeSent.asSent;
    case StatusColumn:
        return order.statusSent.asSent;
    case AmountColumn:
        return order.actualAmount.asSent;
    case QuantityColumn:
        return order.quantity.asSent;
    case UnitPriceColumn:
        return order.unitPrice.asSent;
    case CreatedColumn:
        return order.createTime.asSent;
    case SourceColumn:
        return order.sourceSent.asSent;
    default:
        return {};
    }
}

} // namespace genauth
