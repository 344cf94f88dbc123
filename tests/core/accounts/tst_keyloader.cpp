// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Many keys from one keychain, in whatever mood that is.

#include "core/accounts/keyloader.h"
#include "core/accounts/secretentry.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using Mood = MoodySecretStore::Mood;

class TestKeyLoader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void readsThemAll();
    void readsNoneTwice();
    void isQuickWithMany();
    void triesAgainByItself();
    void stopsTryingInTheEnd();
    void triesWhenAsked();
    void goesOnBehindOneThatIsMissing();
    void forgetsInTheMiddle();
    void asksSilentKeychainOnce();
    void usesWhatComesLate();
    void goesOnAfterLateFailure();
    void saysWhatSilenceWas();
    void believesNoOldAnswerAboutForgotten();
    void nagsNobody();
    void letsChangesThrough();
    void mayEndInItsSignal();

private:
    /** Stores a key for each of so many new accounts. */
    QList<QUuid> seed(int count);
    void useLoader(KeyLoader::Waits waits, std::chrono::milliseconds patience = 10s);
    [[nodiscard]] QList<QUuid> idsOf(const QSignalSpy &spy) const;
    [[nodiscard]] ErrorKind kindOf(int word) const
    {
        return m_unreadable->at(word).at(1).value<ApiError>().kind;
    }
    [[nodiscard]] int reads() const
    {
        return static_cast<int>(m_store->calls.filter(QStringLiteral("read ")).size());
    }

    std::chrono::milliseconds m_personsTime = 10s;
    std::unique_ptr<MoodySecretStore> m_store;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<KeyLoader> m_loader;
    std::unique_ptr<QSignalSpy> m_arrived;
    std::unique_ptr<QSignalSpy> m_unreadable;
};

void TestKeyLoader::init()
{
    failOnQtWarnings();
    m_personsTime = 10s; // nobody is asked
    m_store = std::make_unique<MoodySecretStore>();
    useLoader({});
}

void TestKeyLoader::cleanup()
{
    m_loader.reset();
    m_keeper.reset();
}

QList<QUuid> TestKeyLoader::seed(int count)
{
    QList<QUuid> accounts;
    for (int i = 0; i < count; ++i) {
        accounts << QUuid::createUuid();
        m_store->entries.insert(SecretKeeper::entryOf(accounts.last()),
            entryFrom(canarySecrets(accounts.last().toByteArray())));
    }
    return accounts;
}

void TestKeyLoader::useLoader(KeyLoader::Waits waits, std::chrono::milliseconds patience)
{
    m_loader.reset();
    m_keeper = std::make_unique<SecretKeeper>(*m_store, patience, m_personsTime);
    m_loader = std::make_unique<KeyLoader>(*m_keeper, std::move(waits));
    m_arrived = std::make_unique<QSignalSpy>(m_loader.get(), &KeyLoader::arrived);
    m_unreadable = std::make_unique<QSignalSpy>(m_loader.get(), &KeyLoader::unreadable);
}

QList<QUuid> TestKeyLoader::idsOf(const QSignalSpy &spy) const
{
    QList<QUuid> ids;
    for (const QVariantList &arguments : spy)
        ids << arguments.at(0).toUuid();
    return ids;
}

void TestKeyLoader::readsThemAll()
{
    const QList<QUuid> accounts = seed(500);
    m_loader->load(accounts);
    QVERIFY(m_loader->isReading());
    QTRY_COMPARE(m_arrived->count(), 500);
    QCOMPARE(idsOf(*m_arrived), accounts);
    QCOMPARE(
        m_arrived->at(7).at(1).value<PoolSecrets>(), canarySecrets(accounts.at(7).toByteArray()));
    QCOMPARE(m_unreadable->count(), 0);
    QVERIFY(!m_loader->isReading());
    QCOMPARE(KeyLoader::usualWaits(), (KeyLoader::Waits{2s, 10s, 60s}));
}

void TestKeyLoader::readsNoneTwice()
{
    const QList<QUuid> accounts = seed(5);
    m_loader->load(accounts);
    m_loader->load(accounts.mid(2) + accounts);
    QTRY_VERIFY(!m_loader->isReading());
    QCOMPARE(idsOf(*m_arrived), accounts);
    QCOMPARE(reads(), 5);
    // Later it is another matter.
    m_loader->load({accounts.first()});
    QTRY_COMPARE(m_arrived->count(), 6);
}

void TestKeyLoader::isQuickWithMany()
{
    m_store->mood = Mood::Absent;
    const QList<QUuid> accounts = seed(100'000);
    m_loader->load(accounts);
    m_loader->load(accounts);
    QTRY_COMPARE(
        m_unreadable->count(), accounts.size()); // took a minute when each was searched for
}

void TestKeyLoader::triesAgainByItself()
{
    useLoader({1ms, 50ms, 100ms});
    const QList<QUuid> accounts = seed(50);
    m_store->mood = Mood::Locked;
    m_loader->load(accounts);
    QTRY_COMPARE(m_unreadable->count(), 100); // now, and after the first wait
    QCOMPARE(idsOf(*m_unreadable), accounts + accounts);
    QCOMPARE(m_unreadable->at(0).at(1).value<ApiError>().kind, ErrorKind::KeychainLocked);
    QVERIFY(m_loader->isReading());
    m_store->mood = Mood::Open;
    QTRY_COMPARE(m_arrived->count(), 50);
    QCOMPARE(idsOf(*m_arrived), accounts);
    QVERIFY(!m_loader->isReading());
}

void TestKeyLoader::stopsTryingInTheEnd()
{
    useLoader({1ms, 2ms, 3ms});
    m_store->mood = Mood::Absent;
    m_loader->load(seed(2));
    QTRY_VERIFY(!m_loader->isReading());
    QCOMPARE(reads(), 4);
    QCOMPARE(m_unreadable->count(), 8);
    QCOMPARE(m_unreadable->at(0).at(1).value<ApiError>().kind, ErrorKind::KeychainUnavailable);
}

void TestKeyLoader::triesWhenAsked()
{
    useLoader({1ms});
    const QList<QUuid> accounts = seed(3);
    m_store->entries.insert(SecretKeeper::entryOf(accounts.at(0)), "garbage");
    m_loader->load({accounts.at(0)});
    QTRY_COMPARE(m_unreadable->count(), 1);
    QCOMPARE(m_unreadable->at(0).at(1).value<ApiError>().kind, ErrorKind::KeyUnusable);
    m_store->mood = Mood::Locked;
    m_loader->load(accounts.mid(1));
    QTRY_COMPARE(m_unreadable->count(), 5);
    QTRY_VERIFY(!m_loader->isReading());

    // The waits begin anew, too.
    m_loader->retry();
    QTRY_COMPARE(m_unreadable->count(), 11);
    QTRY_VERIFY(!m_loader->isReading());

    m_store->mood = Mood::Open;
    m_loader->retry();
    QTRY_COMPARE(m_arrived->count(), 2);
    QTRY_COMPARE(m_unreadable->count(), 12);
    m_store->entries.insert(SecretKeeper::entryOf(accounts.at(0)), entryFrom(canarySecrets()));
    m_loader->retry();
    QTRY_COMPARE(m_arrived->count(), 3);
    QVERIFY(!m_loader->isReading());
    m_loader->retry();
    QVERIFY(!m_loader->isReading());
}

void TestKeyLoader::goesOnBehindOneThatIsMissing()
{
    QList<QUuid> accounts = seed(3);
    accounts.insert(1, QUuid::createUuid());
    m_store->entries.insert(SecretKeeper::entryOf(accounts.at(2)), "garbage");
    m_loader->load(accounts);
    QTRY_COMPARE(m_arrived->count(), 2);
    QCOMPARE(idsOf(*m_arrived), (QList{accounts.at(0), accounts.at(3)}));
    QCOMPARE(idsOf(*m_unreadable), (QList{accounts.at(1), accounts.at(2)}));
    QCOMPARE(m_unreadable->at(0).at(1).value<ApiError>().kind, ErrorKind::KeyMissing);
    QVERIFY(!m_loader->isReading());
}

void TestKeyLoader::forgetsInTheMiddle()
{
    const QList<QUuid> accounts = seed(50);
    connect(m_loader.get(), &KeyLoader::arrived, this, [&](const QUuid &id) {
        if (id != accounts.at(3))
            return;
        m_loader->forget(accounts.at(4)); // the one under way
        m_loader->forget(accounts.at(20));
    });
    m_loader->load(accounts);
    QTRY_COMPARE(m_arrived->count(), 48);
    QVERIFY(!m_loader->isReading());
    QVERIFY(!idsOf(*m_arrived).contains(accounts.at(4)));
    QVERIFY(!idsOf(*m_arrived).contains(accounts.at(20)));

    // Of those who wait for the next try, nothing more is said, either.
    useLoader({1ms});
    m_store->mood = Mood::Locked;
    connect(m_loader.get(), &KeyLoader::unreadable, this, [&](const QUuid &id) {
        if (id == accounts.at(0))
            m_loader->forget(accounts.at(1));
    });
    m_loader->load(accounts.mid(0, 2));
    QTRY_VERIFY(!m_loader->isReading());
    QCOMPARE(idsOf(*m_unreadable), (QList{accounts.at(0), accounts.at(0)}));
    m_loader->forget(accounts.at(0));
    m_store->mood = Mood::Open;
    m_loader->retry();
    QVERIFY(!m_loader->isReading());
    QCOMPARE(m_arrived->count(), 0);
}

void TestKeyLoader::asksSilentKeychainOnce()
{
    useLoader({1ms, 20ms, 30ms}, 20ms);
    const QList<QUuid> accounts = seed(50);
    m_store->mood = Mood::Hanging;
    m_loader->load(accounts);
    QTRY_COMPARE(m_unreadable->count(), 50);
    QCOMPARE(idsOf(*m_unreadable), accounts);
    QCOMPARE(m_unreadable->at(0).at(1).value<ApiError>().kind, ErrorKind::KeychainSilent);
    const QList<QUuid> more = seed(1);
    m_loader->load(more);
    QTRY_COMPARE(m_unreadable->count(), 51); // a newcomer hears of it at once
    m_loader->retry();
    m_loader->retry();
    // By the time this one fires, all waits have gone by.
    bool isOver = false;
    QTimer::singleShot(100, this, [&] { isOver = true; });
    QTRY_VERIFY(isOver);
    QCOMPARE(m_store->calls.size(), 1);
    QCOMPARE(m_unreadable->count(), 51);
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(m_arrived->count(), 51);
    QCOMPARE(idsOf(*m_arrived), accounts + more);
    QCOMPARE(reads(), 51);
}

void TestKeyLoader::usesWhatComesLate()
{
    useLoader({}, 20ms);
    const QList<QUuid> accounts = seed(50);
    m_store->mood = Mood::Hanging;
    m_loader->load(accounts);
    QTRY_COMPARE(m_unreadable->count(), 50);
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(m_arrived->count(), 50);
    QCOMPARE(idsOf(*m_arrived), accounts);
    QCOMPARE(reads(), 50);
    QVERIFY(!m_loader->isReading());
}

void TestKeyLoader::goesOnAfterLateFailure()
{
    useLoader({}, 20ms);
    QList<QUuid> accounts = seed(3);
    accounts.prepend(QUuid::createUuid()); // holds no key
    m_store->mood = Mood::Hanging;
    m_loader->load(accounts);
    QTRY_COMPARE(m_unreadable->count(), 4);
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(m_arrived->count(), 3);
    QCOMPARE(m_unreadable->count(), 5);
    QCOMPARE(m_unreadable->at(4).at(0).toUuid(), accounts.at(0));
    QCOMPARE(m_unreadable->at(4).at(1).value<ApiError>().kind, ErrorKind::KeyMissing);

    // "There is none after all" ends the question, and the next try is free to ask again.
    useLoader({100ms}, 20ms);
    m_store->mood = Mood::Hanging;
    m_loader->load(accounts.mid(1));
    QTRY_COMPARE(m_unreadable->count(), 3);
    m_store->mood = Mood::Absent;
    m_store->release();
    QTRY_COMPARE(m_unreadable->count(), 9); // silent, then absent, then the next try's
    QCOMPARE(idsOf(*m_unreadable), accounts.mid(1) + accounts.mid(1) + accounts.mid(1));
    QCOMPARE(kindOf(2), ErrorKind::KeychainSilent);
    QCOMPARE(kindOf(3), ErrorKind::KeychainUnavailable);
    QVERIFY(!m_loader->isReading());
    m_store->mood = Mood::Open;
    m_loader->retry();
    QTRY_COMPARE(m_arrived->count(), 3);
}

void TestKeyLoader::saysWhatSilenceWas()
{
    // A prompt was left alone for longer than the keeper's patience, and then dismissed.
    m_personsTime = 0s;
    useLoader({1ms, 60s}, 20ms);
    const QList<QUuid> accounts = seed(3);
    m_store->mood = Mood::Hanging;
    m_loader->load(accounts);
    QTRY_COMPARE(m_unreadable->count(), 3);
    QCOMPARE(kindOf(0), ErrorKind::KeychainSilent);
    m_loader->forget(accounts.at(1)); // of this one nobody wants to hear
    m_store->mood = Mood::Locked;
    m_store->release();
    QTRY_COMPARE(m_unreadable->count(), 5);
    QCOMPARE(idsOf(*m_unreadable).mid(3), (QList{accounts.at(0), accounts.at(2)}));
    QCOMPARE(kindOf(3), ErrorKind::KeychainLocked);
    QCOMPARE(kindOf(4), ErrorKind::KeychainLocked);
    QVERIFY(!m_loader->isReading());
    QCOMPARE(m_store->calls.size(), 1);
}

void TestKeyLoader::believesNoOldAnswerAboutForgotten()
{
    useLoader({}, 20ms);
    const QList<QUuid> accounts = seed(1);
    m_store->mood = Mood::Hanging;
    m_loader->load(accounts);
    QTRY_COMPARE(m_unreadable->count(), 1);
    // Its key came from elsewhere and was stored, then somebody wants it read again.
    m_loader->forget(accounts.at(0));
    m_keeper->write(accounts.at(0), canarySecrets("new"), this, [](const auto &) {});
    m_loader->load(accounts);
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(m_arrived->count(), 1);
    QCOMPARE(m_arrived->at(0).at(1).value<PoolSecrets>(), canarySecrets("new"));
    QVERIFY(!m_loader->isReading());
}

void TestKeyLoader::nagsNobody()
{
    m_personsTime = 0s; // whatever is said is said by a person
    useLoader({1ms, 1ms});
    m_store->mood = Mood::Locked;
    m_loader->load(seed(3));
    QTRY_COMPARE(m_unreadable->count(), 3);
    QVERIFY(!m_loader->isReading());
    QCOMPARE(m_store->calls.size(), 1);
}

void TestKeyLoader::letsChangesThrough()
{
    m_loader->load(seed(500));
    std::optional<qsizetype> arrivedBefore;
    m_keeper->write(QUuid::createUuid(), canarySecrets(), this,
        [&](const auto &) { arrivedBefore = m_arrived->count(); });
    QTRY_VERIFY(arrivedBefore);
    QCOMPARE(*arrivedBefore, 1); // the one that was under way
    QTRY_COMPARE(m_arrived->count(), 500);
}

void TestKeyLoader::mayEndInItsSignal()
{
    const QList<QUuid> accounts = seed(3);
    connect(m_loader.get(), &KeyLoader::arrived, this, [this] { m_loader.reset(); });
    m_loader->load(accounts);
    QTRY_VERIFY(!m_loader);
    m_store->mood = Mood::Locked;
    useLoader({});
    connect(m_loader.get(), &KeyLoader::unreadable, this, [this] { m_loader.reset(); });
    m_loader->load(accounts);
    QTRY_VERIFY(!m_loader);
}

QTEST_GUILESS_MAIN(TestKeyLoader)
#include "tst_keyloader.moc"
