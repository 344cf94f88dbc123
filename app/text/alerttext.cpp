// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/alerttext.h"

#include "app/text/formatting.h"
#include "app/text/usagetext.h"
#include "core/alerts/alertrules.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/billing/allowance.h"

namespace genauth {

namespace {

std::optional<int> percentOf(const AlertNumbers &numbers)
{
    if (!numbers.used || !numbers.bought)
        return std::nullopt;
    return percentUsed({*numbers.used, {}}, {Allowance::Kind::Count, *numbers.bought, {}});
}

/** Of what the alert holds raw; a text of which nothing is to be seen counts as unknown. */
Reading<QString> readingOf(const QString &text)
{
    Reading<QString> reading;
    if (!isBlank(text))
        reading.value = text;
    return reading;
}

} // namespace

QString AlertText::ruleName(AlertRule rule)
{
    switch (rule) {
    case AlertRule::EndsSoon:
        return tr("Days before the end");
    case AlertRule::Ended:
        return tr("Ended");
    case AlertRule::Overdue:
        return tr("Overdue");
    case AlertRule::Contradiction:
        return tr("Figures that disagree");
    case AlertRule::MauAtPercent:
        return tr("MAU used");
    case AlertRule::ForecastMeetsQuota:
        return tr("MAU forecast");
    case AlertRule::RightAtLimit:
        return tr("Another right used up");
    case AlertRule::DataIsOld:
        return tr("Old data");
    case AlertRule::KeyRefused:
        return tr("Access key");
    case AlertRule::Renewed:
        return tr("Renewed");
    case AlertRule::Paid:
        return tr("Paid");
    case AlertRule::BackUnder:
        return tr("Below a limit again");
    }
    Q_UNREACHABLE();
}

QString AlertText::ruleMeaning(AlertRule rule)
{
    switch (rule) {
    case AlertRule::EndsSoon:
        return tr("So many days before the package ends");
    case AlertRule::Ended:
        return tr("When the end time has passed");
    case AlertRule::Overdue:
        return tr("When GenAuth counts the package as overdue, and each further week");
    case AlertRule::Contradiction:
        return tr("When the end time and the days overdue do not fit each other");
    case AlertRule::MauAtPercent:
        return tr("When so much of the MAU bought is used");
    case AlertRule::ForecastMeetsQuota:
        return tr("When at this pace the MAU bought is reached before the billing cycle ends");
    case AlertRule::RightAtLimit:
        return tr("When a right other than MAU is used up");
    case AlertRule::DataIsOld:
        return tr("When no refresh has succeeded for a day");
    case AlertRule::KeyRefused:
        return tr("When the access key is refused or cannot be read");
    case AlertRule::Renewed:
        return tr("Good news: the end time has moved on");
    case AlertRule::Paid:
        return tr("Good news: an order is paid, or nothing is overdue any more");
    case AlertRule::BackUnder:
        return tr("Good news: use has fallen below its limit");
    }
    Q_UNREACHABLE();
}

QString AlertText::moment(const QDateTime &at, std::chrono::seconds clockOffset)
{
    return Formatting::dateTime(inClock(at, clockOffset));
}

QString AlertText::rightName(const Alert &alert)
{
    return UsageText::name(readingOf(alert.numbers.subjectName), readingOf(alert.key.subject));
}

QString AlertText::use(const AlertNumbers &numbers)
{
    if (numbers.used && numbers.bought)
        //: %1 is used of %2 bought
        return tr("%1 of %2")
            .arg(Formatting::count(*numbers.used), Formatting::count(*numbers.bought));
    if (numbers.used)
        return tr("%1 used").arg(Formatting::count(*numbers.used));
    return {};
}

QString AlertText::mauHeadline(const Alert &alert)
{
    if (const auto percent = percentOf(alert.numbers))
        return tr("%1% of the MAU bought is used").arg(Formatting::count(*percent));
    return tr("%1% or more of the MAU bought is used").arg(Formatting::count(alert.key.step));
}

QString AlertText::headlineOf(const Alert &alert, qint64 secondsSince)
{
    const AlertNumbers &numbers = alert.numbers;
    const QString &subject = alert.key.subject;
    switch (alert.key.rule) {
    case AlertRule::EndsSoon: {
        if (!numbers.secondsLeft)
            return tr("Ends within %1").arg(Formatting::days(alert.key.step));
        const qint64 left = *numbers.secondsLeft - secondsSince;
        return left > 0 ? tr("Ends in %1").arg(Formatting::timeLeft(roundedTimeLeft(left)))
                        : tr("The end time has passed");
    }
    case AlertRule::Ended:
        return tr("The package has ended");
    case AlertRule::Overdue:
        return numbers.overdueDays ? tr("Overdue by %1").arg(Formatting::days(*numbers.overdueDays))
                                   : tr("Overdue");
    case AlertRule::Contradiction:
        return tr("GenAuth's figures disagree");
    case AlertRule::MauAtPercent:
        return mauHeadline(alert);
    case AlertRule::ForecastMeetsQuota:
        return tr("MAU may run out before the billing cycle ends");
    case AlertRule::RightAtLimit:
        return tr("“%1” is used up").arg(rightName(alert));
    case AlertRule::DataIsOld:
        return tr("No refresh has succeeded for a day");
    case AlertRule::KeyRefused:
        return tr("The access key does not work");
    case AlertRule::Renewed:
        return numbers.endTime.isValid()
                   ? tr("Renewed until %1").arg(Formatting::date(numbers.endTime))
                   : tr("Renewed");
    case AlertRule::Paid:
        return subject.isEmpty() ? tr("No longer overdue")
                                 : tr("Order %1 is paid").arg(displayText(subject));
    case AlertRule::BackUnder:
        return subject.isEmpty() ? tr("MAU is below its limit again")
                                 : tr("“%1” is below its limit again").arg(rightName(alert));
    }
    Q_UNREACHABLE();
}

QString AlertText::headline(const Alert &alert)
{
    return headlineOf(alert, 0);
}

QString AlertText::headlineNow(const AlertRecord &record, const QDateTime &now)
{
    return headlineOf(record.alert, record.firedAt.isValid() ? record.firedAt.secsTo(now) : 0);
}

QString AlertText::title(const AlertRecord &record, const QDateTime &now)
{
    //: %1 a pool's name, %2 what has happened there
    return tr("%1: %2").arg(displayText(record.poolName), headlineNow(record, now));
}

QString AlertText::overdueSentence(const AlertNumbers &numbers)
{
    const QString counted =
        numbers.overdueDays
            ? tr("GenAuth counts %1 overdue.").arg(Formatting::days(*numbers.overdueDays))
            : tr("GenAuth counts this package as overdue.");
    const QString ended =
        numbers.endTime.isValid() && numbers.secondsLeft.value_or(1) <= 0
            ? tr("The package ended on %1.").arg(Formatting::dateTime(numbers.endTime))
            : QString();
    return Formatting::sentences({counted, ended});
}

QString AlertText::lastKnown(const AlertNumbers &numbers)
{
    QStringList known;
    if (numbers.overdueDays && *numbers.overdueDays > 0)
        known << tr("The package was overdue by %1.").arg(Formatting::days(*numbers.overdueDays));
    if (numbers.endTime.isValid())
        known << tr("The end time was %1.").arg(Formatting::dateTime(numbers.endTime));
    if (const QString used = use(numbers); !used.isEmpty())
        known << tr("MAU: %1.").arg(used);
    return Formatting::sentences(known);
}

QString AlertText::sentence(const Alert &alert, std::chrono::seconds clockOffset)
{
    const AlertNumbers &numbers = alert.numbers;
    const bool knowsEnd = numbers.endTime.isValid();
    const QString end = knowsEnd ? Formatting::dateTime(numbers.endTime) : QString();
    const QString used = use(numbers);
    const QString mau = used.isEmpty() ? QString() : tr("MAU: %1.").arg(used);
    const QString stop = tr("Sign-in for your users may stop at any time.");
    const QString renew = tr("Renew in the GenAuth console, then press Refresh.");
    const QString upgrade = tr("Upgrade the package in the GenAuth console.");
    switch (alert.key.rule) {
    case AlertRule::EndsSoon:
        return Formatting::sentences({knowsEnd ? tr("The package ends on %1.").arg(end) : QString(),
            tr("Renew in the GenAuth console before then, or your users may be unable to sign "
               "in.")});
    case AlertRule::Ended:
        return Formatting::sentences(
            {knowsEnd ? tr("It ended on %1.").arg(end) : QString(), stop, renew});
    case AlertRule::Overdue:
        return Formatting::sentences({overdueSentence(numbers), stop, renew});
    case AlertRule::Contradiction:
        return Formatting::sentences(
            {numbers.overdueDays
                    ? tr("GenAuth counts %1 overdue.").arg(Formatting::days(*numbers.overdueDays))
                    : QString(),
                knowsEnd ? tr("The end time is %1.").arg(end) : QString(),
                tr("The two do not fit each other. Check the package in the GenAuth console.")});
    case AlertRule::MauAtPercent:
        return Formatting::sentences({mau,
            tr("Above what was bought, further users may be "
               "refused."),
            upgrade});
    case AlertRule::ForecastMeetsQuota:
        return Formatting::sentences({mau,
            numbers.reachesAt.isValid() ? tr("At this pace what was bought is reached on %1.")
                                              .arg(Formatting::date(numbers.reachesAt))
                                        : tr("At this pace what was bought is reached before the "
                                             "billing cycle ends."),
            upgrade});
    case AlertRule::RightAtLimit:
        return Formatting::sentences({used.isEmpty() ? QString() : tr("Used: %1.").arg(used),
            tr("What it covers may stop working."), upgrade});
    case AlertRule::DataIsOld:
        return Formatting::sentences(
            {numbers.lastSuccess.isValid() ? tr("The last good answer came on %1.")
                                                 .arg(moment(numbers.lastSuccess, clockOffset))
                                           : tr("No good answer has ever come."),
                lastKnown(numbers), tr("Nobody knows what has changed since.")});
    case AlertRule::KeyRefused:
        return Formatting::sentences({tr("GenAuth refuses it, or it cannot be read on this "
                                         "computer."),
            tr("This pool is not refreshed until you enter or unlock its key."),
            lastKnown(numbers)});
    case AlertRule::Renewed:
        return Formatting::sentences(
            {knowsEnd ? tr("The package now ends on %1.").arg(end) : QString(),
                numbers.before.isValid()
                    ? tr("Before, that was %1.").arg(Formatting::dateTime(numbers.before))
                    : QString()});
    case AlertRule::Paid:
        return alert.key.subject.isEmpty() ? tr("GenAuth counts no days overdue any more.")
                                           : tr("GenAuth's list of orders shows it as paid.");
    case AlertRule::BackUnder:
        return used.isEmpty() ? tr("Use has fallen below its limit.") : tr("Used: %1.").arg(used);
    }
    Q_UNREACHABLE();
}

} // namespace genauth
