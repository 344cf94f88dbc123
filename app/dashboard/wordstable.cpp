// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/wordstable.h"

#include "app/dashboard/plaintooltip.h"
#include "app/dashboard/theme.h"

#include <algorithm>

namespace genauth {

WordsTable::WordsTable(const Theme &theme, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_theme(theme)
{
    setDynamicSortFilter(true);
    connect(&theme, &Theme::changed, this, &WordsTable::retell);
}

void WordsTable::retell()
{
    retellUnder({});
}

void WordsTable::retellUnder(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    emit dataChanged(index(0, 0, parent), index(rows - 1, columnCount(parent) - 1, parent),
        {Qt::DisplayRole, Qt::ForegroundRole, Qt::ToolTipRole});
    for (int row = 0; row < rows; ++row) {
        // To count what is not there the proxy would keep a map for each row.
        const QModelIndex child = index(row, 0, parent);
        if (hasChildren(child))
            retellUnder(child);
    }
}

void WordsTable::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    retell();
    invalidate(); // names are others now, and sort by other rules
}

void WordsTable::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        retell();
}

void WordsTable::setFilterWords(const QString &words)
{
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted == m_filterWords)
        return;
    m_filterWords = wanted;
    invalidateFilter();
}

QVariant WordsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cell(index).words;
    case Qt::ToolTipRole:
        return plainToolTip(cell(index).tooltip);
    case Qt::ForegroundRole:
        return m_stale || !cell(index).known ? m_theme.colors().dim : m_theme.colors().text;
    case Qt::TextAlignmentRole:
        return QVariant(
            (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QVariant WordsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QSortFilterProxyModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

QString WordsTable::lastingWords(const QModelIndex &index) const
{
    return cell(index).words;
}

QVariant WordsTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    return knownText(sourceRow.siblingAtColumn(column).data());
}

QVariant WordsTable::knownText(const QVariant &value)
{
    return value.typeId() == QMetaType::QString && value.toString().isEmpty() ? QVariant() : value;
}

bool WordsTable::comesFirst(const QModelIndex &sourceLeft, const QModelIndex &sourceRight) const
{
    return sourceLeft.row() < sourceRight.row();
}

QStringList WordsTable::searched(const QModelIndex & /*sourceIndex*/) const
{
    return {};
}

bool WordsTable::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // Descending, the proxy asks with the two exchanged.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const QVariant a = sortValue(left);
    const QVariant b = sortValue(right);
    if (a.isValid() != b.isValid())
        return ascending ? a.isValid() : b.isValid();
    if (a.isValid() && a.typeId() == QMetaType::QString) {
        if (const int order = QString::localeAwareCompare(a.toString(), b.toString()); order != 0)
            return order < 0;
    } else if (a.isValid()) {
        const QPartialOrdering order = QVariant::compare(a, b);
        if (order == QPartialOrdering::Less || order == QPartialOrdering::Greater)
            return order == QPartialOrdering::Less;
    }
    return ascending ? comesFirst(left, right) : comesFirst(right, left);
}

bool WordsTable::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_filterWords.isEmpty())
        return true;
    const QStringList texts = searched(sourceModel()->index(sourceRow, 0, sourceParent));
    return std::ranges::all_of(m_filterWords, [&](const QString &word) {
        return std::ranges::any_of(
            texts, [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace genauth
