// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/languages.h"
#include "tests/e2e/connecting.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/sandboxprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray NewSecret = "CANARY-SECRET-of-the-new-key";
const QByteArray OldToken = jwt({{u"scoped_userpool_id"_s, claimedPool()}, {u"n"_s, 1}});
const QByteArray NewToken = jwt({{u"scoped_userpool_id"_s, claimedPool()}, {u"n"_s, 2}});

TypedConnection typedFor(const FaultyServer &server)
{
    return {server.url().toString(), canaryKey().id, QString::fromUtf8(canaryKey().secret)};
}

/** From now on the new key is the only one that opens the pool, as after a change in the console.
 */
void rotateKey(FaultyServer &server)
{
    server.answerWith(tokenPath(), [](const RecordedRequest &request) {
        return request.body.contains(NewSecret) ? goodToken(NewToken) : refusal(401, 2020);
    });
    server.answerWith(packagePath(), [](const RecordedRequest &request) {
        return request.raw.contains(NewToken) ? goodPackage() : refusal(401, 2020);
    });
}

} // namespace

/** The dialog that connects a pool, in the real program and by keyboard. */
class TestProgramConnecting : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysEachStepInTurn_data() { bothLanguages(); }
    void saysEachStepInTurn();
    void aWrongSecretFailsAtTheKey_data() { bothLanguages(); }
    void aWrongSecretFailsAtTheKey();
    void escapeEndsTheTest();
    void changesAfterTheTestAskForAnother();
    void replacesAKey();

private:
    void start();
    void startConnected();
    void openDialogOn(const FaultyServer &server);
    [[nodiscard]] bool isSaid(const QString &text) const { return isSaidIn(m_language, text); }
    /** Asks again, until this was asked for, and waits for the answer. */
    [[nodiscard]] bool refreshes(const QString &path);

    UiLanguage m_language = UiLanguage::English;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<DrivenProgram> m_program;
};

void TestProgramConnecting::init()
{
    failOnQtWarnings();
    m_language = UiLanguage::English;
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_home = std::make_unique<TestHome>();
}

void TestProgramConnecting::cleanup()
{
    m_program.reset();
    m_home.reset();
    m_server.reset();
}

void TestProgramConnecting::start()
{
    m_program = std::make_unique<DrivenProgram>(
        QStringList{m_language == UiLanguage::English ? u"--lang=en"_s : u"--lang=zh"_s}, *m_home);
    QVERIFY2(m_program->isReady(), m_program->trouble());
}

void TestProgramConnecting::openDialogOn(const FaultyServer &server)
{
    QVERIFY2(openConnectDialog(*m_program), m_program->trouble());
    QVERIFY2(typeConnection(*m_program, typedFor(server)), m_program->trouble());
    QVERIFY2(pressButton(*m_program, u"testButton"_s), m_program->trouble());
}

void TestProgramConnecting::saysEachStepInTurn()
{
    m_language = languageOfRow();
    m_server->answer(tokenPath(), {silence()});
    m_server->answer(packagePath(), {silence()});
    start();
    openDialogOn(*m_server);
    // The host has been reached, nothing had to be encrypted on this computer, the key is tried.
    QVERIFY2(m_program->waitUntil([this] { return isSaid(stepsOfTest(*m_program)[2]); }),
        m_program->trouble());
    QStringList steps = stepsOfTest(*m_program);
    QVERIFY2(isSaid(steps[0]) && isSaid(steps[1]), qUtf8Printable(steps.join(u" | "_s)));
    QCOMPARE(steps.sliced(3), QStringList(2));
    const QString tried = steps[2];

    QVERIFY2(m_program->waitUntil([this] { return m_server->hitsOn(tokenPath()) == 1; }),
        m_program->trouble());
    m_server->answerLate(tokenPath(), goodToken());
    QVERIFY2(m_program->waitUntil([this] { return isSaid(stepsOfTest(*m_program)[4]); }),
        m_program->trouble());
    steps = stepsOfTest(*m_program);
    QVERIFY2(isSaid(steps[2]) && steps[2] != tried, qUtf8Printable(steps[2]));
    QCOMPARE(steps[3], claimedPool());
    const QString asked = steps[4];
    QVERIFY(!m_program->widget("connectButton").enabled);
    QVERIFY(!m_program->widget("testButton").enabled);

    QVERIFY2(m_program->waitUntil([this] { return m_server->hitsOn(packagePath()) == 1; }),
        m_program->trouble());
    m_server->answerLate(packagePath(), goodPackage());
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("connectButton").enabled; }),
        m_program->trouble());
    QVERIFY(stepsOfTest(*m_program)[4] != asked);
    QVERIFY(!m_program->widget("checkAdviceLabel").visible);
}

void TestProgramConnecting::aWrongSecretFailsAtTheKey()
{
    m_language = languageOfRow();
    SandboxProgram sandbox(*m_home);
    QVERIFY(sandbox.isReady());
    start();
    QVERIFY2(openConnectDialog(*m_program), m_program->trouble());
    QVERIFY2(typeConnection(*m_program, {sandbox.url(), sandbox.keyId(), u"not-the-secret"_s}),
        m_program->trouble());
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    const QStringList steps = stepsOfTest(*m_program);
    QVERIFY2(isSaid(steps[0]) && isSaid(steps[2]), qUtf8Printable(steps.join(u" | "_s)));
    QCOMPARE(steps.sliced(3), QStringList(2));
    QVERIFY2(isSaid(m_program->text("checkAdviceLabel")), m_program->trouble());
    QVERIFY(!m_program->widget("connectButton").enabled);
    // The same test again is one key away.
    QCOMPARE(m_program->focus().name, u"testButton"_s);

    QVERIFY2(typeInto(*m_program, u"secretEdit"_s, sandbox.secret()), m_program->trouble());
    QVERIFY(!m_program->widget("checkList").visible);
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    QVERIFY(m_program->widget("connectButton").enabled);
}

void TestProgramConnecting::escapeEndsTheTest()
{
    m_server->answer(tokenPath(), {silence()});
    start();
    openDialogOn(*m_server);
    QVERIFY2(m_program->waitUntil([this] { return m_server->hitsOn(tokenPath()) == 1; }),
        m_program->trouble());
    m_program->press("Escape");
    QVERIFY2(m_program->waitUntil([this] { return !m_program->widget("connectDialog").visible; }),
        m_program->trouble());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(m_program->focus().name, u"connectPoolButton"_s);

    // Nothing stayed, and a late answer could not change that.
    QVERIFY2(openConnectDialog(*m_program), m_program->trouble());
    for (const char *field : {"keyIdEdit", "secretEdit"})
        QCOMPARE(m_program->text(QLatin1String(field)), QString());
    QVERIFY(!m_program->widget("checkList").visible);
    m_program->press("Escape");
    QVERIFY(!m_program->widget("packagePage").visible);
    QCOMPARE(m_server->hitsOn(packagePath()), 0);
    QCOMPARE(m_program->quit().errors, QString());
}

void TestProgramConnecting::changesAfterTheTestAskForAnother()
{
    start();
    openDialogOn(*m_server);
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("connectButton").enabled; }),
        m_program->trouble());
    QVERIFY2(m_program->tabTo("secretEdit"), m_program->trouble());
    m_program->type(u"x");
    QVERIFY(!m_program->widget("connectButton").enabled);
    QVERIFY(!m_program->widget("checkList").visible);
}

void TestProgramConnecting::startConnected()
{
    m_home->connectAccount(m_server->url(), canaryKey().id, canaryKey().secret);
    start();
    QVERIFY2(m_program->waitUntil(
                 [this] { return m_program->text("mauQuantityCard/valueLabel") == u"1,000"_s; }),
        m_program->trouble());
}

bool TestProgramConnecting::refreshes(const QString &path)
{
    // Asking again takes a pause since the last time.
    const int before = m_server->hitsOn(path);
    return m_program->waitUntil([&] {
        m_program->press("F5");
        return m_server->hitsOn(path) > before;
    }) && m_program->waitUntil([this] { return m_program->widget("refreshButton").enabled; });
}

void TestProgramConnecting::replacesAKey()
{
    m_server->answer(tokenPath(), {goodToken(OldToken)});
    startConnected();
    rotateKey(*m_server);
    QVERIFY2(refreshes(packagePath()), m_program->trouble());
    QVERIFY(m_program->widget("errorBanner").visible);
    // The dialog comes with all that is known but the secret; a wrong one changes nothing.
    QVERIFY2(pressButton(*m_program, u"editConnectionButton"_s), m_program->trouble());
    QVERIFY2(m_program->waitUntil([this] { return m_program->focus().name == u"keyIdEdit"_s; }),
        m_program->trouble());
    QCOMPARE(m_program->focus().text, canaryKey().id);
    m_program->press("Tab");
    QCOMPARE(m_program->focus().name, u"secretEdit"_s);
    QCOMPARE(m_program->focus().text, QString());
    m_program->type(u"not-the-secret");
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    QVERIFY(!m_program->widget("connectButton").enabled);
    m_program->press("Escape");
    QVERIFY2(m_program->waitUntil([this] { return m_program->focus().windowName.isEmpty(); }),
        m_program->trouble());
    QVERIFY2(refreshes(tokenPath()), m_program->trouble());
    QVERIFY(m_server->requestsTo(tokenPath()).constLast().body.contains(canaryKey().secret));

    // The new one takes its place once it has passed.
    QVERIFY2(pressButton(*m_program, u"editConnectionButton"_s), m_program->trouble());
    QVERIFY2(m_program->waitUntil([this] { return m_program->focus().name == u"keyIdEdit"_s; }),
        m_program->trouble());
    m_program->press("Tab");
    m_program->type(QString::fromUtf8(NewSecret));
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    QVERIFY2(pressButton(*m_program, u"connectButton"_s), m_program->trouble());
    QVERIFY2(m_program->waitUntil([this] { return !m_program->widget("errorBanner").visible; }),
        m_program->trouble());
    QCOMPARE(m_program->text("mauQuantityCard/valueLabel"), u"1,000"_s);
    QVERIFY(!m_program->widget("ageLabel").visible);
    QVERIFY2(m_program->waitUntil([this] { return m_program->focus().name == u"packagePage"_s; }),
        m_program->trouble());
    QVERIFY2(refreshes(packagePath()), m_program->trouble());
    QVERIFY(m_server->requestsTo(tokenPath()).constLast().body.contains(NewSecret));
    QVERIFY(m_server->requestsTo(packagePath()).constLast().raw.contains(NewToken));
}

QTEST_GUILESS_MAIN(TestProgramConnecting)
#include "tst_programconnecting.moc"
