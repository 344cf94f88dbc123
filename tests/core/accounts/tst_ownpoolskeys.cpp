// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of the user's own pools, in step with the list, whatever the keychain says.

#include "core/accounts/ownpools.h"
#include "tests/core/accounts/ownpoolsstage.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/qtwarnings.h"

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using Mood = MoodySecretStore::Mood;

class TestOwnPoolsKeys : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_stage.emplace();
    }
    void cleanup() { m_stage.reset(); }

    void arriveOneByOne();
    void waitForALockedKeychain();
    void areKept();
    void areOfThisSession_data();
    void areOfThisSession();
    void areKeptLater();
    void replaceOverwritesAnotherKey();
    void replaceLeavesTheSameKeyAlone();
    void replaceWithoutAKeyKeepsIt();
    void replaceByAnotherPoolDeletesTheOldKey();
    void enteredBeforeTheyArrive();
    void removeDeletesTheKey();
    void goNowhereElse();
    void removeWaitsForTheList();
    void removeFrightensNobody();
    void removeRemembersWhatMayRemain_data();
    void removeRemembersWhatMayRemain();
    void removedWhileBeingKept();
    void replacedWhileBeingKept();
    void comesBackWithItsKey();

private:
    /** How often the keychain was asked to do this to the pool's entry. */
    [[nodiscard]] int asked(const QString &what, int number) const
    {
        return static_cast<int>(
            m_stage->keychain.calls.count(what + u' ' + SecretKeeper::entryOf(idOf(number))));
    }

    std::optional<OwnPoolsStage> m_stage;
};

void TestOwnPoolsKeys::arriveOneByOne()
{
    QVERIFY(m_stage->addKept({1, 2, 3}));
    m_stage->keychain.entries.remove(SecretKeeper::entryOf(idOf(2)));
    m_stage->startAgain();
    QCOMPARE(m_stage->spies->arrived.count(), 0);
    QVERIFY(!m_stage->pools->pool(idOf(1))->key.isValid());
    QCOMPARE(m_stage->problemOf(1), std::nullopt); // it is being read

    QTRY_COMPARE(m_stage->spies->arrived.count(), 2);
    QCOMPARE(m_stage->spies->arrived.at(0).at(0).toUuid(), idOf(1));
    QCOMPARE(m_stage->spies->arrived.at(1).at(0).toUuid(), idOf(3));
    QCOMPARE(*m_stage->pools->pool(idOf(3)), keyedPool(3));
    QVERIFY(!m_stage->pools->isKeyOfThisSession(idOf(3)));
    QCOMPARE(m_stage->problemOf(2), ErrorKind::KeyMissing);
    QCOMPARE(m_stage->names().size(), 3);
    QVERIFY(!m_stage->pools->isBusy()); // to read is nothing that must be waited for
}

void TestOwnPoolsKeys::waitForALockedKeychain()
{
    QVERIFY(m_stage->addKept({1, 2}));
    m_stage->keychain.mood = Mood::Locked;
    m_stage->startAgain();
    QTRY_COMPARE(m_stage->spies->unreadable.count(), 2);
    for (const int number : {1, 2}) {
        QCOMPARE(m_stage->problemOf(number), ErrorKind::KeychainLocked);
        QVERIFY(!m_stage->pools->pool(idOf(number))->key.isValid());
    }
    QCOMPARE(m_stage->names().size(), 2);

    m_stage->keychain.mood = Mood::Open;
    m_stage->pools->retryKeys();
    QTRY_COMPARE(m_stage->spies->arrived.count(), 2);
    QCOMPARE(*m_stage->pools->pool(idOf(1)), keyedPool(1));
    QCOMPARE(m_stage->problemOf(1), std::nullopt);
}

void TestOwnPoolsKeys::areKept()
{
    m_stage->pools->add(keyedPool(1));
    QVERIFY(m_stage->pools->isKeyOfThisSession(idOf(1))); // until it is known to be kept
    QCOMPARE(*m_stage->pools->pool(idOf(1)), keyedPool(1));
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->spies->kept.count(), 1);
    QCOMPARE(m_stage->spies->notKept.count(), 0);
    QVERIFY(!m_stage->pools->isKeyOfThisSession(idOf(1)));
    QVERIFY(!m_stage->pools->hasKeysOfThisSession());
    QCOMPARE(m_stage->kept(1), secretsOf(keyedPool(1)));
    // The same with the store that the program has where nothing else is wanted.
    MemorySecretStore memory;
    QTemporaryDir folder;
    OwnPools pools(folder.filePath(u"pools.json"_s), memory);
    pools.add(keyedPool(2));
    QTRY_VERIFY(!pools.isBusy());
    QVERIFY(!pools.isKeyOfThisSession(idOf(2)));
}

void TestOwnPoolsKeys::areOfThisSession_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<ErrorKind>("why");
    QTest::newRow("locked") << Mood::Locked << ErrorKind::KeychainLocked;
    QTest::newRow("absent") << Mood::Absent << ErrorKind::KeychainUnavailable;
    QTest::newRow("lying") << Mood::LyingWrite << ErrorKind::KeyNotKept;
}

void TestOwnPoolsKeys::areOfThisSession()
{
    QFETCH(Mood, mood);
    QFETCH(ErrorKind, why);
    m_stage->keychain.mood = mood;
    QVERIFY(m_stage->addKept({1}));
    QCOMPARE(m_stage->spies->notKept.count(), 1);
    QCOMPARE(m_stage->spies->notKept.at(0).at(1).value<ApiError>().kind, why);
    QVERIFY(m_stage->pools->isKeyOfThisSession(idOf(1)));
    QVERIFY(m_stage->pools->hasKeysOfThisSession());
    QCOMPARE(*m_stage->pools->pool(idOf(1)), keyedPool(1)); // it works all the same
    QCOMPARE(m_stage->namesOnDisk(), QStringList{u"Pool 1"_s});
    // At the next start the pool is there, and asks for its key.
    m_stage->keychain.mood = Mood::Open;
    m_stage->startAgain();
    QTRY_COMPARE(m_stage->problemOf(1), ErrorKind::KeyMissing);
    QCOMPARE(m_stage->names(), QStringList{u"Pool 1"_s});
}

void TestOwnPoolsKeys::areKeptLater()
{
    m_stage->keychain.mood = Mood::Refusing;
    QVERIFY(m_stage->addKept({1, 2}));
    QCOMPARE(m_stage->spies->notKept.count(), 2);
    m_stage->keychain.mood = Mood::Open;
    m_stage->pools->retryKeys();
    m_stage->pools->retryKeys(); // as by someone impatient
    QVERIFY(m_stage->settles());
    QVERIFY(!m_stage->pools->hasKeysOfThisSession());
    QCOMPARE(m_stage->spies->kept.count(), 2);
    QCOMPARE(asked(u"write"_s, 1), 2); // at first, and once more
    QCOMPARE(m_stage->kept(2), secretsOf(keyedPool(2)));
}

void TestOwnPoolsKeys::replaceOverwritesAnotherKey()
{
    QVERIFY(m_stage->addKept({1, 2}));
    PoolAccess changed = keyedPool(1);
    changed.account.name = u"Renamed"_s;
    changed.key.secret = "CANARY-secret-rotated";
    m_stage->pools->replace(idOf(1), changed);
    QCOMPARE(*m_stage->pools->pool(idOf(1)), changed);
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->namesOnDisk(), (QStringList{u"Renamed"_s, u"Pool 2"_s}));
    QCOMPARE(m_stage->kept(1), secretsOf(changed));
    QCOMPARE(m_stage->keychain.entries.size(), 2);
    QCOMPARE(m_stage->spies->deleted.count(), 0);
}

void TestOwnPoolsKeys::replaceLeavesTheSameKeyAlone()
{
    QVERIFY(m_stage->addKept({1}));
    m_stage->keychain.calls.clear();
    PoolAccess renamed = keyedPool(1);
    renamed.account.name = u"Renamed"_s;
    m_stage->pools->replace(idOf(1), renamed);
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->keychain.calls, QStringList());
    QCOMPARE(m_stage->namesOnDisk(), QStringList{u"Renamed"_s});
}

void TestOwnPoolsKeys::replaceWithoutAKeyKeepsIt()
{
    QVERIFY(m_stage->addKept({1}));
    m_stage->keychain.calls.clear();
    PoolAccess renamed = keyedPool(1);
    renamed.account.name = u"Renamed"_s;
    renamed.key = {};
    renamed.proxyPassword = {};
    m_stage->pools->replace(idOf(1), renamed);
    QCOMPARE(m_stage->pools->pool(idOf(1))->key, keyedPool(1).key);
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->names(), QStringList{u"Renamed"_s});
    QCOMPARE(m_stage->keychain.calls, QStringList());
    QCOMPARE(m_stage->problemOf(1), std::nullopt);
    // Also where it has not arrived yet: it still does.
    m_stage->startAgain();
    renamed.account.name = u"Again"_s;
    m_stage->pools->replace(idOf(1), renamed);
    QTRY_COMPARE(m_stage->pools->pool(idOf(1))->key, keyedPool(1).key);
}

void TestOwnPoolsKeys::replaceByAnotherPoolDeletesTheOldKey()
{
    QVERIFY(m_stage->addKept({1, 2}));
    m_stage->pools->acceptMasterKey(idOf(1));
    m_stage->pools->replace(idOf(1), keyedPool(5));
    QCOMPARE(m_stage->names(), (QStringList{u"Pool 5"_s, u"Pool 2"_s}));
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->namesOnDisk(), m_stage->names());
    QCOMPARE(m_stage->kept(5), secretsOf(keyedPool(5)));
    QCOMPARE(m_stage->kept(1), std::nullopt);
    QCOMPARE(m_stage->pools->keysToRemove(), QList<QUuid>());
    QCOMPARE(m_stage->onDisk().keysToRemove, QList<QUuid>());
    QVERIFY(!m_stage->pools->isMasterKeyAccepted(idOf(1)));
}

void TestOwnPoolsKeys::enteredBeforeTheyArrive()
{
    QVERIFY(m_stage->addKept({1}));
    m_stage->startAgain();
    PoolAccess changed = keyedPool(1);
    changed.key.secret = "CANARY-secret-rotated";
    m_stage->pools->replace(idOf(1), changed);
    QVERIFY(m_stage->settles());
    // What was on its way does not come in place of it.
    QCOMPARE(m_stage->pools->pool(idOf(1))->key, changed.key);
    QCOMPARE(m_stage->spies->arrived.count(), 0);
    QCOMPARE(m_stage->kept(1), secretsOf(changed));
}

void TestOwnPoolsKeys::removeDeletesTheKey()
{
    QVERIFY(m_stage->addKept({1, 2}));
    m_stage->pools->remove(idOf(1));
    QCOMPARE(m_stage->names(), QStringList{u"Pool 2"_s});
    QCOMPARE(m_stage->pools->keysToRemove(), QList<QUuid>{idOf(1)}); // were it to end here
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->spies->deleted.count(), 1);
    QCOMPARE(m_stage->spies->mayRemain.count(), 0);
    QCOMPARE(m_stage->kept(1), std::nullopt);
    QCOMPARE(m_stage->namesOnDisk(), QStringList{u"Pool 2"_s});
    QCOMPARE(m_stage->onDisk().keysToRemove, QList<QUuid>());
    QVERIFY(!m_stage->pools->isKeyOfThisSession(idOf(1)));
    QCOMPARE(m_stage->problemOf(1), std::nullopt);
    QCOMPARE(m_stage->keychain.entries.size(), 1); // no throw-away entry either
}

void TestOwnPoolsKeys::goNowhereElse()
{
    PoolAccess proxied = keyedPool(2);
    proxied.account.proxy = {ProxyChoice::Mode::Given, u"proxy.example"_s, 3128, u"jo"_s};
    proxied.proxyPassword = "canary of the proxy";
    QVERIFY(m_stage->addKept({1}));
    m_stage->pools->add(proxied);
    QVERIFY(m_stage->settles());
    // A list that was changed behind our back, or came from elsewhere, under the same ids.
    AccountStore store(m_stage->file());
    QVERIFY(!store.change([](AccountList &list) {
        list.accounts[0].host = QUrl(u"https://elsewhere.example"_s);
        list.accounts[1].proxy.host = u"elsewhere.example"_s;
    }));
    m_stage->startAgain();
    QTRY_COMPARE(m_stage->problemOf(1), ErrorKind::KeyUnusable);
    QVERIFY(!m_stage->pools->pool(idOf(1))->key.isValid());
    QTRY_VERIFY(m_stage->pools->pool(idOf(2))->key.isValid()); // to the same host as ever
    QCOMPARE(m_stage->pools->pool(idOf(2))->proxyPassword, QByteArray());
}

void TestOwnPoolsKeys::removeWaitsForTheList()
{
    QVERIFY(m_stage->addKept({1}));
    // The list cannot be written any more: at the next start the pool is back, with its key.
    QVERIFY(QFile::rename(m_stage->folder(), m_stage->folder() + u"-away"_s));
    QVERIFY(fill(m_stage->folder(), "in the way"));
    m_stage->pools->remove(idOf(1));
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->spies->notStored.count(), 1);
    QVERIFY(m_stage->kept(1));
    QVERIFY(QFile::remove(m_stage->folder()));
    QVERIFY(QFile::rename(m_stage->folder() + u"-away"_s, m_stage->folder()));
    m_stage->startAgain();
    QTRY_VERIFY(m_stage->pools->pool(idOf(1)) && m_stage->pools->pool(idOf(1))->key.isValid());
}

void TestOwnPoolsKeys::removeFrightensNobody()
{
    // There was no keychain to take the key, so there is none in which it could remain.
    m_stage->keychain.mood = Mood::Absent;
    QVERIFY(m_stage->addKept({1}));
    m_stage->pools->remove(idOf(1));
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->spies->mayRemain.count(), 0);
    QCOMPARE(m_stage->names(), QStringList());
    QCOMPARE(m_stage->onDisk().keysToRemove, QList<QUuid>{idOf(1)}); // looked for once more later
}

void TestOwnPoolsKeys::removeRemembersWhatMayRemain_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::newRow("locked") << Mood::Locked;
    QTest::newRow("absent") << Mood::Absent;
    QTest::newRow("lying") << Mood::LyingDelete;
}

void TestOwnPoolsKeys::removeRemembersWhatMayRemain()
{
    QFETCH(Mood, mood);
    QVERIFY(m_stage->addKept({1, 2}));
    m_stage->keychain.mood = mood;
    m_stage->pools->remove(idOf(1));
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->spies->mayRemain.count(), 1);
    QCOMPARE(m_stage->spies->mayRemain.at(0).at(0).toUuid(), idOf(1));
    QCOMPARE(m_stage->spies->mayRemain.at(0).at(1).toString(), u"Pool 1"_s);
    QCOMPARE(m_stage->namesOnDisk(), QStringList{u"Pool 2"_s});
    QCOMPARE(m_stage->onDisk().keysToRemove, QList<QUuid>{idOf(1)});

    // It stays so, and nobody is told again, until the keychain lets go of it.
    m_stage->startAgain();
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->spies->mayRemain.count(), 0);
    QCOMPARE(m_stage->onDisk().keysToRemove, QList<QUuid>{idOf(1)});
    m_stage->keychain.mood = Mood::Open;
    m_stage->startAgain();
    QTRY_COMPARE(m_stage->spies->deleted.count(), 1);
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->kept(1), std::nullopt);
    QVERIFY(m_stage->kept(2).has_value());
    QCOMPARE(m_stage->onDisk().keysToRemove, QList<QUuid>());
    QCOMPARE(m_stage->names(), QStringList{u"Pool 2"_s});
}

void TestOwnPoolsKeys::removedWhileBeingKept()
{
    m_stage->keychain.mood = Mood::Hanging;
    m_stage->pools->add(keyedPool(1));
    QTRY_COMPARE(m_stage->keychain.hanging(), 1);
    m_stage->pools->remove(idOf(1));
    QTRY_COMPARE(m_stage->spies->stored.count(), 2);
    m_stage->keychain.mood = Mood::Open;
    m_stage->keychain.release();
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->kept(1), std::nullopt);
    QCOMPARE(m_stage->spies->kept.count(), 0);
    QVERIFY(!m_stage->pools->hasKeysOfThisSession());
    QCOMPARE(m_stage->onDisk(), AccountList());
}

void TestOwnPoolsKeys::replacedWhileBeingKept()
{
    m_stage->keychain.mood = Mood::Hanging;
    m_stage->pools->add(keyedPool(1));
    QTRY_COMPARE(m_stage->keychain.hanging(), 1);
    PoolAccess changed = keyedPool(1);
    changed.key.secret = "CANARY-secret-rotated";
    m_stage->pools->replace(idOf(1), changed);
    QTRY_COMPARE(m_stage->spies->stored.count(), 2);
    // The first is kept, the second is not.
    m_stage->keychain.mood = Mood::StubbornRead;
    m_stage->keychain.release();
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->kept(1), secretsOf(keyedPool(1)));
    QCOMPARE(m_stage->spies->kept.count(), 0);
    QCOMPARE(m_stage->spies->notKept.count(), 1);
    QVERIFY(m_stage->pools->isKeyOfThisSession(idOf(1)));
}

void TestOwnPoolsKeys::comesBackWithItsKey()
{
    QVERIFY(m_stage->addKept({1}));
    m_stage->keychain.mood = Mood::Locked;
    m_stage->pools->remove(idOf(1));
    QVERIFY(m_stage->settles());
    m_stage->keychain.mood = Mood::Open;
    QVERIFY(m_stage->addKept({1}));
    QCOMPARE(m_stage->onDisk().keysToRemove, QList<QUuid>());
    m_stage->startAgain();
    QTRY_COMPARE(m_stage->spies->arrived.count(), 1);
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->kept(1), secretsOf(keyedPool(1)));
}

QTEST_GUILESS_MAIN(TestOwnPoolsKeys)
#include "tst_ownpoolskeys.moc"
