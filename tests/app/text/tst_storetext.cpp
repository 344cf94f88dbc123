// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/storetext.h"

#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QList<AccountStoreProblem> ListProblems{AccountStoreProblem::NoPlace,
    AccountStoreProblem::Unreadable, AccountStoreProblem::NotUnderstood,
    AccountStoreProblem::NewerVersion, AccountStoreProblem::NotWritten};

const QList<BillingStoreProblem> AnswersProblems{BillingStoreProblem::NoPlace,
    BillingStoreProblem::Unreadable, BillingStoreProblem::SetAside, BillingStoreProblem::TooNew,
    BillingStoreProblem::NotWritten};

const QList<ErrorKind> KeyKinds{ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable,
    ErrorKind::KeychainSilent, ErrorKind::KeyMissing, ErrorKind::KeyUnusable, ErrorKind::KeyNotKept,
    ErrorKind::KeyMayRemain};

const QString File = u"/home/家/<b>%2\n.json"_s;
const QString Shown = u"/home/家/<b>%2"_s;
const QString Name = u"%1 <i>生产</i> %2"_s;

} // namespace

class TestStoreText : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void hasWordsForEverything_data() { bothLanguages(); }
    void hasWordsForEverything();
    void namesTheFile_data() { bothLanguages(); }
    void namesTheFile();
    void namesThePool_data() { bothLanguages(); }
    void namesThePool();
    void saysWhatIsRemoved();
    void saysWhyNothingWasImported();
    void countsWhatWasImported();

private:
    void verifyWords(UiLanguage language, const StoreText::Words &words);

    Language m_language{Language::defaultDirectory()};
};

void TestStoreText::verifyWords(UiLanguage language, const StoreText::Words &words)
{
    const QString full = language == UiLanguage::Chinese ? u"。"_s : u"."_s;
    QVERIFY2(isSaidIn(language, words.headline), qPrintable(words.headline));
    QVERIFY2(isSaidIn(language, words.advice), qPrintable(words.advice));
    QVERIFY2(!words.headline.endsWith(full), qPrintable(words.headline));
    QVERIFY2(words.advice.endsWith(full), qPrintable(words.advice));
}

void TestStoreText::hasWordsForEverything()
{
    const UiLanguage language = languageOfRow();
    m_language.set(language);
    QStringList headlines;
    for (const AccountStoreProblem problem : ListProblems) {
        const StoreText::Words words = StoreText::listProblem(problem, u"/a/pools.json"_s);
        verifyWords(language, words);
        headlines << words.headline;
    }
    for (const BillingStoreProblem problem : AnswersProblems) {
        const StoreText::Words words =
            StoreText::answersProblem(problem, u"/a/b.sqlite"_s, u"/a/old"_s);
        verifyWords(language, words);
        headlines << words.headline;
    }
    for (const ErrorKind kind : KeyKinds) {
        verifyWords(language, StoreText::keychainWords(kind));
        headlines << StoreText::keychainWords(kind).headline;
    }
    for (const ErrorKind kind : {ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable,
             ErrorKind::KeychainSilent, ErrorKind::KeyNotKept}) {
        const StoreText::Words words = StoreText::keyNotKept({.kind = kind}, u"P"_s);
        verifyWords(language, words);
        headlines << words.headline;
    }
    verifyWords(language, StoreText::keyMayRemain(u"P"_s, u"entry"_s));
    QCOMPARE(headlines.removeDuplicates(), 0);
}

void TestStoreText::namesTheFile()
{
    m_language.set(languageOfRow());
    for (const AccountStoreProblem problem : ListProblems) {
        const QString advice = StoreText::listProblem(problem, File).advice;
        QVERIFY2(advice.contains(Shown) == (problem != AccountStoreProblem::NoPlace),
            qPrintable(advice));
        QVERIFY(!advice.contains(u'\n'));
    }
    for (const BillingStoreProblem problem : AnswersProblems) {
        const bool isAside =
            problem == BillingStoreProblem::SetAside || problem == BillingStoreProblem::TooNew;
        const QString advice = isAside ? StoreText::answersProblem(problem, u"x"_s, File).advice
                                       : StoreText::answersProblem(problem, File, u"x"_s).advice;
        QVERIFY2(advice.contains(Shown) == (problem != BillingStoreProblem::NoPlace),
            qPrintable(advice));
        QVERIFY(!advice.contains(u'\n'));
    }
}

void TestStoreText::namesThePool()
{
    m_language.set(languageOfRow());
    for (const ErrorKind kind :
        {ErrorKind::KeychainLocked, ErrorKind::KeychainSilent, ErrorKind::KeyNotKept})
        QVERIFY(StoreText::keyNotKept({.kind = kind}, Name).headline.contains(Name));
    const StoreText::Words remains = StoreText::keyMayRemain(Name, u"entry-7"_s);
    QVERIFY(remains.headline.contains(Name));
    QVERIFY(remains.advice.contains(u"entry-7"_s));
    QVERIFY(remains.advice.contains(u"genauth-dashboard"_s));
}

void TestStoreText::saysWhatIsRemoved()
{
    m_language.set(UiLanguage::English);
    const QString stored = StoreText::whatIsRemoved(File, u"entry-7"_s);
    QVERIFY2(stored.contains(Shown) && stored.contains(u"entry-7"_s), qPrintable(stored));
    const QString forgotten = StoreText::whatIsRemoved({}, u"entry-7"_s);
    QVERIFY(!forgotten.contains(u"entry-7"_s));
    for (const QString &text : {stored, forgotten})
        QVERIFY2(text.contains(u"Nothing changes at GenAuth"_s), qPrintable(text));
    m_language.set(UiLanguage::Chinese);
    QVERIFY(StoreText::whatIsRemoved({}, {}).endsWith(u'。'));
}

void TestStoreText::saysWhyNothingWasImported()
{
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        m_language.set(language);
        QStringList said;
        for (const PoolListProblem problem :
            {PoolListProblem::TooLarge, PoolListProblem::NotAPoolList,
                PoolListProblem::NewerVersion, PoolListProblem::BadPool}) {
            const QString text = StoreText::importProblem({{}, problem, 7}, u"/a.json"_s);
            QVERIFY2(isSaidIn(language, text), qPrintable(text));
            QVERIFY2(text.contains(u"/a.json"_s), qPrintable(text));
            QCOMPARE(text.contains(u'7'), problem == PoolListProblem::BadPool);
            said << text;
        }
        QCOMPARE(said.removeDuplicates(), 0);
    }
}

void TestStoreText::countsWhatWasImported()
{
    m_language.set(UiLanguage::English);
    QCOMPARE(StoreText::imported(1, 0), u"1 pool imported; enter its access key."_s);
    QCOMPARE(StoreText::imported(2, 1), u"2 pools imported; enter their access keys. "
                                        "1 pool was here already and stays as it is."_s);
    QCOMPARE(StoreText::imported(0, 0), u"Nothing new was in the list."_s);
    QCOMPARE(StoreText::imported(0, 3),
        u"Nothing new was in the list. 3 pools were here already and stay as they are."_s);
    m_language.set(UiLanguage::Chinese);
    for (const auto &[added, known] : {std::pair(0, 0), std::pair(0, 3), std::pair(2, 1)})
        QVERIFY(isSaidIn(UiLanguage::Chinese, StoreText::imported(added, known)));
}

QTEST_GUILESS_MAIN(TestStoreText)
#include "tst_storetext.moc"
