// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a connection to a pool that is here already.

#include "app/dashboard/session.h"
#include "core/accounts/ownpools.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using State = Session::State;

class TestSessionAdds : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }

    void givesNewAccessToThePoolThatIsThere();
    void knowsThePoolBeforeItHasAnswered_data();
    void knowsThePoolBeforeItHasAnswered();
    void believesTheAnswerMoreThanWhatWasEntered();
    void tellsHostsApart();
    void knowsThePoolDuringTheDemo();
    void takesThePoolOfTheDemoForAnother();

private:
    /** The pool `canaryKey()` was made for, with settings of its own. */
    [[nodiscard]] static PoolAccess known();
    /** As it is connected anew, by somebody who has forgotten. */
    [[nodiscard]] static PoolAccess again();
    /** What its test has found. */
    [[nodiscard]] PoolSnapshot found(const QString &poolId = u"pool-1"_s) const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList said() const;

    FakeClock m_clock;
    ProxyResolver m_proxies;
    std::unique_ptr<PoolsModel> m_model;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<RefreshScheduler> m_scheduler;
    std::unique_ptr<OwnPools> m_pools;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSignalSpy> m_merged;
    QList<QUuid> m_newPools; ///< announced last
};

void TestSessionAdds::init()
{
    failOnQtWarnings();
    m_model = std::make_unique<PoolsModel>(m_clock);
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, 2);
    m_scheduler = std::make_unique<RefreshScheduler>(*m_refresher, m_clock);
    m_pools = std::make_unique<OwnPools>();
    m_session = std::make_unique<Session>(*m_model, *m_refresher, *m_scheduler, *m_pools, m_clock);
    m_merged = std::make_unique<QSignalSpy>(m_session.get(), &Session::merged);
    m_newPools.clear();
    connect(m_session.get(), &Session::newPools, this,
        [this](const QList<QUuid> &ids) { m_newPools = ids; });
}

PoolAccess TestSessionAdds::known()
{
    PoolAccess pool{accountOn(QUrl(u"https://one.example"_s)), canaryKey()};
    pool.account.name = u"Shop"_s;
    pool.account.currency = u"CNY"_s;
    pool.account.thresholds = {3, 60, 80};
    return pool;
}

PoolAccess TestSessionAdds::again()
{
    PoolAccess pool{accountOn(QUrl(u"https://one.example"_s)), {u"another-key"_s, "another"}};
    pool.account.name = u"one.example"_s; // nobody typed it
    pool.account.clockOffset = std::chrono::hours(1);
    pool.account.proxy = {ProxyChoice::Mode::Given, u"proxy.example"_s, 3128, u"user"_s};
    pool.account.caFile = u"/ca.pem"_s;
    pool.proxyPassword = "proxy";
    return pool;
}

PoolSnapshot TestSessionAdds::found(const QString &poolId) const
{
    PoolSnapshot snapshot;
    snapshot.poolId = poolId;
    snapshot.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    snapshot.package.receivedAt = snapshot.package.attemptedAt = m_clock.nowUtc();
    return snapshot;
}

QStringList TestSessionAdds::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names << m_model->index(row, 0).data(PoolsModel::AccountRole).value<Account>().name;
    return names;
}

QStringList TestSessionAdds::said() const
{
    QStringList names;
    for (const QList<QVariant> &signal : *m_merged)
        names << signal.constFirst().toString();
    return names;
}

void TestSessionAdds::givesNewAccessToThePoolThatIsThere()
{
    const PoolAccess before = known();
    m_session->watch({before});
    m_model->absorb(before.account.id, found());
    QSignalSpy taken(m_session.get(), &Session::taken);
    m_session->add(again(), found());
    // The user's own choices stay; the way to it is the new one.
    PoolAccess expected = again();
    expected.account.id = before.account.id;
    expected.account.name = before.account.name;
    expected.account.currency = before.account.currency;
    expected.account.thresholds = before.account.thresholds;
    QCOMPARE(m_pools->pools(), QList{expected});
    QCOMPARE(names(), QStringList{u"Shop"_s});
    QCOMPARE(taken.count(), 1);
    QCOMPARE(taken.at(0).at(0).toUuid(), before.account.id);
    QCOMPARE(said(), QStringList{u"Shop"_s});
}

void TestSessionAdds::knowsThePoolBeforeItHasAnswered_data()
{
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("keyId");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("entered") << u"pool-1"_s << u"key"_s << true;
    QTest::newRow("its master key") << QString() << u"pool-1"_s << true;
    QTest::newRow("another entered") << u"pool-2"_s << u"pool-1"_s << false;
    QTest::newRow("nothing") << QString() << u"key"_s << false;
}

void TestSessionAdds::knowsThePoolBeforeItHasAnswered()
{
    QFETCH(const QString, entered);
    QFETCH(const QString, keyId);
    QFETCH(const bool, isSame);
    PoolAccess before = known();
    before.account.poolId = entered;
    before.key.id = keyId;
    m_session->watch({before});
    m_session->add(again(), found());
    QCOMPARE(names(), isSame ? QStringList{u"Shop"_s} : QStringList({u"Shop"_s, u"one.example"_s}));
    QCOMPARE(said(), isSame ? QStringList{u"Shop"_s} : QStringList());
}

void TestSessionAdds::believesTheAnswerMoreThanWhatWasEntered()
{
    PoolAccess before = known();
    before.account.poolId = u"pool-1"_s;
    m_session->watch({before});
    m_model->absorb(before.account.id, found(u"pool-2"_s));
    m_session->add(again(), found(u"pool-1"_s));
    QCOMPARE(m_pools->pools().size(), 2);
    m_session->add(again(), found(u"pool-2"_s));
    QCOMPARE(m_pools->pools().size(), 2);
    QCOMPARE(said(), QStringList{u"Shop"_s});
}

void TestSessionAdds::tellsHostsApart()
{
    const PoolAccess before = known();
    m_session->watch({before});
    m_model->absorb(before.account.id, found());
    PoolAccess other = again();
    other.account.host = QUrl(u"https://two.example"_s);
    m_session->add(other, found());
    QCOMPARE(m_pools->pools().size(), 2);
    QVERIFY(said().isEmpty());
}

void TestSessionAdds::knowsThePoolDuringTheDemo()
{
    const PoolAccess before = known();
    PoolAccess other = known();
    other.account.id = QUuid::createUuid();
    other.account.name = u"Other"_s;
    m_session->watch({before, other});
    m_model->absorb(before.account.id, found());
    m_model->absorb(other.account.id, found(u"pool-2"_s));
    m_session->startDemo(u"/nowhere/genauth-sandbox"_s, u"en"_s);
    QCOMPARE(m_session->state(), State::DemoStarting);
    m_session->add(again(), found());
    QCOMPARE(m_session->state(), State::Connected);
    QCOMPARE(names(), QStringList({u"Shop"_s, u"Other"_s}));
    QCOMPARE(m_pools->pool(before.account.id)->key, again().key);
    QCOMPARE(said(), QStringList{u"Shop"_s});
    // The other one has to be asked; this one has just answered.
    QCOMPARE(m_newPools, QList{other.account.id});
}

void TestSessionAdds::takesThePoolOfTheDemoForAnother()
{
    m_session->watchDemo({known()});
    m_model->absorb(
        m_model->index(0, 0).data(PoolsModel::AccountRole).value<Account>().id, found());
    m_session->add(again(), found());
    QCOMPARE(m_session->state(), State::Connected);
    QCOMPARE(names(), QStringList{u"one.example"_s});
    QVERIFY(said().isEmpty());
}

QTEST_GUILESS_MAIN(TestSessionAdds)
#include "tst_sessionadds.moc"
