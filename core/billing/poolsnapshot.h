// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/billing/package.h"

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

/** What is known of one operation: the last good answer, and how the last attempt went. */
template <class T>
struct OperationState
{
    std::optional<T> value;        ///< the last good answer; survives every failure
    QDateTime receivedAt;          ///< UTC, this computer's clock; valid when `value` is set
    QDateTime attemptedAt;         ///< UTC; when this run's last attempt ended; invalid: none yet
    std::optional<ApiError> error; ///< of the last attempt; empty when it succeeded
    AnswerFacts answer;            ///< of the last attempt that was answered at all

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
    /** GenAuth's clock minus this computer's, from the Date header of the last answer with one. */
    std::optional<std::chrono::seconds> clockSkew;

    /** Takes over what a newer refresh learned. A failed operation replaces no good answer; one
     *  that was not tried, or was stopped (ErrorKind::Canceled), changes nothing. */
    void absorb(const PoolSnapshot &newer);

    /** The key is here at last: an attempt that failed for want of it is as if it had never been.
     */
    void forgetKeychainProblem();

    [[nodiscard]] bool lastAttemptFailed() const { return package.error.has_value(); }

    friend bool operator==(const PoolSnapshot &, const PoolSnapshot &) = default;
};

/** Above this difference GenAuth's clock is believed, below it this computer's. */
constexpr std::chrono::seconds TrustedClockSkew{120};
/** Above this difference the user is told. */
constexpr std::chrono::seconds ReportedClockSkew{300};

/** `localNow` corrected by the pool's clock skew where that is above TrustedClockSkew. */
[[nodiscard]] QDateTime correctedNow(const PoolSnapshot &snapshot, const QDateTime &localNow);

/** Stale: the last attempt failed, or there is a value but no attempt of this run yet, or the value
 *  is older than twice the refresh interval, or seems to come from more than ReportedClockSkew in
 *  the future: this computer's clock was set back, and nobody can tell how old it is. False when
 *  there is no value at all. */
[[nodiscard]] bool isStale(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds refreshInterval);

} // namespace genauth

Q_DECLARE_METATYPE(genauth::PoolSnapshot)
