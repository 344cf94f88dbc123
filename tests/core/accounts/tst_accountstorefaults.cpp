// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Full disks, other users, other programs: the old list stands, and nobody's change is lost.

#include "core/accounts/accountstore.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/qtwarnings.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Problem = AccountStoreProblem;

namespace {

/** As long as others need on a busy machine. */
constexpr auto LongPatience = 60s;

std::optional<Problem> add(
    const QString &file, int number, std::chrono::milliseconds patience = LongPatience)
{
    return AccountStore(file, patience).change([number](AccountList &list) {
        list.accounts.append(plainAccount(number));
    });
}

/** What a child returns: the problem's number, or 100 for none. */
int codeOf(const std::optional<Problem> &problem)
{
    return problem ? static_cast<int>(*problem) : 100;
}

/** Of this process, until it is killed: no file grows longer than this. */
bool limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

constexpr uid_t Nobody = 65534;

/** Makes a child of root's nobody's, whom modes concern; others are somebody already. */
bool becomeSomebody()
{
    return ::geteuid() != 0 || (::setgid(Nobody) == 0 && ::setuid(Nobody) == 0);
}

/** Gives the file to whom becomeSomebody() makes. */
bool giveAway(const QString &path)
{
    return ::geteuid() != 0 || ::chown(QFile::encodeName(path).constData(), Nobody, Nobody) == 0;
}

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

} // namespace

class TestAccountStoreFaults : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void standsAFullDisk();
    void standsAFullDiskWithADamagedList();
    void respectsModes_data();
    void respectsModes();
    void refusesOtherThings_data();
    void refusesOtherThings();
    void standsAFileInPlaceOfTheFolder();
    void setsModesWhateverTheUmask_data();
    void setsModesWhateverTheUmask();
    void waitsForOthersButNotForLong();
    void losesNothingBetweenPrograms();
    void losesNothingBetweenThreads();

private:
    std::optional<QTemporaryDir> m_folder;
    QString m_file;
};

void TestAccountStoreFaults::init()
{
    failOnQtWarnings();
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(u"pools.json"_s);
}

void TestAccountStoreFaults::standsAFullDisk()
{
    QVERIFY(!add(m_file, 1));
    const QByteArray before = contentOf(m_file);
    const ino_t inode = inodeOf(m_file);
    // The new list is longer by one pool: no room for its last byte.
    const int problem = inChild([&] {
        return limitFiles(static_cast<rlim_t>(before.size())) ? codeOf(add(m_file, 2)) : -1;
    });
    QCOMPARE(problem, codeOf(Problem::NotWritten));
    QCOMPARE(contentOf(m_file), before);
    QCOMPARE(inodeOf(m_file), inode);
    QCOMPARE(namesIn(m_folder->path()), QStringList({u"pools.json"_s, u"pools.json.lock"_s}));
    QVERIFY(!add(m_file, 2));
}

void TestAccountStoreFaults::standsAFullDiskWithADamagedList()
{
    QVERIFY(fill(m_file, "damaged"));
    const int problem = inChild([&] { return limitFiles(10) ? codeOf(add(m_file, 2)) : -1; });
    QCOMPARE(problem, codeOf(Problem::NotWritten));
    QCOMPARE(contentOf(m_file), "damaged");
    QCOMPARE(namesIn(m_folder->path()), QStringList({u"pools.json"_s, u"pools.json.lock"_s}));
}

void TestAccountStoreFaults::respectsModes_data()
{
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("loadProblem");
    QTest::addColumn<int>("changeProblem");
    const int none = codeOf(std::nullopt);
    const int notWritten = codeOf(Problem::NotWritten);
    const int unreadable = codeOf(Problem::Unreadable);
    QTest::newRow("all is well") << 0700 << 0600 << none << none;
    QTest::newRow("a folder to read") << 0500 << 0600 << none << notWritten;
    QTest::newRow("a file to read") << 0700 << 0400 << none << notWritten;
    QTest::newRow("a file not to read") << 0700 << 0200 << unreadable << unreadable;
    QTest::newRow("a folder not to enter") << 0600 << 0600 << unreadable << unreadable;
}

void TestAccountStoreFaults::respectsModes()
{
    QFETCH(const int, folderMode);
    QFETCH(const int, fileMode);
    QVERIFY(!add(m_file, 1));
    const QByteArray before = contentOf(m_file);
    QVERIFY(QFile::remove(m_file + u".lock"_s));
    QVERIFY(giveAway(m_folder->path()) && giveAway(m_file));
    QVERIFY(setMode(m_file, static_cast<mode_t>(fileMode)));
    QVERIFY(setMode(m_folder->path(), static_cast<mode_t>(folderMode)));

    const int loadProblem = inChild(
        [&] { return becomeSomebody() ? codeOf(AccountStore(m_file).load().problem) : -1; });
    const int changeProblem =
        inChild([&] { return becomeSomebody() ? codeOf(add(m_file, 2)) : -1; });

    const auto modeAfter = static_cast<int>(modeOf(m_folder->path()));
    QVERIFY(setMode(m_folder->path(), 0700) && setMode(m_file, 0600));
    QTEST(loadProblem, "loadProblem");
    QTEST(changeProblem, "changeProblem");
    QCOMPARE(modeAfter, folderMode);
    QCOMPARE(contentOf(m_file) == before, changeProblem != codeOf(std::nullopt));
}

void TestAccountStoreFaults::refusesOtherThings_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"folder", "pipe", "/dev/full", "/dev/zero", "/dev/tty"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestAccountStoreFaults::refusesOtherThings()
{
    QFETCH(const QString, what);
    const auto putThere = [&](const QString &path) {
        const QByteArray name = QFile::encodeName(path);
        if (what == "folder"_L1)
            return QDir().mkdir(path);
        if (what == "pipe"_L1)
            return ::mkfifo(name.constData(), 0600) == 0;
        return ::symlink(QFile::encodeName(what).constData(), name.constData()) == 0;
    };
    QVERIFY(putThere(m_file));
    QVERIFY(AccountStore(m_file).load().problem == Problem::Unreadable);
    QVERIFY(add(m_file, 1) == Problem::Unreadable);
    QCOMPARE(namesIn(m_folder->path()), QStringList(u"pools.json"_s));
    QVERIFY(!QFile::exists(what + u".lock"_s));

    // In place of the lock: without one, nothing is written.
    const QString other = m_folder->filePath(u"other.json"_s);
    QVERIFY(putThere(other + u".lock"_s));
    QVERIFY(add(other, 1) == Problem::NotWritten);
    QVERIFY(!AccountStore(other).load().problem);
    QVERIFY(!QFile::exists(other));
}

void TestAccountStoreFaults::standsAFileInPlaceOfTheFolder()
{
    const QString folder = m_folder->filePath(u"genauth-dashboard"_s);
    QVERIFY(fill(folder, "mine"));
    QVERIFY(add(folder + u"/pools.json"_s, 1) == Problem::NotWritten);
    QVERIFY(add(folder + u"/deeper/pools.json"_s, 1) == Problem::NotWritten);
    QCOMPARE(contentOf(folder), "mine");
    QVERIFY(AccountStore(folder + u"/pools.json"_s).load().list == AccountList());
}

void TestAccountStoreFaults::setsModesWhateverTheUmask_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("000") << 0;
    QTest::newRow("022") << 022;
    QTest::newRow("077") << 077;
    QTest::newRow("277") << 0277;
}

void TestAccountStoreFaults::setsModesWhateverTheUmask()
{
    QFETCH(const int, mask);
    const QString made = m_folder->filePath(u"a/b/pools.json"_s);
    QVERIFY(fill(m_file, "damaged"));
    QVERIFY(setMode(m_file, 0666) && setMode(m_folder->path(), 0755));
    const int problem = inChild([&] {
        ::umask(static_cast<mode_t>(mask));
        return codeOf(add(made, 1)) == 100 ? codeOf(add(m_file, 1)) : 1;
    });
    QCOMPARE(problem, 100);
    for (const QString &file :
        {made, made + u".lock"_s, m_file, m_file + u".lock"_s, m_file + u".damaged-1"_s})
        QVERIFY2(modeOf(file) == 0600, qPrintable(file));
    QCOMPARE(modeOf(m_folder->filePath(u"a"_s)), 0700U);
    QCOMPARE(modeOf(m_folder->filePath(u"a/b"_s)), 0700U);
    QCOMPARE(modeOf(m_folder->path()), 0755U);
}

void TestAccountStoreFaults::waitsForOthersButNotForLong()
{
    QVERIFY(!add(m_file, 1));
    const int lock = ::open(QFile::encodeName(m_file + u".lock"_s).constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(lock >= 0);
    QCOMPARE(::flock(lock, LOCK_EX), 0);
    QVERIFY(add(m_file, 2, 0ms) == Problem::NotWritten);
    QVERIFY(add(m_file, 2, 20ms) == Problem::NotWritten);
    QCOMPARE(AccountStore(m_file).load().list.accounts.size(), 1); // reading waits for nobody

    std::optional<Problem> problem = Problem::NotWritten;
    std::thread waiting([&] { problem = add(m_file, 2); });
    ::close(lock);
    waiting.join();
    QVERIFY(!problem);
    QCOMPARE(AccountStore(m_file).load().list.accounts.size(), 2);
}

void TestAccountStoreFaults::losesNothingBetweenPrograms()
{
    constexpr int programs = 4;
    constexpr int each = 25;
    std::vector<pid_t> children;
    for (int program = 0; program < programs; ++program) {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            for (int i = 0; i < each; ++i) {
                if (add(m_file, program * 1000 + i))
                    ::_exit(1);
            }
            ::_exit(0);
        }
        children.push_back(child);
    }
    // Meanwhile whoever reads sees a whole list, longer each time or as long.
    qsizetype seen = 0;
    bool readsWell = true;
    for (const pid_t child : children) {
        int status = 0;
        while (::waitpid(child, &status, WNOHANG) == 0) {
            const auto reading = AccountStore(m_file).load();
            readsWell = readsWell && !reading.problem && reading.list.accounts.size() >= seen;
            seen = reading.list.accounts.size();
        }
        QCOMPARE(status, 0);
    }
    QVERIFY(readsWell);
    QSet<QUuid> ids;
    const AccountList list = AccountStore(m_file).load().list;
    for (const Account &account : list.accounts)
        ids.insert(account.id);
    QCOMPARE(ids.size(), programs * each);
    QCOMPARE(list.accounts.size(), programs * each);
    QVERIFY(list.notUnderstood.isEmpty());
}

void TestAccountStoreFaults::losesNothingBetweenThreads()
{
    constexpr int each = 40;
    const auto addSome = [this](int from) {
        for (int i = 0; i < each; ++i)
            (void)add(m_file, from + i);
    };
    std::thread other(addSome, 0);
    addSome(1000);
    other.join();
    QCOMPARE(AccountStore(m_file).load().list.accounts.size(), 2 * each);
}

QTEST_APPLESS_MAIN(TestAccountStoreFaults)
#include "tst_accountstorefaults.moc"
