// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/preferencesstage.h"
#include "tests/app/languages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimeEdit>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

using Section = PreferencesDialog::Section;

} // namespace

class TestAlertPreferences : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_it = std::make_unique<PreferencesStage>();
    }
    void cleanup() { m_it.reset(); }

    void switchesRules();
    void takesListsOfDays();
    void losesNothingThatIsWrong_data();
    void losesNothingThatIsWrong();
    void takesWhatWasTypedWhenItCloses();
    void keepsQuietHours();
    void overridesForOnePool();
    void changesPoolsWithoutMixingThem();
    void opensAtARule();
    void doesNotCloseWithReturn();

private:
    std::unique_ptr<PreferencesStage> m_it;
};

void TestAlertPreferences::switchesRules()
{
    m_it->dialog->showSection(Section::Alerts);
    QSignalSpy chosen(m_it->dialog.get(), &PreferencesDialog::alertSettingsChosen);
    for (const AlertRule rule : AlertRules) {
        auto *box = m_it->dialog->findChild<QCheckBox *>(alertRuleCode(rule) + u"CheckBox"_s);
        QVERIFY2(box && box->isChecked(), qPrintable(alertRuleCode(rule)));
        box->click();
        QVERIFY(m_it->alerts().thresholds.off.contains(rule));
    }
    QCOMPARE(chosen.size(), qsizetype(AlertRules.size()));
    m_it->find<QCheckBox>("mauCheckBox")->click();
    QVERIFY(!m_it->alerts().thresholds.off.contains(AlertRule::MauAtPercent));
    QCOMPARE(chosen.constLast().constFirst().value<AlertSettings>(), m_it->alerts());
}

void TestAlertPreferences::takesListsOfDays()
{
    m_it->dialog->showSection(Section::Alerts);
    QSignalSpy chosen(m_it->dialog.get(), &PreferencesDialog::alertSettingsChosen);
    auto *days = m_it->find<QLineEdit>("endDaysEdit");
    QCOMPARE(days->text(), u"30, 14, 7, 3, 1"_s);
    days->setFocus();
    days->setText(u"5，60 5 10"_s);
    QCOMPARE(chosen.size(), 0); // half a list fires nothing
    QTest::keyClick(days, Qt::Key_Return);
    QCOMPARE(m_it->alerts().thresholds.endDays, QList<int>({60, 10, 5}));
    QCOMPARE(days->text(), u"60, 10, 5"_s);
    QCOMPARE(chosen.size(), 1);
    m_it->type("mauPercentsEdit", u"120;90"_s);
    QCOMPARE(m_it->alerts().thresholds.mauPercents, QList<int>({90, 120}));
}

void TestAlertPreferences::losesNothingThatIsWrong_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a word") << u"30, x"_s << u"“x” is no whole number from 1 to 3650."_s;
    QTest::newRow("zero") << u"0"_s << u"“0” is no whole number from 1 to 3650."_s;
    QTest::newRow("a fraction") << u"1.5"_s << u"“1.5” is no whole number"_s;
    QTest::newRow("too large") << u"3651"_s << u"“3651” is no whole number"_s;
    QTest::newRow("too many") << u"1 2 3 4 5 6 7 8 9 10 11 12 13"_s
                              << u"These are more than 12 numbers."_s;
    QTest::newRow("none") << u" , "_s << u"Enter at least one number"_s;
}

void TestAlertPreferences::losesNothingThatIsWrong()
{
    QFETCH(QString, typed);
    QFETCH(QString, problem);
    m_it->dialog->showSection(Section::Alerts);
    QSignalSpy chosen(m_it->dialog.get(), &PreferencesDialog::alertSettingsChosen);
    m_it->type("endDaysEdit", typed);
    QVERIFY2(
        m_it->noteOf("endDaysEdit").startsWith(problem), qPrintable(m_it->noteOf("endDaysEdit")));
    QCOMPARE(m_it->find<QLineEdit>("endDaysEdit")->text(), typed);
    QCOMPARE(m_it->alerts().thresholds.endDays, AlertThresholds().endDays);
    m_it->find<QCheckBox>("endedCheckBox")->click(); // what is right beside it counts all the same
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_it->find<QLineEdit>("endDaysEdit")->text(), typed);
    m_it->type("endDaysEdit", u"9"_s);
    QCOMPARE(m_it->alerts().thresholds.endDays, QList<int>{9});
    QVERIFY(!m_it->noteOf("endDaysEdit").startsWith(problem));
}

void TestAlertPreferences::takesWhatWasTypedWhenItCloses()
{
    m_it->dialog->showSection(Section::Alerts);
    auto *days = m_it->find<QLineEdit>("endDaysEdit");
    days->setFocus();
    days->setText(u"21"_s);
    QTest::keyClick(days, Qt::Key_Escape);
    QVERIFY(!m_it->dialog->isVisible());
    QCOMPARE(m_it->alerts().thresholds.endDays, QList<int>{21});
}

void TestAlertPreferences::keepsQuietHours()
{
    m_it->dialog->showSection(Section::Alerts);
    auto *to = m_it->find<QTimeEdit>("quietToTimeEdit");
    QVERIFY(!to->isEnabled());
    m_it->find<QCheckBox>("quietHoursCheckBox")->click();
    QVERIFY(to->isEnabled());
    QVERIFY(m_it->alerts().quietHours.isOn);
    to->setFocus();
    to->setTime(QTime(6, 30));
    QTest::keyClick(to, Qt::Key_Return);
    QCOMPARE(m_it->alerts().quietHours, (QuietHours{true, QTime(22, 0), QTime(6, 30)}));
    to->setTime(QTime(22, 0));
    QTest::keyClick(to, Qt::Key_Return);
    QVERIFY(m_it->noteOf("quietToTimeEdit").startsWith(u"Both times are the same"_s));
}

void TestAlertPreferences::overridesForOnePool()
{
    m_it->dialog->showSection(Section::PoolAlerts);
    auto *ended = m_it->find<QComboBox>("endedComboBox");
    QCOMPARE(ended->currentText(), u"As for all pools: on"_s);
    QTest::keyClick(ended, Qt::Key_End);
    QCOMPARE(ended->currentText(), u"Off"_s);
    m_it->type("poolEndDaysEdit", u"100, 50"_s);
    AlertOverrides own;
    own.on = {{AlertRule::Ended, false}};
    own.endDays = QList<int>{100, 50};
    QCOMPARE(m_it->alerts().overrides.value(m_it->first.id), own);
    QVERIFY(!m_it->alerts().overrides.contains(m_it->second.id));
    QTest::keyClick(ended, Qt::Key_Home);
    m_it->type("poolEndDaysEdit", QString());
    QVERIFY(m_it->alerts().overrides.isEmpty());
    const auto *days = m_it->find<QLineEdit>("poolEndDaysEdit");
    QCOMPARE(days->placeholderText(), u"As for all pools: 30, 14, 7, 3, 1"_s);
    m_it->dialog->showSection(Section::Alerts);
    m_it->type("endDaysEdit", u"9"_s);
    m_it->find<QCheckBox>("endedCheckBox")->click();
    QCOMPARE(days->placeholderText(), u"As for all pools: 9"_s);
    QCOMPARE(ended->itemText(0), u"As for all pools: off"_s);
}

void TestAlertPreferences::changesPoolsWithoutMixingThem()
{
    m_it->dialog->showSection(Section::PoolAlerts);
    auto *days = m_it->find<QLineEdit>("poolEndDaysEdit");
    days->setText(u"11"_s); // and not a key more
    auto *pool = m_it->find<QComboBox>("overridesPoolComboBox");
    pool->setCurrentIndex(1);
    QCOMPARE(days->text(), QString());
    QCOMPARE(m_it->alerts().overrides.value(m_it->first.id).endDays, QList<int>{11});
    QVERIFY(!m_it->alerts().overrides.contains(m_it->second.id));
    pool->setCurrentIndex(0);
    QCOMPARE(days->text(), u"11"_s);
}

void TestAlertPreferences::opensAtARule()
{
    m_it->dialog->showRule(AlertRule::BackUnder, {});
    QCOMPARE(m_it->find<QListWidget>("sectionsList")->currentRow(), int(Section::Alerts));
    auto *box = m_it->find<QCheckBox>("back-underCheckBox");
    QVERIFY(box->hasFocus());
    QTRY_VERIFY(!box->visibleRegion().isEmpty());
    m_it->dialog->showRule(AlertRule::MauAtPercent, m_it->second.id);
    QCOMPARE(m_it->find<QListWidget>("sectionsList")->currentRow(), int(Section::PoolAlerts));
    QCOMPARE(m_it->find<QComboBox>("overridesPoolComboBox")->currentText(), u"Second"_s);
    QVERIFY(m_it->find<QComboBox>("mauComboBox")->hasFocus());
}

void TestAlertPreferences::doesNotCloseWithReturn()
{
    m_it->dialog->showSection(Section::Alerts);
    m_it->type("endDaysEdit", u"9"_s);
    QVERIFY(m_it->dialog->isVisible());
    m_it->find<QPushButton>("closeButton")->click();
    QVERIFY(!m_it->dialog->isVisible());
}

QTEST_MAIN(TestAlertPreferences)
#include "tst_alertpreferences.moc"
