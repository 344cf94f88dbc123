// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/usagepage.h"

#include "app/dashboard/usagetable.h"
#include "app/dashboard/widgets/operationnotice.h"
#include "app/dashboard/widgets/tabledelegate.h"
#include "tests/app/dashboard/answerpagetest.h"
#include "tests/app/languages.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject right(
    const QString &name, const QJsonValue &amount, const QJsonValue &current, bool trial = false)
{
    const QString code = name.section(u'：', 0, 0).remove(u' ');
    return {{u"modelCode"_s, code}, {u"modelName"_s, name}, {u"amount"_s, amount},
        {u"current"_s, current}, {u"experience"_s, trial}};
}

QJsonArray usualRights()
{
    return {right(u"Social connections：社交账号链接"_s, u"40"_s, u"10"_s),
        right(u"Webhooks：网络钩子"_s, -1, u"12000"_s),
        right(u"MAU：月活跃用户"_s, u"10000"_s, u"8210"_s),
        right(u"Mystery：谜"_s, u"a lot"_s, u"some"_s),
        right(u"Admins：管理员"_s, u"5"_s, u"6"_s, true), right(u"Nothing：无"_s, u"0"_s, u"3"_s)};
}

OperationState<Usage> answered(const QJsonArray &rights)
{
    OperationState<Usage> usage;
    usage.value = Usage::fromJson(QJsonObject{{u"usages"_s, rights}}, {}).value();
    return usage;
}

} // namespace

class TestUsagePage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_it = std::make_unique<AnswerPageStage<UsagePage>>();
        m_table = m_it->find<QTableView>("usageTableView");
    }
    void cleanup() { m_it.reset(); }

    void saysWhatWouldBeHere_data() { bothLanguages(); }
    void saysWhatWouldBeHere();
    void showsTheWorstFirst();
    void neverMakesAnUnknownZero_data() { bothLanguages(); }
    void neverMakesAnUnknownZero();
    void keepsUnknownLastInEitherDirection();
    void saysThatThereAreNone();
    void takesMarkupForText();
    void followsTheLanguage();
    void keepsItsPlaceAcrossRefreshes();
    void keepsOldRowsWhenRefused_data();
    void keepsOldRowsWhenRefused();
    void filters();
    void startsAnewWithAnotherPool();
    void filtersByKeyboardAlone();
    void copiesWhatIsShown();
    void dimsWhatIsOld();
    void namesWhatCannotBeRead();

private:
    void answer(const QJsonArray &rights) { m_it->absorb(&PoolSnapshot::usage, answered(rights)); }
    [[nodiscard]] QVariant cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_table->model()->index(row, column).data(role);
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList cells;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            cells << cell(row, column).toString();
        return cells;
    }
    [[nodiscard]] int rowOf(const QString &code) const
    {
        return static_cast<int>(column(UsageTable::Code).indexOf(code));
    }

    std::unique_ptr<AnswerPageStage<UsagePage>> m_it;
    QTableView *m_table = nullptr;
};

void TestUsagePage::saysWhatWouldBeHere()
{
    m_it->language.set(languageOfRow());
    QTRY_VERIFY(isSaidIn(languageOfRow(), m_it->said("operationEmptyLabel")));
    QVERIFY(!m_table->isVisible());
    QVERIFY(!m_it->find<QLineEdit>("filterEdit")->isVisible());
    m_it->model.setRefreshing(m_it->account.id, true);
    m_it->page->updateContents();
    QVERIFY(m_it->said("operationEmptyLabel").contains(u"api.genauth.ai"_s));
}

void TestUsagePage::showsTheWorstFirst()
{
    answer(usualRights());
    QCOMPARE(column(UsageTable::Name), QStringList({u"Admins"_s, u"MAU"_s, u"Social connections"_s,
                                           u"Webhooks"_s, u"Nothing"_s, u"Mystery"_s}));
    QCOMPARE(column(UsageTable::Use),
        QStringList({u"6 of 5"_s, u"8,210 of 10,000"_s, u"10 of 40"_s, u"12,000 used, unlimited"_s,
            u"3 of 0 included"_s, u"unknown"_s}));
    QCOMPARE(column(UsageTable::Percent), QStringList({u"120%"_s, u"82%"_s, u"25%"_s,
                                              u"unlimited"_s, u"none included"_s, u"unknown"_s}));
    QCOMPARE(cell(0, UsageTable::Trial), u"Trial"_s);
    QCOMPARE(cell(1, UsageTable::Trial), QString());
    QCOMPARE(m_it->said("summaryLabel"), u"6 rights, 1 at its limit"_s);
    // The bar of what is over its limit is in the colour of a warning; what is not measured has
    // none.
    QCOMPARE(cell(0, UsageTable::Percent, TableDelegate::ToneRole), int(Tone::Soon));
    QCOMPARE(cell(1, UsageTable::Percent, TableDelegate::ToneRole), int(Tone::Plain));
    QCOMPARE(cell(1, UsageTable::Percent, TableDelegate::UsedRole), 0.82);
    for (const int row : {3, 4, 5})
        QVERIFY(!cell(row, UsageTable::Percent, TableDelegate::UsedRole).isValid());
}

void TestUsagePage::neverMakesAnUnknownZero()
{
    m_it->language.set(languageOfRow());
    answer({QJsonObject{}});
    const QString unknown = languageOfRow() == UiLanguage::English ? u"unknown"_s : u"未知"_s;
    for (int column = 0; column < UsageTable::ColumnCount; ++column) {
        QTRY_COMPARE(cell(0, column), unknown);
        QCOMPARE(cell(0, column, Qt::ForegroundRole), m_it->theme.colors().dim);
    }
}

void TestUsagePage::keepsUnknownLastInEitherDirection()
{
    answer(usualRights());
    for (const int column : {UsageTable::Use, UsageTable::Percent}) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_table->sortByColumn(column, order);
            QCOMPARE(cell(5, UsageTable::Name), u"Mystery"_s);
        }
    }
    m_table->sortByColumn(UsageTable::Percent, Qt::AscendingOrder);
    QCOMPARE(cell(0, UsageTable::Name), u"Social connections"_s);
}

void TestUsagePage::saysThatThereAreNone()
{
    answer({});
    QCOMPARE(
        m_it->said("nothingShownLabel"), u"GenAuth counts the use of no right of this pool."_s);
    QVERIFY(!m_table->isVisible());
    QVERIFY(!m_it->find<OperationNotice>("operationNotice")->isVisible());
}

void TestUsagePage::takesMarkupForText()
{
    answer({right(u"<b>bold</b>\n<img src=x>"_s, 1, 1)});
    QCOMPARE(cell(0, UsageTable::Name), u"<b>bold</b>\uFFFD<img src=x>"_s);
    const QString tip = cell(0, UsageTable::Code, Qt::ToolTipRole).toString();
    QVERIFY2(tip.startsWith(u"<qt>"_s) && tip.contains(u"&lt;b&gt;"_s), qPrintable(tip));
    m_it->find<QLineEdit>("filterEdit")->setText(u"<i>x</i>"_s);
    QCOMPARE(m_it->said("nothingShownLabel"), u"Nothing matches “<i>x</i>”."_s);
    QCOMPARE(m_it->find<QLabel>("nothingShownLabel")->textFormat(), Qt::PlainText);
}

void TestUsagePage::followsTheLanguage()
{
    answer(usualRights());
    m_table->selectRow(rowOf(u"MAU"_s));
    const QStringList before = column(UsageTable::Use);
    m_it->language.set(UiLanguage::Chinese);
    QTRY_VERIFY(isSaidIn(UiLanguage::Chinese, m_it->said("summaryLabel")));
    QCOMPARE(cell(1, UsageTable::Name), u"月活跃用户"_s);
    for (const QString &text :
        {cell(3, UsageTable::Use).toString(), cell(0, UsageTable::Trial).toString(),
            m_table->accessibleName(), m_it->find<QLineEdit>("filterEdit")->placeholderText(),
            m_table->model()->headerData(UsageTable::Use, Qt::Horizontal).toString()})
        QVERIFY2(isSaidIn(UiLanguage::Chinese, text), qPrintable(text));
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
    m_it->language.set(UiLanguage::English);
    QTRY_COMPARE(column(UsageTable::Use), before);
    QCOMPARE(m_table->selectionModel()->selectedRows().constFirst().row(), rowOf(u"MAU"_s));
}

void TestUsagePage::keepsItsPlaceAcrossRefreshes()
{
    QJsonArray rights;
    for (int i = 0; i < 60; ++i)
        rights.append(right(u"R%1"_s.arg(i, 2, 10, QLatin1Char('0')), 100, 100 - i));
    answer(rights);
    m_table->sortByColumn(UsageTable::Name, Qt::DescendingOrder);
    m_table->selectRow(rowOf(u"R30"_s));
    m_table->verticalScrollBar()->setValue(400);
    rights.replace(30, right(u"R30"_s, 100, 3));
    answer(rights);
    QCOMPARE(cell(rowOf(u"R30"_s), UsageTable::Use), u"3 of 100"_s);
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.constFirst().row(), rowOf(u"R30"_s));
    QCOMPARE(m_table->verticalScrollBar()->value(), 400);
    QCOMPARE(cell(0, UsageTable::Name), u"R59"_s);
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(UsageTable::Name));
}

void TestUsagePage::keepsOldRowsWhenRefused_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("statusCode");
    QTest::newRow("no permission") << ErrorKind::Forbidden << 403;
    QTest::newRow("needs a higher package") << ErrorKind::HigherPackageNeeded << 402;
}

void TestUsagePage::keepsOldRowsWhenRefused()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, statusCode);
    answer(usualRights());
    auto *notice = m_it->find<QWidget>("operationErrorNotice");
    QVERIFY(!notice->isVisible());
    QSignalSpy retries(m_it->page->notice(), &OperationNotice::retryRequested);
    m_it->fail(&PoolSnapshot::usage, {.kind = kind, .httpStatus = 200, .statusCode = statusCode});
    QVERIFY(notice->isVisible());
    QCOMPARE(column(UsageTable::Name).size(), 6);
    QCOMPARE(cell(1, UsageTable::Use), u"8,210 of 10,000"_s);
    QCOMPARE(cell(1, UsageTable::Use, Qt::ForegroundRole), m_it->theme.colors().dim);
    QVERIFY(!m_it->said("operationAgeLabel").isEmpty());
    // Nothing else of the pool is blamed for it.
    const auto snapshot = m_it->model.index(0, 0).data(PoolsModel::SnapshotRole);
    QVERIFY(!snapshot.value<PoolSnapshot>().package.error);
    answer(usualRights());
    QVERIFY(!notice->isVisible());
    QCOMPARE(cell(1, UsageTable::Use, Qt::ForegroundRole), m_it->theme.colors().text);
}

void TestUsagePage::startsAnewWithAnotherPool()
{
    const Account other = accountOn(QUrl(u"https://api.genauth.ai"_s));
    m_it->model.setAccounts({m_it->account, other});
    QJsonArray many;
    for (int i = 0; i < 60; ++i)
        many.append(right(u"R%1"_s.arg(i), 100, i));
    answer(many);
    PoolSnapshot snapshot;
    snapshot.usage = answered(many);
    m_it->model.absorb(other.id, snapshot);
    auto *filter = m_it->find<QLineEdit>("filterEdit");
    QScrollBar *bar = m_table->verticalScrollBar();
    filter->setText(u"R"_s);
    m_table->selectRow(3);
    bar->setValue(100);
    m_it->page->setPool(m_it->model.index(0, 0)); // which is no other
    QCOMPARE(bar->value(), 100);
    QCOMPARE(filter->text(), u"R"_s);
    m_it->page->setPool(m_it->model.index(1, 0));
    QCOMPARE(filter->text(), QString());
    QVERIFY(!m_table->selectionModel()->hasSelection());
    QVERIFY(!m_table->currentIndex().isValid());
    QCOMPARE(bar->value(), 0);
}

void TestUsagePage::filters()
{
    answer(usualRights());
    auto *filter = m_it->find<QLineEdit>("filterEdit");
    filter->setText(u"  social  "_s);
    QCOMPARE(column(UsageTable::Name), QStringList{u"Social connections"_s});
    QCOMPARE(m_it->said("summaryLabel"), u"6 rights, 1 at its limit · 1 shown"_s);
    filter->setText(u"链接 social"_s); // each word, in either language
    QCOMPARE(column(UsageTable::Name).size(), 1);
    filter->setText(u"nowhere"_s);
    QCOMPARE(m_it->said("nothingShownLabel"), u"Nothing matches “nowhere”."_s);
    answer({right(u"Nowhere"_s, 1, 1), right(u"Else"_s, 1, 1)}); // and stays across refreshes
    QCOMPARE(column(UsageTable::Name), QStringList{u"Nowhere"_s});
    QVERIFY(m_table->isVisible());
    m_it->language.set(UiLanguage::Chinese);
    QTRY_VERIFY(m_it->said("summaryLabel").contains(u"2"_s) && hasHan(m_it->said("summaryLabel")));
    QCOMPARE(filter->text(), u"nowhere"_s);
}

void TestUsagePage::filtersByKeyboardAlone()
{
    answer(usualRights());
    QVERIFY(QTest::qWaitForWindowActive(m_it->page.get()));
    m_it->page->setFocus();
    QVERIFY(m_table->hasFocus());
    auto *filter = m_it->find<QLineEdit>("filterEdit");
    QTest::keyClick(m_table, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"mau"_s);
    QCOMPARE(column(UsageTable::Name), QStringList{u"MAU"_s});
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(m_table->hasFocus());
    QCOMPARE(m_table->currentIndex().row(), 0);
    QTest::keyClick(m_table, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(m_table->hasFocus());
    QCOMPARE(column(UsageTable::Name).size(), 6);
}

void TestUsagePage::copiesWhatIsShown()
{
    answer(usualRights());
    QVERIFY(QTest::qWaitForWindowActive(m_it->page.get()));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionHidden(UsageTable::Trial, true);
    header->moveSection(header->visualIndex(UsageTable::Code), 0);
    m_table->selectRow(1);
    m_table->selectionModel()->select(
        m_table->model()->index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        u"MAU\tMAU\t8,210 of 10,000\t82%\n"
        "Webhooks\tWebhooks\t12,000 used, unlimited\tunlimited"_s);
}

void TestUsagePage::dimsWhatIsOld()
{
    answer(usualRights());
    QCOMPARE(cell(1, UsageTable::Name, Qt::ForegroundRole), m_it->theme.colors().text);
    m_it->clock.advance(std::chrono::hours(5));
    m_it->page->updateContents();
    QCOMPARE(cell(1, UsageTable::Name, Qt::ForegroundRole), m_it->theme.colors().dim);
    QVERIFY(m_it->said("operationAgeLabel").contains(u"5 h ago"_s));
    m_it->theme.apply(ThemeChoice::Dark);
    QCOMPARE(cell(1, UsageTable::Name, Qt::ForegroundRole), Theme::darkColors().dim);
}

void TestUsagePage::namesWhatCannotBeRead()
{
    answer(usualRights());
    QVERIFY(m_it->find<QWidget>("operationFieldsBanner")
                ->findChild<QLabel *>(u"adviceLabel"_s)
                ->text()
                .contains(u"data.usages[3].current"_s));
    const QString tip = cell(5, UsageTable::Use, Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"a lot"_s) && tip.contains(u"some"_s), qPrintable(tip));
}

QTEST_MAIN(TestUsagePage)
#include "tst_usagepage.moc"
