// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/burnup.h"

#include "core/billing/mauuse.h"

#include <algorithm>
#include <iterator>

namespace genauth {

namespace {

void addLatest(BurnUp &burnUp, const UsageSample &latest)
{
    const bool isNew = !burnUp.samples.isEmpty() && burnUp.samples.constLast().at < latest.at;
    if (isNew && latest.at >= burnUp.start && latest.at < burnUp.end)
        burnUp.samples.append(latest);
}

} // namespace

BurnUp BurnUp::of(const RunningCycle &cycle, const UsageSamples &samples,
    const PoolSnapshot &snapshot, const QDateTime &localNow)
{
    BurnUp burnUp{
        .samples = {}, .start = cycle.start, .end = cycle.end, .bought = {}, .forecast = {}};
    std::ranges::copy_if(
        samples, std::back_inserter(burnUp.samples), [&](const UsageSample &sample) {
            return sample.at >= burnUp.start && sample.at < burnUp.end;
        });
    const std::chrono::seconds offset(burnUp.start.offsetFromUtc());
    const auto mau = currentMau(snapshot, poolTime(snapshot, localNow, offset).date());
    if (mau)
        addLatest(burnUp, {correctedNow(snapshot, mau->asOf), *mau->used.value, std::nullopt});
    if (!mau || !mau->bought.isMeasure())
        return burnUp;
    burnUp.bought = mau->bought.count;
    burnUp.forecast = genauth::forecast({.samples = burnUp.samples,
        .cycleStart = burnUp.start,
        .cycleEnd = burnUp.end,
        .bought = *burnUp.bought,
        .now = correctedNow(snapshot, localNow)});
    return burnUp;
}

} // namespace genauth
