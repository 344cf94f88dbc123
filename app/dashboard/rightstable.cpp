// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/rightstable.h"

#include "app/dashboard/theme.h"
#include "app/text/rightstext.h"
#include "app/text/usagetext.h"
#include "core/base/displaytext.h"
#include "core/models/rightsmodel.h"

#include <algorithm>
#include <array>

namespace genauth {

namespace {

/** Which column of the model stands behind each of the table's; in the model's own order. */
constexpr std::array<int, RightsTable::ColumnCount> Sources{
    RightsModel::NameColumn, RightsModel::ValueColumn, RightsModel::CodeColumn};
static_assert(std::ranges::is_sorted(Sources));

bool isHeading(const QModelIndex &index)
{
    return index.data(RightsModel::IsTypeRole).toBool();
}

Right rightOf(const QModelIndex &index)
{
    return index.data(RightsModel::RightRole).value<Right>();
}

} // namespace

RightsTable::RightsTable(const Theme &theme, QObject *parent)
    : WordsTable(theme, parent)
{
    setRecursiveFilteringEnabled(true);
}

QVariant RightsTable::data(const QModelIndex &index, int role) const
{
    const bool isLook = role == Qt::FontRole || role == Qt::ForegroundRole;
    if (!index.isValid() || !isLook || !isHeading(index))
        return WordsTable::data(index, role);
    return role == Qt::FontRole ? QVariant(Theme::font(1.0, QFont::Bold))
                                : QVariant(theme().colors().dim);
}

Qt::ItemFlags RightsTable::flags(const QModelIndex &index) const
{
    return isHeading(index) ? Qt::ItemIsEnabled : WordsTable::flags(index);
}

int RightsTable::shownRights() const
{
    int shown = 0;
    for (int row = 0; row < rowCount(); ++row)
        shown += rowCount(index(row, 0));
    return shown;
}

WordsTable::Cell RightsTable::cell(const QModelIndex &index) const
{
    if (isHeading(index)) {
        const auto type = static_cast<Right::DataType>(index.data(RightsModel::TypeRole).toInt());
        const QString sent = index.data(RightsModel::TypeSentRole).toString();
        return {index.column() == Name ? RightsText::dataType(type, sent) : QString(), {}, true};
    }
    const Right right = rightOf(index);
    const QString details = RightsText::details(right);
    switch (index.column()) {
    case Name:
        return {UsageText::name(right.modelName, right.modelCode), details,
            right.modelName.isKnown() || right.modelCode.isKnown()};
    case Value:
        return {RightsText::value(right), details,
            RightsText::isValueKnown(right) && right.isIncluded().value_or(true)};
    case Code:
        return {UsageText::code(right.modelCode), details, right.modelCode.isKnown()};
    default:
        return {};
    }
}

QString RightsTable::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Right");
    case Value:
        return tr("Included");
    case Code:
        return tr("Code");
    default:
        return {};
    }
}

bool RightsTable::isNumber(int /*column*/) const
{
    return false; // words and numbers stand below each other
}

QVariant RightsTable::sortValue(const QModelIndex &sourceIndex) const
{
    if (sourceIndex.column() != RightsModel::NameColumn)
        return sourceIndex.data(RightsModel::SortRole);
    const Right right = rightOf(sourceIndex);
    const bool known = right.modelName.isKnown() || right.modelCode.isKnown();
    return known ? QVariant(UsageText::name(right.modelName, right.modelCode)) : QVariant();
}

bool RightsTable::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!isHeading(left))
        return WordsTable::lessThan(left, right);
    return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
}

QStringList RightsTable::searched(const QModelIndex &sourceIndex) const
{
    if (isHeading(sourceIndex))
        return {};
    return {sourceIndex.data(RightsModel::RawRole).toString(),
        sourceIndex.siblingAtColumn(RightsModel::CodeColumn).data().toString(),
        RightsText::value(rightOf(sourceIndex))};
}

bool RightsTable::filterAcceptsColumn(int sourceColumn, const QModelIndex & /*sourceParent*/) const
{
    return std::ranges::find(Sources, sourceColumn) != Sources.end();
}

QString RightsTable::tableCode() const
{
    return QStringLiteral("rights");
}

QStringList RightsTable::columnCodes() const
{
    return {QStringLiteral("name"), QStringLiteral("value"), QStringLiteral("included"),
        QStringLiteral("data_type"), QStringLiteral("code")};
}

QVariant RightsTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    return column == RightsModel::TypeColumn
               ? knownText(
                     displayText(rightOf(sourceRow.siblingAtColumn(column)).dataTypeSent.asSent))
               : WordsTable::rawValue(sourceRow, column);
}

QString RightsTable::headingTitle() const
{
    return tr("Data type");
}

} // namespace genauth
