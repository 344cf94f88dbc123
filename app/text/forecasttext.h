// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/forecast.h"
#include "core/billing/subscriptionstate.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>

namespace genauth {

/** Where the use of this billing cycle is heading, in a sentence. */
class ForecastText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::ForecastText)

public:
    /** Whether it may be said that a quota is not reached: never beside a risk, and never of
     *  old data. */
    [[nodiscard]] static bool mayReassure(const SubscriptionAssessment &assessment, bool stale);

    /** "At this pace the quota is reached on 29 Nov (14 samples over 9 days, linear)."; days in the
     *  pool's clock. Empty where only reassurance could be given, and it may not. */
    [[nodiscard]] static QString sentence(
        const Forecast &forecast, std::chrono::seconds clockOffset, bool mayReassure);

private:
    [[nodiscard]] static QString basis(const Forecast &forecast);
};

} // namespace genauth
