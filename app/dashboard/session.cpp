// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/session.h"

#include "app/demo/demosandbox.h"
#include "core/accounts/ownpools.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace genauth {

Session::Session(PoolsModel &model, PoolsRefresher &refresher, RefreshScheduler &scheduler,
    OwnPools &own, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_refresher(refresher)
    , m_scheduler(scheduler)
    , m_own(own)
    , m_clock(clock)
{
    connect(&m_refresher, &PoolsRefresher::poolStarted, &m_model,
        [this](const QUuid &id) { m_model.setRefreshing(id, true); });
    connect(&m_refresher, &PoolsRefresher::poolFinished, &m_model,
        qOverload<const QUuid &, const PoolSnapshot &>(&PoolsModel::absorb));
    connect(&m_refresher, &PoolsRefresher::poolDropped, &m_model,
        [this](const QUuid &id) { m_model.setRefreshing(id, false); });
    connect(&m_own, &OwnPools::changed, this, [this] {
        if (!isDemo())
            showOwn();
    });
    connect(&m_own, &OwnPools::keyArrived, this, &Session::keyArrived);
    connect(&m_own, &OwnPools::keyUnreadable, this, [this](const QUuid &id) {
        m_unreadable.insert(id);
        if (!m_unreadableTimer.isActive())
            m_unreadableTimer.start(0);
    });
    m_unreadableTimer.setSingleShot(true);
    m_unreadableTimer.callOnTimeout(
        this, [this] { showKeyProblems(std::exchange(m_unreadable, {}).values()); });
}

Session::~Session() = default;

std::optional<PoolAccess> Session::pool(const QUuid &accountId) const
{
    const QList<PoolAccess> &shown = isDemo() ? m_demoPools : m_own.pools();
    const auto found = std::ranges::find_if(
        shown, [&](const PoolAccess &pool) { return pool.account.id == accountId; });
    return found == shown.cend() ? std::nullopt : std::optional(*found);
}

bool Session::advisesAnotherKey(const QUuid &accountId, const PoolSnapshot &snapshot) const
{
    const PoolAccess *pool = isDemo() ? nullptr : m_own.pool(accountId);
    return pool && snapshot.poolIsNamedByToken && pool->key.id == snapshot.poolId &&
           !m_own.isMasterKeyAccepted(accountId);
}

void Session::recall(const QHash<QUuid, PoolSnapshot> &known)
{
    m_model.absorb(known);
    emit recalled();
}

void Session::watchOwn()
{
    m_demo.reset();
    showOwn();
    emit newPools(idsOf(withKeys(m_own.pools())));
}

void Session::watch(const QList<PoolAccess> &pools)
{
    m_demo.reset();
    m_state = State::Empty; // what is adopted is shown
    m_own.adopt(pools);
    emit newPools(idsOf(withKeys(m_own.pools())));
}

void Session::add(const PoolAccess &pool, const PoolSnapshot &found)
{
    const QList<PoolAccess> own = m_own.pools();
    const auto same = std::ranges::find_if(own, [&](const PoolAccess &known) {
        return known.account.host == pool.account.host && !found.poolId.isEmpty() &&
               poolIdOf(known) == found.poolId;
    });
    if (same == own.end())
        addCopy(pool, found);
    else
        merge(*same, pool, found);
}

QString Session::poolIdOf(const PoolAccess &own) const
{
    const QUuid &id = own.account.id;
    const QString answered = isDemo() ? m_known.value(id).poolId : knownOf(id).poolId;
    if (!answered.isEmpty())
        return answered;
    // As the check of a connection guesses it.
    return own.account.poolId.isEmpty() ? own.key.id : own.account.poolId;
}

void Session::merge(const PoolAccess &known, const PoolAccess &pool, const PoolSnapshot &found)
{
    QList<QUuid> waited = isDemo() ? idsOf(withKeys(m_own.pools())) : QList<QUuid>();
    waited.removeOne(known.account.id); // it has just answered
    if (isDemo()) {
        m_demo.reset();
        showOwn();
    }
    PoolAccess merged = pool;
    merged.account.id = known.account.id;
    merged.account.name = known.account.name;
    merged.account.currency = known.account.currency;
    merged.account.thresholds = known.account.thresholds;
    replace(merged, found);
    if (!waited.isEmpty())
        emit newPools(waited);
    emit this->merged(known.account.name);
}

void Session::addCopy(const PoolAccess &pool, const PoolSnapshot &found)
{
    const QList<QUuid> waited = isDemo() ? idsOf(withKeys(m_own.pools())) : QList<QUuid>();
    m_demo.reset();
    m_state = State::Connected;
    m_own.add(pool);
    takeOver(pool.account.id, found, Rest::AsKnown);
    if (!waited.isEmpty())
        emit newPools(waited);
}

void Session::replace(const PoolAccess &pool, const PoolSnapshot &found)
{
    const PoolAccess *old = m_own.pool(pool.account.id);
    if (!old || isDemo())
        return;
    const PoolSnapshot known = knownOf(pool.account.id);
    const bool otherHost = old->account.host != pool.account.host;
    const bool otherPool = !known.poolId.isEmpty() && known.poolId != found.poolId;
    PoolAccess taken = pool;
    // Another pool's facts under this one's name would be worse than none; and the old host's key
    // must not lie under the id of what is asked elsewhere.
    if (otherPool || otherHost)
        taken.account.id = QUuid::createUuid();
    // Else what is known was read by another clock, say, or was under way and has been dropped.
    const bool sameAnswers = isSameConnection(*old, taken);
    m_own.replace(pool.account.id, taken);
    takeOver(taken.account.id, found, sameAnswers ? Rest::AsKnown : Rest::ToBeAsked);
}

bool Session::isOrderedByUser() const
{
    return isDemo() ? m_demoIsOrdered : m_own.isOrderedByUser();
}

void Session::setOrder(const QList<QUuid> &accountIds)
{
    if (!isDemo()) {
        m_own.setOrder(accountIds);
        return;
    }
    m_demoIsOrdered = true;
    QList<PoolAccess> ordered = m_demoPools;
    std::ranges::stable_sort(
        ordered, {}, [&](const PoolAccess &pool) { return accountIds.indexOf(pool.account.id); });
    show(ordered, m_state);
}

void Session::orderWorstFirst()
{
    if (!isDemo()) {
        m_own.orderWorstFirst();
        return;
    }
    m_demoIsOrdered = false;
    emit changed();
}

void Session::keyArrived(const QUuid &accountId)
{
    if (isDemo()) {
        // It is new when the demo ends.
        if (m_known.contains(accountId))
            m_known[accountId].forgetKeychainProblem();
        return;
    }
    const PoolAccess *pool = m_own.pool(accountId);
    if (!pool)
        return;
    // This one alone: thousands may arrive one after the other.
    m_scheduler.addPool(accountId);
    m_refresher.addPool(*pool);
    m_model.forgetKeychainProblem(accountId);
    emit newPools({accountId});
}

void Session::showKeyProblems(const QList<QUuid> &accountIds)
{
    if (isDemo())
        return; // show() will
    QHash<QUuid, PoolSnapshot> problems;
    for (const QUuid &id : accountIds) {
        const auto problem = m_own.keyProblem(id);
        if (!problem || knownOf(id).package.error == problem)
            continue;
        PoolSnapshot tried;
        tried.package.error = problem;
        tried.package.attemptedAt = m_clock.nowUtc();
        problems.insert(id, tried);
    }
    m_model.absorb(problems);
}

QList<QUuid> Session::idsOf(const QList<PoolAccess> &pools)
{
    QList<QUuid> ids;
    for (const PoolAccess &pool : pools)
        ids.append(pool.account.id);
    return ids;
}

PoolSnapshot Session::knownOf(const QUuid &accountId) const
{
    const QModelIndex row = m_model.index(m_model.rowOf(accountId), 0);
    return row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
}

void Session::takeOver(const QUuid &accountId, const PoolSnapshot &found, Rest rest)
{
    // A refresh may have brought something newer while the test's result was looked at. What seems
    // to come from the future was received before the clock was set back.
    const QDateTime known = knownOf(accountId).package.receivedAt;
    if (!known.isValid() || known <= found.package.receivedAt || known > m_clock.nowUtc()) {
        m_model.absorb(accountId, found);
        m_scheduler.learn(accountId, found);
    }
    emit taken(accountId);
    // A check asks for the package alone; the other pages may even say why the old access was
    // refused.
    bool whole = rest == Rest::AsKnown;
    knownOf(accountId).forEachOperation([&whole](const OperationAttempt &operation) {
        whole = whole && operation.attemptedAt.isValid() && !operation.error;
    });
    // No press of Refresh: the next one is not held back for it.
    if (!whole && found.package.value && !m_scheduler.heldUntil(accountId).isValid())
        m_refresher.refresh({accountId});
}

QList<PoolAccess> Session::withKeys(const QList<PoolAccess> &pools)
{
    QList<PoolAccess> keyed;
    std::ranges::copy_if(pools, std::back_inserter(keyed),
        [](const PoolAccess &pool) { return pool.key.isValid(); });
    return keyed;
}

void Session::showOwn()
{
    show({}, m_own.pools().isEmpty() ? State::Empty : State::Connected);
}

void Session::show(const QList<PoolAccess> &demo, State state)
{
    m_demoPools = demo;
    m_state = state;
    handOver();
    QList<Account> accounts;
    for (const PoolAccess &pool : isDemo() ? m_demoPools : m_own.pools())
        accounts.append(pool.account);
    m_model.setAccounts(accounts);
    if (!isDemo()) {
        recallKnown();
        showKeyProblems(idsOf(m_own.pools()));
    }
    emit changed();
}

void Session::handOver()
{
    const QList<PoolAccess> own = withKeys(m_own.pools());
    const QList<PoolAccess> &shown = isDemo() ? m_demoPools : own;
    // The user's own keep their plans during the demo: a server's request to wait outlives it.
    m_scheduler.setPools(isDemo() ? idsOf(shown) + idsOf(own) : idsOf(shown));
    m_refresher.setPools(shown);
}

} // namespace genauth
