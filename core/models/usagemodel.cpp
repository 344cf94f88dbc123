// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/usagemodel.h"

#include "core/models/readingvalues.h"
#include "core/models/rowchanges.h"

#include <limits>
#include <utility>

namespace genauth {

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
        return nameHalf(right.modelName, &BilingualName::en);
    case NameZhRole:
        return nameHalf(right.modelName, &BilingualName::zh);
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
    becomeRows(m_rows, wanted, RowTeller<UsageModel>{*this});
    const AnswerState now = AnswerState::of(usage, loading);
    if (std::exchange(m_state, now) != now)
        emit stateChanged();
}

} // namespace genauth
