// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/poolspagetest.h"
#include "tests/app/languages.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** The page of all pools: what it says, how it sorts, what it remembers. */
class TestPoolsPage : public PoolsPageTest
{
    Q_OBJECT

private slots:
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
    void saysThatNothingIsThere_data() { bothLanguages(); }
    void saysThatNothingIsThere();
    void followsTheLanguage();
};

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
    QCOMPARE(cell(u"a"_s, PoolsTable::State).toString(), u"Active"_s);
    m_pools->answer(u"a"_s, 200);
    QCOMPARE(cell(u"a"_s, PoolsTable::Updated).toString(), u"just now"_s);
    // Where nothing is known yet, that is the news.
    m_pools->set({u"a"_s, u"b"_s});
    QCOMPARE(cell(u"b"_s, PoolsTable::State).toString(), u"Unknown"_s);
    m_pools->model.setRefreshing(m_pools->id(u"b"_s), true);
    QCOMPARE(cell(u"b"_s, PoolsTable::State).toString(), u"refreshing…"_s);
    m_pools->fail(u"b"_s);
    QVERIFY(cell(u"b"_s, PoolsTable::State).toString().contains(u"took too long"));
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

QTEST_MAIN(TestPoolsPage)
#include "tst_poolspage.moc"
