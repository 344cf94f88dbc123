// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/mauhistory.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace genauth {

/** The moments between which the billing cycle runs that holds today. */
struct RunningCycle
{
    QDateTime start; ///< its first moment; carries the pool's offset
    QDateTime end;   ///< the first moment after it

    /** Its last day counts, unless cycles of this history end on the day on which the next one
     *  begins: then that day is the next one's. Nothing when no cycle is known to hold `today`,
     * which is in the pool's clock. */
    [[nodiscard]] static std::optional<RunningCycle> of(
        const std::optional<MauHistory> &history, QDate today, std::chrono::seconds clockOffset);

    friend bool operator==(const RunningCycle &, const RunningCycle &) = default;
};

} // namespace genauth
