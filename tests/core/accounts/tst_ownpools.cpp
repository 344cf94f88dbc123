// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of the user's own pools, from one run to the next.

#include "core/accounts/ownpools.h"
#include "tests/core/accounts/ownpoolsstage.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/qtwarnings.h"

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using Mood = MoodySecretStore::Mood;

class TestOwnPools : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_stage.emplace();
    }
    void cleanup() { m_stage.reset(); }

    void isEmptyAtFirst();
    void addsAtTheEnd();
    void keepsTheOrder();
    void keepsWhatWasAccepted();
    void importsWithoutKeys();
    void ignoresStrangers();
    void triesTheListAgain();
    void saysWhatHindersReading();
    void isBusyUntilAllIsStored();
    void storesBeforeItEnds();
    void adoptsWithoutStoring();
    void storesNothingWithoutAPlace();

private:
    std::optional<OwnPoolsStage> m_stage;
};

void TestOwnPools::isEmptyAtFirst()
{
    QCOMPARE(m_stage->pools->load(), std::nullopt);
    m_stage->pools->readKeys();
    QVERIFY(m_stage->pools->isStored());
    QVERIFY(m_stage->pools->pools().isEmpty());
    QVERIFY(!m_stage->pools->isBusy());
    QCOMPARE(m_stage->keychain.calls, QStringList());
    QVERIFY(!QFile::exists(m_stage->folder())); // nothing is made until there is something to keep
}

void TestOwnPools::addsAtTheEnd()
{
    QVERIFY(m_stage->addKept({1, 2}));
    QCOMPARE(m_stage->names(), (QStringList{u"Pool 1"_s, u"Pool 2"_s}));
    QCOMPARE(m_stage->namesOnDisk(), m_stage->names());
    QCOMPARE(m_stage->spies->changed.count(), 2);
    QCOMPARE(m_stage->spies->stored.count(), 2);
    QCOMPARE(modeOf(m_stage->file()), mode_t(0600));
    QVERIFY(!contentOf(m_stage->file()).contains("CANARY"));
    QCOMPARE(*m_stage->pools->pool(idOf(2)), keyedPool(2));
    QCOMPARE(m_stage->pools->pool(idOf(3)), nullptr);

    m_stage->startAgain();
    QCOMPARE(m_stage->problem, std::nullopt);
    QCOMPARE(m_stage->names(), (QStringList{u"Pool 1"_s, u"Pool 2"_s}));
}

void TestOwnPools::keepsTheOrder()
{
    QVERIFY(m_stage->addKept({1, 2, 3, 4}));
    QVERIFY(!m_stage->pools->isOrderedByUser());
    m_stage->pools->setOrder({idOf(3), idOf(1)});
    const QStringList chosen{u"Pool 3"_s, u"Pool 1"_s, u"Pool 2"_s, u"Pool 4"_s};
    QCOMPARE(m_stage->names(), chosen);
    QVERIFY(m_stage->pools->isOrderedByUser());
    QVERIFY(m_stage->settles());

    m_stage->startAgain();
    QCOMPARE(m_stage->names(), chosen);
    QVERIFY(m_stage->pools->isOrderedByUser());
    m_stage->pools->orderWorstFirst();
    QVERIFY(m_stage->settles());

    m_stage->startAgain();
    QVERIFY(!m_stage->pools->isOrderedByUser());
    QCOMPARE(m_stage->names(), chosen); // as it was, for when the user's order is wanted again
}

void TestOwnPools::keepsWhatWasAccepted()
{
    QVERIFY(m_stage->addKept({1, 2}));
    m_stage->pools->acceptMasterKey(idOf(2));
    QVERIFY(m_stage->settles());
    m_stage->startAgain();
    QVERIFY(!m_stage->pools->isMasterKeyAccepted(idOf(1)));
    QVERIFY(m_stage->pools->isMasterKeyAccepted(idOf(2)));
}

void TestOwnPools::importsWithoutKeys()
{
    QVERIFY(m_stage->addKept({1}));
    m_stage->pools->add(QList<Account>{plainAccount(2), plainAccount(3)});
    QCOMPARE(m_stage->names(), (QStringList{u"Pool 1"_s, u"Pool 2"_s, u"Pool 3"_s}));
    for (const int number : {2, 3}) {
        QCOMPARE(m_stage->problemOf(number), ErrorKind::KeyMissing);
        QVERIFY(!m_stage->pools->isKeyOfThisSession(idOf(number)));
    }
    QCOMPARE(m_stage->spies->unreadable.count(), 2);
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->namesOnDisk().size(), 3);
    QCOMPARE(m_stage->keychain.entries.size(), 1);

    m_stage->startAgain();
    QTRY_COMPARE(m_stage->spies->unreadable.count(), 2);
    QCOMPARE(m_stage->problemOf(3), ErrorKind::KeyMissing);
    QCOMPARE(m_stage->problemOf(1), std::nullopt);
}

void TestOwnPools::ignoresStrangers()
{
    QVERIFY(m_stage->addKept({1}));
    m_stage->keychain.calls.clear();
    m_stage->pools->replace(idOf(9), keyedPool(9));
    m_stage->pools->remove(idOf(9));
    m_stage->pools->acceptMasterKey(idOf(9));
    QVERIFY(!m_stage->pools->isBusy());
    QCOMPARE(m_stage->keychain.calls, QStringList());
    m_stage->pools->setOrder({idOf(9), idOf(1)});
    QCOMPARE(m_stage->names(), QStringList{u"Pool 1"_s});
}

void TestOwnPools::triesTheListAgain()
{
    // A file stands where the folder should.
    QVERIFY(fill(m_stage->folder(), "in the way"));
    QVERIFY(m_stage->addKept({1, 2}));
    QCOMPARE(m_stage->spies->notStored.count(), 2);
    QCOMPARE(m_stage->spies->stored.count(), 0);
    QCOMPARE(m_stage->names().size(), 2); // they count all the same
    // No key of a pool that no list has; nor is one tried again before the list.
    QVERIFY(!m_stage->kept(1));
    QVERIFY(m_stage->pools->isKeyOfThisSession(idOf(1)));
    m_stage->pools->retryKeys();
    QVERIFY(m_stage->settles());
    QVERIFY(!m_stage->kept(1));

    QVERIFY(QFile::remove(m_stage->folder()));
    QVERIFY(m_stage->addKept({3}));
    QCOMPARE(m_stage->spies->stored.count(), 1);
    QCOMPARE(m_stage->namesOnDisk(), (QStringList{u"Pool 1"_s, u"Pool 2"_s, u"Pool 3"_s}));
    QVERIFY(m_stage->kept(1) && m_stage->kept(2) && m_stage->kept(3));
}

void TestOwnPools::saysWhatHindersReading()
{
    QVERIFY(m_stage->addKept({1}));
    QVERIFY(fill(m_stage->file(), R"({"format":"genauth-pool-list","version":9999,"pools":[]})"));
    const QByteArray before = contentOf(m_stage->file());
    m_stage->startAgain();
    QVERIFY(m_stage->problem.has_value());
    QVERIFY(m_stage->pools->pools().isEmpty());

    QVERIFY(fill(m_stage->file(), "no list at all"));
    m_stage->startAgain();
    QCOMPARE(m_stage->problem, AccountStoreProblem::NotUnderstood);
    // What is changed then is stored, and what stood there is kept beside it.
    QVERIFY(m_stage->addKept({2}));
    QCOMPARE(m_stage->namesOnDisk(), QStringList{u"Pool 2"_s});
    QCOMPARE(contentOf(m_stage->file() + u".damaged-1"_s), "no list at all");
}

void TestOwnPools::isBusyUntilAllIsStored()
{
    QVERIFY(m_stage->addKept({1}));
    m_stage->spies->settled.clear();
    m_stage->keychain.mood = Mood::Hanging;
    m_stage->pools->add(keyedPool(2));
    QVERIFY(m_stage->pools->isBusy());
    QTRY_COMPARE(m_stage->spies->stored.count(), 2);
    QVERIFY(m_stage->pools->isBusy()); // the keychain is to answer yet
    QCOMPARE(m_stage->spies->settled.count(), 0);
    m_stage->keychain.mood = Mood::Open;
    m_stage->keychain.release();
    QVERIFY(m_stage->settles());
    QCOMPARE(m_stage->spies->settled.count(), 1);
    QCOMPARE(m_stage->kept(2), secretsOf(keyedPool(2)));
}

void TestOwnPools::storesBeforeItEnds()
{
    for (int number = 1; number <= 20; ++number)
        m_stage->pools->add(keyedPool(number));
    m_stage->spies.reset();
    m_stage->pools.reset();
    QCOMPARE(m_stage->namesOnDisk().size(), 20);
    QCOMPARE(m_stage->namesOnDisk().constLast(), u"Pool 20"_s);
}

void TestOwnPools::adoptsWithoutStoring()
{
    m_stage->keychain.mood = Mood::Refusing;
    QVERIFY(m_stage->addKept({1}));
    QVERIFY(m_stage->pools->hasKeysOfThisSession());
    m_stage->keychain.calls.clear();
    m_stage->pools->adopt({keyedPool(2), keyedPool(3)});
    QCOMPARE(m_stage->names(), (QStringList{u"Pool 2"_s, u"Pool 3"_s}));
    QCOMPARE(m_stage->pools->pool(idOf(2))->key, keyedPool(2).key);
    QVERIFY(!m_stage->pools->hasKeysOfThisSession());
    QVERIFY(!m_stage->pools->isBusy());
    QCOMPARE(m_stage->namesOnDisk(), QStringList{u"Pool 1"_s});
    QCOMPARE(m_stage->keychain.calls, QStringList());
}

void TestOwnPools::storesNothingWithoutAPlace()
{
    OwnPools pools;
    QSignalSpy settled(&pools, &OwnPools::settled);
    QVERIFY(!pools.isStored());
    QCOMPARE(pools.load(), std::nullopt);
    pools.readKeys();
    pools.add(keyedPool(1));
    pools.add(QList<Account>{plainAccount(2)});
    pools.setOrder({idOf(2), idOf(1)});
    pools.retryKeys();
    QVERIFY(!pools.isBusy());
    QCOMPARE(pools.pools().size(), 2);
    QCOMPARE(pools.pools().constLast(), keyedPool(1));
    QVERIFY(pools.isKeyOfThisSession(idOf(1)));
    QVERIFY(!pools.isKeyOfThisSession(idOf(2)));
    pools.remove(idOf(1));
    QCOMPARE(pools.pools().size(), 1);
    QCOMPARE(pools.listFile(), QString());
}

QTEST_GUILESS_MAIN(TestOwnPools)
#include "tst_ownpools.moc"
