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

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace genauth;
using namespace genauth::test;

class TestManyPools : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }
    void cleanupTestCase();

    void opensNoMoreThanItsSlots_data();
    void opensNoMoreThanItsSlots();
    void needsNoMoreThanFourPoolsDo();

private:
    static constexpr int Many = 500;
    struct Use
    {
        int threads = 0;
        int descriptors = 0;
    };
    /** In a process of its own, so that the server's sockets are not counted. */
    void startSandbox();
    /** The most that a refresh of so many of the sandbox's pools ever has in use. */
    [[nodiscard]] Use peakOf(PoolsRefresher &refresher, int count);
    /** Lets what has ended be gone. */
    static void settle();

    ProxyResolver m_proxies;
    FakeClock m_clock;
    QProcess m_sandbox;
    QList<PoolAccess> m_pools; ///< the sandbox's
};

void TestManyPools::cleanupTestCase()
{
    m_sandbox.closeWriteChannel();
    m_sandbox.waitForFinished();
}

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
    QCOMPARE(server.mostOpenConnections(), slotCount * PoolRefresh::Operations);
    QCOMPARE(begun.count(), slotCount);
}

void TestManyPools::startSandbox()
{
    // The first four take their time, so that for once all four are under way together.
    QStringList arguments{QStringLiteral("--pools"), QString::number(Many)};
    for (int pool = 1; pool <= PoolsRefresher::DefaultSlots; ++pool)
        arguments << QStringLiteral("--fault") << QStringLiteral("%1=slow=1").arg(pool);
    m_sandbox.start(QStringLiteral(GENAUTH_SANDBOX_PROGRAM), arguments);
    QVERIFY(QTest::qWaitFor([this] { return m_sandbox.canReadLine(); }, 20'000));
    const QJsonObject line = QJsonDocument::fromJson(m_sandbox.readLine()).object();
    const QUrl url(line[QLatin1String("url")].toString());
    const QJsonArray announced = line[QLatin1String("pools")].toArray();
    for (const auto &pool : announced) {
        PoolAccess access{accountOn(url), {}};
        access.account.poolId = pool[QLatin1String("userPoolId")].toString();
        access.key = {pool[QLatin1String("accessKeyId")].toString(),
            pool[QLatin1String("accessKeySecret")].toString().toUtf8()};
        m_pools.append(access);
    }
    QCOMPARE(m_pools.size(), Many);
}

void TestManyPools::settle()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QThread::msleep(10); // see peakOf()
}

TestManyPools::Use TestManyPools::peakOf(PoolsRefresher &refresher, int count)
{
    Use peak;
    const auto look = [&peak] {
        // The kernel lists a thread a moment longer than it lives.
        if (threadCount() > peak.threads) {
            QThread::msleep(1);
            peak.threads = std::max(peak.threads, threadCount());
        }
        peak.descriptors = std::max(peak.descriptors, fileDescriptorCount());
    };
    const QObject during;
    int answered = 0;
    connect(&refresher, &PoolsRefresher::poolStarted, &during, look);
    connect(&refresher, &PoolsRefresher::poolFinished, &during,
        [&](const QUuid & /*id*/, const PoolSnapshot &learned) {
            look();
            answered += learned.package.value ? 1 : 0;
        });
    // And each time the event loop has nothing left to do, or something again.
    auto *loop = QAbstractEventDispatcher::instance();
    connect(loop, &QAbstractEventDispatcher::aboutToBlock, &during, look);
    connect(loop, &QAbstractEventDispatcher::awake, &during, look);
    QSignalSpy finished(&refresher, &PoolsRefresher::finished);
    refresher.setPools(m_pools.first(count));
    QElapsedTimer time;
    time.start();
    refresher.refreshAll();
    if (finished.isEmpty() && !finished.wait(60'000))
        qFatal("the refresh does not end");
    if (answered != count)
        qFatal("%d of %d pools have answered", answered, count);
    qInfo("%d pools: at most %d threads and %d descriptors, %.2f ms a pool", count, peak.threads,
        peak.descriptors, double(time.nsecsElapsed()) / 1e6 / count);
    return peak;
}

void TestManyPools::needsNoMoreThanFourPoolsDo()
{
    constexpr int slotCount = PoolsRefresher::DefaultSlots;
    startSandbox();
    PoolsRefresher refresher({.clock = &m_clock, .proxies = &m_proxies}, slotCount);
    (void)peakOf(refresher, 1); // what Qt opens once and keeps
    settle();
    const Use before{threadCount(), fileDescriptorCount()};
    const Use few = peakOf(refresher, slotCount);
    QCOMPARE(few.threads, before.threads + slotCount); // all four were under way together
    const Use many = peakOf(refresher, Many);
    // In each slot one that has ended may still be going while the next one comes: on a busy
    // computer, for a moment.
    const int threads = few.threads + slotCount;
    const int descriptors = 2 * few.descriptors - before.descriptors;
    QVERIFY2(many.threads <= threads, QByteArray::number(many.threads).constData());
    QVERIFY2(many.descriptors <= descriptors, QByteArray::number(many.descriptors).constData());
    settle();
    QCOMPARE(threadCount(), before.threads);
    QCOMPARE(fileDescriptorCount(), before.descriptors);
}

QTEST_GUILESS_MAIN(TestManyPools)
#include "tst_manypools.moc"
