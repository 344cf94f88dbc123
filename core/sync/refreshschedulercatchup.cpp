// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What makes a RefreshScheduler change its plans: another interval, and time that was slept
// through.

#include "core/sync/refreshscheduler.h"

#include "core/base/clock.h"

#include <algorithm>

namespace genauth {

using std::chrono::milliseconds;

void RefreshScheduler::setInterval(std::chrono::seconds interval)
{
    const auto kept = interval.count() <= 0
                          ? std::chrono::seconds(0)
                          : std::clamp(interval, ShortestInterval, LongestInterval);
    if (kept == m_policy.interval())
        return;
    followClock();
    m_policy.setInterval(kept);
    const QDateTime now = m_clock.nowUtc();
    QList<QUuid> changed;
    for (auto plan = m_plans.begin(); plan != m_plans.end(); ++plan) {
        const NextTry next = planAnew(*plan, now);
        if (next == plan->next)
            continue;
        plan->next = next;
        changed.append(plan.key());
    }
    for (const QUuid &id : std::as_const(changed))
        emit planned(id);
    schedule();
}

NextTry RefreshScheduler::planAnew(const Plan &plan, const QDateTime &now) const
{
    using Kind = NextTry::Kind;
    if (m_policy.isOff())
        return {};
    // Neither has to do with the interval.
    if (plan.next.kind == Kind::BackOff || plan.next.kind == Kind::AsTold)
        return plan.next;
    // Never asked: its first refresh is somebody else's, unless that was stopped.
    if (!plan.attempted.isValid())
        return plan.next.at.isValid() ? m_policy.afterSuccess(now) : plan.next;
    NextTry next = plan.error ? m_policy.afterFailure(*plan.error, plan.failures, plan.attempted)
                              : m_policy.afterSuccess(plan.attempted);
    // What is due by now is the timer's, in a moment.
    if (next.at.isValid())
        next.at = std::max(next.at, now.addSecs(1));
    return next;
}

void RefreshScheduler::catchUp()
{
    followClock();
    // Before these end as failures: theirs is then the first one.
    beginBackOffAnew();
    m_refresher.giveUpOverdue();
    if (!m_policy.isOff() && !m_quiet.isActive())
        m_quiet.start();
}

void RefreshScheduler::beginBackOffAnew()
{
    // A network that comes and goes is to be backed off from as well.
    const QDateTime now = m_clock.nowUtc();
    const qint64 pause = m_begunAnew.isValid() ? m_begunAnew.msecsTo(now) : -1;
    if (pause >= 0 && pause < milliseconds(PauseOfFreshStarts).count())
        return;
    m_begunAnew = now;
    for (Plan &plan : m_plans) {
        if (plan.error && RetryPolicy::mayBeTheNetwork(*plan.error))
            plan.failures = 0;
    }
}

void RefreshScheduler::askForWhatWasMissed()
{
    followClock();
    const QDateTime now = m_clock.nowUtc();
    QList<QUuid> missed;
    for (auto plan = m_plans.cbegin(); plan != m_plans.cend(); ++plan) {
        const bool isDue = plan->next.at.isValid() && plan->next.at <= now;
        const bool hasFailed = plan->error && RetryPolicy::mayBeTheNetwork(*plan->error);
        const bool isHeld = plan->heldUntil.isValid() && now < plan->heldUntil;
        const bool wasJustAsked =
            plan->attempted.isValid() &&
            milliseconds(plan->attempted.msecsTo(now)) < milliseconds(PauseOfCatchUp);
        if ((isDue || hasFailed) && !isHeld && !wasJustAsked)
            missed.append(plan.key());
    }
    m_refresher.refresh(missed);
    schedule();
}

} // namespace genauth
