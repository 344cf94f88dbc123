// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/canaries.h"
#include "tests/e2e/connecting.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/certificates.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray WrongSecret = "CANARY-WRONG-44ab07";
const QByteArray ProxyUser = "proxy-user";
const QByteArray ProxyPassword = "CANARY-PROXY-5c2f81";
const QByteArray Hidden = "[hidden]";

} // namespace

/** Secrets that are typed into the program, through a whole life of it, with everything logged that
 *  there is to log, and a server that quotes back all it is sent. */
class TestProgramSecretsInUse : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void ofAKey();
    void ofAProxy();

private:
    // What happens to the key, in order.
    void typeAWrongOne();
    void cancelATest();
    void connectThePool();
    void failAndRetry();
    void stopARefresh();
    void loseTheKey();
    void copyTheDetails();
    void visitTheDemo();
    void quit();

    void start();
    /** One more request for the package, by the program itself or not. */
    [[nodiscard]] bool asksAgain();
    [[nodiscard]] bool shows(const QString &label, const QByteArray &text);
    [[nodiscard]] QStringList found() { return placesWith(m_canaries, *m_program, *m_home); }

    QList<QByteArray> m_canaries;
    std::unique_ptr<FaultyServer> m_server;
    Script m_tokenAnswer;
    Script m_packageAnswer;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<DrivenProgram> m_program;
};

void TestProgramSecretsInUse::init()
{
    failOnQtWarnings();
    m_canaries = dressesOf(canaryKey().secret) + dressesOfToken();
    m_server = std::make_unique<FaultyServer>();
    m_tokenAnswer = goodToken();
    m_packageAnswer = goodPackage();
    m_server->answerWith(
        tokenPath(), [this](const RecordedRequest & /*request*/) { return m_tokenAnswer; });
    m_server->answerWith(
        packagePath(), [this](const RecordedRequest & /*request*/) { return m_packageAnswer; });
    m_home = std::make_unique<TestHome>();
    m_home->set(u"QT_LOGGING_RULES"_s, u"*=true"_s);
}

void TestProgramSecretsInUse::cleanup()
{
    m_program.reset();
    m_home.reset();
    m_server.reset();
}

void TestProgramSecretsInUse::start()
{
    m_program = std::make_unique<DrivenProgram>(QStringList{u"--lang=en"_s}, *m_home);
    QVERIFY2(m_program->isReady(), m_program->trouble());
}

bool TestProgramSecretsInUse::asksAgain()
{
    const int before = m_server->hitsOn(packagePath());
    return m_program->waitUntil([&] {
        m_program->press("F5");
        return m_server->hitsOn(packagePath()) > before;
    });
}

bool TestProgramSecretsInUse::shows(const QString &label, const QByteArray &text)
{
    return m_program->waitUntil(
        [&] { return m_program->text(label).contains(QString::fromUtf8(text)); });
}

void TestProgramSecretsInUse::ofAKey()
{
    m_canaries += dressesOf(WrongSecret);
    start();
    using Chapter = void (TestProgramSecretsInUse::*)();
    for (const Chapter chapter :
        {&TestProgramSecretsInUse::typeAWrongOne, &TestProgramSecretsInUse::cancelATest,
            &TestProgramSecretsInUse::connectThePool, &TestProgramSecretsInUse::failAndRetry,
            &TestProgramSecretsInUse::stopARefresh, &TestProgramSecretsInUse::loseTheKey,
            &TestProgramSecretsInUse::copyTheDetails, &TestProgramSecretsInUse::visitTheDemo}) {
        (this->*chapter)();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(found(), QStringList());
    }
    quit();
}

void TestProgramSecretsInUse::typeAWrongOne()
{
    m_tokenAnswer = refusalQuoting(401, 2020, WrongSecret);
    QVERIFY2(openConnectDialog(*m_program), m_program->trouble());
    QVERIFY2(typeConnection(*m_program,
                 {m_server->url().toString(), canaryKey().id, QString::fromUtf8(WrongSecret)}),
        m_program->trouble());
    QCOMPARE(found(), QStringList());
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    QVERIFY(m_server->requestsTo(tokenPath()).constLast().body.contains(WrongSecret));
    QVERIFY2(shows(u"checkAdviceLabel"_s, Hidden), m_program->trouble());
}

void TestProgramSecretsInUse::cancelATest()
{
    m_tokenAnswer = silence();
    QVERIFY2(typeInto(*m_program, u"secretEdit"_s, QString::fromUtf8(canaryKey().secret)),
        m_program->trouble());
    QVERIFY2(pressButton(*m_program, u"testButton"_s), m_program->trouble());
    QVERIFY2(m_program->waitUntil([this] { return m_server->hitsOn(tokenPath()) == 2; }),
        m_program->trouble());
    m_program->press("Escape");
    QVERIFY2(m_program->waitUntil([this] { return !m_program->widget("connectDialog").visible; }),
        m_program->trouble());
}

void TestProgramSecretsInUse::connectThePool()
{
    m_tokenAnswer = goodToken();
    QVERIFY2(openConnectDialog(*m_program), m_program->trouble());
    QVERIFY2(typeConnection(*m_program, {m_server->url().toString(), canaryKey().id,
                                            QString::fromUtf8(canaryKey().secret)}),
        m_program->trouble());
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    QVERIFY2(pressButton(*m_program, u"connectButton"_s), m_program->trouble());
    QVERIFY2(shows(u"packageNameLabel"_s, "Enterprise package"), m_program->trouble());
}

void TestProgramSecretsInUse::failAndRetry()
{
    m_packageAnswer = refusalQuoting(500, 4021, canaryKey().secret);
    QVERIFY2(asksAgain(), m_program->trouble());
    QVERIFY2(shows(u"errorBanner/noteLabel"_s, Hidden), m_program->trouble());
    QVERIFY(m_server->requestsTo(packagePath()).constLast().raw.contains(canaryToken()));
    QCOMPARE(found(), QStringList());

    // By itself, then by hand; the second time it quotes the token.
    m_packageAnswer =
        refusal(500, 4021, u"You sent Bearer "_s + QString::fromLatin1(canaryToken()));
    const int before = m_server->hitsOn(packagePath());
    QVERIFY2(m_program->waitUntil([&] { return m_server->hitsOn(packagePath()) > before; }),
        m_program->trouble());
    QVERIFY2(shows(u"errorBanner/noteLabel"_s, Hidden), m_program->trouble());
    const int after = m_server->hitsOn(packagePath());
    // While it is tried by itself the button is off; then it is pressed again.
    const bool retried = m_program->waitUntil([&] {
        if (m_server->hitsOn(packagePath()) == after)
            (void)pressButton(*m_program, u"retryButton"_s);
        return m_server->hitsOn(packagePath()) > after;
    });
    QVERIFY2(retried, m_program->trouble());
}

void TestProgramSecretsInUse::stopARefresh()
{
    m_packageAnswer = silence();
    QVERIFY2(asksAgain(), m_program->trouble());
    m_program->press("Escape");
    QVERIFY2(m_program->waitUntil([this] { return !m_program->widget("stopButton").visible; }),
        m_program->trouble());
}

void TestProgramSecretsInUse::loseTheKey()
{
    m_packageAnswer = refusalQuoting(401, 2020, canaryToken());
    m_tokenAnswer = refusalQuoting(401, 2020, canaryKey().secret);
    QVERIFY2(asksAgain(), m_program->trouble());
    QVERIFY2(shows(u"errorBanner/headlineLabel"_s, "access key"), m_program->trouble());
    QVERIFY2(shows(u"errorBanner/noteLabel"_s, Hidden), m_program->trouble());
}

void TestProgramSecretsInUse::copyTheDetails()
{
    // A press of Retry that came as it was disabled went on to Details: they may be open by now.
    if (!m_program->widget("detailsPanel").visible)
        QVERIFY2(pressButton(*m_program, u"detailsButton"_s), m_program->trouble());
    QVERIFY2(pressButton(*m_program, u"copyDetailsButton"_s), m_program->trouble());
    const QString copied = m_program->clipboard();
    QVERIFY2(copied.contains(u"Outcome: KeyRefused\n"_s), qUtf8Printable(copied));
    QVERIFY2(copied.contains(QString::fromUtf8(Hidden)), qUtf8Printable(copied));
}

void TestProgramSecretsInUse::visitTheDemo()
{
    m_program->press("Ctrl+D");
    QVERIFY2(m_program->waitForText(u"Trial lab"), m_program->trouble());
    QCOMPARE(m_home->processes().size(), 2);
}

void TestProgramSecretsInUse::quit()
{
    const Ended ended = m_program->quit();
    QCOMPARE(ended.exitCode, 0);
    // Much was said, but not that.
    QVERIFY(ended.errors.contains(u"genauth.api"_s));
    for (const QByteArray &canary : std::as_const(m_canaries)) {
        QVERIFY(!ended.output.toUtf8().contains(canary));
        QVERIFY(!ended.errors.toUtf8().contains(canary));
        QCOMPARE(m_home->filesWith(canary), QStringList());
    }
    QVERIFY(m_home->files().contains(u".local/state/genauth-dashboard/dashboard.log"_s));
}

void TestProgramSecretsInUse::ofAProxy()
{
    const QString host = u"api.pool.invalid"_s;
    const QByteArray basic = (ProxyUser + ':' + ProxyPassword).toBase64();
    m_canaries += dressesOf(ProxyPassword);
    CertificateAuthority authority;
    m_server->useTls(authority.issue("DNS:api.pool.invalid"));
    FaultyServer proxy;
    proxy.answerWith(host + u":443"_s, [&](const RecordedRequest &request) {
        return request.header("Proxy-Authorization") == "Basic " + basic
                   ? tunnel(m_server->port())
                   : send(HttpText{.status = 407,
                         .reason = "Who are you",
                         .headers = "Proxy-Authenticate: Basic realm=\"here\"\r\n"});
    });

    start();
    QVERIFY2(openConnectDialog(*m_program), m_program->trouble());
    QVERIFY2(
        typeConnection(*m_program, {host, canaryKey().id, QString::fromUtf8(canaryKey().secret)}),
        m_program->trouble());
    QVERIFY2(pressButton(*m_program, u"advancedButton"_s), m_program->trouble());
    QVERIFY2(m_program->tabTo("proxyComboBox"), m_program->trouble());
    m_program->press("End");
    for (const auto &[field, text] : {std::pair(u"proxyHostEdit"_s, u"127.0.0.1"_s),
             std::pair(u"proxyPortSpinBox"_s, QString::number(proxy.port())),
             std::pair(u"proxyUserEdit"_s, QString::fromUtf8(ProxyUser)),
             std::pair(u"proxyPasswordEdit"_s, QString::fromUtf8(ProxyPassword)),
             std::pair(u"caFileEdit"_s, authority.certificateFile())})
        QVERIFY2(typeInto(*m_program, field, text), m_program->trouble());
    QCOMPARE(found(), QStringList());
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    QVERIFY2(m_program->widget("connectButton").enabled,
        qUtf8Printable(stepsOfTest(*m_program).join(u" | "_s)));
    QVERIFY2(pressButton(*m_program, u"connectButton"_s), m_program->trouble());
    QVERIFY2(shows(u"packageNameLabel"_s, "Enterprise package"), m_program->trouble());
    QCOMPARE(found(), QStringList());

    m_packageAnswer = refusalQuoting(500, 4021, ProxyPassword);
    QVERIFY2(asksAgain(), m_program->trouble());
    QVERIFY2(shows(u"errorBanner/noteLabel"_s, Hidden), m_program->trouble());
    QCOMPARE(found(), QStringList());
    quit();
}

QTEST_GUILESS_MAIN(TestProgramSecretsInUse)
#include "tst_programsecretsinuse.moc"
