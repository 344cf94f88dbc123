// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Full disks, folders that cannot be written, no thread to be had: what was kept is read, and what
// is wrong is said.

#include "core/store/storeworker.h"
#include "tests/core/store/storestage.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

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

class TestBillingStorePlaces : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void aFullDiskLosesNothing();
    void whatIsForgottenOnAFullDiskIsForgottenLater();
    void aThreadThatCannotBeMadeIsSaid();
    void aPlaceThatCannotBeWrittenIsSaid();
    void aStartOnAFullDiskReadsWhatIsThere();
    void aReadOnlyFolderIsSaidAndRead();
};

void TestBillingStorePlaces::aFullDiskLosesNothing()
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

void TestBillingStorePlaces::whatIsForgottenOnAFullDiskIsForgottenLater()
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

void TestBillingStorePlaces::aThreadThatCannotBeMadeIsSaid()
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

void TestBillingStorePlaces::aPlaceThatCannotBeWrittenIsSaid()
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

void TestBillingStorePlaces::aStartOnAFullDiskReadsWhatIsThere()
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

void TestBillingStorePlaces::aReadOnlyFolderIsSaidAndRead()
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

QTEST_GUILESS_MAIN(TestBillingStorePlaces)
#include "tst_billingstoreplaces.moc"
