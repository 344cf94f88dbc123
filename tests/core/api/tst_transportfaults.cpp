// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What comes back: answers whole, cut, refused, garbled, and connections that end or never begin.

#include "core/api/envelope.h"
#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QTcpServer>
#include <QTest>

using namespace genauth;
using namespace genauth::test;

class TestTransportFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void deliversAnswer_data();
    void deliversAnswer();
    void deliversDateAndRetryAfter_data();
    void deliversDateAndRetryAfter();
    void handsErrorAnswersOver_data();
    void handsErrorAnswersOver();
    void refusesOddStatus_data();
    void refusesOddStatus();
    void reportsEndOfConnection_data();
    void reportsEndOfConnection();
    void noticesMissingBytes();
    void acceptsNoPrefix_data();
    void acceptsNoPrefix();
    void distrustsPackedAnswer_data();
    void distrustsPackedAnswer();
    void survivesHostileHead_data();
    void survivesHostileHead();
    void reportsRefusedConnection();
    void reportsUnknownHost();
    void asksForNoPassword_data();
    void asksForNoPassword();

private:
    [[nodiscard]] Result<HttpAnswer> exchange(
        const QUrl &host, const ApiRequest &request = ApiRequest::currentPackage());

    ProxyResolver m_proxies;
};

Result<HttpAnswer> TestTransportFaults::exchange(const QUrl &host, const ApiRequest &request)
{
    Transport transport(accountOn(host), m_proxies, {});
    return resultOf(transport.send(request, {"token-1", QStringLiteral("pool-1")}));
}

void TestTransportFaults::deliversAnswer_data()
{
    QTest::addColumn<HttpText::Framing>("framing");
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 64 * 1024, 1024 * 1024 + 1, 8 * 1024 * 1024}) {
        QTest::addRow("stated, %d", size) << HttpText::Framing::ContentLength << size;
        QTest::addRow("chunked, %d", size) << HttpText::Framing::Chunked << size;
        QTest::addRow("until close, %d", size) << HttpText::Framing::UntilClose << size;
    }
}

void TestTransportFaults::deliversAnswer()
{
    QFETCH(const HttpText::Framing, framing);
    QFETCH(const int, size);
    FaultyServer server;
    const QByteArray body(size, 'x');
    server.answerRest(send(HttpText{.body = body, .framing = framing}));
    const auto answer = exchange(server.url());
    QCOMPARE(outcome(answer), "ok");
    QCOMPARE(answer.value().status, 200);
    QCOMPARE(answer.value().contentType, "application/json; charset=utf-8");
    QVERIFY(answer.value().body == body);
}

void TestTransportFaults::deliversDateAndRetryAfter_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QDateTime>("date");
    QTest::addColumn<int>("retryAfter"); // 0: none
    const QByteArray date = "Date: Wed, 21 Oct 2026 07:28:00 GMT\r\n";
    const QDateTime read(QDate(2026, 10, 21), QTime(7, 28), Qt::UTC);
    QTest::newRow("neither") << QByteArray() << QDateTime() << 0;
    QTest::newRow("date") << date << read << 0;
    QTest::newRow("seconds") << QByteArray("retry-after: 7\r\n") << QDateTime() << 7;
    QTest::newRow("against the date") << date + "Retry-After: Wed, 21 Oct 2026 07:28:30 GMT\r\n"
                                      << read << 30;
    QTest::newRow("no date to measure against")
        << QByteArray("Retry-After: Wed, 21 Oct 2026 07:28:30 GMT\r\n") << QDateTime() << 0;
    QTest::newRow("nonsense") << date + "Retry-After: soon\r\n" << read << 0;
    QTest::newRow("date twice") << date + date << QDateTime() << 0;
}

void TestTransportFaults::deliversDateAndRetryAfter()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QDateTime, date);
    QFETCH(const int, retryAfter);
    FaultyServer server;
    server.answerRest(send(HttpText{.status = 429, .headers = headers, .body = "{}"}));
    const auto answer = exchange(server.url());
    QCOMPARE(outcome(answer), "ok");
    QCOMPARE(answer.value().date, date);
    QCOMPARE(answer.value().retryAfter.has_value(), retryAfter > 0);
    if (retryAfter > 0)
        QCOMPARE(answer.value().retryAfter->count(), retryAfter);
}

void TestTransportFaults::handsErrorAnswersOver_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 499,
             500, 501, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void TestTransportFaults::handsErrorAnswersOver()
{
    QFETCH(const int, status);
    FaultyServer server;
    const QByteArray page = "<html><body>sorry</body></html>";
    server.answerRest(send(HttpText{.status = status, .contentType = "text/html", .body = page}));
    const auto answer = exchange(server.url());
    QCOMPARE(outcome(answer), "ok"); // an answer is an answer: envelope judges it
    QCOMPARE(answer.value().status, status);
    QCOMPARE(answer.value().contentType, "text/html");
    QCOMPARE(answer.value().body, page);
    QCOMPARE(server.requests().size(), 1);
}

void TestTransportFaults::refusesOddStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {0, 99, 101, 600, 601, 999})
        QTest::addRow("%d", status) << status;
}

void TestTransportFaults::refusesOddStatus()
{
    QFETCH(const int, status);
    FaultyServer server;
    server.answerRest(sendAndClose(http({.status = status, .body = "{}"})));
    const auto answer = exchange(server.url());
    QCOMPARE(outcome(answer), "NotHttp");
    QCOMPARE(server.requests().size(), 1);
}

void TestTransportFaults::reportsEndOfConnection_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("close before the answer") << close();
    QTest::newRow("reset before the answer") << reset();
    QTest::newRow("garbage") << sendAndClose("\x01\x02\x03\xff\xfe binary\r\n\r\n");
    QTest::newRow("another protocol") << sendAndClose("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("status is a word") << sendAndClose("HTTP/1.1 abc OK\r\n\r\n{}");
    QTest::newRow("cut status line") << sendAndClose("HTTP/1.");
    QTest::newRow("cut head") << sendAndClose("HTTP/1.1 200 OK\r\nContent-Type: appl");
}

void TestTransportFaults::reportsEndOfConnection()
{
    QFETCH(const Script, script);
    for (const ApiRequest &request :
        {ApiRequest::currentPackage(), ApiRequest::managementToken(canaryKey())}) {
        FaultyServer server;
        server.answerRest(script);
        const auto answer = exchange(server.url(), request);
        QCOMPARE(outcome(answer), "ConnectionClosed");
        // Qt asks again by itself when a connection ends before the answer: known, and no storm.
        const auto hits = server.requests().size();
        QVERIFY2(hits >= 1 && hits <= 4, QByteArray::number(hits).constData());
    }
}

void TestTransportFaults::noticesMissingBytes()
{
    for (const bool withReset : {false, true}) {
        FaultyServer server;
        const QByteArray bytes = http({.body = envelope({.data = samplePackage()})}).chopped(1);
        server.answerRest(withReset ? sendAndReset(bytes) : sendAndClose(bytes));
        const auto answer = exchange(server.url());
        QCOMPARE(outcome(answer), "ConnectionClosed");
        QCOMPARE(answer.error().httpStatus, 200);
    }
}

void TestTransportFaults::acceptsNoPrefix_data()
{
    QTest::addColumn<HttpText::Framing>("framing");
    QTest::newRow("until close") << HttpText::Framing::UntilClose;
    QTest::newRow("chunked") << HttpText::Framing::Chunked;
}

void TestTransportFaults::acceptsNoPrefix()
{
    // Without a length Qt takes a cut answer for a whole one: only reading it tells.
    QFETCH(const HttpText::Framing, framing);
    const QByteArray body = envelope({.data = samplePackage(), .requestId = QStringLiteral("r")});
    const QByteArray whole = http({.body = body, .framing = framing});
    const qsizetype bodyStart = whole.indexOf(body);
    FaultyServer server;
    Transport transport(accountOn(server.url()), m_proxies, {});
    for (qsizetype length = bodyStart; length < bodyStart + body.size(); ++length) {
        const QByteArray cut = whole.first(length);
        server.answerRest(length % 2 ? sendAndClose(cut) : sendAndReset(cut));
        const auto answer = resultOf(transport.send(ApiRequest::currentPackage(), {}));
        QVERIFY2(!answer || !readEnvelope(answer.value()), cut.constData());
    }
    server.answerRest(sendAndClose(whole));
    const auto answer = exchange(server.url());
    QCOMPARE(outcome(answer), "ok");
    QCOMPARE(outcome(readEnvelope(answer.value())), "ok");
}

void TestTransportFaults::distrustsPackedAnswer_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    const QByteArray noGzip = QByteArray::fromHex("1f8b0800") + QByteArray(64, 'x');
    // 64 kB of blanks in front of a good envelope, in a few bytes.
    const QByteArray good = QByteArray(65'536, ' ') + envelope({.data = samplePackage()});
    const QByteArray zlib = qCompress(good, 9).sliced(4);
    QTest::newRow("broken gzip") << QByteArray("gzip") << noGzip;
    QTest::newRow("good deflate") << QByteArray("deflate") << zlib;
    QTest::newRow("cut deflate") << QByteArray("deflate") << zlib.chopped(20);
    QTest::newRow("two encodings") << QByteArray("gzip, deflate") << zlib;
    QTest::newRow("brotli") << QByteArray("br") << QByteArray("\x0b\x02\x80{}\x03");
    QTest::newRow("zstd") << QByteArray("zstd") << QByteArray::fromHex("28b52ffd04");
    QTest::newRow("unknown") << QByteArray("rot13") << QByteArray("{");
}

void TestTransportFaults::distrustsPackedAnswer()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, body);
    FaultyServer server;
    server.answerRest(
        send(HttpText{.headers = "Content-Encoding: " + encoding + "\r\n", .body = body}));
    const auto answer = exchange(server.url());
    // "identity" was asked for, so nothing is unpacked and the bytes are no JSON.
    QVERIFY(!answer || !readEnvelope(answer.value()));
    if (answer)
        QCOMPARE(answer.value().body, body);
}

void TestTransportFaults::survivesHostileHead_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("headers");
    QByteArray many;
    for (int i = 0; i < 150; ++i)
        many += "X-Header-" + QByteArray::number(i) + ": 1\r\n";
    QTest::newRow("markup in the reason")
        << QByteArray("<img src='/dev/zero'><a href=file:///etc/passwd>") << QByteArray();
    QTest::newRow("no reason") << QByteArray() << QByteArray();
    QTest::newRow("control characters") << QByteArray("\x1b[2J\x07\t") << QByteArray();
    QTest::newRow("150 headers") << QByteArray("OK") << many;
    QTest::newRow("a long header")
        << QByteArray("OK") << "X-Long: " + QByteArray(100'000, 'x') + "\r\n";
    QTest::newRow("a header without name") << QByteArray("OK") << QByteArray(": value\r\n");
    QTest::newRow("lengths that differ") << QByteArray("OK") << QByteArray("Content-Length: 1\r\n");
}

void TestTransportFaults::survivesHostileHead()
{
    QFETCH(const QByteArray, reason);
    QFETCH(const QByteArray, headers);
    for (const int status : {200, 500}) {
        FaultyServer server;
        server.answerRest(sendAndClose(
            http({.status = status, .reason = reason, .headers = headers, .body = "no envelope"})));
        const auto answer = exchange(server.url());
        QVERIFY(!answer || !readEnvelope(answer.value()));
        const ApiError error = answer ? readEnvelope(answer.value()).error() : answer.error();
        QVERIFY(!error.subject.contains(u'<'));
        QVERIFY(error.serverMessage.isEmpty());
    }
}

void TestTransportFaults::reportsRefusedConnection()
{
    QUrl nobody;
    {
        const FaultyServer server; // its port is free again, and nobody listens
        nobody = server.url();
    }
    const auto answer = exchange(nobody);
    QCOMPARE(outcome(answer), "ConnectionRefused");
    QCOMPARE(answer.error().httpStatus, 0);
    QVERIFY(!answer.error().proxyInUse);
}

void TestTransportFaults::reportsUnknownHost()
{
    // Longer than any name can be, so no name server is asked.
    QUrl host(QStringLiteral("https://genauth.invalid"));
    host.setHost(QStringLiteral("genauth.").repeated(40) + host.host());
    const auto answer = exchange(host);
    QCOMPARE(outcome(answer), "HostNotFound");
}

void TestTransportFaults::asksForNoPassword_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("Bearer") << QByteArray("Bearer realm=\"genauth\"");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"<b>who</b>\"");
    QTest::newRow("Digest") << QByteArray("Digest realm=\"r\", nonce=\"n\", algorithm=MD5");
    QTest::newRow("NTLM") << QByteArray("NTLM");
    QTest::newRow("Negotiate") << QByteArray("Negotiate");
}

void TestTransportFaults::asksForNoPassword()
{
    QFETCH(const QByteArray, challenge);
    FaultyServer server;
    const QByteArray header =
        challenge.isEmpty() ? QByteArray() : "WWW-Authenticate: " + challenge + "\r\n";
    server.answerRest(send(HttpText{.status = 401, .headers = header, .body = "{}"}));
    const auto answer = exchange(server.url());
    QCOMPARE(outcome(answer), "ok");
    QCOMPARE(answer.value().status, 401);
    for (const RecordedRequest &request : server.requests())
        QCOMPARE(request.header("Authorization"), "Bearer token-1");
}

QTEST_GUILESS_MAIN(TestTransportFaults)
#include "tst_transportfaults.moc"
