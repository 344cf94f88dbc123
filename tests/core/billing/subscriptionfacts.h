// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/subscriptionstate.h"

#include <QJsonObject>

#include <algorithm>
#include <functional>

namespace genauth {

constexpr qint64 Hour = 3600;
constexpr qint64 Day = 24 * Hour;

/** An end on a leap day: this text in Beijing, and the same in seconds since the epoch. */
const QString LeapDayText = QStringLiteral("2024-02-29 00:00:00");
constexpr qint64 LeapDay = 1'709'136'000;

/** A JSON string; JSON's null for a null pointer. */
inline QJsonValue json(const char *text)
{
    return text ? QJsonValue(QString::fromUtf8(text)) : QJsonValue();
}

/** What is known when the service answers with these two values. */
inline SubscriptionFacts factsOf(const QJsonValue &endTime, const QJsonValue &overdueDays)
{
    const QJsonObject data{
        {QStringLiteral("endTime"), endTime}, {QStringLiteral("overdueDays"), overdueDays}};
    SubscriptionFacts facts;
    facts.package = Package::fromJson(data, BeijingOffset).value();
    return facts;
}

/** In local time, so that the zone of the run has its chance to do harm. */
inline QDateTime moment(qint64 secondsSinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(secondsSinceEpoch);
}

/** What every assessment promises: states worst first, each once, and the worst one's level. */
inline bool isSound(const SubscriptionAssessment &assessment)
{
    const auto levelRank = [](SubscriptionState state) {
        const QList<AlertLevel> worstFirst{
            AlertLevel::Critical, AlertLevel::Warning, AlertLevel::Unknown, AlertLevel::Ok};
        return worstFirst.indexOf(levelOf(state));
    };
    const QList<SubscriptionState> &all = assessment.all;
    return !all.isEmpty() && assessment.headline == all.first() &&
           assessment.level == levelOf(all.first()) &&
           std::ranges::adjacent_find(all, std::ranges::greater_equal()) == all.end() &&
           std::ranges::is_sorted(all, {}, levelRank);
}

} // namespace genauth
