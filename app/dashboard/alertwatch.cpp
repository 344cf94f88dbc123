// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/alertwatch.h"

#include "core/accounts/ownpools.h"
#include "core/alerts/alertcenter.h"
#include "core/base/clock.h"
#include "core/billing/burnup.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"

#include <utility>

namespace genauth {

namespace {

constexpr int PoolsPerTurn = 50;

} // namespace

AlertWatch::AlertWatch(const Collaborators &with, QObject *parent)
    : QObject(parent)
    , m_with(with)
{
    m_looking.setSingleShot(true);
    connect(&m_looking, &QTimer::timeout, this, &AlertWatch::look);
    connect(&m_with.model, &PoolsModel::modelReset, this, &AlertWatch::poolsChanged);
    connect(&m_with.model, &PoolsModel::rowsInserted, this, &AlertWatch::poolsChanged);
    connect(&m_with.model, &PoolsModel::rowsRemoved, this, &AlertWatch::poolsChanged);
    connect(&m_with.pools, &OwnPools::changed, this, &AlertWatch::poolsChanged);
    connect(&m_with.model, &PoolsModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            noteRows(first.row(), last.row());
        });
    connect(&m_with.store, &BillingStore::samplesAdded, this, [this](const QUuid &id) {
        const auto watched = m_watched.constFind(id);
        if (watched != m_watched.cend() && watched->cycle)
            m_with.store.requestSamples(id, BillingStore::mauSeries(), watched->cycle->start);
    });
    connect(&m_with.store, &BillingStore::samplesRead, this,
        [this](const QUuid &id, const QString &series, const UsageSamples &samples) {
            const auto watched = m_watched.find(id);
            if (watched == m_watched.end() || series != BillingStore::mauSeries() ||
                watched->samples == samples)
                return;
            watched->samples = samples;
            m_noted.insert(id);
            m_looking.start(0);
        });
    poolsChanged();
}

void AlertWatch::poolsChanged()
{
    // The user's own pools wait while the demo is shown; their alerts do not end with that.
    QSet<QUuid> all;
    const QList<Account> own = m_with.pools.accounts();
    for (const Account &account : own)
        all.insert(account.id);
    for (int row = 0; row < m_with.model.rowCount(); ++row)
        all.insert(m_with.model.index(row, 0).data(PoolsModel::AccountRole).value<Account>().id);
    m_watched.removeIf([&](const QHash<QUuid, Watched>::iterator &watched) {
        return !all.contains(watched.key());
    });
    const QDateTime now = m_with.clock.nowUtc();
    for (const QUuid &id : std::as_const(all)) {
        if (!m_watched.contains(id))
            m_watched.insert(id, {.since = now, .cycle = {}, .samples = {}});
    }
    m_with.center.setPools(all.values());
    noteRows(0, m_with.model.rowCount() - 1);
}

void AlertWatch::noteRows(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_noted.insert(
            m_with.model.index(row, 0).data(PoolsModel::AccountRole).value<Account>().id);
    if (!m_noted.isEmpty() && !m_looking.isActive())
        m_looking.start(0);
}

void AlertWatch::look()
{
    // Of thousands of pools, some in each turn.
    for (int looked = 0; looked < PoolsPerTurn && !m_noted.isEmpty(); ++looked) {
        const QUuid id = *m_noted.cbegin();
        m_noted.erase(m_noted.cbegin());
        lookAt(id);
    }
    if (!m_noted.isEmpty())
        m_looking.start(0);
}

void AlertWatch::lookAt(const QUuid &accountId)
{
    const QModelIndex row = m_with.model.index(m_with.model.rowOf(accountId), 0);
    const auto watched = m_watched.find(accountId);
    if (!row.isValid() || watched == m_watched.end())
        return;
    AlertFacts facts{.account = row.data(PoolsModel::AccountRole).value<Account>(),
        .snapshot = row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>(),
        .forecast = {},
        .watchedSince = watched->since};
    followCycle(facts.account, facts.snapshot, *watched);
    if (watched->cycle)
        facts.forecast =
            BurnUp::of(*watched->cycle, watched->samples, facts.snapshot, m_with.clock.nowUtc())
                .forecast;
    m_with.center.look(facts);
}

void AlertWatch::followCycle(const Account &account, const PoolSnapshot &snapshot, Watched &watched)
{
    const QDate today = poolTime(snapshot, m_with.clock.nowUtc(), account.clockOffset).date();
    const auto cycle = RunningCycle::of(snapshot.mauHistory.value, today, account.clockOffset);
    if (cycle == watched.cycle)
        return;
    watched.cycle = cycle;
    watched.samples.clear();
    if (cycle)
        m_with.store.requestSamples(account.id, BillingStore::mauSeries(), cycle->start);
}

} // namespace genauth
