// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/forecast.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/runningcycle.h"
#include "core/billing/usagesample.h"

#include <QDateTime>

#include <optional>

namespace genauth {

/** How the MAU of one billing cycle grew. */
struct BurnUp
{
    UsageSamples samples; ///< of the cycle, oldest first
    QDateTime start;      ///< the cycle's first moment; carries the pool's offset
    QDateTime end;        ///< the first moment after it
    std::optional<qint64> bought;
    std::optional<Forecast> forecast;

    [[nodiscard]] bool isEmpty() const { return samples.isEmpty() || !start.isValid(); }

    /** Of the `samples` those of the cycle, what the snapshot says beside them (it may not have
     *  been stored: the disk may be full), and the forecast made of these at `localNow`, this
     *  computer's clock. */
    [[nodiscard]] static BurnUp of(const RunningCycle &cycle, const UsageSamples &samples,
        const PoolSnapshot &snapshot, const QDateTime &localNow);
};

} // namespace genauth
