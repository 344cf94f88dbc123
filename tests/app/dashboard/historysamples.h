// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

} // namespace genauth::test
