// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Damaged files, newer ones, held ones: nothing is lost that was there, and what is wrong is said.

#include "core/store/schema.h"
#include "core/store/storeworker.h"
#include "tests/core/store/storestage.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QElapsedTimer>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Problem = BillingStoreProblem;

namespace {

/** Has SQLite itself change the file. */
bool alter(const QString &file, const QString &statement)
{
    Database database(file, billingSchema());
    return !database.open() && database.run(statement);
}

} // namespace

class TestBillingStoreFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void putsAsideWhatIsNoStore_data();
    void putsAsideWhatIsNoStore();
    void whateverIsDamagedTheRestIsRight();
    void damageThatIsFoundLaterIsPutAsideToo();
    void damageOfALargeFileIsFoundWhereItIsRead();
    void anEmptyFileIsANewOne();
    void nothingIsWrittenOver();
    void theEndDoesNotWaitForAnotherProgram();
};

void TestBillingStoreFaults::putsAsideWhatIsNoStore_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<Problem>("problem");
    QTest::newRow("zeros") << QByteArray(8192, '\0') << QString() << Problem::SetAside;
    QTest::newRow("text") << QByteArray("This is no database.\n") << QString() << Problem::SetAside;
    QTest::newRow("one byte") << QByteArray("S") << QString() << Problem::SetAside;
    QTest::newRow("the beginning alone")
        << QByteArray("SQLite format 3\0", 16) << QString() << Problem::SetAside;
    QTest::newRow("another program's")
        << QByteArray() << u"PRAGMA application_id = 7"_s << Problem::SetAside;
    QTest::newRow("newer") << QByteArray() << u"PRAGMA user_version = 99"_s << Problem::TooNew;
}

void TestBillingStoreFaults::putsAsideWhatIsNoStore()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, statement);
    QFETCH(Problem, problem);
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    if (statement.isEmpty())
        QVERIFY(fill(stage.file, bytes));
    else
        QVERIFY(alter(stage.file, statement));
    bytes = contentOf(stage.file);

    BillingStore store(stage.file, stage.clock);
    QVERIFY(store.readAll({stage.account}).isEmpty());
    QCOMPARE(store.openProblem(), problem);
    const QString what = problem == Problem::TooNew ? u"newer"_s : u"damaged"_s;
    QCOMPARE(store.setAsideFile(), stage.file + u"."_s + what + u"-20260701-120000"_s);
    QCOMPARE(contentOf(store.setAsideFile()), bytes);
    QCOMPARE(modeOf(stage.file), 0600U);

    QSignalSpy problems(&store, &BillingStore::writeProblem);
    store.save(stage.account, stage.snapshot(2));
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(problems.isEmpty());
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(2)));
    BillingStore next(stage.file, stage.clock);
    (void)next.readAll({});
    QCOMPARE(next.openProblem(), Problem::None);
}

void TestBillingStoreFaults::whateverIsDamagedTheRestIsRight()
{
    StoreStage stage;
    for (int number = 1; number <= 40; ++number)
        QVERIFY(stage.save(largeSnapshot(stage, number, 9000)));
    PoolSnapshot whole = stage.known();
    QVERIFY(whole.orders.value);
    const QByteArray good = contentOf(stage.file);
    int aside = 0;
    for (qsizetype at = 0; at < good.size(); at += good.size() / 80 + 1) {
        QByteArray bytes = good;
        if (at % 3 == 0)
            bytes.truncate(at);
        else
            bytes.replace(at, std::min<qsizetype>(at % 3 == 1 ? 1 : 700, bytes.size() - at),
                QByteArray(700, '\xa5').left(at % 3 == 1 ? 1 : 700));
        QVERIFY(fill(stage.file, bytes));
        stage.clock.advance(1s);
        BillingStore store(stage.file, stage.clock);
        const PoolSnapshot known = store.readAll({stage.account}).value(stage.account.id);
        QVERIFY(store.openProblem() == Problem::None || store.openProblem() == Problem::SetAside);
        aside += store.openProblem() == Problem::SetAside ? 1 : 0;
        QCOMPARE(QFile::exists(store.setAsideFile()), store.openProblem() == Problem::SetAside);
        // What is known is what was saved, or not known at all.
        QVERIFY(known.package == whole.package || !known.package.value);
        QVERIFY(known.usage == whole.usage || !known.usage.value);
        QVERIFY(known.rights == whole.rights || !known.rights.value);
        QVERIFY(known.mauHistory == whole.mauHistory || !known.mauHistory.value);
        QVERIFY(known.orders == whole.orders || !known.orders.value);
        store.save(stage.account, stage.snapshot(1));
        QVERIFY(StoreStage::hasSettled(store));
        QVERIFY(stage.known() == inLaterRun(stage.snapshot(1)));
    }
    QVERIFY(aside > 10);
}

void TestBillingStoreFaults::damageThatIsFoundLaterIsPutAsideToo()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    BillingStore store(stage.file, stage.clock);
    QSignalSpy problems(&store, &BillingStore::writeProblem);
    // Not read at the start: as if it were damaged while the program runs.
    QVERIFY(fill(stage.file, QByteArray(30'000, 'x')));
    store.save(stage.account, stage.snapshot(2));
    QVERIFY(StoreStage::hasSettled(store));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().constFirst().value<Problem>(), Problem::SetAside);
    QCOMPARE(contentOf(store.setAsideFile()), QByteArray(30'000, 'x'));
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(2)));
}

void TestBillingStoreFaults::damageOfALargeFileIsFoundWhereItIsRead()
{
    StoreStage stage;
    for (int number = 1; number <= 20; ++number) {
        stage.account = plainAccount(number);
        QVERIFY(stage.save(largeSnapshot(stage, number, SnapshotStore::LargestAnswer - 100)));
    }
    QByteArray bytes = contentOf(stage.file);
    QVERIFY(bytes.size() > Database::SmallSize);
    const qsizetype at = bytes.lastIndexOf("{\"filler\"");
    bytes.replace(at + 4096, 12 * 4096, QByteArray(12 * 4096, '\xff')); // the pages' chain is cut
    QVERIFY(fill(stage.file, bytes));
    QList<Account> accounts;
    for (int number = 1; number <= 20; ++number)
        accounts.append(plainAccount(number));
    BillingStore store(stage.file, stage.clock);
    const auto known = store.readAll(accounts);
    QCOMPARE(store.openProblem(), Problem::SetAside);
    QCOMPARE(contentOf(store.setAsideFile()).size(), bytes.size());
    for (const PoolSnapshot &snapshot : known)
        QVERIFY(!snapshot.package.value || snapshot.package.receivedAt == stage.clock.nowUtc());
}

void TestBillingStoreFaults::anEmptyFileIsANewOne()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    QVERIFY(fill(stage.file, {})); // a program killed just after it had made the file
    BillingStore store(stage.file, stage.clock);
    QVERIFY(store.readAll({stage.account}).isEmpty());
    QCOMPARE(store.openProblem(), Problem::None);
    store.save(stage.account, stage.snapshot(2));
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(2)));
}

void TestBillingStoreFaults::nothingIsWrittenOver()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    for (const char *content : {"one", "two", "three"}) {
        QVERIFY(fill(stage.file, content));
        BillingStore store(stage.file, stage.clock);
        (void)store.readAll({});
        QCOMPARE(contentOf(store.setAsideFile()), QByteArray(content));
    }
    const QString aside = stage.file + u".damaged-20260701-120000"_s;
    QCOMPARE(contentOf(aside), QByteArray("one"));
    QCOMPARE(contentOf(aside + u"-2"_s), QByteArray("two"));
    QCOMPARE(contentOf(aside + u"-3"_s), QByteArray("three"));
}

void TestBillingStoreFaults::theEndDoesNotWaitForAnotherProgram()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    Database other(stage.file, billingSchema());
    QVERIFY(!other.open());
    QElapsedTimer timer;
    QVERIFY(!other.change([&] {
        {
            BillingStore store(stage.file, stage.clock);
            for (int number = 1; number <= 10; ++number)
                store.save(plainAccount(number), stage.snapshot(2));
            timer.start();
        }
        return timer.elapsed() < Database::PatienceMs;
    }));
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(1)));

    // Nor does each save wait anew.
    BillingStore store(stage.file, stage.clock);
    (void)store.readAll({});
    QVERIFY(!other.change([&] {
        for (int number = 1; number <= 10; ++number)
            store.save(plainAccount(number), stage.snapshot(2));
        timer.start();
        return StoreStage::hasSettled(store) && timer.elapsed() < 2 * Database::PatienceMs;
    }));
}

QTEST_GUILESS_MAIN(TestBillingStoreFaults)
#include "tst_billingstorefaults.moc"
