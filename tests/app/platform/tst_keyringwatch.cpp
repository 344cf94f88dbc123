// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keyringwatch.h"

#include "core/accounts/keychainstore.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/support/fakesecretservice.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using State = PrivateKeyring::State;

class TestKeyringWatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_keyring.useInThisProcess(); }
    void init();
    void cleanup();

    void noticesServiceThatComes();
    void noticesUnlocking();
    void saysOnceWhatHappensAtOnce();
    void takesStoringForNoNews();
    void saysOnceThatItIsOpen();
    void asksNobody();
    void mayGoAtAnyTime();

private:
    PrivateKeyring m_keyring;
    std::unique_ptr<KeyringWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestKeyringWatch::init()
{
    failOnQtWarnings();
    m_watch = std::make_unique<KeyringWatch>();
    m_changed = std::make_unique<QSignalSpy>(m_watch.get(), &KeyringWatch::changed);
    QTRY_VERIFY(m_watch->isListening());
}

void TestKeyringWatch::cleanup()
{
    m_watch.reset();
    m_keyring.stop();
}

void TestKeyringWatch::noticesServiceThatComes()
{
    m_keyring.start(State::Unlocked);
    QTRY_COMPARE(m_changed->count(), 1);
    m_keyring.stop();
    m_keyring.start(State::Locked);
    QTRY_COMPARE(m_changed->count(), 2);
}

void TestKeyringWatch::noticesUnlocking()
{
    m_keyring.start(State::Locked);
    QTRY_VERIFY(m_changed->count() > 0); // the keyring may have been made for this
    m_changed->clear();
    m_keyring.unlock();
    QTRY_COMPARE(m_changed->count(), 1);
    m_keyring.lock();
    m_keyring.unlock();
    QTRY_COMPARE(m_changed->count(), 2);
}

void TestKeyringWatch::saysOnceWhatHappensAtOnce()
{
    m_keyring.start(State::Unlocked);
    QTRY_COMPARE(m_changed->count(), 1);
    for (int i = 0; i < 5; ++i) {
        m_keyring.lock();
        m_keyring.unlock();
    }
    QTRY_COMPARE(m_changed->count(), 2);
    // Locking alone is not worth a word.
    m_keyring.lock();
    QVERIFY(!m_changed->wait(300));
}

void TestKeyringWatch::takesStoringForNoNews()
{
    m_keyring.start(State::Unlocked);
    QTRY_COMPARE(m_changed->count(), 1);
    KeychainStore store;
    SecretKeeper keeper(store);
    KeeperAnswers answers(keeper);
    QCOMPARE(answers.write(QUuid::createUuid(), canarySecrets()), "ok");
    QCOMPARE(answers.read(QUuid::createUuid()), "KeyMissing"); // with a throw-away entry
    QVERIFY(!m_changed->wait(300));
}

void TestKeyringWatch::saysOnceThatItIsOpen()
{
    const QString name = QStringLiteral("test");
    QDBusConnection bus = QDBusConnection::connectToBus(m_keyring.busAddress(), name);
    const auto say = [&bus](bool isLocked) {
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/a/collection"),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
        signal << QStringLiteral("org.freedesktop.Secret.Collection")
               << QVariantMap{{QStringLiteral("Locked"), isLocked}} << QStringList();
        bus.send(signal);
    };
    say(false); // whatever it was before
    QTRY_COMPARE(m_changed->count(), 1);
    say(false);
    say(true);
    QVERIFY(!m_changed->wait(300));
    say(false);
    QTRY_COMPARE(m_changed->count(), 2);
    QDBusConnection::disconnectFromBus(name);
}

void TestKeyringWatch::asksNobody()
{
    FakeSecretService service(m_keyring.busAddress());
    QTRY_COMPARE(m_changed->count(), 1);
    QCOMPARE(service.calls(), 0);
}

void TestKeyringWatch::mayGoAtAnyTime()
{
    for (int i = 0; i < 20; ++i) {
        KeyringWatch watch;
        if (i % 2 == 0)
            QTRY_VERIFY(watch.isListening());
    }
    m_keyring.start(State::Unlocked);
    QTRY_COMPARE(m_changed->count(), 1);
}

QTEST_GUILESS_MAIN(TestKeyringWatch)
#include "tst_keyringwatch.moc"
