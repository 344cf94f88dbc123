// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whenever a program is killed, the file opens, and holds the snapshot before or after, whole.

#include "core/store/storeworker.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/store/samplesnapshots.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Kills = 500;
/** The longest that a program lives, in saves. */
constexpr int MostSaves = 4;
/** So often one is killed that makes the file first. */
constexpr int FreshEvery = 5;

const QDateTime Start(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);

PoolSnapshot snapshotOf(int number)
{
    return fullSnapshot(number, Start.addSecs(number), plainAccount(1));
}

/** In memory where there is such a place: waiting for a disk takes time, and shows nothing here. */
QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    const QString folder = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return folder + u"/genauth-kills-XXXXXX"_s;
}

bool save(StoreWorker &worker, int number)
{
    return worker.save(plainAccount(1), snapshotOf(number), Start.addSecs(number)).isDone;
}

/** What the killed program was at. */
struct LastWord
{
    int before = 0; ///< the save it had begun last
    int after = 0;  ///< the save it had ended last
};

/** A program that opens the file, and saves from `number` on until it is killed. */
[[noreturn]] void saveOnAndOn(const QString &file, int number, int words)
{
    StoreWorker worker(file);
    for (;; ++number) {
        LastWord word{number, number - 1};
        if (::write(words, &word, sizeof word) != sizeof word || !save(worker, number))
            ::_exit(1);
        word.after = number;
        if (::write(words, &word, sizeof word) != sizeof word)
            ::_exit(1);
    }
}

} // namespace

class TestBillingStoreKills : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsOldOrNewSnapshot();

private:
    void measure();
    [[nodiscard]] std::optional<LastWord> runAndKill(int number);
    void removeFile();

    QTemporaryDir m_folder{folderTemplate()};
    QString m_file;
    QRandomGenerator m_random;
    quint32 m_longestLife = 0; ///< in microseconds
};

void TestBillingStoreKills::initTestCase()
{
    failOnQtWarnings();
    QVERIFY(m_folder.isValid());
    m_file = m_folder.filePath(u"data/billing.sqlite"_s);
    bool isGiven = false;
    quint32 seed = qEnvironmentVariable("GENAUTH_TEST_SEED").toUInt(&isGiven);
    if (!isGiven)
        seed = QRandomGenerator::global()->generate();
    m_random.seed(seed);
    qInfo("GENAUTH_TEST_SEED=%u", seed);
}

void TestBillingStoreKills::measure()
{
    // The second time: the first one loads the driver, too.
    for (int time = 0; time < 2; ++time) {
        QElapsedTimer timer;
        timer.start();
        StoreWorker worker(m_file);
        for (int number = 1; number <= MostSaves; ++number)
            QVERIFY(save(worker, number));
        m_longestLife = static_cast<quint32>(std::max<qint64>(timer.nsecsElapsed() / 1000, 1));
        worker.close();
        removeFile();
    }
}

void TestBillingStoreKills::removeFile()
{
    QVERIFY(QDir(m_folder.filePath(u"data"_s)).removeRecursively());
}

/** Starts a program at this save, and kills it a moment after it has begun. Nothing is open here
 *  meanwhile: what is open would be the child's, too. */
std::optional<LastWord> TestBillingStoreKills::runAndKill(int number)
{
    int words[2];
    if (::pipe(words) != 0)
        return std::nullopt;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(words[0]);
        saveOnAndOn(m_file, number, words[1]);
    }
    ::close(words[1]);
    LastWord last;
    bool isSaid = ::read(words[0], &last, sizeof last) == sizeof last;
    // Not a wait for something: when it dies is what this is about.
    QThread::usleep(m_random.bounded(m_longestLife));
    ::kill(child, SIGKILL);
    int status = 0;
    isSaid = ::waitpid(child, &status, 0) == child && WIFSIGNALED(status) && isSaid;
    while (::read(words[0], &last, sizeof last) == sizeof last) {
    }
    ::close(words[0]);
    return isSaid ? std::optional(last) : std::nullopt;
}

void TestBillingStoreKills::keepsOldOrNewSnapshot()
{
    measure();
    int number = 0; // of the last save that the file has
    int atFirst = 0;
    int olds = 0;
    int news = 0;
    for (int kill = 0; kill < Kills; ++kill) {
        if (kill % FreshEvery == 0) {
            removeFile();
            number = 0;
        }
        const std::optional<LastWord> word = runAndKill(number + 1);
        QVERIFY(word && word->before > number && word->after >= word->before - 1);

        atFirst += word->before == number + 1 ? 1 : 0;
        StoreWorker worker(m_file);
        const StoreWorker::Reading reading = worker.readAll({plainAccount(1)}, Start);
        QCOMPARE(reading.problem, BillingStoreProblem::None);
        const PoolSnapshot known = reading.known.value(plainAccount(1).id);
        const auto isAt = [&](int save) {
            return known == (save == 0 ? PoolSnapshot() : inLaterRun(snapshotOf(save)));
        };
        if (word->after < word->before)
            ++(isAt(word->before) ? news : olds);
        number = isAt(word->before) ? word->before : word->after;
        QVERIFY(isAt(number));
        // The samples of one save are there with its answers.
        const UsageSamples samples = worker.samples(plainAccount(1).id, u"SSO"_s, Start);
        QCOMPARE(samples.size(), number);
        if (number > 0)
            QCOMPARE(samples.constLast().used, 2LL * number);

        QVERIFY(save(worker, ++number));
        worker.close();
    }
    qInfo("%d kills: %d while the file was opened, or at its first save; the old snapshot was left "
          "by %d, the new one by %d",
        Kills, atFirst, olds, news);
    QVERIFY(atFirst < Kills && olds + news > Kills / 10); // else it has shown nothing
}

QTEST_GUILESS_MAIN(TestBillingStoreKills)
#include "tst_billingstorekills.moc"
