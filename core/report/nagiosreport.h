// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/checkreport.h"

#include <QByteArray>

namespace genauth {

/** The report as one line by the Monitoring Plugins Development Guidelines: "GENAUTH", the level,
 *  what PoolReport::words say of the worst pools, at most NagiosPools of them by name, and behind
 *  "|" the performance data. Of each pool, where it is known:
 *  - time_left: seconds, "s", with the thresholds as ranges; 0 once the end has passed;
 *  - overdue: seconds, critical above 0;
 *  - mau_used, with the thresholds as ranges where it is known what was bought, and mau_bought.
 *  With more than one pool, its name comes before each label. A rehearsal begins with SIMULATED.
 *  Ends with a line break. */
[[nodiscard]] QByteArray nagiosReport(const CheckReport &report);

constexpr qsizetype NagiosPools = 10;

/** The same line for a check that could not begin, UNKNOWN, for this reason. */
[[nodiscard]] QByteArray nagiosProblem(const QString &sentence);

} // namespace genauth
