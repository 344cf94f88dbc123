// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/historymodel.h"

#include "core/base/displaytext.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace genauth {

namespace {

template <class T>
QVariant valueOf(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

bool isOver(const MauCycle &cycle)
{
    return cycle.current.value && cycle.amount.isMeasure() &&
           *cycle.current.value > cycle.amount.count;
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return columnValue(row, index.column());
    case SortRole:
        return sortValue(row, index.column());
    case AsSentRole:
        return displayText(asSent(row, index.column()));
    case AllowanceRole:
        return static_cast<int>(row.cycle.amount.kind);
    case PercentRole:
        return valueOf(percentUsed(row.cycle.current, row.cycle.amount));
    case OverRole:
        return isOver(row.cycle);
    case RunningRole:
        return row.running;
    default:
        return {};
    }
}

QVariant HistoryModel::columnValue(const Row &row, int column)
{
    const MauCycle &cycle = row.cycle;
    switch (column) {
    case StartColumn:
        return valueOf(cycle.start.value);
    case EndColumn:
        return valueOf(cycle.end.value);
    case UsedColumn:
        return valueOf(cycle.current.value);
    case BoughtColumn:
        return cycle.amount.kind == Allowance::Kind::Count ? QVariant(cycle.amount.count)
                                                           : QVariant();
    case PercentColumn:
        return valueOf(percentUsed(cycle.current, cycle.amount));
    default:
        return {};
    }
}

QVariant HistoryModel::sortValue(const Row &row, int column)
{
    if (column == BoughtColumn && row.cycle.amount.kind == Allowance::Kind::Unlimited)
        return std::numeric_limits<qint64>::max();
    return columnValue(row, column);
}

QString HistoryModel::asSent(const Row &row, int column)
{
    switch (column) {
    case StartColumn:
        return row.cycle.start.asSent;
    case EndColumn:
        return row.cycle.end.asSent;
    case UsedColumn:
        return row.cycle.current.asSent;
    case BoughtColumn:
        return row.cycle.amount.asSent;
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({
        {RawRole, "raw"},
        {SortRole, "sort"},
        {AsSentRole, "asSent"},
        {AllowanceRole, "allowance"},
        {PercentRole, "percent"},
        {OverRole, "over"},
        {RunningRole, "running"},
    });
    return names;
}

HistoryModel::Rows HistoryModel::rowsOf(const QList<MauCycle> &cycles, QDate today)
{
    Rows rows;
    rows.reserve(cycles.size());
    QHash<Key, int> seen;
    qsizetype running = -1;
    for (const MauCycle &cycle : cycles) {
        Key key{cycle.start.value.value_or(QDate()), cycle.end.value.value_or(QDate())};
        key.nth = seen[key]++;
        if (cycle.holds(today))
            running = rows.size(); // of two, as MauHistory::cycleOf() has it, the last
        rows.append({key, cycle});
    }
    if (running >= 0)
        rows[running].running = true;
    return rows;
}

void HistoryModel::setCycles(const QList<MauCycle> &cycles, QDate today)
{
    const Rows rows = rowsOf(cycles, today);
    removeOthers(rows);
    insertMissing(rows);
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void HistoryModel::removeOthers(const Rows &rows)
{
    QHash<Key, qsizetype> places;
    for (qsizetype place = 0; place < rows.size(); ++place)
        places.insert(rows.at(place).key, place);
    // One that stands elsewhere now goes, too, and comes again where it belongs.
    QSet<Key> kept;
    qsizetype last = -1;
    for (const Row &row : std::as_const(m_rows)) {
        const qsizetype place = places.value(row.key, -1);
        if (place > last) {
            kept.insert(row.key);
            last = place;
        }
    }
    for (int end = rowCount(); end > 0;) {
        int first = end;
        while (first > 0 && !kept.contains(m_rows.at(first - 1).key))
            --first;
        if (first < end) {
            beginRemoveRows({}, first, end - 1);
            m_rows.remove(first, end - first);
            endRemoveRows();
        }
        end = first - 1;
    }
}

void HistoryModel::insertMissing(const Rows &rows)
{
    for (int first = 0; first < rows.size(); ++first) {
        if (first < rowCount() && m_rows.at(first).key == rows.at(first).key)
            continue;
        qsizetype end = rows.size();
        if (first < rowCount()) {
            const auto next = std::find_if(rows.cbegin() + first, rows.cend(),
                [&](const Row &row) { return row.key == m_rows.at(first).key; });
            end = next - rows.cbegin();
        }
        const int count = static_cast<int>(end) - first;
        beginInsertRows({}, first, first + count - 1);
        m_rows = m_rows.first(first) + rows.sliced(first, count) + m_rows.sliced(first);
        endInsertRows();
        first += count - 1;
    }
}

void HistoryModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    setLoading(false);
    setError({});
}

void HistoryModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    emit stateChanged();
}

void HistoryModel::setError(const std::optional<ApiError> &error)
{
    if (m_error == error)
        return;
    m_error = error;
    emit stateChanged();
}

} // namespace genauth
