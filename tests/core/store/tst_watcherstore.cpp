// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dashboard and genauth-check each leave a note for the other, in the store they share.

#include "core/store/watcherstore.h"

#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/core/store/storestage.h"
#include "tests/support/qtwarnings.h"

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWatcherStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void keepsTheLastNoteOfEach();
    void tellsWindowsWithoutWaiting();
    void keepsNothingWithoutAPlace();
    void bringsAnOlderFileAlong();
    void isSilentAfterTwiceItsInterval();
};

namespace {

WatcherNote note(Watcher who, const QDateTime &at)
{
    return who == Watcher::Dashboard ? WatcherNote{who, at, 3600s, {}, 3}
                                     : WatcherNote{who, at, 0s, u"WARNING"_s, 2};
}

} // namespace

void TestWatcherStore::keepsTheLastNoteOfEach()
{
    const StoreStage stage;
    const QDateTime now = stage.clock.nowUtc();
    {
        BillingStore store(stage.file, stage.clock);
        (void)store.readAll({});
        QVERIFY(!store.readWatcher(Watcher::Check));
        store.noteWatcher(note(Watcher::Dashboard, now.addSecs(-60)));
        store.noteWatcher(note(Watcher::Dashboard, now));
        store.noteWatcher(note(Watcher::Check, now.addSecs(-5)));
        QVERIFY(StoreStage::hasSettled(store));
    }
    BillingStore later(stage.file, stage.clock);
    (void)later.readAll({});
    QCOMPARE(later.readWatcher(Watcher::Dashboard), note(Watcher::Dashboard, now));
    QCOMPARE(later.readWatcher(Watcher::Check), note(Watcher::Check, now.addSecs(-5)));
    later.clearHistory(); // which they are no part of
    QVERIFY(StoreStage::hasSettled(later));
    QVERIFY(later.readWatcher(Watcher::Dashboard));
}

void TestWatcherStore::tellsWindowsWithoutWaiting()
{
    const StoreStage stage;
    BillingStore store(stage.file, stage.clock);
    (void)store.readAll({});
    std::optional<WatcherNote> told = note(Watcher::Dashboard, stage.clock.nowUtc());
    QSignalSpy read(&store, &BillingStore::watcherRead);
    connect(&store, &BillingStore::watcherRead, this,
        [&](Watcher, const std::optional<WatcherNote> &of) { told = of; });
    store.requestWatcher(Watcher::Check);
    QVERIFY(read.wait());
    QVERIFY(!told); // there is none yet
    store.noteWatcher(note(Watcher::Check, stage.clock.nowUtc()));
    store.requestWatcher(Watcher::Check);
    QVERIFY(read.wait());
    QCOMPARE(told, note(Watcher::Check, stage.clock.nowUtc()));
}

void TestWatcherStore::keepsNothingWithoutAPlace()
{
    const FakeClock clock;
    BillingStore store({}, clock);
    store.noteWatcher(note(Watcher::Check, clock.nowUtc()));
    QVERIFY(!store.readWatcher(Watcher::Check));
    QSignalSpy read(&store, &BillingStore::watcherRead);
    store.requestWatcher(Watcher::Check);
    QVERIFY(read.wait());
}

void TestWatcherStore::bringsAnOlderFileAlong()
{
    const StoreStage stage;
    {
        DatabaseSchema old = billingSchema();
        old.steps.resize(2); // before there were notes
        Database file(stage.file, old);
        QVERIFY(!file.open());
    }
    BillingStore store(stage.file, stage.clock);
    (void)store.readAll({});
    QCOMPARE(store.openProblem(), BillingStoreProblem::None);
    QSignalSpy problems(&store, &BillingStore::writeProblem);
    store.noteWatcher(note(Watcher::Check, stage.clock.nowUtc()));
    QVERIFY(StoreStage::hasSettled(store));
    QCOMPARE(problems.size(), 0);
    QVERIFY(store.readWatcher(Watcher::Check));
}

void TestWatcherStore::isSilentAfterTwiceItsInterval()
{
    const QDateTime at(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    const WatcherNote hourly = note(Watcher::Dashboard, at);
    QVERIFY(!hourly.isSilentAt(at.addSecs(7200)));
    QVERIFY(hourly.isSilentAt(at.addSecs(7201)));
    QVERIFY(!hourly.isSilentAt(at.addDays(-1)));
    WatcherNote off = hourly;
    off.interval = 0s;
    QVERIFY(!off.isSilentAt(at.addYears(1)));
    QVERIFY(!(WatcherNote{Watcher::Dashboard, {}, 1s, {}, 0}.isSilentAt(at)));
}

QTEST_GUILESS_MAIN(TestWatcherStore)
#include "tst_watcherstore.moc"
