// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/storenotice.h"

#include "app/dashboard/theme.h"
#include "core/accounts/ownpools.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/languages.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Mood = MoodySecretStore::Mood;

class TestStoreNotice : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysNothingAtFirst();
    void saysEachProblemOfTheList_data();
    void saysEachProblemOfTheList();
    void saysWhyAKeyIsNotKept_data();
    void saysWhyAKeyIsNotKept();
    void saysOnceThatThereIsNoKeychain();
    void saysThatAKeyMayRemain();
    void asksAgainAndGoesWhenTheKeyIsKept();
    void goesWithThePool();
    void goesWhenTheListIsStored();
    void staysAboutAKeyWhenTheListIsStored();
    void saysWhatHindersKeepingAnswers();
    void keepsEachMatter();
    void namesEachKeyThatMayRemain();
    void saysAgainThatThereIsNoKeychain();
    void waitsWhileItIsHeldBack();
    void saysHowManyFollow_data() { bothLanguages(); }
    void saysHowManyFollow();
    void closes();
    void followsTheLanguage();
    void keepsNamesPlain();

private:
    /** Adds a pool with a key while the keychain is in this mood, and waits for what comes of it.
     */
    QUuid add(int number, Mood mood);
    [[nodiscard]] QString text(const char *part) const
    {
        return shownText(*m_notice->findChild<QWidget *>(QLatin1String(part)));
    }
    [[nodiscard]] QAbstractButton *button(const char *name) const
    {
        return m_notice->findChild<QAbstractButton *>(QLatin1String(name));
    }
    [[nodiscard]] QString headline() const
    {
        return m_notice->isHidden() ? QString() : text("headlineLabel");
    }

    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MoodySecretStore> m_keychain;
    std::unique_ptr<OwnPools> m_pools;
    FakeClock m_clock;
    BillingStore m_store{{}, m_clock};
    std::unique_ptr<StoreNotice> m_notice;
};

void TestStoreNotice::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_unique<MoodySecretStore>();
    m_pools = std::make_unique<OwnPools>(m_folder->filePath(u"pools.json"_s), *m_keychain);
    QVERIFY(!m_pools->load());
    m_notice = std::make_unique<StoreNotice>(*m_pools, m_store, m_theme);
}

void TestStoreNotice::cleanup()
{
    m_notice.reset();
    m_pools.reset();
}

QUuid TestStoreNotice::add(int number, Mood mood)
{
    m_keychain->mood = mood;
    m_pools->add({plainAccount(number), canaryKey()});
    if (!QTest::qWaitFor([this] { return !m_pools->isBusy(); }))
        qFatal("the keychain does not answer");
    return idOf(number);
}

void TestStoreNotice::saysNothingAtFirst()
{
    QVERIFY(m_notice->isHidden());
    add(1, Mood::Open);
    QVERIFY(m_notice->isHidden());
}

void TestStoreNotice::saysEachProblemOfTheList_data()
{
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("english");
    const auto row = [](AccountStoreProblem problem, const QString &english) {
        QTest::addRow("%d", static_cast<int>(problem)) << static_cast<int>(problem) << english;
    };
    row(AccountStoreProblem::NoPlace, u"The list of pools cannot be stored"_s);
    row(AccountStoreProblem::Unreadable, u"The list of pools cannot be read"_s);
    row(AccountStoreProblem::NotUnderstood, u"The list of pools cannot be understood"_s);
    row(AccountStoreProblem::NewerVersion, u"The list of pools was written by a newer version"_s);
    row(AccountStoreProblem::NotWritten, u"The list of pools could not be stored"_s);
}

void TestStoreNotice::saysEachProblemOfTheList()
{
    QFETCH(int, problem);
    QFETCH(QString, english);
    m_notice->sayListProblem(static_cast<AccountStoreProblem>(problem));
    QCOMPARE(headline(), english);
    const bool hasFile = static_cast<AccountStoreProblem>(problem) != AccountStoreProblem::NoPlace;
    QCOMPARE(text("adviceLabel").contains(m_pools->listFile()), hasFile);
    // The keychain has nothing to do with it.
    QVERIFY(button("storeRetryButton")->isHidden());
    QVERIFY(!button("storeDismissButton")->isHidden());
    QCOMPARE(namelessParts(*m_notice), QStringList());
}

void TestStoreNotice::saysWhyAKeyIsNotKept_data()
{
    QTest::addColumn<int>("mood");
    QTest::addColumn<QString>("english");
    const auto row = [](const char *name, Mood mood, const QString &english) {
        QTest::newRow(name) << static_cast<int>(mood) << english;
    };
    row("none", Mood::Absent, u"Access keys are kept for this session only"_s);
    row("locked", Mood::Refusing, u"The access key of Pool 1 is not stored yet"_s);
    row("lying", Mood::LyingWrite, u"Your keyring did not keep the access key of Pool 1"_s);
}

void TestStoreNotice::saysWhyAKeyIsNotKept()
{
    QFETCH(int, mood);
    QFETCH(QString, english);
    add(1, static_cast<Mood>(mood));
    QCOMPARE(headline(), english);
    QVERIFY(!button("storeRetryButton")->isHidden());
    QVERIFY(!text("adviceLabel").contains(u"CANARY"_s));
    QCOMPARE(namelessParts(*m_notice), QStringList());
}

void TestStoreNotice::saysOnceThatThereIsNoKeychain()
{
    add(1, Mood::Absent);
    QVERIFY(!m_notice->isHidden());
    button("storeDismissButton")->click();
    add(2, Mood::Absent);
    QVERIFY(m_notice->isHidden());
    // Another problem is another matter.
    add(3, Mood::Refusing);
    QCOMPARE(headline(), u"The access key of Pool 3 is not stored yet"_s);
}

void TestStoreNotice::saysThatAKeyMayRemain()
{
    const QUuid id = add(1, Mood::Open);
    m_keychain->mood = Mood::LyingDelete;
    m_pools->remove(id);
    QTRY_COMPARE(headline(), u"The access key of Pool 1 may still lie in your keyring"_s);
    QVERIFY(text("adviceLabel").contains(SecretKeeper::entryOf(id)));
    QVERIFY(button("storeRetryButton")->isHidden());
    // What else the keychain keeps does not take that away.
    add(2, Mood::Open);
    QVERIFY(!m_notice->isHidden());
}

void TestStoreNotice::asksAgainAndGoesWhenTheKeyIsKept()
{
    const QUuid id = add(1, Mood::Refusing);
    button("storeRetryButton")->click();
    QTRY_VERIFY(!m_pools->isBusy());
    QVERIFY(!m_notice->isHidden()); // still locked
    m_keychain->mood = Mood::Open;
    button("storeRetryButton")->click();
    QTRY_VERIFY(m_notice->isHidden());
    QVERIFY(m_keychain->entries.contains(SecretKeeper::entryOf(id)));
}

void TestStoreNotice::goesWithThePool()
{
    const QUuid id = add(1, Mood::LyingWrite);
    QVERIFY(!m_notice->isHidden());
    m_keychain->mood = Mood::Open;
    m_pools->remove(id);
    QTRY_VERIFY(m_notice->isHidden());
}

void TestStoreNotice::goesWhenTheListIsStored()
{
    QVERIFY(fill(m_pools->listFile(), "no list"));
    const auto problem = m_pools->load();
    QVERIFY(problem == AccountStoreProblem::NotUnderstood);
    m_notice->sayListProblem(*problem);
    QVERIFY(!m_notice->isHidden());
    add(1, Mood::Open);
    QTRY_VERIFY(m_notice->isHidden());
}

void TestStoreNotice::staysAboutAKeyWhenTheListIsStored()
{
    add(1, Mood::Refusing);
    m_pools->setOrder({idOf(1)});
    QTRY_VERIFY(!m_pools->isBusy());
    QVERIFY(!m_notice->isHidden());
}

void TestStoreNotice::saysWhatHindersKeepingAnswers()
{
    m_notice->sayAnswersProblem(BillingStoreProblem::NoPlace);
    QVERIFY(headline().isEmpty());
    emit m_store.writeProblem(BillingStoreProblem::NotWritten);
    QCOMPARE(headline(), u"What your pools answer cannot be stored"_s);
    // The list is the more important matter.
    m_notice->sayListProblem(AccountStoreProblem::NotWritten);
    QCOMPARE(headline(), u"The list of pools could not be stored"_s);
    button("storeDismissButton")->click();
    QCOMPARE(headline(), u"What your pools answer cannot be stored"_s);
    emit m_store.writeProblem(BillingStoreProblem::None);
    QVERIFY(headline().isEmpty());
}

void TestStoreNotice::keepsEachMatter()
{
    const QString aboutList = u"The list of pools could not be stored"_s;
    const QString aboutKey = u"The access key of Pool 1 is not stored yet"_s;
    const QUuid id = add(1, Mood::Refusing);
    m_notice->sayListProblem(AccountStoreProblem::NotWritten);
    QCOMPARE(headline(), aboutList); // the list first, whatever came first
    QVERIFY(button("storeRetryButton")->isHidden());
    // A key that is kept does not put the list right.
    m_keychain->mood = Mood::Open;
    m_pools->retryKeys();
    QTRY_VERIFY(m_keychain->entries.contains(SecretKeeper::entryOf(id)));
    QTRY_VERIFY(!m_pools->isBusy());
    QCOMPARE(headline(), aboutList);
    button("storeDismissButton")->click();
    QVERIFY(m_notice->isHidden());
    // Nor does a list that is stored put a key right.
    m_keychain->mood = Mood::Refusing;
    m_pools->replace(id, {plainAccount(1), {u"CANARY-other"_s, "CANARY-secret"}});
    QTRY_COMPARE(headline(), aboutKey);
    QTRY_VERIFY(!m_pools->isBusy());
    m_notice->sayListProblem(AccountStoreProblem::NotWritten);
    m_notice->sayListProblem(AccountStoreProblem::NoPlace); // the same matter
    QCOMPARE(headline(), u"The list of pools cannot be stored"_s);
    emit m_pools->listStored();
    QCOMPARE(headline(), aboutKey);
    QVERIFY(!button("storeRetryButton")->isHidden());
}

void TestStoreNotice::namesEachKeyThatMayRemain()
{
    const QUuid first = add(1, Mood::Open);
    const QUuid second = add(2, Mood::Open);
    m_keychain->mood = Mood::LyingDelete;
    m_pools->remove(first);
    m_pools->remove(second);
    QTRY_VERIFY(!m_pools->isBusy());
    QCOMPARE(headline(), u"The access key of Pool 1 may still lie in your keyring"_s);
    button("storeDismissButton")->click();
    QCOMPARE(headline(), u"The access key of Pool 2 may still lie in your keyring"_s);
    QVERIFY(text("adviceLabel").contains(SecretKeeper::entryOf(second)));
    emit m_pools->keyDeleted(second);
    QVERIFY(m_notice->isHidden());
}

void TestStoreNotice::saysAgainThatThereIsNoKeychain()
{
    add(1, Mood::Absent);
    button("storeDismissButton")->click();
    add(2, Mood::Open);
    add(3, Mood::Absent);
    QCOMPARE(headline(), u"Access keys are kept for this session only"_s);
}

void TestStoreNotice::waitsWhileItIsHeldBack()
{
    add(1, Mood::Refusing);
    m_notice->setHeldBack(true);
    QVERIFY(m_notice->isHidden());
    m_notice->sayListProblem(AccountStoreProblem::NotWritten);
    m_language.set(UiLanguage::Chinese);
    QCoreApplication::processEvents();
    QVERIFY(m_notice->isHidden());
    m_language.set(UiLanguage::English);
    m_notice->setHeldBack(false);
    QCOMPARE(headline(), u"The list of pools could not be stored"_s);
}

void TestStoreNotice::saysHowManyFollow()
{
    m_language.set(languageOfRow());
    const bool english = languageOfRow() == UiLanguage::English;
    add(1, Mood::Refusing);
    QCOMPARE(text("noteLabel"), QString());
    m_notice->sayListProblem(AccountStoreProblem::NotWritten);
    QCOMPARE(
        text("noteLabel"), english ? u"1 more notice after this one"_s : u"之后还有 1 条通知"_s);
    emit m_pools->keyMayRemain(idOf(7), u"Pool 7"_s, {});
    QCOMPARE(
        text("noteLabel"), english ? u"2 more notices after this one"_s : u"之后还有 2 条通知"_s);
    button("storeDismissButton")->click();
    button("storeDismissButton")->click();
    QCOMPARE(text("noteLabel"), QString());
    QVERIFY(!m_notice->isHidden());
}

void TestStoreNotice::closes()
{
    add(1, Mood::Refusing);
    button("storeDismissButton")->click();
    QVERIFY(m_notice->isHidden());
    // Closed, it is not brought back by a language.
    m_language.set(UiLanguage::Chinese);
    QCoreApplication::processEvents();
    QVERIFY(m_notice->isHidden());
}

void TestStoreNotice::followsTheLanguage()
{
    m_notice->show();
    add(1, Mood::Refusing);
    m_language.set(UiLanguage::Chinese);
    QTRY_VERIFY(hasHan(headline()));
    QVERIFY(isSaidIn(UiLanguage::Chinese, text("adviceLabel")));
    QVERIFY(hasHan(text("storeRetryButton")) && hasHan(text("storeDismissButton")));
    m_language.set(UiLanguage::English);
    QTRY_COMPARE(headline(), u"The access key of Pool 1 is not stored yet"_s);
}

void TestStoreNotice::keepsNamesPlain()
{
    Account account = plainAccount(1);
    account.name = u"<b>%1</b>\nx"_s;
    m_keychain->mood = Mood::Refusing;
    m_pools->add({account, canaryKey()});
    QTRY_VERIFY(!m_notice->isHidden());
    QVERIFY2(headline().contains(u"<b>%1</b>"_s), qPrintable(headline()));
    QVERIFY(!headline().contains(u'\n'));
}

QTEST_MAIN(TestStoreNotice)
#include "tst_storenotice.moc"
