// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/singleinstance.h"

#include "tests/support/heartbeat.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>
#include <vector>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using Claim = SingleInstance::Claim;

namespace {

constexpr auto Limit = 10'000ms; // so long that a busy machine does not reach it

/** A start in a process of its own, which is killed with this object. */
class Start
{
public:
    Start(const QString &folder, std::chrono::milliseconds limit, const QString &pool = {})
    {
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/instanceprogram"),
            {folder, QString::number(limit.count()), pool});
    }

    ~Start() { kill(); }

    void send(int signal) { ::kill(static_cast<pid_t>(m_process.processId()), signal); }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /** The next line it prints. */
    QByteArray line()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000))
            return "(nothing)";
        return m_process.readLine().trimmed();
    }

private:
    QProcess m_process;
};

QByteArray longLine()
{
    return QByteArray(4'000'000, 'x');
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void oneOfTwoStartsIsFirst();
    void killedOneLeavesNoLock();
    void killedOneIsFollowedWhileWaitedFor();
    void saysThatTheFirstDoesNotAnswer();
    void handsOverAll();
    void dropsOtherMessages_data();
    void dropsOtherMessages();
    void dropsWhoSaysNothing();
    void servesAmongMany();
    void isForTheUserAlone();
    void isAloneWithoutPrivateFolder();
    void isAloneWhereItCannotListen();

private:
    [[nodiscard]] QString folder() const { return m_home->filePath(QStringLiteral("run")); }
    [[nodiscard]] QString socket() const
    {
        return folder() + QStringLiteral("/genauth-dashboard.socket");
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestSingleInstance::init()
{
    failOnQtWarnings();
    m_home = std::make_unique<QTemporaryDir>();
}

void TestSingleInstance::oneOfTwoStartsIsFirst()
{
    for (int time = 0; time < 10; ++time) {
        Start one(folder(), Limit, QStringLiteral("one"));
        Start two(folder(), Limit, QStringLiteral("two"));
        const QByteArray first = one.line();
        const QByteArray second = two.line();
        if (first == "First") {
            QCOMPARE(second, QByteArray("HandedOver"));
            QCOMPARE(one.line(), QByteArray("asked two"));
        } else {
            QCOMPARE(first, QByteArray("HandedOver"));
            QCOMPARE(second, QByteArray("First"));
            QCOMPARE(two.line(), QByteArray("asked one"));
        }
    }
}

void TestSingleInstance::killedOneLeavesNoLock()
{
    for (int time = 0; time < 5; ++time) {
        Start first(folder(), Limit);
        QCOMPARE(first.line(), QByteArray("First"));
        QVERIFY(QFileInfo::exists(socket()));
        first.send(SIGKILL);
        Start next(folder(), Limit); // at once
        QCOMPARE(next.line(), QByteArray("First"));
    }
}

void TestSingleInstance::killedOneIsFollowedWhileWaitedFor()
{
    Start first(folder(), Limit);
    QCOMPARE(first.line(), QByteArray("First"));
    first.send(SIGSTOP);
    SingleInstance next(folder());
    std::thread killing([&first] {
        std::this_thread::sleep_for(100ms);
        first.send(SIGKILL);
    });
    const Claim claim = next.claim({}, Limit);
    killing.join();
    QCOMPARE(claim, Claim::First);
}

void TestSingleInstance::saysThatTheFirstDoesNotAnswer()
{
    Start first(folder(), Limit);
    QCOMPARE(first.line(), QByteArray("First"));
    first.send(SIGSTOP);
    QElapsedTimer clock;
    clock.start();
    SingleInstance next(folder());
    QCOMPARE(next.claim({}, 300ms), Claim::NoAnswer);
    QVERIFY(clock.elapsed() >= 270);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    first.send(SIGCONT);
    Start later(folder(), Limit);
    QCOMPARE(later.line(), QByteArray("HandedOver"));
}

void TestSingleInstance::handsOverAll()
{
    SingleInstance first(folder());
    QSignalSpy asked(&first, &SingleInstance::asked);
    QCOMPARE(first.claim({}, 0ms), Claim::First);
    const StartRequest request{.show = false,
        .refresh = true,
        .pool = QStringLiteral("用户池 \"%1\"\n"),
        .page = QStringLiteral("orders"),
        .activationToken = "genauth-1_TIME12345"};
    QLocalSocket caller;
    caller.connectToServer(socket());
    caller.write(toMessage(request));
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).value<StartRequest>(), request);
    QTRY_VERIFY(caller.canReadLine());
    QCOMPARE(caller.readAll(), QByteArray("taken\n"));
}

void TestSingleInstance::dropsOtherMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty line") << QByteArray("\n");
    QTest::newRow("no json") << QByteArray("show\n");
    QTest::newRow("another version") << QByteArray("{\"genauthDashboardStart\":2}\n");
    QTest::newRow("no version") << QByteArray("{\"show\":true}\n");
    QTest::newRow("a list") << QByteArray("[1]\n");
    QTest::newRow("another type") << QByteArray("{\"genauthDashboardStart\":1,\"show\":\"no\"}\n");
    QTest::newRow("a number for a name")
        << QByteArray("{\"genauthDashboardStart\":1,\"pool\":5}\n");
    QTest::newRow("a long name") << "{\"genauthDashboardStart\":1,\"pool\":\"" +
                                        QByteArray(401, 'x') + "\"}\n";
    QTest::newRow("zeros") << QByteArray(100, '\0') + '\n';
    QTest::newRow("megabytes") << longLine();
    QTest::newRow("megabytes and a line") << longLine() + '\n';
}

void TestSingleInstance::dropsOtherMessages()
{
    QFETCH(QByteArray, message);
    Heartbeat heartbeat;
    SingleInstance first(folder());
    QSignalSpy asked(&first, &SingleInstance::asked);
    QCOMPARE(first.claim({}, 0ms), Claim::First);
    QLocalSocket caller;
    QSignalSpy dropped(&caller, &QLocalSocket::disconnected);
    caller.connectToServer(socket());
    caller.write(message);
    QTRY_COMPARE(dropped.count(), 1);
    QCOMPARE(asked.count(), 0);
    QCOMPARE(caller.readAll(), QByteArray());
    QVERIFY2(heartbeat.longestTurn() < 1000, qPrintable(QString::number(heartbeat.longestTurn())));
}

void TestSingleInstance::dropsWhoSaysNothing()
{
    SingleInstance first(folder());
    first.setPatience(50ms);
    QCOMPARE(first.claim({}, 0ms), Claim::First);
    QLocalSocket silent;
    QLocalSocket half;
    QSignalSpy silentDropped(&silent, &QLocalSocket::disconnected);
    QSignalSpy halfDropped(&half, &QLocalSocket::disconnected);
    silent.connectToServer(socket());
    half.connectToServer(socket());
    half.write("{\"genauthDashboardStart\":1");
    QTRY_COMPARE(silentDropped.count(), 1);
    QTRY_COMPARE(halfDropped.count(), 1);
}

void TestSingleInstance::servesAmongMany()
{
    SingleInstance first(folder());
    first.setPatience(200ms);
    QSignalSpy asked(&first, &SingleInstance::asked);
    QCOMPARE(first.claim({}, 0ms), Claim::First);
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    for (int i = 0; i < 60; ++i) {
        silent.push_back(std::make_unique<QLocalSocket>());
        silent.back()->connectToServer(socket());
    }
    Start second(folder(), Limit, QStringLiteral("mine"));
    QCOMPARE(second.line(), QByteArray("HandedOver"));
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).value<StartRequest>().pool, QStringLiteral("mine"));
}

void TestSingleInstance::isForTheUserAlone()
{
    SingleInstance first(folder());
    QCOMPARE(first.claim({}, 0ms), Claim::First);
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(folder() + QStringLiteral("/genauth-dashboard.lock")), mine);
    QCOMPARE(QFile::permissions(socket()), mine);
    QCOMPARE(QFile::permissions(folder()), mine | QFile::ExeOwner | QFile::ExeUser);
}

void TestSingleInstance::isAloneWithoutPrivateFolder()
{
    QFile file(m_home->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    SingleInstance nowhere(file.fileName() + QStringLiteral("/run"));
    QCOMPARE(nowhere.claim({}, 0ms), Claim::Alone);
    QVERIFY(QFile::setPermissions(
        m_home->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther));
    SingleInstance open(m_home->path());
    QCOMPARE(open.claim({}, 0ms), Claim::Alone);
}

void TestSingleInstance::isAloneWhereItCannotListen()
{
    // The name of a socket has 107 bytes at most.
    SingleInstance deep(m_home->filePath(QString(120, u'd')));
    QCOMPARE(deep.claim({}, 0ms), Claim::Alone);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
