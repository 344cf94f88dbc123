// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An exchange ends exactly once, from the event loop, however it ends, and not at all once it is
// destroyed.

#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestTransportLifetime : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void finishesOnceOnEveryPath_data();
    void finishesOnceOnEveryPath();
    void finishesOnceWhenRefused();
    void cancelsAtOnce();
    void cancelsUnderWay_data();
    void cancelsUnderWay();
    void cancelsNothingThatHasEnded();
    void deletedExchangeIsAborted_data();
    void deletedExchangeIsAborted();
    void deletedTransportEndsItsExchanges();
    void deletedTransportDropsQueuedEnd();
    void mayBeDeletedInFinished();
    void mayDeleteTransportInFinished();
    void runsMoreThanQtsConnectionsSideBySide();

private:
    [[nodiscard]] std::unique_ptr<Transport> transportTo(
        const FaultyServer &server, TransportLimits limits = {});

    ProxyResolver m_proxies;
};

std::unique_ptr<Transport> TestTransportLifetime::transportTo(
    const FaultyServer &server, TransportLimits limits)
{
    return std::make_unique<Transport>(accountOn(server.url()), m_proxies, limits);
}

void TestTransportLifetime::finishesOnceOnEveryPath_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QByteArray>("ends");
    const QByteArray whole = http({.body = "{}"});
    QTest::newRow("answer") << send(whole) << QByteArray("ok");
    QTest::newRow("answer, then more") << send(whole + whole) << QByteArray("ok");
    QTest::newRow("error answer") << send(HttpText{.status = 500}) << QByteArray("ok");
    QTest::newRow("close") << close() << QByteArray("ConnectionClosed");
    QTest::newRow("reset") << reset() << QByteArray("ConnectionClosed");
    QTest::newRow("cut") << sendAndClose(whole.chopped(1)) << QByteArray("ConnectionClosed");
    QTest::newRow("silence") << silence() << QByteArray("TimedOut");
    QTest::newRow("too large") << send(HttpText{.body = QByteArray(5000, ' ')})
                               << QByteArray("TooLarge");
    QTest::newRow("redirect") << redirect(302, "/") << QByteArray("Redirected");
    QTest::newRow("odd status") << send(HttpText{.status = 999}) << QByteArray("NotHttp");
}

void TestTransportLifetime::finishesOnceOnEveryPath()
{
    QFETCH(const Script, script);
    QFETCH(const QByteArray, ends);
    FaultyServer server;
    server.answerRest(script);
    const auto inactivity = ends == "TimedOut" ? 100ms : 15'000ms;
    const auto transport = transportTo(server, {.inactivity = inactivity, .maxBody = 1000});
    HttpExchange *exchange = transport->send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    bool endedBeforeSignal = false;
    connect(
        exchange, &HttpExchange::finished, this, [&] { endedBeforeSignal = exchange->hasEnded(); });
    QVERIFY(finished.wait());
    QVERIFY(endedBeforeSignal);
    QCOMPARE(outcome(exchange->result()), ends);
    // Whatever else happens on the connection, and to the next exchange, is none of its business.
    server.answerRest(send(HttpText{.body = "{}"}));
    QCOMPARE(outcome(resultOf(transport->send(ApiRequest::usage(), {}))), "ok");
    QCOMPARE(finished.count(), 1);
    QCOMPARE(outcome(exchange->result()), ends);
}

void TestTransportLifetime::finishesOnceWhenRefused()
{
    Transport transport(accountOn(QUrl(QStringLiteral("http://api.genauth.ai"))), m_proxies, {});
    HttpExchange *exchange = transport.send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    QVERIFY(exchange->hasEnded());
    QCOMPARE(finished.count(), 0); // queued: the caller has had no chance to connect before
    QVERIFY(finished.wait());
    QCOMPARE(finished.count(), 1);
}

void TestTransportLifetime::cancelsAtOnce()
{
    FaultyServer server;
    const auto transport = transportTo(server);
    HttpExchange *exchange = transport->send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    exchange->cancel();
    exchange->cancel();
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(outcome(exchange->result()), "Canceled");
}

void TestTransportLifetime::cancelsUnderWay_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("no answer yet") << silence();
    QTest::newRow("head there") << send(httpHead({}, 1000));
    QTest::newRow("body begun") << send(httpHead({}, 1000) + "{");
    QTest::newRow("error head there") << send(httpHead({.status = 502}, 1000));
    QTest::newRow("error body begun") << send(httpHead({.status = 403}, 1000) + "{");
    QTest::newRow("body streaming") << stream(HttpText::Framing::UntilClose, 1LL << 40);
}

void TestTransportLifetime::cancelsUnderWay()
{
    QFETCH(const Script, script);
    FaultyServer server;
    server.answerRest(script);
    const auto transport = transportTo(server, {.maxBody = 1LL << 40});
    HttpExchange *exchange = transport->send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    QSignalSpy arrived(&server, &FaultyServer::requestArrived);
    QVERIFY(arrived.wait());
    QCoreApplication::processEvents();
    exchange->cancel();
    QVERIFY(exchange->hasEnded());
    QVERIFY(finished.wait());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(outcome(exchange->result()), "Canceled");
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestTransportLifetime::cancelsNothingThatHasEnded()
{
    FaultyServer server;
    speakGenAuth(server);
    const auto transport = transportTo(server);
    HttpExchange *exchange = transport->send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    connect(exchange, &HttpExchange::finished, exchange, &HttpExchange::cancel);
    QVERIFY(finished.wait());
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(outcome(exchange->result()), "ok");
}

void TestTransportLifetime::deletedExchangeIsAborted_data()
{
    cancelsUnderWay_data();
}

void TestTransportLifetime::deletedExchangeIsAborted()
{
    QFETCH(const Script, script);
    FaultyServer server;
    server.answerRest(script);
    const auto transport = transportTo(server, {.maxBody = 1LL << 40});
    HttpExchange *exchange = transport->send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    QSignalSpy arrived(&server, &FaultyServer::requestArrived);
    QVERIFY(arrived.wait());
    QCoreApplication::processEvents();
    delete exchange;
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(finished.count(), 0);

    // The transport goes on.
    speakGenAuth(server);
    QCOMPARE(outcome(resultOf(transport->send(ApiRequest::currentPackage(), {}))), "ok");
}

void TestTransportLifetime::deletedTransportEndsItsExchanges()
{
    FaultyServer server;
    server.answerRest(silence());
    auto transport = transportTo(server);
    QPointer<HttpExchange> first = transport->send(ApiRequest::currentPackage(), {});
    const QPointer<HttpExchange> second = transport->send(ApiRequest::usage(), {});
    QSignalSpy finished(first, &HttpExchange::finished);
    QSignalSpy destroyed(first, &QObject::destroyed);
    QTRY_COMPARE(server.requests().size(), 2);
    transport.reset();
    QVERIFY(first.isNull());
    QVERIFY(second.isNull());
    QCOMPARE(destroyed.count(), 1);
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestTransportLifetime::deletedTransportDropsQueuedEnd()
{
    FaultyServer server;
    auto transport = transportTo(server);
    HttpExchange *exchange = transport->send(ApiRequest::currentPackage(), {});
    QSignalSpy finished(exchange, &HttpExchange::finished);
    exchange->cancel();
    transport.reset();
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 0);
}

void TestTransportLifetime::mayBeDeletedInFinished()
{
    FaultyServer server;
    speakGenAuth(server);
    const auto transport = transportTo(server);
    QPointer<HttpExchange> exchange = transport->send(ApiRequest::currentPackage(), {});
    QPointer<HttpExchange> other = transport->send(ApiRequest::usage(), {});
    connect(exchange, &HttpExchange::finished, exchange, [&] {
        exchange->deleteLater();
        delete other;
    });
    QTRY_VERIFY(exchange.isNull());
    QVERIFY(other.isNull());
}

void TestTransportLifetime::mayDeleteTransportInFinished()
{
    FaultyServer server;
    speakGenAuth(server);
    auto *transport = new Transport(accountOn(server.url()), m_proxies, {});
    const QPointer<HttpExchange> exchange = transport->send(ApiRequest::currentPackage(), {});
    connect(exchange, &HttpExchange::finished, transport, &QObject::deleteLater);
    QTRY_VERIFY(exchange.isNull());
}

void TestTransportLifetime::runsMoreThanQtsConnectionsSideBySide()
{
    FaultyServer server;
    speakGenAuth(server);
    const auto transport = transportTo(server);
    constexpr int count = 20; // Qt opens six connections to a host
    QList<HttpExchange *> exchanges;
    for (int i = 0; i < count; ++i)
        exchanges.append(transport->send(ApiRequest::currentPackage(), {}));
    for (const HttpExchange *exchange : exchanges) {
        QTRY_VERIFY(exchange->hasEnded());
        QCOMPARE(outcome(exchange->result()), "ok");
    }
    QCOMPARE(server.requests().size(), count);
}

QTEST_GUILESS_MAIN(TestTransportLifetime)
#include "tst_transportlifetime.moc"
