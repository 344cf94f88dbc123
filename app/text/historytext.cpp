// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/historytext.h"

#include "app/text/formatting.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace genauth {

namespace {

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

QString said(QDate day, const char *english, const char *chinese)
{
    return QLocale().toString(day, QString::fromUtf8(isChinese() ? chinese : english));
}

/** A cycle of fewer days is no month, one of more is no month either but a year. */
constexpr qint64 ShortestMonth = 25;
constexpr qint64 ShortestYear = 330;

qint64 daysOf(const CycleFacts &cycle)
{
    return cycle.start.isValid() && cycle.end.isValid() ? cycle.start.daysTo(cycle.end) : 30;
}

/** "2.5", "8": at most one digit after the point. */
QString shortNumber(double number)
{
    const double rounded = std::round(number * 10) / 10;
    const bool whole = std::abs(rounded - std::round(rounded)) < 0.05;
    return QLocale().toString(rounded, 'f', whole ? 0 : 1);
}

} // namespace

QString HistoryText::day(QDate day)
{
    return day.isValid() ? Formatting::date(day) : Formatting::unknown();
}

QString HistoryText::shortDay(QDate day)
{
    return said(day, "d MMM", "M月d日");
}

bool HistoryText::isYear(const CycleFacts &cycle)
{
    return daysOf(cycle) >= ShortestYear;
}

QString HistoryText::name(const CycleFacts &cycle)
{
    if (!cycle.start.isValid())
        return tr("Cycle without a date");
    if (isYear(cycle))
        return said(cycle.start, "yyyy", "yyyy年");
    if (daysOf(cycle) < ShortestMonth)
        return day(cycle.start);
    return said(cycle.start, "MMM yyyy", "yyyy年M月");
}

QString HistoryText::axisName(const CycleFacts &cycle)
{
    if (!cycle.start.isValid())
        return {};
    if (isYear(cycle))
        return said(cycle.start, "yyyy", "yyyy");
    if (daysOf(cycle) < ShortestMonth)
        return shortDay(cycle.start);
    return said(cycle.start, "MMM", "M月");
}

QString HistoryText::axisCount(double count)
{
    struct Unit
    {
        double size;
        const char *sign;
    };
    static constexpr std::array units{
        Unit{1e12, "T"}, Unit{1e9, "G"}, Unit{1e6, "M"}, Unit{1e3, "k"}};
    for (const Unit &unit : units) {
        if (count >= unit.size)
            return shortNumber(count / unit.size) + QLatin1String(unit.sign);
    }
    return shortNumber(count);
}

QString HistoryText::used(const CycleFacts &cycle)
{
    return cycle.used ? Formatting::count(*cycle.used) : Formatting::unknown();
}

QString HistoryText::bought(const CycleFacts &cycle)
{
    if (cycle.allowance == Allowance::Kind::Unlimited)
        return tr("unlimited");
    return cycle.bought ? Formatting::count(*cycle.bought) : Formatting::unknown();
}

QString HistoryText::runningUntil(QDate last)
{
    //: %1 a date: the last day of the billing cycle that runs
    return tr("%1, running").arg(day(last));
}

QString HistoryText::asSent(const QString &text)
{
    return tr("GenAuth sent “%1”").arg(text);
}

QString HistoryText::share(const CycleFacts &cycle)
{
    if (cycle.percent)
        return tr("%1%").arg(Formatting::count(*cycle.percent));
    if (cycle.allowance == Allowance::Kind::Unlimited)
        return tr("unlimited");
    return cycle.bought && *cycle.bought == 0 ? tr("nothing bought") : Formatting::unknown();
}

QString HistoryText::note(const CycleFacts &cycle)
{
    if (cycle.over)
        return cycle.running ? tr("running, over the quota") : tr("over the quota");
    return cycle.running ? tr("running") : QString();
}

QString HistoryText::line(const CycleFacts &cycle)
{
    QString said;
    if (!cycle.used)
        //: %1 a billing cycle, %2 a number, "unlimited" or "unknown"
        said = tr("%1: use unknown, bought %2").arg(name(cycle), bought(cycle));
    else if (cycle.percent)
        said =
            tr("%1: %2 of %3 used (%4)").arg(name(cycle), used(cycle), bought(cycle), share(cycle));
    else
        said = tr("%1: %2 used, bought %3").arg(name(cycle), used(cycle), bought(cycle));
    const QString more = note(cycle);
    //: a sentence, and what is to be said besides
    return more.isEmpty() ? said : tr("%1, %2").arg(said, more);
}

QString HistoryText::caveat()
{
    return tr("GenAuth's “amount” is read as what was bought and its “current” as what was used; "
              "the vendor's own words do not settle it.");
}

QString HistoryText::summary(const QList<CycleFacts> &cycles)
{
    if (cycles.isEmpty())
        return tr("No billing cycle");
    const auto number = static_cast<int>(cycles.size());
    const auto dated = [](const CycleFacts &cycle) { return cycle.start.isValid(); };
    const auto first = std::ranges::find_if(cycles, dated);
    const auto last = std::find_if(cycles.crbegin(), cycles.crend(), dated);
    QString said = tr("%Ln billing cycle(s)", nullptr, number);
    if (first != cycles.cend())
        said = tr("%1, from %2 to %3").arg(said, name(*first), name(*last));
    const auto highest = std::ranges::max_element(
        cycles, [](const auto &a, const auto &b) { return a.used < b.used; });
    if (!highest->used) // an empty optional is less than any other
        return tr("%1; the use of each is unknown").arg(said);
    const auto unknown =
        std::ranges::count_if(cycles, [](const CycleFacts &cycle) { return !cycle.used; });
    said = tr("%1; highest %2 in %3").arg(said, used(*highest), name(*highest));
    if (unknown > 0)
        said = tr("%1; use unknown in %Ln", nullptr, static_cast<int>(unknown)).arg(said);
    return said;
}

QString HistoryText::entitlement(qint64 bought)
{
    return tr("Bought %1").arg(Formatting::count(bought));
}

QString HistoryText::asOf(const QDateTime &moment)
{
    //: %1 a date and time
    return tr("As of %1").arg(Formatting::dateTime(moment));
}

QString HistoryText::chartKey(const QList<CycleFacts> &cycles, const QList<Order::Type> &orders)
{
    QStringList entries;
    const auto marked = [&](Order::Type kind, const QString &entry) {
        if (orders.contains(kind))
            entries << entry;
    };
    marked(Order::Type::Renew, tr("○ renewal"));
    marked(Order::Type::Upgrade, tr("△ upgrade"));
    marked(Order::Type::OverdueCorrect, tr("◇ overdue correction"));
    marked(Order::Type::OverflowedCorrect, tr("□ over-quota correction"));
    if (std::ranges::any_of(cycles, [](const CycleFacts &cycle) { return !cycle.used; }))
        entries << tr("? use unknown");
    if (std::ranges::any_of(cycles, [](const CycleFacts &cycle) { return cycle.running; }))
        entries << tr("lighter bar: running billing cycle");
    return entries.join(QStringLiteral("   "));
}

std::optional<QString> HistoryText::event(const Order &order)
{
    // Of a status that is not listed nobody knows whether it was paid.
    const bool happened =
        order.status == Order::Status::Paid || order.status == Order::Status::Completed;
    if (!happened || !order.createTime.value)
        return std::nullopt;
    const QString date = Formatting::date(*order.createTime.value);
    switch (order.type) {
    case Order::Type::Renew:
        return tr("Renewal on %1").arg(date);
    case Order::Type::Upgrade:
        return tr("Upgrade on %1").arg(date);
    case Order::Type::OverdueCorrect:
        return tr("Overdue correction on %1").arg(date);
    case Order::Type::OverflowedCorrect:
        return tr("Over-quota correction on %1").arg(date);
    case Order::Type::New:
    case Order::Type::Unlisted:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace genauth
