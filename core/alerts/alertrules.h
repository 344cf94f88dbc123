// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/alerts/alert.h"
#include "core/alerts/alertsettings.h"
#include "core/billing/forecast.h"
#include "core/billing/poolsnapshot.h"

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>

namespace genauth {

/** All that the rules go by for one pool at one moment. */
struct AlertFacts
{
    Account account;
    PoolSnapshot snapshot;
    std::optional<Forecast> forecast; ///< of the running billing cycle's MAU; nothing: none is made
    QDateTime watchedSince;           ///< UTC; since when the pool is asked at all
};

/** What the rules must remember of a pool from one good answer to the next, to tell good news from
 *  what was always so. */
struct AlertMemory
{
    QDateTime endTime; ///< invalid: unknown, or none
    bool endsNever = false;
    std::optional<qint64> overdueDays;
    bool mauWasOver = false;     ///< at 100 % or above
    QSet<QString> rightsAtLimit; ///< model codes
    QSet<QString> unpaidOrders;  ///< numbers
    QDateTime watchedSince;      ///< AlertFacts::watchedSince of the first run that asked

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static AlertMemory fromJson(const QJsonObject &json);
    friend bool operator==(const AlertMemory &, const AlertMemory &) = default;
};

/** What the rules make of it. */
struct AlertFinding
{
    QList<Alert> holding; ///< what holds now, the most urgent first; no good news
    QList<Alert> news;    ///< good news, by comparison with the memory
    /** The billing rules that could be judged: their answers are fresh, and say what the rule goes
     *  by. Of the others `holding` and `news` have nothing. */
    QSet<AlertRule> judged;
    QSet<QString> unknownRights; ///< of these rights nobody can tell, though the usage is fresh
    QString lastSuccess;         ///< the cycle of the rules about asking, now
    AlertMemory memory;          ///< for the next time

    /** An alert of this key that is not in `holding` has ended. False: nobody can tell, so it
     *  holds as before. A rule about asking ends with the next success alone: neither a clock that
     *  is set back nor another failure mends anything. */
    [[nodiscard]] bool judges(const AlertKey &key) const;
};

/** Pure: reads no clock. `localNow` is this computer's clock, UTC; `interval` the refreshes'.
 *  - An answer is fresh when the last attempt at it succeeded and it is no older than twice
 *    `interval`, or a day where `interval` is zero (asking is off).
 *  - Of several steps of EndsSoon, or MauAtPercent, that hold, only the closest is in `holding`:
 *    a program that was off for a month warns once, not four times.
 *  - Days and percentages compare exactly: see Thresholds and percentUsed().
 *  - Where an overdue count is known to be above 0, Overdue alone holds, not Ended.
 *  - The use of a pool whose package was never told is not judged: it would have no cycle.
 *  - Nothing is "renewed" or "paid" when the memory is empty. */
[[nodiscard]] AlertFinding findAlerts(const AlertFacts &facts, const AlertThresholds &thresholds,
    const std::optional<AlertMemory> &memory, const QDateTime &localNow,
    std::chrono::seconds interval);

/** The next moment after `localNow`, UTC, at which findAlerts() may find something else without
 *  any new answer; invalid when there is none. */
[[nodiscard]] QDateTime nextAlertBoundary(
    const AlertFacts &facts, const AlertThresholds &thresholds, const QDateTime &localNow);

/** One that will fire, in a rehearsal. */
struct RehearsedAlert
{
    QDateTime at; ///< UTC
    Alert alert;
};

/** What will fire, and when, if no answer ever changes: findAlerts() with the clock turned forward
 *  from `localNow` to `until`, as if each refresh brought the same answer. What holds already is
 *  not among it, nor is Contradiction: it goes by a count that only the service can turn forward.
 *  Sends and stores nothing. At most 1000. */
[[nodiscard]] QList<RehearsedAlert> rehearse(const AlertFacts &facts,
    const AlertThresholds &thresholds, const QDateTime &localNow, const QDateTime &until);

} // namespace genauth
