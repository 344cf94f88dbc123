// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the rows of the pools' model come, go and move.

#include "core/models/poolsmodel.h"

#include <algorithm>

namespace genauth {

namespace {

QList<Account> withoutRepeats(const QList<Account> &accounts, QSet<QUuid> &ids)
{
    QList<Account> once;
    for (const Account &account : accounts) {
        const qsizetype before = ids.size();
        ids.insert(account.id);
        if (ids.size() > before)
            once.append(account);
    }
    return once;
}

} // namespace

void PoolsModel::setAccounts(const QList<Account> &accounts)
{
    QSet<QUuid> ids;
    const QList<Account> wanted = withoutRepeats(accounts, ids);
    const auto isKnown = [this](const Account &account) { return rowOf(account.id) >= 0; };
    if (std::ranges::none_of(wanted, isKnown)) {
        replaceAll(wanted);
        return;
    }
    removeOthers(ids);
    QList<QUuid> order;
    for (const Account &account : wanted) {
        if (isKnown(account))
            order.append(account.id);
    }
    reorder(order);
    updateAccounts(wanted);
    insertMissing(wanted);
}

void PoolsModel::replaceAll(const QList<Account> &accounts)
{
    beginResetModel();
    m_rows.clear();
    for (const Account &account : accounts)
        m_rows.push_back(newRow(account));
    m_rowOf.clear();
    noteRows(0);
    endResetModel();
}

void PoolsModel::removeOthers(const QSet<QUuid> &kept)
{
    const auto stays = [&](int row) { return kept.contains(rowAt(row).account.id); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (stays(last))
            continue;
        int first = last;
        while (first > 0 && !stays(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rowOf.remove(rowAt(row).account.id);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        noteRows(first);
        endRemoveRows();
        last = first;
    }
}

void PoolsModel::reorder(const QList<QUuid> &order)
{
    const auto inPlace = [&] {
        return std::ranges::equal(
            order, m_rows, {}, {}, [](const auto &row) { return row->account.id; });
    };
    if (inPlace() || moveOne(order))
        return;
    // Many at once: one change of layout, where each single move would sort every view anew.
    emit layoutAboutToBeChanged();
    QHash<QUuid, int> target;
    for (int row = 0; row < static_cast<int>(order.size()); ++row)
        target.insert(order.at(row), row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.append(createIndex(target.value(rowAt(index.row()).account.id), index.column()));
    std::ranges::sort(m_rows, {}, [&](const auto &row) { return target.value(row->account.id); });
    noteRows(0);
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

bool PoolsModel::moveOne(const QList<QUuid> &order)
{
    const auto idAt = [this](int row) { return rowAt(row).account.id; };
    int first = 0;
    int last = rowCount() - 1;
    while (idAt(first) == order.at(first))
        ++first;
    while (idAt(last) == order.at(last))
        --last;
    // Between the two, everything has moved by one, and one row to the other end.
    const bool down = idAt(first) == order.at(last);
    if (!down && idAt(last) != order.at(first))
        return false;
    for (int row = first; row < last; ++row) {
        if (down ? idAt(row + 1) != order.at(row) : idAt(row) != order.at(row + 1))
            return false;
    }
    const auto begin = m_rows.begin();
    if (down) {
        beginMoveRows({}, first, first, {}, last + 1);
        std::rotate(begin + first, begin + first + 1, begin + last + 1);
    } else {
        beginMoveRows({}, last, last, {}, first);
        std::rotate(begin + first, begin + last, begin + last + 1);
    }
    noteRows(first);
    endMoveRows();
    return true;
}

void PoolsModel::updateAccounts(const QList<Account> &accounts)
{
    for (const Account &account : accounts) {
        const int row = rowOf(account.id);
        if (row < 0 || rowAt(row).account == account)
            continue;
        rowAt(row).account = account;
        assessRow(rowAt(row));
        emitRowChanged(row);
    }
}

void PoolsModel::insertMissing(const QList<Account> &accounts)
{
    const int count = static_cast<int>(accounts.size());
    for (int first = 0; first < count; ++first) {
        int end = first;
        while (end < count && rowOf(accounts.at(end).id) < 0)
            ++end;
        if (end == first)
            continue;
        Rows rows;
        for (int row = first; row < end; ++row)
            rows.push_back(newRow(accounts.at(row)));
        beginInsertRows({}, first, end - 1);
        m_rows.insert(m_rows.begin() + first, std::make_move_iterator(rows.begin()),
            std::make_move_iterator(rows.end()));
        noteRows(first);
        endInsertRows();
        first = end;
    }
}

std::unique_ptr<PoolsModel::Row> PoolsModel::newRow(const Account &account) const
{
    auto row = std::make_unique<Row>();
    row->account = account;
    assessRow(*row);
    return row;
}

void PoolsModel::noteRows(int first)
{
    for (int row = first; row < rowCount(); ++row)
        m_rowOf.insert(rowAt(row).account.id, row);
}

} // namespace genauth
