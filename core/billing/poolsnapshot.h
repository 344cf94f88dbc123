// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/billing/mauhistory.h"
#include "core/billing/orderpage.h"
#include "core/billing/package.h"
#include "core/billing/rights.h"
#include "core/billing/usage.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace genauth {

/** How an attempt was answered, whatever the answer said: what support asks for. */
struct AnswerFacts
{
    int httpStatus = 0;                 ///< 0: no answer came
    std::optional<int> statusCode = {}; ///< the envelope's
    std::optional<int> apiCode = {};    ///< the envelope's; may be set on success, too
    QString requestId = {};             ///< may be empty
    QDateTime serverDate = {};          ///< the HTTP Date header, UTC; invalid when there was none

    /** Of the answer that became this error. */
    [[nodiscard]] static AnswerFacts of(const ApiError &error);

    friend bool operator==(const AnswerFacts &, const AnswerFacts &) = default;
};

/** How asking for one operation went, whatever it answers. */
struct OperationAttempt
{
    QDateTime receivedAt;          ///< of the last good answer; UTC, this computer's clock
    QDateTime attemptedAt;         ///< UTC; when this run's last attempt ended; invalid: none yet
    std::optional<ApiError> error; ///< of the last attempt; empty when it succeeded
    AnswerFacts answer;            ///< of the last attempt that was answered at all

    /** The last attempt did not fail, or was told for good that there is nothing for this key: a
     *  right that it does not have, or an operation that is not there, is an answer. */
    [[nodiscard]] bool isSettled() const;

    friend bool operator==(const OperationAttempt &, const OperationAttempt &) = default;
};

/** What is known of one operation: the last good answer, and how the last attempt went. */
template <class T>
struct OperationState : OperationAttempt
{
    std::optional<T>
        value; ///< the last good answer; survives every failure; then receivedAt is set
    /** Its `data` as compact JSON: what T::fromJson made `value` of, and what a store keeps. */
    QByteArray data;

    friend bool operator==(const OperationState &, const OperationState &) = default;
};

/** All that one refresh of one pool learned, with times and errors per operation. */
struct PoolSnapshot
{
    QString server; ///< host, and port where it is not the default, that answered; may be empty
    QString poolId; ///< the user pool the answers are about; may be empty
    /** `poolId` is the token's own claim; else what was entered, or the key's id, is taken for it.
     */
    bool poolIsNamedByToken = false;
    OperationState<Package> package;
    OperationState<Usage> usage;
    OperationState<Rights> rights;
    OperationState<MauHistory> mauHistory;
    OperationState<OrderPage> orders; ///< the first page alone
    /** GenAuth's clock minus this computer's, from the Date header of the last answer with one. */
    std::optional<std::chrono::seconds> clockSkew;

    /** Takes over what a newer refresh learned. A failed operation replaces no good answer; one
     *  that was not tried, or was stopped (ErrorKind::Canceled), changes nothing. Where the
     *  tokens of both name their pools, and these differ, nothing older is kept. */
    void absorb(const PoolSnapshot &newer);

    /** The key is here at last: an attempt that failed for want of it is as if it had never been.
     */
    void forgetKeychainProblem();

    /** Calls `use` with each operation's state. */
    template <class Use>
    void forEachOperation(Use use)
    {
        visit(*this, use);
    }
    template <class Use>
    void forEachOperation(Use use) const
    {
        visit(*this, use);
    }

    /** Of the package: what is refused of the others is their own affair. */
    [[nodiscard]] bool lastAttemptFailed() const { return package.error.has_value(); }

    friend bool operator==(const PoolSnapshot &, const PoolSnapshot &) = default;

private:
    template <class Snapshot, class Use>
    static void visit(Snapshot &snapshot, Use &use)
    {
        use(snapshot.package);
        use(snapshot.usage);
        use(snapshot.rights);
        use(snapshot.mauHistory);
        use(snapshot.orders);
    }
};

/** Above this difference GenAuth's clock is believed, below it this computer's. */
constexpr std::chrono::seconds TrustedClockSkew{120};
/** Above this difference the user is told. */
constexpr std::chrono::seconds ReportedClockSkew{300};

/** `localNow` corrected by the pool's clock skew where that is above TrustedClockSkew. */
[[nodiscard]] QDateTime correctedNow(const PoolSnapshot &snapshot, const QDateTime &localNow);

/** This moment in the pool's own clock, by the server's where the two differ. */
[[nodiscard]] QDateTime poolTime(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds clockOffset);

/** How old an answer may be where nothing is asked for by itself. */
constexpr std::chrono::hours FreshWithoutRefreshes{24};

/** Stale: the last attempt failed, or there is a value but no attempt of this run yet, or the value
 *  is older than twice the refresh interval (zero, off: FreshWithoutRefreshes), or seems to come
 * from more than ReportedClockSkew in the future: this computer's clock was set back, and nobody
 * can tell how old it is. False when there is no value at all. */
[[nodiscard]] bool isStale(const OperationAttempt &attempt, const QDateTime &localNow,
    std::chrono::seconds refreshInterval);
/** Of the package. */
[[nodiscard]] bool isStale(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds refreshInterval);

} // namespace genauth

Q_DECLARE_METATYPE(genauth::PoolSnapshot)
