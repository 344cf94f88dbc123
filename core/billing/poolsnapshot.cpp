// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/poolsnapshot.h"

namespace genauth {

namespace {

template <class T>
void absorbState(OperationState<T> &known, const OperationState<T> &newer)
{
    if (newer.value) {
        known.value = newer.value;
        known.receivedAt = newer.receivedAt;
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

bool isOfTheKeychain(ErrorKind kind)
{
    return kind == ErrorKind::KeychainLocked || kind == ErrorKind::KeychainUnavailable ||
           kind == ErrorKind::KeychainSilent || kind == ErrorKind::KeyMissing ||
           kind == ErrorKind::KeyUnusable;
}

} // namespace

AnswerFacts AnswerFacts::of(const ApiError &error)
{
    return {error.httpStatus, error.statusCode, error.apiCode, error.requestId, error.serverDate};
}

void PoolSnapshot::absorb(const PoolSnapshot &newer)
{
    if (!newer.server.isEmpty())
        server = newer.server;
    if (!newer.poolId.isEmpty()) {
        poolId = newer.poolId;
        poolIsNamedByToken = newer.poolIsNamedByToken;
    }
    if (newer.clockSkew)
        clockSkew = newer.clockSkew;
    absorbState(package, newer.package);
}

void PoolSnapshot::forgetKeychainProblem()
{
    if (!package.error || !isOfTheKeychain(package.error->kind))
        return;
    package.error.reset();
    package.attemptedAt = {};
}

QDateTime correctedNow(const PoolSnapshot &snapshot, const QDateTime &localNow)
{
    if (!snapshot.clockSkew || std::chrono::abs(*snapshot.clockSkew) <= TrustedClockSkew)
        return localNow;
    return localNow.addSecs(snapshot.clockSkew->count());
}

bool isStale(
    const PoolSnapshot &snapshot, const QDateTime &localNow, std::chrono::seconds refreshInterval)
{
    const OperationState<Package> &package = snapshot.package;
    if (!package.value)
        return false;
    if (package.error || !package.attemptedAt.isValid())
        return true;
    const std::chrono::milliseconds age(package.receivedAt.msecsTo(localNow));
    return age > 2 * refreshInterval || age < -ReportedClockSkew;
}

} // namespace genauth
