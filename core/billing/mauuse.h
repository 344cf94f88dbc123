// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/poolsnapshot.h"
#include "core/billing/subscriptionstate.h"

#include <QDate>

#include <optional>

namespace genauth {

/** MAU used against MAU bought, now. Which row of the usage is MAU is not documented: the one whose
 *  code is "MAU" in any case, and where there is none that says how much is used, the billing cycle
 *  that holds today. A row that was refused since, or is more than a day older than the cycle, may
 *  not hide what the cycle says, nor the other way round: of the two the fuller one counts then. */
struct CurrentMau
{
    enum class Source { UsageRow, BillingCycle };
    Source source = Source::UsageRow;
    Reading<qint64> used; ///< known
    Allowance bought;     ///< as that row, or cycle, says; else the package's MAU quantity
    bool boughtIsThePackages = false;
    QDateTime asOf; ///< when the answer came, UTC
};

/** `today` in the pool's clock. Nothing when neither answer tells. */
[[nodiscard]] std::optional<CurrentMau> currentMau(const PoolSnapshot &snapshot, QDate today);

/** The attempt at the operation that told it. Lives as long as the snapshot. */
[[nodiscard]] const OperationAttempt &attemptOf(
    const PoolSnapshot &snapshot, const CurrentMau &mau);

/** Is this row of the usage the MAU? */
[[nodiscard]] bool isMau(const RightUsage &right);

/** Everything that assess() wants, from what is known of a pool; `localNow` is this computer's
 *  clock, `clockOffset` the pool's. */
[[nodiscard]] SubscriptionFacts factsOf(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds clockOffset);

} // namespace genauth
