// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/alerts/alert.h"

#include <QString>

// Alerts of every rule, as the rules would make them.

namespace genauth::test {

/** Midnight in Beijing, 11 December 2026. */
[[nodiscard]] inline QDateTime sampleEnd()
{
    return QDateTime(QDate(2026, 12, 10), QTime(16, 0), Qt::UTC).toOffsetFromUtc(8 * 3600);
}

/** Of this rule, with all the numbers that it goes by. */
[[nodiscard]] inline Alert sampleAlert(AlertRule rule)
{
    Alert alert;
    alert.key.rule = rule;
    AlertNumbers &numbers = alert.numbers;
    switch (rule) {
    case AlertRule::EndsSoon:
        alert.key.step = 7;
        numbers.endTime = sampleEnd();
        numbers.secondsLeft = 7 * 86400;
        break;
    case AlertRule::Ended:
        numbers.endTime = sampleEnd();
        numbers.secondsLeft = -60;
        break;
    case AlertRule::Overdue:
    case AlertRule::Contradiction:
        numbers.endTime = sampleEnd();
        numbers.secondsLeft = -12 * 86400;
        numbers.overdueDays = 12;
        break;
    case AlertRule::MauAtPercent:
        alert.key.step = 80;
        numbers.used = 8210;
        numbers.bought = 10000;
        break;
    case AlertRule::ForecastMeetsQuota:
        numbers.used = 8210;
        numbers.bought = 10000;
        numbers.reachesAt = sampleEnd().addDays(-12);
        break;
    case AlertRule::RightAtLimit:
    case AlertRule::BackUnder:
        alert.key.subject = QStringLiteral("SocialConnections");
        numbers.subjectName = QStringLiteral("Social connections：社交账号链接");
        numbers.used = rule == AlertRule::BackUnder ? 39 : 40;
        numbers.bought = 40;
        break;
    case AlertRule::DataIsOld:
    case AlertRule::KeyRefused:
        numbers.lastSuccess = QDateTime(QDate(2026, 11, 22), QTime(1, 12), Qt::UTC);
        numbers.endTime = sampleEnd();
        numbers.used = 8210;
        numbers.bought = 10000;
        break;
    case AlertRule::Renewed:
        numbers.before = sampleEnd();
        numbers.endTime = sampleEnd().addYears(1);
        break;
    case AlertRule::Paid:
        alert.key.subject = QStringLiteral("2026112300001");
        break;
    }
    return alert;
}

/** Fired at midday, 23 November 2026, UTC, and announced. */
[[nodiscard]] inline AlertRecord sampleRecord(
    qint64 id, const Alert &alert, const QString &pool, const QUuid &account = {})
{
    AlertRecord record;
    record.id = id;
    record.alert = alert;
    record.alert.key.account = account;
    record.poolName = pool;
    record.firedAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    record.announcedAt = record.firedAt;
    return record;
}

} // namespace genauth::test
