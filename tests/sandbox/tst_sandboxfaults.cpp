// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sandbox/runningsandbox.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <optional>

using namespace genauth;
using namespace Qt::StringLiterals;
using Kind = SandboxFault::Kind;

/** Each kind of fault, as it arrives over a real socket. The first pool has it, the others are
 * well. */
class TestSandboxFaults : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sandbox.reset(); }

    void everyKindIsTested();
    void refusedByGenAuth_data();
    void refusedByGenAuth();
    void wrongSecret();
    void expiredToken();
    void refusedOnTheWay_data();
    void refusedOnTheWay();
    void redirect();
    void cutJson();
    void empty();
    void noDate();
    void badOverdue();
    void markup();
    void plainGoodsPackage();
    void hitsOnePoolUntilItIsHealed();
    void hitsOneOperation();
    void oneOperationBesideTheOthers();
    void fromOptions();

private:
    void setFault(Kind kind, const QString &argument = {})
    {
        m_sandbox->server.setFault(m_sandbox->pool().userPoolId, {kind, argument});
    }
    [[nodiscard]] PlainAnswer package() { return m_sandbox->client.package(m_bearer); }

    std::optional<RunningSandbox> m_sandbox;
    QByteArray m_bearer; ///< a good token of the first pool, from before the fault
};

void TestSandboxFaults::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_sandbox.emplace();
    QVERIFY(m_sandbox->isListening);
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool());
}

void TestSandboxFaults::everyKindIsTested()
{
    // A function here named like the kind, a row here, or a function of tst_sandboxdelivery.
    QSet<QString> tested;
    for (int i = 0; i < metaObject()->methodCount(); ++i)
        tested.insert(QString::fromLatin1(metaObject()->method(i).name()).toLower());
    tested += {u"always401"_s, u"paymentrequired"_s, u"forbidden"_s, u"throttled"_s,
        u"servererror"_s, u"throttledhttp"_s, u"maintenance"_s, u"badgateway"_s, u"html"_s,
        u"huge"_s, u"slow"_s, u"silent"_s};
    int kinds = 0;
    for (const QString &line : SandboxFault::help().split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.trimmed().section(u' ', 0, 0);
        QVERIFY2(tested.contains(QString(name).remove(u'-')), qPrintable(name));
        QVERIFY2(SandboxFault::fromText(name), qPrintable(name));
        ++kinds;
    }
    QCOMPARE(kinds, int(Kind::NoDate)); // the last kind; the first one is none
}

void TestSandboxFaults::refusedByGenAuth_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<int>("apiCode");
    QTest::newRow("always-401") << u"always-401"_s << 401 << 2020;
    QTest::newRow("payment-required") << u"payment-required"_s << 402 << -1;
    QTest::newRow("forbidden") << u"forbidden"_s << 403 << -1;
    QTest::newRow("throttled") << u"throttled"_s << 429 << -1;
    QTest::newRow("server-error") << u"server-error"_s << 500 << 4021;
}

void TestSandboxFaults::refusedByGenAuth()
{
    QFETCH(QString, kind);
    m_sandbox->server.setFault(m_sandbox->pool().userPoolId, SandboxFault::fromText(kind).value());
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool()); // a token can still be had
    for (int i = 0; i < 2; ++i) {
        const PlainAnswer answer = package();
        QCOMPARE(answer.status, 200);
        QTEST(answer.statusCode(), "statusCode");
        QTEST(answer.apiCode(), "apiCode");
        QVERIFY(!answer.json()["requestId"_L1].toString().isEmpty());
    }
}

void TestSandboxFaults::wrongSecret()
{
    setFault(Kind::WrongSecret);
    const PlainAnswer answer = m_sandbox->client.exchange(
        m_sandbox->pool().accessKeyId, m_sandbox->pool().accessKeySecret);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.statusCode(), 401);
    QCOMPARE(answer.apiCode(), 2333);
}

void TestSandboxFaults::expiredToken()
{
    setFault(Kind::ExpiredToken);
    QCOMPARE(package().apiCode(), 2020);
    QCOMPARE(package().apiCode(), 2020); // the same token again is no better
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool());
    QCOMPARE(package().statusCode(), 200);
    setFault(Kind::ExpiredToken); // once more, from the start
    QCOMPARE(package().apiCode(), 2020);
}

void TestSandboxFaults::refusedOnTheWay_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("retryAfter");
    const QByteArray html = "text/html; charset=utf-8";
    QTest::newRow("throttled-http")
        << u"throttled-http"_s << 429 << QByteArray("text/plain") << QByteArray("7");
    QTest::newRow("maintenance") << u"maintenance"_s << 503 << QByteArray("text/plain")
                                 << QByteArray("120");
    QTest::newRow("bad-gateway") << u"bad-gateway"_s << 502 << html << QByteArray();
    QTest::newRow("html") << u"html"_s << 200 << html << QByteArray();
}

void TestSandboxFaults::refusedOnTheWay()
{
    QFETCH(QString, kind);
    m_sandbox->server.setFault(m_sandbox->pool().userPoolId, SandboxFault::fromText(kind).value());
    for (const PlainAnswer &answer :
        {package(), m_sandbox->client.exchange(
                        m_sandbox->pool().accessKeyId, m_sandbox->pool().accessKeySecret)}) {
        QTEST(answer.status, "status");
        QTEST(answer.header("content-type"), "contentType");
        QTEST(answer.header("retry-after"), "retryAfter");
        QVERIFY(!answer.body.isEmpty());
        QVERIFY(answer.json().isEmpty());
    }
}

void TestSandboxFaults::redirect()
{
    setFault(Kind::Redirect);
    QCOMPARE(package().status, 302);
    QCOMPARE(package().header("location"), "http://127.0.0.2:9/");
    setFault(Kind::Redirect, u"http://127.0.0.3:1234/x"_s);
    const PlainAnswer answer = m_sandbox->client.exchange(
        m_sandbox->pool().accessKeyId, m_sandbox->pool().accessKeySecret);
    QCOMPARE(answer.header("location"), "http://127.0.0.3:1234/x");
}

void TestSandboxFaults::cutJson()
{
    const qsizetype whole = package().body.size();
    setFault(Kind::CutJson);
    const PlainAnswer answer = package();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body.size(), whole / 2);
    QVERIFY(answer.body.startsWith('{'));
    QVERIFY(answer.json().isEmpty());
}

void TestSandboxFaults::empty()
{
    setFault(Kind::Empty);
    const PlainAnswer answer = package();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-length"), "0");
    QCOMPARE(answer.body, QByteArray());
}

void TestSandboxFaults::noDate()
{
    QVERIFY(!package().header("date").isEmpty());
    setFault(Kind::NoDate);
    const PlainAnswer answer = package();
    QCOMPARE(answer.statusCode(), 200);
    QVERIFY(answer.header("date").isEmpty());
}

void TestSandboxFaults::badOverdue()
{
    setFault(Kind::BadOverdue);
    const PlainAnswer answer = package();
    QCOMPARE(answer.statusCode(), 200);
    QCOMPARE(answer.data()["overdueDays"_L1].toString(), u"n/a");
    QCOMPARE(answer.data()["code"_L1].toString(), u"V4_B2C_Enterprise:10000");
}

void TestSandboxFaults::markup()
{
    setFault(Kind::Markup);
    const QJsonValue goods = package().data()["goodsPackage"_L1];
    QCOMPARE(goods["name"_L1].toString(), u"<b>Bold</b><img src=/dev/zero>");
    QCOMPARE(goods["nameEn"_L1].toString(), u"<b>Bold</b><img src=/dev/zero>");
    QCOMPARE(goods["unitPrice"_L1].toString(), u"12900.00");
}

void TestSandboxFaults::plainGoodsPackage()
{
    setFault(Kind::PlainGoodsPackage);
    const PlainAnswer answer = package();
    QVERIFY(answer.data()["goodsPackage"_L1].isString());
    QCOMPARE(answer.data()["overdueDays"_L1].toString(), u"12");
}

void TestSandboxFaults::hitsOnePoolUntilItIsHealed()
{
    setFault(Kind::BadGateway);
    QCOMPARE(package().status, 502);
    QCOMPARE(
        m_sandbox->client.package(m_sandbox->client.bearer(m_sandbox->pool(1))).statusCode(), 200);
    setFault(Kind::Forbidden);
    QCOMPARE(package().statusCode(), 403);
    m_sandbox->server.setFault(m_sandbox->pool().userPoolId, {});
    QCOMPARE(package().statusCode(), 200);
}

void TestSandboxFaults::hitsOneOperation()
{
    const QString id = m_sandbox->pool().userPoolId;
    const auto usage = [this] {
        return m_sandbox->client.get("/api/v3/get-usage-info", {{"Authorization", m_bearer}});
    };
    m_sandbox->server.setFault(id, {Kind::Forbidden, {}, u"get-usage-info"_s});
    m_sandbox->server.setFault(id, {Kind::BadGateway, {}, u"get-orders"_s});
    QCOMPARE(package().statusCode(), 200);
    QCOMPARE(usage().statusCode(), 403);
    QCOMPARE(
        m_sandbox->client.get("/api/v3/get-orders", {{"Authorization", m_bearer}}).status, 502);
    m_sandbox->server.setFault(id, {Kind::Throttled, {}, u"get-usage-info"_s});
    QCOMPARE(usage().statusCode(), 429);
    m_sandbox->server.setFault(id, {Kind::None, {}, u"get-usage-info"_s});
    QCOMPARE(usage().statusCode(), 200);
    m_sandbox->server.setFault(id, {Kind::ExpiredToken, {}, u"get-usage-info"_s});
    QCOMPARE(usage().apiCode(), 2020);
    QCOMPARE(package().statusCode(), 200);
    m_sandbox->server.setFault(id, {});
    QCOMPARE(
        m_sandbox->client.get("/api/v3/get-orders", {{"Authorization", m_bearer}}).status, 200);
    m_sandbox->server.setFault(id, {Kind::Forbidden, {}, u"get-management-token"_s});
    QCOMPARE(
        m_sandbox->client.exchange(m_sandbox->pool().accessKeyId, m_sandbox->pool().accessKeySecret)
            .statusCode(),
        403);
}

void TestSandboxFaults::oneOperationBesideTheOthers()
{
    const QString id = m_sandbox->pool().userPoolId;
    setFault(Kind::Forbidden);
    m_sandbox->server.setFault(id, {Kind::None, {}, u"get-orders"_s});
    QCOMPARE(package().statusCode(), 403);
    QCOMPARE(
        m_sandbox->client.get("/api/v3/get-orders", {{"Authorization", m_bearer}}).statusCode(),
        200);
    setFault(Kind::Throttled); // and no other
    QCOMPARE(
        m_sandbox->client.get("/api/v3/get-orders", {{"Authorization", m_bearer}}).statusCode(),
        429);
}

void TestSandboxFaults::fromOptions()
{
    SandboxServer server({.faults = {{m_sandbox->pool().userPoolId, {Kind::Forbidden}}}});
    QVERIFY(server.listen());
    SandboxClient client(server.url());
    QCOMPARE(client.package(client.bearer(server.pools()[0])).statusCode(), 403);
    QCOMPARE(client.package(client.bearer(server.pools()[1])).statusCode(), 200);
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
