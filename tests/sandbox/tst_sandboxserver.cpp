// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sandbox/runningsandbox.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace genauth;
using namespace Qt::StringLiterals;

/** A healthy sandbox, over real sockets, in the same event loop as its client. */
class TestSandboxServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sandbox.reset(); }

    void everyPoolAnswersItsOwnPackage();
    void envelopeHasItsFields();
    void messagesFollowTheLanguageHeader_data();
    void messagesFollowTheLanguageHeader();
    void otherPathsAndVerbsAreNoOperations_data();
    void otherPathsAndVerbsAreNoOperations();
    void dateHeaderShowsTheServersClock();
    void countsRequests();
    void listensOnOneLoopbackAddressOnly();
    void saysWhyThePortCannotBeHad();

private:
    QDateTime m_now; ///< the server's clock
    std::optional<RunningSandbox> m_sandbox;
};

void TestSandboxServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_now = QDateTime(QDate(2026, 11, 23), QTime(5, 10, 25), Qt::UTC);
    m_sandbox.emplace(SandboxOptions{.now = [this] { return m_now; }});
    QVERIFY(m_sandbox->isListening);
}

void TestSandboxServer::everyPoolAnswersItsOwnPackage()
{
    const QStringList codes{u"V4_B2C_Enterprise:10000"_s, u"V4_B2C_Professional:5000"_s,
        u"V4_B2B_Enterprise:2000"_s, u"V4_B2E_Enterprise:500"_s, u"V4_B2C_Trial"_s};
    QCOMPARE(m_sandbox->server.pools().size(), codes.size());
    for (int i = 0; i < codes.size(); ++i) {
        const PlainAnswer answer =
            m_sandbox->client.package(m_sandbox->client.bearer(m_sandbox->pool(i)));
        QCOMPARE(answer.statusCode(), 200);
        QCOMPARE(answer.data()["code"_L1].toString(), codes[i]);
    }
    const PlainAnswer first =
        m_sandbox->client.package(m_sandbox->client.bearer(m_sandbox->pool()));
    QCOMPARE(first.data()["endTime"_L1].toString(), u"2026-11-12 00:00:00");
    m_now = m_now.addDays(1);
    const PlainAnswer tomorrow =
        m_sandbox->client.package(m_sandbox->client.bearer(m_sandbox->pool()));
    QCOMPARE(tomorrow.data()["endTime"_L1].toString(), u"2026-11-13 00:00:00");
}

void TestSandboxServer::envelopeHasItsFields()
{
    const QRegularExpression requestId(u"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"_s);
    const QJsonObject good =
        m_sandbox->client.package(m_sandbox->client.bearer(m_sandbox->pool())).json();
    QCOMPARE(good.keys(), (QStringList{u"data"_s, u"message"_s, u"requestId"_s, u"statusCode"_s}));
    QVERIFY(requestId.match(good["requestId"_L1].toString()).hasMatch());
    const QJsonObject refusal = m_sandbox->client.package({}).json();
    QCOMPARE(refusal.keys(),
        (QStringList{u"apiCode"_s, u"data"_s, u"message"_s, u"requestId"_s, u"statusCode"_s}));
    QVERIFY(requestId.match(refusal["requestId"_L1].toString()).hasMatch());
    QVERIFY(refusal["requestId"_L1] != good["requestId"_L1]);
}

void TestSandboxServer::messagesFollowTheLanguageHeader_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QString>("message");
    const QString chinese = u"尚未登录，无访问权限"_s;
    const QString english = u"Not signed in"_s;
    QTest::newRow("none") << QByteArray("x-none") << QByteArray("1") << chinese;
    QTest::newRow("zh-CN") << QByteArray("x-authing-lang") << QByteArray("zh-CN") << chinese;
    QTest::newRow("en-US") << QByteArray("x-authing-lang") << QByteArray("en-US") << english;
    QTest::newRow("branded") << QByteArray("x-genauth-lang") << QByteArray("en-US") << english;
    QTest::newRow("ja-JP") << QByteArray("x-authing-lang") << QByteArray("ja-JP") << english;
}

void TestSandboxServer::messagesFollowTheLanguageHeader()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, language);
    QFETCH(QString, message);
    const PlainAnswer answer = m_sandbox->client.package({}, {{header, language}});
    QCOMPARE(answer.json()["message"_L1].toString(), message);
}

void TestSandboxServer::otherPathsAndVerbsAreNoOperations_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("isPost");
    for (const char *path : {"", "/", "/api/v3/", "/api/v3/get-order", "/api/v3/get-usage-info/",
             "/api/v3/get-current-package-info/", "/API/v3/get-current-package-info",
             "/api/v3/get-management-token"})
        QTest::addRow("GET %s", path) << QByteArray(path) << false;
    QTest::newRow("POST package") << packagePath << true;
}

void TestSandboxServer::otherPathsAndVerbsAreNoOperations()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, isPost);
    const HeaderList headers{{"Authorization", m_sandbox->client.bearer(m_sandbox->pool())}};
    const PlainAnswer answer =
        isPost ? m_sandbox->client.post(path, "{}", headers) : m_sandbox->client.get(path, headers);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.statusCode(), 404);
    QVERIFY(!answer.header("date").isEmpty());
}

void TestSandboxServer::dateHeaderShowsTheServersClock()
{
    QCOMPARE(m_sandbox->client.package({}).header("date"), "Mon, 23 Nov 2026 05:10:25 GMT");
    m_now = m_now.addSecs(7200);
    QCOMPARE(m_sandbox->client.package({}).header("date"), "Mon, 23 Nov 2026 07:10:25 GMT");
}

void TestSandboxServer::countsRequests()
{
    QCOMPARE(m_sandbox->server.requestCount(u"get-management-token"), 0);
    m_sandbox->client.package(m_sandbox->client.bearer(m_sandbox->pool()));
    m_sandbox->client.package(m_sandbox->client.bearer(m_sandbox->pool(1)));
    m_sandbox->client.package({});
    QCOMPARE(m_sandbox->server.requestCount(u"get-management-token"), 2);
    QCOMPARE(
        m_sandbox->server.requestCount(u"get-management-token", m_sandbox->pool().userPoolId), 1);
    QCOMPARE(m_sandbox->server.requestCount(u"get-current-package-info"), 3);
    QCOMPARE(
        m_sandbox->server.requestCount(u"get-current-package-info", m_sandbox->pool(1).userPoolId),
        1);
    QCOMPARE(m_sandbox->server.requestCount(u"get-orders"), 0);
}

void TestSandboxServer::listensOnOneLoopbackAddressOnly()
{
    QCOMPARE(m_sandbox->server.url().host(), u"127.0.0.1");
    const auto port = quint16(m_sandbox->server.url().port());
    QTcpSocket socket;
    // A server on all addresses would answer here as well.
    socket.connectToHost(u"127.0.0.2"_s, port);
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestSandboxServer::saysWhyThePortCannotBeHad()
{
    SandboxServer second;
    QVERIFY(!second.listen(quint16(m_sandbox->server.url().port())));
    QVERIFY(!second.errorString().isEmpty());
}

QTEST_GUILESS_MAIN(TestSandboxServer)
#include "tst_sandboxserver.moc"
