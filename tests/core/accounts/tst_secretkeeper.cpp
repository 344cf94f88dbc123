// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is believed of a keychain, over stores that fail as real ones were seen to.

#include "core/accounts/secretentry.h"
#include "core/base/redaction.h"
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

class TestSecretKeeper : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void keepsAndGivesBack();
    void saysWhatItKnows_data();
    void saysWhatItKnows();
    void removesWhatItKept();
    void findsUnusableEntry();
    void writesNoHalfKey();
    void hearsKeyAfterUnlocking();
    void leavesNoThrowAwayEntry();
    void doesNotBelieveEntryOfBefore();
    void sharesNoThrowAwayEntry();
    void losesPatience();
    void isPatientWithSlowStore();
    void tellsOfLateAnswers();
    void doesWhatWasAskedAfterSilence();
    void keepsTheLastWord_data();
    void keepsTheLastWord();
    void changesThoughNobodyListens();
    void leavesOutUnwantedReads();
    void answersFromTheEventLoop();
    void mayEndInItsCallback();
    void mayEndUnderWay();
    void hidesItsSecrets();

private:
    void seed(const QByteArray &bytes) { m_store->entries.insert(m_entry, bytes); }
    void useKeeper(std::chrono::milliseconds patience);

    QUuid m_account = QUuid::createUuid();
    QString m_entry = SecretKeeper::entryOf(m_account);
    std::unique_ptr<MoodySecretStore> m_store;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<KeeperAnswers> m_answers;
};

void TestSecretKeeper::init()
{
    failOnQtWarnings();
    m_answers.reset();
    m_keeper.reset();
    m_store = std::make_unique<MoodySecretStore>();
    useKeeper(10s);
}

void TestSecretKeeper::useKeeper(std::chrono::milliseconds patience)
{
    m_keeper = std::make_unique<SecretKeeper>(*m_store, patience, 10s); // nobody is asked
    m_answers = std::make_unique<KeeperAnswers>(*m_keeper);
}

void TestSecretKeeper::keepsAndGivesBack()
{
    MemorySecretStore memory;
    SecretKeeper keeper(memory);
    KeeperAnswers answers(keeper);
    QCOMPARE(answers.read(m_account), "KeyMissing");
    QCOMPARE(answers.write(m_account, canarySecrets()), "ok");
    QCOMPARE(answers.read(m_account), "ok");
    QCOMPARE(answers.secrets(), canarySecrets());
    QCOMPARE(answers.write(m_account, canarySecrets("second")), "ok");
    QCOMPARE(answers.read(m_account), "ok");
    QCOMPARE(answers.secrets(), canarySecrets("second"));
    QCOMPARE(answers.remove(m_account), "ok");
    QCOMPARE(answers.read(m_account), "KeyMissing");
}

void TestSecretKeeper::saysWhatItKnows_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QByteArray>("read");
    QTest::addColumn<QByteArray>("write");
    QTest::addColumn<QByteArray>("remove");
    const auto row = [](const char *name, Mood mood, bool isThere, const char *read,
                         const char *write, const char *remove) {
        QTest::newRow(name) << mood << isThere << QByteArray(read) << QByteArray(write)
                            << QByteArray(remove);
    };
    row("open", Mood::Open, true, "ok", "ok", "ok");
    row("open, empty", Mood::Open, false, "KeyMissing", "ok", "ok");
    row("locked", Mood::Locked, true, "KeychainLocked", "KeychainLocked", "KeyMayRemain");
    row("locked, empty", Mood::Locked, false, "KeychainLocked", "KeychainLocked", "KeyMayRemain");
    row("refusing", Mood::Refusing, true, "KeychainLocked", "KeychainLocked", "KeyMayRemain");
    row("absent", Mood::Absent, true, "KeychainUnavailable", "KeychainUnavailable", "KeyMayRemain");
    row("lying about writes", Mood::LyingWrite, true, "ok", "KeyNotKept", "KeyMayRemain");
    row("lying about writes, empty", Mood::LyingWrite, false, "KeychainLocked", "KeyNotKept",
        "KeyMayRemain");
    row("lying about deletion", Mood::LyingDelete, true, "ok", "ok", "KeyMayRemain");
    row("keeping the old", Mood::StubbornRead, true, "ok", "KeyNotKept", "KeyMayRemain");
}

void TestSecretKeeper::saysWhatItKnows()
{
    QFETCH(Mood, mood);
    QFETCH(bool, isThere);
    QFETCH(QByteArray, read);
    QFETCH(QByteArray, write);
    QFETCH(QByteArray, remove);
    if (isThere)
        seed(entryFrom(canarySecrets("old")));
    m_store->mood = mood;
    QCOMPARE(m_answers->read(m_account), read);
    if (read == "ok")
        QCOMPARE(m_answers->secrets(), canarySecrets("old"));
    QCOMPARE(m_answers->write(m_account, canarySecrets("new")), write);
    QCOMPARE(m_answers->subject(), QString());
    QCOMPARE(m_answers->remove(m_account), remove);
    QCOMPARE(m_answers->subject(), remove == "KeyMayRemain" ? m_entry : QString());
}

void TestSecretKeeper::removesWhatItKept()
{
    const QUuid other = QUuid::createUuid();
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    QCOMPARE(m_answers->write(other, canarySecrets("other")), "ok");
    QCOMPARE(m_answers->remove(m_account), "ok");
    QCOMPARE(m_store->entries.keys(), QStringList{SecretKeeper::entryOf(other)});
}

void TestSecretKeeper::findsUnusableEntry()
{
    for (const QByteArray &garbage : {QByteArray(), QByteArray("password"),
             QByteArray(R"({"v":1,"id":"half"})"), QByteArray(MaxSecretEntry + 1, 'x')}) {
        seed(garbage);
        QCOMPARE(m_answers->read(m_account), "KeyUnusable");
        QCOMPARE(m_store->entries.value(m_entry), garbage); // kept: it is not ours to judge
    }
}

void TestSecretKeeper::writesNoHalfKey()
{
    seed(entryFrom(canarySecrets("old")));
    PoolSecrets half = canarySecrets();
    half.key.secret.clear();
    QCOMPARE(m_answers->write(m_account, half), "KeyUnusable");
    QCOMPARE(m_store->calls, QStringList());
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets("old"));
}

void TestSecretKeeper::hearsKeyAfterUnlocking()
{
    // The first prompt was dismissed, so nothing is found; the second, which the throw-away entry
    // causes, is answered.
    seed(entryFrom(canarySecrets()));
    m_store->mood = Mood::Locked;
    m_store->beforeAnswer = [this] {
        if (m_store->calls.last().startsWith(QStringLiteral("write")))
            m_store->mood = Mood::Open;
    };
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets());

    m_store->mood = Mood::Locked;
    QCOMPARE(m_answers->remove(m_account), "KeyMayRemain");
}

void TestSecretKeeper::leavesNoThrowAwayEntry()
{
    QCOMPARE(m_answers->read(m_account), "KeyMissing");
    QCOMPARE(m_answers->remove(m_account), "ok");
    QVERIFY(m_store->calls.contains(QStringLiteral("write ") + m_keeper->probeEntry()));
    QVERIFY(m_store->entries.isEmpty());
}

void TestSecretKeeper::doesNotBelieveEntryOfBefore()
{
    // A throw-away entry that an earlier program could not delete is no sign of a write.
    m_store->mood = Mood::LyingDelete;
    QCOMPARE(m_answers->read(m_account), "KeyMissing");
    QCOMPARE(m_store->entries.keys(), QStringList{m_keeper->probeEntry()});
    m_store->mood = Mood::LyingWrite;
    QCOMPARE(m_answers->read(m_account), "KeychainLocked");
}

void TestSecretKeeper::sharesNoThrowAwayEntry()
{
    // Two programs ask the same store in turns, step by step.
    SecretKeeper other(*m_store, 10s, 10s);
    QByteArrayList answers;
    const auto note = [&](const Result<PoolSecrets> &result) {
        answers << (result ? "ok" : errorKindName(result.error().kind));
    };
    m_keeper->read(m_account, this, note);
    other.read(m_account, this, note);
    QTRY_COMPARE(answers, QByteArrayList(2, "KeyMissing"));
    QVERIFY(m_store->entries.isEmpty());
}

void TestSecretKeeper::losesPatience()
{
    useKeeper(50ms);
    m_store->mood = Mood::Hanging;
    QCOMPARE(m_answers->read(m_account), "KeychainSilent");
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "KeychainSilent");
    QCOMPARE(m_answers->remove(m_account), "KeychainSilent");
    QCOMPARE(m_store->hanging(), 1);
}

void TestSecretKeeper::isPatientWithSlowStore()
{
    // Four steps that together take longer than its patience, and none of them alone.
    useKeeper(1s);
    m_store->mood = Mood::Hanging;
    QTimer answering;
    connect(&answering, &QTimer::timeout, this, [this] { m_store->release(); });
    answering.start(300ms);
    QCOMPARE(m_answers->read(m_account), "KeychainLocked");
    QCOMPARE(m_store->calls.size(), 4);
}

void TestSecretKeeper::tellsOfLateAnswers()
{
    useKeeper(50ms);
    QSignalSpy late(m_keeper.get(), &SecretKeeper::readLate);
    QSignalSpy failedLate(m_keeper.get(), &SecretKeeper::readFailedLate);
    seed(entryFrom(canarySecrets()));
    m_store->mood = Mood::Hanging;
    QCOMPARE(m_answers->read(m_account), "KeychainSilent");
    const QUuid other = QUuid::createUuid();
    QCOMPARE(m_answers->read(other), "KeychainSilent");
    m_store->mood = Mood::Open;
    m_store->release();
    QTRY_COMPARE(late.count(), 1);
    QCOMPARE(late.at(0).at(0).toUuid(), m_account);
    QCOMPARE(late.at(0).at(1).value<PoolSecrets>(), canarySecrets());
    QTRY_COMPARE(failedLate.count(), 1);
    QCOMPARE(failedLate.at(0).at(0).toUuid(), other);
    QCOMPARE(failedLate.at(0).at(1).value<ApiError>().kind, ErrorKind::KeyMissing);
    // What is asked and answered in time is told to its asker alone.
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(late.count(), 1);
}

void TestSecretKeeper::doesWhatWasAskedAfterSilence()
{
    useKeeper(50ms);
    m_store->mood = Mood::Hanging;
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "KeychainSilent");
    m_store->mood = Mood::Open;
    m_store->release();
    useKeeper(10s);
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_answers->secrets(), canarySecrets());
}

void TestSecretKeeper::keepsTheLastWord_data()
{
    QTest::addColumn<QByteArray>("order"); // w: write what counts up, r: read, d: delete
    for (const char *order : {"wd", "dw", "wrd", "wdw", "dwr", "wwrdwd", "wdwdw", "rwrwrw"})
        QTest::newRow(order) << QByteArray(order);
}

void TestSecretKeeper::keepsTheLastWord()
{
    QFETCH(QByteArray, order);
    seed(entryFrom(canarySecrets("old")));
    QByteArray wanted = "old";
    QByteArrayList answers;
    const auto note = [&](const std::optional<ApiError> &error) {
        answers << (error ? errorKindName(error->kind) : "ok");
    };
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (order.at(i) == 'w') {
            wanted = QByteArray::number(i);
            m_keeper->write(m_account, canarySecrets(wanted), this, note);
        } else if (order.at(i) == 'd') {
            wanted.clear();
            m_keeper->remove(m_account, this, note);
        } else {
            m_keeper->read(m_account, this, [&answers, wanted](const Result<PoolSecrets> &read) {
                answers << (read && read.value() == canarySecrets(wanted) ? "ok" : "another");
            });
        }
    }
    QTRY_COMPARE(answers.size(), order.size());
    QCOMPARE(answers, QByteArrayList(order.size(), "ok"));
    QCOMPARE(m_store->entries.value(m_entry),
        wanted.isEmpty() ? QByteArray() : entryFrom(canarySecrets(wanted)));
}

void TestSecretKeeper::changesThoughNobodyListens()
{
    auto context = std::make_unique<QObject>();
    const auto never = [](const auto &) { QFAIL("nobody listens any more"); };
    m_keeper->write(m_account, canarySecrets(), context.get(), never);
    const QUuid other = QUuid::createUuid();
    m_store->entries.insert(SecretKeeper::entryOf(other), "x");
    m_keeper->remove(other, context.get(), never);
    context.reset();
    QCOMPARE(m_answers->read(m_account), "ok");
    QCOMPARE(m_store->entries.size(), 1);
}

void TestSecretKeeper::leavesOutUnwantedReads()
{
    m_store->mood = Mood::Hanging;
    auto context = std::make_unique<QObject>();
    for (int i = 0; i < 100; ++i)
        m_keeper->read(QUuid::createUuid(), context.get(), [](const auto &) { QFAIL("unwanted"); });
    context.reset();
    m_store->mood = Mood::Open;
    m_store->release();
    QCOMPARE(m_answers->write(m_account, canarySecrets()), "ok");
    // The one that was under way (with its throw-away entry), then ours.
    QVERIFY2(m_store->calls.size() < 12, qPrintable(m_store->calls.join(u'\n')));
}

void TestSecretKeeper::answersFromTheEventLoop()
{
    bool wasAnswered = false;
    m_keeper->write(m_account, {}, this, [&](const auto &) { wasAnswered = true; });
    QVERIFY(!wasAnswered);
    QTRY_VERIFY(wasAnswered);
}

void TestSecretKeeper::mayEndInItsCallback()
{
    bool wasAnswered = false;
    m_answers.reset();
    m_keeper->read(m_account, this, [&](const auto &) {
        m_keeper.reset();
        wasAnswered = true;
    });
    m_keeper->write(m_account, canarySecrets(), this, [](const auto &) { QFAIL("it is gone"); });
    QTRY_VERIFY(wasAnswered);

    useKeeper(20ms);
    m_answers.reset();
    m_store->mood = Mood::Hanging;
    int silences = 0;
    const auto end = [&](const auto &) {
        m_keeper.reset();
        ++silences;
    };
    m_keeper->read(m_account, this, end);
    m_keeper->read(m_account, this, end);
    QTRY_COMPARE(silences, 2); // each is told, whatever the first of them did
    m_store->release();
}

void TestSecretKeeper::mayEndUnderWay()
{
    m_store->mood = Mood::Hanging;
    m_keeper->read(m_account, this, [](const auto &) { QFAIL("it is gone"); });
    m_answers.reset();
    m_keeper.reset();
    m_store->mood = Mood::Open;
    m_store->release();
    QCoreApplication::processEvents();
}

void TestSecretKeeper::hidesItsSecrets()
{
    m_store->mood = Mood::Hanging;
    m_keeper->write(m_account, canarySecrets(), this, [](const auto &) {});
    const QString line = QStringLiteral("at CANARY-secret-first and CANARY-proxy-first");
    QCOMPARE(redacted(line), QStringLiteral("at [hidden] and [hidden]"));
    m_answers.reset();
    m_keeper.reset();
    QCOMPARE(redacted(line), line);
}

QTEST_GUILESS_MAIN(TestSecretKeeper)
#include "tst_secretkeeper.moc"
