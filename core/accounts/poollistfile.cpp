// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/poollistfile.h"

#include "core/accounts/accountjson.h"
#include "core/accounts/listdocument.h"

#include <QJsonArray>
#include <QSet>

#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Format = "genauth-dashboard-pools"_L1;

/** What concerns everyone: not who signs in to a proxy, nor a proxy that is not in use, nor where
 *  something lies on one person's computer. */
Account shared(Account account)
{
    account.caFile.clear();
    account.proxy.user.clear();
    if (account.proxy.mode != ProxyChoice::Mode::Given)
        account.proxy = {.mode = account.proxy.mode, .host = {}, .port = 0, .user = {}};
    return account;
}

PoolListReading problem(PoolListProblem what, int badPool = 0)
{
    return {{}, what, badPool};
}

/** Host and pool id, by which two people's accounts are the same pool. */
using Place = std::pair<QUrl, QString>;

} // namespace

QByteArray toPoolListFile(const QList<Account> &accounts)
{
    QJsonArray pools;
    for (const Account &account : accounts)
        pools.append(toJson(shared(account)));
    return toListDocument(Format, {{u"pools"_s, pools}});
}

PoolListReading readPoolListFile(const QByteArray &bytes)
{
    if (bytes.size() > MaxPoolListBytes)
        return problem(PoolListProblem::TooLarge);
    const ListDocumentReading document = readListDocument(bytes, Format);
    if (document.problem == ListDocumentProblem::NewerVersion)
        return problem(PoolListProblem::NewerVersion);
    const QJsonValue pools = document.object.value("pools"_L1);
    if (document.problem || !pools.isArray())
        return problem(PoolListProblem::NotAPoolList);
    const QJsonArray entries = pools.toArray();
    if (entries.size() > MaxPoolsInList)
        return problem(PoolListProblem::TooLarge);

    PoolListReading reading;
    int number = 0;
    for (const QJsonValue &entry : entries) {
        ++number;
        const std::optional<Account> account = accountFromJson(entry.toObject());
        if (!account)
            return problem(PoolListProblem::BadPool, number);
        reading.accounts.append(shared(*account));
    }
    return reading;
}

QList<Account> newPoolsOf(
    const QList<Account> &offered, const QList<Account> &known, const QList<QUuid> &keysToRemove)
{
    QSet<QUuid> ids;
    QSet<Place> places;
    const auto remember = [&](const Account &account) {
        ids.insert(account.id);
        if (!account.poolId.isEmpty())
            places.insert({account.host, account.poolId});
    };
    for (const Account &account : known)
        remember(account);

    const QSet<QUuid> taken(keysToRemove.cbegin(), keysToRemove.cend());
    QList<Account> added;
    for (Account account : offered) {
        if (ids.contains(account.id) || places.contains({account.host, account.poolId}))
            continue;
        remember(account);
        if (taken.contains(account.id))
            account.id = QUuid::createUuid();
        added.append(account);
    }
    return added;
}

} // namespace genauth
