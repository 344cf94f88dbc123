// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/mauuse.h"

#include <algorithm>

namespace genauth {

namespace {

Allowance packageQuantity(const PoolSnapshot &snapshot)
{
    const auto &package = snapshot.package.value;
    if (!package)
        return {};
    const Reading<qint64> &quantity = package->mauQuantity;
    if (!quantity.value)
        return {Allowance::Kind::Unknown, 0, quantity.asSent};
    return {Allowance::Kind::Count, *quantity.value, quantity.asSent};
}

void fillBought(CurrentMau &mau, const PoolSnapshot &snapshot)
{
    if (mau.bought.isKnown())
        return;
    mau.bought = packageQuantity(snapshot);
    mau.boughtIsThePackages = true;
}

} // namespace

bool isMau(const RightUsage &right)
{
    return right.modelCode.value &&
           right.modelCode.value->compare(QLatin1String("MAU"), Qt::CaseInsensitive) == 0;
}

std::optional<CurrentMau> currentMau(const PoolSnapshot &snapshot, QDate today)
{
    if (const auto &usage = snapshot.usage.value) {
        const auto row = std::ranges::find_if(usage->rights, isMau);
        if (row != usage->rights.cend() && row->current.isKnown()) {
            CurrentMau mau{CurrentMau::Source::UsageRow, row->current, row->amount, false,
                snapshot.usage.receivedAt};
            fillBought(mau, snapshot);
            return mau;
        }
    }
    const auto &history = snapshot.mauHistory.value;
    const MauCycle *cycle = history ? history->cycleOf(today) : nullptr;
    if (!cycle || !cycle->current.isKnown())
        return std::nullopt;
    CurrentMau mau{CurrentMau::Source::BillingCycle, cycle->current, cycle->amount, false,
        snapshot.mauHistory.receivedAt};
    fillBought(mau, snapshot);
    return mau;
}

SubscriptionFacts factsOf(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds clockOffset)
{
    SubscriptionFacts facts;
    facts.package = snapshot.package.value;
    facts.packageAsOf = correctedNow(snapshot, snapshot.package.receivedAt);
    facts.lastAttemptFailed = snapshot.lastAttemptFailed();
    const auto mau = currentMau(snapshot, poolTime(snapshot, localNow, clockOffset).date());
    if (mau && mau->bought.isMeasure())
        facts.mau = MauUse{*mau->used.value, mau->bought.count};
    if (const auto &usage = snapshot.usage.value) {
        facts.anotherRightAtLimit = std::ranges::any_of(usage->rights, [](const RightUsage &right) {
            return !isMau(right) && percentUsed(right.current, right.amount).value_or(0) >= 100;
        });
    }
    return facts;
}

} // namespace genauth
