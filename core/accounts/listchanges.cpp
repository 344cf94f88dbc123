// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/listchanges.h"

#include <QHash>

#include <algorithm>

namespace genauth {

namespace {

auto findAccount(QList<Account> &accounts, const QUuid &id)
{
    return std::ranges::find_if(accounts, [&](const Account &account) { return account.id == id; });
}

void noteKeyToRemove(AccountList &list, const QUuid &id)
{
    if (!list.keysToRemove.contains(id))
        list.keysToRemove.append(id);
}

} // namespace

void addAccounts(AccountList &list, const QList<Account> &accounts)
{
    for (const Account &account : accounts) {
        if (findAccount(list.accounts, account.id) == list.accounts.end())
            list.accounts.append(account);
        list.keysToRemove.removeAll(account.id);
    }
}

void replaceAccount(AccountList &list, const QUuid &id, const Account &account)
{
    const auto old = findAccount(list.accounts, id);
    if (old == list.accounts.end()) {
        addAccounts(list, {account});
        return;
    }
    *old = account;
    list.keysToRemove.removeAll(account.id);
    if (account.id == id)
        return;
    list.masterKeyAccepted.remove(id);
    noteKeyToRemove(list, id);
}

void removeAccount(AccountList &list, const QUuid &id)
{
    const auto old = findAccount(list.accounts, id);
    if (old != list.accounts.end())
        list.accounts.erase(old);
    list.masterKeyAccepted.remove(id);
    noteKeyToRemove(list, id);
}

void orderAccounts(AccountList &list, const QList<QUuid> &ids)
{
    QHash<QUuid, qsizetype> places;
    for (const QUuid &id : ids)
        places.insert(id, places.size());
    const auto placeOf = [&](const Account &account) {
        return places.value(account.id, ids.size());
    };
    std::ranges::stable_sort(list.accounts, {}, placeOf);
    list.orderedByUser = true;
}

} // namespace genauth
