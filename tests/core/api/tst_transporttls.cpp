// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Certificates: whom the transport believes, and that nothing is said to anyone else.

#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/certificates.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestTransportTls : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void believesAuthorityOfAccount();
    void believesEveryAuthorityInFile();
    void believesAuthorityForItsAccountOnly();
    void saysNothingToDoubtfulServer_data();
    void saysNothingToDoubtfulServer();
    void namesWhatAPersonCanActOn();
    void offersNoHttp2();
    void closesBeforeAnswer();
    void givesUpOnServerWithoutTls();
    void reportsBrokenHandshake_data();
    void reportsBrokenHandshake();

private:
    [[nodiscard]] Account accountWith(
        const FaultyServer &server, const CertificateAuthority *authority) const;
    [[nodiscard]] Result<HttpAnswer> exchange(const Account &account,
        const ApiRequest &request = ApiRequest::currentPackage(), TransportLimits limits = {});

    ProxyResolver m_proxies;
    CertificateAuthority m_authority;
    CertificateAuthority m_stranger;
};

Account TestTransportTls::accountWith(
    const FaultyServer &server, const CertificateAuthority *authority) const
{
    Account account = accountOn(server.url());
    if (authority)
        account.caFile = authority->certificateFile();
    return account;
}

Result<HttpAnswer> TestTransportTls::exchange(
    const Account &account, const ApiRequest &request, TransportLimits limits)
{
    Transport transport(account, m_proxies, limits);
    return resultOf(transport.send(request, {"token-1", QStringLiteral("pool-1")}));
}

void TestTransportTls::believesAuthorityOfAccount()
{
    FaultyServer server;
    server.useTls(m_authority.issue());
    speakGenAuth(server);
    QCOMPARE(outcome(exchange(accountWith(server, &m_authority))), "ok");
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().header("Authorization"), "Bearer token-1");
}

void TestTransportTls::believesEveryAuthorityInFile()
{
    QTemporaryDir directory;
    const QString both = directory.filePath(QStringLiteral("both.pem"));
    QFile file(both);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const CertificateAuthority *authority : {&m_stranger, &m_authority}) {
        QFile one(authority->certificateFile());
        QVERIFY(one.open(QIODevice::ReadOnly));
        file.write(one.readAll());
    }
    file.close();
    FaultyServer server;
    server.useTls(m_authority.issue());
    speakGenAuth(server);
    Account account = accountOn(server.url());
    account.caFile = both;
    QCOMPARE(outcome(exchange(account)), "ok");
}

void TestTransportTls::believesAuthorityForItsAccountOnly()
{
    FaultyServer server;
    server.useTls(m_authority.issue());
    speakGenAuth(server);
    QCOMPARE(outcome(exchange(accountWith(server, &m_authority))), "ok");
    // A file of one account is no reason for another one to believe.
    QCOMPARE(outcome(exchange(accountWith(server, nullptr))), "TlsFailed");
    QCOMPARE(server.requests().size(), 1);
}

void TestTransportTls::saysNothingToDoubtfulServer_data()
{
    QTest::addColumn<TlsIdentity>("identity");
    QTest::addColumn<bool>("authorityKnown");
    QTest::addColumn<TlsProblem>("problem");
    QTest::newRow("self-signed") << m_authority.selfSigned() << false << TlsProblem::SelfSigned;
    QTest::newRow("self-signed beside an authority")
        << m_authority.selfSigned() << true << TlsProblem::SelfSigned;
    QTest::newRow("unknown issuer") << m_authority.issue() << false << TlsProblem::UnknownIssuer;
    QTest::newRow("another issuer") << m_stranger.issue() << true << TlsProblem::UnknownIssuer;
    QTest::newRow("expired") << m_authority.issueExpired() << true << TlsProblem::Expired;
    QTest::newRow("not yet valid")
        << m_authority.issueNotYetValid() << true << TlsProblem::NotYetValid;
    QTest::newRow("another name") << m_authority.issue("DNS:pool.example") << true
                                  << TlsProblem::WrongHost;
    QTest::newRow("another address")
        << m_authority.issue("IP:127.0.0.2") << true << TlsProblem::WrongHost;
}

void TestTransportTls::saysNothingToDoubtfulServer()
{
    QFETCH(const TlsIdentity, identity);
    QFETCH(const bool, authorityKnown);
    QFETCH(const TlsProblem, problem);
    FaultyServer server;
    server.useTls(identity);
    speakGenAuth(server);
    const Account account = accountWith(server, authorityKnown ? &m_authority : nullptr);
    for (const ApiRequest &request :
        {ApiRequest::currentPackage(), ApiRequest::managementToken(canaryKey())}) {
        const auto answer = exchange(account, request);
        QCOMPARE(outcome(answer), "TlsFailed");
        QCOMPARE(answer.error().tlsProblem, problem);
        QCOMPARE(answer.error().httpStatus, 0);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(server.connections() >= 2);
    QCOMPARE(server.requests().size(), 0);
    QCOMPARE(server.receivedBytes(), 0);
}

void TestTransportTls::namesWhatAPersonCanActOn()
{
    // Expired, and of an issuer nobody knows: a wrong clock explains more than a missing authority.
    FaultyServer server;
    server.useTls(m_stranger.issueExpired());
    const auto answer = exchange(accountWith(server, &m_authority));
    QCOMPARE(outcome(answer), "TlsFailed");
    QCOMPARE(answer.error().tlsProblem, TlsProblem::Expired);
}

void TestTransportTls::offersNoHttp2()
{
    FaultyServer server; // would take "h2" before "http/1.1"
    server.useTls(m_authority.issue());
    speakGenAuth(server);
    QCOMPARE(outcome(exchange(accountWith(server, &m_authority))), "ok");
    QCOMPARE(server.tlsHandshakes(), 1);
    QVERIFY2(server.nextProtocol() != "h2", server.nextProtocol().constData());
}

void TestTransportTls::closesBeforeAnswer()
{
    FaultyServer server;
    server.useTls(m_authority.issue());
    server.answerRest(close());
    const auto answer =
        exchange(accountWith(server, &m_authority), ApiRequest::managementToken(canaryKey()));
    QCOMPARE(outcome(answer), "ConnectionClosed");
    // Qt's own attempts; each is a whole token exchange, which does no harm when repeated.
    QVERIFY(server.requests().size() >= 1 && server.requests().size() <= 4);
}

void TestTransportTls::givesUpOnServerWithoutTls()
{
    FaultyServer server; // waits for the end of a head that never comes
    QUrl host = server.url();
    host.setScheme(QStringLiteral("https"));
    const auto answer = exchange(
        accountOn(host), ApiRequest::currentPackage(), {.inactivity = 100ms, .deadline = 60s});
    QCOMPARE(outcome(answer), "TimedOut");
    QCOMPARE(server.requests().size(), 0);
}

void TestTransportTls::reportsBrokenHandshake_data()
{
    QTest::addColumn<Script>("greeting");
    QTest::addColumn<QByteArray>("ends");
    QTest::newRow("speaks HTTP at once")
        << sendAndClose(http({.body = "{}"})) << QByteArray("TlsFailed");
    QTest::newRow("speaks garbage")
        << sendAndClose(QByteArray(100, 'x')) << QByteArray("TlsFailed");
    QTest::newRow("an alert: handshake failure")
        << sendAndClose(QByteArray::fromHex("15030300020228")) << QByteArray("TlsFailed");
    QTest::newRow("closes") << close() << QByteArray("ConnectionClosed");
    QTest::newRow("resets") << reset() << QByteArray("ConnectionClosed");
}

void TestTransportTls::reportsBrokenHandshake()
{
    QFETCH(const Script, greeting);
    QFETCH(const QByteArray, ends);
    FaultyServer server;
    server.greetWith(greeting);
    QUrl host = server.url();
    host.setScheme(QStringLiteral("https"));
    const auto answer = exchange(accountOn(host));
    QCOMPARE(outcome(answer), ends);
    const bool tlsFailed = answer.error().kind == ErrorKind::TlsFailed;
    QCOMPARE(answer.error().tlsProblem, tlsFailed ? TlsProblem::Other : TlsProblem::None);
    QCOMPARE(server.requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestTransportTls)
#include "tst_transporttls.moc"
