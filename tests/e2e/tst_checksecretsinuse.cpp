// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/keychainstore.h"
#include "core/accounts/ownpools.h"
#include "core/base/clock.h"
#include "core/store/billingstore.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/e2e/canaries.h"
#include "tests/e2e/checkstage.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using State = PrivateKeyring::State;

namespace {

/** The kinds of the first error of each pool. */
QStringList errorKinds(const Ended &ended)
{
    QStringList kinds;
    const QJsonArray pools =
        QJsonDocument::fromJson(ended.output.toUtf8()).object()["pools"_L1].toArray();
    for (const QJsonValue &pool : pools)
        kinds << pool["errors"_L1][0]["kind"_L1].toString();
    return kinds;
}

} // namespace

/** Where genauth-check takes its keys from, and where they never go. */
class TestCheckSecretsInUse : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_keyring.useInThisProcess(); }
    void init();
    void cleanup();

    void takesKeysFromTheKeychain();
    void namesPoolsOfTheList();
    void aLockedKeychainIsUnknown();
    void noBusIsUnknown();
    void aKeyOfAnotherHostStaysHere();
    void takesSecretsFromElsewhere();
    void oneBadCredentialIsOnePools();
    void aServerThatQuotesTheKeyIsNotQuoted();
    void recordsForTheDashboard();

private:
    void keepKey(const Account &account);

    PrivateKeyring m_keyring;
    std::unique_ptr<CheckStage> m_stage;
    std::unique_ptr<KeychainStore> m_store;
    std::unique_ptr<SecretKeeper> m_keeper;
};

void TestCheckSecretsInUse::init()
{
    failOnQtWarnings();
    m_keyring.start(State::Unlocked);
    m_stage = std::make_unique<CheckStage>();
    m_stage->home.set(u"DBUS_SESSION_BUS_ADDRESS"_s, m_keyring.busAddress());
    m_store = std::make_unique<KeychainStore>();
    m_keeper = std::make_unique<SecretKeeper>(*m_store);
}

void TestCheckSecretsInUse::cleanup()
{
    m_keeper.reset();
    m_store.reset();
    m_stage.reset();
    m_keyring.stop();
}

void TestCheckSecretsInUse::keepKey(const Account &account)
{
    KeeperAnswers answers(*m_keeper);
    QCOMPARE(answers.write(account.id, OwnPools::secretsFor({account, canaryKey()})), "ok"_ba);
}

void TestCheckSecretsInUse::takesKeysFromTheKeychain()
{
    const QList<Account> accounts = m_stage->leaveList({u"One"_s, u"Two"_s, u"Three"_s});
    keepKey(accounts[0]);
    keepKey(accounts[1]);
    const Ended two = m_stage->run(u"--format json --pool One --pool Two"_s);
    QCOMPARE(two.errors, QString());
    QCOMPARE(two.exitCode, 0);
    QCOMPARE(m_stage->server.hitsOn(tokenPath()), 2);
    const Ended all = m_stage->run(u"--format json --all"_s);
    QCOMPARE(all.exitCode, 3);
    QCOMPARE(errorKinds(all), (QStringList{QString(), QString(), u"KeyMissing"_s}));
    QCOMPARE(m_stage->home.filesWith(canaryKey().secret), QStringList());
    QVERIFY(!all.output.contains(QString::fromUtf8(canaryKey().secret)));
}

void TestCheckSecretsInUse::namesPoolsOfTheList()
{
    keepKey(m_stage->leaveList({u"Production"_s, u"Products"_s}).first());
    QCOMPARE(m_stage->run(u"--pool production"_s).exitCode, 0);
    QCOMPARE(m_stage->run(u"--pool pool-1"_s).exitCode, 0);
    const Ended unclear = m_stage->run(u"--pool Prod"_s);
    QCOMPARE(unclear.exitCode, 3);
    QVERIFY(unclear.errors.contains(u"Production (pool-1), Products (pool-2)"_s));
    QVERIFY(m_stage->run(u"--pool Other"_s).errors.contains(u"Production, Products"_s));
}

void TestCheckSecretsInUse::aLockedKeychainIsUnknown()
{
    keepKey(m_stage->leaveList({u"One"_s}).first());
    m_keyring.stop();
    m_keyring.start(State::Locked);
    const Ended ended = m_stage->run(u"--all --format json --timeout 20"_s);
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(errorKinds(ended), QStringList{u"KeychainLocked"_s});
    QCOMPARE(m_stage->run(u"--all --on-error critical"_s).exitCode, 2);
    QCOMPARE(m_stage->server.requests().size(), 0);
}

void TestCheckSecretsInUse::noBusIsUnknown()
{
    m_stage->leaveList({u"One"_s, u"Two"_s});
    m_stage->home.set(u"DBUS_SESSION_BUS_ADDRESS"_s, noBusAddress());
    const Ended ended = m_stage->run(u"--all --format json --timeout 20"_s);
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(errorKinds(ended), QStringList(2, u"KeychainUnavailable"_s));
}

void TestCheckSecretsInUse::aKeyOfAnotherHostStaysHere()
{
    Account account = m_stage->leaveList({u"One"_s}).first();
    account.host = QUrl(u"https://elsewhere.example"_s);
    keepKey(account);
    const Ended ended = m_stage->run(u"--all --format json"_s);
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(errorKinds(ended), QStringList{u"KeyUnusable"_s});
    QCOMPARE(m_stage->server.requests().size(), 0);
}

void TestCheckSecretsInUse::takesSecretsFromElsewhere()
{
    m_stage->leaveList({u"One"_s, u"Two"_s});
    m_stage->home.set(u"DBUS_SESSION_BUS_ADDRESS"_s, noBusAddress());
    const auto sent = [this](const QByteArray &secret) {
        const auto requests = m_stage->server.requestsTo(tokenPath());
        return !requests.isEmpty() && requests.constLast().body.contains(secret);
    };
    const QString file = m_stage->home.write(u"secret"_s, "CANARY-of-a-file\n");
    QCOMPARE(m_stage->run(u"--pool One --secret-file "_s + file).exitCode, 0);
    QVERIFY(sent("CANARY-of-a-file"));
    QVERIFY(sent("\"pool-1\"")); // the id of a pool's own key

    QProcess piped;
    piped.setProcessEnvironment(m_stage->home.environment());
    piped.start(checkProgram(), {u"--pool"_s, u"Two"_s, u"--secret-stdin"_s});
    piped.write("CANARY-of-a-pipe\n");
    piped.closeWriteChannel();
    QTRY_COMPARE(piped.state(), QProcess::NotRunning);
    QCOMPARE(piped.exitCode(), 0);
    QVERIFY(sent("CANARY-of-a-pipe"));

    m_stage->home.write(u"credentials/genauth-secret-pool-1"_s, "CANARY-of-the-service-1");
    m_stage->home.write(u"credentials/genauth-secret-pool-2"_s, "CANARY-of-the-service-2");
    m_stage->home.set(u"CREDENTIALS_DIRECTORY"_s, m_stage->home.path(u"credentials"_s));
    const Ended all = m_stage->run(u"--all --verbose"_s);
    QCOMPARE(all.exitCode, 0);
    QVERIFY(!(all.output + all.errors).contains(u"CANARY"_s));
    QCOMPARE(m_stage->server.hitsOn(tokenPath()), 4);
}

void TestCheckSecretsInUse::oneBadCredentialIsOnePools()
{
    const QList<Account> accounts = m_stage->leaveList({u"One"_s, u"Two"_s});
    keepKey(accounts[1]);
    const QString open =
        m_stage->home.write(u"credentials/genauth-secret-pool-1"_s, "CANARY-for-everybody");
    QVERIFY(QFile::setPermissions(open, QFile::ReadOwner | QFile::ReadOther));
    m_stage->home.set(u"CREDENTIALS_DIRECTORY"_s, m_stage->home.path(u"credentials"_s));
    const Ended ended = m_stage->run(u"--all --format json"_s);
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(errorKinds(ended), (QStringList{u"KeyUnusable"_s, QString()}));
    QVERIFY(ended.errors.contains(u"genauth-secret-pool-1"_s));
    QVERIFY(!ended.errors.contains(u"CANARY"_s));
}

void TestCheckSecretsInUse::aServerThatQuotesTheKeyIsNotQuoted()
{
    m_stage->answerAll(refusalQuoting(403, 0, canaryKey().secret));
    for (const QString &format : {u"text"_s, u"json"_s, u"nagios"_s, u"prometheus"_s, u"csv"_s}) {
        const Ended ended = m_stage->run(u"--verbose --format "_s + format);
        QCOMPARE(ended.exitCode, 3);
        const QByteArray said = (ended.output + ended.errors).toUtf8();
        for (const QByteArray &dress : dressesOf(canaryKey().secret) + dressesOfToken())
            QVERIFY2(!said.contains(dress), said.constData());
    }
}

void TestCheckSecretsInUse::recordsForTheDashboard()
{
    const QList<Account> accounts = m_stage->leaveList({u"One"_s});
    keepKey(accounts.first());
    const QString file = m_stage->home.path(u".local/share/genauth-dashboard/billing.sqlite"_s);
    QCOMPARE(m_stage->run(u"--all"_s).exitCode, 0);
    QVERIFY(!QFile::exists(file));
    const Ended ended = m_stage->run(u"--all --record"_s);
    QCOMPARE(ended.errors, QString());
    QCOMPARE(ended.exitCode, 0);

    const SystemClock clock;
    BillingStore store(file, clock);
    const QHash<QUuid, PoolSnapshot> known = store.readAll(accounts);
    QVERIFY(known.value(accounts.first().id).package.value.has_value());
    QSignalSpy read(&store, &BillingStore::samplesRead);
    store.requestSamples(accounts.first().id, BillingStore::mauSeries(), {});
    QVERIFY(read.wait());
    const auto samples = read.first().at(2).value<UsageSamples>();
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples.first().used, 500);
    QCOMPARE(m_stage->home.filesWith(canaryKey().secret), QStringList());

    // What is kept stands beside what cannot be asked: ended is ended.
    m_stage->answer({.hoursLeft = -5});
    QCOMPARE(m_stage->run(u"--all --record"_s).exitCode, 2);
    m_stage->answerAll(refusal(503));
    QCOMPARE(m_stage->run(u"--all"_s).exitCode, 3);
    QCOMPARE(m_stage->run(u"--all --record"_s).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestCheckSecretsInUse)
#include "tst_checksecretsinuse.moc"
