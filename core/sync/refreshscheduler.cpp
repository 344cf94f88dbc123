// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/refreshscheduler.h"

#include "core/base/clock.h"

#include <QSet>

#include <algorithm>

namespace genauth {

namespace {

using std::chrono::milliseconds;

/** What decides when a pool is asked again: the longest time that any answer named, else the
 *  package's error, else another that may pass. A page that is refused for good waits for the
 *  regular refresh. */
std::optional<ApiError> errorToPlanBy(const PoolSnapshot &learned)
{
    std::optional<ApiError> passing;
    std::optional<ApiError> told;
    learned.forEachOperation([&](const OperationAttempt &operation) {
        const auto &error = operation.error;
        if (!error || error->kind == ErrorKind::Canceled)
            return;
        if (error->retryAfter && (!told || told->retryAfter < error->retryAfter))
            told = error;
        if (RetryPolicy::mayPass(*error))
            passing = error;
    });
    // A refused key ends all asking, whatever else was said.
    if (learned.package.error && RetryPolicy::needsTheUser(*learned.package.error))
        return learned.package.error;
    if (told)
        return told;
    return learned.package.error ? learned.package.error : passing;
}

/** A longer wait is looked at again on the way: a timer stands still while the computer sleeps. */
constexpr milliseconds LongestStep{60'000};
/** From here on a second more or less is nobody's concern, and the computer may sleep through. */
constexpr milliseconds CoarseFrom{20'000};

} // namespace

RefreshScheduler::RefreshScheduler(
    PoolsRefresher &refresher, const Clock &clock, RetryPolicy policy, QObject *parent)
    : QObject(parent)
    , m_refresher(refresher)
    , m_clock(clock)
    , m_policy(std::move(policy))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RefreshScheduler::askForWhatIsDue);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(QuietBeforeCatchUp);
    connect(&m_quiet, &QTimer::timeout, this, &RefreshScheduler::askForWhatWasMissed);
    connect(&m_refresher, &PoolsRefresher::poolFinished, this, &RefreshScheduler::learn);
    connect(&m_refresher, &PoolsRefresher::finished, this, &RefreshScheduler::planTheRest);
}

void RefreshScheduler::setPools(const QList<QUuid> &accountIds)
{
    followClock();
    const QSet<QUuid> kept(accountIds.cbegin(), accountIds.cend());
    m_plans.removeIf(
        [&](const QHash<QUuid, Plan>::iterator &plan) { return !kept.contains(plan.key()); });
    for (const QUuid &id : accountIds)
        addPool(id);
    schedule();
}

void RefreshScheduler::addPool(const QUuid &accountId)
{
    if (!m_plans.contains(accountId))
        m_plans.insert(accountId, {});
}

RefreshScheduler::ByHand RefreshScheduler::refreshByHand(const QList<QUuid> &accountIds)
{
    followClock();
    const QDateTime now = m_clock.nowUtc();
    QList<QUuid> free;
    ByHand refused = ByHand::NobodyToAsk;
    for (const QUuid &id : accountIds) {
        const auto plan = m_plans.find(id);
        if (plan == m_plans.end())
            continue;
        if (heldUntil(id).isValid()) {
            if (refused == ByHand::NobodyToAsk)
                refused = ByHand::HeldBack;
        } else if (wasAskedJustNow(*plan, now)) {
            refused = ByHand::TooSoon;
        } else {
            plan->askedByHand = now;
            free.append(id);
        }
    }
    if (free.isEmpty())
        return refused;
    m_refresher.refresh(free);
    return ByHand::Asked;
}

bool RefreshScheduler::wasAskedJustNow(const Plan &plan, const QDateTime &now)
{
    // A clock that was set back must not lock Refresh until it has caught up.
    const qint64 pause = plan.askedByHand.isValid() ? plan.askedByHand.msecsTo(now) : -1;
    return pause >= 0 && pause < milliseconds(PauseByHand).count();
}

NextTry RefreshScheduler::nextTry(const QUuid &accountId) const
{
    return m_plans.value(accountId).next;
}

QDateTime RefreshScheduler::heldUntil(const QUuid &accountId) const
{
    const QDateTime until = m_plans.value(accountId).heldUntil;
    return until.isValid() && m_clock.nowUtc() < until ? until : QDateTime();
}

void RefreshScheduler::learn(const QUuid &accountId, const PoolSnapshot &learned)
{
    followClock();
    const auto plan = m_plans.find(accountId);
    if (plan == m_plans.end())
        return;
    const QDateTime now = m_clock.nowUtc();
    const std::optional<ApiError> error = errorToPlanBy(learned);
    if (error && error->kind == ErrorKind::Canceled) {
        // Stopped: it says nothing of the server, and what was planned stays.
        if (plan->failures == 0 && !plan->next.at.isValid())
            plan->next = m_policy.afterSuccess(now);
    } else if (error) {
        plan->next = m_policy.afterFailure(*error, ++plan->failures, now);
        plan->heldUntil =
            isToldToWait(*error) ? now.addSecs(error->retryAfter->count()) : QDateTime();
        plan->attempted = now;
        plan->error = error;
    } else {
        *plan = {
            .next = m_policy.afterSuccess(now), .askedByHand = plan->askedByHand, .attempted = now};
    }
    emit planned(accountId);
    schedule();
}

bool RefreshScheduler::isToldToWait(const ApiError &error)
{
    return error.retryAfter && !RetryPolicy::needsTheUser(error);
}

void RefreshScheduler::learnOfRefusal(const QUuid &accountId, const ApiError &error)
{
    followClock();
    const auto plan = m_plans.find(accountId);
    if (plan == m_plans.end() || !isToldToWait(error))
        return;
    const QDateTime now = m_clock.nowUtc();
    const QDateTime until = now.addSecs(error.retryAfter->count());
    if (plan->heldUntil.isValid() && plan->heldUntil > until)
        return;
    plan->heldUntil = until;
    if (!plan->next.at.isValid() || plan->next.at < plan->heldUntil)
        plan->next = m_policy.afterFailure(error, plan->failures, now);
    emit planned(accountId);
    schedule();
}

void RefreshScheduler::planTheRest()
{
    // Still due, or never asked, and nothing under way: stopped before its turn, or in its middle.
    const QDateTime now = m_clock.nowUtc();
    QList<QUuid> late;
    for (auto plan = m_plans.begin(); !m_policy.isOff() && plan != m_plans.end(); ++plan) {
        const bool neverAsked = !plan->next.at.isValid() && plan->failures == 0;
        const bool due = plan->next.at.isValid() && plan->next.at <= now;
        if (!neverAsked && !due)
            continue;
        plan->next = m_policy.afterSuccess(now);
        late.append(plan.key());
    }
    for (const QUuid &id : late)
        emit planned(id);
    schedule();
}

void RefreshScheduler::followClock()
{
    const QDateTime now = m_clock.nowUtc();
    const qint64 back = m_lastLook.isValid() ? now.msecsTo(m_lastLook) : 0;
    m_lastLook = now;
    if (back <= 0)
        return;
    QList<QUuid> moved;
    for (auto plan = m_plans.begin(); plan != m_plans.end(); ++plan) {
        for (QDateTime *moment : {&plan->next.at, &plan->heldUntil, &plan->attempted}) {
            if (moment->isValid())
                *moment = moment->addMSecs(-back);
        }
        if (plan->next.at.isValid())
            moved.append(plan.key());
    }
    for (const QUuid &id : moved)
        emit planned(id);
}

void RefreshScheduler::askForWhatIsDue()
{
    followClock();
    const QDateTime now = m_clock.nowUtc();
    QList<QUuid> due;
    for (auto plan = m_plans.cbegin(); plan != m_plans.cend(); ++plan) {
        if (plan->next.at.isValid() && plan->next.at <= now)
            due.append(plan.key());
    }
    m_refresher.refresh(due);
    schedule();
}

void RefreshScheduler::schedule()
{
    const QDateTime now = m_clock.nowUtc();
    QDateTime first;
    for (const Plan &plan : std::as_const(m_plans)) {
        // What is due by now is under way: the answer brings the next plan.
        if (plan.next.at.isValid() && plan.next.at > now &&
            (!first.isValid() || plan.next.at < first))
            first = plan.next.at;
    }
    if (!first.isValid()) {
        m_timer.stop();
        return;
    }
    const auto wait = std::clamp(milliseconds(now.msecsTo(first)), milliseconds(1), LongestStep);
    m_timer.setTimerType(wait < CoarseFrom ? Qt::PreciseTimer : Qt::CoarseTimer);
    m_timer.start(wait);
}

} // namespace genauth
