// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/runningcycle.h"

#include <algorithm>

namespace genauth {

std::optional<RunningCycle> RunningCycle::of(
    const std::optional<MauHistory> &history, QDate today, std::chrono::seconds clockOffset)
{
    const MauCycle *cycle = history ? history->cycleOf(today) : nullptr;
    if (!cycle)
        return std::nullopt;
    const QDate first = *cycle->start.value;
    const bool sharesDays = std::ranges::any_of(history->cycles, [&](const MauCycle &other) {
        return other.end.value == first && other.start.value != first;
    });
    const QDate end =
        sharesDays && *cycle->end.value > today ? *cycle->end.value : cycle->end.value->addDays(1);
    const auto midnight = [clockOffset](QDate day) {
        return QDateTime(
            day, QTime(0, 0), Qt::OffsetFromUTC, static_cast<int>(clockOffset.count()));
    };
    return RunningCycle{midnight(first), midnight(end)};
}

} // namespace genauth
