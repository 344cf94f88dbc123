// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/historymodel.h"

#include "core/base/displaytext.h"
#include "core/models/rowchanges.h"

#include <limits>

namespace genauth {

namespace {

template <class T>
QVariant valueOf(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/** What cycles are told apart by. */
QString daysOf(const MauCycle &cycle)
{
    const auto day = [](const Reading<QDate> &of) {
        return of.value.value_or(QDate()).toString(Qt::ISODate);
    };
    return day(cycle.start) + QLatin1Char('/') + day(cycle.end);
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
    RepeatedKeys keys;
    qsizetype running = -1;
    for (const MauCycle &cycle : cycles) {
        if (cycle.holds(today))
            running = rows.size(); // of two, as MauHistory::cycleOf() has it, the last
        rows.append({keys.next(daysOf(cycle)), cycle});
    }
    if (running >= 0)
        rows[running].running = true;
    return rows;
}

void HistoryModel::setCycles(const QList<MauCycle> &cycles, QDate today)
{
    becomeRows(m_rows, rowsOf(cycles, today), RowTeller<HistoryModel>{*this});
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
