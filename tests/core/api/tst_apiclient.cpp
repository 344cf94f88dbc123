// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signed-in calls: the token and pool they carry, and the one renewal after a 401.

#include "core/api/apiclient.h"
#include "core/api/proxyresolver.h"
#include "core/api/tokenprovider.h"
#include "core/api/transport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;

class TestApiClient : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void addsTokenAndPool();
    void keepsToken();
    void namesPoolBestKnown_data();
    void namesPoolBestKnown();
    void asksInLanguageOfWindow();
    void renewsTokenOnce_data();
    void renewsTokenOnce();
    void saysKeyRefusedAfterFreshToken_data();
    void saysKeyRefusedAfterFreshToken();
    void saysKeyRefusedWhenRenewalIs();
    void renewsOnceForSixSideBySide();
    void renewsOnceForLateRefusal();
    void asksNothingWithoutToken_data();
    void asksNothingWithoutToken();
    void passesOtherRefusalsOn_data();
    void passesOtherRefusalsOn();
    void refusesInvalidRequestUnsent();

private:
    [[nodiscard]] ApiClient &client(
        const QString &enteredPool = {}, ApiLanguage language = ApiLanguage::English);
    [[nodiscard]] int posts() const { return m_server->hitsOn(tokenPath()); }
    [[nodiscard]] int gets() const { return m_server->hitsOn(packagePath()); }
    /** Answers a call by the token it carries. */
    void refuseAllBut(const QByteArray &token, const Script &refusal);

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TokenProvider> m_tokens;
    std::unique_ptr<ApiClient> m_client;
};

void TestApiClient::init()
{
    failOnQtWarnings();
    m_client.reset();
    m_transport.reset();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
}

ApiClient &TestApiClient::client(const QString &enteredPool, ApiLanguage language)
{
    Account account = accountOn(m_server->url());
    account.poolId = enteredPool;
    m_client.reset();
    m_transport = std::make_unique<Transport>(account, m_proxies, TransportLimits{});
    m_tokens = std::make_unique<TokenProvider>(canaryKey(), m_clock);
    m_client = std::make_unique<ApiClient>(account, *m_transport, *m_tokens, language);
    return *m_client;
}

void TestApiClient::refuseAllBut(const QByteArray &token, const Script &refusal)
{
    m_server->answerWith(packagePath(), [token, refusal](const RecordedRequest &request) {
        return request.header("Authorization") == "Bearer " + token ? goodPackage() : refusal;
    });
}

void TestApiClient::addsTokenAndPool()
{
    ApiReply *reply = client().send(ApiRequest::currentPackage());
    const auto answer = resultOf(reply);
    QCOMPARE(outcome(answer), "ok");
    QCOMPARE(answer.value().data, QJsonValue(samplePackage()));
    QCOMPARE(answer.value().requestId, QStringLiteral("req-p"));
    QCOMPARE(reply->poolId(), claimedPool());
    QCOMPARE(m_server->requests().size(), 2);
    const RecordedRequest call = m_server->requests().constLast();
    QCOMPARE(call.header("Authorization"), "Bearer " + canaryToken());
    QCOMPARE(call.header("x-authing-userpool-id"), claimedPool().toLatin1());
    QCOMPARE(call.header("x-genauth-userpool-id"), claimedPool().toLatin1());
}

void TestApiClient::keepsToken()
{
    ApiClient &calls = client();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(outcome(resultOf(calls.send(ApiRequest::currentPackage()))), "ok");
    QCOMPARE(posts(), 1);
    QCOMPARE(gets(), 3);
}

void TestApiClient::namesPoolBestKnown_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("named");
    const QString entered = QStringLiteral("pool-entered");
    const QString keyId = canaryKey().id;
    QTest::newRow("claim") << canaryToken() << entered << claimedPool();
    QTest::newRow("no claim") << jwt({}) << entered << entered;
    QTest::newRow("no claim, none entered") << jwt({}) << QString() << keyId;
    QTest::newRow("no JWT") << QByteArray("opaque") << entered << entered;
    QTest::newRow("no JWT, none entered") << QByteArray("opaque") << QString() << keyId;
    QTest::newRow("unsafe claim") << jwt({{QStringLiteral("scoped_userpool_id"),
                                         QStringLiteral("a\r\nX-Evil: 1")}})
                                  << entered << entered;
}

void TestApiClient::namesPoolBestKnown()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QString, entered);
    QFETCH(const QString, named);
    m_server->answer(tokenPath(), {goodToken(token)});
    ApiReply *reply = client(entered).send(ApiRequest::currentPackage());
    QCOMPARE(outcome(resultOf(reply)), "ok");
    QCOMPARE(reply->poolId(), named);
    const RecordedRequest call = m_server->requestsTo(packagePath()).constFirst();
    QCOMPARE(call.header("x-authing-userpool-id"), named.toLatin1());
    QCOMPARE(call.header("x-genauth-userpool-id"), named.toLatin1());
    QCOMPARE(call.header("Authorization"), "Bearer " + token);
    QVERIFY(!call.hasHeader("X-Evil"));
}

void TestApiClient::asksInLanguageOfWindow()
{
    ApiClient &calls = client({}, ApiLanguage::Chinese);
    QCOMPARE(outcome(resultOf(calls.send(ApiRequest::currentPackage()))), "ok");
    for (const RecordedRequest &request : m_server->requests()) {
        QCOMPARE(request.header("x-authing-lang"), "zh-CN");
        QCOMPARE(request.header("x-genauth-lang"), "zh-CN");
    }
}

void TestApiClient::renewsTokenOnce_data()
{
    QTest::addColumn<Script>("refusal");
    const QByteArray body = envelope({.statusCode = 401});
    QTest::newRow("HTTP 401") << send(HttpText{.status = 401, .body = body});
    QTest::newRow("HTTP 401, no body") << send(HttpText{.status = 401});
    QTest::newRow("HTTP 401, a web page")
        << send(HttpText{.status = 401, .contentType = "text/html", .body = "<html>"});
    QTest::newRow("HTTP 401, a success inside")
        << send(HttpText{.status = 401, .body = envelope({.data = samplePackage()})});
    QTest::newRow("statusCode 401") << refusal(401);
    QTest::newRow("apiCode 2020") << refusal(400, 2020);
    QTest::newRow("apiCode 2020, success without data") << refusal(200, 2020);
}

void TestApiClient::renewsTokenOnce()
{
    QFETCH(const Script, refusal);
    m_server->answer(tokenPath(), {goodToken("old"), goodToken("new")});
    refuseAllBut("new", refusal);
    QCOMPARE(outcome(resultOf(client().send(ApiRequest::currentPackage()))), "ok");
    QCOMPARE(posts(), 2);
    QCOMPARE(gets(), 2);
}

void TestApiClient::saysKeyRefusedAfterFreshToken_data()
{
    renewsTokenOnce_data();
}

void TestApiClient::saysKeyRefusedAfterFreshToken()
{
    QFETCH(const Script, refusal);
    m_server->answer(packagePath(), {refusal});
    ApiClient &calls = client();
    QCOMPARE(outcome(resultOf(calls.send(ApiRequest::currentPackage()))), "KeyRefused");
    QCOMPARE(posts(), 2);
    QCOMPARE(gets(), 2);
}

void TestApiClient::saysKeyRefusedWhenRenewalIs()
{
    m_server->answer(
        tokenPath(), {goodToken("old"), refusal(400, 2333, QStringLiteral("wrong secret"))});
    m_server->answer(packagePath(), {refusal(401)});
    const auto answer = resultOf(client().send(ApiRequest::currentPackage()));
    QCOMPARE(outcome(answer), "KeyRefused");
    QCOMPARE(answer.error().apiCode, 2333);
    QCOMPARE(answer.error().serverMessage, QStringLiteral("wrong secret"));
    QCOMPARE(posts(), 2);
    QCOMPARE(gets(), 1);
}

void TestApiClient::renewsOnceForSixSideBySide()
{
    m_server->answer(tokenPath(), {goodToken("old"), goodToken("new"), goodToken("newer")});
    refuseAllBut("new", refusal(401));
    ApiClient &calls = client();
    QList<ApiReply *> replies;
    for (int i = 0; i < 6; ++i)
        replies.append(calls.send(ApiRequest::currentPackage()));
    for (ApiReply *reply : replies) {
        QTRY_VERIFY(reply->hasEnded());
        QCOMPARE(outcome(reply->result()), "ok");
    }
    QCOMPARE(posts(), 2);
    QCOMPARE(gets(), 12);
}

void TestApiClient::renewsOnceForLateRefusal()
{
    // One call is refused long after another one has renewed the token.
    m_server->answer(tokenPath(), {goodToken("old"), goodToken("new"), goodToken("newer")});
    refuseAllBut("new", refusal(401));
    const QString usagePath = ApiRequest::usage().path();
    m_server->answer(usagePath, {silence(), goodPackage()});
    ApiClient &calls = client();
    ApiReply *late = calls.send(ApiRequest::usage());
    QCOMPARE(outcome(resultOf(calls.send(ApiRequest::currentPackage()))), "ok");
    QTRY_COMPARE(m_server->hitsOn(usagePath), 1);
    m_server->answerLate(usagePath, refusal(401));
    QCOMPARE(outcome(resultOf(late)), "ok");
    QCOMPARE(posts(), 2);
    QCOMPARE(m_server->requestsTo(usagePath).constLast().header("Authorization"), "Bearer new");
}

void TestApiClient::asksNothingWithoutToken_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("wrong secret") << refusal(400, 2333) << ErrorKind::KeyRefused;
    QTest::newRow("HTTP 401") << send(HttpText{.status = 401}) << ErrorKind::KeyRefused;
    QTest::newRow("HTTP 403") << send(HttpText{.status = 403}) << ErrorKind::KeyRefused;
    QTest::newRow("throttled") << refusal(429) << ErrorKind::Throttled;
    QTest::newRow("HTTP 502") << send(HttpText{.status = 502}) << ErrorKind::ServerError;
    QTest::newRow("closed") << close() << ErrorKind::ConnectionClosed;
    QTest::newRow("redirected") << redirect(308, "/") << ErrorKind::Redirected;
}

void TestApiClient::asksNothingWithoutToken()
{
    QFETCH(const Script, script);
    QFETCH(const ErrorKind, kind);
    m_server->answer(tokenPath(), {script});
    ApiClient &calls = client();
    ApiReply *reply = calls.send(ApiRequest::currentPackage());
    QCOMPARE(outcome(resultOf(reply)), errorKindName(kind));
    QVERIFY(reply->poolId().isEmpty());
    QCOMPARE(gets(), 0);
}

void TestApiClient::passesOtherRefusalsOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("400") << 400 << ErrorKind::BadRequest;
    QTest::newRow("402") << 402 << ErrorKind::HigherPackageNeeded;
    QTest::newRow("403") << 403 << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("429") << 429 << ErrorKind::Throttled;
    QTest::newRow("500") << 500 << ErrorKind::ServerError;
    QTest::newRow("503") << 503 << ErrorKind::Maintenance;
}

void TestApiClient::passesOtherRefusalsOn()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    for (const Script &script : {refusal(status), send(HttpText{.status = status})}) {
        m_server->answer(packagePath(), {script});
        const int before = posts();
        QCOMPARE(
            outcome(resultOf(client().send(ApiRequest::currentPackage()))), errorKindName(kind));
        QCOMPARE(posts(), before + 1); // a refused right is no reason for another token
    }
    QCOMPARE(gets(), 2);
}

void TestApiClient::refusesInvalidRequestUnsent()
{
    QCOMPARE(outcome(resultOf(client().send(ApiRequest::orders(0, 10)))), "InvalidRequest");
    QCOMPARE(m_server->connections(), 0);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
