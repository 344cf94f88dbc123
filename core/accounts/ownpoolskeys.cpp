// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of the user's own pools: how they come from the keychain, and how they get there.

#include "core/accounts/keyloader.h"
#include "core/accounts/ownpools.h"

#include <algorithm>

namespace genauth {

PoolSecrets OwnPools::secretsFor(const PoolAccess &pool)
{
    PoolSecrets secrets{.key = pool.key,
        .proxyPassword = pool.proxyPassword,
        .host = pool.account.host.toString(QUrl::FullyEncoded)};
    const ProxyChoice &proxy = pool.account.proxy;
    if (!pool.proxyPassword.isEmpty())
        secrets.proxy = QStringLiteral("%1@%2:%3").arg(proxy.user, proxy.host).arg(proxy.port);
    return secrets;
}

std::optional<PoolAccess> OwnPools::opened(const Account &account, const PoolSecrets &read)
{
    PoolAccess pool{account, read.key, read.proxyPassword};
    const PoolSecrets secrets = secretsFor(pool);
    if (secrets.host != read.host)
        return std::nullopt;
    if (secrets.proxy != read.proxy)
        pool.proxyPassword.clear();
    return pool;
}

void OwnPools::connectLoader()
{
    connect(m_loader.get(), &KeyLoader::arrived, this, &OwnPools::keyCame);
    connect(m_loader.get(), &KeyLoader::unreadable, this, &OwnPools::noteKeyProblem);
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
        removeEntry(id, {}); // the user was told when it first failed
}

void OwnPools::retryKeys()
{
    if (!isStored())
        return;
    m_loader->retry();
    if (!m_whenStored.isEmpty())
        return; // those are waiting for the list
    const QSet<QUuid> notKept = m_notKept;
    for (const QUuid &id : notKept) {
        if (!m_beingKept.contains(id))
            writeKey(id);
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

void OwnPools::keyCame(const QUuid &accountId, const PoolSecrets &read)
{
    const PoolAccess *known = pool(accountId);
    if (!known || m_keys.contains(accountId))
        return;
    const std::optional<PoolAccess> access = opened(known->account, read);
    if (!access) {
        noteKeyProblem(accountId, {.kind = ErrorKind::KeyUnusable});
        return;
    }
    takeKey(accountId, secretsFor(*access));
    const auto place = std::ranges::find_if(
        m_pools, [&](const PoolAccess &pool) { return pool.account.id == accountId; });
    *place = *access;
    emit keyArrived(accountId);
}

void OwnPools::noteKeyProblem(const QUuid &accountId, const ApiError &why)
{
    if (!pool(accountId) || m_keys.contains(accountId))
        return;
    m_keyProblems.insert(accountId, why);
    emit keyUnreadable(accountId);
}

void OwnPools::keepKey(const QUuid &accountId)
{
    if (!m_keeper || !m_keys.contains(accountId))
        return;
    // Until it is known to be kept.
    m_notKept.insert(accountId);
    whenStored([this, accountId] { writeKey(accountId); });
}

void OwnPools::writeKey(const QUuid &accountId)
{
    const auto key = m_keys.constFind(accountId);
    if (key == m_keys.cend())
        return; // removed meanwhile
    ++m_keySteps;
    m_beingKept.append(accountId);
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
    whenStored([this, accountId, name] { removeEntry(accountId, name); });
}

void OwnPools::removeEntry(const QUuid &accountId, const QString &name)
{
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

} // namespace genauth
