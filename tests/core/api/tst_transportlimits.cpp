// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much and how long: answers that do not end, and answers that do not come.

#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/processfacts.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestTransportLimits : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void hasTheStatedDefaults();
    void readsNoMoreThanTheCap_data();
    void readsNoMoreThanTheCap();
    void countsTheCapToTheByte_data();
    void countsTheCapToTheByte();
    void givesUpOnSilence_data();
    void givesUpOnSilence();
    void waitsForSlowBody();
    void endsSlowBodyAtTheDeadline();
    void endsEndlessBodyAtTheDeadline();
    void waitsForLateAnswer();

private:
    [[nodiscard]] Result<HttpAnswer> exchange(const FaultyServer &server, TransportLimits limits);

    ProxyResolver m_proxies;
};

Result<HttpAnswer> TestTransportLimits::exchange(const FaultyServer &server, TransportLimits limits)
{
    Transport transport(accountOn(server.url()), m_proxies, limits);
    return resultOf(transport.send(ApiRequest::currentPackage(), {}));
}

void TestTransportLimits::hasTheStatedDefaults()
{
    const TransportLimits limits;
    QCOMPARE(limits.inactivity, 15s);
    QCOMPARE(limits.deadline, 30s);
    QCOMPARE(limits.maxBody, 8 * 1024 * 1024);
}

void TestTransportLimits::readsNoMoreThanTheCap_data()
{
    QTest::addColumn<HttpText::Framing>("framing");
    QTest::newRow("stated") << HttpText::Framing::ContentLength;
    QTest::newRow("chunked") << HttpText::Framing::Chunked;
    QTest::newRow("until close") << HttpText::Framing::UntilClose;
}

void TestTransportLimits::readsNoMoreThanTheCap()
{
    QFETCH(const HttpText::Framing, framing);
    constexpr qint64 megabyte = 1024 * 1024;
    FaultyServer server;
    server.answerRest(stream(framing, 100 * megabyte));
    const qint64 before = residentBytes();
    const auto answer = exchange(server, {});
    const qint64 grown = residentBytes() - before;
    QCOMPARE(outcome(answer), "TooLarge");
    QCOMPARE(answer.error().httpStatus, 200);
    QVERIFY2(grown <= 64 * megabyte, QByteArray::number(grown / megabyte).constData());
    QTRY_COMPARE(server.openConnections(), 0); // and nothing more is fetched
}

void TestTransportLimits::countsTheCapToTheByte_data()
{
    QTest::addColumn<HttpText::Framing>("framing");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    for (const int size : {99'999, 100'000, 100'001}) {
        QTest::addRow("stated %d", size) << HttpText::Framing::ContentLength << size << 200;
        QTest::addRow("chunked %d", size) << HttpText::Framing::Chunked << size << 200;
        QTest::addRow("until close %d", size) << HttpText::Framing::UntilClose << size << 200;
        QTest::addRow("of an error %d", size) << HttpText::Framing::ContentLength << size << 502;
    }
}

void TestTransportLimits::countsTheCapToTheByte()
{
    QFETCH(const HttpText::Framing, framing);
    QFETCH(const int, size);
    QFETCH(const int, status);
    FaultyServer server;
    server.answerRest(
        send(HttpText{.status = status, .body = QByteArray(size, 'x'), .framing = framing}));
    const auto answer = exchange(server, {.maxBody = 100'000});
    QCOMPARE(outcome(answer), size > 100'000 ? "TooLarge" : "ok");
    if (answer)
        QCOMPARE(answer.value().body.size(), size);
    else
        QCOMPARE(answer.error().httpStatus, status);
}

void TestTransportLimits::givesUpOnSilence_data()
{
    QTest::addColumn<Script>("script");
    const QByteArray head = httpHead({}, 1000);
    QTest::newRow("from the start") << silence();
    QTest::newRow("after one byte") << send("H");
    QTest::newRow("within the head") << send(head.first(30));
    QTest::newRow("after the head") << send(head);
    QTest::newRow("within the body") << send(head + "{\"statusCode\":200");
    QTest::newRow("after a chunk")
        << send(httpHead({.framing = HttpText::Framing::Chunked}, 0) + "2\r\n{}\r\n");
    QTest::newRow("slow head") << dribble("HTTP/1.1 200 OK\r\n", QByteArray(5000, 'x'), 5ms);
}

void TestTransportLimits::givesUpOnSilence()
{
    QFETCH(const Script, script);
    FaultyServer server;
    server.answerRest(script);
    // Either limit alone is enough.
    for (const TransportLimits limits : {TransportLimits{.inactivity = 60ms, .deadline = 60s},
             TransportLimits{.inactivity = 60s, .deadline = 60ms}}) {
        const auto answer = exchange(server, limits);
        QCOMPARE(outcome(answer), "TimedOut");
        QTRY_COMPARE(server.openConnections(), 0);
    }
    QCOMPARE(server.requests().size(), 2); // nothing is asked again behind our back
}

void TestTransportLimits::waitsForSlowBody()
{
    // 70 bytes, one each 10 ms: longer than the inactivity limit.
    FaultyServer server;
    const QByteArray body(70, 'x');
    server.answerRest(dribble(httpHead({}, body.size()), body, 10ms));
    const auto answer = exchange(server, {.inactivity = 500ms, .deadline = 60s});
    QCOMPARE(outcome(answer), "ok");
    QCOMPARE(answer.value().body, body);
}

void TestTransportLimits::endsSlowBodyAtTheDeadline()
{
    FaultyServer server;
    server.answerRest(dribble(httpHead({}, 5000), QByteArray(5000, 'x'), 5ms));
    QElapsedTimer timer;
    timer.start();
    const auto answer = exchange(server, {.inactivity = 60s, .deadline = 100ms});
    QCOMPARE(outcome(answer), "TimedOut");
    QVERIFY(timer.elapsed() >= 90);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestTransportLimits::endsEndlessBodyAtTheDeadline()
{
    FaultyServer server;
    server.answerRest(stream(HttpText::Framing::UntilClose, 1LL << 40));
    const auto answer =
        exchange(server, {.inactivity = 60s, .deadline = 100ms, .maxBody = 1LL << 40});
    QCOMPARE(outcome(answer), "TimedOut");
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestTransportLimits::waitsForLateAnswer()
{
    FaultyServer server;
    server.answerRest(dribble({}, http({.body = "{}"}), 1ms));
    const auto answer = exchange(server, {.inactivity = 60s, .deadline = 60s});
    QCOMPARE(outcome(answer), "ok");
}

QTEST_GUILESS_MAIN(TestTransportLimits)
#include "tst_transportlimits.moc"
