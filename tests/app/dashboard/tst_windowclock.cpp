// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/windowclock.h"
#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

struct Stage
{
    explicit Stage(qint64 daysLeft)
    {
        pools.set({u"Production"_s});
        pools.model.absorb(pools.id(u"Production"_s), pools.answer(daysLeft));
        clock.schedule();
    }
    /** How long it will sleep; 0: it does not wake up by itself. */
    [[nodiscard]] int step()
    {
        QCoreApplication::processEvents();
        int longest = 0;
        for (const QTimer *timer : clock.findChildren<QTimer *>())
            longest = std::max(longest, timer->isActive() ? timer->interval() : 0);
        return longest;
    }

    PoolsUnderTest pools;
    ProxyResolver proxies;
    PoolsRefresher refresher{{.clock = &pools.clock, .proxies = &proxies}, 1};
    RefreshScheduler scheduler{refresher, pools.clock};
    WindowClock clock{pools.model, scheduler, pools.clock};
};

} // namespace

class TestWindowClock : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void wakesUpForTheMinuteOnlyWhileItIsSeen();
    void wakesUpAtTheNextBoundary();
    void tellsTheTimeWhenItIsSeenAgain();
    void sleepsWithoutPools();
};

void TestWindowClock::wakesUpForTheMinuteOnlyWhileItIsSeen()
{
    Stage stage(200);
    QCOMPARE(stage.step(), 15 * 60'000);
    stage.clock.setSeen(true);
    QCOMPARE(stage.step(), 60'000);
    stage.clock.setSeen(false);
    QCOMPARE(stage.step(), 15 * 60'000);
}

void TestWindowClock::wakesUpAtTheNextBoundary()
{
    Stage stage(200);
    const QDateTime boundary = stage.pools.model.nextBoundary();
    stage.pools.clock.set(boundary.addSecs(-7));
    stage.clock.schedule();
    QCOMPARE(stage.step(), 7000);
}

void TestWindowClock::tellsTheTimeWhenItIsSeenAgain()
{
    Stage stage(200);
    QSignalSpy moves(&stage.clock, &WindowClock::moved);
    stage.pools.clock.set(stage.pools.model.nextBoundary().addSecs(3600));
    QVERIFY(moves.isEmpty());
    stage.clock.setSeen(true);
    QCOMPARE(moves.size(), 1);
    QVERIFY(stage.pools.model.nextBoundary() > stage.pools.clock.nowUtc());
    stage.clock.setSeen(true);
    QCOMPARE(moves.size(), 1);
}

void TestWindowClock::sleepsWithoutPools()
{
    Stage stage(200);
    stage.pools.model.setAccounts({});
    stage.clock.setSeen(true);
    QCOMPARE(stage.step(), 0);
}

QTEST_MAIN(TestWindowClock)
#include "tst_windowclock.moc"
