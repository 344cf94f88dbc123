// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/checkreport.h"

#include <QDateTime>

namespace genauth::test {

/** The moment of all demo reports: midday, 1 July 2026, UTC. */
[[nodiscard]] QDateTime demoMoment();

/** One pool of the demonstration, 0 to 4, and what a refresh at demoMoment() learns of it. */
[[nodiscard]] Account demoAccount(int pool);
[[nodiscard]] PoolSnapshot demoSnapshot(int pool);
/** One of them, as a check at demoMoment() finds it. */
[[nodiscard]] PoolReport demoPoolReport(int pool, const CheckRules &rules = {});
/** All five, and a sixth that cannot be reached. */
[[nodiscard]] CheckReport demoReport();

/** A pool whose every text is this one. */
[[nodiscard]] PoolReport poolCalled(const QString &text);

/** A pool that was asked in vain; `known`: what is known of it from before. */
[[nodiscard]] PoolReport unreachablePool(
    const std::optional<Package> &known = {}, const CheckRules &rules = {});

/** Texts that mean something to a spreadsheet, a shell, a monitoring system or a terminal. */
[[nodiscard]] QStringList hostileTexts();

} // namespace genauth::test
