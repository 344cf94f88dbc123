// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/sync/checkbench.h"
#include "tests/support/certificates.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** A connection that is good, step by step. */
class TestConnectionCheck : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_bench = std::make_unique<CheckBench>();
    }

    void passesOverPlainHttp();
    void passesOverTls();
    void waitsUntilItIsStarted();
    void tellsHowFarItIs();
    void knowsThePool_data();
    void knowsThePool();
    void endsWhenDestroyed_data();
    void endsWhenDestroyed();

private:
    std::unique_ptr<CheckBench> m_bench;
};

void TestConnectionCheck::passesOverPlainHttp()
{
    const auto check = m_bench->ended(m_bench->pool());
    QCOMPARE(walk(*check), "PNPPP");
    QVERIFY(check->hasPassed());
    QVERIFY(!check->error());
    QCOMPARE(check->found().poolId, claimedPool());
    QVERIFY(check->found().package.value);
    QCOMPARE(check->found().package.value->nameEn.value, u"Enterprise package"_s);
    QCOMPARE(check->found().package.receivedAt, m_bench->clock.nowUtc());
    QCOMPARE(m_bench->server.hitsOn(tokenPath()), 1);
    QCOMPARE(m_bench->server.hitsOn(packagePath()), 1);
    QCOMPARE(m_bench->server.requests().size(), 2);
    QCOMPARE(m_bench->server.requestsTo(tokenPath()).constFirst().verb, "POST");
    QCOMPARE(m_bench->server.requestsTo(packagePath()).constFirst().verb, "GET");
}

void TestConnectionCheck::passesOverTls()
{
    CertificateAuthority authority;
    m_bench->server.useTls(authority.issue());
    PoolAccess pool = m_bench->pool();
    pool.account.caFile = authority.certificateFile();
    const auto check = m_bench->ended(pool);
    QCOMPARE(walk(*check), "PPPPP");
    QCOMPARE(m_bench->server.requests().size(), 2);
}

void TestConnectionCheck::waitsUntilItIsStarted()
{
    const auto check = m_bench->check(m_bench->pool());
    QCoreApplication::processEvents();
    QCOMPARE(walk(*check), "-----");
    QVERIFY(!check->hasEnded() && !check->hasPassed() && !check->error());
    QCOMPARE(m_bench->server.connections(), 0);
}

void TestConnectionCheck::tellsHowFarItIs()
{
    m_bench->server.answer(tokenPath(), {silence()});
    m_bench->server.answer(packagePath(), {silence()});
    const auto check = m_bench->check(m_bench->pool());
    QSignalSpy finished(check.get(), &ConnectionCheck::finished);
    QByteArrayList seen;
    connect(check.get(), &ConnectionCheck::advanced, check.get(), [&] {
        const QByteArray now = walk(*check);
        if (seen.isEmpty() || seen.constLast() != now)
            seen << now;
    });
    check->start();
    QCOMPARE(walk(*check), "r----");
    QTRY_COMPARE(m_bench->server.hitsOn(tokenPath()), 1);
    QTRY_COMPARE(walk(*check), "PNr--");
    QVERIFY(!check->found().poolIsNamedByToken);
    m_bench->server.answerLate(tokenPath(), goodToken());
    QTRY_COMPARE(m_bench->server.hitsOn(packagePath()), 1);
    QCOMPARE(walk(*check), "PNPPr");
    // As soon as the pool is known, it is said.
    QCOMPARE(check->found().poolId, claimedPool());
    QVERIFY(!check->hasEnded());
    m_bench->server.answerLate(packagePath(), goodPackage());
    QVERIFY(finished.wait());
    QCOMPARE(walk(*check), "PNPPP");
    // A step is announced before it is passed.
    for (const char *stage : {"r----", "PNr--", "PNPr-", "PNPPr", "PNPPP"})
        QVERIFY2(seen.contains(stage), seen.join(' ').constData());
}

void TestConnectionCheck::knowsThePool_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("poolId");
    QTest::addColumn<bool>("named");
    QTest::newRow("the token names it") << canaryToken() << QString() << claimedPool() << true;
    QTest::newRow("the token names what was entered")
        << canaryToken() << claimedPool() << claimedPool() << true;
    QTest::newRow("entered") << jwt({}) << u"pool-as-entered"_s << u"pool-as-entered"_s << false;
    QTest::newRow("the key's id") << jwt({}) << QString() << canaryKey().id << false;
    QTest::newRow("a token that is no JWT")
        << "opaque"_ba << u"pool-as-entered"_s << u"pool-as-entered"_s << false;
}

void TestConnectionCheck::knowsThePool()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QString, entered);
    QFETCH(const QString, poolId);
    QFETCH(const bool, named);
    m_bench->server.answer(tokenPath(), {goodToken(token)});
    PoolAccess pool = m_bench->pool();
    pool.account.poolId = entered;
    const auto check = m_bench->ended(pool);
    QVERIFY(check->hasPassed());
    QCOMPARE(check->found().poolIsNamedByToken, named);
    QCOMPARE(check->found().poolId, poolId);
    QCOMPARE(m_bench->server.requestsTo(packagePath()).constFirst().header("x-genauth-userpool-id"),
        poolId.toLatin1());
}

void TestConnectionCheck::endsWhenDestroyed_data()
{
    QTest::addColumn<QString>("silentPath");
    QTest::newRow("at the token") << tokenPath();
    QTest::newRow("at the package") << packagePath();
}

void TestConnectionCheck::endsWhenDestroyed()
{
    QFETCH(const QString, silentPath);
    m_bench->server.answer(silentPath, {silence()});
    auto check = m_bench->check(m_bench->pool());
    QSignalSpy finished(check.get(), &ConnectionCheck::finished);
    check->start();
    QTRY_COMPARE(m_bench->server.hitsOn(silentPath), 1);
    check.reset();
    QTRY_COMPARE(m_bench->server.openConnections(), 0);
    QCOMPARE(finished.count(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "tst_connectioncheck.moc"
