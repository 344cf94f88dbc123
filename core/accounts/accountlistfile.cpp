// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountlistfile.h"

#include "core/accounts/accountjson.h"
#include "core/accounts/listdocument.h"

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Format = "genauth-dashboard-pools-store"_L1;

QJsonArray toJson(const QList<QUuid> &ids)
{
    QJsonArray array;
    for (const QUuid &id : ids)
        array.append(id.toString(QUuid::WithoutBraces));
    return array;
}

/** Each once. Empty when one of them is no id: what it was meant for, nobody can tell. */
std::optional<QList<QUuid>> idsFrom(const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isArray())
        return std::nullopt;
    QList<QUuid> ids;
    QSet<QUuid> known;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array) {
        const QUuid id = idFromText(entry.toString());
        if (id.isNull())
            return std::nullopt;
        if (!known.contains(id))
            ids.append(id);
        known.insert(id);
    }
    return ids;
}

void readPools(const QJsonArray &pools, AccountList &list)
{
    QSet<QUuid> known;
    for (const QJsonValue &entry : pools) {
        const std::optional<Account> account = accountFromJson(entry.toObject());
        if (!account || known.contains(account->id)) {
            list.notUnderstood.append(entry);
        } else {
            known.insert(account->id);
            list.accounts.append(*account);
        }
    }
}

} // namespace

QByteArray toAccountListFile(const AccountList &list)
{
    QJsonArray pools;
    for (const Account &account : list.accounts)
        pools.append(toJson(account));
    for (const QJsonValue &entry : list.notUnderstood)
        pools.append(entry);
    // A set has no order of its own, and would change the file for nothing.
    QList<QUuid> accepted = list.masterKeyAccepted.values();
    std::ranges::sort(accepted);
    return toListDocument(Format, {
                                      {u"pools"_s, pools},
                                      {u"orderedByUser"_s, list.orderedByUser},
                                      {u"masterKeyAccepted"_s, toJson(accepted)},
                                      {u"keysToRemove"_s, toJson(list.keysToRemove)},
                                  });
}

void forgetCopiesOfRemoved(AccountList &list)
{
    QSet<QUuid> known;
    for (const Account &account : list.accounts)
        known.insert(account.id);
    QJsonArray kept;
    for (const QJsonValue &entry : list.notUnderstood) {
        const std::optional<Account> copy = accountFromJson(entry.toObject());
        if (!copy || known.contains(copy->id))
            kept.append(entry);
    }
    list.notUnderstood = kept;
}

AccountStore::Reading readAccountListFile(const QByteArray &bytes)
{
    const ListDocumentReading document = readListDocument(bytes, Format);
    if (document.problem == ListDocumentProblem::NewerVersion)
        return {{}, AccountStoreProblem::NewerVersion};
    const QJsonValue pools = document.object.value("pools"_L1);
    const QJsonValue ordered = document.object.value("orderedByUser"_L1);
    const auto accepted = idsFrom(document.object.value("masterKeyAccepted"_L1));
    const auto toRemove = idsFrom(document.object.value("keysToRemove"_L1));
    if (document.problem || !pools.isArray() || !(ordered.isBool() || ordered.isUndefined()) ||
        !accepted || !toRemove)
        return {{}, AccountStoreProblem::NotUnderstood};

    AccountList list;
    readPools(pools.toArray(), list);
    list.orderedByUser = ordered.toBool();
    list.masterKeyAccepted = QSet<QUuid>(accepted->cbegin(), accepted->cend());
    list.keysToRemove = *toRemove;
    return {list, std::nullopt};
}

} // namespace genauth
