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

int alignmentOf(int column)
{
    const bool isNumber =
        column == HistoryModel::UsedColumn || column == HistoryModel::BoughtColumn;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString toolTip(const CycleFacts &cycle, const QString &asSent, int column)
{
    QStringList lines{HistoryText::line(cycle), HistoryText::caveat()};
    if (!isKnown(cycle, column) && !asSent.isEmpty())
        lines.prepend(HistoryText::asSent(asSent));
    return QStringLiteral("<qt>%1</qt>")
        .arg(lines.join(QLatin1Char('\n'))
                 .toHtmlEscaped()
                 .replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace

HistoryTable::HistoryTable(const Theme &theme, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &HistoryTable::retell);
}

QVariant HistoryTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return words(CycleFacts::of(index), column);
    case Qt::ToolTipRole:
        return toolTip(CycleFacts::of(index),
            QSortFilterProxyModel::data(index, HistoryModel::AsSentRole).toString(), column);
    case Qt::ForegroundRole:
        return m_stale || !isKnown(CycleFacts::of(index), column) ? m_theme.colors().dim
                                                                  : m_theme.colors().text;
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case TableDelegate::UsedRole: {
        const CycleFacts cycle = CycleFacts::of(index);
        return column == HistoryModel::PercentColumn && cycle.percent
                   ? QVariant(*cycle.percent / 100.0)
                   : QVariant();
    }
    case TableDelegate::ToneRole:
        return static_cast<int>(CycleFacts::of(index).over ? Tone::Soon : Tone::Plain);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QVariant HistoryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QSortFilterProxyModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
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

bool HistoryTable::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // Descending, the proxy asks with the two exchanged.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const QVariant a = left.data(HistoryModel::SortRole);
    const QVariant b = right.data(HistoryModel::SortRole);
    if (a.isValid() != b.isValid())
        return ascending ? a.isValid() : b.isValid();
    const QPartialOrdering order =
        a.isValid() ? QVariant::compare(a, b) : QPartialOrdering::Equivalent;
    if (order != QPartialOrdering::Equivalent)
        return order == QPartialOrdering::Less;
    return ascending ? left.row() < right.row() : right.row() < left.row();
}

void HistoryTable::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    retell();
}

void HistoryTable::retell()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
            {Qt::DisplayRole, Qt::ForegroundRole, Qt::ToolTipRole});
}

void HistoryTable::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, HistoryModel::ColumnCount - 1);
    retell();
}

} // namespace genauth
