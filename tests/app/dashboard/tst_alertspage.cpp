// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/alertspage.h"

#include "app/dashboard/alertsdelegate.h"
#include "app/dashboard/alertstable.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/stateshape.h"
#include "core/alerts/alertsmodel.h"
#include "core/models/poolsmodel.h"
#include "tests/app/languages.h"
#include "tests/app/text/alertsamples.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

using Snooze = AlertCenter::Snooze;

Account account(const QString &name)
{
    Account account;
    account.id = QUuid::createUuid();
    account.name = name;
    return account;
}

} // namespace

class TestAlertsPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_page.reset(); }

    void saysWhatWouldBeHere_data() { bothLanguages(); }
    void saysWhatWouldBeHere();
    void listsTheNewestFirst();
    void showsEveryRuleWithItsShape();
    void filtersByWords();
    void showsTheOpenOnly();
    void saysTheSelectedOneInFull();
    void hushesOnlyWhatIsOpen();
    void opensThePool();
    void leadsToTheThresholds();
    void leadsToTheRehearsal();
    void keepsItsPlaceWhenAlertsCome();
    void dimsWhatIsOver();
    void callsPoolsAsTheyAreCalledNow();
    void tellsSnoozesAnewAsTimeGoesOn();
    void followsTheLanguage();
    void copiesARow();
    void bringsAnAlertIntoSight();

private:
    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QVariant cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_table->model()->index(row, column).data(role);
    }
    [[nodiscard]] AlertRecord record(qint64 id, AlertRule rule, int minutes = 0) const
    {
        AlertRecord record = sampleRecord(id, sampleAlert(rule), u"Production"_s, m_production.id);
        record.firedAt = record.firedAt.addSecs(60 * minutes);
        return record;
    }
    /** Newest first. */
    [[nodiscard]] QList<AlertRecord> many(int count) const
    {
        QList<AlertRecord> records;
        for (int id = count; id > 0; --id)
            records << record(id, AlertRule::Overdue, id);
        return records;
    }
    void trigger(const char *action) const { find<QAction>(action)->trigger(); }

    Account m_production = account(u"Production"_s);
    FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PoolsModel> m_pools;
    std::unique_ptr<AlertsModel> m_alerts;
    std::unique_ptr<AlertsPage> m_page;
    QTableView *m_table = nullptr;
};

void TestAlertsPage::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    m_theme = std::make_unique<Theme>();
    m_theme->apply(ThemeChoice::Light);
    m_pools = std::make_unique<PoolsModel>(m_clock);
    m_pools->setAccounts({m_production});
    m_alerts = std::make_unique<AlertsModel>();
    m_page = std::make_unique<AlertsPage>(
        AlertsPage::Collaborators{*m_alerts, *m_pools, *m_theme, m_clock});
    m_page->resize(1000, 640);
    m_page->show();
    m_table = find<QTableView>("alertsTableView");
}

void TestAlertsPage::saysWhatWouldBeHere()
{
    m_language.set(languageOfRow());
    QTRY_VERIFY(isSaidIn(languageOfRow(), said("nothingShownLabel")));
    QVERIFY(!m_table->isVisible());
    QVERIFY(!find<QWidget>("snoozeButton")->isVisible());
    QVERIFY(find<QWidget>("rehearsalButton")->isVisible()); // what will come can be asked
}

void TestAlertsPage::listsTheNewestFirst()
{
    m_alerts->setRecords({record(2, AlertRule::MauAtPercent, 5), record(1, AlertRule::Overdue, 0)});
    QTRY_VERIFY(m_table->isVisible());
    QCOMPARE(cell(0, AlertsTable::When), u"23 Nov 2026, 20:05 Beijing time"_s);
    QCOMPARE(cell(0, AlertsTable::Pool), u"Production"_s);
    QCOMPARE(cell(0, AlertsTable::What), u"82% of the MAU bought is used"_s);
    QCOMPARE(cell(0, AlertsTable::Numbers), u"8,210 of 10,000"_s);
    QCOMPARE(cell(0, AlertsTable::Standing), u"Open"_s);
    QCOMPARE(cell(1, AlertsTable::What), u"Overdue by 12 days"_s);
    QCOMPARE(said("summaryLabel"), u"2 alerts open"_s);
    m_table->sortByColumn(AlertsTable::What, Qt::AscendingOrder); // the most urgent first
    QCOMPARE(cell(0, AlertsTable::What), u"Overdue by 12 days"_s);
}

void TestAlertsPage::showsEveryRuleWithItsShape()
{
    QList<AlertRecord> records;
    for (const AlertRule rule : AlertRules)
        records << record(records.size() + 1, rule);
    m_alerts->setRecords(records);
    for (int row = 0; row < records.size(); ++row) {
        QVERIFY(!cell(row, AlertsTable::What).toString().isEmpty());
        QVERIFY(cell(row, AlertsTable::What, AlertsDelegate::ShapeRole).isValid());
        QVERIFY(!cell(row, AlertsTable::Pool, AlertsDelegate::ShapeRole).isValid());
    }
    const auto shapeAt = [this](int row) {
        return static_cast<StateShape>(
            cell(row, AlertsTable::What, AlertsDelegate::ShapeRole).toInt());
    };
    const int last = static_cast<int>(records.size()) - 1;
    QCOMPARE(shapeAt(last), StateShape::Good); // "below a limit again"
    QCOMPARE(shapeAt(static_cast<int>(AlertRule::Overdue)), StateShape::Bad);
}

void TestAlertsPage::filtersByWords()
{
    m_alerts->setRecords({record(2, AlertRule::MauAtPercent, 5), record(1, AlertRule::Overdue)});
    auto *filter = find<QLineEdit>("filterEdit");
    filter->setText(u"production 8,210"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
    filter->setText(u"<i>nowhere</i>"_s);
    QCOMPARE(said("nothingShownLabel"), u"Nothing matches “<i>nowhere</i>”."_s);
    QVERIFY(filter->isVisible());
}

void TestAlertsPage::showsTheOpenOnly()
{
    AlertRecord ended = record(1, AlertRule::Overdue);
    ended.endedAt = m_clock.nowUtc();
    m_alerts->setRecords({record(3, AlertRule::Paid, 5), record(2, AlertRule::Ended, 3), ended});
    auto *openOnly = find<QCheckBox>("openOnlyCheckBox");
    QTRY_VERIFY(openOnly->isVisible());
    openOnly->click();
    QCOMPARE(m_table->model()->rowCount(), 1);
    QCOMPARE(cell(0, AlertsTable::What), u"The package has ended"_s);
    AlertRecord noted = record(2, AlertRule::Ended, 3);
    noted.acknowledgedAt = m_clock.nowUtc();
    m_alerts->setRecords({record(3, AlertRule::Paid, 5), noted, ended});
    QTRY_VERIFY(said("nothingShownLabel").startsWith(u"No alert is open."_s));
    openOnly->click();
    QCOMPARE(m_table->model()->rowCount(), 3);
}

void TestAlertsPage::saysTheSelectedOneInFull()
{
    m_alerts->setRecords({record(2, AlertRule::MauAtPercent, 5), record(1, AlertRule::Overdue)});
    QCOMPARE(said("alertSentenceLabel"), QString());
    m_table->selectRow(1);
    QVERIFY(said("alertSentenceLabel").contains(u"GenAuth counts 12 days overdue."_s));
    QCOMPARE(find<QLabel>("alertSentenceLabel")->textFormat(), Qt::PlainText);
    m_table->selectAll();
    QCOMPARE(said("alertSentenceLabel"), QString());
}

void TestAlertsPage::hushesOnlyWhatIsOpen()
{
    AlertRecord ended = record(1, AlertRule::Overdue);
    ended.endedAt = m_clock.nowUtc();
    m_alerts->setRecords({record(3, AlertRule::Overdue, 5), record(2, AlertRule::Ended, 3), ended});
    QSignalSpy snoozes(m_page.get(), &AlertsPage::snoozeRequested);
    QSignalSpy notes(m_page.get(), &AlertsPage::acknowledgeRequested);
    QVERIFY(!find<QPushButton>("snoozeButton")->isEnabled()); // nothing is selected
    m_table->selectRow(2);
    QVERIFY(!find<QPushButton>("acknowledgeButton")->isEnabled());
    m_table->selectAll();
    for (const char *action : {"snoozeDayAction", "snoozeWeekAction", "snoozeUntilChangeAction"})
        trigger(action);
    const QList<qint64> ids{3, 2};
    QCOMPARE(snoozes.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(snoozes.at(i).at(0).value<QList<qint64>>(), ids);
    QCOMPARE(snoozes.at(0).at(1).value<Snooze>(), Snooze::ADay);
    QCOMPARE(snoozes.at(1).at(1).value<Snooze>(), Snooze::AWeek);
    QCOMPARE(snoozes.at(2).at(1).value<Snooze>(), Snooze::UntilChange);
    find<QPushButton>("acknowledgeButton")->click();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.constFirst().constFirst().value<QList<qint64>>(), ids);
}

void TestAlertsPage::opensThePool()
{
    m_alerts->setRecords({record(1, AlertRule::Overdue)});
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QSignalSpy opened(m_page.get(), &AlertsPage::poolRequested);
    m_page->setFocus();
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_Return);
    find<QPushButton>("openPoolButton")->click();
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.constLast().constFirst().toUuid(), m_production.id);
    m_pools->setAccounts({});
    QTRY_VERIFY(!find<QPushButton>("openPoolButton")->isEnabled());
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), 2); // there is nothing to be opened
}

void TestAlertsPage::leadsToTheThresholds()
{
    m_alerts->setRecords({record(2, AlertRule::Overdue, 5), record(1, AlertRule::MauAtPercent)});
    QSignalSpy asked(m_page.get(), &AlertsPage::thresholdsRequested);
    m_table->selectRow(1);
    trigger("poolThresholdsAction");
    trigger("allThresholdsAction");
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).at(0).value<AlertRule>(), AlertRule::MauAtPercent);
    QCOMPARE(asked.at(0).at(1).toUuid(), m_production.id);
    QVERIFY(asked.at(1).at(1).toUuid().isNull());
    m_table->selectAll(); // of two rules
    QVERIFY(!find<QPushButton>("thresholdsButton")->isEnabled());
}

void TestAlertsPage::leadsToTheRehearsal()
{
    QSignalSpy asked(m_page.get(), &AlertsPage::rehearsalRequested);
    find<QPushButton>("rehearsalButton")->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.constFirst().constFirst().toUuid().isNull());
}

void TestAlertsPage::keepsItsPlaceWhenAlertsCome()
{
    m_alerts->setRecords(many(60));
    QTRY_VERIFY(m_table->verticalScrollBar()->maximum() > 300);
    m_table->selectRow(20);
    const QPersistentModelIndex selected = m_table->currentIndex();
    m_table->verticalScrollBar()->setValue(300);
    const int before = m_table->visualRect(selected).top();
    m_alerts->setRecords(many(63));
    QCOMPARE(selected.row(), 23);
    QVERIFY(m_table->selectionModel()->isRowSelected(23));
    QTRY_COMPARE(m_table->visualRect(selected).top(), before);
    m_table->verticalScrollBar()->setValue(0);
    m_alerts->setRecords(many(64)); // who looks at the newest goes on doing so
    QTRY_COMPARE(m_table->verticalScrollBar()->value(), 0);
}

void TestAlertsPage::dimsWhatIsOver()
{
    AlertRecord ended = record(1, AlertRule::Overdue);
    ended.endedAt = m_clock.nowUtc();
    m_alerts->setRecords({record(2, AlertRule::Overdue, 5), ended});
    QCOMPARE(cell(0, AlertsTable::What, Qt::ForegroundRole), m_theme->colors().bad);
    QCOMPARE(cell(1, AlertsTable::What, Qt::ForegroundRole), m_theme->colors().dim);
    m_theme->apply(ThemeChoice::Dark);
    QCOMPARE(cell(0, AlertsTable::What, Qt::ForegroundRole), Theme::darkColors().bad);
}

void TestAlertsPage::callsPoolsAsTheyAreCalledNow()
{
    m_alerts->setRecords({record(1, AlertRule::Overdue)});
    Account renamed = m_production;
    renamed.name = u"Live"_s;
    renamed.clockOffset = std::chrono::seconds(0);
    m_pools->setAccounts({renamed});
    QCOMPARE(cell(0, AlertsTable::Pool), u"Live"_s);
    QCOMPARE(cell(0, AlertsTable::When), u"23 Nov 2026, 12:00 UTC"_s);
    m_pools->setAccounts({});
    QCOMPARE(cell(0, AlertsTable::Pool), u"Production"_s); // as it was called then
}

void TestAlertsPage::tellsSnoozesAnewAsTimeGoesOn()
{
    AlertRecord snoozed = record(1, AlertRule::Overdue);
    snoozed.snoozedUntil = m_clock.nowUtc().addDays(1);
    m_alerts->setRecords({snoozed});
    QCOMPARE(cell(0, AlertsTable::Standing), u"Snoozed until 24 Nov 2026, 20:00 Beijing time"_s);
    m_clock.advance(std::chrono::hours(25));
    QSignalSpy told(m_table->model(), &QAbstractItemModel::dataChanged);
    m_page->updateContents();
    QVERIFY(!told.isEmpty());
    QCOMPARE(cell(0, AlertsTable::Standing), u"Open"_s);
}

void TestAlertsPage::followsTheLanguage()
{
    m_alerts->setRecords({record(1, AlertRule::Overdue)});
    m_table->selectRow(0);
    m_language.set(UiLanguage::Chinese);
    QTRY_VERIFY(isSaidIn(UiLanguage::Chinese, said("summaryLabel")));
    const auto *snooze = find<QPushButton>("snoozeButton");
    QTRY_VERIFY(hasHan(snooze->text()));
    for (const QString &text : {said("alertSentenceLabel"), snooze->accessibleDescription(),
             m_table->accessibleName(), cell(0, AlertsTable::What).toString(),
             find<QAction>("snoozeDayAction")->text(), find<QCheckBox>("openOnlyCheckBox")->text(),
             m_table->model()->headerData(AlertsTable::When, Qt::Horizontal).toString()})
        QVERIFY2(hasHan(text) && !hasPlaceholder(text), qPrintable(text));
    QVERIFY(m_table->selectionModel()->isRowSelected(0));
    m_language.set(UiLanguage::English);
    QTRY_COMPARE(said("summaryLabel"), u"1 alert open"_s);
}

void TestAlertsPage::copiesARow()
{
    m_alerts->setRecords({record(1, AlertRule::Overdue)});
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_table->selectRow(0);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        u"23 Nov 2026, 20:00 Beijing time\tProduction\tOverdue by 12 days\tOpen\t"
        "12 days overdue · end time 11 Dec 2026, 00:00 Beijing time"_s);
}

void TestAlertsPage::bringsAnAlertIntoSight()
{
    AlertRecord ended = record(1, AlertRule::Overdue);
    ended.endedAt = m_clock.nowUtc();
    m_alerts->setRecords(many(60).first(59) << ended);
    find<QCheckBox>("openOnlyCheckBox")->setChecked(true);
    m_page->showAlert(1);
    QCOMPARE(m_table->currentIndex().row(), 59);
    QVERIFY(m_table->selectionModel()->isRowSelected(59));
    m_page->showAlert(77); // which is not there
    QCOMPARE(m_table->currentIndex().row(), 59);
}

QTEST_MAIN(TestAlertsPage)
#include "tst_alertspage.moc"
