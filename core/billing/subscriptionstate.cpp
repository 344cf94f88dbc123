// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/subscriptionstate.h"

#include <QtNumeric>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace genauth {

namespace {

constexpr qint64 Hour = 3600;
constexpr qint64 Day = 24 * Hour;
/** Below this, time left is said in hours. */
constexpr qint64 HoursBelow = 2 * Day;

/** Both ends of every difference are cut to whole seconds, so that one second decides, and once. */
qint64 wholeSeconds(const QDateTime &time)
{
    const qint64 milliseconds = time.toMSecsSinceEpoch();
    return milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0);
}

/** 0 or less when the end has passed; nullopt when no end is known. */
std::optional<qint64> secondsToEnd(const std::optional<Package> &package, const QDateTime &moment)
{
    if (!package || package->endTime.kind != EndTime::Kind::At)
        return std::nullopt;
    return wholeSeconds(package->endTime.at) - wholeSeconds(moment);
}

qint64 serverCount(const std::optional<Package> &package)
{
    return package ? package->overdueDays.value.value_or(0) : 0;
}

bool contradictsItself(const SubscriptionFacts &facts, const QDateTime &now)
{
    if (!facts.package || !facts.package->overdueDays.isKnown())
        return false;
    const qint64 days = serverCount(facts.package);
    if (facts.package->endTime.kind == EndTime::Kind::Never)
        return days > 0;
    const auto left =
        secondsToEnd(facts.package, facts.packageAsOf.isValid() ? facts.packageAsOf : now);
    if (!left)
        return false;
    // "0 days" more than 24 hours after the end differs by more than one as well.
    return *left > 0 ? days > 0 : std::abs(days - roundedDaysOverdue(-*left)) > 1;
}

bool isOverMau(const std::optional<MauUse> &mau, int percent)
{
    if (!mau || mau->bought <= 0)
        return false;
    // More than was bought is too much, whatever the percentage.
    const auto tooMany = tooManyMau(mau->bought, std::min(percent, 100));
    return tooMany && mau->used >= *tooMany;
}

/** Every state that holds, worst first. `left` is secondsToEnd() at `now`. */
QList<SubscriptionState> statesThatHold(const SubscriptionFacts &facts, const QDateTime &now,
    std::optional<qint64> left, const Thresholds &thresholds)
{
    using State = SubscriptionState;
    const std::optional<Package> &package = facts.package;
    const auto endIs = [&](EndTime::Kind kind) { return package && package->endTime.kind == kind; };
    const bool overdue = serverCount(package) > 0;
    const bool ahead = left && *left > 0;
    const bool verySoon = ahead && *left <= thresholds.endsVerySoonDays * Day;
    const bool soon = ahead && *left <= thresholds.endsSoonDays * Day;
    const bool nothingKnown = !package && !facts.lastAttemptFailed;

    const std::array<std::pair<State, bool>, 10> table{{
        {State::Overdue, overdue},
        {State::Ended, left && !ahead && !overdue},
        {State::EndsVerySoon, verySoon},
        {State::OverMau, isOverMau(facts.mau, thresholds.mauPercent)},
        {State::EndsSoon, soon && !verySoon},
        {State::Contradiction, contradictsItself(facts, now)},
        {State::RightAtLimit, facts.anotherRightAtLimit},
        {State::NotReachable, facts.lastAttemptFailed},
        {State::Unknown, nothingKnown || (endIs(EndTime::Kind::Unknown) && !overdue)},
        {State::NoEndDate, endIs(EndTime::Kind::Never) && !overdue},
    }};

    QList<State> states;
    bool active = package.has_value();
    for (const auto &[state, holds] : table) {
        if (!holds)
            continue;
        states.append(state);
        // An old state stands beside NotReachable, and "active" is one.
        active = active && state == State::NotReachable;
    }
    if (active)
        states.append(State::Active);
    return states;
}

} // namespace

std::optional<qint64> tooManyMau(qint64 bought, int percent)
{
    qint64 whole = 0;
    qint64 sum = 0;
    if (percent == 100)
        return qAddOverflow(bought, qint64(1), &sum) ? std::nullopt : std::optional(sum);
    // bought × percent / 100, rounded up, in two parts.
    if (qMulOverflow(bought / 100, qint64(percent), &whole) ||
        qAddOverflow(whole, (bought % 100 * percent + 99) / 100, &sum))
        return std::nullopt;
    return sum;
}

SubscriptionAssessment assess(
    const SubscriptionFacts &facts, const QDateTime &now, const Thresholds &thresholds)
{
    const auto left = secondsToEnd(facts.package, now);
    SubscriptionAssessment assessment;
    assessment.all = statesThatHold(facts, now, left, thresholds);
    assessment.headline = assessment.all.first();
    assessment.level = levelOf(assessment.headline);

    if (left && *left > 0)
        assessment.secondsLeft = *left;
    else if (left)
        assessment.secondsOverdue = -*left;

    if (assessment.headline == SubscriptionState::Overdue ||
        assessment.headline == SubscriptionState::Ended) {
        assessment.overdueDays = facts.package->overdueDays.value;
        assessment.overdueDaysAreOurs = !assessment.overdueDays;
        if (assessment.overdueDaysAreOurs)
            assessment.overdueDays = roundedDaysOverdue(*assessment.secondsOverdue);
    }
    return assessment;
}

AlertLevel levelOf(SubscriptionState state)
{
    switch (state) {
    case SubscriptionState::Overdue:
    case SubscriptionState::Ended:
    case SubscriptionState::EndsVerySoon:
        return AlertLevel::Critical;
    case SubscriptionState::OverMau:
    case SubscriptionState::EndsSoon:
    case SubscriptionState::Contradiction:
    case SubscriptionState::RightAtLimit:
        return AlertLevel::Warning;
    case SubscriptionState::NotReachable:
    case SubscriptionState::Unknown:
        return AlertLevel::Unknown;
    case SubscriptionState::NoEndDate:
    case SubscriptionState::Active:
        return AlertLevel::Ok;
    }
    Q_UNREACHABLE();
}

TimeLeft roundedTimeLeft(qint64 secondsLeft)
{
    if (secondsLeft < HoursBelow)
        return {TimeLeft::Unit::Hours, secondsLeft / Hour};
    return {TimeLeft::Unit::Days, secondsLeft / Day};
}

qint64 roundedDaysOverdue(qint64 secondsOverdue)
{
    return (secondsOverdue + Day - 1) / Day;
}

QDateTime nextBoundary(
    const SubscriptionFacts &facts, const QDateTime &now, const Thresholds &thresholds)
{
    const auto left = secondsToEnd(facts.package, now);
    if (!left)
        return {};
    // The largest number of seconds left, below now's, at which something is said anew.
    qint64 next = 0;
    if (*left <= 0) {
        next = -roundedDaysOverdue(-*left) * Day - 1;
    } else {
        const auto consider = [&](qint64 candidate) {
            if (candidate < *left)
                next = std::max(next, candidate);
        };
        consider(thresholds.endsVerySoonDays * Day);
        consider(thresholds.endsSoonDays * Day);
        // Rounded down, a count of hours or days falls one second after it was exact.
        const qint64 unit = *left < HoursBelow ? Hour : Day;
        consider(*left / unit * unit - 1);
    }
    return QDateTime::fromSecsSinceEpoch(wholeSeconds(now) + *left - next, Qt::UTC);
}

} // namespace genauth
