// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checktext.h"

#include "app/check/texttable.h"
#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "app/text/mautext.h"
#include "app/text/packagetext.h"
#include "app/text/poolssummary.h"
#include "app/text/statustext.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/report/reportcodes.h"
#include "core/store/watcherstore.h"

#include <algorithm>
#include <numeric>

namespace genauth {

namespace {

using namespace Qt::StringLiterals;

QString ansiColour(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Ok:
        return u"\x1b[32m"_s;
    case AlertLevel::Warning:
        return u"\x1b[33m"_s;
    case AlertLevel::Critical:
        return u"\x1b[1;31m"_s;
    case AlertLevel::Unknown:
        return u"\x1b[35m"_s;
    }
    Q_UNREACHABLE();
}

QList<qsizetype> worstFirst(const CheckReport &report)
{
    QList<qsizetype> order(report.pools.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&report](qsizetype a, qsizetype b) {
        const AlertLevel first = report.pools.at(a).level;
        const AlertLevel second = report.pools.at(b).level;
        return first != second && worseOf(first, second) == first;
    });
    return order;
}

} // namespace

QString CheckText::reason(LevelReason reason, const PoolReport &report)
{
    switch (reason) {
    case LevelReason::MauCritical:
        //: The percentages are of the MAU that was bought, and from which on it is critical
        return tr("MAU at %1 %, critical from %2 %")
            .arg(percentUsed(report.mau->used, report.mau->bought).value_or(0))
            .arg(report.mauCriticalPercent.value_or(0));
    case LevelReason::MauUnknown:
        return tr("MAU unknown");
    case LevelReason::Unanswered:
        return {}; // the error says it
    }
    Q_UNREACHABLE();
}

QString CheckText::states(const PoolReport &report)
{
    const SubscriptionAssessment &assessment = report.assessment;
    QStringList words{StatusText::listLine(assessment)};
    for (const SubscriptionState state : assessment.all) {
        // That it is well otherwise goes without saying.
        if (state == assessment.headline || state == SubscriptionState::Active)
            continue;
        SubscriptionAssessment other = assessment;
        other.headline = state;
        words << StatusText::line(other);
    }
    for (const LevelReason reason : report.reasons)
        words << CheckText::reason(reason, report);
    words.removeAll(QString());
    return words.join(u" + "_s);
}

QString CheckText::words(const PoolReport &report)
{
    const QString state = states(report);
    if (report.errors.isEmpty())
        return state;
    //: %1 a state such as "Cannot refresh", %2 what went wrong, such as "No answer in time"
    return tr("%1: %2").arg(
        state, ErrorText::words(report.errors.constFirst(), report.host).headline);
}

QString CheckText::mau(const PoolReport &report)
{
    if (!report.mau)
        return Formatting::unknown();
    const MauText text(*report.mau);
    return text.used + u' ' + text.ofBought;
}

QString CheckText::end(const PoolReport &report, const CheckedPool &pool)
{
    if (report.package && report.package->endTime.kind == EndTime::Kind::At)
        return Formatting::dateTime(report.package->endTime.at);
    return PackageText(pool.access.account, pool.snapshot, report.assessment).end().value;
}

QStringList CheckText::row(const PoolReport &report, const CheckedPool &pool)
{
    const PackageText package(pool.access.account, pool.snapshot, report.assessment);
    const PackageText::Fact name = package.name().known ? package.name() : package.otherName();
    return {codeOf(report.level), displayText(report.name, 40), states(report), name.value,
        mau(report), end(report, pool)};
}

QStringList CheckText::notes(const PoolReport &report)
{
    QStringList lines;
    for (const ApiError &error : report.errors) {
        const ErrorText::Words words = ErrorText::words(error, report.host);
        QString line = displayText(report.name, 40) + u": "_s +
                       Formatting::sentences(
                           {words.headline + u'.', words.advice, ErrorText::serverSaid(error)});
        if (!error.requestId.isEmpty())
            line += u" (requestId %1)"_s.arg(displayText(error.requestId));
        // A key that is refused is refused for each operation, and in the same words.
        if (!lines.contains(line))
            lines << line;
    }
    return lines;
}

QString CheckText::table(const CheckReport &report, const QList<CheckedPool> &pools, Colour colour)
{
    TextTable table({tr("Level"), tr("Pool"), tr("State"), tr("Package"), tr("MAU"), tr("Ends")});
    QStringList before{QString()};
    QStringList notes;
    PoolsSummary summary;
    const QList<qsizetype> order = worstFirst(report);
    for (const qsizetype i : order) {
        const PoolReport &pool = report.pools.at(i);
        table.addRow(row(pool, pools.at(i)));
        before << (colour == Colour::Ansi ? ansiColour(pool.level) : QString());
        notes << CheckText::notes(pool);
        summary.add(pool.assessment);
    }
    QString text;
    if (report.isSimulated()) {
        //: %1 a date, a time of day and the clock they are told in
        text += tr("SIMULATED: judged as if it were %1.")
                    .arg(Formatting::dateTime(inClock(report.asOf, BeijingOffset))) +
                u'\n';
    }
    text += table.lines(before, u"\x1b[0m"_s);
    if (report.pools.size() > 1)
        text += summary.line() + u'\n';
    for (const QString &note : notes)
        text += note + u'\n';
    return text;
}

QString CheckText::notRecorded()
{
    return tr("What was found could not be recorded in time.");
}

QString CheckText::dashboardIsSilent(const WatcherNote &note, const QDateTime &now)
{
    //: Both are spans of time, such as "5 h"
    return tr("The dashboard has not refreshed its pools for %1, though it means to every %2: see "
              "whether it still works.")
        .arg(Formatting::span(note.at.secsTo(now)), Formatting::span(note.interval.count()));
}

} // namespace genauth
