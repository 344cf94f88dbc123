// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checkrun.h"
#include "core/accounts/accountstore.h"
#include "core/accounts/ownpools.h"
#include "core/accounts/secretentry.h"
#include "core/api/proxyresolver.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/logcapture.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** A check of listed pools in this process, whose report is a file. */
class RunUnderTest
{
public:
    explicit RunUnderTest(const QStringList &names)
    {
        speakGenAuth(server);
        options.pools = CheckOptions::Pools::All;
        options.format = CheckOptions::Format::Json;
        options.outputFile = m_folder.filePath(u"report.json"_s);
        QList<Account> accounts;
        for (const QString &name : names) {
            Account account = accountOn(server.url());
            account.id = QUuid::createUuid();
            account.name = name;
            accounts.append(account);
            keychain.entries.insert(SecretKeeper::entryOf(account.id),
                entryFrom(OwnPools::secretsFor({account, canaryKey()})));
        }
        AccountStore list(m_folder.filePath(u"pools.json"_s));
        if (list.change([&](AccountList &written) { written.accounts = accounts; }))
            qFatal("the list of the test cannot be written");
    }

    void start()
    {
        m_publisher = std::make_unique<CheckPublisher>(options, 0600);
        m_pools = std::make_unique<CheckPools>(
            options, CheckPools::Sources{.secrets = CheckSecrets(options, {}, {}),
                         .listFile = m_folder.filePath(u"pools.json"_s),
                         .keychain = keychain,
                         .sandbox = {}});
        m_refresher = std::make_unique<PoolsRefresher>(
            RefreshContext{.clock = &clock, .proxies = &m_proxies}, slotCount);
        m_refresher->setScope(PoolRefresh::Scope::State);
        m_run = std::make_unique<CheckRun>(options, CheckRun::Collaborators{.pools = *m_pools,
                                                        .refresher = *m_refresher,
                                                        .store = store,
                                                        .publisher = *m_publisher,
                                                        .clock = clock});
        ended = std::make_unique<QSignalSpy>(m_run.get(), &CheckRun::ended);
        m_run->start();
    }

    /** Of the last report; empty while there is none. */
    [[nodiscard]] QJsonArray pools() const
    {
        QFile file(options.outputFile);
        return file.open(QIODevice::ReadOnly)
                   ? QJsonDocument::fromJson(file.readAll()).object()["pools"_L1].toArray()
                   : QJsonArray();
    }
    [[nodiscard]] QStringList errorKinds() const
    {
        QStringList kinds;
        const QJsonArray reported = pools();
        for (const QJsonValue &pool : reported)
            kinds << pool["errors"_L1][0]["kind"_L1].toString();
        return kinds;
    }
    /** Of every pool, in the keychain. */
    void replaceKey(const AccessKey &key)
    {
        for (const auto ids = keychain.entries.keys(); const QString &id : ids)
            keychain.entries.insert(
                id, entryFrom(OwnPools::secretsFor({accountOn(server.url()), key})));
    }
    void forgetReport() const { QVERIFY(QFile::remove(options.outputFile)); }

    CheckOptions options;
    FakeClock clock;
    FaultyServer server;
    MoodySecretStore keychain;
    int slotCount = PoolsRefresher::DefaultSlots;
    BillingStore *store = nullptr; ///< as with --record
    std::unique_ptr<QSignalSpy> ended;

private:
    QTemporaryDir m_folder;
    ProxyResolver m_proxies;
    std::unique_ptr<CheckPublisher> m_publisher;
    std::unique_ptr<CheckPools> m_pools;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<CheckRun> m_run;
};

} // namespace

class TestCheckRun : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void endsOnce();
    void aSilentKeychainTakesNoLongerThanTheTimeout();
    void whoWasNotHeardHasTimedOut();
    void goesOnWatching();
    void asksNobodyBeforeTheTimeItNamed();
    void asksNobodyBeforeAnyTimeItNamed();
    void readsAKeyThatComesLater();
    void triesARefusedKeyOnce();
    void waitsForWhatItRecords();
    void leavesANoteForTheDashboard();
    void saysWhenTheDashboardIsSilent();
};

void TestCheckRun::endsOnce()
{
    RunUnderTest run({u"One"_s, u"Two"_s});
    run.start();
    QTRY_COMPARE(run.ended->size(), 1);
    QCOMPARE(run.errorKinds(), QStringList(2, QString()));
    QVERIFY(!run.ended->wait(50));
}

void TestCheckRun::aSilentKeychainTakesNoLongerThanTheTimeout()
{
    RunUnderTest run({u"One"_s, u"Two"_s});
    run.keychain.mood = MoodySecretStore::Mood::Hanging;
    run.options.timeout = 1s;
    run.start();
    QTRY_COMPARE(run.ended->size(), 1);
    QCOMPARE(run.ended->first().first().toInt(), 3);
    QCOMPARE(run.errorKinds(), QStringList(2, u"KeychainSilent"_s));
    QCOMPARE(run.server.requests().size(), 0);
}

void TestCheckRun::whoWasNotHeardHasTimedOut()
{
    // One of them hangs; with one slot the other's turn never comes.
    RunUnderTest run({u"One"_s, u"Two"_s});
    run.slotCount = 1;
    run.server.answer(packagePath(), {silence()});
    run.options.timeout = 1s;
    run.start();
    QTRY_COMPARE(run.ended->size(), 1);
    QCOMPARE(run.ended->first().first().toInt(), 3);
    QCOMPARE(run.errorKinds(), QStringList(2, u"TimedOut"_s));
}

void TestCheckRun::goesOnWatching()
{
    RunUnderTest run({u"One"_s});
    run.options.watch = 1s;
    run.start();
    QTRY_COMPARE(run.errorKinds(), QStringList{QString()});
    run.server.answer(packagePath(), {refusal(503)});
    QTRY_COMPARE(run.errorKinds(), QStringList{u"Maintenance"_s});
    // What was known stands beside it, and the token is kept.
    QVERIFY(run.pools().first().toObject().contains("package"_L1));
    QCOMPARE(run.server.hitsOn(tokenPath()), 1);
    run.server.answer(packagePath(), {goodPackage()});
    QTRY_COMPARE(run.errorKinds(), QStringList{QString()});
    QCOMPARE(run.ended->size(), 0);
}

void TestCheckRun::asksNobodyBeforeTheTimeItNamed()
{
    RunUnderTest run({u"One"_s});
    run.options.watch = 1s;
    run.server.answer(packagePath(),
        {send(HttpText{.status = 503, .headers = "Retry-After: 600\r\n", .body = "{}"})});
    run.start();
    QTRY_COMPARE(run.errorKinds(), QStringList{u"Maintenance"_s});
    const int asked = run.server.hitsOn(packagePath());
    run.forgetReport();
    QTRY_COMPARE(run.errorKinds(), QStringList{u"Maintenance"_s}); // a round without a question
    QCOMPARE(run.server.hitsOn(packagePath()), asked);
    run.clock.advance(601s);
    QTRY_COMPARE(run.server.hitsOn(packagePath()), asked + 1);
}

void TestCheckRun::asksNobodyBeforeAnyTimeItNamed()
{
    RunUnderTest run({u"One"_s});
    run.options.watch = 1s;
    run.server.answer(usagePath(),
        {send(HttpText{.status = 429, .headers = "Retry-After: 600\r\n", .body = "{}"})});
    run.start();
    QTRY_COMPARE(run.pools().size(), 1);
    run.forgetReport();
    QTRY_COMPARE(run.pools().size(), 1);
    QCOMPARE(run.server.hitsOn(usagePath()), 1);
    QCOMPARE(run.server.hitsOn(packagePath()), 1);
}

void TestCheckRun::triesARefusedKeyOnce()
{
    RunUnderTest run({u"One"_s});
    run.options.watch = 1s;
    run.server.answer(tokenPath(), {refusal(400, 2333)});
    run.start();
    QTRY_COMPARE(run.errorKinds(), QStringList{u"KeyRefused"_s});
    const int asked = run.server.hitsOn(tokenPath());
    run.forgetReport();
    QTRY_COMPARE(run.errorKinds(), QStringList{u"KeyRefused"_s}); // a round without a question
    QCOMPARE(run.server.hitsOn(tokenPath()), asked);
    // Until another one lies in the keychain.
    run.server.answer(tokenPath(), {goodToken()});
    run.replaceKey({canaryKey().id, "another-secret"});
    QTRY_COMPARE(run.errorKinds(), QStringList{QString()});
    QCOMPARE(run.server.hitsOn(tokenPath()), asked + 1);
}

void TestCheckRun::waitsForWhatItRecords()
{
    RunUnderTest run({u"One"_s});
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"billing.sqlite"_s);
    BillingStore store(file, run.clock);
    run.store = &store;
    run.start();
    QTRY_COMPARE(run.ended->size(), 1);
    QVERIFY(!store.isBusy());
    QVERIFY(store.readWatcher(Watcher::Check));
}

void TestCheckRun::readsAKeyThatComesLater()
{
    RunUnderTest run({u"One"_s});
    run.options.watch = 1s;
    run.keychain.mood = MoodySecretStore::Mood::Absent;
    run.start();
    QTRY_COMPARE(run.errorKinds(), QStringList{u"KeychainUnavailable"_s});
    run.keychain.mood = MoodySecretStore::Mood::Open;
    QTRY_COMPARE(run.errorKinds(), QStringList{QString()});
}

void TestCheckRun::leavesANoteForTheDashboard()
{
    RunUnderTest run({u"One"_s, u"Two"_s});
    const QTemporaryDir folder;
    BillingStore store(folder.filePath(u"billing.sqlite"_s), run.clock);
    run.store = &store;
    run.server.answer(packagePath(), {refusal(503)});
    run.start();
    QTRY_COMPARE(run.ended->size(), 1);
    QTRY_VERIFY(!store.isBusy());
    const auto note = store.readWatcher(Watcher::Check);
    QVERIFY(note);
    QCOMPARE(*note, (WatcherNote{Watcher::Check, run.clock.nowUtc(), 0s, u"UNKNOWN"_s, 2}));
}

void TestCheckRun::saysWhenTheDashboardIsSilent()
{
    const auto saidAfter = [](std::chrono::seconds silence, std::chrono::seconds interval) {
        RunUnderTest run({u"One"_s});
        const QTemporaryDir folder;
        BillingStore store(folder.filePath(u"billing.sqlite"_s), run.clock);
        run.store = &store;
        store.noteWatcher({Watcher::Dashboard, run.clock.nowUtc(), interval, {}, 1});
        run.clock.advance(silence);
        const LogCapture log;
        run.start();
        return QTest::qWaitFor([&] { return run.ended->size() == 1; }, 20'000)
                   ? QString::fromUtf8(log.text())
                   : u"it did not end"_s;
    };
    QVERIFY(!saidAfter(7200s, 3600s).contains(u"dashboard"_s));
    const QString loud = saidAfter(5h, 3600s);
    QVERIFY2(loud.contains(u"The dashboard has not refreshed its pools for 5 h, "
                           "though it means to every 60 min"_s),
        qPrintable(loud));
    QVERIFY(!saidAfter(5h, 0s).contains(u"dashboard"_s)); // it has ended, or asks nobody by itself
}

QTEST_GUILESS_MAIN(TestCheckRun)
#include "tst_checkrun.moc"
