// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was known is known again in the next run, of the right pool, and marked as old.

#include "core/store/snapshotstore.h"
#include "tests/core/store/storestage.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QElapsedTimer>

#include <sys/stat.h>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestBillingStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void knowsAllFiveAnswersAgain();
    void keepsNothingWithoutAFile();
    void aFailedRefreshLeavesWhatWasKnown();
    void readsOldAnswersByThePresentClockOffset();
    void anotherHostsAnswersAreNotThisPools();
    void anotherUserPoolBeginsAnew();
    void whatAnotherProgramReceivedLaterStays();
    void anAnswerThatCannotBeReadAgainIsNotKept_data();
    void anAnswerThatCannotBeReadAgainIsNotKept();
    void anAnswerThatWasTamperedWithIsPassedOver();
    void forgetsOnePool();
    void keepsSamplesOfEveryFigure();
    void tellsWhenItHasSettled();
    void whatWaitsForTheSameAccountBecomesOne();
    void waitsAtTheEndForWhatIsBeingWritten();
    void itsFilesAreTheUsersAlone();
    void holdsNothingOfTheAccountButItsId();
    void twoProgramsMayWriteAtOnce();
    void fiveHundredPoolsAreNoBurden();
};

void TestBillingStore::knowsAllFiveAnswersAgain()
{
    StoreStage stage;
    const PoolSnapshot learned = stage.snapshot(7);
    QVERIFY(stage.known() == PoolSnapshot());
    QVERIFY(stage.save(learned));
    const PoolSnapshot known = stage.known();
    QVERIFY(known == inLaterRun(learned));
    // Nobody has been asked yet: it is old, however new.
    QVERIFY(isStale(known, stage.clock.nowUtc(), 1h));
    QVERIFY(!isStale(learned, stage.clock.nowUtc(), 1h));

    PoolSnapshot shown = known;
    shown.absorb(stage.snapshot(8));
    QVERIFY(shown == stage.snapshot(8));

    stage.clock.advance(1h);
    QVERIFY(stage.save(stage.snapshot(9)));
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(9)));
}

void TestBillingStore::keepsNothingWithoutAFile()
{
    StoreStage stage;
    stage.file.clear();
    BillingStore store({}, stage.clock);
    QCOMPARE(store.openProblem(), BillingStoreProblem::NoPlace);
    QVERIFY(store.readAll({stage.account}).isEmpty());
    store.save(stage.account, stage.snapshot(1));
    store.forget(stage.account.id);
    QVERIFY(!store.isBusy());
    QVERIFY(store.readAll({stage.account}).isEmpty());
    QSignalSpy read(&store, &BillingStore::samplesRead);
    store.requestSamples(stage.account.id, BillingStore::mauSeries(), {});
    QVERIFY(read.wait());
    QVERIFY(read.constFirst().at(2).value<UsageSamples>().isEmpty());
    QVERIFY(namesIn(stage.folder.path()).isEmpty());
}

void TestBillingStore::aFailedRefreshLeavesWhatWasKnown()
{
    StoreStage stage;
    const PoolSnapshot first = stage.snapshot(1);
    QVERIFY(stage.save(first));
    stage.clock.advance(1h);

    PoolSnapshot failed;
    failed.forEachOperation([&](OperationAttempt &operation) {
        operation.attemptedAt = stage.clock.nowUtc();
        operation.error = ApiError{.kind = ErrorKind::TimedOut};
    });
    QVERIFY(stage.save(failed));
    QVERIFY(stage.known() == inLaterRun(first));

    PoolSnapshot partly = failed;
    partly.usage = stage.snapshot(2).usage;
    QVERIFY(stage.save(partly));
    PoolSnapshot expected = first;
    expected.usage = partly.usage;
    QVERIFY(stage.known() == inLaterRun(expected));

    // What was shown when the last attempt failed is the old answer still.
    PoolSnapshot shown = expected;
    shown.absorb(failed);
    QVERIFY(stage.save(shown));
    expected.forEachOperation([](OperationAttempt &operation) { operation.answer = {}; });
    QVERIFY(stage.known() == inLaterRun(expected));
}

void TestBillingStore::readsOldAnswersByThePresentClockOffset()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    const QDateTime end = stage.known().package.value->endTime.at;
    stage.account.clockOffset = 0s;
    QCOMPARE(stage.known().package.value->endTime.at, end.addSecs(8 * 3600));
}

void TestBillingStore::anotherHostsAnswersAreNotThisPools()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    Account moved = stage.account;
    moved.host = authingHost();
    QVERIFY(stage.known(moved) == PoolSnapshot());
    QVERIFY(stage.known(plainAccount(2)) == PoolSnapshot());

    stage.account = moved;
    stage.clock.advance(1h);
    PoolSnapshot there;
    there.usage = usageOf(5, 5, stage.clock.nowUtc(), moved);
    QVERIFY(stage.save(there));
    QVERIFY(stage.known() == inLaterRun(there));
    QCOMPARE(stage.samples(u"MAU"_s).size(), 1);
}

void TestBillingStore::anotherUserPoolBeginsAnew()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    stage.clock.advance(1h);
    PoolSnapshot there;
    there.poolId = u"pool-2"_s;
    there.usage = usageOf(5, 5, stage.clock.nowUtc(), stage.account);
    QVERIFY(stage.save(there)); // an id that was entered says nothing
    QVERIFY(stage.known().package.value);
    there.poolIsNamedByToken = true;
    QVERIFY(stage.save(stage.snapshot(1)));
    QVERIFY(stage.save(there));
    QVERIFY(stage.known() == inLaterRun(there));
    QCOMPARE(stage.samples(u"MAU"_s).size(), 1);
}

void TestBillingStore::whatAnotherProgramReceivedLaterStays()
{
    StoreStage stage;
    const PoolSnapshot shown = stage.snapshot(1);
    stage.clock.advance(1h);
    const PoolSnapshot newer = stage.snapshot(2);
    QVERIFY(stage.save(newer));
    QVERIFY(stage.save(shown));
    QVERIFY(stage.known() == inLaterRun(newer));
    // Of a clock that was years ahead is nothing newer.
    stage.clock.advance(-1h);
    QVERIFY(stage.save(shown));
    QVERIFY(stage.known() == inLaterRun(shown));
}

void TestBillingStore::anAnswerThatCannotBeReadAgainIsNotKept_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("too large") << QByteArray(
        "{\"filler\":\"" + QByteArray(SnapshotStore::LargestAnswer, 'x') + "\"}");
    QTest::newRow("without its JSON") << QByteArray();
}

void TestBillingStore::anAnswerThatCannotBeReadAgainIsNotKept()
{
    QFETCH(QByteArray, data);
    StoreStage stage;
    const PoolSnapshot first = stage.snapshot(1);
    QVERIFY(stage.save(first));
    stage.clock.advance(1h);
    PoolSnapshot large = stage.snapshot(2);
    large.orders.data = data;
    QVERIFY(stage.save(large));
    PoolSnapshot expected = large;
    expected.orders = {};
    QVERIFY(stage.known() == inLaterRun(expected));
}

void TestBillingStore::anAnswerThatWasTamperedWithIsPassedOver()
{
    StoreStage stage;
    const PoolSnapshot learned = stage.snapshot(1);
    QVERIFY(stage.save(learned));
    QByteArray bytes = contentOf(stage.file);
    QVERIFY(bytes.contains("\"O-1\""));
    QVERIFY(fill(stage.file, bytes.replace("\"O-1\"", "\"O-9\"")));
    PoolSnapshot expected = learned;
    expected.orders = {};
    QVERIFY(stage.known() == inLaterRun(expected));
}

void TestBillingStore::forgetsOnePool()
{
    StoreStage stage;
    const Account other = plainAccount(2);
    BillingStore store(stage.file, stage.clock);
    store.save(stage.account, stage.snapshot(1));
    store.save(other, stage.snapshot(1));
    store.forget(stage.account.id);
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(stage.known() == PoolSnapshot());
    QVERIFY(stage.known(other) == inLaterRun(stage.snapshot(1)));
    QVERIFY(stage.samplesOf(store, u"MAU"_s).isEmpty());
    stage.account = other;
    QCOMPARE(stage.samplesOf(store, u"MAU"_s).size(), 1);
}

void TestBillingStore::keepsSamplesOfEveryFigure()
{
    StoreStage stage;
    const QDateTime first = stage.clock.nowUtc();
    BillingStore store(stage.file, stage.clock);
    QSignalSpy added(&store, &BillingStore::samplesAdded);
    store.save(stage.account, stage.snapshot(10));
    QVERIFY(StoreStage::hasSettled(store)); // those that wait become one
    stage.clock.advance(1h);
    const QDateTime second = stage.clock.nowUtc();
    store.save(stage.account, stage.snapshot(12));
    QVERIFY(StoreStage::hasSettled(store));
    store.save(stage.account, stage.snapshot(12)); // the same answer once more
    QTRY_COMPARE(added.size(), 3);
    QCOMPARE(added.constFirst().constFirst().toUuid(), stage.account.id);

    const UsageSamples mau{{first, 10, 1000}, {second, 12, 1000}};
    const UsageSamples others{{first, 20, std::nullopt}, {second, 24, std::nullopt}};
    QCOMPARE(stage.samplesOf(store, u"MAU"_s), mau);
    QCOMPARE(stage.samplesOf(store, BillingStore::mauSeries()), mau);
    QCOMPARE(stage.samplesOf(store, u"SSO"_s), others);
    QVERIFY(stage.samplesOf(store, u"NoFigure"_s).isEmpty());
    QCOMPARE(stage.samples(u"SSO"_s), others);

    QSignalSpy read(&store, &BillingStore::samplesRead);
    store.requestSamples(stage.account.id, u"SSO"_s, second);
    QVERIFY(read.wait());
    QCOMPARE(read.constFirst().at(0).toUuid(), stage.account.id);
    QCOMPARE(read.constFirst().at(1).toString(), u"SSO"_s);
    QCOMPARE(read.constFirst().at(2).value<UsageSamples>(), others.mid(1));
}

void TestBillingStore::tellsWhenItHasSettled()
{
    StoreStage stage;
    BillingStore store(stage.file, stage.clock);
    QSignalSpy settled(&store, &BillingStore::settled);
    QSignalSpy problems(&store, &BillingStore::writeProblem);
    for (int number = 1; number <= 5; ++number)
        store.save(stage.account, stage.snapshot(number));
    QVERIFY(store.isBusy());
    QVERIFY(settled.wait());
    QVERIFY(!store.isBusy());
    QCOMPARE(settled.size(), 1);
    QVERIFY(problems.isEmpty());
}

void TestBillingStore::whatWaitsForTheSameAccountBecomesOne()
{
    StoreStage stage;
    BillingStore store(stage.file, stage.clock);
    QSignalSpy added(&store, &BillingStore::samplesAdded);
    PoolSnapshot usage;
    for (int number = 1; number <= 200; ++number) {
        store.save(stage.account, stage.snapshot(number));
        usage.usage = stage.snapshot(number + 1).usage;
        store.save(stage.account, usage);
    }
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(added.size() < 100);
    PoolSnapshot expected = stage.snapshot(200);
    expected.usage = usage.usage;
    QVERIFY(stage.known() == inLaterRun(expected));

    // What was saved before an account was forgotten takes nothing over.
    store.save(stage.account, stage.snapshot(1));
    store.forget(stage.account.id);
    store.save(stage.account, usage);
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(!stage.known().package.value && stage.known().usage.value);
}

void TestBillingStore::waitsAtTheEndForWhatIsBeingWritten()
{
    StoreStage stage;
    {
        BillingStore store(stage.file, stage.clock);
        for (int number = 1; number <= 50; ++number)
            store.save(stage.account, stage.snapshot(number));
    }
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(50)));
    QCOMPARE(namesIn(stage.folder.filePath(u"data"_s)), QStringList{u"billing.sqlite"_s});
}

void TestBillingStore::itsFilesAreTheUsersAlone()
{
    StoreStage stage;
    const mode_t before = ::umask(0);
    BillingStore store(stage.file, stage.clock);
    (void)store.readAll({});
    store.save(stage.account, stage.snapshot(1));
    const bool settled = StoreStage::hasSettled(store);
    ::umask(before);
    QVERIFY(settled);
    QCOMPARE(modeOf(stage.folder.filePath(u"data"_s)), 0700U);
    const QStringList names{u"billing.sqlite"_s, u"billing.sqlite-shm"_s, u"billing.sqlite-wal"_s};
    QCOMPARE(namesIn(stage.folder.filePath(u"data"_s)), names);
    for (const QString &name : names)
        QCOMPARE(modeOf(stage.folder.filePath(u"data/"_s + name)), 0600U);
}

void TestBillingStore::holdsNothingOfTheAccountButItsId()
{
    StoreStage stage;
    const QUuid id = stage.account.id;
    stage.account = fullAccount();
    stage.account.id = id;
    QVERIFY(stage.save(stage.snapshot(1)));
    const QByteArray bytes = contentOf(stage.file);
    QVERIFY(bytes.contains(id.toByteArray(QUuid::WithoutBraces)));
    QVERIFY(bytes.contains(stage.account.host.toEncoded()));
    for (const QString &own : {stage.account.name, stage.account.poolId, stage.account.caFile,
             stage.account.proxy.host, stage.account.proxy.user + u'@'})
        QVERIFY2(!bytes.contains(own.toUtf8()), qPrintable(own));
}

void TestBillingStore::twoProgramsMayWriteAtOnce()
{
    constexpr int Pools = 60;
    StoreStage stage;
    BillingStore one(stage.file, stage.clock);
    BillingStore other(stage.file, stage.clock);
    QSignalSpy problems(&one, &BillingStore::writeProblem);
    QSignalSpy otherProblems(&other, &BillingStore::writeProblem);
    QList<Account> accounts;
    for (int number = 0; number < Pools; ++number) {
        const Account account = plainAccount(number);
        accounts.append(account);
        (number % 2 == 0 ? one : other).save(account, stage.snapshot(number));
        (number % 2 == 0 ? other : one).save(stage.account, stage.snapshot(1));
    }
    QVERIFY(StoreStage::hasSettled(one));
    QVERIFY(StoreStage::hasSettled(other));
    QVERIFY(problems.isEmpty() && otherProblems.isEmpty());
    const auto known = BillingStore(stage.file, stage.clock).readAll(accounts);
    QCOMPARE(known.size(), Pools);
    for (int number = 0; number < Pools; ++number)
        QVERIFY(known.value(accounts.at(number).id) == inLaterRun(stage.snapshot(number)));
}

void TestBillingStore::fiveHundredPoolsAreNoBurden()
{
    constexpr int Pools = 500;
    StoreStage stage;
    QList<Account> accounts;
    QElapsedTimer timer;
    {
        BillingStore store(stage.file, stage.clock);
        (void)store.readAll({});
        timer.start();
        for (int number = 0; number < Pools; ++number) {
            accounts.append(plainAccount(number));
            store.save(accounts.constLast(), stage.snapshot(number));
        }
        QVERIFY(StoreStage::hasSettled(store));
        qInfo("%d pools: saved in %lld ms", Pools, timer.elapsed());
    }
    BillingStore store(stage.file, stage.clock);
    timer.start();
    const auto known = store.readAll(accounts);
    const qint64 elapsed = timer.elapsed();
    qInfo("%d pools: read in %lld ms", Pools, elapsed);
    QCOMPARE(known.size(), Pools);
    QVERIFY(elapsed < 2000); // a tenth of that is usual, on a machine that does nothing else
}

QTEST_GUILESS_MAIN(TestBillingStore)
#include "tst_billingstore.moc"
