// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertjudge.h"
#include "core/billing/runningcycle.h"

namespace genauth {

namespace {

constexpr qint64 DaySecs = 24LL * 3600;
constexpr qsizetype MostRehearsed = 1000;

/** The earlier of both, of which either may be invalid. */
QDateTime earlier(const QDateTime &a, const QDateTime &b)
{
    if (!a.isValid() || !b.isValid())
        return a.isValid() ? a : b;
    return qMin(a, b);
}

/** As if a refresh had just brought what is known. */
AlertFacts askedAt(const AlertFacts &facts, const QDateTime &localNow)
{
    AlertFacts asked = facts;
    asked.snapshot.forEachOperation([&](OperationAttempt &attempt) {
        if (!attempt.receivedAt.isValid())
            return;
        attempt.receivedAt = localNow;
        attempt.attemptedAt = localNow;
        attempt.error.reset();
    });
    return asked;
}

} // namespace

QDateTime nextAlertBoundary(
    const AlertFacts &facts, const AlertThresholds &thresholds, const QDateTime &localNow)
{
    const PoolSnapshot &snapshot = facts.snapshot;
    const QDateTime now = correctedNow(snapshot, localNow);
    QDateTime next;
    // `at` is by the clock that is believed; the answer by this computer's.
    const auto consider = [&](const QDateTime &at) {
        if (at > now)
            next = earlier(next, localNow.addMSecs(now.msecsTo(at)));
    };
    if (alertSecondsLeft(snapshot, now)) {
        // Whole seconds count, on both sides.
        const QDateTime end =
            QDateTime::fromSecsSinceEpoch(snapshot.package.value->endTime.at.toSecsSinceEpoch());
        consider(end);
        for (const int days : thresholds.endDays)
            consider(end.addSecs(-days * DaySecs));
    }
    const std::chrono::seconds offset = facts.account.clockOffset;
    const QDate today = poolTime(snapshot, localNow, offset).date();
    if (const auto running = RunningCycle::of(snapshot.mauHistory.value, today, offset))
        consider(running->end);
    const QDateTime success = snapshot.package.receivedAt;
    const QDateTime since = success.isValid() ? success : facts.watchedSince;
    if (since.isValid() && since.addSecs(DaySecs) > localNow)
        next = earlier(next, since.addSecs(DaySecs));
    return next.toUTC();
}

QList<RehearsedAlert> rehearse(const AlertFacts &facts, const AlertThresholds &thresholds,
    const QDateTime &localNow, const QDateTime &until)
{
    const auto findAt = [&](const QDateTime &moment) {
        // No interval matters: each answer is of this very moment.
        return findAlerts(askedAt(facts, moment), thresholds, std::nullopt, moment, {}).holding;
    };
    QSet<AlertKey> known;
    const QList<Alert> already = findAt(localNow);
    for (const Alert &alert : already)
        known.insert(alert.key);

    AlertFacts walked = facts;
    walked.watchedSince = {};
    // With it the way would lead over moments at which nothing is old, since all is asked anew.
    walked.snapshot.package.receivedAt = {};
    QList<RehearsedAlert> rehearsed;
    QDateTime at = nextAlertBoundary(walked, thresholds, localNow);
    for (; at.isValid() && at <= until; at = nextAlertBoundary(walked, thresholds, at)) {
        const QList<Alert> holding = findAt(at);
        for (const Alert &alert : holding) {
            if (known.contains(alert.key) || alert.key.rule == AlertRule::Contradiction)
                continue;
            known.insert(alert.key);
            rehearsed.append({at, alert});
            if (rehearsed.size() == MostRehearsed)
                return rehearsed;
        }
    }
    return rehearsed;
}

} // namespace genauth
