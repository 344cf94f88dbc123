// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/freshnesstext.h"

#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"

namespace genauth {

QStringList FreshnessText::facts(const Account &account, const PoolSnapshot &snapshot,
    const NextTry &next, bool refreshing, const QDateTime &now)
{
    const QDateTime updated = snapshot.package.receivedAt;
    QStringList facts;
    if (refreshing)
        facts << tr("Refreshing…");
    if (updated.isValid())
        facts << tr("Updated %1").arg(Formatting::age(updated.secsTo(now)));
    else if (facts.isEmpty())
        facts << tr("Not updated yet");
    if (snapshot.clockSkew && std::chrono::abs(*snapshot.clockSkew) > ReportedClockSkew)
        facts << tr("your clock differs from GenAuth's by %1")
                     .arg(Formatting::span(std::chrono::abs(*snapshot.clockSkew).count()));
    if (!refreshing && next.at.isValid() && next.at > now)
        facts << tr("next in %1").arg(Formatting::span(now.secsTo(next.at)));
    facts << displayText(snapshot.server.isEmpty() ? account.host.host() : snapshot.server);
    if (!snapshot.poolId.isEmpty())
        facts << tr("user pool %1").arg(displayText(snapshot.poolId));
    return facts;
}

QString FreshnessText::stale(
    const Account &account, const OperationAttempt &attempt, const QDateTime &now)
{
    const QDateTime at = inClock(attempt.receivedAt, account.clockOffset);
    const QString age = Formatting::age(attempt.receivedAt.secsTo(now));
    const QString why = attempt.error
                            ? ErrorText::words(*attempt.error, account.host.host()).headline
                            : tr("no newer answer has come");
    //: %1 a date and time, %2 an age such as "2 h ago", %3 why nothing newer is known
    return tr("As of %1 (%2): %3").arg(Formatting::dateTime(at), age, why);
}

} // namespace genauth
