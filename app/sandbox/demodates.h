// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QDateTime>
#include <QJsonValue>
#include <QString>

namespace genauth::sandbox {

/** The day it is in Beijing (UTC+08:00), the clock the service counts by. */
[[nodiscard]] QDate beijingDay(const QDateTime &now);

/** "yyyy-MM-dd HH:mm:ss" in Beijing, without a zone, as the service writes a time. */
[[nodiscard]] QString serviceTime(const QDateTime &time);

/** "yyyyMMdd", as the service writes a day of a billing cycle. */
[[nodiscard]] QString serviceDay(QDate day);

/**
 * The answer with each relative day made a fixed one, so that the demonstration never goes stale:
 * {"daysFromToday": n} becomes that day's midnight in Beijing, a serviceTime(); {"firstDayOfMonth":
 * n} and {"lastDayOfMonth": n}, n months from the running one, become a serviceDay().
 */
[[nodiscard]] QJsonValue dated(const QJsonValue &answer, const QDateTime &now);

} // namespace genauth::sandbox
