// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/usagetable.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/tabledelegate.h"
#include "app/text/usagetext.h"
#include "core/models/usagemodel.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace genauth {

namespace {

/** Which column of the model stands behind each of the table's; in the model's own order. */
constexpr std::array<int, UsageTable::ColumnCount> Sources{UsageModel::NameColumn,
    UsageModel::UsedColumn, UsageModel::PercentColumn, UsageModel::TrialColumn,
    UsageModel::CodeColumn};
static_assert(std::ranges::is_sorted(Sources));

/** From here on a right is at its limit. */
constexpr int Limit = 100;

RightUsage rightOf(const QModelIndex &index)
{
    return index.data(UsageModel::RightRole).value<RightUsage>();
}

/** Lower is worse. */
auto rankOf(const QModelIndex &sourceIndex)
{
    const RightUsage right = rightOf(sourceIndex);
    const int percent = percentUsed(right.current, right.amount).value_or(-1);
    return std::tuple(-percent, right.amount.isKnown() ? 0 : 1, right.current.isKnown() ? 0 : 1,
        sourceIndex.row());
}

} // namespace

QVariant UsageTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.column() != Percent)
        return WordsTable::data(index, role);
    const auto percent = [&] {
        const RightUsage right = rightOf(index);
        return percentUsed(right.current, right.amount);
    };
    switch (role) {
    case TableDelegate::UsedRole: {
        const auto used = percent();
        return used ? QVariant(*used / 100.0) : QVariant();
    }
    case TableDelegate::ToneRole:
        return static_cast<int>(percent().value_or(0) >= Limit ? Tone::Soon : Tone::Plain);
    case Qt::ForegroundRole:
        return percent().value_or(0) >= Limit ? QVariant(theme().toneColor(Tone::Soon))
                                              : WordsTable::data(index, role);
    default:
        return WordsTable::data(index, role);
    }
}

WordsTable::Cell UsageTable::cell(const QModelIndex &index) const
{
    const RightUsage right = rightOf(index);
    const QString details = UsageText::details(right);
    switch (index.column()) {
    case Name:
        return {UsageText::name(right.modelName, right.modelCode), details,
            right.modelName.isKnown() || right.modelCode.isKnown()};
    case Use:
        return {UsageText::use(right), details, UsageText::isUseKnown(right)};
    case Percent:
        return {UsageText::percent(right), details,
            percentUsed(right.current, right.amount).has_value()};
    case Trial:
        return {UsageText::trial(right), details, right.isTrial.isKnown()};
    case Code:
        return {UsageText::code(right.modelCode), details, right.modelCode.isKnown()};
    default:
        return {};
    }
}

QString UsageTable::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Right");
    case Use:
        return tr("Used");
    case Percent:
        return tr("Share");
    case Trial:
        return tr("Trial");
    case Code:
        return tr("Code");
    default:
        return {};
    }
}

bool UsageTable::isNumber(int column) const
{
    return column == Use || column == Percent;
}

QVariant UsageTable::sortValue(const QModelIndex &sourceIndex) const
{
    if (sourceIndex.column() != UsageModel::NameColumn)
        return sourceIndex.data(UsageModel::SortRole);
    const RightUsage right = rightOf(sourceIndex);
    const bool known = right.modelName.isKnown() || right.modelCode.isKnown();
    return known ? QVariant(UsageText::name(right.modelName, right.modelCode)) : QVariant();
}

bool UsageTable::comesFirst(const QModelIndex &sourceLeft, const QModelIndex &sourceRight) const
{
    return rankOf(sourceLeft) < rankOf(sourceRight);
}

QStringList UsageTable::searched(const QModelIndex &sourceIndex) const
{
    return {sourceIndex.data(UsageModel::RawRole).toString(),
        sourceIndex.siblingAtColumn(UsageModel::CodeColumn).data().toString()};
}

bool UsageTable::filterAcceptsColumn(int sourceColumn, const QModelIndex & /*sourceParent*/) const
{
    return std::ranges::find(Sources, sourceColumn) != Sources.end();
}

QString UsageTable::tableCode() const
{
    return QStringLiteral("usage");
}

QStringList UsageTable::columnCodes() const
{
    return {QStringLiteral("name"), QStringLiteral("used"), QStringLiteral("included"),
        QStringLiteral("percent"), QStringLiteral("trial"), QStringLiteral("code")};
}

QVariant UsageTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    const QModelIndex sourceIndex = sourceRow.siblingAtColumn(column);
    const bool isUnlimited = column == UsageModel::IncludedColumn &&
                             rightOf(sourceIndex).amount.kind == Allowance::Kind::Unlimited;
    return isUnlimited ? QVariant(QStringLiteral("unlimited"))
                       : WordsTable::rawValue(sourceRow, column);
}

} // namespace genauth
