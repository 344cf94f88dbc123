// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poollistproxy.h"

#include "app/dashboard/plaintooltip.h"
#include "app/dashboard/poolorder.h"
#include "app/text/statustext.h"
#include "core/models/poolsmodel.h"

#include <QMimeData>

#include <algorithm>
#include <memory>

namespace genauth {

namespace {

/** One pool on its way: the id it has in this program. */
const QString PoolMimeType = QStringLiteral("application/x-genauth-dashboard-pool");

SubscriptionAssessment assessmentOf(const QModelIndex &pool)
{
    return pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
}

QUuid idOf(const QModelIndex &pool)
{
    return pool.data(PoolsModel::AccountRole).value<Account>().id;
}

} // namespace

PoolListProxy::PoolListProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
}

void PoolListProxy::setOrder(Order order)
{
    m_order = order;
    sort(order == Order::WorstFirst ? 0 : -1);
}

void PoolListProxy::setFilterText(const QString &text)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

QUuid PoolListProxy::idAt(int row) const
{
    return idOf(index(row, 0));
}

QModelIndex PoolListProxy::indexOf(const QUuid &accountId) const
{
    const auto *pools = qobject_cast<const PoolsModel *>(sourceModel());
    return pools ? mapFromSource(pools->index(pools->rowOf(accountId), 0)) : QModelIndex();
}

QVariant PoolListProxy::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return QSortFilterProxyModel::data(index, role);
    if (!index.isValid())
        return {};
    const QString name = index.data(PoolsModel::RawRole).toString();
    const QString state = StatusText::listLine(assessmentOf(index));
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2").arg(name, state);
    return plainToolTip(name + QLatin1Char('\n') + state);
}

Qt::ItemFlags PoolListProxy::flags(const QModelIndex &index) const
{
    if (isFiltered())
        return QSortFilterProxyModel::flags(index);
    // Between two rows, which is the root's affair, and never onto one.
    return index.isValid() ? QSortFilterProxyModel::flags(index) | Qt::ItemIsDragEnabled
                           : Qt::ItemIsDropEnabled;
}

Qt::DropActions PoolListProxy::supportedDropActions() const
{
    return Qt::MoveAction;
}

Qt::DropActions PoolListProxy::supportedDragActions() const
{
    return Qt::MoveAction;
}

QStringList PoolListProxy::mimeTypes() const
{
    return {PoolMimeType};
}

QMimeData *PoolListProxy::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto data = std::make_unique<QMimeData>();
    data->setData(PoolMimeType, idOf(indexes.first()).toByteArray());
    return data.release();
}

bool PoolListProxy::canDropMimeData(const QMimeData *data, Qt::DropAction action, int /*row*/,
    int /*column*/, const QModelIndex &parent) const
{
    return action == Qt::MoveAction && data && data->hasFormat(PoolMimeType) && !parent.isValid();
}

bool PoolListProxy::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QModelIndex dragged = indexOf(QUuid(data->data(PoolMimeType)));
    return dragged.isValid() && moveRow({}, dragged.row(), {}, row < 0 ? rowCount() : row);
}

bool PoolListProxy::moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
    const QModelIndex &destinationParent, int destinationChild)
{
    const int end = sourceRow + count;
    const bool inside = sourceRow >= 0 && count > 0 && end <= rowCount() && destinationChild >= 0 &&
                        destinationChild <= rowCount();
    const bool moves = destinationChild < sourceRow || destinationChild > end;
    if (isFiltered() || sourceParent.isValid() || destinationParent.isValid() || !inside || !moves)
        return false;
    QList<QUuid> ids;
    for (int row = 0; row < rowCount(); ++row)
        ids.append(idAt(row));
    const auto begin = ids.begin();
    if (destinationChild < sourceRow)
        std::rotate(begin + destinationChild, begin + sourceRow, begin + end);
    else
        std::rotate(begin + sourceRow, begin + end, begin + destinationChild);
    emit orderChosen(ids);
    return true;
}

void PoolListProxy::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
            {Qt::AccessibleTextRole, Qt::ToolTipRole});
    // The words of a state are searched as they are shown, and names sort by the language's rules.
    invalidate();
}

bool PoolListProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_words.isEmpty())
        return true;
    const QModelIndex pool = sourceModel()->index(sourceRow, 0, sourceParent);
    const QString searched =
        QStringList{
            pool.data(PoolsModel::RawRole).toString(),
            pool.data(PoolsModel::NameZhRole).toString(),
            pool.data(PoolsModel::NameEnRole).toString(),
            StatusText::listLine(assessmentOf(pool)),
            pool.data(PoolsModel::AccountRole).value<Account>().host.host(),
        }
            .join(QLatin1Char('\n'));
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return searched.contains(word, Qt::CaseInsensitive); });
}

bool PoolListProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return isWorse(left, right);
}

} // namespace genauth
