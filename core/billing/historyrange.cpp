// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/historyrange.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace genauth {

namespace {

/** A cycle of more days is no month. */
constexpr qint64 LongestMonth = 45;

const QString DayFormat = QStringLiteral("yyyyMMdd");

bool belongsToMonths(const MauCycle &cycle, QDate first, QDate today)
{
    if (cycle.holds(today) || *cycle.start.value > first)
        return true;
    const bool isLong = cycle.start.value->daysTo(*cycle.end.value) > LongestMonth;
    return isLong && *cycle.end.value > first;
}

std::pair<QDate, QDate> daysOf(const MauCycle &cycle)
{
    return {cycle.start.value.value_or(QDate()), cycle.end.value.value_or(QDate())};
}

} // namespace

QDate HistoryRange::firstDay(QDate today) const
{
    return isCustom() ? from : today.addMonths(-months);
}

QList<MauCycle> HistoryRange::cyclesOf(const QList<MauCycle> &cycles, QDate today) const
{
    const QDate first = firstDay(today);
    QList<MauCycle> mine;
    std::ranges::copy_if(cycles, std::back_inserter(mine), [&](const MauCycle &cycle) {
        if (!cycle.start.value || !cycle.end.value)
            return true;
        return isCustom() ? *cycle.start.value <= to && *cycle.end.value >= first
                          : belongsToMonths(cycle, first, today);
    });
    return mine;
}

QString HistoryRange::code() const
{
    if (!isCustom())
        return QString::number(months);
    return from.toString(DayFormat) + QLatin1Char('-') + to.toString(DayFormat);
}

std::optional<HistoryRange> HistoryRange::fromCode(const QString &code)
{
    static constexpr std::array offered{6, 12, 24};
    for (const int months : offered) {
        if (code == QString::number(months))
            return HistoryRange{.months = months};
    }
    const QStringList days = code.split(QLatin1Char('-'));
    if (days.size() != 2)
        return std::nullopt;
    const HistoryRange range{.months = 0,
        .from = QDate::fromString(days.at(0), DayFormat),
        .to = QDate::fromString(days.at(1), DayFormat)};
    const bool isRange = range.from.isValid() && range.to.isValid() && range.from <= range.to;
    return isRange && range.code() == code ? std::optional(range) : std::nullopt;
}

QList<MauCycle> mergedCycles(const QList<MauCycle> &older, const QList<MauCycle> &newer)
{
    QSet<std::pair<QDate, QDate>> known;
    for (const MauCycle &cycle : newer)
        known.insert(daysOf(cycle));
    QList<MauCycle> merged;
    std::ranges::copy_if(older, std::back_inserter(merged),
        [&](const MauCycle &cycle) { return !known.contains(daysOf(cycle)); });
    merged += newer;
    std::ranges::stable_sort(merged, [](const MauCycle &a, const MauCycle &b) {
        if (a.start.value && b.start.value)
            return *a.start.value < *b.start.value;
        return a.start.isKnown() && !b.start.isKnown();
    });
    return merged;
}

} // namespace genauth
