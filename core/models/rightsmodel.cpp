// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/rightsmodel.h"

#include "core/models/readingvalues.h"
#include "core/models/rowchanges.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace genauth {

namespace {

QString keyOf(const Right &right)
{
    return right.modelCode.value.value_or(right.modelCode.asSent);
}

QString typeKeyOf(const Right &right)
{
    if (right.dataType == Right::DataType::Unlisted)
        return QStringLiteral("as sent: ") +
               right.dataTypeSent.value.value_or(right.dataTypeSent.asSent);
    return QString::number(static_cast<int>(right.dataType));
}

/** Unlisted ones last. */
int placeOf(Right::DataType type)
{
    return type == Right::DataType::Unlisted ? std::numeric_limits<int>::max()
                                             : static_cast<int>(type);
}

} // namespace

RightsModel::RightsModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

RightsModel::~RightsModel() = default;

QModelIndex RightsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column);
    return createIndex(row, column, m_groups.at(parent.row()).group.get());
}

QModelIndex RightsModel::parent(const QModelIndex &index) const
{
    const void *group = index.isValid() ? index.constInternalPointer() : nullptr;
    if (!group)
        return {};
    const auto found = std::ranges::find(
        m_groups, group, [](const GroupRow &row) -> const void * { return row.group.get(); });
    return createIndex(static_cast<int>(found - m_groups.cbegin()), 0);
}

int RightsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.constInternalPointer() || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups.at(parent.row()).group->rows.size());
}

int RightsModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant RightsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto *group = static_cast<const Group *>(index.constInternalPointer());
    if (!group)
        return typeValue(*m_groups.at(index.row()).group, index.column(), role);
    return rightValue(group->rows.at(index.row()).right, index.column(), role);
}

QVariant RightsModel::typeValue(const Group &group, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
    case SortRole:
        return column == 0 ? QVariant(static_cast<int>(group.type)) : QVariant();
    case IsTypeRole:
        return true;
    case TypeRole:
        return static_cast<int>(group.type);
    case TypeSentRole:
        return textValue(group.sent);
    default:
        return {};
    }
}

QVariant RightsModel::rightValue(const Right &right, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return columnValue(right, column);
    case SortRole:
        return sortValue(right, column);
    case IsTypeRole:
        return false;
    case TypeRole:
        return static_cast<int>(right.dataType);
    case TypeSentRole:
        return textValue(right.dataTypeSent);
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

QVariant RightsModel::columnValue(const Right &right, int column)
{
    switch (column) {
    case NameColumn:
        return textValue(right.modelName);
    case ValueColumn:
        return textValue(right.dataValue);
    case IncludedColumn: {
        const std::optional<bool> included = right.isIncluded();
        return included ? QVariant(*included) : QVariant();
    }
    case TypeColumn:
        return static_cast<int>(right.dataType);
    case CodeColumn:
        return textValue(right.modelCode);
    default:
        return {};
    }
}

QVariant RightsModel::sortValue(const Right &right, int column)
{
    if (column != ValueColumn || !right.dataValue.value)
        return columnValue(right, column);
    switch (right.dataType) {
    case Right::DataType::YesNo:
        return columnValue(right, IncludedColumn);
    case Right::DataType::Quantity:
    case Right::DataType::Number: {
        const QString &sent = *right.dataValue.value;
        if (Allowance::saysUnlimited(sent))
            return std::numeric_limits<double>::infinity();
        bool isNumber = false;
        const double number = sent.toDouble(&isNumber);
        return isNumber && std::isfinite(number) ? QVariant(number) : QVariant();
    }
    case Right::DataType::Text:
    case Right::DataType::Unlisted:
        return columnValue(right, column);
    }
    Q_UNREACHABLE();
}

QHash<int, QByteArray> RightsModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    names.insert({{RawRole, "raw"}, {SortRole, "sort"}, {IsTypeRole, "isType"}, {TypeRole, "type"},
        {TypeSentRole, "typeSent"}, {RightRole, "right"}, {NameEnRole, "nameEn"},
        {NameZhRole, "nameZh"}});
    return names;
}

QList<RightsModel::GroupRow> RightsModel::grouped(const QList<Right> &rights)
{
    QList<GroupRow> groups;
    QHash<QString, RepeatedKeys> keys;
    for (const Right &right : rights) {
        const QString key = typeKeyOf(right);
        auto found = std::ranges::find(groups, key, &GroupRow::key);
        if (found == groups.end()) {
            const bool listed = right.dataType != Right::DataType::Unlisted;
            groups.append({key, std::make_shared<Group>(Group{right.dataType,
                                    listed ? Reading<QString>() : right.dataTypeSent, {}})});
            found = std::prev(groups.end());
        }
        found->group->rows.append({keys[key].next(keyOf(right)), right});
    }
    std::ranges::stable_sort(
        groups, {}, [](const GroupRow &row) { return placeOf(row.group->type); });
    return groups;
}

void RightsModel::setRights(const OperationState<Rights> &rights, bool loading)
{
    const QList<GroupRow> wanted = grouped(rights.value ? rights.value->items : QList<Right>());
    becomeRows(m_groups, wanted, RowTeller<RightsModel>{*this});
    // A data type that came now has its rights; those that were there before get theirs.
    for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
        const GroupRow &now = m_groups.at(row);
        if (now.group != wanted.at(row).group)
            becomeRows(now.group->rows, wanted.at(row).group->rows,
                RowTeller<RightsModel>{*this, index(row, 0)});
    }
    const AnswerState now = AnswerState::of(rights, loading);
    if (std::exchange(m_state, now) != now)
        emit stateChanged();
}

int RightsModel::count() const
{
    int count = 0;
    for (const GroupRow &row : m_groups)
        count += static_cast<int>(row.group->rows.size());
    return count;
}

} // namespace genauth
