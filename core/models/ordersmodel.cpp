// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ordersmodel.h"

#include "core/base/displaytext.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace genauth {

namespace {

const QString &numberOf(const Order &order)
{
    static const QString none;
    return order.orderNo.value && !isBlank(*order.orderNo.value) ? *order.orderNo.value : none;
}

qint64 timeOf(const Order &order)
{
    return order.createTime.value ? order.createTime.value->toMSecsSinceEpoch()
                                  : std::numeric_limits<qint64>::min();
}

} // namespace

int OrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OrdersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Order &order = orderAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return columnValue(order, index.column());
    case SortRole:
        return sortValue(order, index.column());
    case AsSentRole:
        return displayText(asSent(order, index.column()));
    case OrderRole:
        return QVariant::fromValue(order);
    case NameZhRole:
        return columnValue(order, NameZhColumn);
    case NameEnRole:
        return columnValue(order, NameEnColumn);
    default:
        return {};
    }
}

QHash<int, QByteArray> OrdersModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{RawRole, "raw"}, {SortRole, "sort"}, {AsSentRole, "asSent"},
        {OrderRole, "order"}, {NameZhRole, "nameZh"}, {NameEnRole, "nameEn"}});
    return names;
}

bool OrdersModel::isBefore(const Row &a, const Row &b)
{
    return a.time != b.time ? a.time > b.time : a.serial < b.serial;
}

int OrdersModel::placeOf(const Row &row) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row,
        [](const auto &other, const Row &wanted) { return isBefore(*other, wanted); });
    return static_cast<int>(at - m_rows.begin());
}

int OrdersModel::rowOf(const QString &orderNo) const
{
    const Row *row = m_numbered.value(orderNo);
    return row ? placeOf(*row) : -1;
}

bool OrdersModel::isKnownUnnumbered(const Order &order) const
{
    return std::ranges::any_of(m_unnumbered, [&](const Row *row) { return row->order == order; });
}

OrdersModel::Merged OrdersModel::merge(const QList<Order> &orders)
{
    Merged merged;
    Rows fresh;
    for (const Order &given : orders) {
        Order order = given;
        order.unreadableFields.clear(); // paths in one answer, and others in the next
        const QString number = numberOf(order);
        if (Row *row = number.isEmpty() ? nullptr : m_numbered.value(number)) {
            const bool isNew = row->serial < 0; // twice in this page: the last word counts
            ++merged.known;
            if (isNew)
                row->order = order;
            else
                change(*row, order);
            continue;
        }
        if (number.isEmpty() &&
            (m_unnumbered.size() >= MostUnnumbered || isKnownUnnumbered(order))) {
            ++merged.known;
            continue;
        }
        fresh.push_back(std::make_unique<Row>(Row{order, 0, -1}));
        if (number.isEmpty())
            m_unnumbered.push_back(fresh.back().get());
        else
            m_numbered.insert(number, fresh.back().get());
        ++merged.added;
    }
    for (const auto &row : fresh) {
        row->time = timeOf(row->order);
        row->serial = m_serial++;
    }
    insert(std::move(fresh));
    return merged;
}

void OrdersModel::change(Row &row, const Order &order)
{
    if (row.order == order)
        return;
    const int from = placeOf(row);
    const qint64 time = timeOf(order);
    if (time == row.time) {
        row.order = order;
        emit dataChanged(index(from, 0), index(from, ColumnCount - 1));
        return;
    }
    const auto at = m_rows.begin() + from;
    const Row moved{.order = {}, .time = time, .serial = row.serial};
    const int before = placeOf(moved); // in today's rows, this one among them
    if (before == from || before == from + 1) {
        row.time = time;
    } else {
        beginMoveRows({}, from, from, {}, before);
        row.time = time;
        if (before < from)
            std::rotate(m_rows.begin() + before, at, at + 1);
        else
            std::rotate(at, at + 1, m_rows.begin() + before);
        endMoveRows();
    }
    row.order = order;
    const int now = placeOf(row);
    emit dataChanged(index(now, 0), index(now, ColumnCount - 1));
}

void OrdersModel::insert(Rows rows)
{
    std::ranges::sort(rows, [](const auto &a, const auto &b) { return isBefore(*a, *b); });
    for (auto first = rows.begin(); first != rows.end();) {
        const int place = placeOf(**first);
        auto end = std::next(first);
        while (end != rows.end() && (place == rowCount() || isBefore(**end, rowAt(place))))
            ++end;
        beginInsertRows({}, place, place + static_cast<int>(end - first) - 1);
        m_rows.insert(
            m_rows.begin() + place, std::make_move_iterator(first), std::make_move_iterator(end));
        endInsertRows();
        first = end;
    }
}

void OrdersModel::clear()
{
    if (!m_rows.empty()) {
        beginResetModel();
        m_numbered.clear();
        m_unnumbered.clear();
        m_rows.clear();
        endResetModel();
    }
    setState({});
}

void OrdersModel::setState(const State &state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace genauth
