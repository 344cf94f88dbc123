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

std::optional<CurrentMau> mauOfUsage(const PoolSnapshot &snapshot)
{
    const auto &usage = snapshot.usage.value;
    if (!usage)
        return std::nullopt;
    const auto row = std::ranges::find_if(usage->rights, isMau);
    if (row == usage->rights.cend() || !row->current.isKnown())
        return std::nullopt;
    CurrentMau mau{
        CurrentMau::Source::UsageRow, row->current, row->amount, false, snapshot.usage.receivedAt};
    fillBought(mau, snapshot);
    return mau;
}

std::optional<CurrentMau> mauOfCycle(const PoolSnapshot &snapshot, QDate today)
{
    const auto &history = snapshot.mauHistory.value;
    const MauCycle *cycle = history ? history->cycleOf(today) : nullptr;
    if (!cycle || !cycle->current.isKnown())
        return std::nullopt;
    CurrentMau mau{CurrentMau::Source::BillingCycle, cycle->current, cycle->amount, false,
        snapshot.mauHistory.receivedAt};
    fillBought(mau, snapshot);
    return mau;
}

} // namespace

bool isMau(const RightUsage &right)
{
    return right.modelCode.value &&
           right.modelCode.value->compare(QLatin1String("MAU"), Qt::CaseInsensitive) == 0;
}

const OperationAttempt &attemptOf(const PoolSnapshot &snapshot, const CurrentMau &mau)
{
    if (mau.source == CurrentMau::Source::UsageRow)
        return snapshot.usage;
    return snapshot.mauHistory;
}

std::optional<CurrentMau> currentMau(const PoolSnapshot &snapshot, QDate today)
{
    const auto row = mauOfUsage(snapshot);
    const auto cycle = mauOfCycle(snapshot, today);
    if (!row || !cycle)
        return row ? row : cycle;
    const bool rowIsOld = snapshot.usage.error || row->asOf.addDays(1) < cycle->asOf;
    if (!rowIsOld || cycle->asOf <= row->asOf)
        return row;
    const int rowPercent = percentUsed(row->used, row->bought).value_or(-1);
    return percentUsed(cycle->used, cycle->bought).value_or(-1) > rowPercent ? cycle : row;
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
