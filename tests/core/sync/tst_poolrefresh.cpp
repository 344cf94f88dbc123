// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/poolrefresh.h"

#include "core/api/proxyresolver.h"
#include "core/api/tokenprovider.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestPoolRefresh : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void learnsPackage();
    void learnsEverything();
    void marksOnlyWhatIsRefused_data();
    void marksOnlyWhatIsRefused();
    void asksForTheDaysOfTheServer();
    void asksForThePackageAlone();
    void keepsTokenForTheNextOne();
    void namesServer_data();
    void namesServer();
    void measuresClockSkew_data();
    void measuresClockSkew();
    void filesErrors_data();
    void filesErrors();
    void filesUnreadableData();
    void cancels_data();
    void cancels();
    void diesInSilence();
    void obeysItsLimits();

private:
    [[nodiscard]] std::unique_ptr<PoolRefresh> refresh(TransportLimits limits = {});
    /** One whole refresh. */
    [[nodiscard]] PoolSnapshot learned(TransportLimits limits = {});

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TokenProvider> m_tokens;
};

void TestPoolRefresh::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_tokens = std::make_unique<TokenProvider>(canaryKey(), m_clock);
}

std::unique_ptr<PoolRefresh> TestPoolRefresh::refresh(TransportLimits limits)
{
    return std::make_unique<PoolRefresh>(PoolAccess{accountOn(m_server->url()), canaryKey()},
        *m_tokens, RefreshContext{.clock = &m_clock, .proxies = &m_proxies, .limits = limits});
}

PoolSnapshot TestPoolRefresh::learned(TransportLimits limits)
{
    const auto refresh = this->refresh(limits);
    QSignalSpy finished(refresh.get(), &PoolRefresh::finished);
    refresh->start();
    if (finished.count() > 0 || !finished.wait())
        qFatal("finished() came at once, or never");
    return refresh->snapshot();
}

void TestPoolRefresh::learnsPackage()
{
    const PoolSnapshot snapshot = learned();
    const QString port = QString::number(m_server->port());
    QCOMPARE(snapshot.server, QStringLiteral("127.0.0.1:") + port);
    QCOMPARE(snapshot.poolId, claimedPool());
    QVERIFY(snapshot.package.value);
    QCOMPARE(snapshot.package.value->nameEn.value, QStringLiteral("Enterprise package"));
    QCOMPARE(snapshot.package.value->mauQuantity.value, 1000);
    QVERIFY(!snapshot.package.error);
    QVERIFY(!snapshot.lastAttemptFailed());
    QCOMPARE(snapshot.package.receivedAt, m_clock.nowUtc());
    QCOMPARE(snapshot.package.attemptedAt, m_clock.nowUtc());
    QCOMPARE(snapshot.package.answer.requestId, QStringLiteral("req-p"));
    QVERIFY(!snapshot.clockSkew); // no Date came
}

void TestPoolRefresh::learnsEverything()
{
    const auto data = [](const char *json) {
        return QJsonDocument::fromJson(QByteArray(json)).object();
    };
    m_server->answer(usagePath(),
        {goodAnswer(data(R"({"usages": [{"modelCode": "MAU", "current": "8210"}]})"))});
    m_server->answer(rightsPath(), {goodAnswer(data(R"({"rightsItems": [{"dataType": "3"}]})"))});
    m_server->answer(
        historyPath(), {goodAnswer(data(R"({"records": [{"periodStartTime": "20260701"}]})"))});
    m_server->answer(
        ordersPath(), {goodAnswer(data(R"({"totalCount": "137", "list": [{"orderNo": "7"}]})"))});
    const PoolSnapshot snapshot = learned();
    QCOMPARE(snapshot.usage.value->rights.first().current.value, 8210);
    QCOMPARE(snapshot.rights.value->items.first().dataType, Right::DataType::YesNo);
    QCOMPARE(snapshot.mauHistory.value->cycles.first().start.value, QDate(2026, 7, 1));
    QCOMPARE(snapshot.orders.value->totalCount.value, 137);
    // What a store keeps makes the same value again.
    QCOMPARE(Usage::fromJson(QJsonDocument::fromJson(snapshot.usage.data).object(), {}).value(),
        *snapshot.usage.value);
    snapshot.forEachOperation([this](const OperationAttempt &operation) {
        QVERIFY(!operation.error);
        QCOMPARE(operation.receivedAt, m_clock.nowUtc());
    });
    // In the pool's clock, which is eight hours ahead.
    const QByteArray asked = m_server->requestsTo(historyPath()).constFirst().query;
    const QDate today = m_clock.nowUtc().addSecs(8 * 3600).date();
    QVERIFY2(asked == ("startTime=" + today.addYears(-3).toString(u"yyyyMMdd").toLatin1() +
                          "&endTime=" + today.toString(u"yyyyMMdd").toLatin1()),
        asked.constData());
    QVERIFY(m_server->requestsTo(ordersPath()).constFirst().query == "page=1&limit=50");
}

void TestPoolRefresh::marksOnlyWhatIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<ErrorKind>("kind");
    for (const QString &path : {usagePath(), rightsPath(), historyPath(), ordersPath()}) {
        const QByteArray name = path.section(QLatin1Char('/'), -1).toLatin1();
        QTest::newRow((name + " 403").constData()) << path << 403 << ErrorKind::Forbidden;
        QTest::newRow((name + " 402").constData()) << path << 402 << ErrorKind::HigherPackageNeeded;
    }
}

void TestPoolRefresh::marksOnlyWhatIsRefused()
{
    QFETCH(const QString, path);
    QFETCH(const int, statusCode);
    QFETCH(const ErrorKind, kind);
    m_server->answer(path, {refusal(statusCode)});
    PoolSnapshot snapshot = learned();
    QVERIFY(!snapshot.lastAttemptFailed());
    int refused = 0;
    snapshot.forEachOperation([&](const OperationAttempt &operation) {
        if (!operation.error)
            return;
        ++refused;
        QCOMPARE(operation.error->kind, kind);
        QVERIFY(path.endsWith(operation.error->operation));
    });
    QCOMPARE(refused, 1);
}

void TestPoolRefresh::asksForTheDaysOfTheServer()
{
    const auto refresh = this->refresh();
    refresh->assumeClockSkew(40 * 24h); // this computer's clock is that late
    QSignalSpy finished(refresh.get(), &PoolRefresh::finished);
    refresh->start();
    QVERIFY(finished.wait());
    const QDate today = m_clock.nowUtc().addSecs(8 * 3600).date().addDays(40);
    QVERIFY(m_server->requestsTo(historyPath())
                .constFirst()
                .query.endsWith(today.toString(u"yyyyMMdd").toLatin1()));
}

void TestPoolRefresh::asksForThePackageAlone()
{
    PoolRefresh refresh({accountOn(m_server->url()), canaryKey()}, *m_tokens,
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, PoolRefresh::Scope::PackageAlone);
    QSignalSpy finished(&refresh, &PoolRefresh::finished);
    refresh.start();
    QVERIFY(finished.wait());
    QCOMPARE(m_server->requests().size(), 2); // and the token
    QVERIFY(!refresh.snapshot().usage.attemptedAt.isValid());
}

void TestPoolRefresh::keepsTokenForTheNextOne()
{
    for (int i = 0; i < 3; ++i) {
        const int connections = m_server->connections();
        QVERIFY(learned().package.value);
        QVERIFY(m_server->connections() > connections); // no connection outlives its refresh
        QTRY_COMPARE(m_server->openConnections(), 0);
    }
    QCOMPARE(m_server->hitsOn(tokenPath()), 1);
    QCOMPARE(m_server->hitsOn(packagePath()), 3);
}

void TestPoolRefresh::namesServer_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("name");
    QTest::newRow("default port") << QStringLiteral("https://api.genauth.ai")
                                  << QStringLiteral("api.genauth.ai");
    QTest::newRow("port and prefix")
        << QStringLiteral("https://id.example:8443/auth") << QStringLiteral("id.example:8443");
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:8080") << QStringLiteral("[::1]:8080");
    QTest::newRow("IPv6, default port")
        << QStringLiteral("http://[::1]") << QStringLiteral("[::1]");
}

void TestPoolRefresh::namesServer()
{
    QFETCH(const QString, host);
    QFETCH(const QString, name);
    const PoolRefresh refresh({accountOn(QUrl(host)), canaryKey()}, *m_tokens,
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies});
    QCOMPARE(refresh.snapshot().server, name);
}

void TestPoolRefresh::measuresClockSkew_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("skew");
    QTest::newRow("none") << QByteArray("Wed, 01 Jul 2026 12:00:00 GMT") << qint64{0};
    QTest::newRow("two hours ahead") << QByteArray("Wed, 01 Jul 2026 14:00:00 GMT") << qint64{7200};
    QTest::newRow("a year behind")
        << QByteArray("Tue, 01 Jul 2025 12:00:00 GMT") << qint64{-365 * 86'400};
}

void TestPoolRefresh::measuresClockSkew()
{
    QFETCH(const QByteArray, date);
    QFETCH(const qint64, skew);
    m_clock = FakeClock();
    m_server->answer(packagePath(), {send(HttpText{.headers = "Date: " + date + "\r\n",
                                        .body = envelope({.data = samplePackage()})})});
    const PoolSnapshot snapshot = learned();
    QVERIFY(snapshot.package.value);
    QVERIFY(snapshot.clockSkew);
    QCOMPARE(snapshot.clockSkew->count(), skew);
}

void TestPoolRefresh::filesErrors_data()
{
    QTest::addColumn<Script>("token");
    QTest::addColumn<Script>("package");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("requestId");
    const Script good = goodToken();
    const QString refused = QStringLiteral("req-r");
    QTest::newRow("wrong secret") << refusal(400, 2333) << goodPackage() << ErrorKind::KeyRefused
                                  << refused;
    QTest::newRow("403") << good << refusal(403) << ErrorKind::Forbidden << refused;
    QTest::newRow("429") << good << refusal(429) << ErrorKind::Throttled << refused;
    QTest::newRow("500") << good << refusal(500) << ErrorKind::ServerError << refused;
    QTest::newRow("502 with a web page")
        << good << send(HttpText{.status = 502, .contentType = "text/html", .body = "<html>"})
        << ErrorKind::ServerError << QString();
    QTest::newRow("cut") << good << sendAndClose(goodPackage().constFirst().bytes.chopped(1))
                         << ErrorKind::ConnectionClosed << QString();
    QTest::newRow("no data") << good << refusal(200) << ErrorKind::UnreadableField << refused;
}

void TestPoolRefresh::filesErrors()
{
    QFETCH(const Script, token);
    QFETCH(const Script, package);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, requestId);
    m_server->answer(tokenPath(), {token});
    m_server->answer(packagePath(), {package});
    const PoolSnapshot snapshot = learned();
    QVERIFY(!snapshot.package.value);
    QVERIFY(snapshot.package.error);
    QCOMPARE(snapshot.package.error->kind, kind);
    QCOMPARE(snapshot.package.answer.requestId, requestId);
    QCOMPARE(snapshot.package.attemptedAt, m_clock.nowUtc());
    QVERIFY(!snapshot.package.receivedAt.isValid());
    QVERIFY(snapshot.lastAttemptFailed());
}

void TestPoolRefresh::filesUnreadableData()
{
    m_server->answer(packagePath(), {send(HttpText{.body = envelope({.data = QJsonArray{1},
                                                       .requestId = QStringLiteral("req-7")})})});
    const PoolSnapshot snapshot = learned();
    QVERIFY(!snapshot.package.value);
    QVERIFY(snapshot.package.error);
    QCOMPARE(snapshot.package.error->kind, ErrorKind::UnreadableField);
    QCOMPARE(snapshot.package.error->subject, QStringLiteral("data"));
    QCOMPARE(snapshot.package.error->requestId, QStringLiteral("req-7"));
    QCOMPARE(snapshot.package.error->httpStatus, 200); // an answer did come
    QCOMPARE(snapshot.package.answer.requestId, QStringLiteral("req-7"));
}

void TestPoolRefresh::cancels_data()
{
    QTest::addColumn<Script>("token");
    QTest::addColumn<int>("requests");
    QTest::newRow("at once") << goodToken() << 0;
    QTest::newRow("while the token is asked for") << silence() << 1;
    QTest::newRow("while the package is asked for") << goodToken() << 1 + PoolRefresh::Operations;
}

void TestPoolRefresh::cancels()
{
    QFETCH(const Script, token);
    QFETCH(const int, requests);
    m_server->answer(tokenPath(), {token});
    m_server->answer(packagePath(), {silence()});
    const auto refresh = this->refresh();
    QSignalSpy finished(refresh.get(), &PoolRefresh::finished);
    refresh->start();
    if (requests > 0)
        QTRY_COMPARE(m_server->requests().size(), requests);
    refresh->cancel();
    refresh->cancel();
    QCOMPARE(finished.count(), 0);
    QVERIFY(finished.wait());
    QVERIFY(refresh->snapshot().package.error);
    QCOMPARE(refresh->snapshot().package.error->kind, ErrorKind::Canceled);
    refresh->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
}

void TestPoolRefresh::diesInSilence()
{
    for (const int requests : {0, 1, 1 + PoolRefresh::Operations}) {
        init();
        m_server->answer(tokenPath(), {requests == 1 ? silence() : goodToken()});
        m_server->answer(packagePath(), {silence()});
        auto refresh = this->refresh();
        QSignalSpy finished(refresh.get(), &PoolRefresh::finished);
        refresh->start();
        QTRY_COMPARE(m_server->requests().size(), requests);
        refresh.reset();
        QTRY_COMPARE(m_server->openConnections(), 0);
        QCOMPARE(finished.count(), 0);
    }
}

void TestPoolRefresh::obeysItsLimits()
{
    m_server->answer(packagePath(), {silence()});
    const PoolSnapshot snapshot = learned({.deadline = 50ms});
    QVERIFY(snapshot.package.error);
    QCOMPARE(snapshot.package.error->kind, ErrorKind::TimedOut);
}

QTEST_GUILESS_MAIN(TestPoolRefresh)
#include "tst_poolrefresh.moc"
