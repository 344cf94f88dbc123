// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/removedialog.h"

#include "app/dashboard/theme.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestRemoveDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void saysWhatGoesAndWhere_data() { bothLanguages(); }
    void saysWhatGoesAndWhere();
    void saysWhenNothingIsStored();
    void keepsUnlessToldOtherwise_data();
    void keepsUnlessToldOtherwise();
    void showsAnyNameAsItIs();
    void followsTheLanguage();

private:
    [[nodiscard]] static QString text(const QDialog &dialog, const char *label)
    {
        return shownText(*dialog.findChild<QWidget *>(QLatin1String(label)));
    }

    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
};

void TestRemoveDialog::saysWhatGoesAndWhere()
{
    const UiLanguage language = languageOfRow();
    m_language.set(language);
    RemoveDialog dialog(u"Production"_s, u"/home/a/pools.json"_s, u"entry-1"_s, m_theme);
    const QString question = text(dialog, "removeQuestionLabel");
    QCOMPARE(question,
        language == UiLanguage::Chinese ? u"移除“Production”？"_s : u"Remove “Production”?"_s);
    const QString consequence = text(dialog, "removeConsequenceLabel");
    QVERIFY(isSaidIn(language, consequence));
    for (const QString &part : {u"/home/a/pools.json"_s, u"genauth-dashboard"_s, u"entry-1"_s})
        QVERIFY2(consequence.contains(part), qPrintable(consequence));
    QVERIFY(consequence.endsWith(
        language == UiLanguage::Chinese
            ? u"GenAuth 上没有任何变化：用户池、套餐和密钥本身都会保留。"_s
            : u"Nothing changes at GenAuth: the pool, its package and the key itself stay."_s));
    QCOMPARE(namelessParts(dialog), QStringList());
}

void TestRemoveDialog::saysWhenNothingIsStored()
{
    m_language.set(UiLanguage::English);
    RemoveDialog dialog(u"Production"_s, {}, u"entry-1"_s, m_theme);
    const QString consequence = text(dialog, "removeConsequenceLabel");
    QVERIFY2(consequence.contains(u"Nothing of it is stored on this computer."_s),
        qPrintable(consequence));
    QVERIFY(!consequence.contains(u"entry-1"_s));
}

void TestRemoveDialog::keepsUnlessToldOtherwise_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("button"); // empty: a key
    QTest::addColumn<int>("result");
    const int rejected = QDialog::Rejected;
    QTest::newRow("Return at once") << static_cast<int>(Qt::Key_Return) << QString() << rejected;
    QTest::newRow("Space at once") << static_cast<int>(Qt::Key_Space) << QString() << rejected;
    QTest::newRow("Escape") << static_cast<int>(Qt::Key_Escape) << QString() << rejected;
    QTest::newRow("Cancel") << 0 << u"cancelButton"_s << rejected;
    QTest::newRow("Remove") << 0 << u"removeButton"_s << static_cast<int>(QDialog::Accepted);
}

void TestRemoveDialog::keepsUnlessToldOtherwise()
{
    QFETCH(int, key);
    QFETCH(QString, button);
    QFETCH(int, result);
    m_language.set(UiLanguage::English);
    RemoveDialog dialog(u"Production"_s, {}, u"entry-1"_s, m_theme);
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    if (button.isEmpty())
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
    else
        dialog.findChild<QAbstractButton *>(button)->click();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.at(0).at(0).toInt(), result);
}

void TestRemoveDialog::showsAnyNameAsItIs()
{
    m_language.set(UiLanguage::English);
    RemoveDialog dialog(u"<b>%1</b>\n\u202E"_s + QString(5000, u'x'), u"/%2"_s, u"%1"_s, m_theme);
    auto *question = dialog.findChild<QLabel *>(u"removeQuestionLabel"_s);
    QCOMPARE(question->textFormat(), Qt::PlainText);
    QVERIFY2(question->text().startsWith(u"Remove “<b>%1</b>"_s), qPrintable(question->text()));
    QVERIFY(!question->text().contains(u'\n'));
    QVERIFY(question->text().size() < 2000);
}

void TestRemoveDialog::followsTheLanguage()
{
    m_language.set(UiLanguage::English);
    RemoveDialog dialog(u"Production"_s, {}, u"entry-1"_s, m_theme);
    dialog.show();
    m_language.set(UiLanguage::Chinese);
    QTRY_COMPARE(text(dialog, "removeQuestionLabel"), u"移除“Production”？"_s);
    QVERIFY(hasHan(dialog.windowTitle()));
    QVERIFY(hasHan(text(dialog, "removeButton")) && hasHan(text(dialog, "cancelButton")));
}

QTEST_MAIN(TestRemoveDialog)
#include "tst_removedialog.moc"
