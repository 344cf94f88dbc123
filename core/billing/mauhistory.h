// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/reading.h"
#include "core/base/result.h"
#include "core/billing/allowance.h"

#include <QDate>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <chrono>

namespace genauth {

/** MAU in one billing cycle, a month or a year. */
struct MauCycle
{
    Reading<QDate> start;    ///< the first day, in the pool's clock
    Reading<QDate> end;      ///< the last day, in the pool's clock
    Allowance amount;        ///< read as what was bought; the vendor's words do not settle it
    Reading<qint64> current; ///< read as what was used, 0 or more

    /** Both days are known, and this one is neither before the first nor after the last. */
    [[nodiscard]] bool holds(QDate day) const;

    friend bool operator==(const MauCycle &, const MauCycle &) = default;
};

/** The answer of get-mau-period-usage-history (fields: the vendor's OpenAPI description). There is
 *  no daily series. */
struct MauHistory
{
    /** Oldest first; cycles whose start is unknown come last, in the order sent. Days are yyyyMMdd;
     *  where a cycle ends on the day on which the next one begins, as in the published example,
     * that day belongs to the next one. */
    QList<MauCycle> cycles;
    QStringList unreadableFields; ///< paths such as "data.records[2].current"

    /** Fails, with UnreadableField "data", only when `data` is no object. `records` may be absent,
     *  and a single object counts as one. Days have no zone: `clockOffset` is not used. */
    [[nodiscard]] static Result<MauHistory> fromJson(
        const QJsonValue &data, std::chrono::seconds clockOffset);

    /** The last cycle that holds this day; null when there is none. Lives as long as the history.
     */
    [[nodiscard]] const MauCycle *cycleOf(QDate day) const;

    friend bool operator==(const MauHistory &, const MauHistory &) = default;
};

} // namespace genauth
