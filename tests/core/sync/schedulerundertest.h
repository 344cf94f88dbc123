// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/proxyresolver.h"
#include "core/sync/refreshscheduler.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"

#include <QList>
#include <QUuid>

namespace genauth::test {

/** A scheduler with a real refresher behind it, over real sockets; its clock stands still, and it
 *  draws the lots it is told to. Polls are an hour apart. */
class SchedulerUnderTest
{
public:
    SchedulerUnderTest();

    /** New pools, all on the server; nobody is asked yet. */
    [[nodiscard]] QList<QUuid> setPools(int count);
    /** Whole, as if somebody else had started it. */
    void refresh(const QList<QUuid> &ids);
    /** Asks for whatever is due now, whole; how many requests for the package that made. */
    [[nodiscard]] int askedWhenDue();
    [[nodiscard]] int gets() const;
    [[nodiscard]] int posts() const;
    /** That long from the clock's now on. */
    [[nodiscard]] NextTry next(NextTry::Kind kind, std::chrono::seconds wait) const;

    double lot = 0.5;
    ProxyResolver proxies;
    FakeClock clock;
    FaultyServer server;
    PoolsRefresher refresher;
    RefreshScheduler scheduler;
};

/** HTTP 429 with this Retry-After. */
[[nodiscard]] Script throttled(const QByteArray &retryAfter);

} // namespace genauth::test
