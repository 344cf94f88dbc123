// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many pools are refreshed at once, when that changes on the way.

#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;

class TestRefreshSlots : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void moreAreFilledAtOnce();
    void withFewerThoseUnderWayEnd();
    void countsForTheNextRefresh();
    void thereIsAlwaysOne_data();
    void thereIsAlwaysOne();
    void startsNobodyByItself();
    void changesInsideASignal();

private:
    [[nodiscard]] int gets() const { return m_server->hitsOn(packagePath()); }
    [[nodiscard]] int underWay() const { return static_cast<int>(m_begun - m_ended); }
    void answerThoseWhoWait() { m_server->answerLate(packagePath(), goodPackage()); }

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<PoolsRefresher> m_refresher;
    int m_begun = 0;
    int m_ended = 0;
};

/** Twelve pools, two at once, and nobody's package is answered before answerThoseWhoWait(). */
void TestRefreshSlots::init()
{
    failOnQtWarnings();
    m_begun = m_ended = 0;
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_server->answer(packagePath(), {silence()});
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, 2);
    connect(m_refresher.get(), &PoolsRefresher::poolStarted, this, [this] { ++m_begun; });
    connect(m_refresher.get(), &PoolsRefresher::poolFinished, this, [this] { ++m_ended; });
    QList<PoolAccess> pools;
    for (int i = 0; i < 12; ++i)
        pools.append({accountOn(m_server->url()), canaryKey()});
    m_refresher->setPools(pools);
}

void TestRefreshSlots::moreAreFilledAtOnce()
{
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 2);
    m_refresher->setSlotCount(5);
    QCOMPARE(underWay(), 5);
    QTRY_COMPARE(gets(), 5);
    answerThoseWhoWait();
    QTRY_COMPARE(gets(), 10);
    QCOMPARE(underWay(), 5);
    // More than there are pools left is no harm.
    m_refresher->setSlotCount(64);
    QTRY_COMPARE(gets(), 12);
    QCOMPARE(m_refresher->done(), 5);
    answerThoseWhoWait();
    QTRY_VERIFY(!m_refresher->isRunning());
    QCOMPARE(m_ended, 12);
}

void TestRefreshSlots::withFewerThoseUnderWayEnd()
{
    m_refresher->setSlotCount(6);
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 6);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    m_refresher->setSlotCount(1);
    QCOMPARE(underWay(), 6);
    QCOMPARE(m_refresher->total(), 12);
    answerThoseWhoWait();
    QTRY_COMPARE(m_ended, 6);
    for (const QList<QVariant> &arguments : ended)
        QVERIFY(arguments.at(1).value<PoolSnapshot>().package.value); // with their answers
    // From now on one after the other.
    for (int pool = 7; pool <= 12; ++pool) {
        QTRY_COMPARE(gets(), pool);
        QCOMPARE(underWay(), 1);
        answerThoseWhoWait();
        QTRY_COMPARE(m_ended, pool);
    }
    QTRY_VERIFY(!m_refresher->isRunning());
}

void TestRefreshSlots::countsForTheNextRefresh()
{
    m_refresher->setSlotCount(7);
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 7);
    QCOMPARE(underWay(), 7);
}

void TestRefreshSlots::thereIsAlwaysOne_data()
{
    QTest::addColumn<int>("slotCount");
    QTest::newRow("none") << 0;
    QTest::newRow("less than none") << -4;
}

void TestRefreshSlots::thereIsAlwaysOne()
{
    QFETCH(const int, slotCount);
    m_refresher->setSlotCount(slotCount);
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 1);
    QCOMPARE(underWay(), 1);
    m_refresher->setSlotCount(slotCount);
    QCOMPARE(underWay(), 1);
}

void TestRefreshSlots::startsNobodyByItself()
{
    m_refresher->setSlotCount(8);
    QVERIFY(!m_refresher->isRunning());
    QCOMPARE(m_begun, 0);
    m_refresher->refreshAll();
    m_refresher->cancel();
    QTRY_VERIFY(!m_refresher->isRunning());
    const int begun = m_begun;
    m_refresher->setSlotCount(12);
    QCOMPARE(m_begun, begun);
}

void TestRefreshSlots::changesInsideASignal()
{
    connect(m_refresher.get(), &PoolsRefresher::poolStarted, this,
        [this] { m_refresher->setSlotCount(4); });
    m_refresher->refreshAll();
    QTRY_COMPARE(gets(), 4);
    QCOMPARE(underWay(), 4);
    connect(m_refresher.get(), &PoolsRefresher::poolFinished, this,
        [this] { m_refresher->setSlotCount(12); });
    m_server->answer(packagePath(), {goodPackage()});
    answerThoseWhoWait();
    QTRY_VERIFY(!m_refresher->isRunning());
    QCOMPARE(m_begun, 12);
    QCOMPARE(m_ended, 12);
}

QTEST_GUILESS_MAIN(TestRefreshSlots)
#include "tst_refreshslots.moc"
