// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/package.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace genauth {

/** A subscription's states, worst first: the order is the order of precedence. */
enum class SubscriptionState {
    Overdue,
    Ended,
    EndsVerySoon,
    OverMau,
    EndsSoon,
    Contradiction,
    RightAtLimit,
    NotReachable,
    Unknown,
    NoEndDate,
    Active,
};

/** What a monitoring system is told. */
enum class AlertLevel { Ok, Warning, Critical, Unknown };

struct MauUse
{
    qint64 used = 0;
    qint64 bought = 0; ///< 0 or less: unlimited or unknown, never compared
};

/** The smallest count that is too much for `percent` of `bought`, which is above 0: with 100 one
 *  more than was bought, else that part of it, rounded up. Nothing: it is more than can be counted.
 */
[[nodiscard]] std::optional<qint64> tooManyMau(qint64 bought, int percent);

/** All that the state depends on, besides now and the thresholds. */
struct SubscriptionFacts
{
    std::optional<Package> package; ///< the last one that was read, however old
    QDateTime packageAsOf;          ///< when it was read; invalid: now
    std::optional<MauUse> mau;      ///< unknown: nothing is concluded
    bool anotherRightAtLimit = false;
    bool lastAttemptFailed = false; ///< not reachable, or the key refused
};

/** The judgement of one pool at one moment. */
struct SubscriptionAssessment
{
    SubscriptionState headline = SubscriptionState::Unknown;
    QList<SubscriptionState> all; ///< every state that holds, worst first; headline is its first
    AlertLevel level = AlertLevel::Unknown;
    std::optional<qint64> secondsLeft;    ///< > 0; only while the end lies ahead
    std::optional<qint64> secondsOverdue; ///< >= 0; only when the end has passed, from the end time
    /** The server's count (0 too: the server may lag behind its own end time), else our own,
     *  rounded up; only when overdue or ended. */
    std::optional<qint64> overdueDays;
    bool overdueDaysAreOurs = false; ///< the server gave no count that could be read

    friend bool operator==(
        const SubscriptionAssessment &, const SubscriptionAssessment &) = default;
};

/** The state table. Pure: reads no clock.
 *  - Times count as whole seconds, cut off.
 *  - Overdue is the server's word: a count above 0, wherever the end time lies.
 *  - The end time itself is already "ended": a package ends at endTime, not after it.
 *  - "N days left" holds from exactly N × 86,400 s before the end on.
 *  - OverMau: used > bought, or used >= bought × mauPercent / 100 with a lower percentage.
 *  - Contradiction is judged at packageAsOf: old data does not contradict itself by growing older.
 *    A package that never ends and is overdue contradicts itself as well.
 *  - NotReachable stands beside the old state, Active included, and becomes the headline when
 *    nothing worse holds. With no package, Unknown means that nothing was tried yet.
 *  - States that only repeat another are not listed: EndsSoon beside EndsVerySoon; Ended, Unknown
 *    and NoEndDate beside Overdue.
 *  The levels follow the order of the states, so the headline's level is the worst that holds. */
[[nodiscard]] SubscriptionAssessment assess(
    const SubscriptionFacts &facts, const QDateTime &now, const Thresholds &thresholds);

[[nodiscard]] AlertLevel levelOf(SubscriptionState state);

/** Time left as it is said: rounded down, hours under 48 h, whole days from there on. */
struct TimeLeft
{
    enum class Unit { Hours, Days };
    Unit unit = Unit::Days;
    qint64 count = 0; ///< 0 hours: less than an hour
    friend bool operator==(const TimeLeft &, const TimeLeft &) = default;
};
[[nodiscard]] TimeLeft roundedTimeLeft(qint64 secondsLeft);

/** Days overdue as they are said: rounded up; 0 only for 0 s. */
[[nodiscard]] qint64 roundedDaysOverdue(qint64 secondsOverdue);

/** The next moment after `now`, in whole seconds, at which assess() (its raw seconds aside), or a
 *  rounded time made from it, changes without any new answer. Invalid when there is none: no end
 *  time is known. */
[[nodiscard]] QDateTime nextBoundary(
    const SubscriptionFacts &facts, const QDateTime &now, const Thresholds &thresholds);

} // namespace genauth
