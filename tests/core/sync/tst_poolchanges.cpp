// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pools that come, go and change while others are asked, and some of them asked alone.

#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace genauth;
using namespace genauth::test;

using Change = std::function<void(PoolAccess &)>;
Q_DECLARE_METATYPE(Change)

class TestPoolChanges : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void keepsTheTokenOfAPoolThatStays();
    void keepsTheRefreshOfAPoolThatStays();
    void dropsAPoolThatHasChanged_data();
    void dropsAPoolThatHasChanged();
    void exchangesANewKeyForANewToken();
    void goesOnWhenTheConnectionIsTheSame_data();
    void goesOnWhenTheConnectionIsTheSame();
    void waitsNoLongerForAPoolThatIsGone();
    void addsOneMore();
    void asksSomeOnly();
    void ignoresWhomItDoesNotKnow();
    void asksMoreWhileRunning();
    void asksTheSameAgainInsidePoolFinished();

private:
    [[nodiscard]] QList<PoolAccess> pools(int count) const;
    [[nodiscard]] int gets() const { return m_server->hitsOn(packagePath()); }
    [[nodiscard]] int posts() const { return m_server->hitsOn(tokenPath()); }

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<PoolsRefresher> m_refresher;
};

void TestPoolChanges::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, PoolsRefresher::DefaultSlots);
}

QList<PoolAccess> TestPoolChanges::pools(int count) const
{
    QList<PoolAccess> pools;
    for (int i = 0; i < count; ++i)
        pools.append({accountOn(m_server->url()), canaryKey()});
    return pools;
}

void TestPoolChanges::keepsTheTokenOfAPoolThatStays()
{
    const QList<PoolAccess> first = pools(2);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->setPools(first);
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    QCOMPARE(posts(), 2);
    // In another order, and beside a new one.
    m_refresher->setPools({first.at(1), pools(1).constFirst(), first.at(0)});
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    QCOMPARE(posts(), 3);
    QCOMPARE(gets(), 5);
}

void TestPoolChanges::keepsTheRefreshOfAPoolThatStays()
{
    m_server->answer(packagePath(), {silence()});
    const QList<PoolAccess> all = pools(6);
    m_refresher->setPools(all);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 4);
    m_refresher->setPools(all);
    QVERIFY(m_refresher->isRunning());
    QCOMPARE(m_refresher->total(), 6);
    m_server->answer(packagePath(), {goodPackage()});
    m_server->answerLate(packagePath(), goodPackage());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(ended.count(), 6);
    QCOMPARE(gets(), 6); // each was asked once
    QCOMPARE(m_refresher->done(), 6);
}

void TestPoolChanges::dropsAPoolThatHasChanged_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("its key's secret", [](PoolAccess &pool) { pool.key.secret = "another secret"; });
    row("its key's id", [](PoolAccess &pool) { pool.key.id = QStringLiteral("another id"); });
    row("its host", [](PoolAccess &pool) { pool.account.host.setPath(QStringLiteral("/prefix")); });
    row("its pool", [](PoolAccess &pool) { pool.account.poolId = QStringLiteral("another"); });
    // What the answer's times mean hangs on it.
    row("its clock", [](PoolAccess &pool) { pool.account.clockOffset = {}; });
    row("its proxy", [](PoolAccess &pool) { pool.account.proxy.mode = ProxyChoice::Mode::System; });
    row("its proxy's password", [](PoolAccess &pool) { pool.proxyPassword = "another password"; });
    row("its CA file",
        [](PoolAccess &pool) { pool.account.caFile = QStringLiteral("/nowhere/ca.pem"); });
}

void TestPoolChanges::dropsAPoolThatHasChanged()
{
    QFETCH(const Change, change);
    m_server->answer(packagePath(), {silence()});
    QList<PoolAccess> all = pools(2);
    m_refresher->setPools(all);
    QSignalSpy begun(m_refresher.get(), &PoolsRefresher::poolStarted);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QSignalSpy dropped(m_refresher.get(), &PoolsRefresher::poolDropped);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 2);
    change(all[0]);
    m_refresher->setPools(all);
    QCOMPARE(m_refresher->total(), 1);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.at(0).at(0).toUuid(), all.at(0).account.id);
    QTRY_COMPARE(m_server->openConnections(), PoolRefresh::Operations);
    m_server->answerLate(packagePath(), goodPackage());
    QTRY_COMPARE(finished.count(), 1);
    // Only the other one has an answer; this one can be asked anew.
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).toUuid(), all.at(1).account.id);
    m_refresher->refresh({all.at(0).account.id});
    QCOMPARE(begun.count(), 3);
}

void TestPoolChanges::exchangesANewKeyForANewToken()
{
    QList<PoolAccess> all = pools(1);
    m_refresher->setPools(all);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    all[0].key.secret = "another secret";
    m_refresher->setPools(all);
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    QCOMPARE(posts(), 2);
    QVERIFY(m_server->requestsTo(tokenPath()).constLast().body.contains("another secret"));
}

void TestPoolChanges::goesOnWhenTheConnectionIsTheSame_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("its name", [](PoolAccess &pool) { pool.account.name = QStringLiteral("Another name"); });
    row("its currency", [](PoolAccess &pool) { pool.account.currency = QStringLiteral("EUR"); });
    row("its thresholds", [](PoolAccess &pool) { pool.account.thresholds.endsSoonDays = 60; });
}

void TestPoolChanges::goesOnWhenTheConnectionIsTheSame()
{
    QFETCH(const Change, change);
    m_server->answer(packagePath(), {silence()});
    QList<PoolAccess> all = pools(2);
    m_refresher->setPools(all);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 2);
    change(all[0]);
    m_refresher->setPools(all);
    QCOMPARE(m_refresher->total(), 2);
    m_server->answerLate(packagePath(), goodPackage());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(ended.count(), 2);
    for (const QList<QVariant> &arguments : ended)
        QVERIFY(arguments.at(1).value<PoolSnapshot>().package.value);
    QCOMPARE(gets(), 2); // each was asked once
}

void TestPoolChanges::waitsNoLongerForAPoolThatIsGone()
{
    m_server->answer(packagePath(), {silence()});
    const QList<PoolAccess> all = pools(6);
    m_refresher->setPools(all);
    QSignalSpy begun(m_refresher.get(), &PoolsRefresher::poolStarted);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 4);
    // One under way goes, and one whose turn had not come: the last one takes the free slot.
    QSignalSpy progressed(m_refresher.get(), &PoolsRefresher::progressed);
    m_refresher->setPools(all.mid(1, 4));
    QCOMPARE(m_refresher->total(), 4);
    QCOMPARE(progressed.count(), 1);
    QCOMPARE(progressed.at(0), QList<QVariant>({0, 4}));
    QTRY_COMPARE(gets(), 5);
    QCOMPARE(begun.count(), 5);
    QCOMPARE(begun.constLast().at(0).toUuid(), all.at(4).account.id);
    m_refresher->setPools({});
    QCOMPARE(finished.count(), 1);
    QVERIFY(!m_refresher->isRunning());
}

void TestPoolChanges::addsOneMore()
{
    m_server->answer(packagePath(), {silence(), goodPackage()});
    const QList<PoolAccess> all = pools(3);
    m_refresher->setPools(all.first(2));
    m_refresher->refresh({all.at(0).account.id});
    QTRY_COMPARE(gets(), 1);
    QSignalSpy dropped(m_refresher.get(), &PoolsRefresher::poolDropped);
    m_refresher->addPool(all.at(2));
    m_refresher->addPool(all.at(0)); // known
    QCOMPARE(dropped.count(), 0);
    QCOMPARE(m_refresher->total(), 1);
    m_refresher->refreshAll();
    QCOMPARE(m_refresher->total(), 3); // each once
    QTRY_COMPARE(m_refresher->done(), 2);
    m_server->answerLate(packagePath(), goodPackage());
    QTRY_VERIFY(!m_refresher->isRunning());
    QCOMPARE(gets(), 3);
}

void TestPoolChanges::asksSomeOnly()
{
    const QList<PoolAccess> all = pools(5);
    m_refresher->setPools(all);
    const QUuid first = all.at(3).account.id;
    const QUuid second = all.at(1).account.id;
    QSignalSpy begun(m_refresher.get(), &PoolsRefresher::poolStarted);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refresh({first, second, first});
    QCOMPARE(m_refresher->total(), 2);
    QVERIFY(finished.wait());
    QCOMPARE(begun.count(), 2);
    QCOMPARE(begun.at(0).at(0).toUuid(), first); // in the order they were named
    QCOMPARE(begun.at(1).at(0).toUuid(), second);
    QCOMPARE(gets(), 2);
}

void TestPoolChanges::ignoresWhomItDoesNotKnow()
{
    m_refresher->setPools(pools(1));
    QSignalSpy started(m_refresher.get(), &PoolsRefresher::started);
    m_refresher->refresh({QUuid::createUuid(), QUuid()});
    m_refresher->refresh({});
    QVERIFY(!m_refresher->isRunning());
    QCOMPARE(started.count(), 0);
}

void TestPoolChanges::asksMoreWhileRunning()
{
    m_server->answer(packagePath(), {silence(), goodPackage()});
    const QList<PoolAccess> all = pools(3);
    m_refresher->setPools(all);
    QSignalSpy started(m_refresher.get(), &PoolsRefresher::started);
    QSignalSpy progressed(m_refresher.get(), &PoolsRefresher::progressed);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refresh({all.at(0).account.id});
    QTRY_COMPARE(gets(), 1);
    m_refresher->refreshAll();
    QCOMPARE(m_refresher->total(), 3);
    QCOMPARE(progressed.constLast().at(1).toInt(), 3);
    QTRY_COMPARE(m_refresher->done(), 2);
    QCOMPARE(finished.count(), 0);
    m_server->answerLate(packagePath(), goodPackage());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(started.count(), 1);
    QCOMPARE(gets(), 3);
}

void TestPoolChanges::asksTheSameAgainInsidePoolFinished()
{
    const QList<PoolAccess> all = pools(1);
    m_refresher->setPools(all);
    int rounds = 0;
    connect(m_refresher.get(), &PoolsRefresher::poolFinished, this, [&](const QUuid &id) {
        if (++rounds < 3)
            m_refresher->refresh({id});
    });
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(rounds, 3);
    QCOMPARE(m_refresher->done(), 3);
    QCOMPARE(gets(), 3);
}

QTEST_GUILESS_MAIN(TestPoolChanges)
#include "tst_poolchanges.moc"
