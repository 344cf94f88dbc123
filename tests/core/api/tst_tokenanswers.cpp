// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the token endpoint may answer, and what is made of it.

#include "core/api/proxyresolver.h"
#include "core/api/tokenprovider.h"
#include "core/api/transport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QJsonArray>
#include <QTest>
#include <QTestEventLoop>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

namespace {

QByteArray jwtWithClaim(const QJsonValue &claim)
{
    return jwt({{QStringLiteral("scoped_userpool_id"), claim}});
}

} // namespace

class TestTokenAnswers : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void readsClaim_data();
    void readsClaim();
    void takesAnyToken_data();
    void takesAnyToken();
    void refusesToken_data();
    void refusesToken();
    void readsLifetime_data();
    void readsLifetime();
    void tellsRefusalOfKeyFromTheRest_data();
    void tellsRefusalOfKeyFromTheRest();
    void keepsServersWordsOfRefusal();
    void passesTransportFailuresOn_data();
    void passesTransportFailuresOn();

private:
    [[nodiscard]] Result<ManagementToken> tokenFrom(
        const Script &script, TransportLimits limits = {}, int *posts = nullptr);

    ProxyResolver m_proxies;
    FakeClock m_clock;
};

Result<ManagementToken> TestTokenAnswers::tokenFrom(
    const Script &script, TransportLimits limits, int *posts)
{
    FaultyServer server;
    server.answer(tokenPath(), {script});
    Transport transport(accountOn(server.url()), m_proxies, limits);
    TokenProvider tokens(canaryKey(), m_clock);
    std::optional<Result<ManagementToken>> result;
    QTestEventLoop loop;
    tokens.request(
        transport, ApiLanguage::English, this, [&](const Result<ManagementToken> &token) {
            result = token;
            loop.exitLoop();
        });
    loop.enterLoop(10);
    if (!result)
        qFatal("no answer to the test's question");
    if (posts)
        *posts = server.hitsOn(tokenPath());
    return *result;
}

void TestTokenAnswers::readsClaim_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("claim");
    const QString pool = QStringLiteral("pool-1");
    const QByteArray good = jwtWithClaim(pool);
    QTest::newRow("there") << good << pool;
    QTest::newRow("any visible ASCII")
        << jwtWithClaim(QStringLiteral("!~{}<b>")) << QStringLiteral("!~{}<b>");
    QByteArray padded = good;
    padded.insert(
        padded.lastIndexOf('.'), QByteArray((4 - good.split('.').at(1).size() % 4) % 4, '='));
    QTest::newRow("padded") << padded << pool;
    QTest::newRow("missing") << jwt({}) << QString();
    QTest::newRow("empty") << jwtWithClaim(QString()) << QString();
    QTest::newRow("null") << jwtWithClaim(QJsonValue()) << QString();
    QTest::newRow("a number") << jwtWithClaim(7) << QString();
    QTest::newRow("a line break") << jwtWithClaim(QStringLiteral("pool\r\nX: 1")) << QString();
    QTest::newRow("a blank") << jwtWithClaim(QStringLiteral("a pool")) << QString();
    QTest::newRow("Chinese") << jwtWithClaim(QStringLiteral("池")) << QString();
    QTest::newRow("longer than a header may be") << jwtWithClaim(QString(257, u'p')) << QString();
    QTest::newRow("no token") << QByteArray() << QString();
    QTest::newRow("no JWT") << QByteArray("opaque") << QString();
    QTest::newRow("two parts") << good.first(good.lastIndexOf('.')) << QString();
    QTest::newRow("four parts") << good + ".x" << QString();
    QTest::newRow("bad base64") << QByteArray("e30.!!!.x") << QString();
    QTest::newRow("payload no JSON")
        << QByteArray("e30.") + QByteArray("{").toBase64() + ".x" << QString();
    QTest::newRow("payload a list")
        << QByteArray("e30.") + QByteArray("[1]").toBase64() + ".x" << QString();
    QTest::newRow("1 MB") << jwt({{QStringLiteral("scoped_userpool_id"), pool},
                                 {QStringLiteral("x"), QString(1'000'000, u'x')}})
                          << QString();
}

void TestTokenAnswers::readsClaim()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QString, claim);
    QCOMPARE(scopedPoolIdOf(token), claim);
}

void TestTokenAnswers::takesAnyToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("JWT") << canaryToken();
    QTest::newRow("no JWT") << QByteArray("opaque");
    QTest::newRow("two parts") << QByteArray("a.b");
    QTest::newRow("bad base64") << QByteArray("!.!.!");
    QTest::newRow("without the claim") << jwt({});
    QTest::newRow("16 KiB") << QByteArray(16 * 1024, 'x');
}

void TestTokenAnswers::takesAnyToken()
{
    QFETCH(const QByteArray, token);
    const auto read = tokenFrom(goodToken(token));
    QCOMPARE(outcome(read), "ok");
    QCOMPARE(read.value().value, token);
}

void TestTokenAnswers::refusesToken_data()
{
    QTest::addColumn<QJsonValue>("data");
    const auto row = [](const char *name, const QJsonValue &token) {
        QTest::newRow(name) << QJsonValue(QJsonObject{{QStringLiteral("access_token"), token}});
    };
    row("null", QJsonValue());
    row("a number", 7);
    row("a list", QJsonArray{QStringLiteral("x")});
    row("empty", QString());
    row("a blank", QStringLiteral("a b"));
    row("a line break", QStringLiteral("a\r\nX-Evil: 1"));
    row("Chinese", QStringLiteral("令牌"));
    row("more than 16 KiB", QString(16 * 1024 + 1, u'x'));
    row("1 MB", QString(1'000'000, u'x'));
    QTest::newRow("missing") << QJsonValue(QJsonObject());
    QTest::newRow("data a list") << QJsonValue(QJsonArray());
    QTest::newRow("data a text") << QJsonValue(QStringLiteral("token"));
}

void TestTokenAnswers::refusesToken()
{
    QFETCH(const QJsonValue, data);
    const auto read = tokenFrom(
        send(HttpText{.body = envelope({.data = data, .requestId = QStringLiteral("r-7")})}));
    QCOMPARE(outcome(read), "UnreadableField");
    QCOMPARE(read.error().subject, QStringLiteral("data.access_token"));
    QCOMPARE(read.error().requestId, QStringLiteral("r-7"));
    QCOMPARE(read.error().httpStatus, 200);
}

void TestTokenAnswers::readsLifetime_data()
{
    QTest::addColumn<QJsonValue>("expiresIn");
    QTest::addColumn<int>("seconds");
    const auto row = [](const char *name, const QJsonValue &expiresIn, int seconds) {
        QTest::newRow(name) << expiresIn << seconds;
    };
    row("number", 3600, 3600);
    row("string", QStringLiteral("3600"), 3600);
    row("0", 0, 0);
    row("a year", 366 * 86'400, 366 * 86'400);
    row("absent", QJsonValue::Undefined, 7200);
    row("null", QJsonValue(), 7200);
    row("empty", QString(), 7200);
    row("negative", -1, 7200);
    row("a fraction", 3600.5, 7200);
    row("words", QStringLiteral("soon"), 7200);
    row("full-width digits", QStringLiteral("３６００"), 7200);
    row("centuries", 1e10, 7200);
    row("beyond 64 bits", 1e300, 7200);
    row("a list", QJsonArray{3600}, 7200);
    row("true", true, 7200);
}

void TestTokenAnswers::readsLifetime()
{
    QFETCH(const QJsonValue, expiresIn);
    QFETCH(const int, seconds);
    const auto read = tokenFrom(goodToken(canaryToken(), expiresIn));
    QCOMPARE(outcome(read), "ok");
    QCOMPARE(m_clock.nowUtc().secsTo(read.value().expiresAt), seconds);
}

void TestTokenAnswers::tellsRefusalOfKeyFromTheRest_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorKind>("kind");
    const auto keyRefused = ErrorKind::KeyRefused;
    for (const int status : {400, 401, 403}) {
        QTest::addRow("statusCode %d", status) << refusal(status) << keyRefused;
        QTest::addRow("HTTP %d", status)
            << send(HttpText{.status = status, .contentType = "text/html", .body = "<p>"})
            << keyRefused;
    }
    QTest::newRow("wrong password") << refusal(400, 2333) << keyRefused;
    QTest::newRow("wrong password, as a server error") << refusal(500, 2333) << keyRefused;
    QTest::newRow("no such pool") << refusal(404, 2224) << keyRefused;
    QTest::newRow("bad signature") << refusal(499, 1300) << keyRefused;
    QTest::newRow("not signed in") << refusal(400, 2020) << keyRefused;
    const QList<std::pair<int, ErrorKind>> others{
        {402, ErrorKind::HigherPackageNeeded},
        {404, ErrorKind::NotFound},
        {405, ErrorKind::BadRequest},
        {408, ErrorKind::BadRequest},
        {409, ErrorKind::BadRequest},
        {413, ErrorKind::BadRequest},
        {429, ErrorKind::Throttled},
        {500, ErrorKind::ServerError},
        {502, ErrorKind::ServerError},
        {503, ErrorKind::Maintenance},
    };
    for (const auto &[status, kind] : others) {
        QTest::addRow("statusCode %d", status) << refusal(status) << kind;
        QTest::addRow("HTTP %d", status) << send(HttpText{.status = status}) << kind;
    }
}

void TestTokenAnswers::tellsRefusalOfKeyFromTheRest()
{
    QFETCH(const Script, script);
    QFETCH(const ErrorKind, kind);
    int posts = 0;
    const auto read = tokenFrom(script, {}, &posts);
    QCOMPARE(outcome(read), errorKindName(kind));
    QCOMPARE(posts, 1); // no key is tried twice
}

void TestTokenAnswers::keepsServersWordsOfRefusal()
{
    const auto read = tokenFrom(refusal(400, 2333, QStringLiteral("账号或密码错误")));
    QCOMPARE(outcome(read), "KeyRefused");
    QCOMPARE(read.error().statusCode, 400);
    QCOMPARE(read.error().apiCode, 2333);
    QCOMPARE(read.error().serverMessage, QStringLiteral("账号或密码错误"));
    QCOMPARE(read.error().requestId, QStringLiteral("req-r"));
}

void TestTokenAnswers::passesTransportFailuresOn_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray whole = goodToken().constFirst().bytes;
    QTest::newRow("redirect") << redirect(307, "http://127.0.0.2/") << ErrorKind::Redirected;
    QTest::newRow("cut") << sendAndClose(whole.chopped(1)) << ErrorKind::ConnectionClosed;
    QTest::newRow("web page") << send(HttpText{.contentType = "text/html", .body = "<html>"})
                              << ErrorKind::HtmlAnswer;
    QTest::newRow("nothing") << send(HttpText{}) << ErrorKind::MalformedAnswer;
    QTest::newRow("silence") << silence() << ErrorKind::TimedOut;
}

void TestTokenAnswers::passesTransportFailuresOn()
{
    QFETCH(const Script, script);
    QFETCH(const ErrorKind, kind);
    const TransportLimits limits{.deadline = kind == ErrorKind::TimedOut ? 100ms : 30'000ms};
    QCOMPARE(outcome(tokenFrom(script, limits)), errorKindName(kind));
}

QTEST_GUILESS_MAIN(TestTokenAnswers)
#include "tst_tokenanswers.moc"
