// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/connecting.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/stucklookup.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** How long people wait for a window to go away. */
constexpr qint64 LongestGoodbye = 2000;

/** What the program is at when it is told to quit. */
enum class At {
    Rest,
    ASlowAnswer,
    ASilentToken,
    ASilentPackage,
    ASilentHandshake,
    AStuckLookup,
    ATestOfASilentServer, ///< in the dialog that connects a pool
    ATestWithAStuckLookup,
};

bool isATest(At at)
{
    return at == At::ATestOfASilentServer || at == At::ATestWithAStuckLookup;
}

/** The dashboard with a demo server beside it that neither says anything nor ends by itself. */
QString besideSilentSandbox(TestHome &home)
{
    const QString program = home.path(u"bin/genauth-dashboard"_s);
    const QString sandbox = home.write(u"bin/genauth-sandbox"_s, "#!/bin/sh\nexec sleep 1000\n");
    if (!QFile::copy(dashboardProgram(), program))
        qFatal("the program cannot be copied");
    for (const QString &file : {program, sandbox})
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return program;
}

/** A program, its server and its home, brought into one of these states. */
class Scene
{
public:
    explicit Scene(At at);

    /** False when the state did not come about. */
    [[nodiscard]] bool isPlayed();
    /** As a person has to who wants to quit: past the dialog, if there is one. */
    Ended quit();

    FaultyServer server;
    TestHome home;
    std::unique_ptr<DrivenProgram> program;

private:
    [[nodiscard]] bool beginsTest();

    At m_at;
    QUrl m_host;
    QString m_mark;
};

Scene::Scene(At at)
    : m_at(at)
    , m_host(server.url())
    , m_mark(home.path(u"tmp/lookup"_s))
{
    speakGenAuth(server);
    if (at == At::ASlowAnswer)
        server.answer(packagePath(), {dribble("HTTP/1.1 200 OK\r\n", QByteArray(500, 'x'), 100ms)});
    if (at == At::ASilentToken || at == At::ATestOfASilentServer)
        server.answer(tokenPath(), {silence()});
    if (at == At::ASilentPackage)
        server.answer(packagePath(), {silence()});
    if (at == At::ASilentHandshake)
        m_host.setScheme(u"https"_s); // the server speaks no TLS: it waits for the end of a request
    if (at == At::AStuckLookup || at == At::ATestWithAStuckLookup) {
        m_host = stuckHost();
        stickLookups(home, m_mark);
    }
    if (!isATest(at))
        home.connectAccount(m_host, canaryKey().id, canaryKey().secret);
    program = std::make_unique<DrivenProgram>(QStringList{u"--lang=en"_s}, home);
}

bool Scene::beginsTest()
{
    return openConnectDialog(*program) &&
           typeConnection(*program,
               {m_host.toString(), canaryKey().id, QString::fromUtf8(canaryKey().secret)}) &&
           pressButton(*program, u"testButton"_s);
}

Ended Scene::quit()
{
    if (isATest(m_at))
        program->press("Escape");
    return program->quit();
}

bool Scene::isPlayed()
{
    if (!program->isReady() || (isATest(m_at) && !beginsTest()))
        return false;
    return program->waitUntil([this] {
        switch (m_at) {
        case At::Rest:
            return program->text("packageNameLabel") == u"Enterprise package"_s;
        case At::ASlowAnswer:
        case At::ASilentPackage:
            return server.hitsOn(packagePath()) == 1;
        case At::ASilentToken:
        case At::ATestOfASilentServer:
            return server.hitsOn(tokenPath()) == 1;
        case At::ASilentHandshake:
            return server.receivedBytes() > 0;
        case At::AStuckLookup:
        case At::ATestWithAStuckLookup:
            return QFile::exists(m_mark);
        }
        Q_UNREACHABLE();
    });
}

void everyState()
{
    QTest::addColumn<int>("at");
    const auto row = [](const char *name, At at) { QTest::newRow(name) << static_cast<int>(at); };
    row("at rest", At::Rest);
    row("refreshing", At::ASlowAnswer);
    row("signing in, no answer", At::ASilentToken);
    row("the package, no answer", At::ASilentPackage);
    row("TLS, no answer", At::ASilentHandshake);
    row("a lookup, no answer", At::AStuckLookup);
    row("testing a connection, no answer", At::ATestOfASilentServer);
    row("testing a connection, a lookup", At::ATestWithAStuckLookup);
}

} // namespace

/** Whatever the network does, the program as a user runs it ends when it is told to. */
class TestProgramQuitting : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void byKey_data() { everyState(); }
    void byKey();
    void bySignal_data() { everyState(); }
    void bySignal();
    void withTheDemo();
    void whileTheDemoStarts_data();
    void whileTheDemoStarts();
};

void TestProgramQuitting::byKey()
{
    QFETCH(int, at);
    Scene scene(static_cast<At>(at));
    QVERIFY2(scene.isPlayed(), scene.program->trouble());
    QElapsedTimer goodbye;
    goodbye.start();
    const Ended ended = scene.quit();
    const qint64 took = goodbye.elapsed();
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.output, QString());
    QCOMPARE(ended.errors, QString());
    QVERIFY2(took < LongestGoodbye, qPrintable(u"%1 ms"_s.arg(took)));
    QCOMPARE(scene.home.processes(), QList<qint64>());
    QTRY_COMPARE(scene.server.openConnections(), 0);
}

void TestProgramQuitting::bySignal()
{
    QFETCH(int, at);
    Scene scene(static_cast<At>(at));
    QVERIFY2(scene.isPlayed(), scene.program->trouble());
    QElapsedTimer goodbye;
    goodbye.start();
    scene.program->process().terminate();
    const Ended ended = scene.program->waitForEnd();
    const qint64 took = goodbye.elapsed();
    // It may be killed, but it does not break down.
    QCOMPARE(ended.errors, QString());
    QVERIFY2(took < LongestGoodbye, qPrintable(u"%1 ms"_s.arg(took)));
    QCOMPARE(scene.home.processes(), QList<qint64>());
    QTRY_COMPARE(scene.server.openConnections(), 0);
}

void TestProgramQuitting::withTheDemo()
{
    const TestHome home;
    DrivenProgram program({u"--demo"_s, u"--lang=en"_s}, home);
    QVERIFY2(program.waitForText(u"Enterprise for consumers"), program.trouble());
    QCOMPARE(home.processes().size(), 2);
    QElapsedTimer goodbye;
    goodbye.start();
    QCOMPARE(program.quit().exitCode, 0);
    QVERIFY2(goodbye.elapsed() < LongestGoodbye, qPrintable(u"%1 ms"_s.arg(goodbye.elapsed())));
    QTRY_COMPARE(home.processes(), QList<qint64>());
    QCOMPARE(home.files().keys(), QStringList());
}

void TestProgramQuitting::whileTheDemoStarts_data()
{
    QTest::addColumn<bool>("silent");
    QTest::newRow("as it does") << false;
    QTest::newRow("a demo server that says nothing") << true;
}

void TestProgramQuitting::whileTheDemoStarts()
{
    QFETCH(bool, silent);
    TestHome home;
    const QString dashboard = silent ? besideSilentSandbox(home) : dashboardProgram();
    DrivenProgram program({u"--lang=en"_s}, home, dashboard);
    QVERIFY2(program.isReady(), program.trouble());
    program.press("Ctrl+D");
    if (silent)
        QVERIFY2(
            program.waitUntil([&] { return home.processes().size() == 2; }), program.trouble());
    QElapsedTimer goodbye;
    goodbye.start();
    const Ended ended = program.quit();
    const qint64 took = goodbye.elapsed();
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.errors, QString());
    QVERIFY2(took < LongestGoodbye, qPrintable(u"%1 ms"_s.arg(took)));
    QTRY_COMPARE(home.processes(), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestProgramQuitting)
#include "tst_programquitting.moc"
