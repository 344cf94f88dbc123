// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/poolsrefresher.h"

#include "core/api/tokenprovider.h"
#include "core/sync/poolqueries.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace genauth {

PoolsRefresher::PoolsRefresher(const RefreshContext &context, int slotCount, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_slots(std::max(slotCount, 1))
{
}

PoolsRefresher::~PoolsRefresher()
{
    qDeleteAll(
        std::exchange(m_running, {})); // they use the token providers, which go first otherwise
}

// Whoever listens to a signal may cancel, or replace the pools, before it returns: after each emit
// nothing is taken for granted.

void PoolsRefresher::setPools(const QList<PoolAccess> &pools)
{
    std::map<QUuid, Pool> before = std::exchange(m_pools, {});
    m_order.clear();
    for (const PoolAccess &access : pools) {
        const QUuid id = access.account.id;
        m_order.append(id);
        const auto known = before.find(id);
        if (known != before.end() && isSameConnection(known->second.access, access)) {
            known->second.access = access;
            m_pools.insert(before.extract(known));
        } else {
            m_pools.emplace(
                id, Pool{access, std::make_shared<TokenProvider>(access.key, *m_context.clock)});
        }
    }
    const int total = m_total;
    QList<QUuid> dropped;
    for (const auto &[id, pool] : before) {
        if (m_running.contains(id))
            dropped.append(id);
        drop(id);
    }
    for (const QUuid &id : std::as_const(dropped))
        emit poolDropped(id);
    fillSlots();
    finishIfDone();
    if (isRunning() && m_total != total)
        emit progressed(m_done, m_total);
}

void PoolsRefresher::addPool(const PoolAccess &pool)
{
    const QUuid id = pool.account.id;
    if (m_pools.contains(id))
        return;
    m_order.append(id);
    m_pools.emplace(id, Pool{pool, std::make_shared<TokenProvider>(pool.key, *m_context.clock)});
}

void PoolsRefresher::drop(const QUuid &accountId)
{
    PoolRefresh *refresh = m_running.take(accountId);
    const bool waited = m_waiting.removeOne(accountId);
    if (!refresh && !waited)
        return;
    delete refresh;
    --m_total;
}

void PoolsRefresher::setSlotCount(int slotCount)
{
    m_slots = std::max(slotCount, 1);
    fillSlots();
}

void PoolsRefresher::setLanguage(ApiLanguage language)
{
    m_context.language = language;
}

void PoolsRefresher::refreshAll()
{
    const QList<QUuid> all = m_order;
    refresh(all);
}

void PoolsRefresher::refresh(const QList<QUuid> &accountIds)
{
    QList<QUuid> asked;
    QSet<QUuid> seen;
    for (const QUuid &id : accountIds) {
        if (!m_pools.contains(id) || m_running.contains(id) || m_waiting.contains(id) ||
            seen.contains(id))
            continue;
        seen.insert(id);
        asked.append(id);
    }
    if (asked.isEmpty())
        return;
    const bool wasRunning = std::exchange(m_active, true);
    if (!wasRunning)
        m_done = m_total = 0;
    m_waiting.append(asked);
    m_total += static_cast<int>(asked.size());
    if (wasRunning)
        emit progressed(m_done, m_total);
    else
        emit started();
    fillSlots();
}

void PoolsRefresher::cancel()
{
    if (!isRunning())
        return;
    m_total -= static_cast<int>(m_waiting.size());
    m_waiting.clear();
    const QList<PoolRefresh *> running = m_running.values();
    for (PoolRefresh *refresh : running)
        refresh->cancel();
    finishIfDone();
}

void PoolsRefresher::giveUpOverdue()
{
    for (PoolRefresh *refresh : std::as_const(m_running))
        refresh->giveUpOverdue();
    // One may have been begun by a question outside the refreshes, and be waited for by one.
    for (const auto &[id, pool] : m_pools)
        pool.tokens->giveUpOverdue();
}

std::unique_ptr<PoolQueries> PoolsRefresher::queries(const QUuid &accountId) const
{
    const auto pool = m_pools.find(accountId);
    if (pool == m_pools.end())
        return nullptr;
    return std::make_unique<PoolQueries>(pool->second.access, pool->second.tokens, m_context);
}

bool PoolsRefresher::isCurrent(const PoolQueries &queries) const
{
    const auto pool = m_pools.find(queries.account().id);
    return pool != m_pools.end() && queries.asksWith(pool->second.tokens);
}

void PoolsRefresher::fillSlots()
{
    while (m_running.size() < m_slots && !m_waiting.isEmpty())
        startPool(m_pools.at(m_waiting.takeFirst()));
}

void PoolsRefresher::startPool(const Pool &pool)
{
    auto *refresh = new PoolRefresh(pool.access, *pool.tokens, m_context, m_scope, this);
    const QUuid accountId = pool.access.account.id;
    m_running.insert(accountId, refresh);
    refresh->assumeClockSkew(pool.clockSkew);
    connect(refresh, &PoolRefresh::finished, this,
        [this, accountId, refresh] { poolEnded(accountId, refresh); });
    refresh->start();
    emit poolStarted(accountId);
}

void PoolsRefresher::poolEnded(const QUuid &accountId, PoolRefresh *refresh)
{
    m_running.remove(accountId);
    refresh->deleteLater();
    if (const auto pool = m_pools.find(accountId);
        pool != m_pools.end() && refresh->snapshot().clockSkew)
        pool->second.clockSkew = refresh->snapshot().clockSkew;
    ++m_done;
    emit poolFinished(accountId, refresh->snapshot());
    if (!isRunning())
        return;
    emit progressed(m_done, m_total);
    fillSlots();
    finishIfDone();
}

void PoolsRefresher::finishIfDone()
{
    if (!isRunning() || !m_running.isEmpty() || !m_waiting.isEmpty())
        return;
    m_active = false;
    emit finished();
}

} // namespace genauth
