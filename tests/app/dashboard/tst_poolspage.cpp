// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/poolspage.h"
#include "app/dashboard/poolstable.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"
#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** The page of all pools: what it says, how it sorts, what it remembers. */
class TestPoolsPage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void tellsEveryFact_data() { bothLanguages(); }
    void tellsEveryFact();
    void tellsWhatFailed_data() { bothLanguages(); }
    void tellsWhatFailed();
    void dimsWhatIsUnknownOrOld();
    void tellsThatItRefreshes();
    void countsWhatIsWrong_data() { bothLanguages(); }
    void countsWhatIsWrong();
    void startsWorstFirst();
    void keepsItsPlaceWhileAnswersCome();
    void opensAPool();
    void copiesWhatIsShown();
    void remembersItsArrangement();
    void forgetsAnArrangementThatDoesNotFit_data();
    void forgetsAnArrangementThatDoesNotFit();
    void hidesColumns();
    void saysThatNothingIsThere_data() { bothLanguages(); }
    void saysThatNothingIsThere();
    void followsTheLanguage();
    void isQuickWithManyPools();

private:
    void showPage(const QStringList &names);
    void makePage();
    [[nodiscard]] int rowOf(const QString &name) const
    {
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            if (m_table->model()->index(row, PoolsTable::Name).data().toString() == name)
                return row;
        }
        return -1;
    }
    [[nodiscard]] QVariant cell(const QString &name, int column, int role = Qt::DisplayRole) const
    {
        return m_table->model()->index(rowOf(name), column).data(role);
    }
    [[nodiscard]] QStringList rowText(const QString &name) const
    {
        QStringList cells;
        for (int column = 0; column < PoolsTable::ColumnCount; ++column)
            cells << cell(name, column).toString();
        return cells;
    }
    [[nodiscard]] QString summary() const
    {
        return m_page->findChild<QLabel *>(u"poolsSummaryLabel"_s)->text();
    }

    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<PoolsUnderTest> m_pools;
    ProxyResolver m_proxies;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<RefreshScheduler> m_scheduler;
    std::unique_ptr<PoolsPage> m_page;
    QTableView *m_table = nullptr;
};

void TestPoolsPage::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_theme.apply(ThemeChoice::Light);
    m_page.reset();
    m_scheduler.reset();
    m_refresher.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"dashboard.ini"_s));
    m_pools = std::make_unique<PoolsUnderTest>();
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_pools->clock, .proxies = &m_proxies}, 1);
    m_scheduler = std::make_unique<RefreshScheduler>(*m_refresher, m_pools->clock);
    makePage();
}

void TestPoolsPage::makePage()
{
    m_page.reset();
    m_page = std::make_unique<PoolsPage>(PoolsPage::Collaborators{
        m_pools->model, m_theme, m_pools->clock, *m_scheduler, *m_settings});
    m_table = m_page->findChild<QTableView *>(u"poolsTableView"_s);
    m_page->resize(1000, 600);
}

void TestPoolsPage::showPage(const QStringList &names)
{
    m_pools->set(names);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestPoolsPage::tellsEveryFact()
{
    const bool chinese = languageOfRow() == UiLanguage::Chinese;
    m_language.set(languageOfRow());
    Account account = m_pools->account(u"a"_s);
    account.currency = u"CNY"_s;
    m_pools->change(account);
    showPage({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    m_pools->answer(u"a"_s, 200);
    m_pools->answer(u"b"_s, -12);
    m_pools->answerNothing(u"c"_s);
    PoolSnapshot endless = m_pools->answer(1);
    endless.package.value->endTime = {EndTime::Kind::Never, {}, false, u"permanent"_s};
    m_pools->model.absorb(m_pools->id(u"e"_s), endless);
    m_pools->clock.advance(std::chrono::minutes(17));
    m_page->updateContents();
    const QString nobody = chinese ? u"未知"_s : u"unknown"_s;
    const QString name = cell(u"a"_s, PoolsTable::PackageName).toString();
    QVERIFY(isSaidIn(languageOfRow(), name));
    const QString ago = chinese ? u"17 分钟前"_s : u"17 min ago"_s;
    QCOMPARE(rowText(u"a"_s),
        (chinese ? QStringList{u"a"_s, name, u"1,000"_s, u"¥\u00A099.00"_s, u"2027年1月17日"_s,
                       u"200 天"_s, u"0 天"_s, u"正常"_s, ago}
                 : QStringList{u"a"_s, name, u"1,000"_s, u"¥\u00A099.00"_s, u"17 Jan 2027"_s,
                       u"200 days"_s, u"0 days"_s, u"Active"_s, ago}));
    QCOMPARE(rowText(u"b"_s).mid(5, 3),
        (chinese ? QStringList{u"已到期"_s, u"12 天"_s, u"已逾期 12 天"_s}
                 : QStringList{u"ended"_s, u"12 days"_s, u"Overdue 12 days"_s}));
    const QString state = chinese ? u"未知"_s : u"Unknown"_s;
    QCOMPARE(rowText(u"c"_s),
        (QStringList{u"c"_s, nobody, nobody, nobody, nobody, nobody, nobody, state, ago}));
    QCOMPARE(rowText(u"d"_s), (QStringList{u"d"_s, nobody, nobody, nobody, nobody, nobody, nobody,
                                  state, chinese ? u"尚未更新"_s : u"not yet"_s}));
    QCOMPARE(rowText(u"e"_s).at(PoolsTable::Left), chinese ? u"无到期日"_s : u"No end date"_s);
    for (int column = 0; column < PoolsTable::ColumnCount; ++column) {
        const QString title =
            m_table->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QVERIFY(title == u"MAU"_s || isSaidIn(languageOfRow(), title));
    }
    QVERIFY(isSaidIn(languageOfRow(), m_table->accessibleName()));
    QVERIFY(isSaidIn(languageOfRow(), m_table->accessibleDescription()));
}

void TestPoolsPage::tellsWhatFailed()
{
    const bool chinese = languageOfRow() == UiLanguage::Chinese;
    m_language.set(languageOfRow());
    showPage({u"a"_s, u"b"_s});
    m_pools->answer(u"a"_s, -12);
    m_pools->fail(u"a"_s);
    m_pools->fail(u"b"_s, ErrorKind::Forbidden);
    const QString a = cell(u"a"_s, PoolsTable::State).toString();
    const QString b = cell(u"b"_s, PoolsTable::State).toString();
    // What was known stays, and each row has an error of its own.
    QVERIFY2(a.startsWith(chinese ? u"已逾期 12 天 · "_s : u"Overdue 12 days · "_s), qPrintable(a));
    QVERIFY(isSaidIn(languageOfRow(), b));
    QVERIFY(!b.contains(chinese ? u"无法刷新"_s : u"Cannot refresh"_s));
    QVERIFY(a.section(u" · "_s, 1) != b);
    const QString toolTip = cell(u"b"_s, PoolsTable::State, Qt::ToolTipRole).toString();
    QVERIFY(toolTip.startsWith(u"<qt>"_s + b.toHtmlEscaped() + u"<br>"_s));
    QVERIFY(toolTip.size() > b.size() + 20); // advice
    QCOMPARE(cell(u"a"_s, PoolsTable::Mau).toString(), u"1,000"_s);
}

void TestPoolsPage::dimsWhatIsUnknownOrOld()
{
    showPage({u"a"_s, u"b"_s});
    m_pools->answer(u"a"_s, 200);
    const auto color = [this](const QString &name, int column) {
        return cell(name, column, Qt::ForegroundRole).value<QColor>();
    };
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        m_theme.apply(theme);
        QCOMPARE(color(u"a"_s, PoolsTable::Mau), m_theme.colors().text);
        QCOMPARE(color(u"b"_s, PoolsTable::Mau), m_theme.colors().dim);
        QCOMPARE(color(u"b"_s, PoolsTable::Name), m_theme.colors().text);
    }
    m_pools->clock.advance(std::chrono::hours(30));
    m_page->updateContents();
    QCOMPARE(color(u"a"_s, PoolsTable::Mau), m_theme.colors().dim);
    QCOMPARE(cell(u"a"_s, PoolsTable::Updated).toString(), u"30 h ago"_s);
    m_pools->answer(u"a"_s, -3);
    QCOMPARE(color(u"a"_s, PoolsTable::Mau), m_theme.colors().text);
    QCOMPARE(color(u"a"_s, PoolsTable::State), m_theme.colors().bad);
    for (const int column : {PoolsTable::Mau, PoolsTable::Price, PoolsTable::Overdue})
        QVERIFY(cell(u"a"_s, column, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

void TestPoolsPage::tellsThatItRefreshes()
{
    showPage({u"a"_s});
    m_pools->answer(u"a"_s, 200);
    m_pools->model.setRefreshing(m_pools->id(u"a"_s), true);
    QCOMPARE(cell(u"a"_s, PoolsTable::Updated).toString(), u"refreshing…"_s);
    QCOMPARE(cell(u"a"_s, PoolsTable::Mau).toString(), u"1,000"_s); // the old numbers stay
    m_pools->answer(u"a"_s, 200);
    QCOMPARE(cell(u"a"_s, PoolsTable::Updated).toString(), u"just now"_s);
}

void TestPoolsPage::countsWhatIsWrong()
{
    const bool chinese = languageOfRow() == UiLanguage::Chinese;
    m_language.set(languageOfRow());
    showPage({u"a"_s});
    m_pools->answer(u"a"_s, 200);
    QTRY_COMPARE(summary(), chinese ? u"1 个用户池"_s : u"1 pool"_s);
    m_pools->answer(u"a"_s, 20);
    QTRY_COMPARE(summary(), chinese ? u"1 个用户池：1 个即将到期"_s : u"1 pool: 1 ends soon"_s);
    m_pools->set({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s});
    m_pools->answer(u"b"_s, 5);
    m_pools->answer(u"c"_s, -1);
    m_pools->fail(u"c"_s);
    m_pools->fail(u"d"_s);
    m_pools->answer(u"e"_s, 100);
    QTRY_COMPARE(
        summary(), chinese ? u"6 个用户池：1 个已逾期，2 个即将到期，2 个无法刷新，1 个未知"_s
                           : u"6 pools: 1 overdue, 2 end soon, 2 cannot be refreshed, 1 unknown"_s);
}

void TestPoolsPage::startsWorstFirst()
{
    showPage({u"good"_s, u"soon"_s, u"late"_s, u"new"_s});
    m_pools->answer(u"good"_s, 200);
    m_pools->answer(u"soon"_s, 20);
    m_pools->answer(u"late"_s, -12);
    const auto order = [this] {
        QStringList names;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            names << m_table->model()->index(row, PoolsTable::Name).data().toString();
        return names.join(u' ');
    };
    QCOMPARE(order(), u"late soon new good"_s);
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(PoolsTable::State));
    // By value, and what nobody knows stays last either way.
    m_table->sortByColumn(PoolsTable::Ends, Qt::AscendingOrder);
    QCOMPARE(order(), u"late soon good new"_s);
    m_table->sortByColumn(PoolsTable::Ends, Qt::DescendingOrder);
    QCOMPARE(order(), u"good soon late new"_s);
    m_table->sortByColumn(PoolsTable::Overdue, Qt::DescendingOrder);
    QCOMPARE(order(), u"late soon good new"_s); // equal ones worst first
    m_table->sortByColumn(PoolsTable::Name, Qt::AscendingOrder);
    QCOMPARE(order(), u"good late new soon"_s);
}

void TestPoolsPage::keepsItsPlaceWhileAnswersCome()
{
    QStringList names;
    for (int i = 100; i < 200; ++i)
        names << u"Pool-%1"_s.arg(i);
    showPage(names);
    for (const QString &name : names)
        m_pools->answer(name, 300);
    m_table->selectRow(rowOf(u"Pool-130"_s));
    m_table->verticalScrollBar()->setValue(400);
    const int scrolled = m_table->verticalScrollBar()->value();
    for (int i = 150; i < 200; ++i)
        m_pools->answer(u"Pool-%1"_s.arg(i), i);
    m_pools->set(names + QStringList{u"new"_s});
    m_page->updateContents();
    QCOMPARE(m_page->selectedPools(), QList<QUuid>{m_pools->id(u"Pool-130"_s)});
    QCOMPARE(m_table->verticalScrollBar()->value(), scrolled);
    QVERIFY(rowOf(u"Pool-150"_s) < rowOf(u"Pool-130"_s));
}

void TestPoolsPage::opensAPool()
{
    showPage({u"a"_s, u"b"_s});
    QSignalSpy activated(m_page.get(), &PoolsPage::poolActivated);
    m_page->focusTable();
    m_table->setCurrentIndex(m_table->model()->index(rowOf(u"b"_s), PoolsTable::Ends));
    QTest::keyClick(m_table, Qt::Key_Return);
    QTest::keyClick(m_table, Qt::Key_Enter, Qt::KeypadModifier);
    const QPoint at =
        m_table->visualRect(m_table->model()->index(rowOf(u"a"_s), PoolsTable::Name)).center();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.size(), 2);
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated.at(0).first().toUuid(), m_pools->id(u"b"_s));
    QCOMPARE(activated.at(1).first().toUuid(), m_pools->id(u"b"_s));
    QCOMPARE(activated.at(2).first().toUuid(), m_pools->id(u"a"_s));
}

void TestPoolsPage::copiesWhatIsShown()
{
    showPage({u"a"_s, u"b"_s, u"c"_s});
    m_pools->answer(u"a"_s, 200);
    m_pools->answer(u"b"_s, -2);
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = PoolsTable::PackageName; column < PoolsTable::ColumnCount; ++column)
        header->setSectionHidden(
            column, column != PoolsTable::Overdue && column != PoolsTable::State);
    m_table->selectAll();
    m_page->focusTable();
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        u"b\tOverdue 2 days\t2 days\nc\tUnknown\tunknown\na\tActive\t0 days"_s);
}

void TestPoolsPage::remembersItsArrangement()
{
    showPage({u"a"_s});
    QHeaderView *header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(PoolsTable::Updated), 1);
    header->resizeSection(PoolsTable::Mau, 77);
    header->setSectionHidden(PoolsTable::Price, true);
    m_table->sortByColumn(PoolsTable::Ends, Qt::DescendingOrder);
    makePage();
    header = m_table->horizontalHeader();
    QCOMPARE(header->visualIndex(PoolsTable::Updated), 1);
    QCOMPARE(header->sectionSize(PoolsTable::Mau), 77);
    QVERIFY(header->isSectionHidden(PoolsTable::Price));
    QCOMPARE(header->sortIndicatorSection(), int(PoolsTable::Ends));
    const auto *proxy = qobject_cast<QSortFilterProxyModel *>(m_table->model());
    QCOMPARE(proxy->sortColumn(), int(PoolsTable::Ends));
    QCOMPARE(proxy->sortOrder(), Qt::DescendingOrder);
}

void TestPoolsPage::forgetsAnArrangementThatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("stored");
    const auto stored = [](quint32 version, qint32 columns, const QByteArray &state) {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << version << columns << state;
        return bytes;
    };
    QHeaderView other(Qt::Horizontal);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("rubbish") << "rubbish\0\xff"_ba;
    QTest::newRow("other columns") << stored(1, 3, other.saveState());
    QTest::newRow("another version") << stored(2, PoolsTable::ColumnCount, other.saveState());
    QTest::newRow("cut") << stored(1, PoolsTable::ColumnCount, "\0\0\0\xff"_ba);
}

void TestPoolsPage::forgetsAnArrangementThatDoesNotFit()
{
    QFETCH(QByteArray, stored);
    m_settings->setPoolsTable(stored);
    makePage();
    const QHeaderView *header = m_table->horizontalHeader();
    QCOMPARE(header->count(), int(PoolsTable::ColumnCount));
    QCOMPARE(header->hiddenSectionCount(), 0);
    QCOMPARE(header->visualIndex(PoolsTable::Name), 0);
    QCOMPARE(header->sortIndicatorSection(), int(PoolsTable::State));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    QVERIFY(header->sectionsMovable());
    QVERIFY(header->sectionSize(PoolsTable::Name) > 50);
}

void TestPoolsPage::hidesColumns()
{
    showPage({u"a"_s});
    QHeaderView *header = m_table->horizontalHeader();
    // What the offscreen platform says of any menu.
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
    emit header->customContextMenuRequested(QPoint(5, 5));
    auto *menu = m_page->findChild<QMenu *>(u"columnsMenu"_s);
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Unit price"_s)
            action->trigger();
        if (action->text() == u"User pool"_s)
            QVERIFY(!action->isEnabled()); // without it nobody knows whose row it is
    }
    QVERIFY(header->isSectionHidden(PoolsTable::Price));
    menu->close();
    makePage();
    QVERIFY(m_table->horizontalHeader()->isSectionHidden(PoolsTable::Price));
}

void TestPoolsPage::saysThatNothingIsThere()
{
    m_language.set(languageOfRow());
    makePage();
    m_page->show();
    auto *label = m_page->findChild<QLabel *>(u"noPoolsLabel"_s);
    QVERIFY(label->isVisible());
    QVERIFY(isSaidIn(languageOfRow(), label->text()));
    QVERIFY(!m_table->isVisible());
    m_pools->set({u"a"_s});
    QTRY_VERIFY(m_table->isVisible());
    QVERIFY(!label->isVisible());
}

void TestPoolsPage::followsTheLanguage()
{
    showPage({u"a"_s});
    m_pools->answer(u"a"_s, 200);
    QCOMPARE(cell(u"a"_s, PoolsTable::State).toString(), u"Active"_s);
    m_language.set(UiLanguage::Chinese);
    QTRY_COMPARE(summary(), u"1 个用户池"_s);
    QCOMPARE(cell(u"a"_s, PoolsTable::State).toString(), u"正常"_s);
    QVERIFY(hasHan(cell(u"a"_s, PoolsTable::PackageName).toString()));
    QCOMPARE(m_table->model()->headerData(PoolsTable::State, Qt::Horizontal).toString(), u"状态"_s);
}

void TestPoolsPage::isQuickWithManyPools()
{
    QStringList names;
    for (int i = 0; i < 500; ++i)
        names << QString::number(i);
    QElapsedTimer timer;
    timer.start();
    showPage(names);
    for (int i = 0; i < 500; ++i)
        m_pools->answer(names.at(i), i - 50);
    m_page->grab();
    for (int value = 0; value < m_table->verticalScrollBar()->maximum(); value += 500) {
        m_table->verticalScrollBar()->setValue(value);
        m_page->grab();
    }
    QTRY_VERIFY(summary().startsWith(u"500 pools: "_s));
    // Far above what it takes, far below a width or a text for every row at every change.
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestPoolsPage)
#include "tst_poolspage.moc"
