// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demohistory.h"

#include "app/sandbox/demodates.h"
#include "app/sandbox/madeup.h"

#include <QJsonArray>

#include <array>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

/** Per cent of an ordinary month, from January: a dip at the Spring Festival and in summer. */
constexpr std::array seasons{100, 80, 96, 98, 97, 95, 92, 90, 99, 94, 103, 105};

/** The package was a smaller one before. */
qint64 amountThen(qint64 amount, int monthsAgo)
{
    constexpr int upgradedMonthsAgo = 14;
    return monthsAgo < upgradedMonthsAgo ? amount : amount * 7 / 10;
}

/** What a whole cycle comes to: growth, a season, and a little chance. */
qint64 wholeCycle(const DemoPool &pool, QDate firstDay, int monthsAgo)
{
    const qint64 growth = 1000 - 22 * monthsAgo; // in thousandths of today's
    const qint64 season = seasons.at(std::size_t(firstDay.month() - 1));
    const auto month = quint64(firstDay.year()) * 12 + quint64(firstDay.month());
    const qint64 chance = 97 + MadeUp(pool.userPoolId).below(7, month);
    return pool.mauAmount() * pool.use.mauPercent * growth * season * chance / 1'000'000'000;
}

qint64 runningCycle(const DemoPool &pool, QDate firstDay, QDate today)
{
    if (pool.use.runningMauPercent > 0) {
        const qint64 thousandths = pool.use.runningMauPercent * 10 + today.day();
        return pool.mauAmount() * thousandths / 1000;
    }
    return wholeCycle(pool, firstDay, 0) * today.day() / firstDay.daysInMonth();
}

} // namespace

MauCycle mauCycle(const DemoPool &pool, QDate today, int monthsAgo)
{
    const QDate firstDay = QDate(today.year(), today.month(), 1).addMonths(-monthsAgo);
    MauCycle cycle{.firstDay = firstDay,
        .lastDay = firstDay.addMonths(1).addDays(-1),
        .amount = amountThen(pool.mauAmount(), monthsAgo)};
    if (monthsAgo == 0)
        cycle.current = runningCycle(pool, firstDay, today);
    else if (monthsAgo == pool.use.overflowMonthsAgo)
        cycle.current = cycle.amount * 1043 / 1000;
    else
        cycle.current = wholeCycle(pool, firstDay, monthsAgo);
    return cycle;
}

QList<MauCycle> mauCycles(const DemoPool &pool, QDate today)
{
    QList<MauCycle> cycles;
    for (int monthsAgo = demoCycles - 1; monthsAgo >= 0; --monthsAgo)
        cycles.append(mauCycle(pool, today, monthsAgo));
    return cycles;
}

QJsonObject historyAnswer(const QList<MauCycle> &cycles)
{
    QJsonArray records;
    for (const MauCycle &cycle : cycles) {
        records.append(QJsonObject{{u"periodStartTime"_s, serviceDay(cycle.firstDay)},
            {u"periodEndTime"_s, serviceDay(cycle.lastDay)},
            {u"amount"_s, QString::number(cycle.amount)},
            {u"current"_s, QString::number(cycle.current)}});
    }
    return {{u"records"_s, records}};
}

} // namespace genauth::sandbox
