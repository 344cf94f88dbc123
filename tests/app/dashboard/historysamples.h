// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/chartmarker.h"
#include "core/billing/burnup.h"
#include "core/billing/mauhistory.h"

#include <QDate>
#include <QList>
#include <QString>

namespace genauth::test {

[[nodiscard]] inline MauCycle cycleOf(
    QDate start, QDate end, std::optional<qint64> used, std::optional<qint64> bought = 10'000)
{
    MauCycle cycle;
    cycle.start.value = start;
    cycle.end.value = end;
    cycle.current.value = used;
    if (bought)
        cycle.amount = {Allowance::Kind::Count, *bought, QString::number(*bought)};
    return cycle;
}

/** Calendar months from this one on, one for each use. */
[[nodiscard]] inline QList<MauCycle> monthsFrom(
    QDate first, const QList<qint64> &uses, qint64 bought = 10'000)
{
    QList<MauCycle> cycles;
    for (int i = 0; i < uses.size(); ++i) {
        const QDate start = first.addMonths(i);
        cycles << cycleOf(start, start.addMonths(1).addDays(-1), uses.at(i), bought);
    }
    return cycles;
}

/** The year of the sketch: over the quota in August, and November is running. */
[[nodiscard]] inline QList<MauCycle> sampleYear()
{
    return monthsFrom(QDate(2025, 12, 1),
        {5200, 5600, 6100, 5400, 6400, 7000, 7600, 8300, 10'420, 9200, 8800, 8210});
}

/** So many months up to November 2026, none like the other. */
[[nodiscard]] inline QList<MauCycle> years(int months)
{
    QList<qint64> uses;
    for (int i = 0; i < months; ++i)
        uses << 1000 + 13 * i;
    return monthsFrom(QDate(2026, 11, 1).addMonths(1 - months), uses);
}

/** A thousand more each day of November, of which five are known; met on the 11th. */
[[nodiscard]] inline BurnUp sampleBurnUp()
{
    BurnUp burnUp;
    burnUp.start = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600);
    burnUp.end = burnUp.start.addMonths(1);
    burnUp.bought = 10'000;
    for (int day = 0; day < 5; ++day)
        burnUp.samples.append({burnUp.start.addDays(day).toUTC(), 1000 * day, 10'000});
    burnUp.forecast.emplace();
    burnUp.forecast->kind = Forecast::Kind::Reaches;
    burnUp.forecast->from = burnUp.samples.first().at;
    burnUp.forecast->reachesAt = burnUp.start.addDays(10).toUTC();
    burnUp.forecast->perSecond = 1000.0 / 86'400;
    return burnUp;
}

/** At noon of this day in Beijing. */
[[nodiscard]] inline ChartMarker marker(QDate day, Order::Type kind, const QString &text)
{
    return {QDateTime(day, QTime(12, 0), Qt::OffsetFromUTC, 8 * 3600), kind, text};
}

} // namespace genauth::test
