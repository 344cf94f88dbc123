// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes out: the request on the wire, and what is refused before anything does.

#include "core/api/proxyresolver.h"
#include "core/api/transport.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace genauth;
using namespace genauth::test;

class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void sendsPlainGet();
    void sendsKeyInBodyOfPost();
    void namesPoolAndLanguageInBothSpellings_data();
    void namesPoolAndLanguageInBothSpellings();
    void leavesUnsafePoolIdOut_data();
    void leavesUnsafePoolIdOut();
    void keepsPathPrefix_data();
    void keepsPathPrefix();
    void sendsQueryAsMade();
    void echoesNoCookie();
    void sendsNoCredentialOfUrl();
    void reusesConnection();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void refusesUnreadableCaFile_data();
    void refusesUnreadableCaFile();
    void opensNoPipeAsCaFile();
    void comparesOrigins_data();
    void comparesOrigins();

private:
    [[nodiscard]] Result<HttpAnswer> exchange(
        const Account &account, const ApiRequest &request, const RequestIdentity &identity = {});

    ProxyResolver m_proxies;
};

Result<HttpAnswer> TestTransport::exchange(
    const Account &account, const ApiRequest &request, const RequestIdentity &identity)
{
    Transport transport(account, m_proxies, {});
    return resultOf(transport.send(request, identity));
}

void TestTransport::sendsPlainGet()
{
    FaultyServer server;
    server.answer(packagePath(), {goodPackage()});
    const RequestIdentity identity{"token-1", QStringLiteral("pool-1"), ApiLanguage::English};
    const auto answer = exchange(accountOn(server.url()), ApiRequest::currentPackage(), identity);
    QCOMPARE(outcome(answer), "ok");
    QCOMPARE(answer.value().status, 200);
    QVERIFY(answer.value().body.contains("V4_B2C_Enterprise"));

    QCOMPARE(server.requests().size(), 1);
    const RecordedRequest sent = server.requests().constFirst();
    QCOMPARE(sent.verb, "GET");
    QCOMPARE(sent.path, packagePath());
    QVERIFY(sent.query.isEmpty());
    QVERIFY(sent.body.isEmpty());
    QCOMPARE(sent.header("Authorization"), "Bearer token-1");
    QCOMPARE(sent.header("Accept"), "application/json");
    QCOMPARE(sent.header("Accept-Encoding"), "identity");
    QCOMPARE(sent.header("Accept-Language"), "en-US");
    QCOMPARE(sent.header("User-Agent"), "genauth-dashboard/" GENAUTH_VERSION);
    // No offer of HTTP/2 on a plain connection.
    QVERIFY(!sent.hasHeader("Upgrade"));
    QVERIFY(!sent.hasHeader("HTTP2-Settings"));
    QVERIFY(!sent.hasHeader("Cookie"));
    QVERIFY(!sent.hasHeader("Referer"));
}

void TestTransport::sendsKeyInBodyOfPost()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    const ApiRequest request = ApiRequest::managementToken(canaryKey());
    QCOMPARE(outcome(exchange(accountOn(server.url()), request)), "ok");

    const RecordedRequest sent = server.requests().constFirst();
    QCOMPARE(sent.verb, "POST");
    QCOMPARE(sent.path, tokenPath());
    QCOMPARE(sent.body, request.body());
    QCOMPARE(sent.header("Content-Type"), "application/json");
    QVERIFY(!sent.hasHeader("Authorization"));
    QVERIFY(!sent.hasHeader("x-authing-userpool-id"));
    const QByteArray head = sent.raw.first(sent.raw.size() - sent.body.size());
    QVERIFY(!head.contains(canaryKey().secret));
}

void TestTransport::namesPoolAndLanguageInBothSpellings_data()
{
    QTest::addColumn<ApiLanguage>("language");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("Chinese") << ApiLanguage::Chinese << QByteArray("zh-CN");
    QTest::newRow("English") << ApiLanguage::English << QByteArray("en-US");
}

void TestTransport::namesPoolAndLanguageInBothSpellings()
{
    QFETCH(const ApiLanguage, language);
    QFETCH(const QByteArray, value);
    FaultyServer server;
    const RequestIdentity identity{"token-1", QStringLiteral("pool-1"), language};
    QCOMPARE(
        outcome(exchange(accountOn(server.url()), ApiRequest::currentPackage(), identity)), "ok");
    const RecordedRequest sent = server.requests().constFirst();
    QCOMPARE(sent.header("x-authing-userpool-id"), "pool-1");
    QCOMPARE(sent.header("x-genauth-userpool-id"), "pool-1");
    QCOMPARE(sent.header("x-authing-lang"), value);
    QCOMPARE(sent.header("x-genauth-lang"), value);
}

void TestTransport::leavesUnsafePoolIdOut_data()
{
    QTest::addColumn<QString>("poolId");
    QTest::newRow("none") << QString();
    QTest::newRow("line break") << QStringLiteral("pool\r\nX-Evil: 1");
    QTest::newRow("blank inside") << QStringLiteral("a pool");
    QTest::newRow("Chinese") << QStringLiteral("用户池");
    QTest::newRow("too long") << QString(257, u'p');
    QTest::newRow("delete character") << QStringLiteral("pool\x7f");
}

void TestTransport::leavesUnsafePoolIdOut()
{
    QFETCH(const QString, poolId);
    FaultyServer server;
    const RequestIdentity identity{"token-1", poolId, ApiLanguage::English};
    QCOMPARE(
        outcome(exchange(accountOn(server.url()), ApiRequest::currentPackage(), identity)), "ok");
    const RecordedRequest sent = server.requests().constFirst();
    QVERIFY(!sent.hasHeader("x-authing-userpool-id"));
    QVERIFY(!sent.hasHeader("x-genauth-userpool-id"));
    QVERIFY(!sent.hasHeader("X-Evil"));
}

void TestTransport::keepsPathPrefix_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("sent");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("slash") << QStringLiteral("/") << QString();
    QTest::newRow("one") << QStringLiteral("/auth") << QStringLiteral("/auth");
    QTest::newRow("slashes at the end") << QStringLiteral("/auth//") << QStringLiteral("/auth");
    QTest::newRow("two") << QStringLiteral("/a/b") << QStringLiteral("/a/b");
    QTest::newRow("encoded") << QStringLiteral("/a%2Fb%20c") << QStringLiteral("/a%2Fb%20c");
    QTest::newRow("Chinese") << QStringLiteral("/池") << QStringLiteral("/%E6%B1%A0");
}

void TestTransport::keepsPathPrefix()
{
    QFETCH(const QString, prefix);
    QFETCH(const QString, sent);
    FaultyServer server;
    QUrl host = server.url();
    host.setPath(prefix, QUrl::TolerantMode);
    QCOMPARE(outcome(exchange(accountOn(host), ApiRequest::currentPackage())), "ok");
    QCOMPARE(server.requests().constFirst().path, sent + packagePath());
}

void TestTransport::sendsQueryAsMade()
{
    FaultyServer server;
    const ApiRequest request = ApiRequest::orderDetail(QStringLiteral("a+b&c=%订"));
    QCOMPARE(outcome(exchange(accountOn(server.url()), request)), "ok");
    QCOMPARE(server.requests().constFirst().query, request.query());
}

void TestTransport::echoesNoCookie()
{
    FaultyServer server;
    server.answerRest(send(HttpText{.headers = "Set-Cookie: session=1; Path=/\r\n", .body = "{}"}));
    Transport transport(accountOn(server.url()), m_proxies, {});
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(outcome(resultOf(transport.send(ApiRequest::currentPackage(), {}))), "ok");
    }
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().constLast().hasHeader("Cookie"));
}

void TestTransport::sendsNoCredentialOfUrl()
{
    FaultyServer server;
    QUrl host = server.url();
    host.setUserName(QStringLiteral("user"));
    host.setPassword(QStringLiteral("password"));
    QCOMPARE(outcome(exchange(accountOn(host), ApiRequest::currentPackage())), "ok");
    QVERIFY(!server.requests().constFirst().hasHeader("Authorization"));
    QVERIFY(!server.requests().constFirst().raw.contains("user:password"));
}

void TestTransport::reusesConnection()
{
    FaultyServer server;
    speakGenAuth(server);
    Transport transport(accountOn(server.url()), m_proxies, {});
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(outcome(resultOf(transport.send(ApiRequest::currentPackage(), {}))), "ok");
    }
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(server.connections(), 1);
}

void TestTransport::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location"); // "OTHER": on the other host; null: no such header
    QTest::addColumn<QString>("subject");
    const QString other = QStringLiteral("127.0.0.2");
    const QString same = QStringLiteral("127.0.0.1");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d to another host", status) << status << QByteArray("OTHER") << other;
    QTest::newRow("300") << 300 << QByteArray("OTHER") << other;
    QTest::newRow("304") << 304 << QByteArray() << QString();
    QTest::newRow("to a path of the same host") << 302 << QByteArray("/elsewhere") << same;
    QTest::newRow("to itself") << 307 << packagePath().toLatin1() << same;
    QTest::newRow("nowhere") << 302 << QByteArray() << QString();
    QTest::newRow("to an empty place") << 302 << QByteArray("") << QString();
    QTest::newRow("to a file") << 302 << QByteArray("file:///etc/passwd") << QString();
    QTest::newRow("to data") << 302 << QByteArray("data:text/plain,x") << QString();
    QTest::newRow("to garbage") << 302 << QByteArray("http://[oops") << QString();
    QTest::newRow("to ftp") << 308 << QByteArray("ftp://127.0.0.2/x") << other;
}

void TestTransport::followsNoRedirect()
{
    QFETCH(const int, status);
    QFETCH(QByteArray, location);
    QFETCH(const QString, subject);
    FaultyServer server;
    FaultyServer other{QHostAddress(QStringLiteral("127.0.0.2"))};
    if (location == "OTHER")
        location = other.url().toEncoded() + "/api/v3/stolen";
    server.answerRest(redirect(status, location));
    const RequestIdentity identity{"token-1", QStringLiteral("pool-1"), ApiLanguage::English};
    for (const ApiRequest &request :
        {ApiRequest::currentPackage(), ApiRequest::managementToken(canaryKey())}) {
        const int before = static_cast<int>(server.requests().size());
        const auto answer = exchange(accountOn(server.url()), request, identity);
        QCOMPARE(outcome(answer), "Redirected");
        QCOMPARE(answer.error().httpStatus, status);
        QCOMPARE(answer.error().subject, subject);
        QCOMPARE(server.requests().size(), before + 1);
    }
    QCOMPARE(other.connections(), 0);
}

void TestTransport::refusesBeforeSending_data()
{
    QTest::addColumn<QUrl>("host");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *host, ErrorKind kind) {
        QTest::newRow(host) << QUrl(QLatin1String(host)) << kind;
    };
    row("", ErrorKind::InvalidRequest);
    row("https://", ErrorKind::InvalidRequest);
    row("https:///path", ErrorKind::InvalidRequest);
    row("/api", ErrorKind::InvalidRequest);
    row("http://api.genauth.ai", ErrorKind::InsecureHost);
    row("http://192.168.0.1", ErrorKind::InsecureHost);
    row("http://127.0.0.1.example", ErrorKind::InsecureHost);
    row("http://localhost.example", ErrorKind::InsecureHost);
    row("ftp://127.0.0.1", ErrorKind::InsecureHost);
    row("file://127.0.0.1/etc/passwd", ErrorKind::InsecureHost);
    row("ws://127.0.0.1", ErrorKind::InsecureHost);
}

void TestTransport::refusesBeforeSending()
{
    QFETCH(const QUrl, host);
    QFETCH(const ErrorKind, kind);
    const auto answer = exchange(accountOn(host), ApiRequest::currentPackage());
    QCOMPARE(outcome(answer), errorKindName(kind));
    QCOMPARE(answer.error().httpStatus, 0);

    FaultyServer server;
    const auto invalid = exchange(accountOn(server.url()), ApiRequest::orders(0, 10));
    QCOMPARE(outcome(invalid), "InvalidRequest");
    QCOMPARE(server.connections(), 0);
}

void TestTransport::refusesUnreadableCaFile_data()
{
    QTest::addColumn<QByteArray>("content"); // null: no such file
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no PEM") << QByteArray("hello");
    QTest::newRow("broken PEM") << QByteArray(
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
}

void TestTransport::refusesUnreadableCaFile()
{
    QFETCH(const QByteArray, content);
    QTemporaryDir directory;
    FaultyServer server;
    Account account = accountOn(server.url());
    account.caFile = directory.filePath(QStringLiteral("ca.pem"));
    if (!content.isNull()) {
        QFile file(account.caFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QCOMPARE(outcome(exchange(account, ApiRequest::currentPackage())), "CaFileUnreadable");
    QCOMPARE(server.connections(), 0);
}

void TestTransport::opensNoPipeAsCaFile()
{
    QTemporaryDir directory;
    FaultyServer server;
    Account account = accountOn(server.url());
    account.caFile = directory.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(account.caFile).constData(), 0600), 0);
    for (const QString &path : {account.caFile, QStringLiteral("/dev/zero"), directory.path()}) {
        account.caFile = path;
        QCOMPARE(outcome(exchange(account, ApiRequest::currentPackage())), "CaFileUnreadable");
    }
}

void TestTransport::comparesOrigins_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << QStringLiteral("https://api.genauth.ai") << true;
    QTest::newRow("upper case") << QStringLiteral("HTTPS://API.GENAUTH.AI/x") << true;
    QTest::newRow("default port") << QStringLiteral("https://api.genauth.ai:443") << true;
    QTest::newRow("other port") << QStringLiteral("https://api.genauth.ai:8443") << false;
    QTest::newRow("other scheme") << QStringLiteral("http://api.genauth.ai:443") << false;
    QTest::newRow("other host") << QStringLiteral("https://api.authing.cn") << false;
    QTest::newRow("subdomain") << QStringLiteral("https://x.api.genauth.ai") << false;
    QTest::newRow("host as user") << QStringLiteral("https://api.genauth.ai@evil.example") << false;
}

void TestTransport::comparesOrigins()
{
    QFETCH(const QString, other);
    QFETCH(const bool, same);
    const QUrl host(QStringLiteral("https://api.genauth.ai"));
    QCOMPARE(Transport::isSameOrigin(host, QUrl(other)), same);
    QCOMPARE(Transport::isSameOrigin(QUrl(other), host), same);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
