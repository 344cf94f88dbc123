// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/poolsnapshot.h"

#include "core/base/clock.h"
#include "core/base/keyerrors.h"

namespace genauth {

namespace {

template <class T>
void absorbState(OperationState<T> &known, const OperationState<T> &newer)
{
    if (newer.value) {
        known.value = newer.value;
        known.receivedAt = newer.receivedAt;
        known.data = newer.data;
    }
    // An attempt that the user stopped says nothing about the server.
    const bool stopped = newer.error && newer.error->kind == ErrorKind::Canceled;
    if (!newer.attemptedAt.isValid() || stopped)
        return;
    known.attemptedAt = newer.attemptedAt;
    known.error = newer.error;
    if (newer.answer.httpStatus != 0)
        known.answer = newer.answer;
}

} // namespace

AnswerFacts AnswerFacts::of(const ApiError &error)
{
    return {error.httpStatus, error.statusCode, error.apiCode, error.requestId, error.serverDate};
}

bool OperationAttempt::isSettled() const
{
    return !error || error->kind == ErrorKind::Forbidden ||
           error->kind == ErrorKind::HigherPackageNeeded || error->kind == ErrorKind::NotFound;
}

void PoolSnapshot::absorb(const PoolSnapshot &newer)
{
    if (!newer.server.isEmpty())
        server = newer.server;
    if (!newer.poolId.isEmpty()) {
        // A key of another pool came: what is known is of that other one.
        if (poolIsNamedByToken && newer.poolIsNamedByToken && poolId != newer.poolId)
            forEachOperation([](auto &operation) { operation = {}; });
        poolId = newer.poolId;
        poolIsNamedByToken = newer.poolIsNamedByToken;
    }
    if (newer.clockSkew)
        clockSkew = newer.clockSkew;
    absorbState(package, newer.package);
    absorbState(usage, newer.usage);
    absorbState(rights, newer.rights);
    absorbState(mauHistory, newer.mauHistory);
    absorbState(orders, newer.orders);
}

void PoolSnapshot::forgetKeychainProblem()
{
    forEachOperation([](OperationAttempt &operation) {
        if (!operation.error || !isOfTheKeychain(operation.error->kind))
            return;
        operation.error.reset();
        operation.attemptedAt = {};
    });
}

QDateTime correctedNow(const PoolSnapshot &snapshot, const QDateTime &localNow)
{
    if (!snapshot.clockSkew || std::chrono::abs(*snapshot.clockSkew) <= TrustedClockSkew)
        return localNow;
    return localNow.addSecs(snapshot.clockSkew->count());
}

QDateTime poolTime(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds clockOffset)
{
    return inClock(correctedNow(snapshot, localNow), clockOffset);
}

bool isStale(const OperationAttempt &attempt, const QDateTime &localNow,
    std::chrono::seconds refreshInterval)
{
    if (!attempt.receivedAt.isValid())
        return false;
    if (attempt.error || !attempt.attemptedAt.isValid())
        return true;
    const std::chrono::milliseconds age(attempt.receivedAt.msecsTo(localNow));
    const bool isOff = refreshInterval.count() == 0;
    const std::chrono::seconds oldest = isOff ? FreshWithoutRefreshes : 2 * refreshInterval;
    return age > oldest || age < -ReportedClockSkew;
}

bool isStale(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds refreshInterval)
{
    return isStale(snapshot.package, localNow, refreshInterval);
}

} // namespace genauth
