// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/chartlook.h"
#include "core/billing/forecast.h"
#include "core/billing/usagesample.h"

#include <QDateTime>

#include <optional>

namespace genauth {

/** How the use of one billing cycle grew. */
struct BurnUp
{
    UsageSamples samples; ///< of the cycle, oldest first
    QDateTime start;      ///< the cycle's first moment; carries the pool's offset
    QDateTime end;        ///< the first moment after it
    std::optional<qint64> bought;
    std::optional<Forecast> forecast;

    [[nodiscard]] bool isEmpty() const { return samples.isEmpty() || !start.isValid(); }
};

} // namespace genauth
