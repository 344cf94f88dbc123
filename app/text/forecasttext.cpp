// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/forecasttext.h"

#include "app/text/formatting.h"
#include "app/text/historytext.h"
#include "core/base/clock.h"

#include <algorithm>

namespace genauth {

bool ForecastText::mayReassure(const SubscriptionAssessment &assessment, bool stale)
{
    return !stale && std::ranges::all_of(assessment.all, [](SubscriptionState state) {
        return state == SubscriptionState::Active || state == SubscriptionState::NoEndDate;
    }) && !assessment.all.isEmpty();
}

QString ForecastText::sentence(
    const Forecast &forecast, std::chrono::seconds clockOffset, bool mayReassure)
{
    switch (forecast.kind) {
    case Forecast::Kind::Reached:
        return tr("What was bought for this billing cycle is reached.");
    case Forecast::Kind::Reaches: {
        const QDateTime at = inClock(forecast.reachesAt, clockOffset);
        const bool thisYear = at.date().year() == forecast.from.date().year();
        //: %1 a date, %2 what that is concluded from: "14 samples over 9 days, linear"
        return tr("At this pace what was bought is reached on %1 (%2).")
            .arg(thisYear ? HistoryText::shortDay(at.date()) : HistoryText::day(at.date()),
                basis(forecast));
    }
    case Forecast::Kind::StaysBelow:
        if (!mayReassure)
            return {};
        if (!forecast.atEnd)
            return tr("At this pace what was bought is not reached in this billing cycle (%1).")
                .arg(basis(forecast));
        //: %1 a number, %2 what that is concluded from
        return tr("At this pace about %1 are used when the billing cycle ends (%2).")
            .arg(Formatting::count(*forecast.atEnd), basis(forecast));
    case Forecast::Kind::NotThisCycle:
        return mayReassure ? tr("At this pace what was bought is not reached within a year (%1).")
                                 .arg(basis(forecast))
                           : QString();
    }
    Q_UNREACHABLE();
}

QString ForecastText::basis(const Forecast &forecast)
{
    //: what a forecast is concluded from; %1 a span of time
    return tr("%Ln sample(s) over %1, linear", nullptr, forecast.samples)
        .arg(Formatting::span(forecast.seconds));
}

} // namespace genauth
