// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/session.h"

#include "core/accounts/ownpools.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using State = Session::State;

namespace {

PoolSnapshot found(const Clock &clock, const QString &poolId = claimedPool())
{
    PoolSnapshot snapshot;
    snapshot.poolId = poolId;
    snapshot.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    snapshot.package.receivedAt = snapshot.package.attemptedAt = clock.nowUtc();
    return snapshot;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }

    void beginsEmpty();
    void watches();
    void adds();
    void addsACopy();
    void addsDuringTheDemo();
    void replacesTheKeyOfAPool();
    void forgetsAnotherPool_data();
    void forgetsAnotherPool();
    void replacesNothingItDoesNotWatch();
    void ownPoolsWaitDuringTheDemo();
    void ownPoolsComeBackWhenTheDemoFails();
    void leavesNothingOfTheDemo();
    void dropsLateAnswers();

private:
    [[nodiscard]] PoolAccess pool(const char *name) const;
    /** What is watched, by name. */
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] PoolSnapshot known(const PoolAccess &pool) const;

    FakeClock m_clock;
    ProxyResolver m_proxies;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<PoolsModel> m_model;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<RefreshScheduler> m_scheduler;
    std::unique_ptr<OwnPools> m_pools;
    std::unique_ptr<Session> m_session;
    QList<QUuid> m_newPools; ///< announced last
};

void TestSession::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_model = std::make_unique<PoolsModel>(m_clock);
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, 2);
    m_scheduler = std::make_unique<RefreshScheduler>(*m_refresher, m_clock);
    m_pools = std::make_unique<OwnPools>();
    m_session = std::make_unique<Session>(*m_model, *m_refresher, *m_scheduler, *m_pools, m_clock);
    m_newPools.clear();
    connect(m_session.get(), &Session::newPools, this,
        [this](const QList<QUuid> &ids) { m_newPools = ids; });
}

PoolAccess TestSession::pool(const char *name) const
{
    PoolAccess pool{accountOn(m_server->url()), canaryKey()};
    pool.account.name = QLatin1String(name);
    return pool;
}

QStringList TestSession::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names << m_model->index(row, 0).data(PoolsModel::AccountRole).value<Account>().name;
    return names;
}

PoolSnapshot TestSession::known(const PoolAccess &pool) const
{
    return m_model->index(m_model->rowOf(pool.account.id), 0)
        .data(PoolsModel::SnapshotRole)
        .value<PoolSnapshot>();
}

void TestSession::beginsEmpty()
{
    QCOMPARE(m_session->state(), State::Empty);
    QVERIFY(!m_session->isDemo());
    QVERIFY(!m_session->pool(QUuid::createUuid()));
}

void TestSession::watches()
{
    const PoolAccess a = pool("A");
    const PoolAccess b = pool("B");
    QSignalSpy changed(m_session.get(), &Session::changed);
    m_session->watch({a, b});
    QCOMPARE(m_session->state(), State::Connected);
    QCOMPARE(names(), QStringList({u"A"_s, u"B"_s}));
    QCOMPARE(m_session->pool(b.account.id), std::optional(b));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_newPools, QList({a.account.id, b.account.id}));
    QVERIFY(!m_refresher->isRunning()); // nobody is asked yet
    m_session->watch({});
    QCOMPARE(m_session->state(), State::Empty);
    QCOMPARE(names(), QStringList());
    QVERIFY(!m_session->pool(a.account.id));
}

void TestSession::adds()
{
    const PoolAccess a = pool("A");
    const PoolAccess b = pool("B");
    m_session->watch({a});
    m_model->absorb(a.account.id, found(m_clock));
    m_newPools.clear();
    m_session->add(b, found(m_clock, u"pool-b"_s));
    QCOMPARE(m_session->state(), State::Connected);
    QCOMPARE(names(), QStringList({u"A"_s, u"B"_s}));
    // What is known of the others stays, and what the check has found is shown at once.
    QVERIFY(known(a).package.value);
    QCOMPARE(known(b).poolId, u"pool-b"_s);
    QVERIFY(known(b).package.value);
    QCOMPARE(m_scheduler->nextTry(b.account.id).kind, NextTry::Kind::Poll);
    QVERIFY(m_newPools.isEmpty());
}

void TestSession::addsACopy()
{
    const PoolAccess a = pool("A");
    m_session->watch({a});
    m_model->absorb(a.account.id, found(m_clock));
    const PoolAccess again = pool("A again");
    m_session->add(again, found(m_clock)); // the same pool: it keeps its name
    QCOMPARE(names(), QStringList(u"A"_s));
    const PoolAccess copy = pool("A (copy)");
    m_session->addCopy(copy, found(m_clock));
    QCOMPARE(names(), QStringList({u"A"_s, u"A (copy)"_s}));
    QVERIFY(known(copy).package.value);
}

void TestSession::addsDuringTheDemo()
{
    const PoolAccess own = pool("Own");
    const PoolAccess added = pool("Added");
    m_session->watch({own});
    m_session->watchDemo({pool("Demo")});
    m_newPools.clear();
    m_session->add(added, found(m_clock));
    QCOMPARE(m_session->state(), State::Connected);
    QCOMPARE(names(), QStringList({u"Own"_s, u"Added"_s}));
    // Those that waited have to be asked; the new one has just answered.
    QCOMPARE(m_newPools, QList({own.account.id}));
}

void TestSession::replacesTheKeyOfAPool()
{
    const PoolAccess before = pool("A");
    m_session->watch({before});
    m_model->absorb(before.account.id, found(m_clock));
    PoolAccess after = before;
    after.key.secret = "another";
    after.account.name = u"Renamed"_s;
    PoolSnapshot learned = found(m_clock);
    learned.package = {};
    learned.package.attemptedAt = m_clock.nowUtc();
    m_session->replace(after, learned);
    QCOMPARE(m_session->pool(before.account.id), std::optional(after));
    QCOMPARE(names(), QStringList{u"Renamed"_s});
    QVERIFY(known(after).package.value); // the same pool keeps its data
}

void TestSession::forgetsAnotherPool_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("poolId");
    QTest::newRow("another id") << QString() << u"pool-b"_s;
    QTest::newRow("another host") << u"http://127.0.0.1:1"_s << claimedPool();
}

void TestSession::forgetsAnotherPool()
{
    QFETCH(const QString, host);
    QFETCH(const QString, poolId);
    const PoolAccess before = pool("A");
    m_session->watch({before});
    m_model->absorb(before.account.id, found(m_clock));
    PoolAccess after = before;
    if (!host.isEmpty())
        after.account.host = QUrl(host);
    PoolSnapshot learned;
    learned.poolId = poolId;
    learned.package.attemptedAt = m_clock.nowUtc();
    m_session->replace(after, learned);
    QCOMPARE(names(), QStringList{u"A"_s});
    const auto row = m_model->index(0, 0);
    QVERIFY(!row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>().package.value);
    QCOMPARE(row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>().poolId, poolId);
    const auto account = row.data(PoolsModel::AccountRole).value<Account>();
    QCOMPARE(account.host, after.account.host);
    QCOMPARE(m_session->pool(account.id)->key, after.key);
}

void TestSession::replacesNothingItDoesNotWatch()
{
    const PoolAccess own = pool("Own");
    const PoolAccess demo = pool("Demo");
    m_session->watch({own});
    m_session->replace(pool("Stranger"), found(m_clock));
    QCOMPARE(names(), QStringList{u"Own"_s});
    m_session->watchDemo({demo});
    m_session->replace(demo, found(m_clock));
    QVERIFY(!known(demo).package.value);
    PoolAccess changed = own;
    changed.key.secret = "another";
    m_session->replace(changed, found(m_clock)); // it is not watched at the moment
    QCOMPARE(names(), QStringList{u"Demo"_s});
}

void TestSession::ownPoolsWaitDuringTheDemo()
{
    const PoolAccess own = pool("Own");
    m_session->watch({own});
    m_session->watchDemo({pool("Demo")});
    QCOMPARE(m_session->state(), State::Demo);
    QVERIFY(m_session->isDemo());
    QCOMPARE(names(), QStringList{u"Demo"_s});
    QVERIFY(!m_session->pool(own.account.id));
    m_newPools.clear();
    m_session->endDemo();
    QCOMPARE(m_session->state(), State::Connected);
    QCOMPARE(m_session->pool(own.account.id), std::optional(own)); // its key, too
    QCOMPARE(m_newPools, QList{own.account.id});
    // A second time there is nothing to end.
    QSignalSpy changed(m_session.get(), &Session::changed);
    m_session->endDemo();
    QCOMPARE(changed.count(), 0);
}

void TestSession::ownPoolsComeBackWhenTheDemoFails()
{
    const PoolAccess own = pool("Own");
    m_session->watch({own});
    m_session->startDemo(u"/nowhere/genauth-sandbox"_s, u"en"_s);
    QVERIFY(m_session->isDemo());
    QSignalSpy failed(m_session.get(), &Session::demoFailed);
    QTRY_COMPARE(m_session->state(), State::Connected); // by itself
    QCOMPARE(failed.count(), 1);
    QCOMPARE(names(), QStringList{u"Own"_s});
    QCOMPARE(m_session->pool(own.account.id), std::optional(own));
}

void TestSession::leavesNothingOfTheDemo()
{
    m_session->watchDemo({pool("Demo")});
    m_session->endDemo();
    QCOMPARE(m_session->state(), State::Empty);
    QCOMPARE(names(), QStringList());
}

void TestSession::dropsLateAnswers()
{
    m_server->answer(tokenPath(), {silence()});
    const PoolAccess before = pool("A");
    const PoolAccess other = pool("B");
    m_session->watch({before, other});
    m_refresher->refreshAll();
    QTRY_COMPARE(m_server->hitsOn(tokenPath()), 2);
    const auto refreshing = [&](const PoolAccess &pool) {
        return m_model->index(m_model->rowOf(pool.account.id), 0)
            .data(PoolsModel::RefreshingRole)
            .toBool();
    };
    QVERIFY(refreshing(before) && refreshing(other));
    PoolAccess after = before;
    after.key.secret = "another";
    // It is asked at once for what the check did not ask for, and answers.
    m_server->answer(tokenPath(), {goodToken()});
    m_session->replace(after, found(m_clock)); // another pool: nothing was known of it
    const QUuid id = m_model->index(0, 0).data(PoolsModel::AccountRole).value<Account>().id;
    QTRY_VERIFY(!m_model->index(0, 0).data(PoolsModel::RefreshingRole).toBool());
    QVERIFY(refreshing(other));
    // The replaced one's request is gone; what comes late reaches only the one that still waits.
    QTRY_COMPARE(m_server->openConnections(), 1);
    m_server->answerLate(tokenPath(), refusal(401, 2333));
    QTRY_VERIFY(!m_refresher->isRunning());
    QVERIFY(known(other).package.error);
    QVERIFY(!known(*m_session->pool(id)).package.error);
    QVERIFY(known(*m_session->pool(id)).package.value);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
