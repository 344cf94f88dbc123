// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/environmenttext.h"
#include "tests/app/languages.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestEnvironmentText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hasASentenceForEachProblem_data();
    void hasASentenceForEachProblem();
    void fillsInNothingTwice();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestEnvironmentText::hasASentenceForEachProblem_data()
{
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("english"); // a part of it
    const auto row = [](EnvironmentProblem problem, const QString &english) {
        QTest::newRow(qPrintable(english)) << static_cast<int>(problem) << english;
    };
    row(EnvironmentProblem::KeyIdMissing, u"is not set"_s);
    row(EnvironmentProblem::KeyIdUnusable, u"no access key"_s);
    row(EnvironmentProblem::SecretMissing, u"no secret"_s);
    row(EnvironmentProblem::SecretUnusable, u"is empty or"_s);
    row(EnvironmentProblem::HostUnusable, u"is not a host"_s);
    row(EnvironmentProblem::HostIsPlainHttp, u"use https"_s);
    row(EnvironmentProblem::PoolIdUnusable, u"not a user pool id"_s);
    row(EnvironmentProblem::SecretFileUnreadable, u"cannot be read"_s);
    row(EnvironmentProblem::SecretFileNotOurs, u"somebody else"_s);
    row(EnvironmentProblem::SecretFileTooOpen, u"chmod 600"_s);
}

void TestEnvironmentText::hasASentenceForEachProblem()
{
    QFETCH(int, problem);
    QFETCH(QString, english);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        m_language.set(language);
        const QString sentence = EnvironmentText::sentence(
            static_cast<EnvironmentProblem>(problem), u"GENAUTH_SUBJECT"_s);
        QVERIFY2(test::isSaidIn(language, sentence), qPrintable(sentence));
        QVERIFY2(sentence.contains(u"GENAUTH_SUBJECT"_s), qPrintable(sentence));
        if (language == UiLanguage::English)
            QVERIFY2(sentence.contains(english), qPrintable(sentence));
    }
}

void TestEnvironmentText::fillsInNothingTwice()
{
    m_language.set(UiLanguage::English);
    const QString sentence =
        EnvironmentText::sentence(EnvironmentProblem::SecretFileUnreadable, u"/tmp/%1/%2"_s);
    QVERIFY2(sentence.startsWith(u"/tmp/%1/%2 "_s), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestEnvironmentText)
#include "tst_environmenttext.moc"
