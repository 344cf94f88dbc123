// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/historytable.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/tabledelegate.h"
#include "app/text/historytext.h"
#include "core/models/historymodel.h"

#include <algorithm>

namespace genauth {

namespace {

QString words(const CycleFacts &cycle, int column)
{
    switch (column) {
    case HistoryModel::StartColumn:
        return HistoryText::day(cycle.start);
    case HistoryModel::EndColumn:
        return cycle.running ? HistoryText::runningUntil(cycle.end) : HistoryText::day(cycle.end);
    case HistoryModel::UsedColumn:
        return HistoryText::used(cycle);
    case HistoryModel::BoughtColumn:
        return HistoryText::bought(cycle);
    case HistoryModel::PercentColumn:
        return HistoryText::share(cycle);
    default:
        return {};
    }
}

bool isKnown(const CycleFacts &cycle, int column)
{
    switch (column) {
    case HistoryModel::StartColumn:
        return cycle.start.isValid();
    case HistoryModel::EndColumn:
        return cycle.end.isValid();
    case HistoryModel::UsedColumn:
        return cycle.used.has_value();
    case HistoryModel::BoughtColumn:
        return cycle.allowance != Allowance::Kind::Unknown;
    default:
        return cycle.percent.has_value();
    }
}

} // namespace

QVariant HistoryTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    // Of a cell the facts are asked for by other roles of the same cell.
    if (role == TableDelegate::UsedRole) {
        const CycleFacts cycle = CycleFacts::of(index);
        return index.column() == HistoryModel::PercentColumn && cycle.percent
                   ? QVariant(*cycle.percent / 100.0)
                   : QVariant();
    }
    if (role == TableDelegate::ToneRole)
        return static_cast<int>(CycleFacts::of(index).over ? Tone::Soon : Tone::Plain);
    return WordsTable::data(index, role);
}

WordsTable::Cell HistoryTable::cell(const QModelIndex &index) const
{
    const CycleFacts cycle = CycleFacts::of(index);
    const bool known = isKnown(cycle, index.column());
    const QString asSent = index.data(HistoryModel::AsSentRole).toString();
    QStringList lines{HistoryText::line(cycle), HistoryText::caveat()};
    if (!known && !asSent.isEmpty())
        lines.prepend(HistoryText::asSent(asSent));
    return {words(cycle, index.column()), lines.join(QLatin1Char('\n')), known};
}

QString HistoryTable::title(int column) const
{
    switch (column) {
    case HistoryModel::StartColumn:
        return tr("From");
    case HistoryModel::EndColumn:
        return tr("To");
    case HistoryModel::UsedColumn:
        return tr("Used");
    case HistoryModel::BoughtColumn:
        return tr("Bought");
    case HistoryModel::PercentColumn:
        return tr("Share");
    default:
        return {};
    }
}

bool HistoryTable::isNumber(int column) const
{
    return column == HistoryModel::UsedColumn || column == HistoryModel::BoughtColumn;
}

QVariant HistoryTable::sortValue(const QModelIndex &sourceIndex) const
{
    return sourceIndex.data(HistoryModel::SortRole);
}

QString HistoryTable::tableCode() const
{
    return QStringLiteral("history");
}

QStringList HistoryTable::columnCodes() const
{
    return {QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("used"),
        QStringLiteral("bought"), QStringLiteral("percent")};
}

QVariant HistoryTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    const QModelIndex sourceIndex = sourceRow.siblingAtColumn(column);
    const bool isUnlimited = column == HistoryModel::BoughtColumn &&
                             sourceIndex.data(HistoryModel::AllowanceRole).toInt() ==
                                 static_cast<int>(Allowance::Kind::Unlimited);
    return isUnlimited ? QVariant(QStringLiteral("unlimited"))
                       : WordsTable::rawValue(sourceRow, column);
}

} // namespace genauth
