// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pools whose keys are locked away, and then come.

#include "app/dashboard/session.h"
#include "core/accounts/ownpools.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Mood = MoodySecretStore::Mood;

class TestSessionKeys : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void forgetsThatTheKeyWasMissing();
    void forgetsItDuringTheDemo();
    void keepsWhatTheServerSaid();

private:
    static constexpr int Count = 3;
    [[nodiscard]] PoolSnapshot known(int index) const;
    /** Of how many the model says that their key is locked away. */
    [[nodiscard]] qsizetype locked() const;
    void unlock();

    QTemporaryDir m_folder;
    FakeClock m_clock;
    ProxyResolver m_proxies;
    std::unique_ptr<MoodySecretStore> m_keychain;
    std::unique_ptr<PoolsModel> m_model;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<RefreshScheduler> m_scheduler;
    std::unique_ptr<OwnPools> m_pools;
    std::unique_ptr<Session> m_session;
    QList<PoolAccess> m_all;
};

void TestSessionKeys::init()
{
    failOnQtWarnings();
    const QString file = m_folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_keychain = std::make_unique<MoodySecretStore>();
    m_all.clear();
    {
        OwnPools before(file, *m_keychain);
        for (int i = 0; i < Count; ++i) {
            m_all.append({accountOn(QUrl(u"https://127.0.0.1:1"_s)), canaryKey()});
            before.add(m_all.last());
        }
        QTRY_VERIFY(!before.isBusy());
    }
    m_keychain->mood = Mood::Refusing;
    m_model = std::make_unique<PoolsModel>(m_clock);
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, 1);
    m_scheduler = std::make_unique<RefreshScheduler>(*m_refresher, m_clock);
    m_pools = std::make_unique<OwnPools>(file, *m_keychain);
    m_session = std::make_unique<Session>(*m_model, *m_refresher, *m_scheduler, *m_pools, m_clock);
    QVERIFY(!m_pools->load());
    // What was known from before.
    PoolSnapshot stored;
    stored.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    stored.package.receivedAt = m_clock.nowUtc();
    for (const PoolAccess &pool : std::as_const(m_all))
        m_model->absorb(pool.account.id, stored);
    m_session->watchOwn();
    m_pools->readKeys();
    QTRY_COMPARE(locked(), Count);
}

void TestSessionKeys::cleanup()
{
    m_session.reset();
    m_pools.reset();
}

PoolSnapshot TestSessionKeys::known(int index) const
{
    return m_model->index(m_model->rowOf(m_all.at(index).account.id), 0)
        .data(PoolsModel::SnapshotRole)
        .value<PoolSnapshot>();
}

qsizetype TestSessionKeys::locked() const
{
    qsizetype count = 0;
    for (int i = 0; i < Count; ++i)
        count += known(i).package.error && known(i).package.error->kind == ErrorKind::KeychainLocked
                     ? 1
                     : 0;
    return count;
}

void TestSessionKeys::unlock()
{
    m_keychain->mood = Mood::Open;
    m_pools->retryKeys();
    QTRY_VERIFY(std::ranges::all_of(
        m_pools->pools(), [](const PoolAccess &pool) { return pool.key.isValid(); }));
}

void TestSessionKeys::forgetsThatTheKeyWasMissing()
{
    QSignalSpy newPools(m_session.get(), &Session::newPools);
    unlock();
    // Nobody has been asked, and nothing says that the keyring is locked.
    QCOMPARE(locked(), 0);
    for (int i = 0; i < Count; ++i) {
        const PoolSnapshot snapshot = known(i);
        QVERIFY(!snapshot.package.error && snapshot.package.value);
        QVERIFY(isStale(snapshot, m_clock.nowUtc(), 1h)); // not of this run
    }
    QCOMPARE(newPools.count(), Count);
    for (int i = 0; i < Count; ++i)
        QCOMPARE(newPools.at(i).at(0).value<QList<QUuid>>(), QList{m_all.at(i).account.id});
    // All of them can be asked now, each in its turn.
    m_refresher->refreshAll();
    QCOMPARE(m_refresher->total(), Count);
    m_refresher->cancel();
    QTRY_VERIFY(m_scheduler->nextTry(m_all.constLast().account.id).at.isValid());
}

void TestSessionKeys::forgetsItDuringTheDemo()
{
    m_session->startDemo(u"/nowhere/genauth-sandbox"_s, u"en"_s);
    m_session->watchDemo({});
    QSignalSpy newPools(m_session.get(), &Session::newPools);
    unlock();
    QVERIFY(m_session->isDemo());
    QCOMPARE(newPools.count(), 0);
    m_session->endDemo();
    QCOMPARE(newPools.count(), 1);
    QCOMPARE(m_model->rowCount(), Count);
    QCOMPARE(locked(), 0);
    QVERIFY(isStale(known(0), m_clock.nowUtc(), 1h));
}

void TestSessionKeys::keepsWhatTheServerSaid()
{
    PoolSnapshot refused;
    refused.package.attemptedAt = m_clock.nowUtc();
    refused.package.error = ApiError{.kind = ErrorKind::ServerError};
    m_model->absorb(m_all.at(0).account.id, refused);
    unlock();
    QCOMPARE(known(0).package.error->kind, ErrorKind::ServerError);
    QCOMPARE(locked(), 0);
}

QTEST_GUILESS_MAIN(TestSessionKeys)
#include "tst_sessionkeys.moc"
