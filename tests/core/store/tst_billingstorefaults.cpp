// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Damaged files, newer ones, full disks: nothing is lost that was there, and what is wrong is said.

#include "core/store/schema.h"
#include "core/store/storeworker.h"
#include "tests/core/store/storestage.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QElapsedTimer>
#include <QThread>

#include <csignal>
#include <sys/resource.h>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Problem = BillingStoreProblem;

namespace {

/** While it lasts, no file of this process grows longer. */
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before = {};
};

/** Has SQLite itself change the file. */
bool alter(const QString &file, const QString &statement)
{
    Database database(file, billingSchema());
    return !database.open() && database.run(statement);
}

/** A snapshot whose orders take so much room. */
PoolSnapshot largeSnapshot(const StoreStage &stage, int number, qsizetype bytes)
{
    PoolSnapshot snapshot = stage.snapshot(number);
    snapshot.orders.data = "{\"filler\":\"" + QByteArray(bytes, 'x') + "\"}";
    return snapshot;
}

// Neither modes nor the limit of processes concern root: tests about them become somebody else.
constexpr uid_t Nobody = 65534;

bool becomeNobody()
{
    return ::geteuid() != 0 || (::setgid(Nobody) == 0 && ::setuid(Nobody) == 0);
}

bool giveToNobody(const StoreStage &stage)
{
    const auto give = [](const QString &path) {
        return ::geteuid() != 0 ||
               ::chown(QFile::encodeName(path).constData(), Nobody, Nobody) == 0;
    };
    return give(stage.folder.path()) && give(QFileInfo(stage.file).path()) && give(stage.file);
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
    void aFullDiskLosesNothing();
    void whatIsForgottenOnAFullDiskIsForgottenLater();
    void theEndDoesNotWaitForAnotherProgram();
    void aThreadThatCannotBeMadeIsSaid();
    void aPlaceThatCannotBeWrittenIsSaid();
    void aReadOnlyFolderIsSaidAndRead();
    void aStartOnAFullDiskReadsWhatIsThere();
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

void TestBillingStoreFaults::aFullDiskLosesNothing()
{
    StoreStage stage;
    const PoolSnapshot first = stage.snapshot(1);
    QVERIFY(stage.save(first));
    BillingStore store(stage.file, stage.clock);
    QVERIFY(store.readAll({stage.account}).contains(stage.account.id));
    QSignalSpy problems(&store, &BillingStore::writeProblem);
    {
        const FileLimit limit(200'000);
        for (int number = 2; number < 6; ++number) {
            store.save(stage.account, largeSnapshot(stage, number, 300'000));
            QVERIFY(StoreStage::hasSettled(store));
        }
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.takeFirst().constFirst().value<Problem>(), Problem::NotWritten);
        QVERIFY(stage.known() == inLaterRun(first));
    }
    QVERIFY(stage.known() == inLaterRun(first));
    for (int number = 6; number < 9; ++number)
        store.save(stage.account, stage.snapshot(number));
    QVERIFY(StoreStage::hasSettled(store));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().constFirst().value<Problem>(), Problem::None);
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(8)));
}

void TestBillingStoreFaults::whatIsForgottenOnAFullDiskIsForgottenLater()
{
    StoreStage stage;
    const Account other = plainAccount(2);
    QVERIFY(stage.save(stage.snapshot(1)));
    BillingStore store(stage.file, stage.clock);
    (void)store.readAll({});
    QSignalSpy problems(&store, &BillingStore::writeProblem);
    {
        const FileLimit limit(0);
        store.forget(stage.account.id);
        QVERIFY(StoreStage::hasSettled(store));
        QCOMPARE(problems.size(), 1);
    }
    store.save(other, stage.snapshot(1));
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(stage.known() == PoolSnapshot());
    QVERIFY(stage.known(other) == inLaterRun(stage.snapshot(1)));
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

void TestBillingStoreFaults::aThreadThatCannotBeMadeIsSaid()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    QVERIFY(giveToNobody(stage));
    const int problem = inChild([&] {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        const rlimit none{0, 0};
        if (!becomeNobody() || ::setrlimit(RLIMIT_NPROC, &none) != 0)
            return 101;
        // The stacks of threads that have ended are there to be used again.
        for (bool isRunning = true; isRunning;) {
            auto *thread = new QThread;
            thread->start();
            isRunning = thread->isRunning();
        }
        BillingStore store(stage.file, stage.clock);
        ::alarm(5);
        (void)store.readAll({stage.account});
        store.save(stage.account, stage.snapshot(1));
        return store.isBusy() ? 100 : static_cast<int>(store.openProblem());
    });
    QCOMPARE(problem, static_cast<int>(Problem::Unreadable));
}

void TestBillingStoreFaults::aPlaceThatCannotBeWrittenIsSaid()
{
    StoreStage stage;
    const QString folder = stage.folder.filePath(u"data"_s);
    QVERIFY(fill(folder, "no folder")); // nor can one be made
    BillingStore store(stage.file, stage.clock);
    QSignalSpy problems(&store, &BillingStore::writeProblem);
    QVERIFY(store.readAll({stage.account}).isEmpty());
    QCOMPARE(store.openProblem(), Problem::Unreadable);
    store.save(stage.account, stage.snapshot(1));
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(problems.isEmpty()); // it is said already

    QVERIFY(QFile::remove(folder));
    store.save(stage.account, stage.snapshot(2));
    QVERIFY(StoreStage::hasSettled(store));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().constFirst().value<Problem>(), Problem::None);
    QVERIFY(stage.known() == inLaterRun(stage.snapshot(2)));

    StoreStage odd;
    QVERIFY(QDir().mkpath(odd.file));
    BillingStore onAFolder(odd.file, odd.clock);
    (void)onAFolder.readAll({});
    QCOMPARE(onAFolder.openProblem(), Problem::Unreadable);
}

void TestBillingStoreFaults::aStartOnAFullDiskReadsWhatIsThere()
{
    StoreStage stage;
    const PoolSnapshot first = stage.snapshot(1);
    QVERIFY(stage.save(first));
    BillingStore store(stage.file, stage.clock);
    {
        const FileLimit limit(0);
        QVERIFY(store.readAll({stage.account}).value(stage.account.id) == inLaterRun(first));
        QCOMPARE(store.openProblem(), Problem::NotWritten);
    }
    store.save(stage.account, stage.snapshot(2));
    QVERIFY(StoreStage::hasSettled(store) && stage.known() == inLaterRun(stage.snapshot(2)));
}

void TestBillingStoreFaults::aReadOnlyFolderIsSaidAndRead()
{
    StoreStage stage;
    QVERIFY(stage.save(stage.snapshot(1)));
    const QByteArray before = contentOf(stage.file);
    const QByteArray folder = QFile::encodeName(stage.folder.filePath(u"data"_s));
    QCOMPARE(::chmod(QFile::encodeName(stage.folder.path()).constData(), 0755), 0);
    QCOMPARE(::chmod(folder.constData(), 0555), 0);
    QCOMPARE(::chmod(QFile::encodeName(stage.file).constData(), 0444), 0);
    const int problem = inChild([&] {
        if (!becomeNobody())
            return 100;
        StoreWorker worker(stage.file);
        const auto reading = worker.readAll({stage.account}, stage.clock.nowUtc());
        const auto outcome = worker.save(stage.account, stage.snapshot(2), stage.clock.nowUtc());
        const bool isRead = reading.known.value(stage.account.id) == inLaterRun(stage.snapshot(1));
        return outcome.isDone || outcome.news || !isRead ? 101 : static_cast<int>(reading.problem);
    });
    QCOMPARE(problem, static_cast<int>(Problem::NotWritten));
    QVERIFY(contentOf(stage.file) == before);
    QCOMPARE(::chmod(folder.constData(), 0755), 0);
}

QTEST_GUILESS_MAIN(TestBillingStoreFaults)
#include "tst_billingstorefaults.moc"
