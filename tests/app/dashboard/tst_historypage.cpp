// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of the MAU history: chart, table and model say the same numbers; it keeps its place.

#include "app/dashboard/widgets/burnupchart.h"
#include "app/dashboard/widgets/mauchart.h"
#include "app/dashboard/widgets/mauplot.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/rangechooser.h"
#include "app/text/forecasttext.h"
#include "app/text/formatting.h"
#include "tests/app/dashboard/historypagetest.h"
#include "tests/support/qtwarnings.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace genauth;
using namespace genauth::test;

class TestHistoryPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_stage.reset(); }

    void saysTheSameNumbersEverywhere();
    void saysUnknownAsUnknown();
    void keepsItsPlaceAcrossRefreshes();
    void remembersTheRange();
    void saysItInEitherLanguage();
    void copiesRows();
    void saysWhatWentWrong();
    void startsAnewWithAnotherPool();
    void keepsTheDayThatWasChosen();

    void drawsTheForecast();
    void promisesNoCurveThatIsNotKept();
    void neverReassuresBesideARisk_data();
    void neverReassuresBesideARisk();

private:
    [[nodiscard]] const MauPlot &plot() const
    {
        return m_stage->find<MauChart>("historyChart")->plot();
    }
    [[nodiscard]] QString label(const char *name) const
    {
        return m_stage->find<QLabel>(name)->text();
    }

    std::unique_ptr<HistoryStage> m_stage;
};

void TestHistoryPage::init()
{
    failOnQtWarnings();
    m_stage = std::make_unique<HistoryStage>();
}

void TestHistoryPage::saysTheSameNumbersEverywhere()
{
    m_stage->answer(sampleYear());
    m_stage->show();
    const QTableView *table = m_stage->table();
    QCOMPARE(table->model()->rowCount(), 12);
    QCOMPARE(m_stage->cell(0, HistoryModel::StartColumn), u"1 Nov 2026"_s); // the news first
    QCOMPARE(m_stage->cell(0, HistoryModel::EndColumn), u"30 Nov 2026, running"_s);
    QTRY_VERIFY(plot().drawnUse(11));
    const QList<MauCycle> given = sampleYear();
    for (int row = 0; row < 12; ++row) {
        const qint64 used = *given.at(11 - row).current.value;
        QCOMPARE(m_stage->cell(row, HistoryModel::UsedColumn), Formatting::count(used));
        QCOMPARE(static_cast<qint64>(*plot().drawnUse(11 - row)), used);
        QCOMPARE(m_stage->cell(row, HistoryModel::BoughtColumn),
            Formatting::count(static_cast<qint64>(*plot().drawnEntitlement(11 - row))));
    }
    QCOMPARE(m_stage->cell(3, HistoryModel::PercentColumn), u"104%"_s);
    // A row that is chosen is shown in the chart.
    m_stage->find<QTableView>("historyTableView")->selectRow(3);
    QCOMPARE(m_stage->find<MauChart>("historyChart")->currentRow(), 8);
}

void TestHistoryPage::saysUnknownAsUnknown()
{
    QList<MauCycle> cycles = sampleYear();
    cycles[11].current = {{}, u"<b>n/a</b>"_s};
    cycles[10].amount = {Allowance::Kind::Unlimited, 0, u"-1"_s};
    cycles[9].amount = {};
    m_stage->answer(cycles, {u"data.records[11].current"_s});
    m_stage->show();
    QCOMPARE(m_stage->cell(0, HistoryModel::UsedColumn), u"unknown"_s);
    QCOMPARE(m_stage->cell(0, HistoryModel::PercentColumn), u"unknown"_s);
    QCOMPARE(m_stage->cell(1, HistoryModel::BoughtColumn), u"unlimited"_s);
    QCOMPARE(m_stage->cell(2, HistoryModel::BoughtColumn), u"unknown"_s);
    const QString tip = m_stage->table()
                            ->model()
                            ->index(0, HistoryModel::UsedColumn)
                            .data(Qt::ToolTipRole)
                            .toString();
    QVERIFY2(tip.contains(u"&lt;b&gt;n/a"_s), qPrintable(tip));
    QVERIFY(tip.contains(u"is read as what was bought"_s));
    QVERIFY(m_stage->find<NoticeBanner>("operationFieldsBanner")->isVisible());
    // Unknown stands last in either direction.
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_stage->table()->sortByColumn(HistoryModel::UsedColumn, order);
        QCOMPARE(m_stage->cell(11, HistoryModel::UsedColumn), u"unknown"_s);
        QVERIFY(m_stage->cell(0, HistoryModel::UsedColumn) != u"unknown"_s);
    }
}

void TestHistoryPage::keepsItsPlaceAcrossRefreshes()
{
    m_stage->choose(2);
    m_stage->answer(years(24));
    m_stage->show();
    QTableView *table = m_stage->table();
    QCOMPARE(table->model()->rowCount(), 24);
    table->sortByColumn(HistoryModel::UsedColumn, Qt::AscendingOrder);
    table->selectRow(20);
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
    const int scrolled = table->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    const QString selected = m_stage->cell(20, HistoryModel::StartColumn);
    QList<MauCycle> next = years(24);
    next.last().current.value = 1300;
    m_stage->clock.advance(std::chrono::hours(1));
    m_stage->answer(next);
    QCoreApplication::processEvents();
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().first().data().toString(), selected);
    QCOMPARE(table->verticalScrollBar()->value(), scrolled);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(HistoryModel::UsedColumn));
    QCOMPARE(m_stage->cell(23, HistoryModel::UsedColumn), u"1,300"_s);
}

void TestHistoryPage::remembersTheRange()
{
    m_stage->answer(years(36));
    QCOMPARE(m_stage->table()->model()->rowCount(), 12);
    m_stage->choose(0);
    QCOMPARE(m_stage->table()->model()->rowCount(), 6);
    QVERIFY(m_stage->find<QDateEdit>("fromDateEdit")->isHidden());
    m_stage->makePage();
    QCOMPARE(m_stage->find<QComboBox>("rangeComboBox")->currentIndex(), 0);
    QCOMPARE(m_stage->table()->model()->rowCount(), 6);
    m_stage->chooseDays({2025, 3, 10}, {2025, 5, 1});
    QVERIFY(!m_stage->find<QDateEdit>("fromDateEdit")->isHidden());
    QTRY_COMPARE(m_stage->table()->model()->rowCount(), 3); // March, April, May
    m_stage->makePage();
    QCOMPARE(m_stage->table()->model()->rowCount(), 3);
    QCOMPARE(m_stage->find<QDateEdit>("toDateEdit")->date(), QDate(2025, 5, 1));
    QVERIFY(m_stage->server.requests().isEmpty());
    m_stage->settings.setHistoryRange(u"no range at all"_s);
    m_stage->makePage();
    QCOMPARE(m_stage->table()->model()->rowCount(), 12);
}

void TestHistoryPage::saysItInEitherLanguage()
{
    m_stage->answer(sampleYear());
    m_stage->show();
    const QString english = m_stage->cell(3, HistoryModel::StartColumn);
    m_stage->language.set(UiLanguage::Chinese);
    QTRY_COMPARE(m_stage->cell(3, HistoryModel::StartColumn), u"2026年8月1日"_s);
    QTRY_VERIFY(label("chartReadoutLabel").contains(u"2026年8月"_s));
    m_stage->language.set(UiLanguage::English);
    QTRY_COMPARE(m_stage->cell(3, HistoryModel::StartColumn), english);
    QTRY_VERIFY(label("chartReadoutLabel").contains(u"Aug 2026"_s));
}

void TestHistoryPage::copiesRows()
{
    m_stage->answer(sampleYear());
    m_stage->show();
    m_stage->table()->setFocus();
    m_stage->table()->selectRow(3);
    QTest::keyClick(m_stage->table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(
        QGuiApplication::clipboard()->text(), u"1 Aug 2026\t31 Aug 2026\t10,420\t10,000\t104%"_s);
}

void TestHistoryPage::saysWhatWentWrong()
{
    m_stage->show();
    QVERIFY(label("operationEmptyLabel").startsWith(u"Nothing is known"_s));
    QVERIFY(!m_stage->table()->isVisible());
    m_stage->answer(sampleYear());
    m_stage->fail({.kind = ErrorKind::Forbidden, .httpStatus = 200, .statusCode = 403});
    // What was known keeps its place, dimmed.
    QCOMPARE(m_stage->table()->model()->rowCount(), 12);
    QVERIFY(m_stage->find<QLabel>("operationAgeLabel")->isVisible());
    QCOMPARE(m_stage->table()->model()->index(0, 2).data(Qt::ForegroundRole).value<QColor>(),
        m_stage->theme.colors().dim);
    const QSignalSpy retries(m_stage->page.get(), &HistoryPage::retryRequested);
    m_stage->find<QPushButton>("retryButton")->click();
    QCOMPARE(retries.size(), 1);
    m_stage->answer({});
    QVERIFY(label("noCyclesLabel").startsWith(u"GenAuth names no billing cycle"_s));
    QVERIFY(!m_stage->find<QPushButton>("chartExportButton")->isEnabled());
}

void TestHistoryPage::startsAnewWithAnotherPool()
{
    m_stage->answer(sampleYear());
    m_stage->show();
    m_stage->table()->selectRow(3);
    const Account other = accountOn(m_stage->server.url());
    m_stage->model.setAccounts({m_stage->account, other});
    m_stage->page->setPool(m_stage->model.index(1, 0));
    QCOMPARE(m_stage->table()->model()->rowCount(), 0);
    m_stage->page->setPool(m_stage->model.index(0, 0));
    QCOMPARE(m_stage->table()->model()->rowCount(), 12);
    QVERIFY(m_stage->table()->selectionModel()->selectedRows().isEmpty());
    // Of the same cycles one may look closer at others.
    PoolSnapshot same;
    same.mauHistory.value = MauHistory{sampleYear(), {}};
    m_stage->model.absorb(other.id, same);
    auto *chart = m_stage->find<MauChart>("historyChart");
    QTRY_VERIFY(plot().drawnUse(11));
    QTest::keyClick(chart, Qt::Key_Plus);
    m_stage->answer(sampleYear());
    QVERIFY(plot().isZoomed());
    m_stage->page->setPool(m_stage->model.index(1, 0));
    QVERIFY(!plot().isZoomed());
    m_stage->page->setPool({});
    QCOMPARE(m_stage->table()->model()->rowCount(), 0);
}

void TestHistoryPage::keepsTheDayThatWasChosen()
{
    m_stage->chooseDays({2026, 3, 10}, {2026, 5, 1});
    auto *from = m_stage->find<QDateEdit>("fromDateEdit");
    auto *to = m_stage->find<QDateEdit>("toDateEdit");
    QTRY_VERIFY(m_stage->settings.historyRange().startsWith(u"20260310"_s));
    to->setDate({2026, 2, 1}); // the other one gives way
    QTRY_COMPARE(from->date(), QDate(2026, 2, 1));
    QCOMPARE(to->date(), QDate(2026, 2, 1));
    from->setDate({2026, 4, 1});
    QTRY_COMPARE(to->date(), QDate(2026, 4, 1));
    QCOMPARE(from->date(), QDate(2026, 4, 1));
}

void TestHistoryPage::drawsTheForecast()
{
    m_stage->keepSamples(300);
    m_stage->answer(sampleYear());
    m_stage->show();
    auto *chart = m_stage->find<BurnUpChart>("burnUpChart");
    QTRY_COMPARE(chart->drawnSamples().size(), 14);
    const BurnUp &burnUp = chart->burnUp();
    const auto expected = forecast({.samples = burnUp.samples,
        .cycleStart = burnUp.start,
        .cycleEnd = burnUp.end,
        .bought = 10'000,
        .now = m_stage->clock.nowUtc()});
    QVERIFY(expected);
    QCOMPARE(burnUp.start, QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::OffsetFromUTC, 28'800));
    QCOMPARE(burnUp.end, burnUp.start.addDays(30));
    for (const BurnUpChart::Point &point : chart->drawnForecast()) {
        const auto at = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(point.at), Qt::UTC);
        QCOMPARE(point.value, expected->usedAt(at));
    }
    QCOMPARE(chart->drawnForecast().size(), 2);
    QCOMPARE(label("forecastLabel"), ForecastText::sentence(*expected, BeijingOffset, true));
    m_stage->keepSamples(300); // and what a refresh adds comes by itself
    QTRY_VERIFY(chart->drawnSamples().size() >= 14);
}

void TestHistoryPage::promisesNoCurveThatIsNotKept()
{
    m_stage->answer(sampleYear());
    m_stage->show();
    const auto *card = m_stage->find<QWidget>("burnUpCard");
    QVERIFY(card->isVisible());
    QVERIFY(label("forecastLabel").contains(u"is kept from now on"_s));
    BillingStore nothing({}, m_stage->clock);
    QVERIFY(nothing.keepsNothing());
    HistoryPage page({m_stage->theme, m_stage->clock, m_stage->scheduler, m_stage->refresher,
        nothing, m_stage->session, m_stage->settings});
    page.setPool(m_stage->model.index(0, 0));
    QVERIFY(page.findChild<QWidget *>(u"burnUpCard"_s)->isHidden());
}

void TestHistoryPage::neverReassuresBesideARisk_data()
{
    QTest::addColumn<int>("endsInDays");
    QTest::addColumn<bool>("old");
    QTest::addColumn<bool>("said");
    QTest::newRow("all is well") << 200 << false << true;
    QTest::newRow("ends soon") << 20 << false << false;
    QTest::newRow("has ended") << -3 << false << false;
    QTest::newRow("old") << 200 << true << false;
}

void TestHistoryPage::neverReassuresBesideARisk()
{
    QFETCH(int, endsInDays);
    QFETCH(bool, old);
    QFETCH(bool, said);
    m_stage->keepSamples(100);
    m_stage->answer(sampleYear());
    m_stage->model.absorb(m_stage->account.id, m_stage->package(endsInDays));
    m_stage->page->updateContents();
    auto *chart = m_stage->find<BurnUpChart>("burnUpChart");
    QTRY_VERIFY(!chart->drawnSamples().isEmpty());
    if (old)
        m_stage->clock.advance(std::chrono::hours(3));
    m_stage->page->updateContents();
    QCOMPARE(label("forecastLabel").isEmpty(), !said);
    QCOMPARE(chart->drawnForecast().isEmpty(), !said); // a line below the other says the same
}

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
