// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// QtKeychain where there is no keychain, or one that cannot be trusted. The functions build on one
// another, as desktops do that are still starting: no bus, a bus, a service on it.

#include "core/accounts/keychainstore.h"
#include "core/accounts/keyloader.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/support/fakesecretservice.h"
#include "tests/support/heartbeat.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using Mood = FakeSecretService::Mood;

class TestNoKeyring : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void livesWithoutBus();
    void livesWithoutService();
    void findsServiceThatCameLater();
    void seesThroughLostWrites();
    void seesThroughLostDeletion();
    void nagsNobody();
    void waitsForSilentService();
    void mayQuitBeforeItAnswers();

private:
    /** A keeper of its own, as it were of the next program. */
    void useKeeper(std::chrono::milliseconds patience);

    std::unique_ptr<PrivateKeyring> m_keyring;
    KeychainStore m_store;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<KeeperAnswers> m_answers;
    QUuid m_account = QUuid::createUuid();
};

void TestNoKeyring::init()
{
    failOnQtWarnings();
    useKeeper(SecretKeeper::Patience);
}

void TestNoKeyring::useKeeper(std::chrono::milliseconds patience)
{
    m_answers.reset();
    m_keeper = std::make_unique<SecretKeeper>(m_store, patience);
    m_answers = std::make_unique<KeeperAnswers>(*m_keeper);
}

void TestNoKeyring::cleanup()
{
    if (m_keyring)
        QCOMPARE(m_keyring->filesWith("CANARY"), QStringList());
}

void TestNoKeyring::livesWithoutBus()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", noBusAddress().toUtf8());
    QCOMPARE(m_answers->read(m_account), "KeychainUnavailable");
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "KeychainUnavailable");
    QCOMPARE(m_answers->remove(m_account), "KeyMayRemain");
}

void TestNoKeyring::livesWithoutService()
{
    m_keyring = std::make_unique<PrivateKeyring>();
    m_keyring->useInThisProcess();
    QCOMPARE(m_answers->read(m_account), "KeychainUnavailable");
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "KeychainUnavailable");
    QCOMPARE(m_answers->remove(m_account), "KeyMayRemain");
}

void TestNoKeyring::findsServiceThatCameLater()
{
    QCOMPARE(m_answers->read(m_account), "KeychainUnavailable");
    m_keyring->start(PrivateKeyring::State::Unlocked);
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets());
    m_keyring->stop();
}

void TestNoKeyring::seesThroughLostWrites()
{
    FakeSecretService service(m_keyring->busAddress());
    QCOMPARE(m_answers->write(m_account, canarySecrets("old")), "ok");
    service.setMood(Mood::LyingWrite);
    QCOMPARE(m_answers->write(m_account, canarySecrets("new")), "KeyNotKept");
    QCOMPARE(m_answers->write(QUuid::createUuid(), canarySecrets("new")), "KeyNotKept");
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets("old"));
}

void TestNoKeyring::seesThroughLostDeletion()
{
    FakeSecretService service(m_keyring->busAddress(), Mood::LyingDelete);
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    QCOMPARE(m_answers->remove(m_account), "KeyMayRemain");
    QCOMPARE(m_answers->subject(), SecretKeeper::entryOf(m_account));
    QVERIFY(service.secrets().value(0).contains(canarySecrets().key.secret));
    service.setMood(Mood::Honest);
    QCOMPARE(m_answers->remove(m_account), "ok");
    QCOMPARE(service.secrets(), QList<QByteArray>());
}

void TestNoKeyring::nagsNobody()
{
    FakeSecretService service(m_keyring->busAddress());
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    service.setMood(Mood::Asking);
    service.setThinking(400ms);
    // One prompt that the user dismisses is an answer: neither the throw-away entry nor another try
    // asks again.
    KeyLoader loader(*m_keeper, {1ms, 1ms, 1ms});
    QSignalSpy unreadable(&loader, &KeyLoader::unreadable);
    loader.load({m_account});
    QTRY_COMPARE(unreadable.count(), 1);
    QCOMPARE(unreadable.at(0).at(1).value<ApiError>().kind, ErrorKind::KeychainLocked);
    QVERIFY(!loader.isReading());
    QCOMPARE(service.prompts(), 1);
    // Nor is what waits behind it asked about.
    const auto ignore = [](const auto &) {};
    m_keeper->read(m_account, this, ignore);
    m_keeper->write(m_account, canarySecrets("new"), this, ignore);
    QCOMPARE(m_answers->remove(m_account), "KeyMayRemain");
    QCOMPARE(service.prompts(), 2);

    // Nor when it was dismissed after all patience was gone.
    useKeeper(300ms);
    KeyLoader impatient(*m_keeper, {1ms, 1ms, 60s});
    QSignalSpy silent(&impatient, &KeyLoader::unreadable);
    const int before = service.prompts();
    impatient.load({m_account});
    QTRY_COMPARE(silent.count(), 1);
    QCOMPARE(silent.at(0).at(1).value<ApiError>().kind, ErrorKind::KeychainSilent);
    QVERIFY(impatient.isReading());
    QTRY_VERIFY(!impatient.isReading());
    QCOMPARE(service.prompts(), before + 1);
}

void TestNoKeyring::waitsForSilentService()
{
    useKeeper(300ms);
    auto service = std::make_unique<FakeSecretService>(m_keyring->busAddress(), Mood::Silent);
    KeyLoader loader(*m_keeper, {1ms, 10ms, 10ms});
    QSignalSpy unreadable(&loader, &KeyLoader::unreadable);
    QSignalSpy arrived(&loader, &KeyLoader::arrived);
    QList<QUuid> accounts;
    for (int i = 0; i < 20; ++i)
        accounts << QUuid::createUuid();
    loader.load(accounts);
    QTRY_COMPARE(unreadable.count(), 20);
    QCOMPARE(unreadable.at(0).at(1).value<ApiError>().kind, ErrorKind::KeychainSilent);
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "KeychainSilent");
    QVERIFY2(service->calls() <= 2, "only one question is open");

    // When it goes away its open calls end, and what was asked is asked of the one that follows.
    service.reset();
    m_keyring->start(PrivateKeyring::State::Unlocked);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers->read(m_account), "ok", 20'000);
    QCOMPARE(m_answers->secrets(), canarySecrets());
    m_keyring->stop();
}

void TestNoKeyring::mayQuitBeforeItAnswers()
{
    // The last function: the job is still open when this program ends.
    useKeeper(100ms);
    FakeSecretService service(m_keyring->busAddress(), Mood::Silent);
    Heartbeat heartbeat;
    QCOMPARE(m_answers->read(m_account), "KeychainSilent");
    QVERIFY2(heartbeat.longestTurn() < 100, "the keychain stopped the event loop");
}

QTEST_GUILESS_MAIN(TestNoKeyring)
#include "tst_nokeyring.moc"
