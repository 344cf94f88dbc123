// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real thing: QtKeychain and gnome-keyring, on a bus of the test's own.

#include "core/accounts/keychainstore.h"
#include "core/accounts/keyloader.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/support/logcapture.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestKeyring : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_keyring.useInThisProcess(); }
    void init();
    void cleanup();

    void keepsAndGivesBack();
    void findsItAfterRestart();
    void replaces();
    void removes();
    void knowsWhatWasNeverThere();
    void saysLockedWhileLocked();
    void doesNotBelieveDeletionOfLockedKeyring();
    void readsOnceUnlocked();
    void surrendersWhenItsServiceEnds();
    void keepsWhatIsHardToQuote();
    void leavesNoThrowAwayEntry();

private:
    PrivateKeyring m_keyring;
    std::unique_ptr<KeychainStore> m_store;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<KeeperAnswers> m_answers;
    QUuid m_account;
};

void TestKeyring::init()
{
    failOnQtWarnings();
    m_keyring.start(PrivateKeyring::State::Unlocked);
    m_account = QUuid::createUuid();
    m_store = std::make_unique<KeychainStore>();
    m_keeper = std::make_unique<SecretKeeper>(*m_store);
    m_answers = std::make_unique<KeeperAnswers>(*m_keeper);
}

void TestKeyring::cleanup()
{
    m_answers.reset();
    m_keyring.stop();
    // Neither beside the keyring nor, in the clear, in it.
    QCOMPARE(m_keyring.filesWith("CANARY"), QStringList());
    QVERIFY(!m_keyring.keyringFile().contains("CANARY"));
}

void TestKeyring::keepsAndGivesBack()
{
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets());
}

void TestKeyring::findsItAfterRestart()
{
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    m_keyring.stop();
    m_keyring.start(PrivateKeyring::State::Unlocked);
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets());
}

void TestKeyring::replaces()
{
    QCOMPARE(m_answers->write(m_account, canarySecrets("first")), "ok");
    QCOMPARE(m_answers->write(m_account, canarySecrets("second")), "ok");
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets("second"));
}

void TestKeyring::removes()
{
    const QUuid other = QUuid::createUuid();
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    QCOMPARE(m_answers->write(other, canarySecrets("other")), "ok");
    QCOMPARE(m_answers->remove(m_account), "ok");
    QCOMPARE(m_answers->read(m_account), "KeyMissing");
    QCOMPARE(m_answers->read(other), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets("other"));
}

void TestKeyring::knowsWhatWasNeverThere()
{
    QCOMPARE(m_answers->read(m_account), "KeyMissing");
    QCOMPARE(m_answers->remove(m_account), "ok");
}

void TestKeyring::saysLockedWhileLocked()
{
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    m_keyring.lock();
    QCOMPARE(m_answers->read(m_account), "KeychainLocked");
    QCOMPARE(m_answers->read(QUuid::createUuid()), "KeychainLocked");
    QCOMPARE(m_answers->write(m_account, canarySecrets("second")), "KeychainLocked");
    m_keyring.unlock();
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets());
}

void TestKeyring::doesNotBelieveDeletionOfLockedKeyring()
{
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    m_keyring.lock();
    QCOMPARE(m_answers->remove(m_account), "KeyMayRemain");
    QCOMPARE(m_answers->subject(), SecretKeeper::entryOf(m_account));
    m_keyring.unlock();
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->remove(m_account), "ok");
    QCOMPARE(m_answers->read(m_account), "KeyMissing");
}

void TestKeyring::readsOnceUnlocked()
{
    QList<QUuid> accounts;
    for (int i = 0; i < 10; ++i) {
        accounts << QUuid::createUuid();
        QCOMPARE(m_answers->write(accounts.last(), canarySecrets(QByteArray::number(i))), "ok");
    }
    m_keyring.stop();
    m_keyring.start(PrivateKeyring::State::Locked);

    KeyLoader loader(*m_keeper, {});
    QSignalSpy arrived(&loader, &KeyLoader::arrived);
    QSignalSpy unreadable(&loader, &KeyLoader::unreadable);
    loader.load(accounts);
    QTRY_COMPARE(unreadable.count(), accounts.size());
    QVERIFY(!loader.isReading());
    m_keyring.unlock();
    loader.retry();
    QTRY_COMPARE(arrived.count(), accounts.size());
    for (int i = 0; i < accounts.size(); ++i) {
        QCOMPARE(arrived.at(i).at(0).toUuid(), accounts.at(i));
        QCOMPARE(arrived.at(i).at(1).value<PoolSecrets>(), canarySecrets(QByteArray::number(i)));
    }
}

void TestKeyring::surrendersWhenItsServiceEnds()
{
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    m_keyring.stop();
    QCOMPARE(m_answers->read(m_account), "KeychainUnavailable");
    QCOMPARE(m_answers->write(m_account, canarySecrets("second")), "KeychainUnavailable");
    QCOMPARE(m_answers->remove(m_account), "KeyMayRemain");
    m_keyring.start(PrivateKeyring::State::Unlocked);
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets());
}

void TestKeyring::keepsWhatIsHardToQuote()
{
    const PoolSecrets secrets{
        .key = {.id = QStringLiteral("CANARY \"id\\ {\u00fc\u4f60\U0001f511}"),
            .secret = "CANARY \"\\/'%s$(x)\xc3\xbc\xe4\xbd\xa0 " + QByteArray(4000, 's')},
        .proxyPassword = " CANARY with blanks "};
    QCOMPARE(m_answers->write(m_account, secrets), "ok");
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), secrets);
}

void TestKeyring::leavesNoThrowAwayEntry()
{
    QCOMPARE(m_answers->read(m_account), "KeyMissing");
    bool isNotFound = false;
    m_store->read(m_keeper->probeEntry(), this, [&](const SecretStore::Answer &answer) {
        isNotFound = answer.outcome == SecretStore::Outcome::NotFound;
    });
    QTRY_VERIFY(isNotFound);
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
