// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demopools.h"

#include <QDate>
#include <QJsonObject>
#include <QList>

namespace genauth::sandbox {

/** One billing cycle, which is a calendar month here. */
struct MauCycle
{
    QDate firstDay;
    QDate lastDay;
    qint64 amount = 0;  ///< MAU bought
    qint64 current = 0; ///< MAU used; for the running cycle, up to and with today
};

inline constexpr int demoCycles = 26;

/** The cycle that many months before the one of `today`. */
[[nodiscard]] MauCycle mauCycle(const DemoPool &pool, QDate today, int monthsAgo);

/** The last demoCycles cycles, oldest first, the running one at the end. */
[[nodiscard]] QList<MauCycle> mauCycles(const DemoPool &pool, QDate today);

/** What get-mau-period-usage-history says of these cycles. */
[[nodiscard]] QJsonObject historyAnswer(const QList<MauCycle> &cycles);

} // namespace genauth::sandbox
