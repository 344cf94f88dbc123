// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/endedexchange.h"

#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/logcapture.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;

class TestEndedExchange : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void namesTheOperation_data();
    void namesTheOperation();
    void passesErrorsOfTheNetworkOn();
    void logsOneLine_data();
    void logsOneLine();

private:
    struct Ended
    {
        Result<Envelope> envelope;
        QList<QByteArray> lines; ///< of this program's own log
        QByteArray log;
    };
    [[nodiscard]] Ended ended(
        const QUrl &host, const ApiRequest &request = ApiRequest::currentPackage());

    ProxyResolver m_proxies;
};

TestEndedExchange::Ended TestEndedExchange::ended(const QUrl &host, const ApiRequest &request)
{
    const LogCapture log;
    Transport transport(accountOn(host), m_proxies, {});
    HttpExchange *exchange = transport.send(request, {"CANARY-TOKEN", QStringLiteral("pool-1")});
    static_cast<void>(resultOf(exchange));
    const Result<Envelope> envelope = readEndedExchange(*exchange);
    QList<QByteArray> lines;
    for (const QByteArray &line : log.text().split('\n')) {
        if (line.startsWith("genauth.api: "))
            lines.append(line);
    }
    return {envelope, lines, log.text()};
}

void TestEndedExchange::namesTheOperation_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no prefix") << QString();
    QTest::newRow("a prefix") << QStringLiteral("/auth/api/v3");
}

void TestEndedExchange::namesTheOperation()
{
    QFETCH(const QString, path);
    FaultyServer server;
    server.answerRest(refusal(403));
    QUrl host = server.url();
    host.setPath(path);
    for (const ApiRequest &request : {ApiRequest::currentPackage(),
             ApiRequest::managementToken(canaryKey()), ApiRequest::usage(),
             ApiRequest::orders(1, 10), ApiRequest::orderDetail(QStringLiteral("a/b?c"))}) {
        const Ended it = ended(host, request);
        QCOMPARE(outcome(it.envelope), "Forbidden");
        QCOMPARE(it.envelope.error().operation, request.name());
        QCOMPARE(it.envelope.error().requestId, QStringLiteral("req-r"));
    }
}

void TestEndedExchange::passesErrorsOfTheNetworkOn()
{
    const Ended it = ended(QUrl(QStringLiteral("http://192.0.2.1")));
    QCOMPARE(outcome(it.envelope), "InsecureHost");
    QCOMPARE(it.envelope.error().operation, ApiRequest::currentPackage().name());
    QCOMPARE(it.envelope.error().subject, QStringLiteral("192.0.2.1"));
}

void TestEndedExchange::logsOneLine_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::newRow("success") << goodPackage() << QList<QByteArray>{"HTTP 200", R"("req-p")"};
    QTest::newRow("refusal") << refusal(499, 1303, QStringLiteral("server's words"))
                             << QList<QByteArray>{"BadRequest", "HTTP 200", "statusCode 499",
                                    "apiCode 1303", R"("req-r")"};
    QTest::newRow("a gateway's page")
        << send(HttpText{.status = 502, .contentType = "text/html", .body = "<html>"})
        << QList<QByteArray>{"ServerError", "HTTP 502"};
    QTest::newRow("closed") << close() << QList<QByteArray>{"ConnectionClosed", "HTTP 0"};
}

void TestEndedExchange::logsOneLine()
{
    QFETCH(const Script, script);
    QFETCH(const QList<QByteArray>, words);
    FaultyServer server;
    server.answerRest(script);
    const Ended it = ended(server.url(), ApiRequest::orders(7, 10));
    QCOMPARE(it.lines.size(), 1);
    const QByteArray &line = it.lines.constFirst();
    QVERIFY2(line.startsWith("genauth.api: GET /api/v3/get-orders "), line.constData());
    QVERIFY2(line.contains(" ms, requestId"), line.constData());
    for (const QByteArray &word : words)
        QVERIFY2(line.contains(word), line.constData());
    // No query, no words of the server's, nothing of the body, no secret.
    for (const char *hidden : {"page=", "limit=", "words", "Enterprise", "<html>"})
        QVERIFY2(!line.contains(hidden), line.constData());
    QVERIFY(!it.log.contains("CANARY"));
}

QTEST_GUILESS_MAIN(TestEndedExchange)
#include "tst_endedexchange.moc"
