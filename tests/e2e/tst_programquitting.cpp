// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

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
};

/** A program, its server and its home, brought into one of these states. */
class Scene
{
public:
    explicit Scene(At at);

    /** False when the state did not come about. */
    [[nodiscard]] bool isPlayed();

    FaultyServer server;
    TestHome home;
    std::unique_ptr<DrivenProgram> program;

private:
    At m_at;
    QString m_mark;
};

Scene::Scene(At at)
    : m_at(at)
    , m_mark(home.path(u"tmp/lookup"_s))
{
    speakGenAuth(server);
    QUrl host = server.url();
    if (at == At::ASlowAnswer)
        server.answer(packagePath(), {dribble("HTTP/1.1 200 OK\r\n", QByteArray(500, 'x'), 100ms)});
    if (at == At::ASilentToken)
        server.answer(tokenPath(), {silence()});
    if (at == At::ASilentPackage)
        server.answer(packagePath(), {silence()});
    if (at == At::ASilentHandshake)
        host.setScheme(u"https"_s); // the server speaks no TLS: it waits for the end of a request
    if (at == At::AStuckLookup) {
        host = stuckHost();
        stickLookups(home, m_mark);
    }
    home.connectAccount(host, canaryKey().id, canaryKey().secret);
    program = std::make_unique<DrivenProgram>(QStringList{u"--lang=en"_s}, home);
}

bool Scene::isPlayed()
{
    return program->isReady() && program->waitUntil([this] {
        switch (m_at) {
        case At::Rest:
            return program->text("packageNameLabel") == u"Enterprise package"_s;
        case At::ASlowAnswer:
        case At::ASilentPackage:
            return server.hitsOn(packagePath()) == 1;
        case At::ASilentToken:
            return server.hitsOn(tokenPath()) == 1;
        case At::ASilentHandshake:
            return server.receivedBytes() > 0;
        case At::AStuckLookup:
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
};

void TestProgramQuitting::byKey()
{
    QFETCH(int, at);
    Scene scene(static_cast<At>(at));
    QVERIFY2(scene.isPlayed(), scene.program->trouble());
    QElapsedTimer goodbye;
    goodbye.start();
    const Ended ended = scene.program->quit();
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

QTEST_GUILESS_MAIN(TestProgramQuitting)
#include "tst_programquitting.moc"
