// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/formatting.h"
#include "tests/app/dashboard/preferencesstage.h"
#include "tests/app/languages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Section = PreferencesDialog::Section;

} // namespace

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_it = std::make_unique<PreferencesStage>();
    }
    void cleanup() { m_it.reset(); }

    void hasASectionForEverything_data() { bothLanguages(); }
    void hasASectionForEverything();
    void choosesLanguageAndThemeInOnePlace();
    void startsAtLogin();
    void saysWhyItCannotStartAtLogin();
    void remembersHowItStartsAndCloses();
    void choosesTheInterval();
    void showsAnIntervalOfTheUsersOwn();
    void runsACommand();
    void testsTheCommand();
    void outlivesItsTest();
    void tellsWhereDataIsKept();
    void tellsWhatTheLastCheckFound();
    void clearsTheHistoryOnlyWhenConfirmed();

private:
    std::unique_ptr<PreferencesStage> m_it;
};

void TestPreferencesDialog::hasASectionForEverything()
{
    m_it->language.set(languageOfRow());
    auto *list = m_it->find<QListWidget>("sectionsList");
    QCOMPARE(list->count(), 6);
    for (int row = 0; row < list->count(); ++row) {
        QTRY_VERIFY2(isSaidIn(languageOfRow(), list->item(row)->text()),
            qPrintable(list->item(row)->text()));
        list->setCurrentRow(row);
        QCOMPARE(m_it->dialog->findChild<QStackedWidget *>()->currentIndex(), row);
    }
}

void TestPreferencesDialog::choosesLanguageAndThemeInOnePlace()
{
    QSignalSpy languages(m_it->dialog.get(), &PreferencesDialog::languageChosen);
    QSignalSpy themes(m_it->dialog.get(), &PreferencesDialog::themeChosen);
    auto *language = m_it->find<QComboBox>("languageComboBox");
    QCOMPARE(language->currentText(), u"English"_s);
    QTest::keyClick(language, Qt::Key_Down);
    QCOMPARE(languages.constFirst().constFirst().value<UiLanguage>(), UiLanguage::Chinese);
    auto *theme = m_it->find<QComboBox>("themeComboBox");
    QTest::keyClick(theme, Qt::Key_Down);
    QCOMPARE(themes.constFirst().constFirst().value<ThemeChoice>(), ThemeChoice::Dark);
    m_it->language.set(UiLanguage::Chinese); // from elsewhere, the menu say
    QTRY_COMPARE(language->currentText(), u"中文"_s);
    m_it->theme.apply(ThemeChoice::System);
    QCOMPARE(theme->currentIndex(), 0);
}

void TestPreferencesDialog::startsAtLogin()
{
    auto *box = m_it->find<QCheckBox>("loginStartCheckBox");
    QVERIFY(!box->isChecked());
    box->click();
    QVERIFY(m_it->startsAtLogin);
    QVERIFY(box->isChecked());
    box->click();
    QVERIFY(!m_it->startsAtLogin);
}

void TestPreferencesDialog::saysWhyItCannotStartAtLogin()
{
    m_it->loginProblem = u"The folder ~/.config/autostart cannot be written."_s;
    auto *box = m_it->find<QCheckBox>("loginStartCheckBox");
    box->click();
    QVERIFY(!box->isChecked()); // what is shown is what is so
    QCOMPARE(m_it->noteOf("loginStartCheckBox"), m_it->loginProblem);
    m_it->loginProblem.clear();
    box->click();
    QVERIFY(m_it->noteOf("loginStartCheckBox") !=
            u"The folder ~/.config/autostart cannot be written."_s);
}

void TestPreferencesDialog::remembersHowItStartsAndCloses()
{
    QSignalSpy closes(m_it->dialog.get(), &PreferencesDialog::closeToTrayChosen);
    m_it->find<QCheckBox>("startMinimizedCheckBox")->click();
    m_it->find<QCheckBox>("closeToTrayCheckBox")->click();
    QVERIFY(m_it->settings.startMinimized());
    QVERIFY(m_it->settings.closeToTray());
    QCOMPARE(closes.size(), 1);
    m_it->open();
    QVERIFY(m_it->find<QCheckBox>("startMinimizedCheckBox")->isChecked());
    QVERIFY(m_it->find<QCheckBox>("closeToTrayCheckBox")->isChecked());
}

void TestPreferencesDialog::choosesTheInterval()
{
    m_it->dialog->showSection(Section::Refreshing);
    QSignalSpy chosen(m_it->dialog.get(), &PreferencesDialog::intervalChosen);
    auto *interval = m_it->find<QComboBox>("intervalComboBox");
    QCOMPARE(interval->currentText(), u"1 hour"_s);
    QTest::keyClick(interval, Qt::Key_Home);
    QCOMPARE(interval->currentText(), u"Only when you ask"_s);
    QCOMPARE(m_it->settings.refreshInterval(), std::chrono::minutes(0));
    QVERIFY(m_it->noteOf("intervalComboBox").startsWith(u"Nothing is asked"_s));
    QTest::keyClick(interval, Qt::Key_End);
    QCOMPARE(m_it->settings.refreshInterval(), std::chrono::minutes(1440));
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.constLast().constFirst().value<std::chrono::minutes>().count(), 1440);
}

void TestPreferencesDialog::showsAnIntervalOfTheUsersOwn()
{
    m_it->settings.setRefreshInterval(std::chrono::minutes(45));
    m_it->open();
    QCOMPARE(m_it->find<QComboBox>("intervalComboBox")->currentText(), u"45 minutes"_s);
}

void TestPreferencesDialog::runsACommand()
{
    m_it->dialog->showSection(Section::Command);
    QSignalSpy chosen(m_it->dialog.get(), &PreferencesDialog::hookChosen);
    m_it->type("hookProgramEdit", u"notify"_s);
    QVERIFY(m_it->noteOf("hookProgramField").startsWith(u"Enter the whole path"_s));
    m_it->type("hookProgramEdit", m_it->folder.filePath(u"nothing"_s));
    QVERIFY(m_it->noteOf("hookProgramField").startsWith(u"There is no program at this place"_s));
    QCOMPARE(chosen.size(), 0);
    m_it->type("hookProgramEdit", u"/bin/sh"_s);
    QCOMPARE(m_it->settings.hook().program, u"/bin/sh"_s);
    auto *arguments = m_it->find<QPlainTextEdit>("hookArgumentsEdit");
    arguments->setFocus();
    arguments->setPlainText(u"-c\n\necho \"$1\""_s);
    m_it->find<QLineEdit>("hookProgramEdit")->setFocus();
    QCOMPARE(m_it->settings.hook().arguments, QStringList({u"-c"_s, u"echo \"$1\""_s}));
    auto *limit = m_it->find<QSpinBox>("hookLimitSpinBox");
    limit->setFocus();
    limit->setValue(5);
    QTest::keyClick(limit, Qt::Key_Return);
    QCOMPARE(m_it->settings.hook().timeLimit, std::chrono::seconds(5));
    QCOMPARE(chosen.constLast().constFirst().value<HookSettings>(), m_it->settings.hook());
    m_it->type("hookProgramEdit", u"gone"_s); // the last one is run, and the rest still counts
    QCOMPARE(m_it->settings.hook().program, u"/bin/sh"_s);
}

void TestPreferencesDialog::testsTheCommand()
{
    m_it->dialog->showSection(Section::Command);
    auto *test = m_it->find<QPushButton>("testHookButton");
    QVERIFY(!test->isEnabled()); // there is no program
    m_it->type("hookProgramEdit", u"/bin/sh"_s);
    QVERIFY(test->isEnabled());
    test->click();
    QCOMPARE(m_it->tested, m_it->settings.hook());
    QVERIFY(!test->isEnabled());
    const auto *result = m_it->find<QLabel>("hookResultLabel");
    QCOMPARE(result->text(), u"The test is running…"_s);
    m_it->tell({false, u"It said <b>no</b>."_s});
    QCOMPARE(result->text(), u"It said <b>no</b>."_s);
    QCOMPARE(result->textFormat(), Qt::PlainText);
    QVERIFY(test->isEnabled());
}

void TestPreferencesDialog::outlivesItsTest()
{
    m_it->dialog->showSection(Section::Command);
    m_it->type("hookProgramEdit", u"/bin/sh"_s);
    m_it->find<QPushButton>("testHookButton")->click();
    m_it->dialog.reset();
    m_it->tell({true, u"It went well."_s}); // to nobody
}

void TestPreferencesDialog::tellsWhereDataIsKept()
{
    QFile file(m_it->folder.filePath(u"answers.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(2048, 'x'));
    file.close();
    m_it->dialog->showSection(Section::Data);
    QCOMPARE(m_it->find<QLabel>("storeFileLabel")->text().remove(QChar(0x200b)), file.fileName());
    QCOMPARE(m_it->find<QLabel>("storeSizeLabel")->text(), u"2.00 KiB"_s);
    QSignalSpy chosen(m_it->dialog.get(), &PreferencesDialog::historyDaysChosen);
    auto *days = m_it->find<QSpinBox>("historyDaysSpinBox");
    days->setFocus();
    days->setValue(30);
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(m_it->settings.historyDays(), 30);
    QCOMPARE(chosen.constFirst().constFirst().toInt(), 30);
}

void TestPreferencesDialog::tellsWhatTheLastCheckFound()
{
    (void)m_it->store.readAll({});
    m_it->dialog->showSection(Section::Data);
    const auto *label = m_it->find<QLabel>("lastCheckLabel");
    QCOMPARE(label->text(), u"None yet"_s);
    m_it->dialog->showSection(Section::General);
    m_it->store.noteWatcher({Watcher::Check, m_it->clock.nowUtc(), 0s, u"WARNING"_s, 2});
    m_it->dialog->showSection(Section::Data); // looks anew
    QTRY_VERIFY(label->text().endsWith(u": WARNING"_s));
    QVERIFY(label->text().startsWith(Formatting::dateTime(m_it->clock.nowUtc().toLocalTime())));
}

void TestPreferencesDialog::clearsTheHistoryOnlyWhenConfirmed()
{
    m_it->dialog->showSection(Section::Data);
    QSignalSpy asked(m_it->dialog.get(), &PreferencesDialog::clearHistoryRequested);
    auto *clear = m_it->find<QPushButton>("clearHistoryButton");
    const auto question = [this] { return m_it->find<QDialog>("clearHistoryDialog"); };
    clear->click();
    for (const char *label : {"whatGoesLabel", "whatStaysLabel"})
        QVERIFY(!question()->findChild<QLabel *>(QLatin1String(label))->text().isEmpty());
    QTest::keyClick(question(), Qt::Key_Return); // changes nothing unless one means it
    QTRY_VERIFY(!question());
    QCOMPARE(asked.size(), 0);
    clear->click();
    question()->findChild<QPushButton *>(u"clearButton"_s)->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!clear->isEnabled());
    m_it->dialog->sayHistoryCleared({});
    QCOMPARE(m_it->find<QLabel>("clearedLabel")->text(), u"The history is cleared."_s);
    QVERIFY(clear->isEnabled());
    m_it->dialog->sayHistoryCleared(u"The disk is full."_s);
    QCOMPARE(m_it->find<QLabel>("clearedLabel")->text(), u"The disk is full."_s);
}

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
