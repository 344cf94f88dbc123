// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/sync/schedulerundertest.h"

#include "tests/support/genauthanswers.h"

#include <QSignalSpy>

namespace genauth::test {

SchedulerUnderTest::SchedulerUnderTest()
    : refresher(RefreshContext{.clock = &clock, .proxies = &proxies}, PoolsRefresher::DefaultSlots)
    , scheduler(refresher, clock, RetryPolicy(std::chrono::hours(1), [this] { return lot; }))
{
    speakGenAuth(server);
}

QList<QUuid> SchedulerUnderTest::setPools(int count)
{
    QList<PoolAccess> pools;
    QList<QUuid> ids;
    for (int i = 0; i < count; ++i) {
        pools.append({accountOn(server.url()), canaryKey()});
        ids.append(pools.constLast().account.id);
    }
    refresher.setPools(pools);
    scheduler.setPools(ids);
    return ids;
}

void SchedulerUnderTest::refresh(const QList<QUuid> &ids)
{
    QSignalSpy finished(&refresher, &PoolsRefresher::finished);
    refresher.refresh(ids);
    if (!finished.wait())
        qFatal("the refresh does not end");
}

int SchedulerUnderTest::askedWhenDue()
{
    const int before = gets();
    QSignalSpy finished(&refresher, &PoolsRefresher::finished);
    scheduler.askForWhatIsDue();
    if (refresher.isRunning() && !finished.wait())
        qFatal("the refresh does not end");
    return gets() - before;
}

int SchedulerUnderTest::gets() const
{
    return server.hitsOn(packagePath());
}

int SchedulerUnderTest::posts() const
{
    return server.hitsOn(tokenPath());
}

NextTry SchedulerUnderTest::next(NextTry::Kind kind, std::chrono::seconds wait) const
{
    return {kind, clock.nowUtc().addSecs(wait.count())};
}

Script throttled(const QByteArray &retryAfter)
{
    return send(HttpText{.status = 429,
        .headers = "Retry-After: " + retryAfter + "\r\n",
        .body = envelope({.statusCode = 429})});
}

} // namespace genauth::test
