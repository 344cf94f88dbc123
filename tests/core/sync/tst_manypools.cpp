// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What five hundred pools cost that four do not.

#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/processfacts.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace genauth::test;

class TestManyPools : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void opensNoMoreThanItsSlots_data();
    void opensNoMoreThanItsSlots();
    void needsNoMoreThanFewPoolsDo();

private:
    struct Peak
    {
        int threads = 0;
        int descriptors = 0;
    };
    /** The most that a refresh of so many pools has in use, each time a pool ends. */
    [[nodiscard]] Peak peakWith(int pools);

    ProxyResolver m_proxies;
    FakeClock m_clock;
};

void TestManyPools::opensNoMoreThanItsSlots_data()
{
    QTest::addColumn<int>("slotCount");
    QTest::newRow("one") << 1;
    QTest::newRow("as usual") << PoolsRefresher::DefaultSlots;
    QTest::newRow("ten") << 10;
}

void TestManyPools::opensNoMoreThanItsSlots()
{
    QFETCH(const int, slotCount);
    // Each answer of the package is held back until as many as there are slots have been asked for,
    // so that a slot too few or too many shows.
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {silence()});
    PoolsRefresher refresher({.clock = &m_clock, .proxies = &m_proxies}, slotCount);
    QList<PoolAccess> pools;
    for (int i = 0; i < 50; ++i)
        pools.append({accountOn(server.url()), canaryKey()});
    refresher.setPools(pools);
    QSignalSpy begun(&refresher, &PoolsRefresher::poolStarted);
    refresher.refreshAll();
    QTRY_COMPARE(server.hitsOn(packagePath()), slotCount);
    QTest::qWait(100);
    QCOMPARE(server.hitsOn(packagePath()), slotCount);
    QCOMPARE(server.mostOpenConnections(), slotCount);
    QCOMPARE(begun.count(), slotCount);
}

TestManyPools::Peak TestManyPools::peakWith(int count)
{
    FaultyServer server;
    speakGenAuth(server);
    PoolsRefresher refresher(
        {.clock = &m_clock, .proxies = &m_proxies}, PoolsRefresher::DefaultSlots);
    QList<PoolAccess> pools;
    for (int i = 0; i < count; ++i)
        pools.append({accountOn(server.url()), canaryKey()});
    refresher.setPools(pools);
    Peak peak;
    int underWay = 0;
    int mostUnderWay = 0;
    connect(&refresher, &PoolsRefresher::poolStarted, this,
        [&] { mostUnderWay = std::max(mostUnderWay, ++underWay); });
    connect(&refresher, &PoolsRefresher::poolFinished, this, [&] {
        --underWay;
        peak.threads = std::max(peak.threads, threadCount());
        peak.descriptors = std::max(peak.descriptors, fileDescriptorCount());
    });
    QSignalSpy finished(&refresher, &PoolsRefresher::finished);
    refresher.refreshAll();
    if (!finished.wait(30'000))
        qFatal("the refresh does not end");
    if (mostUnderWay > PoolsRefresher::DefaultSlots)
        qFatal("more pools under way than slots");
    if (server.hitsOn(packagePath()) != count)
        qFatal("a pool was left out");
    return peak;
}

void TestManyPools::needsNoMoreThanFewPoolsDo()
{
    const Peak few = peakWith(8);
    const int threads = threadCount();
    const int descriptors = fileDescriptorCount();
    const Peak many = peakWith(500);
    // One refresh may be on its way out while the next begins: its thread, its socket and pipe, and
    // the server's side of that socket, for each slot.
    constexpr int slotCount = PoolsRefresher::DefaultSlots;
    QVERIFY2(many.threads <= few.threads + slotCount, QByteArray::number(many.threads).constData());
    QVERIFY2(many.descriptors <= few.descriptors + 4 * slotCount,
        QByteArray::number(many.descriptors).constData());
    QTRY_VERIFY(threadCount() <= threads);
    QTRY_VERIFY(fileDescriptorCount() <= descriptors);
}

QTEST_GUILESS_MAIN(TestManyPools)
#include "tst_manypools.moc"
