// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A failure without any network is told from a host that is missing or silent.

#include "core/api/networkprobe.h"

#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

namespace {

bool online()
{
    return true;
}

bool offline()
{
    return false;
}

/** Longer than any name can be, so no name server is asked. */
QUrl missingHost()
{
    QUrl host(QStringLiteral("https://genauth.invalid"));
    host.setHost(QStringLiteral("genauth.").repeated(40) + host.host());
    return host;
}

} // namespace

class TestNetworkProbe : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void looksWithoutWaiting();
    void saysSoWhereNothingIsReached_data();
    void saysSoWhereNothingIsReached();
    void blamesTheHostWhenThereIsANetwork();
    void neverSaysSoOfThisComputer_data();
    void neverSaysSoOfThisComputer();
    void believesTheProxyOfThisComputer_data();
    void believesTheProxyOfThisComputer();

private:
    [[nodiscard]] Result<HttpAnswer> exchange(
        const Account &account, HttpExchange::NetworkProbe probe);

    ProxyResolver m_proxies;
};

Result<HttpAnswer> TestNetworkProbe::exchange(
    const Account &account, HttpExchange::NetworkProbe probe)
{
    Transport transport(account, m_proxies, {.inactivity = 300ms});
    transport.setNetworkProbe(probe);
    return resultOf(transport.send(ApiRequest::currentPackage(), {}));
}

void TestNetworkProbe::looksWithoutWaiting()
{
    QElapsedTimer timer;
    timer.start();
    const bool first = hasNetwork();
    QCOMPARE(hasNetwork(), first);
    QVERIFY(timer.elapsed() < 1000);
}

void TestNetworkProbe::saysSoWhereNothingIsReached_data()
{
    QTest::addColumn<QUrl>("host");
    QTest::newRow("the name is not found") << missingHost();
    // A broadcast address: refused by this computer, before a packet leaves it.
    QTest::newRow("there is no way to it") << QUrl(QStringLiteral("https://255.255.255.255"));
}

void TestNetworkProbe::saysSoWhereNothingIsReached()
{
    QFETCH(const QUrl, host);
    const auto answer = exchange(accountOn(host), offline);
    QCOMPARE(outcome(answer), "NoNetwork");
    QCOMPARE(answer.error().httpStatus, 0);
}

void TestNetworkProbe::blamesTheHostWhenThereIsANetwork()
{
    QCOMPARE(outcome(exchange(accountOn(missingHost()), online)), "HostNotFound");
    const Account unreachable = accountOn(QUrl(QStringLiteral("https://255.255.255.255")));
    QCOMPARE(outcome(exchange(unreachable, online)), "ConnectionFailed");
    QCOMPARE(outcome(exchange(unreachable, nullptr)), "ConnectionFailed");
}

void TestNetworkProbe::neverSaysSoOfThisComputer_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QByteArray>("ends");
    QTest::newRow("silent") << silence() << QByteArray("TimedOut");
    QTest::newRow("hung up") << close() << QByteArray("ConnectionClosed");
}

void TestNetworkProbe::neverSaysSoOfThisComputer()
{
    QFETCH(const Script, script);
    QFETCH(const QByteArray, ends);
    FaultyServer server;
    server.answerRest(script);
    QCOMPARE(outcome(exchange(accountOn(server.url()), offline)), ends);
}

void TestNetworkProbe::believesTheProxyOfThisComputer_data()
{
    QTest::addColumn<Script>("proxy");
    QTest::addColumn<QByteArray>("ends");
    // A proxy of this computer is as helpless without a network as anybody.
    QTest::newRow("hangs up") << close() << QByteArray("NoNetwork");
    QTest::newRow("is silent") << silence() << QByteArray("NoNetwork");
    QTest::newRow("asks for a sign-in")
        << send(HttpText{
               .status = 407, .headers = "Proxy-Authenticate: Basic realm=\"x\"\r\n", .body = "?"})
        << QByteArray("ProxyAuthenticationRequired");
}

void TestNetworkProbe::believesTheProxyOfThisComputer()
{
    QFETCH(const Script, proxy);
    QFETCH(const QByteArray, ends);
    FaultyServer server;
    server.answerRest(proxy);
    Account account = accountOn(QUrl(QStringLiteral("https://pool.example")));
    account.proxy = {ProxyChoice::Mode::Given, QStringLiteral("127.0.0.1"), server.port()};
    const auto answer = exchange(account, offline);
    QCOMPARE(outcome(answer), ends);
    QVERIFY(answer.error().proxyInUse);
}

QTEST_GUILESS_MAIN(TestNetworkProbe)
#include "tst_networkprobe.moc"
