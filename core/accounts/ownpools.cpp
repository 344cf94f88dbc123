// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/ownpools.h"

#include "core/accounts/accountwriter.h"
#include "core/accounts/keyloader.h"
#include "core/accounts/listchanges.h"

#include <algorithm>

namespace genauth {

OwnPools::OwnPools(QObject *parent)
    : QObject(parent)
{
}

OwnPools::OwnPools(const QString &listFile, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_writer(std::make_unique<AccountWriter>(listFile))
    , m_keeper(std::make_unique<SecretKeeper>(secrets))
    , m_loader(std::make_unique<KeyLoader>(*m_keeper))
{
    connectLoader();
    connect(m_writer.get(), &AccountWriter::written, this, &OwnPools::listWasStored);
    connect(m_writer.get(), &AccountWriter::failed, this, [this](AccountStoreProblem problem) {
        ++m_writesEnded;
        emit listNotStored(problem);
        stepEnded();
    });
}

OwnPools::~OwnPools() = default;

QString OwnPools::listFile() const
{
    return m_writer ? m_writer->file() : QString();
}

std::optional<AccountStoreProblem> OwnPools::load()
{
    if (!isStored())
        return std::nullopt;
    const AccountStore::Reading reading = m_writer->load();
    m_list = reading.list;
    rebuild();
    emit changed();
    return reading.problem;
}

const PoolAccess *OwnPools::pool(const QUuid &accountId) const
{
    const auto found = std::ranges::find_if(
        m_pools, [&](const PoolAccess &pool) { return pool.account.id == accountId; });
    return found == m_pools.cend() ? nullptr : &*found;
}

std::optional<ApiError> OwnPools::keyProblem(const QUuid &accountId) const
{
    return m_keyProblems.contains(accountId) ? std::optional(m_keyProblems[accountId])
                                             : std::nullopt;
}

bool OwnPools::isKeyOfThisSession(const QUuid &accountId) const
{
    return m_keys.contains(accountId) && (!isStored() || m_notKept.contains(accountId));
}

bool OwnPools::isMasterKeyAccepted(const QUuid &accountId) const
{
    return m_list.masterKeyAccepted.contains(accountId);
}

bool OwnPools::isBusy() const
{
    return m_keySteps > 0 || (m_writer && m_writer->isBusy());
}

void OwnPools::adopt(const QList<PoolAccess> &pools)
{
    m_list = {};
    m_keys.clear();
    m_keyProblems.clear();
    m_notKept.clear();
    for (const PoolAccess &pool : pools) {
        m_list.accounts.append(pool.account);
        takeKey(pool.account.id, secretsFor(pool));
    }
    rebuild();
    emit changed();
}

void OwnPools::add(const PoolAccess &pool)
{
    m_storedNowhere.insert(pool.account.id);
    takeKey(pool.account.id, secretsFor(pool));
    apply([account = pool.account](AccountList &list) { addAccounts(list, {account}); });
    keepKey(pool.account.id);
}

void OwnPools::add(const QList<Account> &accounts)
{
    for (const Account &account : accounts)
        takeKey(account.id, {});
    apply([accounts](AccountList &list) { addAccounts(list, accounts); });
    for (const Account &account : accounts)
        emit keyUnreadable(account.id);
}

void OwnPools::replace(const QUuid &accountId, const PoolAccess &pool)
{
    if (!this->pool(accountId))
        return;
    const bool another = pool.account.id != accountId;
    const QString name = this->pool(accountId)->account.name;
    if (!another && !pool.key.isValid()) {
        apply([accountId, account = pool.account](
                  AccountList &list) { replaceAccount(list, accountId, account); });
        return;
    }
    const PoolSecrets secrets = secretsFor(pool);
    const auto known = m_keys.constFind(pool.account.id);
    const bool sameKey = known != m_keys.cend() && known->secrets == secrets;
    takeKey(pool.account.id, secrets);
    apply([accountId, account = pool.account](
              AccountList &list) { replaceAccount(list, accountId, account); });
    if (!sameKey)
        keepKey(pool.account.id);
    if (!another)
        return;
    deleteKey(accountId, name);
    emit removed(accountId);
}

void OwnPools::remove(const QUuid &accountId)
{
    const PoolAccess *gone = pool(accountId);
    if (!gone)
        return;
    const QString name = gone->account.name;
    apply([accountId](AccountList &list) { removeAccount(list, accountId); });
    deleteKey(accountId, name);
    emit removed(accountId);
}

void OwnPools::setOrder(const QList<QUuid> &accountIds)
{
    apply([accountIds](AccountList &list) { orderAccounts(list, accountIds); });
}

void OwnPools::orderWorstFirst()
{
    apply([](AccountList &list) { list.orderedByUser = false; });
}

void OwnPools::acceptMasterKey(const QUuid &accountId)
{
    if (!pool(accountId))
        return;
    apply([accountId](AccountList &list) { list.masterKeyAccepted.insert(accountId); });
}

void OwnPools::record(const Change &change)
{
    change(m_list);
    if (!m_writer)
        return;
    ++m_writesBegun;
    m_writer->write(change);
}

void OwnPools::whenStored(std::function<void()> action)
{
    if (m_writer)
        m_whenStored.append({m_writesBegun, std::move(action)});
}

void OwnPools::listWasStored()
{
    ++m_writesEnded;
    while (!m_whenStored.isEmpty() && m_whenStored.constFirst().first <= m_writesEnded)
        m_whenStored.takeFirst().second();
    emit listStored();
    stepEnded();
}

void OwnPools::apply(const Change &change)
{
    record(change);
    rebuild();
    emit changed();
}

void OwnPools::rebuild()
{
    m_pools.clear();
    for (const Account &account : std::as_const(m_list.accounts)) {
        const PoolSecrets secrets = m_keys.value(account.id).secrets;
        m_pools.append({account, secrets.key, secrets.proxyPassword});
    }
}

void OwnPools::stepEnded()
{
    if (!isBusy())
        emit settled();
}

} // namespace genauth
