// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Alerts in words: their numbers alone, how they stand, and several of them at once.

#include "app/text/alerttext.h"
#include "app/text/formatting.h"
#include "core/alerts/alertrules.h"
#include "core/base/displaytext.h"

#include <QSet>

#include <algorithm>

namespace genauth {

namespace {

/** The first of each pool, which is the most urgent one. */
QList<AlertRecord> onePerPool(const QList<AlertRecord> &records)
{
    QSet<QUuid> seen;
    QList<AlertRecord> firsts;
    for (const AlertRecord &record : records) {
        if (seen.contains(record.alert.key.account))
            continue;
        seen.insert(record.alert.key.account);
        firsts << record;
    }
    return firsts;
}

bool isUrgentBefore(const AlertRecord &a, const AlertRecord &b)
{
    return static_cast<int>(a.alert.urgency()) > static_cast<int>(b.alert.urgency());
}

} // namespace

QStringList AlertText::facts(const Alert &alert, std::chrono::seconds clockOffset)
{
    const AlertNumbers &numbers = alert.numbers;
    QStringList facts;
    const auto say = [&facts](bool known, const QString &fact) {
        if (known && !fact.isEmpty())
            facts << fact;
    };
    const QString end =
        numbers.endTime.isValid() ? Formatting::dateTime(numbers.endTime) : QString();
    switch (alert.key.rule) {
    case AlertRule::EndsSoon:
    case AlertRule::Ended:
        say(true, end);
        break;
    case AlertRule::Overdue:
    case AlertRule::Contradiction:
        say(numbers.overdueDays.has_value(),
            tr("%1 overdue").arg(Formatting::days(numbers.overdueDays.value_or(0))));
        say(!end.isEmpty(), tr("end time %1").arg(end));
        break;
    case AlertRule::MauAtPercent:
    case AlertRule::RightAtLimit:
    case AlertRule::BackUnder:
        say(true, use(numbers));
        break;
    case AlertRule::ForecastMeetsQuota:
        say(true, use(numbers));
        say(numbers.reachesAt.isValid(),
            tr("reached on %1").arg(Formatting::date(numbers.reachesAt)));
        break;
    case AlertRule::DataIsOld:
    case AlertRule::KeyRefused:
        if (numbers.lastSuccess.isValid())
            facts << tr("last good answer %1").arg(moment(numbers.lastSuccess, clockOffset));
        break;
    case AlertRule::Renewed:
        //: %1 the old end time, %2 the new one
        say(!end.isEmpty(), numbers.before.isValid()
                                ? tr("%1 → %2").arg(Formatting::dateTime(numbers.before), end)
                                : end);
        break;
    case AlertRule::Paid:
        say(!alert.key.subject.isEmpty(), tr("order %1").arg(displayText(alert.key.subject)));
        break;
    }
    return facts;
}

bool AlertText::hasNumbers(const Alert &alert)
{
    return !facts(alert, BeijingOffset).isEmpty();
}

QString AlertText::numbers(const Alert &alert, std::chrono::seconds clockOffset)
{
    const QStringList known = facts(alert, clockOffset);
    return known.isEmpty() ? Formatting::unknown() : known.join(QStringLiteral(" · "));
}

QString AlertText::standing(
    const AlertRecord &record, const QDateTime &now, std::chrono::seconds clockOffset)
{
    if (isGoodNews(record.alert.key.rule))
        return tr("Good news");
    if (record.endedAt.isValid())
        return tr("Ended on %1").arg(moment(record.endedAt, clockOffset));
    if (record.acknowledgedAt.isValid())
        return tr("Acknowledged on %1").arg(moment(record.acknowledgedAt, clockOffset));
    if (record.snoozedUntilChange)
        return tr("Snoozed until it changes");
    if (record.isSnoozed(now))
        return tr("Snoozed until %1").arg(moment(record.snoozedUntil, clockOffset));
    return record.announcedAt.isValid() ? tr("Open") : tr("Open, not announced yet");
}

QString AlertText::andMore(int more)
{
    return tr("and %Ln more", nullptr, more);
}

AlertText::Words AlertText::ofOnePool(
    const QList<AlertRecord> &urgent, const QDateTime &now, std::chrono::seconds clockOffset)
{
    const AlertRecord &first = urgent.constFirst();
    QStringList lines{sentence(first.alert, clockOffset)};
    for (const AlertRecord &record : urgent.mid(1, MostLines - 1))
        lines << headlineNow(record, now);
    if (urgent.size() > MostLines)
        lines << andMore(static_cast<int>(urgent.size() - MostLines));
    return {title(first, now), lines.join(QLatin1Char('\n'))};
}

AlertText::Words AlertText::together(
    const QList<AlertRecord> &records, const QDateTime &now, std::chrono::seconds clockOffset)
{
    if (records.isEmpty())
        return {};
    if (records.size() == 1) {
        const AlertRecord &one = records.constFirst();
        return {title(one, now), sentence(one.alert, clockOffset)};
    }
    QList<AlertRecord> urgent = records;
    std::stable_sort(urgent.begin(), urgent.end(), isUrgentBefore);
    const QList<AlertRecord> pools = onePerPool(urgent);
    if (pools.size() == 1)
        return ofOnePool(urgent, now, clockOffset);
    const auto bad = std::count_if(pools.cbegin(), pools.cend(),
        [](const AlertRecord &record) { return !isGoodNews(record.alert.key.rule); });
    QStringList lines;
    for (const AlertRecord &record : urgent.first(std::min<qsizetype>(urgent.size(), MostLines)))
        lines << title(record, now);
    if (urgent.size() > MostLines)
        lines << andMore(static_cast<int>(urgent.size() - MostLines));
    const QString heading =
        bad > 0 ? tr("%Ln pool(s) need attention", nullptr, static_cast<int>(bad))
                : tr("Good news of %Ln pool(s)", nullptr, static_cast<int>(pools.size()));
    return {heading, lines.join(QLatin1Char('\n'))};
}

QString AlertText::toolTip(const QList<AlertRecord> &open, const QDateTime &now)
{
    const QList<AlertRecord> pools = onePerPool(open);
    QStringList lines;
    for (const AlertRecord &record : pools.first(std::min<qsizetype>(pools.size(), MostLines)))
        lines << title(record, now);
    if (pools.size() > MostLines)
        lines << tr("and %Ln more pool(s)", nullptr, static_cast<int>(pools.size() - MostLines));
    return lines.isEmpty() ? openCount(0) : lines.join(QLatin1Char('\n'));
}

QString AlertText::openCount(int open)
{
    return open == 0 ? tr("No alert is open") : tr("%Ln alert(s) open", nullptr, open);
}

QString AlertText::rehearsed(const RehearsedAlert &rehearsed)
{
    return headline(rehearsed.alert);
}

} // namespace genauth
