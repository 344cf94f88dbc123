// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/journalpage.h"

#include "app/dashboard/journaltable.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/tablemanners.h"
#include "core/models/poolsmodel.h"
#include "tests/app/languages.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

JournalEntry packageChange(const QString &field, const QString &before, const QString &after)
{
    return {Noon, u"get-current-package-info"_s, {}, field, before, after};
}

JournalEntries usualChanges()
{
    return {{Noon.addSecs(60), u"get-orders"_s, u"20261123"_s, u"status"_s, u"1"_s, u"2"_s},
        packageChange(u"unitPrice"_s, u"99.00"_s, u"129.00"_s)};
}

} // namespace

class TestJournalPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_page.reset(); }

    void saysWhatWouldBeHere_data() { bothLanguages(); }
    void saysWhatWouldBeHere();
    void asksForThePoolItShows();
    void listsTheNewestFirst();
    void letsGoWhatIsOfAnotherPool();
    void filters();
    void followsThePoolsClockAndCurrency();
    void followsTheLanguage();
    void keepsItsPlaceWhenThereIsMore();
    void exportsWhatIsShown();
    void saysWhyItCannotExport();

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
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }
    void show(const JournalEntries &entries) { m_page->showEntries(m_first.id, entries); }
    void exportTo(const QString &file, const char *action);

    FakeClock m_clock{Noon};
    Language m_language{Language::defaultDirectory()};
    Account m_first;
    Account m_second;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PoolsModel> m_pools;
    std::unique_ptr<JournalPage> m_page;
    QTableView *m_table = nullptr;
};

void TestJournalPage::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_theme = std::make_unique<Theme>();
    m_theme->apply(ThemeChoice::Light);
    m_first = {};
    m_first.id = QUuid::createUuid();
    m_first.name = u"First"_s;
    m_second = m_first;
    m_second.id = QUuid::createUuid();
    m_pools = std::make_unique<PoolsModel>(m_clock);
    m_pools->setAccounts({m_first, m_second});
    m_page = std::make_unique<JournalPage>(*m_theme);
    m_page->resize(1000, 640);
    m_page->setPool(m_pools->index(0, 0));
    m_page->show();
    m_table = find<QTableView>("changesTableView");
}

void TestJournalPage::saysWhatWouldBeHere()
{
    m_language.set(languageOfRow());
    QTRY_VERIFY(isSaidIn(languageOfRow(), said("nothingShownLabel")));
    QVERIFY(!m_table->isVisible());
    QVERIFY(!find<QPushButton>("exportChangesButton")->isVisible());
}

void TestJournalPage::asksForThePoolItShows()
{
    QSignalSpy asked(m_page.get(), &JournalPage::entriesRequested);
    m_page->setPool(m_pools->index(0, 0)); // which is no other
    m_page->entriesAdded(m_second.id);
    QCOMPARE(asked.size(), 0);
    m_page->entriesAdded(m_first.id);
    m_page->readAgain();
    m_page->setPool(m_pools->index(1, 0));
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked.at(0).constFirst().toUuid(), m_first.id);
    QCOMPARE(asked.at(2).constFirst().toUuid(), m_second.id);
    m_page->setPool({});
    QCOMPARE(asked.size(), 3);
}

void TestJournalPage::listsTheNewestFirst()
{
    show(usualChanges());
    QCOMPARE(said("summaryLabel"), u"2 changes"_s);
    QCOMPARE(cell(0, JournalTable::Seen), u"23 Nov 2026, 20:01 Beijing time"_s);
    QCOMPARE(cell(0, JournalTable::What), u"Order 20261123"_s);
    QCOMPARE(cell(0, JournalTable::Field), u"Status"_s);
    QCOMPARE(cell(0, JournalTable::Before), u"Unpaid"_s);
    QCOMPARE(cell(0, JournalTable::After), u"Paid"_s);
    QCOMPARE(cell(1, JournalTable::What), u"Package"_s);
    QCOMPARE(cell(1, JournalTable::After), u"129.00"_s);
    QVERIFY(m_table->model()
                ->index(1, JournalTable::Field)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"unitPrice"_s));
}

void TestJournalPage::letsGoWhatIsOfAnotherPool()
{
    show(usualChanges());
    m_page->showEntries(m_second.id, {});
    QCOMPARE(m_table->model()->rowCount(), 2);
    m_page->setPool(m_pools->index(1, 0));
    QCOMPARE(m_table->model()->rowCount(), 0); // until the answer comes
    show(usualChanges());                      // which is too late
    QCOMPARE(m_table->model()->rowCount(), 0);
}

void TestJournalPage::filters()
{
    show(usualChanges());
    auto *filter = find<QLineEdit>("filterEdit");
    for (const QString &words : {u"unitprice"_s, u"unit price"_s, u"129"_s, u"package"_s}) {
        filter->setText(words);
        QCOMPARE(m_table->model()->rowCount(), 1);
    }
    filter->setText(u"nowhere"_s);
    QCOMPARE(said("nothingShownLabel"), u"Nothing matches “nowhere”."_s);
    QVERIFY(!find<QPushButton>("exportChangesButton")->isVisible());
}

void TestJournalPage::followsThePoolsClockAndCurrency()
{
    show(usualChanges());
    Account changed = m_first;
    changed.clockOffset = std::chrono::seconds(0);
    changed.currency = u"CNY"_s;
    m_pools->setAccounts({changed, m_second});
    m_page->updateContents();
    QCOMPARE(cell(0, JournalTable::Seen), u"23 Nov 2026, 12:01 UTC"_s);
    QCOMPARE(cell(1, JournalTable::Before), u"¥\u00a099.00"_s);
}

void TestJournalPage::followsTheLanguage()
{
    show(usualChanges());
    m_table->selectRow(1);
    m_language.set(UiLanguage::Chinese);
    QTRY_VERIFY(isSaidIn(UiLanguage::Chinese, said("summaryLabel")));
    for (const QString &text : {cell(0, JournalTable::Before), cell(1, JournalTable::Field),
             m_table->accessibleName(), find<QPushButton>("exportChangesButton")->text(),
             m_table->model()->headerData(JournalTable::Seen, Qt::Horizontal).toString()})
        QVERIFY2(hasHan(text), qPrintable(text));
    QVERIFY(m_table->selectionModel()->isRowSelected(1));
}

void TestJournalPage::keepsItsPlaceWhenThereIsMore()
{
    show(usualChanges());
    m_table->selectRow(1);
    JournalEntries more = usualChanges();
    more.prepend(
        {Noon.addSecs(3600), u"get-orders"_s, u"20261124"_s, {}, std::nullopt, u"20261124"_s});
    show(more);
    QCOMPARE(cell(0, JournalTable::Field), u"New order"_s);
    QVERIFY(m_table->selectionModel()->isRowSelected(2));
}

void TestJournalPage::exportTo(const QString &file, const char *action)
{
    QMenu *menu = find<QPushButton>("exportChangesButton")->menu();
    QVERIFY(menu);
    menu->findChild<QAction *>(QLatin1String(action))->trigger();
    auto *dialog = find<QFileDialog>("fileExportDialog");
    QVERIFY(dialog);
    QVERIFY2(dialog->selectedFiles().constFirst().endsWith(u"/genauth-changes-First.csv"_s),
        qPrintable(dialog->selectedFiles().constFirst()));
    emit dialog->fileSelected(file);
    dialog->close();
}

void TestJournalPage::exportsWhatIsShown()
{
    JournalEntries changes = usualChanges();
    changes << packageChange(u"name"_s, u"old"_s, u"=1+1"_s);
    show(changes);
    find<QLineEdit>("filterEdit")->setText(u"package"_s);
    const QTemporaryDir folder;
    QSignalSpy said(m_page->findChild<TableManners *>(), &TableManners::said);
    exportTo(folder.filePath(u"changes.csv"_s), "exportRawCsvAction");
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.constFirst().constFirst().toString(), u"changes.csv is written."_s);
    QFile file(folder.filePath(u"changes.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().mid(3), "first_seen,order_number,field,before,after\r\n"
                                    "2026-11-23T12:00:00Z,,unitPrice,99.00,129.00\r\n"
                                    "2026-11-23T12:00:00Z,,name,old,'=1+1\r\n"_ba);
}

void TestJournalPage::saysWhyItCannotExport()
{
    show(usualChanges());
    const QTemporaryDir folder;
    QSignalSpy said(m_page->findChild<TableManners *>(), &TableManners::said);
    exportTo(folder.path(), "exportCsvAction"); // no ordinary file
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(said.constFirst().constFirst().toString().contains(u"could not be written"_s));
}

QTEST_MAIN(TestJournalPage)
#include "tst_journalpage.moc"
