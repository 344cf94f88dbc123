// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/checkreport.h"

#include "core/accounts/servername.h"
#include "core/base/displaytext.h"

#include <algorithm>

namespace genauth {

namespace {

bool isMauCritical(const PoolReport &report)
{
    if (!report.mau || !report.mau->bought.isMeasure() || !report.mauCriticalPercent)
        return false;
    const auto tooMany = tooManyMau(report.mau->bought.count, *report.mauCriticalPercent);
    return tooMany && report.mau->used.value >= *tooMany;
}

QList<LevelReason> reasonsFor(
    const PoolReport &report, const PoolSnapshot &snapshot, const CheckRules &rules)
{
    QList<LevelReason> reasons;
    if (isMauCritical(report))
        reasons.append(LevelReason::MauCritical);
    const bool usageTells = report.mau && report.mau->source == CurrentMau::Source::UsageRow;
    // What would have been said now may be anything, whatever was said before.
    if (!snapshot.usage.isSettled() || (!snapshot.mauHistory.isSettled() && !usageTells))
        reasons.append(LevelReason::Unanswered);
    if (rules.needsMau && !(report.mau && report.mau->bought.isKnown()))
        reasons.append(LevelReason::MauUnknown);
    return reasons;
}

AlertLevel levelFor(const PoolReport &report, bool lastAttemptFailed, const CheckRules &rules)
{
    AlertLevel level = report.assessment.level;
    if (lastAttemptFailed) {
        // What is known of before stands beside it, but well it is not.
        if (level == AlertLevel::Unknown)
            level = AlertLevel::Ok;
        level = worseOf(level, rules.onError);
    }
    for (const LevelReason reason : report.reasons)
        level = worseOf(
            level, reason == LevelReason::MauCritical ? AlertLevel::Critical : rules.onError);
    return level;
}

/** Of another day than today it says nothing, unless it is all there is. */
void forgetTodaysCount(SubscriptionFacts &facts, const QDateTime &now, const Thresholds &thresholds)
{
    const bool endTells = facts.package && facts.package->endTime.kind == EndTime::Kind::At;
    if (endTells && !assess(facts, now, thresholds).all.contains(SubscriptionState::Contradiction))
        facts.package->overdueDays = {};
}

QList<ApiError> errorsOf(const PoolSnapshot &snapshot)
{
    QList<ApiError> errors;
    snapshot.forEachOperation([&errors](const OperationAttempt &attempt) {
        if (attempt.error)
            errors.append(*attempt.error);
    });
    return errors;
}

} // namespace

AlertLevel worseOf(AlertLevel a, AlertLevel b)
{
    static constexpr std::array<AlertLevel, 4> worstFirst{
        AlertLevel::Critical, AlertLevel::Warning, AlertLevel::Unknown, AlertLevel::Ok};
    return *std::ranges::find_if(
        worstFirst, [a, b](AlertLevel level) { return level == a || level == b; });
}

AlertLevel CheckReport::level() const
{
    if (pools.isEmpty())
        return AlertLevel::Unknown;
    AlertLevel worst = AlertLevel::Ok;
    for (const PoolReport &pool : pools)
        worst = worseOf(worst, pool.level);
    return worst;
}

PoolReport reportOf(const Account &account, const PoolSnapshot &snapshot, const QDateTime &localNow,
    const QDateTime &asOf, const CheckRules &rules)
{
    SubscriptionFacts facts = factsOf(snapshot, localNow, account.clockOffset);
    const QDateTime now = correctedNow(snapshot, localNow);
    if (asOf.isValid())
        forgetTodaysCount(facts, now, account.thresholds);
    PoolReport report{
        .name = displayText(account.name),
        .host = serverName(account.host),
        .poolId = snapshot.poolId.isEmpty() ? account.poolId : snapshot.poolId,
        .currency = account.currency,
        .thresholds = account.thresholds,
        .mauCriticalPercent = rules.mauCriticalPercent,
        .assessment = assess(facts, asOf.isValid() ? asOf : now, account.thresholds),
        .isUp = snapshot.package.value && !snapshot.package.error,
        .package = facts.package,
        .mau = currentMau(snapshot, poolTime(snapshot, localNow, account.clockOffset).date()),
        .lastSuccess = snapshot.package.receivedAt,
        .errors = errorsOf(snapshot),
        .words = {},
    };
    report.reasons = reasonsFor(report, snapshot, rules);
    report.level = levelFor(report, facts.lastAttemptFailed, rules);
    return report;
}

} // namespace genauth
