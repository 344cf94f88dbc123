// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/mauhistory.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace genauth {

/** Which billing cycles are looked at: those of the last months, or of the days from one to
 *  another. */
struct HistoryRange
{
    static constexpr int DefaultMonths = 12;

    int months = DefaultMonths; ///< 0: from `from` to `to`
    QDate from = {};
    QDate to = {}; ///< not before `from`

    [[nodiscard]] bool isCustom() const { return months == 0; }
    /** The first day it reaches back to. */
    [[nodiscard]] QDate firstDay(QDate today) const;
    /** Those of the cycles, in their order, that belong to it:
     *  - of the last N months, cycles of a month by their first day, so that twelve months are
     *    twelve cycles whatever day it is; longer ones as soon as part of them lies within; and
     *    always the one that runs;
     *  - from one day to another, all that share a day with it;
     *  - in either case those whose days are unknown: nobody can tell. */
    [[nodiscard]] QList<MauCycle> cyclesOf(const QList<MauCycle> &cycles, QDate today) const;

    /** "12", "20240101-20241231" */
    [[nodiscard]] QString code() const;
    /** Nothing for what code() never says. */
    [[nodiscard]] static std::optional<HistoryRange> fromCode(const QString &code);

    friend bool operator==(const HistoryRange &, const HistoryRange &) = default;
};

/** Both lists as one, oldest first; of a cycle that is in both, `newer` counts. */
[[nodiscard]] QList<MauCycle> mergedCycles(
    const QList<MauCycle> &older, const QList<MauCycle> &newer);

} // namespace genauth
