// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/burnupfeed.h"

#include "core/billing/mauuse.h"
#include "core/store/billingstore.h"

#include <algorithm>
#include <iterator>

namespace genauth {

namespace {

/** What the window knows may not have reached the store: the disk may be full. */
void addLatest(BurnUp &burnUp, const UsageSample &latest)
{
    const bool isNew = !burnUp.samples.isEmpty() && burnUp.samples.constLast().at < latest.at;
    if (isNew && latest.at >= burnUp.start && latest.at < burnUp.end)
        burnUp.samples.append(latest);
}

} // namespace

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
    const auto &history = snapshot.mauHistory.value;
    const auto cycle =
        history ? RunningCycle::of(*history, today, account.clockOffset) : std::nullopt;
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
    if (!m_cycle)
        return std::nullopt;
    BurnUp burnUp{
        .samples = {}, .start = m_cycle->start, .end = m_cycle->end, .bought = {}, .forecast = {}};
    std::ranges::copy_if(
        m_samples, std::back_inserter(burnUp.samples), [&](const UsageSample &sample) {
            return sample.at >= burnUp.start && sample.at < burnUp.end;
        });
    const std::chrono::seconds offset(burnUp.start.offsetFromUtc());
    const auto mau = currentMau(snapshot, poolTime(snapshot, localNow, offset).date());
    if (mau)
        addLatest(burnUp, {correctedNow(snapshot, mau->asOf), *mau->used.value, std::nullopt});
    if (!mau || !mau->bought.isMeasure())
        return burnUp;
    burnUp.bought = mau->bought.count;
    burnUp.forecast = forecast({.samples = burnUp.samples,
        .cycleStart = burnUp.start,
        .cycleEnd = burnUp.end,
        .bought = *burnUp.bought,
        .now = correctedNow(snapshot, localNow)});
    return burnUp;
}

} // namespace genauth
