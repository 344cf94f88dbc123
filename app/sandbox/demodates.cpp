// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demodates.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

/** What takes the place of an object that stands for a day; nothing for any other object. */
std::optional<QString> dayText(const QJsonObject &fields, QDate today)
{
    const QDate month(today.year(), today.month(), 1);
    if (const QJsonValue days = fields["daysFromToday"_L1]; days.isDouble())
        return today.addDays(days.toInteger()).toString(u"yyyy-MM-dd") + u" 00:00:00"_s;
    if (const QJsonValue months = fields["firstDayOfMonth"_L1]; months.isDouble())
        return serviceDay(month.addMonths(months.toInt()));
    if (const QJsonValue months = fields["lastDayOfMonth"_L1]; months.isDouble())
        return serviceDay(month.addMonths(months.toInt() + 1).addDays(-1));
    return {};
}

} // namespace

QDate beijingDay(const QDateTime &now)
{
    return now.toOffsetFromUtc(8 * 3600).date();
}

QString serviceTime(const QDateTime &time)
{
    return time.toOffsetFromUtc(8 * 3600).toString(u"yyyy-MM-dd HH:mm:ss");
}

QString serviceDay(QDate day)
{
    return day.toString(u"yyyyMMdd");
}

QJsonValue dated(const QJsonValue &answer, const QDateTime &now)
{
    if (answer.isArray()) {
        const QJsonArray rawItems = answer.toArray();
        QJsonArray items;
        for (const auto &item : rawItems)
            items.append(dated(item, now));
        return items;
    }
    if (!answer.isObject())
        return answer;
    QJsonObject fields = answer.toObject();
    if (const auto day = dayText(fields, beijingDay(now)))
        return *day;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        field.value() = dated(field.value(), now);
    return fields;
}

} // namespace genauth::sandbox
