// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sandbox/runningsandbox.h"

#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace genauth;
using namespace Qt::StringLiterals;

/** Both ways to show that one has a key, over real sockets. */
class TestSandboxSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sandbox.reset(); }

    void exchangesAKeyForAToken();
    void refusesAWrongKey();
    void refusesAnExchangeWithoutKey_data();
    void refusesAnExchangeWithoutKey();
    void refusesWhoIsNotSignedIn_data();
    void refusesWhoIsNotSignedIn();
    void tokensEnd();
    void tokensOfAnotherServerAreNotKnown();
    void refusesATokenForAnotherPool();
    void readsARequestSignedLikeTheNodeSdk();
    void refusesASignedRequestWithAWrongSecretOrReplayed();
    void secretsAreNewAtEachStart();

private:
    QDateTime m_now; ///< the server's clock
    std::optional<RunningSandbox> m_sandbox;
};

void TestSandboxSignIn::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_now = QDateTime(QDate(2026, 11, 23), QTime(5, 10, 25), Qt::UTC);
    m_sandbox.emplace(SandboxOptions{.now = [this] { return m_now; }});
    QVERIFY(m_sandbox->isListening);
}

void TestSandboxSignIn::exchangesAKeyForAToken()
{
    const PlainAnswer answer = m_sandbox->client.exchange(
        m_sandbox->pool().accessKeyId, m_sandbox->pool().accessKeySecret);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), "application/json");
    QCOMPARE(answer.statusCode(), 200);
    QCOMPARE(answer.data()["expires_in"_L1].toInt(), 7200);
    QCOMPARE(answer.data()["access_token"_L1].toString().count(u'.'), 2);
}

void TestSandboxSignIn::refusesAWrongKey()
{
    for (const PlainAnswer &answer :
        {m_sandbox->client.exchange(m_sandbox->pool().accessKeyId, u"0"_s.repeated(32)),
            m_sandbox->client.exchange(
                m_sandbox->pool().accessKeyId, m_sandbox->pool(1).accessKeySecret),
            m_sandbox->client.exchange(u"0"_s.repeated(24), m_sandbox->pool().accessKeySecret)}) {
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.statusCode(), 401);
        QCOMPARE(answer.apiCode(), 2333);
    }
}

void TestSandboxSignIn::refusesAnExchangeWithoutKey_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("accessKeyId=1");
    QTest::newRow("half a key") << QByteArray(R"({"accessKeyId": "1"})");
    QTest::newRow("a number") << QByteArray(R"({"accessKeyId": 1, "accessKeySecret": "2"})");
}

void TestSandboxSignIn::refusesAnExchangeWithoutKey()
{
    QFETCH(QByteArray, body);
    const PlainAnswer answer = m_sandbox->client.post("/api/v3/get-management-token", body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.statusCode(), 400);
}

void TestSandboxSignIn::refusesWhoIsNotSignedIn_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another scheme") << QByteArray("Basic eDp5");
    QTest::newRow("no token") << QByteArray("Bearer ");
    QTest::newRow("no JWT") << QByteArray("Bearer abc");
    QTest::newRow("unsigned JWT") << QByteArray(
        "Bearer eyJhbGciOiJub25lIn0.eyJleHAiOjQwMDAwMDAwMDB9.");
}

void TestSandboxSignIn::refusesWhoIsNotSignedIn()
{
    QFETCH(QByteArray, authorization);
    const PlainAnswer answer = m_sandbox->client.package(authorization);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.statusCode(), 401);
    QCOMPARE(answer.apiCode(), 2020);
}

void TestSandboxSignIn::tokensEnd()
{
    const QByteArray bearer = m_sandbox->client.bearer(m_sandbox->pool());
    m_now = m_now.addSecs(7199);
    QCOMPARE(m_sandbox->client.package(bearer).statusCode(), 200);
    m_now = m_now.addSecs(1);
    QCOMPARE(m_sandbox->client.package(bearer).apiCode(), 2020);
}

void TestSandboxSignIn::tokensOfAnotherServerAreNotKnown()
{
    SandboxServer other;
    QVERIFY(other.listen());
    SandboxClient otherClient(other.url());
    QCOMPARE(m_sandbox->client.package(otherClient.bearer(other.pools()[0])).apiCode(), 2020);
}

void TestSandboxSignIn::refusesATokenForAnotherPool()
{
    const QByteArray bearer = m_sandbox->client.bearer(m_sandbox->pool());
    const QByteArray own = m_sandbox->pool().userPoolId.toLatin1();
    const QByteArray foreign = m_sandbox->pool(1).userPoolId.toLatin1();
    const auto statusCode = [&](const QByteArray &authing, const QByteArray &genauth) {
        return m_sandbox->client
            .package(
                bearer, {{"x-authing-userpool-id", authing}, {"x-genauth-userpool-id", genauth}})
            .statusCode();
    };
    QCOMPARE(statusCode(own, own), 200);
    QCOMPARE(statusCode(foreign, own), 403);
    QCOMPARE(statusCode(own, foreign), 403);
}

void TestSandboxSignIn::readsARequestSignedLikeTheNodeSdk()
{
    const HeaderList headers = nodeSdkHeaders(packagePath, m_sandbox->pool().accessKeyId,
        m_sandbox->pool().accessKeySecret, "nonce-1", m_now);
    const PlainAnswer answer = m_sandbox->client.get(packagePath, headers);
    QCOMPARE(answer.statusCode(), 200);
    QCOMPARE(answer.data()["code"_L1].toString(), u"V4_B2C_Enterprise:10000");
}

void TestSandboxSignIn::refusesASignedRequestWithAWrongSecretOrReplayed()
{
    const auto apiCode = [this](
                             const QString &keyId, const QString &secret, const QByteArray &nonce) {
        return m_sandbox->client
            .get(packagePath, nodeSdkHeaders(packagePath, keyId, secret, nonce, m_now))
            .apiCode();
    };
    QCOMPARE(apiCode(m_sandbox->pool().accessKeyId, m_sandbox->pool(1).accessKeySecret, "nonce-1"),
        1300);
    QCOMPARE(apiCode(u"0"_s.repeated(24), m_sandbox->pool().accessKeySecret, "nonce-1"), 1300);
    QCOMPARE(
        apiCode(m_sandbox->pool().accessKeyId, m_sandbox->pool().accessKeySecret, "nonce-1"), -1);
    QCOMPARE(
        apiCode(m_sandbox->pool().accessKeyId, m_sandbox->pool().accessKeySecret, "nonce-1"), 1306);
    QCOMPARE(m_sandbox->client.get(packagePath, {{"authorization", "authing nonsense"}}).apiCode(),
        1300);
}

void TestSandboxSignIn::secretsAreNewAtEachStart()
{
    const SandboxServer other;
    const QRegularExpression secret(u"^[0-9a-f]{32}$"_s);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(secret.match(m_sandbox->pool(i).accessKeySecret).hasMatch());
        QCOMPARE(other.pools()[i].userPoolId, m_sandbox->pool(i).userPoolId);
        QCOMPARE(m_sandbox->pool(i).accessKeyId, m_sandbox->pool(i).userPoolId);
        QVERIFY(other.pools()[i].accessKeySecret != m_sandbox->pool(i).accessKeySecret);
    }
}

QTEST_GUILESS_MAIN(TestSandboxSignIn)
#include "tst_sandboxsignin.moc"
