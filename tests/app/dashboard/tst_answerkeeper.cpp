// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From one run to the next: what was last known is on the window at once, as old as it is.

#include "app/dashboard/answerkeeper.h"

#include "app/dashboard/widgets/poolsidebar.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Mood = MoodySecretStore::Mood;

class TestAnswerKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_it.reset(); }

    void showsWhatWasLastKnownBeforeAnybodyIsAsked();
    void choosesTheWorstOfWhatWasKnown();
    void aDamagedFileIsSaidAndThePoolsAreThere();
    void aDiskThatIsFullIsSaidUntilItIsNot();
    void forgetsAPoolWithThePool();
    void forgetsWhatIsInNoList();
    void keepsWhatACheckHasFound();
    void anotherPoolInThePlaceOfOneBeginsAnew();
    void keepsNothingOfTheDemo();

private:
    /** Runs once on this server, and ends when the answers are stored. */
    void runOnce(const QList<PoolAccess> &pools);
    [[nodiscard]] QString storeFile() const { return m_it->folder.filePath(u"billing.sqlite"_s); }
    [[nodiscard]] bool hasStored() const
    {
        return QTest::qWaitFor([this] { return !m_it->store.isBusy(); }, 20'000);
    }
    [[nodiscard]] PoolSnapshot stored(const Account &account) const
    {
        return BillingStore(storeFile(), m_it->clock).readAll({account}).value(account.id);
    }

    std::unique_ptr<WindowUnderTest> m_it;
};

void TestAnswerKeeper::init()
{
    failOnQtWarnings();
    m_it = std::make_unique<WindowUnderTest>(
        UiLanguage::English, TransportLimits(), DataOrigin::StoredPools);
    m_it->open({});
}

void TestAnswerKeeper::runOnce(const QList<PoolAccess> &pools)
{
    m_it->start(pools, Mood::Open);
    QVERIFY(m_it->waitForRefresh());
    QVERIFY(hasStored());
}

void TestAnswerKeeper::showsWhatWasLastKnownBeforeAnybodyIsAsked()
{
    FaultyServer server;
    speakGenAuth(server);
    const QList<PoolAccess> pools = poolOn(server);
    runOnce(pools);
    const QString facts = m_it->facts();
    const int hits = server.hitsOn(packagePath());
    QVERIFY(stored(pools.first().account).package.value);

    // The next run, two days later, behind a keyring that is locked.
    m_it->clock.advance(48h);
    m_it->start(pools, Mood::Locked);
    QVERIFY(facts.contains(u"132 days left"_s));
    QCOMPARE(m_it->facts(), QString(facts).replace(u"132 days left"_s, u"130 days left"_s));
    QVERIFY2(m_it->text("freshnessLabel").contains(u"Updated 2 d"_s),
        qPrintable(m_it->text("freshnessLabel")));
    QVERIFY(m_it->find<QWidget>("errorBanner")->isVisible());
    QCOMPARE(server.hitsOn(packagePath()), hits);

    m_it->keychain.mood = Mood::Open;
    m_it->pools.retryKeys();
    QTRY_COMPARE(server.hitsOn(packagePath()), hits + 1);
    QVERIFY(m_it->waitForRefresh());
    QVERIFY(!m_it->find<QWidget>("errorBanner")->isVisible());
    QVERIFY(!m_it->text("freshnessLabel").contains(u"2 d"_s));
    QVERIFY(hasStored());
    QCOMPARE(stored(pools.first().account).package.receivedAt, m_it->clock.nowUtc());
}

void TestAnswerKeeper::choosesTheWorstOfWhatWasKnown()
{
    FaultyServer fine;
    FaultyServer overdue;
    speakGenAuth(fine);
    speakGenAuth(overdue);
    QJsonObject package = samplePackage();
    package.insert(u"overdueDays"_s, u"5"_s);
    overdue.answer(packagePath(), {goodPackage(package)});
    QList<PoolAccess> pools = poolOn(fine) + poolOn(overdue);
    pools.last().account.id = idOf(2);
    runOnce(pools);
    m_it->start(pools, Mood::Locked);
    QCOMPARE(m_it->find<PoolSidebar>("sidebar")->currentPool(), idOf(2));
}

void TestAnswerKeeper::aDamagedFileIsSaidAndThePoolsAreThere()
{
    QVERIFY(fill(storeFile(), "no database at all"));
    FaultyServer server;
    speakGenAuth(server);
    const QList<PoolAccess> pools = poolOn(server);
    m_it->start(pools, Mood::Locked);
    QVERIFY(m_it->find<QWidget>("storeBanner")->isVisible());
    QCOMPARE(m_it->text("storeBanner", "headlineLabel"),
        u"What was last known of your pools is damaged"_s);
    const QString aside = m_it->store.setAsideFile();
    QVERIFY(m_it->text("storeBanner", "adviceLabel").contains(aside));
    QCOMPARE(contentOf(aside), QByteArray("no database at all"));
    QCOMPARE(m_it->model.rowCount(), 1);

    m_it->keychain.mood = Mood::Open;
    m_it->pools.retryKeys();
    QTRY_COMPARE(server.hitsOn(packagePath()), 1);
    QVERIFY(m_it->waitForRefresh());
    QVERIFY(hasStored());
    QVERIFY(stored(pools.first().account).package.value);
    QVERIFY(m_it->find<QWidget>("storeBanner")->isVisible()); // until it is closed
}

void TestAnswerKeeper::aDiskThatIsFullIsSaidUntilItIsNot()
{
    // A folder where the file should be.
    QVERIFY(QDir().mkpath(storeFile()));
    FaultyServer server;
    speakGenAuth(server);
    runOnce(poolOn(server));
    m_it->settle();
    QVERIFY(m_it->find<QWidget>("storeBanner")->isVisible());
    QVERIFY(m_it->text("storeBanner", "adviceLabel").contains(storeFile()));
    QVERIFY(!m_it->facts().isEmpty()); // what is shown is right all the same
    QVERIFY(QDir().rmdir(storeFile()));
    m_it->refreshAgain();
    QVERIFY(hasStored());
    QTRY_VERIFY(!m_it->find<QWidget>("storeBanner")->isVisible());
}

void TestAnswerKeeper::forgetsAPoolWithThePool()
{
    FaultyServer server;
    speakGenAuth(server);
    const QList<PoolAccess> pools = poolOn(server);
    runOnce(pools);
    QVERIFY(stored(pools.first().account).package.value);
    m_it->pools.remove(pools.first().account.id);
    QVERIFY(hasStored());
    QVERIFY(stored(pools.first().account) == PoolSnapshot());
}

void TestAnswerKeeper::forgetsWhatIsInNoList()
{
    const FaultyServer server;
    const Account gone = accountOn(server.url()); // removed while the disk was full, say
    PoolSnapshot learned;
    learned.server = u"127.0.0.1:%1"_s.arg(server.port());
    learned.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    learned.package.data = QJsonDocument(samplePackage()).toJson(QJsonDocument::Compact);
    learned.package.receivedAt = m_it->clock.nowUtc();
    (void)m_it->store.readAll({gone});
    m_it->store.save(gone, learned);
    QVERIFY(hasStored());
    QVERIFY(stored(gone).package.value);
    m_it->answers.recall(AnswerKeeper::List::InDoubt);
    QVERIFY(hasStored());
    QVERIFY(stored(gone).package.value);
    m_it->answers.recall(AnswerKeeper::List::Whole);
    QVERIFY(hasStored());
    QVERIFY(!stored(gone).package.value);
}

void TestAnswerKeeper::keepsWhatACheckHasFound()
{
    FaultyServer server;
    const PoolAccess pool = poolOn(server).first();
    PoolSnapshot found;
    found.server = u"127.0.0.1"_s;
    found.poolId = u"pool-7"_s;
    found.package.data = QByteArray(R"({"code":"X"})");
    found.package.value = Package::fromJson(QJsonObject{{u"code"_s, u"X"_s}}, 0s).value();
    found.package.receivedAt = m_it->clock.nowUtc();
    found.package.attemptedAt = m_it->clock.nowUtc();
    m_it->session.add(pool, found);
    QVERIFY(hasStored());
    QVERIFY(stored(pool.account).package.value == found.package.value);
    QCOMPARE(stored(pool.account).poolId, found.poolId);
}

void TestAnswerKeeper::anotherPoolInThePlaceOfOneBeginsAnew()
{
    FaultyServer server;
    speakGenAuth(server);
    const QList<PoolAccess> pools = poolOn(server);
    runOnce(pools);
    PoolSnapshot found = stored(pools.first().account);
    found.poolId = u"quite another"_s;
    QSignalSpy taken(&m_it->session, &Session::taken);
    m_it->session.replace(pools.first(), found);
    QCOMPARE(taken.size(), 1);
    QVERIFY(hasStored());
    QVERIFY(stored(pools.first().account) == PoolSnapshot());
    Account account = pools.first().account;
    account.id = taken.constFirst().constFirst().toUuid();
    QCOMPARE(stored(account).poolId, found.poolId);
}

void TestAnswerKeeper::keepsNothingOfTheDemo()
{
    FaultyServer server;
    speakGenAuth(server);
    const QList<PoolAccess> pools = poolOn(server);
    m_it->session.watchDemo(pools);
    QTRY_COMPARE(server.hitsOn(packagePath()), 1);
    QVERIFY(m_it->waitForRefresh());
    QVERIFY(!m_it->store.isBusy());
    QVERIFY(!QFile::exists(storeFile()));
}

QTEST_MAIN(TestAnswerKeeper)
#include "tst_answerkeeper.moc"
