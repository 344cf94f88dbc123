// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Through proxies: which way is taken, what a proxy gets to see, and what is said when it fails.

#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/certificates.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestTransportProxy : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void goesThroughGivenProxy();
    void signsInToItsOwnProxy();
    void keepsThePasswordFromOthers();
    void triesAWrongPasswordOnce();
    void goesThroughSystemProxy();
    void goesThroughProxyOfEnvironment();
    void goesStraightWhenToldTo();
    void goesStraightToLoopback();
    void namesProxyInItsFailures_data();
    void namesProxyInItsFailures();
    void reportsDeadProxy();
    void doubtsCertificatesBehindProxy();
    void slowLookupCountsInTheDeadline();
    void endsDuringLookup_data();
    void endsDuringLookup();

private:
    /** An account on pool.example, which only the proxy knows how to reach. */
    [[nodiscard]] Account accountBehind(ProxyChoice::Mode mode) const;
    [[nodiscard]] QNetworkProxy proxy() const;
    [[nodiscard]] ProxyResolver::Lookup answering(const QNetworkProxy &proxy) const;
    [[nodiscard]] Result<HttpAnswer> exchange(
        const Account &account, TransportLimits limits = {}, const QByteArray &proxyPassword = {});
    /** The proxy opens its tunnel to `user` with `password` only. */
    void wantSignIn(const QByteArray &user, const QByteArray &password);

    CertificateAuthority m_authority;
    ProxyResolver m_noSystemProxy{answering(QNetworkProxy(QNetworkProxy::NoProxy))};
    std::unique_ptr<FaultyServer> m_proxy;
    std::unique_ptr<FaultyServer> m_pool;
};

void TestTransportProxy::init()
{
    failOnQtWarnings();
    m_proxy = std::make_unique<FaultyServer>();
    m_pool = std::make_unique<FaultyServer>();
    m_pool->useTls(m_authority.issue("DNS:pool.example"));
    speakGenAuth(*m_pool);
    m_proxy->answerRest(tunnel(m_pool->port()));
}

Account TestTransportProxy::accountBehind(ProxyChoice::Mode mode) const
{
    Account account = accountOn(QUrl(QStringLiteral("https://pool.example")));
    account.caFile = m_authority.certificateFile();
    account.proxy = {mode, QStringLiteral("127.0.0.1"), m_proxy->port()};
    return account;
}

QNetworkProxy TestTransportProxy::proxy() const
{
    return QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_proxy->port());
}

ProxyResolver::Lookup TestTransportProxy::answering(const QNetworkProxy &proxy) const
{
    return [proxy](const QNetworkProxyQuery &) { return QList<QNetworkProxy>{proxy}; };
}

void TestTransportProxy::wantSignIn(const QByteArray &user, const QByteArray &password)
{
    const QByteArray wanted = "Basic " + (user + ':' + password).toBase64();
    const Script ask = send(HttpText{.status = 407,
        .headers = "Proxy-Authenticate: Basic realm=\"office\"\r\n",
        .body = "who?"});
    const quint16 port = m_pool->port();
    m_proxy->answerWith(
        QStringLiteral("pool.example:443"), [wanted, ask, port](const RecordedRequest &request) {
            return request.header("Proxy-Authorization") == wanted ? tunnel(port) : ask;
        });
}

Result<HttpAnswer> TestTransportProxy::exchange(
    const Account &account, TransportLimits limits, const QByteArray &proxyPassword)
{
    Transport transport(account, m_noSystemProxy, limits);
    transport.setProxyPassword(proxyPassword);
    return resultOf(
        transport.send(ApiRequest::currentPackage(), {"CANARY-TOKEN", QStringLiteral("pool-1")}));
}

void TestTransportProxy::goesThroughGivenProxy()
{
    QCOMPARE(outcome(exchange(accountBehind(ProxyChoice::Mode::Given))), "ok");
    QCOMPARE(m_proxy->requests().size(), 1);
    const RecordedRequest connect = m_proxy->requests().constFirst();
    QCOMPARE(connect.verb, "CONNECT");
    QCOMPARE(connect.path, QStringLiteral("pool.example:443"));
    QVERIFY(!connect.raw.contains("CANARY"));
    QVERIFY(!connect.raw.contains("pool-1"));
    QCOMPARE(m_pool->requests().size(), 1);
    QCOMPARE(m_pool->requests().constFirst().header("Authorization"), "Bearer CANARY-TOKEN");
}

void TestTransportProxy::signsInToItsOwnProxy()
{
    wantSignIn("clerk", "CANARY-PASS:word");
    Account account = accountBehind(ProxyChoice::Mode::Given);
    account.proxy.user = QStringLiteral("clerk");
    QCOMPARE(outcome(exchange(account, {}, "CANARY-PASS:word")), "ok");
    // Asked for first: a proxy that wants no sign-in is told nothing.
    QCOMPARE(m_proxy->requests().size(), 2);
    QVERIFY(!m_proxy->requests().constFirst().hasHeader("Proxy-Authorization"));
    for (const RecordedRequest &request : m_proxy->requests()) {
        QCOMPARE(request.verb, "CONNECT");
        QVERIFY(!request.raw.contains("CANARY-TOKEN"));
        QVERIFY(!request.hasHeader("Authorization"));
    }
    QCOMPARE(m_pool->requests().size(), 1);
    const RecordedRequest asked = m_pool->requests().constFirst();
    QCOMPARE(asked.header("Authorization"), "Bearer CANARY-TOKEN");
    QVERIFY(!asked.hasHeader("Proxy-Authorization"));
}

void TestTransportProxy::keepsThePasswordFromOthers()
{
    // A host that asks as a proxy does, or as a host does, is not told the proxy's password.
    const QByteArray header = "Authenticate: Basic realm=\"office\"\r\n";
    const Script asProxy =
        send(HttpText{.status = 407, .headers = "Proxy-" + header, .body = "who?"});
    const Script asHost = send(HttpText{.status = 401, .headers = "WWW-" + header, .body = "who?"});
    Account account = accountBehind(ProxyChoice::Mode::Given);
    account.proxy.user = QStringLiteral("clerk");
    for (const Script &script : {asProxy, asHost}) {
        m_pool->answer(packagePath(), {script});
        static_cast<void>(exchange(account, {}, "CANARY-PASS"));
    }
    QVERIFY(m_pool->requests().size() >= 2);
    const QList<RecordedRequest> all = m_pool->requests() + m_proxy->requests();
    for (const RecordedRequest &request : all) {
        QVERIFY(!request.hasHeader("Proxy-Authorization"));
        QVERIFY(!request.raw.contains(QByteArray("clerk:CANARY-PASS").toBase64()));
        QVERIFY(!request.raw.contains("CANARY-PASS"));
    }
}

void TestTransportProxy::triesAWrongPasswordOnce()
{
    wantSignIn("clerk", "right");
    Account account = accountBehind(ProxyChoice::Mode::Given);
    account.proxy.user = QStringLiteral("clerk");
    const auto answer = exchange(account, {}, "CANARY-WRONG");
    QCOMPARE(outcome(answer), "ProxyAuthenticationRequired");
    QVERIFY(answer.error().proxyInUse);
    QCOMPARE(m_pool->connections(), 0);
    int tries = 0;
    for (const RecordedRequest &request : m_proxy->requests())
        tries += request.hasHeader("Proxy-Authorization") ? 1 : 0;
    QCOMPARE(tries, 1); // no account is locked by trying
    // Without a password there is nothing to try.
    const auto before = m_proxy->requests().size();
    account.proxy.user.clear();
    QCOMPARE(outcome(exchange(account)), "ProxyAuthenticationRequired");
    for (const RecordedRequest &request : m_proxy->requests().sliced(before))
        QVERIFY(!request.hasHeader("Proxy-Authorization"));
}

void TestTransportProxy::goesThroughSystemProxy()
{
    ProxyResolver resolver(answering(proxy()));
    Transport transport(accountBehind(ProxyChoice::Mode::System), resolver, {});
    QCOMPARE(outcome(resultOf(transport.send(ApiRequest::currentPackage(), {}))), "ok");
    QCOMPARE(m_proxy->requests().size(), 1);
    QCOMPARE(m_pool->requests().size(), 1);
}

void TestTransportProxy::goesThroughProxyOfEnvironment()
{
    qputenv("https_proxy", m_proxy->url().toEncoded());
    const auto restore = qScopeGuard([] { qputenv("https_proxy", ""); });
    ProxyResolver resolver;
    Transport transport(accountBehind(ProxyChoice::Mode::System), resolver, {});
    QCOMPARE(outcome(resultOf(transport.send(ApiRequest::currentPackage(), {}))), "ok");
    QCOMPARE(m_proxy->requests().size(), 1);
}

void TestTransportProxy::goesStraightWhenToldTo()
{
    qputenv("https_proxy", m_proxy->url().toEncoded());
    const auto restore = qScopeGuard([] { qputenv("https_proxy", ""); });
    Account account = accountBehind(ProxyChoice::Mode::None);
    account.host.setHost(QStringLiteral("127.0.0.3")); // nobody there, but no proxy in between
    account.host.setPort(m_pool->port());
    const auto answer = exchange(account);
    QCOMPARE(outcome(answer), "ConnectionRefused");
    QVERIFY(!answer.error().proxyInUse);
    QCOMPARE(m_proxy->connections(), 0);
}

void TestTransportProxy::goesStraightToLoopback()
{
    FaultyServer plain;
    speakGenAuth(plain);
    Account account = accountOn(plain.url());
    account.proxy = accountBehind(ProxyChoice::Mode::Given).proxy;
    QCOMPARE(outcome(exchange(account)), "ok");

    ProxyResolver resolver(answering(proxy()));
    account.proxy.mode = ProxyChoice::Mode::System;
    Transport transport(account, resolver, {});
    QCOMPARE(outcome(resultOf(transport.send(ApiRequest::currentPackage(), {}))), "ok");
    QCOMPARE(m_proxy->connections(), 0);
}

void TestTransportProxy::namesProxyInItsFailures_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QList<QByteArray>>("ends"); // any of these: Qt cannot tell them apart
    const auto says = [](int status, const QByteArray &headers) {
        return send(HttpText{
            .status = status, .contentType = "text/html", .headers = headers, .body = "?"});
    };
    const QList<QByteArray> signIn{"ProxyAuthenticationRequired"};
    QTest::newRow("asks for a sign-in")
        << says(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n") << signIn;
    // Qt begins the handshake of NTLM by itself, without a name, and waits.
    QTest::newRow("asks for NTLM")
        << says(407, "Proxy-Authenticate: NTLM\r\n") << signIn + QList<QByteArray>{"TimedOut"};
    const QList<QByteArray> failed{
        "ProxyFailed", "ConnectionFailed", "ConnectionClosed", "ConnectionRefused", "TimedOut"};
    QTest::newRow("forbids") << says(403, {}) << failed;
    QTest::newRow("is down behind") << says(503, {}) << failed;
    QTest::newRow("sends elsewhere") << says(302, "Location: http://127.0.0.2/\r\n") << failed;
    QTest::newRow("closes") << close() << failed;
    QTest::newRow("garbage") << sendAndClose("garbage\r\n\r\n") << failed;
    QTest::newRow("silent") << silence() << QList<QByteArray>{"TimedOut"};
}

void TestTransportProxy::namesProxyInItsFailures()
{
    QFETCH(const Script, script);
    QFETCH(const QList<QByteArray>, ends);
    m_proxy->answerRest(script);
    FaultyServer other{QHostAddress(QStringLiteral("127.0.0.2"))};
    const auto inactivity = ends.contains("TimedOut") ? 200ms : 15'000ms;
    const auto answer =
        exchange(accountBehind(ProxyChoice::Mode::Given), {.inactivity = inactivity});
    QVERIFY2(ends.contains(outcome(answer)), outcome(answer));
    QVERIFY(answer.error().proxyInUse);
    QCOMPARE(m_pool->connections(), 0);
    QCOMPARE(other.connections(), 0);
    for (const RecordedRequest &request : m_proxy->requests())
        QVERIFY(!request.raw.contains("CANARY"));
}

void TestTransportProxy::reportsDeadProxy()
{
    const Account account = accountBehind(ProxyChoice::Mode::Given);
    m_proxy.reset();
    const auto answer = exchange(account);
    QVERIFY(!answer);
    QVERIFY2(answer.error().kind == ErrorKind::ConnectionFailed ||
                 answer.error().kind == ErrorKind::ProxyFailed,
        outcome(answer));
    QVERIFY(answer.error().proxyInUse);
}

void TestTransportProxy::doubtsCertificatesBehindProxy()
{
    m_pool->useTls(m_authority.issue("DNS:another.example"));
    const auto answer = exchange(accountBehind(ProxyChoice::Mode::Given));
    QCOMPARE(outcome(answer), "TlsFailed");
    QCOMPARE(answer.error().tlsProblem, TlsProblem::WrongHost);
    QVERIFY(answer.error().proxyInUse);
    QCOMPARE(m_pool->receivedBytes(), 0);
}

void TestTransportProxy::slowLookupCountsInTheDeadline()
{
    QSemaphore gate;
    std::atomic<bool> begun = false;
    std::atomic<bool> ended = false;
    const QNetworkProxy found = proxy();
    ProxyResolver resolver([&](const QNetworkProxyQuery &) {
        begun = true;
        gate.tryAcquire(1, 10'000);
        ended = true;
        return QList<QNetworkProxy>{found};
    });
    Transport transport(accountBehind(ProxyChoice::Mode::System), resolver, {.deadline = 50ms});
    HttpExchange *exchange = transport.send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    QTRY_VERIFY(begun);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(outcome(exchange->result()), "TimedOut");
    QVERIFY(!ended); // the lookup is stuck all the while; this thread is not
    gate.release();
    QTRY_VERIFY(ended);
    // The way is known now, but this exchange has ended; the next one takes it.
    QCOMPARE(m_proxy->connections(), 0);
    Transport next(accountBehind(ProxyChoice::Mode::System), resolver, {});
    QCOMPARE(outcome(resultOf(next.send(ApiRequest::currentPackage(), {}))), "ok");
    QCOMPARE(m_proxy->requests().size(), 1);
}

void TestTransportProxy::endsDuringLookup_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("canceled") << QStringLiteral("cancel");
    QTest::newRow("exchange deleted") << QStringLiteral("exchange");
    QTest::newRow("transport deleted") << QStringLiteral("transport");
}

void TestTransportProxy::endsDuringLookup()
{
    QFETCH(const QString, how);
    QSemaphore gate;
    const QNetworkProxy found = proxy();
    ProxyResolver resolver([&](const QNetworkProxyQuery &) {
        gate.tryAcquire(1, 10'000);
        return QList<QNetworkProxy>{found};
    });
    auto transport = std::make_unique<Transport>(
        accountBehind(ProxyChoice::Mode::System), resolver, TransportLimits{});
    HttpExchange *exchange = transport->send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    if (how == QLatin1String("cancel"))
        exchange->cancel();
    else if (how == QLatin1String("exchange"))
        delete exchange;
    else
        transport.reset();
    gate.release();
    bool answered = false;
    resolver.resolve(QUrl(QStringLiteral("https://pool.example")), this,
        [&](const QNetworkProxy &) { answered = true; });
    QTRY_VERIFY(answered);
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), how == QLatin1String("cancel") ? 1 : 0);
    QCOMPARE(m_proxy->connections(), 0);
}

QTEST_GUILESS_MAIN(TestTransportProxy)
#include "tst_transportproxy.moc"
