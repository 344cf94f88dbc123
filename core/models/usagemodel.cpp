// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/usagemodel.h"

#include "core/base/displaytext.h"
#include "core/models/rowchanges.h"

#include <limits>

namespace genauth {

namespace {

QVariant textValue(const Reading<QString> &reading)
{
    return reading.value ? QVariant(displayText(*reading.value)) : QVariant();
}

QVariant nameHalf(const RightUsage &right, QString BilingualName::*half)
{
    if (!right.modelName.value)
        return {};
    return displayText(bilingualName(*right.modelName.value).*half);
}

} // namespace

struct UsageModel::Teller
{
    UsageModel &model;

    void aboutToRemove(int first, int last) { model.beginRemoveRows({}, first, last); }
    void removed() { model.endRemoveRows(); }
    void aboutToMove(int from, int before) { model.beginMoveRows({}, from, from, {}, before); }
    void moved() { model.endMoveRows(); }
    void aboutToInsert(int first, int last) { model.beginInsertRows({}, first, last); }
    void inserted() { model.endInsertRows(); }
    void changed(int row)
    {
        emit model.dataChanged(model.index(row, 0), model.index(row, ColumnCount - 1));
    }
};

int UsageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UsageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RightUsage &right = m_rows.at(index.row()).right;
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return columnValue(right, index.column());
    case SortRole:
        return sortValue(right, index.column());
    case RightRole:
        return QVariant::fromValue(right);
    case NameEnRole:
        return nameHalf(right, &BilingualName::en);
    case NameZhRole:
        return nameHalf(right, &BilingualName::zh);
    default:
        return {};
    }
}

QVariant UsageModel::columnValue(const RightUsage &right, int column)
{
    switch (column) {
    case NameColumn:
        return textValue(right.modelName);
    case UsedColumn:
        return right.current.value ? QVariant(*right.current.value) : QVariant();
    case IncludedColumn:
        return right.amount.kind == Allowance::Kind::Count ? QVariant(right.amount.count)
                                                           : QVariant();
    case PercentColumn: {
        const auto percent = percentUsed(right.current, right.amount);
        return percent ? QVariant(*percent) : QVariant();
    }
    case TrialColumn:
        return right.isTrial.value ? QVariant(*right.isTrial.value) : QVariant();
    case CodeColumn:
        return textValue(right.modelCode);
    default:
        return {};
    }
}

QVariant UsageModel::sortValue(const RightUsage &right, int column)
{
    if (column == IncludedColumn && right.amount.kind == Allowance::Kind::Unlimited)
        return std::numeric_limits<qint64>::max();
    return columnValue(right, column);
}

QHash<int, QByteArray> UsageModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{RawRole, "raw"}, {SortRole, "sort"}, {RightRole, "right"},
        {NameEnRole, "nameEn"}, {NameZhRole, "nameZh"}});
    return names;
}

void UsageModel::setUsage(const OperationState<Usage> &usage, bool loading)
{
    QList<Row> wanted;
    RepeatedKeys keys;
    if (usage.value) {
        for (const RightUsage &right : usage.value->rights)
            wanted.append(
                {keys.next(right.modelCode.value.value_or(right.modelCode.asSent)), right});
    }
    becomeRows(m_rows, wanted, Teller{*this});
    const bool known = usage.value.has_value();
    if (m_known == known && m_loading == loading && m_error == usage.error)
        return;
    m_known = known;
    m_loading = loading;
    m_error = usage.error;
    emit stateChanged();
}

} // namespace genauth
