// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/mauuse.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/subscriptionstate.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace genauth {

/** What a check goes by besides the state table and an account's own thresholds. */
struct CheckRules
{
    AlertLevel onError = AlertLevel::Unknown; ///< of a pool that cannot be asked; never Ok
    /** At this percentage of the MAU bought, or above, the level is Critical; 1 to 1000, where 100
     *  means more than was bought. Empty: never for the MAU's sake. */
    std::optional<int> mauCriticalPercent;
    /** Somebody relies on the MAU: while it is unknown the level is onError at least. */
    bool needsMau = false;
};

/** Why a level is worse than the states' own. */
enum class LevelReason {
    MauCritical, ///< the rules' mauCriticalPercent is reached
    MauUnknown,  ///< while the rules need it
    Unanswered,  ///< the usage, or the MAU history where that has to tell the MAU
};

/** One pool as a check found it: facts and codes, and no words but those handed in. */
struct PoolReport
{
    QString name;   ///< the user's own name for the pool, displayText()
    QString host;   ///< without scheme, with the port where it is not the default
    QString poolId; ///< as the token names it, else as it was entered; may be empty
    QString currency;
    Thresholds thresholds;
    std::optional<int> mauCriticalPercent;
    SubscriptionAssessment assessment;
    AlertLevel level = AlertLevel::Unknown; ///< the assessment's, raised as the rules say
    QList<LevelReason> reasons = {};        ///< why it was raised; that the pool failed aside
    bool isUp = false;                      ///< the package was told by the last attempt
    std::optional<Package> package;         ///< the last one that was read, however old
    std::optional<CurrentMau> mau;
    QDateTime lastSuccess;  ///< when that package was read, UTC; invalid: never
    QList<ApiError> errors; ///< of the last attempts, the package's first
    QString words;          ///< the state in a person's words, one plain line; for the writers
};

/** All pools of one check. */
struct CheckReport
{
    QDateTime checkedAt; ///< UTC
    QDateTime asOf;      ///< valid: a rehearsal, judged as if it were then
    QList<PoolReport> pools;

    [[nodiscard]] bool isSimulated() const { return asOf.isValid(); }
    /** The worst of all pools; Unknown when there is none. */
    [[nodiscard]] AlertLevel level() const;
};

/** Critical over Warning over Unknown over Ok. */
[[nodiscard]] AlertLevel worseOf(AlertLevel a, AlertLevel b);

/** How one pool stands at `localNow`, this computer's clock, UTC; where `asOf` is valid, what
 *  depends on the clock is judged as if it were then, and all else as it is known now. Pure.
 *  A usage that could not be asked for, for want of an answer rather than of a right to it, leaves
 *  the pool no better than the rules' onError, whatever it was before: nobody can tell then what is
 *  used up. GenAuth's own count of overdue days is of today: in a rehearsal the end time counts,
 *  unless the two contradict each other. */
[[nodiscard]] PoolReport reportOf(const Account &account, const PoolSnapshot &snapshot,
    const QDateTime &localNow, const QDateTime &asOf, const CheckRules &rules);

} // namespace genauth
