// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whenever a program is killed, its list is the one before or the one after, whole.

#include "core/accounts/accountstore.h"
#include "tests/core/accounts/accountchanges.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <optional>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int Kills = 200;
/** The longest that a program lives after its first word. */
constexpr int MostChanges = 4;

/** What the killed program said last. */
struct LastWord
{
    bool isBefore = false;
    int number = 0;
};

std::optional<LastWord> lastWordOf(const QByteArray &output)
{
    const QList<QByteArray> words = output.trimmed().split('\n').last().split(' ');
    if (words.size() != 2 || !output.endsWith('\n'))
        return std::nullopt;
    return LastWord{words.first() == "before", words.last().toInt()};
}

} // namespace

class TestAccountStoreKills : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsOldOrNewList();

private:
    [[nodiscard]] std::optional<LastWord> runAndKill(int number);

    QTemporaryDir m_folder;
    QString m_file;
    QRandomGenerator m_random;
    quint32 m_longestLife = 0; ///< in microseconds
};

void TestAccountStoreKills::initTestCase()
{
    failOnQtWarnings();
    QVERIFY(m_folder.isValid());
    m_file = m_folder.filePath(u"pools.json"_s);
    bool isGiven = false;
    quint32 seed = qEnvironmentVariable("GENAUTH_TEST_SEED").toUInt(&isGiven);
    if (!isGiven)
        seed = QRandomGenerator::global()->generate();
    m_random.seed(seed);
    qInfo("GENAUTH_TEST_SEED=%u", seed);
}

/** Starts the program at this change, and kills it a moment after it has begun. */
std::optional<LastWord> TestAccountStoreKills::runAndKill(int number)
{
    QProcess program;
    program.start(QStringLiteral(GENAUTH_ACCOUNT_CHANGER), {m_file, QString::number(number)});
    if (!program.waitForReadyRead())
        return std::nullopt;
    // Not a wait for something: when it dies is what this is about.
    QThread::usleep(m_random.bounded(m_longestLife));
    program.kill();
    // It must not have ended before, by itself.
    if (!program.waitForFinished() || program.exitStatus() != QProcess::CrashExit)
        return std::nullopt;
    return lastWordOf(program.readAllStandardOutput());
}

void TestAccountStoreKills::keepsOldOrNewList()
{
    const QStringList tidy{u"pools.json"_s, u"pools.json.lock"_s};
    AccountList list = firstList();
    AccountStore store(m_file, 0ms);
    QVERIFY(!store.change([&](AccountList &now) { now = list; }));

    int number = 0; // of the last change that `list` has
    QElapsedTimer timer;
    timer.start();
    while (number < MostChanges) {
        QVERIFY(!store.change([&](AccountList &now) { makeChange(number + 1, now); }));
        makeChange(++number, list);
    }
    m_longestLife = static_cast<quint32>(std::max<qint64>(timer.nsecsElapsed() / 1000, 1));

    int olds = 0;
    int news = 0;
    int leftovers = 0;
    for (int kill = 0; kill < Kills; ++kill) {
        const std::optional<LastWord> word = runAndKill(number + 1);
        QVERIFY(word && word->number > number);
        const int whole = word->isBefore ? word->number - 1 : word->number;
        while (number < whole)
            makeChange(++number, list);

        const AccountStore::Reading reading = store.load();
        QVERIFY(!reading.problem);
        QCOMPARE(modeOf(m_file), 0600U);
        if (word->isBefore && reading.list != list) {
            makeChange(++number, list);
            ++news;
        } else if (word->isBefore) {
            ++olds;
        }
        QVERIFY(reading.list == list);
        leftovers += namesIn(m_folder.path()) == tidy ? 0 : 1;

        // Whatever it held, the next one need not wait for, and cleans up.
        QVERIFY(!store.change([&](AccountList &now) { makeChange(number + 1, now); }));
        makeChange(++number, list);
        QVERIFY(store.load().list == list);
        QCOMPARE(namesIn(m_folder.path()), tidy);
    }
    qInfo("%d kills, %d changes: in the middle of one %d, of which %d left the old list and %d the "
          "new one; %d left a file behind",
        Kills, number, olds + news, olds, news, leftovers);
    QVERIFY(olds + news > Kills / 10); // else it has shown nothing
}

QTEST_GUILESS_MAIN(TestAccountStoreKills)
#include "tst_accountstorekills.moc"
