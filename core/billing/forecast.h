// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/usagesample.h"

#include <QDateTime>

#include <optional>

namespace genauth {

/** What is known of a quantity that counts up within a billing cycle, and is measured against what
 *  was bought. */
struct ForecastInput
{
    UsageSamples samples; ///< any order; those outside the cycle, or after `now`, do not count
    QDateTime cycleStart; ///< its first second
    QDateTime cycleEnd;   ///< the first second after it; invalid: unknown
    qint64 bought = 0;    ///< above zero
    QDateTime now;
};

/** When the use meets what was bought, at the pace of this cycle so far, or at its recent pace
 * where that is faster: a straight line through those samples. */
struct Forecast
{
    enum class Kind {
        Reached,      ///< it has met it already
        Reaches,      ///< at `reachesAt`, before the cycle ends; `now` at the earliest
        StaysBelow,   ///< until the cycle ends
        NotThisCycle, ///< the cycle's end is unknown, and it is not met within a year
    };
    Kind kind = Kind::StaysBelow;
    QDateTime reachesAt;         ///< Kind::Reaches only; UTC
    std::optional<qint64> atEnd; ///< expected at the cycle's end, where that is known
    int samples = 0;             ///< the model's inputs: how many samples,
    qint64 seconds = 0;          ///< and over how long
    // The line: used = usedAt + perSecond × (t − from).
    QDateTime from;
    double usedAtFrom = 0;
    double perSecond = 0;

    /** The line's value at this moment: for a picture. */
    [[nodiscard]] double usedAt(const QDateTime &moment) const;
};

/** Pure: reads no clock. Nothing when there is too little to go by: fewer than three samples, less
 *  than a day between the first and the last, a cycle that `now` lies outside, or nothing bought.
 *  Least squares over the cycle's samples, of which each moment counts once, since the count last
 *  fell to less than half; or, of eight and more, over the last quarter of them, when these are at
 *  least three, a day apart, and steeper. The line is moved up where the last sample lies above it.
 *  In place of one that falls there is a level one at the last sample: such a count does not fall.
 */
[[nodiscard]] std::optional<Forecast> forecast(const ForecastInput &input);

} // namespace genauth
