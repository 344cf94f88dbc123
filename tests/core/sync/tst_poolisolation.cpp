// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pools of one host have nothing in common: no cookie, no cache, no token, no connection.

#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;

namespace {

constexpr int PoolCount = 8;

QString keyIdOf(int pool)
{
    return QStringLiteral("key-id-%1").arg(pool);
}

QByteArray secretOf(int pool)
{
    return "CANARY-SECRET-" + QByteArray::number(pool);
}

QByteArray tokenOf(const QString &keyId)
{
    return jwt({{QStringLiteral("scoped_userpool_id"), QStringLiteral("pool-of-") + keyId}});
}

/** Of a token request. */
QString keyIdIn(const RecordedRequest &request)
{
    return QJsonDocument::fromJson(request.body)
        .object()
        .value(QLatin1String("accessKeyId"))
        .toString();
}

/** An answer that tempts a client to remember things and to send them again. */
Script tempting(const QByteArray &body, const QByteArray &cookie)
{
    return send(HttpText{.headers = "Set-Cookie: session=" + cookie +
                                    "; Path=/\r\nCache-Control: public, max-age=86400\r\nETag: \"" +
                                    cookie + "\"\r\nConnection: keep-alive\r\n",
        .body = body});
}

} // namespace

class TestPoolIsolation : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void eachPoolSendsItsOwnTokenAlone();
    void noPoolSendsACookieOrUsesACache();
    void noConnectionCarriesTwoPools();

private:
    void refreshTwice(int slotCount);

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    QHash<QByteArray, int> m_packageHits; ///< by the token they came with
};

void TestPoolIsolation::init()
{
    failOnQtWarnings();
    m_packageHits.clear();
    m_server = std::make_unique<FaultyServer>();
    m_server->answerWith(tokenPath(), [](const RecordedRequest &request) {
        const QString keyId = keyIdIn(request);
        const QJsonObject data{
            {QStringLiteral("access_token"), QString::fromLatin1(tokenOf(keyId))},
            {QStringLiteral("expires_in"), 7200}};
        return tempting(envelope({.data = data}), keyId.toLatin1());
    });
    m_server->answerWith(packagePath(), [this](const RecordedRequest &request) {
        ++m_packageHits[request.header("Authorization")];
        return tempting(envelope({.data = samplePackage()}), "of-a-package");
    });
}

void TestPoolIsolation::refreshTwice(int slotCount)
{
    PoolsRefresher refresher({.clock = &m_clock, .proxies = &m_proxies}, slotCount);
    QList<PoolAccess> pools;
    for (int i = 0; i < PoolCount; ++i)
        pools.append({accountOn(m_server->url()), {keyIdOf(i), secretOf(i)}});
    refresher.setPools(pools);
    QSignalSpy finished(&refresher, &PoolsRefresher::finished);
    for (int i = 0; i < 2; ++i) {
        refresher.refreshAll();
        QVERIFY(finished.wait());
    }
    QCOMPARE(m_server->hitsOn(tokenPath()), PoolCount);
    QCOMPARE(m_server->hitsOn(packagePath()), 2 * PoolCount);
}

void TestPoolIsolation::eachPoolSendsItsOwnTokenAlone()
{
    refreshTwice(PoolsRefresher::DefaultSlots);
    QCOMPARE(m_packageHits.size(), PoolCount);
    for (int i = 0; i < PoolCount; ++i)
        QCOMPARE(m_packageHits.value("Bearer " + tokenOf(keyIdOf(i))), 2);
    for (const RecordedRequest &request : m_server->requestsTo(tokenPath())) {
        QVERIFY(!request.hasHeader("Authorization"));
        // One pool's key, and of no other pool a trace.
        const QString keyId = keyIdIn(request);
        for (int i = 0; i < PoolCount; ++i) {
            QCOMPARE(request.raw.contains(keyIdOf(i).toLatin1()), keyId == keyIdOf(i));
            QCOMPARE(request.raw.contains(secretOf(i)), keyId == keyIdOf(i));
        }
    }
    for (const RecordedRequest &request : m_server->requestsTo(packagePath())) {
        // The token's own claim names the pool.
        const QByteArray pool = request.header("x-genauth-userpool-id");
        QCOMPARE(request.header("Authorization"),
            "Bearer " + tokenOf(QString::fromLatin1(pool).remove(QLatin1String("pool-of-"))));
        QVERIFY(!request.raw.contains("CANARY-SECRET"));
    }
}

void TestPoolIsolation::noPoolSendsACookieOrUsesACache()
{
    refreshTwice(1); // one after another, in the same slot
    for (const RecordedRequest &request : m_server->requests()) {
        for (const char *header : {"Cookie", "If-None-Match", "If-Modified-Since"})
            QVERIFY2(!request.hasHeader(header), request.raw.constData());
        QVERIFY(!request.raw.contains("session="));
    }
}

void TestPoolIsolation::noConnectionCarriesTwoPools()
{
    // Each connection of the real server, and whose key or token it has carried.
    QTcpServer gate;
    QVERIFY(gate.listen(QHostAddress::LocalHost));
    QList<QByteArray> carried;
    connect(&gate, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *from = gate.nextPendingConnection();
        auto *to = new QTcpSocket(from);
        const qsizetype number = carried.size();
        carried.append(QByteArray());
        connect(from, &QTcpSocket::readyRead, to, [&carried, number, from, to] {
            const QByteArray bytes = from->readAll();
            carried[number] += bytes;
            to->write(bytes);
        });
        connect(to, &QTcpSocket::readyRead, from, [from, to] { from->write(to->readAll()); });
        connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
        to->connectToHost(QHostAddress::LocalHost, m_server->port());
    });
    PoolsRefresher refresher({.clock = &m_clock, .proxies = &m_proxies}, 2);
    QUrl url = m_server->url();
    url.setPort(gate.serverPort());
    QList<PoolAccess> pools;
    for (int i = 0; i < PoolCount; ++i)
        pools.append({accountOn(url), {keyIdOf(i), secretOf(i)}});
    refresher.setPools(pools);
    QSignalSpy finished(&refresher, &PoolsRefresher::finished);
    for (int i = 0; i < 2; ++i) {
        refresher.refreshAll();
        QVERIFY(finished.wait());
    }
    QVERIFY(carried.size() >= 2 * PoolCount); // none outlives its refresh
    for (const QByteArray &bytes : carried) {
        int owners = 0;
        for (int i = 0; i < PoolCount; ++i)
            owners += bytes.contains(secretOf(i)) || bytes.contains(tokenOf(keyIdOf(i))) ? 1 : 0;
        // One may be opened and find that another has done its work already.
        QCOMPARE(owners, bytes.isEmpty() ? 0 : 1);
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestPoolIsolation)
#include "tst_poolisolation.moc"
