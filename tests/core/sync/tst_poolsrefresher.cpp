// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/poolsrefresher.h"

#include "core/api/proxyresolver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace genauth;
using namespace genauth::test;

class TestPoolsRefresher : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void refreshesEveryPool();
    void doesNothingWithoutPools();
    void doesNothingWhileUnderWay();
    void countsProgress();
    void keepsTokensApart();
    void keepsTokensBetweenRefreshes();
    void speaksNewLanguageFromTheNextRefreshOn();
    void deadPoolsHoldUpNobody_data();
    void deadPoolsHoldUpNobody();
    void cancels();
    void cancelsInsideSignal_data();
    void cancelsInsideSignal();
    void replacingPoolsDropsWhatIsUnderWay();
    void replacesPoolsInsideSignal_data();
    void replacesPoolsInsideSignal();
    void startsAgainInsideFinished();
    void mayBeDestroyedUnderWay();

private:
    [[nodiscard]] static QList<PoolAccess> pools(const FaultyServer &server, int count);
    /** Does `action` once, at the first of these signals: "started", "poolStarted"… */
    void atFirst(const QString &signal, const std::function<void()> &action);
    static void addSignals();

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<PoolsRefresher> m_refresher;
};

void TestPoolsRefresher::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, PoolsRefresher::DefaultSlots);
}

QList<PoolAccess> TestPoolsRefresher::pools(const FaultyServer &server, int count)
{
    QList<PoolAccess> pools;
    for (int i = 0; i < count; ++i)
        pools.append({accountOn(server.url()), canaryKey()});
    return pools;
}

void TestPoolsRefresher::atFirst(const QString &signal, const std::function<void()> &action)
{
    const auto once = [action, done = false]() mutable {
        if (!std::exchange(done, true))
            action();
    };
    if (signal == QLatin1String("started"))
        connect(m_refresher.get(), &PoolsRefresher::started, this, once);
    else if (signal == QLatin1String("poolStarted"))
        connect(m_refresher.get(), &PoolsRefresher::poolStarted, this, once);
    else if (signal == QLatin1String("poolFinished"))
        connect(m_refresher.get(), &PoolsRefresher::poolFinished, this, once);
    else
        connect(m_refresher.get(), &PoolsRefresher::progressed, this, once);
}

void TestPoolsRefresher::addSignals()
{
    QTest::addColumn<QString>("signal");
    for (const char *signal : {"started", "poolStarted", "poolFinished", "progressed"})
        QTest::newRow(signal) << QString::fromLatin1(signal);
}

void TestPoolsRefresher::refreshesEveryPool()
{
    const QList<PoolAccess> all = pools(*m_server, 10);
    m_refresher->setPools(all);
    QSignalSpy started(m_refresher.get(), &PoolsRefresher::started);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QVERIFY(m_refresher->isRunning());
    QCOMPARE(m_refresher->total(), 10);
    QVERIFY(finished.wait());
    QVERIFY(!m_refresher->isRunning());
    QCOMPARE(started.count(), 1);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(ended.count(), 10);
    QList<QUuid> ids;
    for (const QList<QVariant> &arguments : ended) {
        ids.append(arguments.at(0).toUuid());
        QVERIFY(arguments.at(1).value<PoolSnapshot>().package.value);
    }
    for (const PoolAccess &pool : all)
        QCOMPARE(ids.count(pool.account.id), 1);
}

void TestPoolsRefresher::doesNothingWithoutPools()
{
    QSignalSpy started(m_refresher.get(), &PoolsRefresher::started);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    m_refresher->cancel();
    m_refresher->setPools({});
    m_refresher->refreshAll();
    QCoreApplication::processEvents();
    QVERIFY(!m_refresher->isRunning());
    QCOMPARE(started.count() + finished.count(), 0);
}

void TestPoolsRefresher::doesNothingWhileUnderWay()
{
    m_refresher->setPools(pools(*m_server, 6));
    QSignalSpy started(m_refresher.get(), &PoolsRefresher::started);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    QCOMPARE(started.count(), 1);
    QCOMPARE(m_server->hitsOn(packagePath()), 6);
}

void TestPoolsRefresher::countsProgress()
{
    constexpr int count = 9;
    m_refresher->setPools(pools(*m_server, count));
    QSignalSpy progressed(m_refresher.get(), &PoolsRefresher::progressed);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    QCOMPARE(progressed.count(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(progressed.at(i).at(0).toInt(), i + 1);
        QCOMPARE(progressed.at(i).at(1).toInt(), count);
    }
}

void TestPoolsRefresher::keepsTokensApart()
{
    FaultyServer second;
    m_server->answer(tokenPath(), {goodToken("first-token")});
    second.answer(tokenPath(), {goodToken("second-token")});
    second.answer(packagePath(), {goodPackage()});
    m_refresher->setPools(pools(*m_server, 3) + pools(second, 3));
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    for (const RecordedRequest &request : m_server->requestsTo(packagePath()))
        QCOMPARE(request.header("Authorization"), "Bearer first-token");
    for (const RecordedRequest &request : second.requestsTo(packagePath()))
        QCOMPARE(request.header("Authorization"), "Bearer second-token");
}

void TestPoolsRefresher::keepsTokensBetweenRefreshes()
{
    m_refresher->setPools(pools(*m_server, 2));
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    for (int i = 0; i < 3; ++i) {
        m_refresher->refreshAll();
        QVERIFY(finished.wait());
    }
    QCOMPARE(m_server->hitsOn(tokenPath()), 2);
    QCOMPARE(m_server->hitsOn(packagePath()), 6);
    // Other accounts, or other keys: nothing is kept.
    m_refresher->setPools(pools(*m_server, 1));
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    QCOMPARE(m_server->hitsOn(tokenPath()), 3);
}

void TestPoolsRefresher::speaksNewLanguageFromTheNextRefreshOn()
{
    m_refresher->setPools(pools(*m_server, 1));
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    for (const auto &[language, header] :
        {std::pair(ApiLanguage::Chinese, "zh-CN"), std::pair(ApiLanguage::English, "en-US")}) {
        m_refresher->setLanguage(language);
        m_refresher->refreshAll();
        QVERIFY(finished.wait());
        QCOMPARE(m_server->requests().constLast().header("x-genauth-lang"), header);
    }
}

void TestPoolsRefresher::deadPoolsHoldUpNobody_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("silent") << silence();
    QTest::newRow("endless") << dribble(
        httpHead({}, 100'000), QByteArray(100'000, ' '), std::chrono::milliseconds(1));
    QTest::newRow("closing") << close();
    QTest::newRow("refusing the key") << refusal(400, 2333);
}

void TestPoolsRefresher::deadPoolsHoldUpNobody()
{
    QFETCH(const Script, script);
    FaultyServer dead;
    dead.answerRest(script);
    const QList<PoolAccess> good = pools(*m_server, 20);
    m_refresher->setPools(pools(dead, 3) + good);
    QList<QUuid> answered;
    connect(m_refresher.get(), &PoolsRefresher::poolFinished, this,
        [&](const QUuid &id, const PoolSnapshot &learned) {
            if (learned.package.value)
                answered.append(id);
        });
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), good.size(), 20'000);
    m_refresher->cancel();
    if (finished.isEmpty())
        QVERIFY(finished.wait());
    QCOMPARE(finished.count(), 1);
}

void TestPoolsRefresher::cancels()
{
    m_server->answer(packagePath(), {silence()});
    m_refresher->setPools(pools(*m_server, 10));
    QSignalSpy begun(m_refresher.get(), &PoolsRefresher::poolStarted);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(m_server->hitsOn(packagePath()), 4);
    m_refresher->cancel();
    m_refresher->cancel();
    QVERIFY(finished.wait());
    QVERIFY(!m_refresher->isRunning());
    QCOMPARE(begun.count(), 4); // the others' turn never came
    QCOMPARE(ended.count(), 4);
    for (const QList<QVariant> &arguments : ended) {
        const auto learned = arguments.at(1).value<PoolSnapshot>();
        QVERIFY(learned.package.error);
        QCOMPARE(learned.package.error->kind, ErrorKind::Canceled);
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(finished.count(), 1);

    speakGenAuth(*m_server);
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    QCOMPARE(ended.count(), 14);
}

void TestPoolsRefresher::cancelsInsideSignal_data()
{
    addSignals();
}

void TestPoolsRefresher::cancelsInsideSignal()
{
    QFETCH(const QString, signal);
    m_refresher->setPools(pools(*m_server, 10));
    atFirst(signal, [this] { m_refresher->cancel(); });
    QSignalSpy begun(m_refresher.get(), &PoolsRefresher::poolStarted);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!m_refresher->isRunning());
    QTest::qWait(50);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(ended.count(), begun.count());
    QVERIFY(begun.count() <= 4);
    m_refresher->refreshAll();
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(ended.count(), begun.count());
}

void TestPoolsRefresher::replacingPoolsDropsWhatIsUnderWay()
{
    m_server->answer(packagePath(), {silence()});
    m_refresher->setPools(pools(*m_server, 10));
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(m_server->hitsOn(packagePath()), 4);
    FaultyServer second;
    speakGenAuth(second);
    m_refresher->setPools(pools(second, 2));
    QCOMPARE(finished.count(), 1);
    QVERIFY(!m_refresher->isRunning());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(ended.count(), 0); // a late answer of the old pools is nobody's

    m_refresher->refreshAll();
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(ended.count(), 2);
    QCOMPARE(m_server->hitsOn(packagePath()), 4);
}

void TestPoolsRefresher::replacesPoolsInsideSignal_data()
{
    addSignals();
}

void TestPoolsRefresher::replacesPoolsInsideSignal()
{
    QFETCH(const QString, signal);
    FaultyServer second;
    speakGenAuth(second);
    m_refresher->setPools(pools(*m_server, 10));
    atFirst(signal, [&] { m_refresher->setPools(pools(second, 10)); });
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!m_refresher->isRunning());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    QTest::qWait(50);
    QCOMPARE(second.requests().size(), 0); // new pools are asked when somebody asks for it
    QCOMPARE(finished.count(), 1);
    m_refresher->refreshAll();
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(ended.count(), 10);
}

void TestPoolsRefresher::startsAgainInsideFinished()
{
    m_refresher->setPools(pools(*m_server, 5));
    int rounds = 0;
    connect(m_refresher.get(), &PoolsRefresher::finished, this, [&] {
        if (++rounds < 3)
            m_refresher->refreshAll();
    });
    m_refresher->refreshAll();
    QTRY_COMPARE(rounds, 3);
    QVERIFY(!m_refresher->isRunning());
    QCOMPARE(m_server->hitsOn(packagePath()), 15);
}

void TestPoolsRefresher::mayBeDestroyedUnderWay()
{
    m_server->answer(packagePath(), {silence()});
    m_refresher->setPools(pools(*m_server, 10));
    QSignalSpy ended(m_refresher.get(), &PoolsRefresher::poolFinished);
    m_refresher->refreshAll();
    QTRY_COMPARE(m_server->hitsOn(packagePath()), 4);
    m_refresher.reset();
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(ended.count(), 0);
}

QTEST_GUILESS_MAIN(TestPoolsRefresher)
#include "tst_poolsrefresher.moc"
