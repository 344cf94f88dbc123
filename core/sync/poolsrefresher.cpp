// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/poolsrefresher.h"

#include "core/api/tokenprovider.h"

#include <algorithm>

namespace genauth {

PoolsRefresher::PoolsRefresher(const RefreshContext &context, int slotCount, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_slots(std::max(slotCount, 1))
{
}

PoolsRefresher::~PoolsRefresher()
{
    qDeleteAll(m_running); // they use the token providers, which go first otherwise
}

void PoolsRefresher::setPools(const QList<PoolAccess> &pools)
{
    qDeleteAll(std::exchange(m_running, {}));
    m_pools.clear();
    for (const PoolAccess &pool : pools)
        m_pools.push_back(
            {pool.account, std::make_unique<TokenProvider>(pool.key, *m_context.clock)});
    m_next = m_pools.size(); // of these, nobody's turn comes before the next refreshAll()
    finishIfDone();
}

void PoolsRefresher::setLanguage(ApiLanguage language)
{
    m_context.language = language;
}

// Whoever listens to a signal may cancel, or replace the pools, before it returns: after each emit
// nothing is taken for granted.

void PoolsRefresher::refreshAll()
{
    if (isRunning() || m_pools.empty())
        return;
    m_next = 0;
    m_done = 0;
    m_total = static_cast<int>(m_pools.size());
    emit started();
    fillSlots();
}

void PoolsRefresher::cancel()
{
    if (!isRunning())
        return;
    m_next = m_pools.size();
    const QList<PoolRefresh *> running = m_running;
    for (PoolRefresh *refresh : running)
        refresh->cancel();
    finishIfDone();
}

void PoolsRefresher::fillSlots()
{
    while (m_running.size() < m_slots && m_next < m_pools.size())
        startPool(m_pools[m_next++]);
}

void PoolsRefresher::startPool(const Pool &pool)
{
    auto *refresh = new PoolRefresh(pool.account, *pool.tokens, m_context, this);
    m_running.append(refresh);
    const QUuid accountId = pool.account.id;
    connect(refresh, &PoolRefresh::finished, this,
        [this, accountId, refresh] { poolEnded(accountId, refresh); });
    refresh->start();
    emit poolStarted(accountId);
}

void PoolsRefresher::poolEnded(const QUuid &accountId, PoolRefresh *refresh)
{
    m_running.removeOne(refresh);
    refresh->deleteLater();
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
    if (!isRunning() || !m_running.isEmpty() || m_next < m_pools.size())
        return;
    m_total = 0;
    emit finished();
}

} // namespace genauth
