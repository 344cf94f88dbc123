// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demosandbox.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

const QString RealSandbox = QStringLiteral(GENAUTH_SANDBOX_PROGRAM);

/** A program of a shell's commands, in a folder of its own. */
class ShellProgram
{
public:
    explicit ShellProgram(const QString &commands)
    {
        QFile script(path());
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\n" + commands.toUtf8() + '\n');
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"program"_s); }
    /** What the commands wrote to "$0.NAME". */
    [[nodiscard]] QByteArray written(const QString &name) const
    {
        QFile file(path() + u'.' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

bool isRunning(qint64 processId)
{
    return ::kill(static_cast<pid_t>(processId), 0) == 0;
}

} // namespace

class TestDemoSandbox : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void startsTheRealProgram_data();
    void startsTheRealProgram();
    void givesTheChildNoSecrets();
    void endsTheChildWithItself();
    void endsAChildThatDoesNotListen();
    void failsOnceWhenNothingComes_data();
    void failsOnceWhenNothingComes();
    void staysStartedWhenTheChildEnds();
    void mayGoBeforeItHasStarted();
};

void TestDemoSandbox::startsTheRealProgram_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::newRow("English") << u"en"_s << u"Production"_s;
    QTest::newRow("Chinese") << u"zh"_s << u"生产环境"_s;
}

void TestDemoSandbox::startsTheRealProgram()
{
    QFETCH(QString, language);
    DemoSandbox sandbox(RealSandbox);
    QList<PoolAccess> pools;
    connect(&sandbox, &DemoSandbox::started, this,
        [&pools](const QList<PoolAccess> &started) { pools = started; });
    QSignalSpy failed(&sandbox, &DemoSandbox::failed);
    sandbox.start(language);
    QTRY_COMPARE(pools.size(), 5);
    QVERIFY(failed.isEmpty());
    QTEST(pools.constFirst().account.name, "name");
    QSet<QUuid> ids;
    for (const PoolAccess &pool : pools) {
        QVERIFY(isLoopback(pool.account.host));
        QVERIFY(!pool.account.poolId.isEmpty());
        QVERIFY(pool.key.isValid());
        ids.insert(pool.account.id);
    }
    QCOMPARE(ids.size(), pools.size());
    // It listens where it says.
    QTcpSocket socket;
    const QUrl host = pools.constFirst().account.host;
    socket.connectToHost(host.host(), static_cast<quint16>(host.port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void TestDemoSandbox::givesTheChildNoSecrets()
{
    qputenv("GENAUTH_ACCESS_KEY_SECRET", "CANARY-SECRET");
    qputenv("GENAUTH_HOST", "https://pool.example");
    qputenv("CREDENTIALS_DIRECTORY", "/run/credentials");
    const ShellProgram program(u"env > \"$0.environment\"; exec '"_s + RealSandbox + u"' \"$@\""_s);
    DemoSandbox sandbox(program.path());
    QSignalSpy started(&sandbox, &DemoSandbox::started);
    sandbox.start(u"en"_s);
    QTRY_COMPARE(started.size(), 1);
    qunsetenv("GENAUTH_ACCESS_KEY_SECRET");
    qunsetenv("GENAUTH_HOST");
    qunsetenv("CREDENTIALS_DIRECTORY");
    const QByteArray environment = program.written(u"environment"_s);
    QVERIFY(environment.contains("PATH="));
    QVERIFY2(!environment.contains("GENAUTH_"), environment.constData());
    QVERIFY2(!environment.contains("CREDENTIALS_DIRECTORY"), environment.constData());
    QVERIFY2(!environment.contains("CANARY"), environment.constData());
}

void TestDemoSandbox::endsTheChildWithItself()
{
    const ShellProgram program(u"echo $$ > \"$0.pid\"; exec '"_s + RealSandbox + u"' \"$@\""_s);
    auto sandbox = std::make_unique<DemoSandbox>(program.path());
    QSignalSpy started(sandbox.get(), &DemoSandbox::started);
    QSignalSpy failed(sandbox.get(), &DemoSandbox::failed);
    sandbox->start(u"en"_s);
    QTRY_COMPARE(started.size(), 1);
    const qint64 child = program.written(u"pid"_s).trimmed().toLongLong();
    QVERIFY(child > 0 && isRunning(child));
    sandbox.reset();
    QTRY_VERIFY(!isRunning(child));
    QVERIFY(failed.isEmpty());
}

void TestDemoSandbox::endsAChildThatDoesNotListen()
{
    const ShellProgram program(u"trap '' TERM; echo $$ > \"$0.pid\"; exec sleep 600"_s);
    auto sandbox = std::make_unique<DemoSandbox>(program.path());
    sandbox->start(u"en"_s);
    QTRY_VERIFY(program.written(u"pid"_s).endsWith('\n'));
    const qint64 child = program.written(u"pid"_s).trimmed().toLongLong();
    QVERIFY(child > 0);
    sandbox.reset();
    QTRY_VERIFY(!isRunning(child));
}

void TestDemoSandbox::failsOnceWhenNothingComes_data()
{
    QTest::addColumn<QString>("commands");
    QTest::newRow("missing") << QString();
    QTest::newRow("ends well, says nothing") << u"exit 0"_s;
    QTest::newRow("ends badly") << u"exit 1"_s;
    QTest::newRow("half a line") << u"printf '{\"url\":\"http'"_s;
    QTest::newRow("no JSON") << u"echo Hello; cat"_s;
    QTest::newRow("no pools") << u"echo '{\"url\":\"http://127.0.0.1:1\",\"pools\":[]}'; cat"_s;
    QTest::newRow("a host that is not here")
        << u"echo '{\"url\":\"http://pool.example\",\"pools\":[{\"name\":\"x\"}]}'; cat"_s;
    QTest::newRow("silent") << u"cat"_s;
}

void TestDemoSandbox::failsOnceWhenNothingComes()
{
    QFETCH(QString, commands);
    const ShellProgram program(commands);
    DemoSandbox sandbox(commands.isEmpty() ? u"/nowhere/genauth-sandbox"_s : program.path(),
        std::chrono::milliseconds(commands == u"cat"_s ? 50 : 10'000));
    QSignalSpy started(&sandbox, &DemoSandbox::started);
    QSignalSpy failed(&sandbox, &DemoSandbox::failed);
    sandbox.start(u"en"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.wait(50));
    QVERIFY(started.isEmpty());
}

void TestDemoSandbox::staysStartedWhenTheChildEnds()
{
    const ShellProgram program(u"echo $$ > \"$0.pid\"; exec '"_s + RealSandbox + u"' \"$@\""_s);
    DemoSandbox sandbox(program.path());
    QSignalSpy started(&sandbox, &DemoSandbox::started);
    QSignalSpy failed(&sandbox, &DemoSandbox::failed);
    sandbox.start(u"en"_s);
    QTRY_COMPARE(started.size(), 1);
    const qint64 child = program.written(u"pid"_s).trimmed().toLongLong();
    QCOMPARE(::kill(static_cast<pid_t>(child), SIGKILL), 0);
    QTRY_VERIFY(!isRunning(child));
    QVERIFY(!failed.wait(50));
}

void TestDemoSandbox::mayGoBeforeItHasStarted()
{
    {
        DemoSandbox never(RealSandbox);
    }
    DemoSandbox sandbox(RealSandbox);
    sandbox.start(u"en"_s);
}

QTEST_GUILESS_MAIN(TestDemoSandbox)
#include "tst_demosandbox.moc"
