// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/statusreporttext.h"

#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "app/text/historytext.h"
#include "app/text/mautext.h"
#include "app/text/packagetext.h"
#include "app/text/statustext.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/billing/mauuse.h"

#include <cstdlib>

namespace genauth {

namespace {

/** So far apart two answers of one refresh may be. */
constexpr qint64 SecondsOfOneRefresh = 60;

StatusReportText::Fact factOf(const QString &title, const PackageText::Fact &fact)
{
    return {title, fact.value, fact.note, fact.known};
}

QString asOfText(const ReportedPool &pool, const OperationAttempt &attempt)
{
    QStringList parts;
    if (attempt.receivedAt.isValid())
        parts << HistoryText::asOf(inClock(attempt.receivedAt, pool.account.clockOffset));
    if (attempt.error)
        parts << ErrorText::words(*attempt.error, pool.account.host.host()).headline;
    return parts.join(QStringLiteral(" · "));
}

/** What the page's own age, the package's, does not say: the two were not learned in one refresh,
 *  or this operation was refused since. */
QString ownAsOf(const ReportedPool &pool, const OperationAttempt &attempt)
{
    const qint64 apart = attempt.receivedAt.secsTo(pool.snapshot.package.receivedAt);
    const bool isOfThePage = attempt.receivedAt.isValid() &&
                             pool.snapshot.package.receivedAt.isValid() &&
                             std::abs(apart) <= SecondsOfOneRefresh;
    return isOfThePage && !attempt.error ? QString() : asOfText(pool, attempt);
}

StatusReportText::Fact useFact(const QString &title, const ReportedPool &pool)
{
    const PoolSnapshot &known = pool.snapshot;
    const QDate today = poolTime(known, pool.now, pool.account.clockOffset).date();
    const std::optional<CurrentMau> mau = currentMau(known, today);
    if (!mau) {
        // The usage tells it in the first place.
        const OperationAttempt &refused =
            known.usage.error ? known.usage
                              : static_cast<const OperationAttempt &>(known.mauHistory);
        return {title, Formatting::unknown(),
            refused.error ? ErrorText::words(*refused.error, pool.account.host.host()).headline
                          : QString(),
            false};
    }
    const MauText text(*mau);
    QStringList notes{text.ofBought, ownAsOf(pool, attemptOf(known, *mau))};
    notes.removeAll(QString());
    return {title, text.used, notes.join(QLatin1Char('\n')), true};
}

} // namespace

StatusReportText::StatusReportText(const ReportedPool &reported)
    : title(tr("Status of a GenAuth package"))
    , pool(displayText(reported.account.name))
    , state(StatusText::line(reported.assessment))
    , chartTitle(tr("MAU per billing cycle"))
    , chartAsOf(ownAsOf(reported, reported.snapshot.mauHistory))
    , chartNote(HistoryText::caveat())
    , noChart(tr("No billing cycle is known."))
    , noRoom(tr("There is no room for the chart on this page."))
    , asOf(asOfText(reported, reported.snapshot.package))
    //: %1 a date, a time of day and the clock they are told in
    , made(tr("GenAuth Package Dashboard, %1")
               .arg(Formatting::dateTime(inClock(reported.now, reported.account.clockOffset))))
{
    if (const auto banner =
            StatusText::banner(reported.assessment, reported.snapshot.package.value)) {
        state = banner->headline;
        advice = banner->advice;
    }
    const PackageText text(reported.account, reported.snapshot, reported.assessment);
    PackageText::Fact name = text.name();
    if (const PackageText::Fact other = text.otherName(); other.known)
        name.note = other.value;
    const QString poolId = displayText(reported.snapshot.poolId);
    facts << factOf(tr("Package"), name) << factOf(tr("Ends"), text.end())
          << factOf(tr("Overdue"), text.overdue()) << factOf(tr("MAU bought"), text.mauQuantity())
          << useFact(tr("MAU used"), reported) << factOf(tr("Unit price"), text.unitPrice())
          << factOf(tr("Edition"), text.edition())
          << Fact{tr("User pool"), poolId.isEmpty() ? Formatting::unknown() : poolId, {},
                 !poolId.isEmpty()}
          << Fact{tr("Host"), displayText(reported.account.host.host()), {}, true};
}

QStringList StatusReportText::lines() const
{
    QStringList lines{pool, title, asOf, state, advice};
    lines.removeAll(QString());
    for (const Fact &fact : facts) {
        const QString note = QString(fact.note).replace(QLatin1Char('\n'), QStringLiteral(" · "));
        //: A fact and its value; the third is what else is known of it
        const QString line = note.isEmpty() ? tr("%1: %2").arg(fact.title, fact.value)
                                            : tr("%1: %2 (%3)").arg(fact.title, fact.value, note);
        lines << line;
    }
    return lines << made;
}

} // namespace genauth
