// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Neither the key's secret nor a token is ever logged, whatever is logged, or put into an error.

#include "core/api/apiclient.h"
#include "core/api/proxyresolver.h"
#include "core/api/tokenprovider.h"
#include "core/api/transport.h"
#include "tests/support/certificates.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/logcapture.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void logsNoSecret_data();
    void logsNoSecret();
    void logsNoSecretOverTls();
    void logsNoSecretToDoubtfulServer();
    void escapesWhatServersSay();

private:
    void check(const FaultyServer &server, const QString &caFile, const QByteArray &ends);

    ProxyResolver m_proxies;
    FakeClock m_clock;
    CertificateAuthority m_authority;
};

void TestSecrets::check(const FaultyServer &server, const QString &caFile, const QByteArray &ends)
{
    const LogCapture log;
    Account account = accountOn(server.url());
    account.caFile = caFile;
    const auto inactivity = ends == "TimedOut" ? 200ms : 15'000ms;
    Transport transport(account, m_proxies, {.inactivity = inactivity, .maxBody = 10'000});
    TokenProvider tokens(canaryKey(), m_clock);
    ApiClient client(account, transport, tokens, ApiLanguage::English);
    ApiReply *reply = client.send(ApiRequest::currentPackage());
    const auto answer = resultOf(reply);
    QCOMPARE(outcome(answer), ends);

    const QByteArray text = log.text();
    QVERIFY2(text.contains("genauth.api"), "nothing was logged at all");
    QByteArray all = text + reply->poolId().toUtf8();
    if (!answer)
        all += answer.error().subject.toUtf8() + answer.error().serverMessage.toUtf8();
    for (const QByteArray &secret : {canaryKey().secret, canaryToken(),
             canaryToken().split('.').at(1), QByteArray("Bearer"), QByteArray("CANARY")}) {
        QVERIFY2(!all.contains(secret), all.constData());
        QVERIFY2(!all.contains(secret.toBase64()), all.constData());
    }
}

void TestSecrets::logsNoSecret_data()
{
    QTest::addColumn<Script>("token");
    QTest::addColumn<Script>("package");
    QTest::addColumn<QByteArray>("ends");
    const Script good = goodToken();
    QTest::newRow("success") << good << goodPackage() << QByteArray("ok");
    QTest::newRow("wrong secret") << refusal(400, 2333) << silence() << QByteArray("KeyRefused");
    QTest::newRow("401") << good << refusal(401) << QByteArray("KeyRefused");
    QTest::newRow("redirected post")
        << redirect(307, "http://127.0.0.2/") << silence() << QByteArray("Redirected");
    QTest::newRow("redirected get")
        << good << redirect(302, "http://127.0.0.2/") << QByteArray("Redirected");
    QTest::newRow("server error") << good << send(HttpText{.status = 500})
                                  << QByteArray("ServerError");
    QTest::newRow("malformed") << good << send(HttpText{.body = "{"})
                               << QByteArray("MalformedAnswer");
    QTest::newRow("odd token") << goodToken("CANARY TOKEN") << silence()
                               << QByteArray("UnreadableField");
    QTest::newRow("closed post") << close() << silence() << QByteArray("ConnectionClosed");
    QTest::newRow("closed get") << good << close() << QByteArray("ConnectionClosed");
    QTest::newRow("silent post") << silence() << silence() << QByteArray("TimedOut");
    QTest::newRow("silent get") << good << silence() << QByteArray("TimedOut");
    QTest::newRow("too large") << good << stream(HttpText::Framing::UntilClose, 100'000)
                               << QByteArray("TooLarge");
}

void TestSecrets::logsNoSecret()
{
    QFETCH(const Script, token);
    QFETCH(const Script, package);
    QFETCH(const QByteArray, ends);
    FaultyServer server;
    server.answer(tokenPath(), {token});
    server.answer(packagePath(), {package});
    check(server, {}, ends);
}

void TestSecrets::logsNoSecretOverTls()
{
    FaultyServer server;
    server.useTls(m_authority.issue());
    speakGenAuth(server);
    check(server, m_authority.certificateFile(), "ok");
}

void TestSecrets::logsNoSecretToDoubtfulServer()
{
    FaultyServer server;
    server.useTls(m_authority.selfSigned());
    speakGenAuth(server);
    check(server, {}, "TlsFailed");
    QCOMPARE(server.receivedBytes(), 0);
}

void TestSecrets::escapesWhatServersSay()
{
    FaultyServer server;
    server.answer(tokenPath(), {send(HttpText{.status = 500,
                                   .reason = "evil\x1b[2J",
                                   .body = envelope({.statusCode = 500,
                                       .message = QStringLiteral("evil\n2026-07-01 ERROR forged"),
                                       .requestId = QStringLiteral("evil\nforged")})})});
    const LogCapture log;
    const Account account = accountOn(server.url());
    Transport transport(account, m_proxies, {});
    TokenProvider tokens(canaryKey(), m_clock);
    ApiClient client(account, transport, tokens, ApiLanguage::English);
    QCOMPARE(outcome(resultOf(client.send(ApiRequest::currentPackage()))), "ServerError");
    const QByteArray text = log.text();
    QVERIFY(!text.contains('\x1b'));
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines)
        QVERIFY2(!line.startsWith("2026-07-01") && !line.startsWith("forged"), line.constData());
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
