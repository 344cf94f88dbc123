// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sandbox/sandboxclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

/** A running genauth-sandbox, and what it announced. */
class Program
{
public:
    explicit Program(const QStringList &arguments = {})
    {
        m_process.start(QStringLiteral(GENAUTH_SANDBOX_PROGRAM), arguments);
        if (QTest::qWaitFor([this] { return m_process.canReadLine(); }))
            m_announcement = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] QUrl url() const { return QUrl(m_announcement["url"_L1].toString()); }
    [[nodiscard]] QList<SandboxPool> pools() const
    {
        const QJsonArray announced = m_announcement["pools"_L1].toArray();
        QList<SandboxPool> pools;
        for (const auto &pool : announced) {
            pools.append({pool["name"_L1].toString(), pool["userPoolId"_L1].toString(),
                pool["accessKeyId"_L1].toString(), pool["accessKeySecret"_L1].toString()});
        }
        return pools;
    }
    [[nodiscard]] bool endedWell()
    {
        return QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }) &&
               m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

    QProcess m_process;
    QJsonObject m_announcement;
};

/** What a program that ends by itself printed. */
struct Ended
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Ended run(const QStringList &arguments, const QString &standardInput = QProcess::nullDevice())
{
    QProcess process;
    process.setStandardInputFile(standardInput);
    process.start(QStringLiteral(GENAUTH_SANDBOX_PROGRAM), arguments);
    if (!process.waitForFinished(10'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestSandboxProgram : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void announcesOneLineAndServes();
    void servesUntilStandardInputCloses();
    void endsAtOnceWithoutAStandardInput();
    void endsOnSignals();
    void optionsReachTheServer();
    void servesFiftyPools();
    void listensOnTheGivenPort();
    void saysWhenThePortIsTaken();
    void helpAndVersion();
    void badOptions();
};

void TestSandboxProgram::announcesOneLineAndServes()
{
    Program program;
    QCOMPARE(program.m_announcement.keys(), (QStringList{u"pools"_s, u"url"_s}));
    QCOMPARE(program.url().host(), u"127.0.0.1");
    QCOMPARE(program.pools().size(), 5);
    QCOMPARE(program.pools()[0].name, u"Production");
    SandboxClient client(program.url());
    const PlainAnswer answer = client.package(client.bearer(program.pools()[0]));
    QCOMPARE(answer.statusCode(), 200);
    QCOMPARE(answer.data()["overdueDays"_L1].toString(), u"12");
    QCOMPARE(client.exchange(program.pools()[0].accessKeyId, u"0"_s).apiCode(), 2333);
    // Nothing else is ever printed, neither by requests nor at the end.
    program.m_process.closeWriteChannel();
    QVERIFY(program.endedWell());
    QCOMPARE(program.m_process.readAllStandardOutput(), QByteArray());
    QCOMPARE(program.m_process.readAllStandardError(), QByteArray());
}

void TestSandboxProgram::servesUntilStandardInputCloses()
{
    Program program;
    SandboxClient client(program.url());
    program.m_process.write("what comes in is read and forgotten\n");
    QVERIFY(program.m_process.waitForBytesWritten());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.package({}).statusCode(), 401);
    QCOMPARE(program.m_process.state(), QProcess::Running);
    program.m_process.closeWriteChannel();
    QVERIFY(program.endedWell());
}

void TestSandboxProgram::endsAtOnceWithoutAStandardInput()
{
    const Ended ended = run({});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.output.count('\n'), 1);
    QCOMPARE(ended.errors, QByteArray());

    // Not even a closed one: "<&-" in a shell.
    QProcess shell;
    shell.start(
        u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" <&-"_s, QStringLiteral(GENAUTH_SANDBOX_PROGRAM)});
    QVERIFY(shell.waitForFinished(10'000));
    QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
    QCOMPARE(shell.exitCode(), 0);
}

void TestSandboxProgram::endsOnSignals()
{
    for (const int signal : {SIGTERM, SIGINT}) {
        Program program;
        QVERIFY(program.url().isValid());
        QCOMPARE(::kill(pid_t(program.m_process.processId()), signal), 0);
        QVERIFY(program.endedWell());
    }
}

void TestSandboxProgram::optionsReachTheServer()
{
    Program program({u"--lang=zh"_s, u"--fault"_s, u"预发布环境=bad-gateway"_s, u"--fault"_s,
        u"1=forbidden"_s, u"--orders=10000"_s, u"--fault=2=throttled@get-usage-info"_s});
    QCOMPARE(program.pools().value(3).name, u"预发布环境");
    SandboxClient client(program.url());
    QCOMPARE(client.exchange(program.pools()[3].accessKeyId, {}).status, 502);
    QCOMPARE(client.package(client.bearer(program.pools()[0])).statusCode(), 403);
    const HeaderList headers{{"Authorization", client.bearer(program.pools()[1])}};
    QCOMPARE(client.get("/api/v3/get-current-package-info", headers).statusCode(), 200);
    QCOMPARE(client.get("/api/v3/get-usage-info", headers).statusCode(), 429);
    const QJsonObject lastPage = client.get("/api/v3/get-orders?page=1000", headers).data();
    QCOMPARE(lastPage["totalCount"_L1].toString(), u"10000");
    QCOMPARE(lastPage["list"_L1].toArray().size(), 10);
}

void TestSandboxProgram::servesFiftyPools()
{
    Program program({u"--pools"_s, u"50"_s});
    QCOMPARE(program.pools().size(), 50);
    SandboxClient client(program.url());
    for (const SandboxPool &pool : program.pools())
        QCOMPARE(client.package(client.bearer(pool)).statusCode(), 200);
}

void TestSandboxProgram::listensOnTheGivenPort()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    Program program({u"--port"_s, QString::number(port)});
    QCOMPARE(program.url().port(), port);
}

void TestSandboxProgram::saysWhenThePortIsTaken()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const Ended ended = run({u"--port"_s, QString::number(taken.serverPort())});
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.output, QByteArray());
    QVERIFY(
        ended.errors.contains("cannot listen on port " + QByteArray::number(taken.serverPort())));
}

void TestSandboxProgram::helpAndVersion()
{
    const Ended help = run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains("until its standard input closes"));
    QVERIFY(help.output.contains("captive portal"));
    QCOMPARE(run({u"--version"_s}).output, "genauth-sandbox " GENAUTH_VERSION "\n");
}

void TestSandboxProgram::badOptions()
{
    for (const QString &option : {u"--nope"_s, u"--pools=0"_s, u"--fault=1=nope"_s, u"stray"_s}) {
        const Ended ended = run({option});
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.output, QByteArray());
        QVERIFY2(ended.errors.startsWith("genauth-sandbox: "), ended.errors.constData());
        QCOMPARE(ended.errors.count('\n'), 1);
    }
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
