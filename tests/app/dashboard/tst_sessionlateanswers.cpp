// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of an answer that is under way when its pool is edited, removed or left for the
// demo.

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

#include <functional>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** What a connection test has found before the edited pool is taken over. */
PoolSnapshot found(const Clock &clock)
{
    PoolSnapshot snapshot;
    snapshot.poolId = claimedPool();
    snapshot.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    snapshot.package.receivedAt = snapshot.package.attemptedAt = clock.nowUtc();
    return snapshot;
}

} // namespace

class TestSessionLateAnswers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }

    void dropsThemAfterAnEdit_data();
    void dropsThemAfterAnEdit();
    void dropsThemWhenThePoolIsRemoved();
    void dropsThemWhenTheDemoBegins();
    void dropsThoseOfTheDemo();
    void dropsThoseFromBeforeTheDemo();
    void takesThemAfterARename();
    void takesThemInAnotherOrder();

private:
    struct Row
    {
        Account account;
        PoolSnapshot snapshot;
        bool refreshing = false;
    };
    /** The row of the model that has this name. */
    [[nodiscard]] Row row(const QString &name) const;
    [[nodiscard]] PoolAccess pool(const QString &name) const;
    /** Two pools, A and B, are asked and not answered. */
    void askTwo();
    /** The server is heard at last, by whoever still listens. */
    void answerLate();

    FakeClock m_clock;
    ProxyResolver m_proxies;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<PoolsModel> m_model;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<RefreshScheduler> m_scheduler;
    std::unique_ptr<OwnPools> m_pools;
    std::unique_ptr<Session> m_session;
    PoolAccess m_a;
    PoolAccess m_b;
};

void TestSessionLateAnswers::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_model = std::make_unique<PoolsModel>(m_clock);
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, 4);
    m_scheduler = std::make_unique<RefreshScheduler>(*m_refresher, m_clock);
    m_pools = std::make_unique<OwnPools>();
    m_session = std::make_unique<Session>(*m_model, *m_refresher, *m_scheduler, *m_pools, m_clock);
}

TestSessionLateAnswers::Row TestSessionLateAnswers::row(const QString &name) const
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex index = m_model->index(i, 0);
        const auto account = index.data(PoolsModel::AccountRole).value<Account>();
        if (account.name == name)
            return {account, index.data(PoolsModel::SnapshotRole).value<PoolSnapshot>(),
                index.data(PoolsModel::RefreshingRole).toBool()};
    }
    qFatal("there is no pool %s", qPrintable(name));
}

PoolAccess TestSessionLateAnswers::pool(const QString &name) const
{
    PoolAccess pool{accountOn(m_server->url()), canaryKey()};
    pool.account.name = name;
    return pool;
}

void TestSessionLateAnswers::askTwo()
{
    m_server->answer(packagePath(), {silence()});
    m_a = pool(u"A"_s);
    m_b = pool(u"B"_s);
    m_session->watch({m_a, m_b});
    m_refresher->refreshAll();
    QTRY_COMPARE(m_server->hitsOn(packagePath()), 2);
    QVERIFY(row(u"A"_s).refreshing && row(u"B"_s).refreshing);
}

void TestSessionLateAnswers::answerLate()
{
    m_server->answerLate(packagePath(), refusal(403));
    QTRY_VERIFY(!m_refresher->isRunning());
    // Whatever is still on its way arrives.
    QTRY_COMPARE(m_server->openConnections(), 0);
}

using Edit = std::function<void(Session &, OwnPools &, PoolAccess)>;
Q_DECLARE_METATYPE(Edit)

void TestSessionLateAnswers::dropsThemAfterAnEdit_data()
{
    QTest::addColumn<Edit>("edit");
    const auto tested = [this](const char *name, const std::function<void(PoolAccess &)> &change) {
        QTest::newRow(name) << Edit([this, change](Session &session, OwnPools &, PoolAccess pool) {
            change(pool);
            session.replace(pool, found(m_clock));
        });
    };
    const auto stored = [](const char *name, const std::function<void(PoolAccess &)> &change) {
        QTest::newRow(name) << Edit([change](Session &, OwnPools &pools, PoolAccess pool) {
            change(pool);
            pools.replace(pool.account.id, pool);
        });
    };
    const auto otherHost = [](PoolAccess &pool) { pool.account.host.setHost(u"127.0.0.3"_s); };
    const auto otherKey = [](PoolAccess &pool) { pool.key.secret = "another"; };
    tested("another host, tested", otherHost);
    tested("another key, tested", otherKey);
    stored("another host", otherHost);
    stored("another key", otherKey);
    stored("another clock", [](PoolAccess &pool) { pool.account.clockOffset = {}; });
}

void TestSessionLateAnswers::dropsThemAfterAnEdit()
{
    QFETCH(const Edit, edit);
    askTwo();
    // What was tested is asked at once for the rest, and answers.
    m_server->answer(packagePath(), {goodPackage()});
    edit(*m_session, *m_pools, m_a);
    // Nobody waits for the old one, and the list does not say so.
    QTRY_VERIFY(!row(u"A"_s).refreshing);
    QCOMPARE(m_refresher->total() - m_refresher->done(), 1);
    QVERIFY(row(u"B"_s).refreshing);
    QTRY_COMPARE(m_server->openConnections(), PoolRefresh::Operations);
    answerLate();
    // Another host may have refused; what the first one said late has reached nobody.
    const std::optional<ApiError> error = row(u"A"_s).snapshot.package.error;
    QVERIFY(!error || error->kind == ErrorKind::ConnectionRefused);
    QCOMPARE(row(u"B"_s).snapshot.package.error->kind, ErrorKind::Forbidden);
    // It can be asked again, and its answer counts.
    m_server->answer(packagePath(), {refusal(429)});
    m_refresher->refresh({row(u"A"_s).account.id});
    QVERIFY(row(u"A"_s).refreshing);
}

void TestSessionLateAnswers::dropsThemWhenThePoolIsRemoved()
{
    askTwo();
    m_pools->remove(m_a.account.id);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_refresher->total(), 1);
    QTRY_COMPARE(m_server->openConnections(), PoolRefresh::Operations);
    answerLate();
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(row(u"B"_s).snapshot.package.error);
    // The last one, too.
    m_refresher->refreshAll();
    QTRY_COMPARE(m_server->hitsOn(packagePath()), 3);
    m_pools->remove(m_b.account.id);
    QVERIFY(!m_refresher->isRunning());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestSessionLateAnswers::dropsThemWhenTheDemoBegins()
{
    askTwo();
    m_session->watchDemo({pool(u"Demo"_s)});
    QVERIFY(!m_refresher->isRunning());
    answerLate();
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(!row(u"Demo"_s).snapshot.package.error);
    QVERIFY(!row(u"Demo"_s).refreshing);
}

void TestSessionLateAnswers::dropsThoseOfTheDemo()
{
    m_server->answer(packagePath(), {silence()});
    m_session->watch({pool(u"Own"_s)});
    m_session->watchDemo({pool(u"Demo"_s)});
    m_refresher->refreshAll();
    QTRY_COMPARE(m_server->hitsOn(packagePath()), 1);
    m_session->endDemo();
    QVERIFY(!m_refresher->isRunning());
    answerLate();
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(!row(u"Own"_s).snapshot.package.error);
    QVERIFY(!row(u"Own"_s).refreshing);
}

void TestSessionLateAnswers::dropsThoseFromBeforeTheDemo()
{
    askTwo();
    m_session->watchDemo({pool(u"Demo"_s)});
    m_session->endDemo();
    // The same pools with the same connections are back, but what they were asked is forgotten.
    QVERIFY(!m_refresher->isRunning());
    QVERIFY(!row(u"A"_s).refreshing && !row(u"B"_s).refreshing);
    answerLate();
    QVERIFY(!row(u"A"_s).snapshot.package.error);
    QVERIFY(!row(u"B"_s).snapshot.package.error);
}

void TestSessionLateAnswers::takesThemAfterARename()
{
    askTwo();
    PoolAccess renamed = m_a;
    renamed.account.name = u"Renamed"_s;
    renamed.account.currency = u"CNY"_s;
    m_pools->replace(m_a.account.id, renamed);
    QCOMPARE(m_refresher->total(), 2);
    QVERIFY(row(u"Renamed"_s).refreshing);
    answerLate();
    QCOMPARE(row(u"Renamed"_s).snapshot.package.error->kind, ErrorKind::Forbidden);
    QVERIFY(!row(u"Renamed"_s).refreshing);
    QCOMPARE(m_server->hitsOn(packagePath()), 2);
}

void TestSessionLateAnswers::takesThemInAnotherOrder()
{
    askTwo();
    m_pools->setOrder({m_b.account.id, m_a.account.id});
    QCOMPARE(m_refresher->total(), 2);
    answerLate();
    QVERIFY(row(u"A"_s).snapshot.package.error);
    QVERIFY(row(u"B"_s).snapshot.package.error);
    QCOMPARE(m_server->hitsOn(packagePath()), 2);
}

QTEST_GUILESS_MAIN(TestSessionLateAnswers)
#include "tst_sessionlateanswers.moc"
