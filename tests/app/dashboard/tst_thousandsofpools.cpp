// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done for each of thousands of pools must not be done with each of the others.

#include "app/dashboard/alertwatch.h"
#include "core/accounts/secretentry.h"
#include "core/accounts/secretkeeper.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Mood = MoodySecretStore::Mood;

namespace {

constexpr int Many = 5000;

// In milliseconds; what is done with each of the others takes many times that. The sanitizers make
// everything some times slower.
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 LongestTurn = 10'000;
#else
constexpr qint64 LongestTurn = 1000;
#endif

QList<Account> accounts(const QUrl &host)
{
    QList<Account> accounts;
    for (int i = 0; i < Many; ++i) {
        accounts.append(accountOn(host));
        accounts.last().name = u"Pool %1"_s.arg(i);
        accounts.last().poolId = u"pool-%1"_s.arg(i);
    }
    return accounts;
}

int withError(const WindowUnderTest &it, ErrorKind kind)
{
    int count = 0;
    for (int row = 0; row < it.model.rowCount(); ++row) {
        const auto known =
            it.model.index(row, 0).data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
        count += known.package.error && known.package.error->kind == kind ? 1 : 0;
    }
    return count;
}

void judge(const char *what, const Heartbeat &heartbeat)
{
    const qint64 longest = heartbeat.longestTurn();
    qInfo("%d pools %s: the longest turn of the event loop took %lld ms", Many, what, longest);
    QVERIFY2(longest < LongestTurn, QByteArray::number(longest).constData());
}

} // namespace

class TestThousandsOfPools : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_it.reset(); }

    void imported();
    void lockedAway();
    void unlocked();
    void alerted();

private:
    /** A program that starts with many pools; the keychain is asked in the mood `then`. */
    void start(Mood then);

    FaultyServer m_server;
    std::unique_ptr<WindowUnderTest> m_it;
    QList<Account> m_accounts;
};

void TestThousandsOfPools::init()
{
    failOnQtWarnings();
    m_accounts = accounts(m_server.url());
    m_it = std::make_unique<WindowUnderTest>(
        UiLanguage::English, TransportLimits(), DataOrigin::StoredPools);
    m_it->open({});
}

void TestThousandsOfPools::imported()
{
    const Heartbeat heartbeat;
    m_it->pools.add(m_accounts);
    QCOMPARE(m_it->model.rowCount(), Many);
    QCOMPARE(withError(*m_it, ErrorKind::KeyMissing), Many);
    QTRY_VERIFY(!m_it->pools.isBusy());
    m_it->settle();
    judge("imported", heartbeat);
}

void TestThousandsOfPools::start(Mood then)
{
    OwnPools &pools = m_it->pools;
    pools.add(m_accounts);
    QTRY_VERIFY(!pools.isBusy());
    for (const Account &account : std::as_const(m_accounts))
        m_it->keychain.entries.insert(SecretKeeper::entryOf(account.id),
            entryFrom(OwnPools::secretsFor({account, canaryKey()})));
    pools.adopt({});
    m_it->keychain.mood = then;
    QVERIFY(!pools.load());
    m_it->session.watchOwn();
    m_it->settle();
}

void TestThousandsOfPools::lockedAway()
{
    start(Mood::Refusing);
    QCOMPARE(withError(*m_it, ErrorKind::KeychainLocked), 0);
    const Heartbeat heartbeat;
    m_it->pools.readKeys();
    QTRY_COMPARE(withError(*m_it, ErrorKind::KeychainLocked), Many);
    m_it->settle();
    judge("locked away", heartbeat);
}

void TestThousandsOfPools::unlocked()
{
    m_server.answerRest(silence());
    start(Mood::Open);
    const Heartbeat heartbeat;
    m_it->pools.readKeys();
    QTRY_COMPARE_WITH_TIMEOUT(m_it->refresher.total(), Many, 60'000);
    m_it->settle();
    judge("unlocked", heartbeat);
    m_it->refresher.cancel();
    QVERIFY(m_it->waitForRefresh());
    judge("and stopped", heartbeat);
}

void TestThousandsOfPools::alerted()
{
    m_it->pools.add(m_accounts);
    QTRY_VERIFY(!m_it->pools.isBusy());
    const AlertWatch watch({m_it->model, m_it->pools, m_it->store, m_it->alerts, m_it->clock});
    PoolSnapshot ended;
    ended.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    ended.package.value->endTime.at = m_it->clock.nowUtc().addDays(-1).toOffsetFromUtc(28'800);
    ended.package.receivedAt = ended.package.attemptedAt = m_it->clock.nowUtc();
    QHash<QUuid, PoolSnapshot> learned;
    for (const Account &account : std::as_const(m_accounts))
        learned.insert(account.id, ended);
    const Heartbeat heartbeat;
    m_it->model.absorb(learned);
    QTRY_VERIFY_WITH_TIMEOUT(m_it->alerts.records().size() >= Many, 60'000);
    m_it->settle();
    judge("alerted", heartbeat);
}

QTEST_MAIN(TestThousandsOfPools)
#include "tst_thousandsofpools.moc"
