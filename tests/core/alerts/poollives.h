// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/core/alerts/alertfacts.h"

#include <optional>

namespace genauth::test {

/** What a refresh of a pool meets at one moment. */
struct PoolMoment
{
    PoolAnswers answers;
    std::optional<ErrorKind> failure; ///< of all operations
};

/** A pool, and what becomes of it. */
struct PoolLife
{
    QString name;
    std::chrono::seconds clockOffset;
    PoolMoment (*at)(const QDateTime &now); ///< UTC
};

/** Midnight, UTC. */
[[nodiscard]] inline QDateTime day(int year, int month, int dayOfMonth)
{
    return {QDate(year, month, dayOfMonth), QTime(0, 0), Qt::UTC};
}
[[nodiscard]] inline QDateTime day(int month, int dayOfMonth)
{
    return day(2026, month, dayOfMonth);
}

[[nodiscard]] inline bool isWithin(
    const QDateTime &now, const QDateTime &from, const QDateTime &until)
{
    return now >= from && now < until;
}

/** Calmly used, of an end that is far ahead; `now` is told by the pool's clock. */
[[nodiscard]] inline PoolAnswers calm(const QDateTime &now)
{
    const QDate first(now.date().year(), now.date().month(), 1);
    PoolAnswers answers;
    answers.endTime = QStringLiteral("2028-01-01 00:00:00");
    answers.cycleStart = first.toString(QStringLiteral("yyyyMMdd"));
    answers.cycleEnd = first.addMonths(1).addDays(-1).toString(QStringLiteral("yyyyMMdd"));
    return answers;
}
[[nodiscard]] inline PoolAnswers calmInBeijing(const QDateTime &now)
{
    return calm(now.toOffsetFromUtc(8 * 3600));
}

/** Ends on 1 April, at noon UTC, and is renewed for a year six days before. */
[[nodiscard]] inline PoolMoment renewedInTime(const QDateTime &now)
{
    PoolAnswers answers = calmInBeijing(now);
    answers.endTime = now < day(3, 26) ? QStringLiteral("2026-04-01 20:00:00")
                                       : QStringLiteral("2027-04-01 20:00:00");
    return {answers, {}};
}

/** Ends on 10 June, at noon UTC; is overdue from the next midnight on, one day more each; on the
 *  20th an order is made, which is paid on the 26th, for another year. */
[[nodiscard]] inline PoolMoment overdueThenPaid(const QDateTime &now)
{
    PoolAnswers answers = calmInBeijing(now);
    const bool isPaid = now >= day(6, 26);
    answers.endTime =
        isPaid ? QStringLiteral("2027-06-10 20:00:00") : QStringLiteral("2026-06-10 20:00:00");
    if (isWithin(now, day(6, 11), day(6, 26)))
        answers.overdueDays = QString::number(day(6, 10).daysTo(now));
    if (now >= day(6, 20))
        answers.orders = {order(QStringLiteral("B-2"), QString::number(isPaid ? 2 : 1))};
    return {answers, {}};
}

/** Of 1000 bought: 40 a day in February, from 0 on; 32 a day in October; else 100. */
[[nodiscard]] inline PoolMoment growing(const QDateTime &now)
{
    PoolAnswers answers = calm(now);
    const auto grownSince = [&](const QDateTime &start, qint64 aDay) {
        return QString::number(start.secsTo(now) * aDay / (24LL * 3600));
    };
    if (isWithin(now, day(2, 1), day(3, 1)))
        answers.mauUsed = grownSince(day(2, 1), 40);
    if (isWithin(now, day(10, 1), day(11, 1)))
        answers.mauUsed = grownSince(day(10, 1), 32);
    return {answers, {}};
}

/** 5 of 5 from 5 to 20 May; 6 of 5 from 1 September, of 10 from the 10th. */
[[nodiscard]] inline PoolMoment aRightAtItsLimit(const QDateTime &now)
{
    PoolAnswers answers = calmInBeijing(now);
    const char *used = "3";
    if (isWithin(now, day(5, 5), day(5, 20)))
        used = "5";
    else if (now >= day(9, 1))
        used = "6";
    answers.rights = {right(
        QStringLiteral("SSO"), QLatin1String(used), QString::number(now >= day(9, 10) ? 10 : 5))};
    return {answers, {}};
}

/** Has no end, and no limit. */
[[nodiscard]] inline PoolMoment neverEnds(const QDateTime &now)
{
    PoolAnswers answers = calmInBeijing(now);
    answers.endTime = QStringLiteral("permanent");
    answers.mauUsed = QStringLiteral("999999");
    answers.mauBought = QStringLiteral("-1");
    return {answers, {}};
}

/** Ends on 1 August, at 6:00 UTC, and is said not to be overdue; renewed on the 20th. */
[[nodiscard]] inline PoolMoment contradictsItself(const QDateTime &now)
{
    PoolAnswers answers = calmInBeijing(now);
    answers.endTime = now < day(8, 20) ? QStringLiteral("2026-08-01 14:00:00")
                                       : QStringLiteral("2027-08-01 14:00:00");
    return {answers, {}};
}

/** Ends on 26 September, at noon UTC. From the 10th to the 14th the key is refused; renewed on the
 *  24th. */
[[nodiscard]] inline PoolMoment withARefusedKey(const QDateTime &now)
{
    PoolAnswers answers = calmInBeijing(now);
    answers.endTime = now < day(9, 24) ? QStringLiteral("2026-09-26 20:00:00")
                                       : QStringLiteral("2027-09-26 20:00:00");
    if (isWithin(now, day(9, 10), day(9, 14)))
        return {answers, ErrorKind::KeyRefused};
    return {answers, {}};
}

/** Ends on 13 December, at noon UTC. From the 5th to the 8th there is no network; renewed on the
 *  14th. */
[[nodiscard]] inline PoolMoment withADeadNetwork(const QDateTime &now)
{
    PoolAnswers answers = calmInBeijing(now);
    answers.endTime = now < day(12, 14) ? QStringLiteral("2026-12-13 20:00:00")
                                        : QStringLiteral("2027-12-13 20:00:00");
    if (isWithin(now, day(12, 5), day(12, 8)))
        return {answers, ErrorKind::NoNetwork};
    return {answers, {}};
}

[[nodiscard]] inline QList<PoolLife> poolLives()
{
    return {
        {QStringLiteral("renewed"), BeijingOffset, renewedInTime},
        {QStringLiteral("overdue"), BeijingOffset, overdueThenPaid},
        {QStringLiteral("growing"), std::chrono::seconds(0), growing},
        {QStringLiteral("right"), BeijingOffset, aRightAtItsLimit},
        {QStringLiteral("never"), BeijingOffset, neverEnds},
        {QStringLiteral("contradiction"), BeijingOffset, contradictsItself},
        {QStringLiteral("key"), BeijingOffset, withARefusedKey},
        {QStringLiteral("network"), BeijingOffset, withADeadNetwork},
    };
}

} // namespace genauth::test
