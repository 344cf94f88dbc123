// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/schedulernotes.h"

#include "app/dashboard/session.h"
#include "core/accounts/ownpools.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestSchedulerNotes : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void notesEachRefresh();
    void followsTheInterval();
    void saysThatItEnds();
    void saysNothingWhenItNeverWorked();
};

namespace {

/** All that a scheduler's notes are made of; nobody is asked. */
struct Stage
{
    [[nodiscard]] std::optional<WatcherNote> note()
    {
        return QTest::qWaitFor([this] { return !store.isBusy(); }, 20'000)
                   ? store.readWatcher(Watcher::Dashboard)
                   : std::nullopt;
    }

    QTemporaryDir folder;
    FakeClock clock;
    ProxyResolver proxies;
    PoolsModel model{clock};
    PoolsRefresher refresher{{.clock = &clock, .proxies = &proxies}, 1};
    RefreshScheduler scheduler{refresher, clock};
    OwnPools pools;
    BillingStore store{folder.filePath(QStringLiteral("billing.sqlite")), clock};
    Session session{model, refresher, scheduler, pools, clock};
    SchedulerNotes notes{{refresher, scheduler, session, model, store, clock}};
};

} // namespace

void TestSchedulerNotes::notesEachRefresh()
{
    Stage it;
    (void)it.store.readAll({});
    it.scheduler.setInterval(1h);
    QVERIFY(!it.note());
    emit it.refresher.finished();
    QVERIFY(it.note());
    QCOMPARE(it.note()->at, it.clock.nowUtc());
    QCOMPARE(it.note()->interval, std::chrono::seconds(1h));
    it.clock.advance(3600s);
    emit it.refresher.finished();
    QCOMPARE(it.note()->at, it.clock.nowUtc());
}

void TestSchedulerNotes::followsTheInterval()
{
    Stage it;
    (void)it.store.readAll({});
    it.scheduler.setInterval(1h);
    emit it.refresher.finished();
    it.scheduler.setInterval(24h);
    emit it.scheduler.planned({}); // as setInterval() has it for each pool
    QCOMPARE(it.note()->interval, std::chrono::seconds(24h));
    it.scheduler.setInterval(0s);
    emit it.scheduler.planned({});
    QCOMPARE(it.note()->interval, 0s); // it is not meant to work by itself any more
}

void TestSchedulerNotes::saysThatItEnds()
{
    Stage it;
    (void)it.store.readAll({});
    it.scheduler.setInterval(1h);
    emit it.refresher.finished();
    it.notes.end();
    QCOMPARE(it.note()->interval, 0s);
    QVERIFY(!it.note()->isSilentAt(it.clock.nowUtc().addYears(1)));
}

void TestSchedulerNotes::saysNothingWhenItNeverWorked()
{
    Stage it;
    it.notes.end();
    QVERIFY(!it.store.hasFile());
}

QTEST_MAIN(TestSchedulerNotes)
#include "tst_schedulernotes.moc"
