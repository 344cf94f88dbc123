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
    connect(m_loader.get(), &KeyLoader::arrived, this, &OwnPools::keyCame);
    connect(
        m_loader.get(), &KeyLoader::unreadable, this, [this](const QUuid &id, const ApiError &why) {
            if (!pool(id) || m_keys.contains(id))
                return;
            m_keyProblems.insert(id, why);
            emit keyUnreadable(id);
        });
    connect(m_writer.get(), &AccountWriter::written, this, [this] {
        emit listStored();
        stepEnded();
    });
    connect(m_writer.get(), &AccountWriter::failed, this, [this](AccountStoreProblem problem) {
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

void OwnPools::readKeys()
{
    if (!isStored())
        return;
    QList<QUuid> ids;
    for (const Account &account : m_list.accounts)
        ids.append(account.id);
    m_loader->load(ids);
    for (const QUuid &id : std::as_const(m_list.keysToRemove))
        deleteKey(id, {}); // the user was told when it first failed
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
        takeKey(pool.account.id, {pool.key, pool.proxyPassword});
    }
    rebuild();
    emit changed();
}

void OwnPools::add(const PoolAccess &pool)
{
    m_storedNowhere.insert(pool.account.id);
    takeKey(pool.account.id, {pool.key, pool.proxyPassword});
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
    const PoolSecrets secrets{pool.key, pool.proxyPassword};
    const auto known = m_keys.constFind(pool.account.id);
    const bool sameKey = known != m_keys.cend() && known->secrets == secrets;
    takeKey(pool.account.id, secrets);
    apply([accountId, account = pool.account](
              AccountList &list) { replaceAccount(list, accountId, account); });
    if (!sameKey)
        keepKey(pool.account.id);
    if (another)
        deleteKey(accountId, name);
}

void OwnPools::remove(const QUuid &accountId)
{
    const PoolAccess *gone = pool(accountId);
    if (!gone)
        return;
    const QString name = gone->account.name;
    apply([accountId](AccountList &list) { removeAccount(list, accountId); });
    deleteKey(accountId, name);
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

void OwnPools::retryKeys()
{
    if (!isStored())
        return;
    m_loader->retry();
    const QSet<QUuid> notKept = m_notKept;
    for (const QUuid &id : notKept) {
        if (!m_beingKept.contains(id))
            keepKey(id);
    }
}

void OwnPools::record(const Change &change)
{
    change(m_list);
    if (m_writer)
        m_writer->write(change);
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

void OwnPools::takeKey(const QUuid &accountId, const PoolSecrets &secrets)
{
    if (m_loader)
        m_loader->forget(accountId);
    if (!secrets.key.isValid()) {
        m_keyProblems.insert(accountId, {.kind = ErrorKind::KeyMissing});
        return;
    }
    m_keyProblems.remove(accountId);
    m_keys.insert(
        accountId, {secrets, SecretMark(secrets.key.secret), SecretMark(secrets.proxyPassword)});
}

void OwnPools::keyCame(const QUuid &accountId, const PoolSecrets &secrets)
{
    if (!pool(accountId) || m_keys.contains(accountId))
        return;
    takeKey(accountId, secrets);
    const auto place = std::ranges::find_if(
        m_pools, [&](const PoolAccess &pool) { return pool.account.id == accountId; });
    place->key = secrets.key;
    place->proxyPassword = secrets.proxyPassword;
    emit keyArrived(accountId);
}

void OwnPools::keepKey(const QUuid &accountId)
{
    const auto key = m_keys.constFind(accountId);
    if (!m_keeper || key == m_keys.cend())
        return;
    ++m_keySteps;
    m_beingKept.append(accountId);
    // Until it is known to be kept.
    m_notKept.insert(accountId);
    m_keeper->write(
        accountId, key->secrets, this, [this, accountId](const std::optional<ApiError> &problem) {
            --m_keySteps;
            m_beingKept.removeOne(accountId);
            if (!problem || problem->kind != ErrorKind::KeychainUnavailable)
                m_storedNowhere.remove(accountId);
            if (!pool(accountId) || m_beingKept.contains(accountId)) {
                // Removed meanwhile, or replaced: what follows has the last word.
            } else if (problem) {
                emit keyNotKept(accountId, *problem);
            } else {
                m_notKept.remove(accountId);
                emit keyKept(accountId);
            }
            stepEnded();
        });
}

void OwnPools::deleteKey(const QUuid &accountId, const QString &name)
{
    m_keys.remove(accountId);
    m_keyProblems.remove(accountId);
    m_notKept.remove(accountId);
    if (!m_keeper)
        return;
    m_loader->forget(accountId);
    ++m_keySteps;
    // Tried all the same; but nobody need worry about what was never there.
    const bool wasNowhere = m_storedNowhere.remove(accountId) && !m_beingKept.contains(accountId);
    m_keeper->remove(accountId, this,
        [this, accountId, name = wasNowhere ? QString() : name](
            const std::optional<ApiError> &problem) {
            --m_keySteps;
            if (problem) {
                if (!name.isEmpty())
                    emit keyMayRemain(accountId, name, *problem);
            } else {
                record([accountId](AccountList &list) { list.keysToRemove.removeAll(accountId); });
                emit keyDeleted(accountId);
            }
            stepEnded();
        });
}

void OwnPools::stepEnded()
{
    if (!isBusy())
        emit settled();
}

} // namespace genauth
