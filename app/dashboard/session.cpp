// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/session.h"

#include "app/demo/demosandbox.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <algorithm>
#include <utility>

namespace genauth {

Session::Session(
    PoolsModel &model, PoolsRefresher &refresher, RefreshScheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_refresher(refresher)
    , m_scheduler(scheduler)
{
    connect(&m_refresher, &PoolsRefresher::poolStarted, &m_model,
        [this](const QUuid &id) { m_model.setRefreshing(id, true); });
    connect(&m_refresher, &PoolsRefresher::poolFinished, &m_model, &PoolsModel::absorb);
}

Session::~Session() = default;

std::optional<PoolAccess> Session::pool(const QUuid &accountId) const
{
    const auto found = std::ranges::find_if(
        m_shown, [&](const PoolAccess &pool) { return pool.account.id == accountId; });
    return found == m_shown.cend() ? std::nullopt : std::optional(*found);
}

void Session::watch(const QList<PoolAccess> &pools)
{
    m_demo.reset();
    m_own = pools;
    show(m_own, m_own.isEmpty() ? State::Empty : State::Connected);
    emit newPools(idsOf(m_own));
}

void Session::add(const PoolAccess &pool, const PoolSnapshot &found)
{
    const auto same = std::ranges::find_if(m_own, [&](const PoolAccess &own) {
        return own.account.host == pool.account.host && !found.poolId.isEmpty() &&
               knownOf(own.account.id).poolId == found.poolId;
    });
    if (same != m_own.end() && !isDemo()) {
        PoolAccess again = pool;
        again.account.id = same->account.id;
        replace(again, found);
        return;
    }
    const QList<QUuid> waited = isDemo() ? idsOf(m_own) : QList<QUuid>();
    m_demo.reset();
    m_own.append(pool);
    show(m_own, State::Connected);
    takeOver(pool.account.id, found);
    if (!waited.isEmpty())
        emit newPools(waited);
}

void Session::replace(const PoolAccess &pool, const PoolSnapshot &found)
{
    const auto old = std::ranges::find_if(
        m_own, [&](const PoolAccess &own) { return own.account.id == pool.account.id; });
    if (old == m_own.end() || isDemo())
        return;
    const PoolSnapshot known = knownOf(pool.account.id);
    const bool sameHost = old->account.host == pool.account.host;
    const bool otherPool = !known.poolId.isEmpty() && known.poolId != found.poolId;
    *old = pool;
    // Another pool's facts under this one's name would be worse than none.
    if (otherPool || (!sameHost && known.package.value))
        old->account.id = QUuid::createUuid();
    const QUuid id = old->account.id;
    show(m_own, State::Connected);
    takeOver(id, found);
}

void Session::startDemo(const QString &program, const QString &language)
{
    if (!isDemo())
        rememberKnown();
    m_demo = std::make_unique<DemoSandbox>(program);
    connect(m_demo.get(), &DemoSandbox::started, this, &Session::watchDemo);
    // Queued: what comes of it may delete the sandbox.
    connect(m_demo.get(), &DemoSandbox::failed, this, &Session::demoEnded, Qt::QueuedConnection);
    show({}, State::DemoStarting);
    m_demo->start(language);
}

void Session::watchDemo(const QList<PoolAccess> &pools)
{
    show(pools, State::Demo);
    emit newPools(idsOf(pools));
}

void Session::endDemo()
{
    if (isDemo())
        watch(m_own);
}

QList<QUuid> Session::idsOf(const QList<PoolAccess> &pools)
{
    QList<QUuid> ids;
    for (const PoolAccess &pool : pools)
        ids.append(pool.account.id);
    return ids;
}

void Session::demoEnded()
{
    if (m_state != State::DemoStarting)
        return;
    if (m_own.isEmpty()) {
        show({}, State::DemoFailed);
        return;
    }
    endDemo();
    emit demoFailed();
}

PoolSnapshot Session::knownOf(const QUuid &accountId) const
{
    const QModelIndex row = m_model.index(m_model.rowOf(accountId), 0);
    return row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
}

void Session::takeOver(const QUuid &accountId, const PoolSnapshot &found)
{
    // A refresh may have brought something newer while the test's result was looked at.
    const QDateTime known = knownOf(accountId).package.receivedAt;
    if (!known.isValid() || known <= found.package.receivedAt) {
        m_model.absorb(accountId, found);
        m_scheduler.learn(accountId, found);
    }
    emit taken(accountId);
}

void Session::rememberKnown()
{
    for (const PoolAccess &pool : std::as_const(m_own))
        m_known.insert(pool.account.id, knownOf(pool.account.id));
}

void Session::recallKnown()
{
    const QHash<QUuid, PoolSnapshot> known = std::exchange(m_known, {});
    for (auto pool = known.cbegin(); pool != known.cend(); ++pool)
        m_model.absorb(pool.key(), *pool);
}

void Session::show(const QList<PoolAccess> &pools, State state)
{
    m_shown = pools;
    m_state = state;
    QList<Account> accounts;
    for (const PoolAccess &pool : pools)
        accounts.append(pool.account);
    // The user's own keep their plans during the demo: a server's request to wait outlives it.
    m_scheduler.setPools(isDemo() ? idsOf(pools) + idsOf(m_own) : idsOf(pools));
    m_refresher.setPools(pools);
    m_model.setAccounts(accounts);
    if (!isDemo())
        recallKnown();
    emit changed();
}

} // namespace genauth
