// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/burnupfeed.h"

#include "core/store/billingstore.h"

namespace genauth {

BurnUpFeed::BurnUpFeed(BillingStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &BillingStore::samplesRead, this,
        [this](const QUuid &id, const QString &series, const UsageSamples &samples) {
            if (id != m_account || series != BillingStore::mauSeries() || samples == m_samples)
                return;
            m_samples = samples;
            emit changed();
        });
    connect(&store, &BillingStore::samplesAdded, this, [this](const QUuid &id) {
        if (id == m_account)
            ask();
    });
}

void BurnUpFeed::follow(const Account &account, const PoolSnapshot &snapshot, QDate today)
{
    const auto cycle = RunningCycle::of(snapshot.mauHistory.value, today, account.clockOffset);
    if (account.id == m_account && cycle == m_cycle)
        return;
    m_account = account.id;
    m_cycle = cycle;
    m_samples.clear();
    ask();
}

void BurnUpFeed::ask()
{
    if (m_cycle)
        m_store.requestSamples(m_account, BillingStore::mauSeries(), m_cycle->start);
}

std::optional<BurnUp> BurnUpFeed::burnUp(
    const PoolSnapshot &snapshot, const QDateTime &localNow) const
{
    return m_cycle ? std::optional(BurnUp::of(*m_cycle, m_samples, snapshot, localNow))
                   : std::nullopt;
}

} // namespace genauth
