// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What waits behind a keychain that does not answer, or whose user would not unlock it.

#include "core/accounts/secretentry.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using Mood = MoodySecretStore::Mood;

class TestSecretQueue : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void doesOneThingAtATime();
    void queuesEachChangeOnce();
    void queuesEachChangeOnceAfterSilence();
    void answersAllByTheLastWord_data();
    void answersAllByTheLastWord();
    void sharesReads();
    void tellsSharedReadLateAndInTime();
    void promptsOnceForAllThatWait_data();
    void promptsOnceForAllThatWait();
    void asksAgainWhoComesLater();
    void takesNoQuickAnswerForANo();

private:
    void useKeeper(std::chrono::milliseconds patience, std::chrono::milliseconds personsTime = 10s);
    /** Writes for each of them, so many times; what is asked is `last`, "first" before. */
    void writeAgainAndAgain(const QList<QUuid> &accounts, int times);
    [[nodiscard]] qsizetype calls(const QString &what) const
    {
        return m_store->calls.filter(what + u' ').size();
    }
    [[nodiscard]] auto note()
    {
        return [this](const std::optional<ApiError> &error) {
            m_heard << (error ? errorKindName(error->kind) : "ok");
        };
    }
    [[nodiscard]] auto noteRead()
    {
        return [this](const Result<PoolSecrets> &result) {
            m_heard << (result ? "ok" : errorKindName(result.error().kind));
        };
    }

    std::unique_ptr<MoodySecretStore> m_store;
    std::unique_ptr<SecretKeeper> m_keeper;
    QByteArrayList m_heard;
};

void TestSecretQueue::init()
{
    failOnQtWarnings();
    m_heard.clear();
    m_keeper.reset();
    m_store = std::make_unique<MoodySecretStore>();
    m_store->mood = Mood::Hanging;
    useKeeper(10s);
}

void TestSecretQueue::useKeeper(
    std::chrono::milliseconds patience, std::chrono::milliseconds personsTime)
{
    m_keeper = std::make_unique<SecretKeeper>(*m_store, patience, personsTime);
}

void TestSecretQueue::writeAgainAndAgain(const QList<QUuid> &accounts, int times)
{
    for (int i = 1; i <= times; ++i) {
        for (const QUuid &account : accounts)
            m_keeper->write(account, canarySecrets(i == times ? "last" : "first"), this, note());
    }
}

void TestSecretQueue::doesOneThingAtATime()
{
    int done = 0;
    for (int i = 0; i < 5; ++i)
        m_keeper->write(QUuid::createUuid(), canarySecrets(), this, [&](const auto &) { ++done; });
    while (done < 5) {
        QCOMPARE(m_store->hanging(), 1);
        m_store->release();
    }
    QCOMPARE(m_store->hanging(), 0);
}

void TestSecretQueue::queuesEachChangeOnce()
{
    const QList<QUuid> accounts{
        QUuid::createUuid(), QUuid::createUuid(), QUuid::createUuid(), QUuid::createUuid()};
    writeAgainAndAgain(accounts, 4);
    QCOMPARE(m_heard, QByteArrayList());
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(m_heard, QByteArrayList(16, "ok"));
    QCOMPARE(calls(QStringLiteral("write")), 5); // of one, the one under way as well
    for (const QUuid &account : accounts)
        QCOMPARE(m_store->entries.value(SecretKeeper::entryOf(account)),
            entryFrom(canarySecrets("last")));
}

void TestSecretQueue::queuesEachChangeOnceAfterSilence()
{
    useKeeper(30ms);
    const QList<QUuid> accounts{
        QUuid::createUuid(), QUuid::createUuid(), QUuid::createUuid(), QUuid::createUuid()};
    for (int i = 1; i <= 4; ++i) {
        writeAgainAndAgain(accounts, 1);
        QTRY_COMPARE(m_heard, QByteArrayList(4 * i, "KeychainSilent"));
    }
    m_store->mood = Mood::Open;
    m_store->release();
    // The last of all, so that whatever waited is done by then.
    m_keeper->remove(QUuid::createUuid(), this, note());
    QTRY_COMPARE(m_heard.size(), 17);
    QCOMPARE(m_heard.last(), "ok");
    QCOMPARE(calls(QStringLiteral("write")), 5 + 1); // with the throw-away entry
    QCOMPARE(m_store->entries.size(), 4);
}

void TestSecretQueue::answersAllByTheLastWord_data()
{
    QTest::addColumn<QByteArray>("order"); // w: write, d: delete; one is under way before them
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<QByteArray>("heard");
    QTest::newRow("wd") << QByteArray("wd") << Mood::Open << QByteArray("ok");
    QTest::newRow("dw") << QByteArray("dw") << Mood::Open << QByteArray("ok");
    QTest::newRow("wdwd, refused")
        << QByteArray("wdwd") << Mood::Refusing << QByteArray("KeyMayRemain");
    QTest::newRow("dwdw, refused")
        << QByteArray("dwdw") << Mood::Refusing << QByteArray("KeychainLocked");
}

void TestSecretQueue::answersAllByTheLastWord()
{
    QFETCH(QByteArray, order);
    QFETCH(Mood, mood);
    QFETCH(QByteArray, heard);
    m_keeper->read(QUuid::createUuid(), this, [](const auto &) {});
    const QUuid account = QUuid::createUuid();
    for (const char step : order) {
        if (step == 'w')
            m_keeper->write(account, canarySecrets(), this, note());
        else
            m_keeper->remove(account, this, note());
    }
    m_store->mood = mood;
    m_store->release();
    QTRY_COMPARE(m_heard, QByteArrayList(order.size(), heard));
    const QString name = SecretKeeper::entryOf(account);
    const bool writes = order.endsWith('w');
    QCOMPARE(m_store->calls.count(QStringLiteral("write ") + name), writes ? 1 : 0);
    QCOMPARE(m_store->calls.count(QStringLiteral("remove ") + name), writes ? 0 : 1);
    QCOMPARE(m_store->entries.contains(name), writes && mood == Mood::Open);
}

void TestSecretQueue::sharesReads()
{
    const QUuid account = QUuid::createUuid();
    m_store->entries.insert(SecretKeeper::entryOf(account), entryFrom(canarySecrets()));
    auto context = std::make_unique<QObject>();
    m_keeper->write(QUuid::createUuid(), canarySecrets(), this, note());
    m_keeper->read(account, context.get(), [](const auto &) { QFAIL("unwanted"); });
    m_keeper->read(account, this, noteRead());
    m_keeper->read(account, this, noteRead());
    context.reset(); // it is wanted by others
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(m_heard, QByteArrayList(3, "ok"));
    QCOMPARE(m_store->calls.count(QStringLiteral("read ") + SecretKeeper::entryOf(account)), 1);
}

void TestSecretQueue::tellsSharedReadLateAndInTime()
{
    useKeeper(200ms);
    const QUuid account = QUuid::createUuid();
    m_store->entries.insert(SecretKeeper::entryOf(account), entryFrom(canarySecrets()));
    QSignalSpy late(m_keeper.get(), &SecretKeeper::readLate);
    m_keeper->write(QUuid::createUuid(), canarySecrets(), this, [](const auto &) {});
    m_keeper->read(account, this, noteRead());
    QTRY_COMPARE(m_heard, QByteArrayList{"KeychainSilent"});
    m_keeper->read(account, this, noteRead());
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(m_heard, (QByteArrayList{"KeychainSilent", "ok"}));
    QTRY_COMPARE(late.count(), 1);
    QCOMPARE(late.at(0).at(0).toUuid(), account);
}

void TestSecretQueue::promptsOnceForAllThatWait_data()
{
    QTest::addColumn<char>("first"); // r: read, w: write, d: delete
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<QByteArray>("heard");
    QTest::addColumn<int>("asked"); // of the store, in all
    QTest::newRow("read") << 'r' << Mood::Locked << QByteArray("KeychainLocked") << 1;
    QTest::newRow("read, refused") << 'r' << Mood::Refusing << QByteArray("KeychainLocked") << 1;
    QTest::newRow("write") << 'w' << Mood::Refusing << QByteArray("KeychainLocked") << 1;
    QTest::newRow("delete") << 'd' << Mood::Locked << QByteArray("KeyMayRemain") << 2;
}

void TestSecretQueue::promptsOnceForAllThatWait()
{
    QFETCH(char, first);
    QFETCH(Mood, mood);
    QFETCH(QByteArray, heard);
    QFETCH(int, asked);
    useKeeper(10s, 0s); // whatever is said is said by a person
    const QUuid account = QUuid::createUuid();
    if (first == 'r')
        m_keeper->read(account, this, noteRead());
    else if (first == 'w')
        m_keeper->write(account, canarySecrets(), this, note());
    else
        m_keeper->remove(account, this, note());
    for (int i = 0; i < 5; ++i) {
        m_keeper->write(QUuid::createUuid(), canarySecrets(), this, note());
        m_keeper->remove(QUuid::createUuid(), this, note());
    }
    m_keeper->write(account, canarySecrets(), this, note());
    m_store->mood = mood;
    m_store->release();
    QByteArrayList expected{heard};
    for (int i = 0; i < 5; ++i)
        expected << "KeychainLocked"
                 << "KeyMayRemain";
    expected << "KeychainLocked";
    QTRY_COMPARE(m_heard, expected);
    QCOMPARE(m_store->calls.size(), asked);
    QVERIFY(m_keeper->wasDeclined());
}

void TestSecretQueue::asksAgainWhoComesLater()
{
    useKeeper(10s, 0s);
    const QUuid account = QUuid::createUuid();
    m_keeper->write(QUuid::createUuid(), canarySecrets(), this, note());
    const QUuid other = QUuid::createUuid();
    m_store->entries.insert(SecretKeeper::entryOf(other), entryFrom(canarySecrets()));
    m_keeper->read(other, this, noteRead()); // goes on: its asker decides about reading
    m_keeper->write(
        account, canarySecrets("first"), this, [&](const std::optional<ApiError> &error) {
            note()(error);
            m_store->mood = Mood::Open;
            m_keeper->write(account, canarySecrets("second"), this, note());
        });
    m_store->mood = Mood::Refusing;
    m_store->release();
    QTRY_COMPARE(m_heard, (QByteArrayList{"KeychainLocked", "KeychainLocked", "ok", "ok"}));
    QCOMPARE(
        m_store->entries.value(SecretKeeper::entryOf(account)), entryFrom(canarySecrets("second")));
    QVERIFY(!m_keeper->wasDeclined());
}

void TestSecretQueue::takesNoQuickAnswerForANo()
{
    // Nobody was asked, so that all of them are worth a try.
    useKeeper(10s, 10s);
    for (int i = 0; i < 3; ++i)
        m_keeper->write(QUuid::createUuid(), canarySecrets(), this, note());
    m_store->mood = Mood::Refusing;
    m_store->release();
    QTRY_COMPARE(m_heard, QByteArrayList(3, "KeychainLocked"));
    QCOMPARE(m_store->calls.size(), 3);
    QVERIFY(!m_keeper->wasDeclined());
}

QTEST_GUILESS_MAIN(TestSecretQueue)
#include "tst_secretqueue.moc"
