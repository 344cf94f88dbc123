// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/rightspage.h"

#include "app/dashboard/rightstable.h"
#include "tests/app/dashboard/answerpagetest.h"
#include "tests/app/languages.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject right(const QString &name, const QString &type, const QJsonValue &value)
{
    const QString code = name.section(u'：', 0, 0).remove(u' ');
    return {{u"rightsModelCode"_s, code}, {u"rightsModelName"_s, name}, {u"dataType"_s, type},
        {u"dataValue"_s, value}};
}

QJsonArray usualRights()
{
    return {right(u"Support hours：支持时间"_s, u"4"_s, u"9 to 5"_s),
        right(u"MFA：多因素认证"_s, u"3"_s, u"true"_s),
        right(u"Audit log：审计日志"_s, u"3"_s, u"0"_s),
        right(u"Applications：应用"_s, u"1"_s, u"1000"_s), right(u"Roles：角色"_s, u"1"_s, u"-1"_s),
        right(u"Log days：日志天数"_s, u"2"_s, u"365"_s),
        right(u"Rumour：传闻"_s, u"3"_s, u"maybe"_s),
        right(u"Odd：奇怪"_s, u"9"_s, u"as it came"_s), QJsonObject{{u"dataType"_s, u"1"_s}}};
}

OperationState<Rights> answered(const QJsonArray &rights)
{
    OperationState<Rights> state;
    state.value = Rights::fromJson(QJsonObject{{u"rightsItems"_s, rights}}, {}).value();
    return state;
}

} // namespace

class TestRightsPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_it = std::make_unique<AnswerPageStage<RightsPage>>();
        m_view = m_it->find<QTreeView>("rightsTreeView");
    }
    void cleanup() { m_it.reset(); }

    void saysWhatWouldBeHere_data() { bothLanguages(); }
    void saysWhatWouldBeHere();
    void groupsByDataType();
    void saysThatThereAreNone();
    void takesMarkupForText();
    void followsTheLanguage();
    void keepsItsPlaceAcrossRefreshes();
    void keepsOldRowsWhenRefused();
    void filters();
    void startsAnewWithAnotherPool();
    void keepsHeadingsOpen();
    void worksByKeyboardAlone();

private:
    void answer(const QJsonArray &rights) { m_it->absorb(&PoolSnapshot::rights, answered(rights)); }
    /** Every row as it is seen from top to bottom, headings in brackets. */
    [[nodiscard]] QStringList rows() const
    {
        QStringList rows;
        const QAbstractItemModel *model = m_view->model();
        for (QModelIndex index = model->index(0, 0); index.isValid();
             index = m_view->indexBelow(index)) {
            const QString name = index.data().toString();
            rows << (index.parent().isValid()
                         ? name + u": "_s +
                               index.siblingAtColumn(RightsTable::Value).data().toString()
                         : u"["_s + name + u"]"_s);
        }
        return rows;
    }
    [[nodiscard]] QModelIndex find(const QString &name) const
    {
        for (QModelIndex index = m_view->model()->index(0, 0); index.isValid();
             index = m_view->indexBelow(index)) {
            if (index.data().toString() == name)
                return index;
        }
        return {};
    }

    std::unique_ptr<AnswerPageStage<RightsPage>> m_it;
    QTreeView *m_view = nullptr;
};

void TestRightsPage::saysWhatWouldBeHere()
{
    m_it->language.set(languageOfRow());
    QTRY_VERIFY(isSaidIn(languageOfRow(), m_it->said("operationEmptyLabel")));
    QVERIFY(!m_view->isVisible());
}

void TestRightsPage::groupsByDataType()
{
    answer(usualRights());
    QCOMPARE(rows(), QStringList({u"[Quantity]"_s, u"Applications: 1,000"_s, u"Roles: unlimited"_s,
                         u"unknown: unknown"_s, u"[Number (not metered)]"_s, u"Log days: 365"_s,
                         u"[Yes or no]"_s, u"Audit log: – Not included"_s, u"MFA: ✓ Included"_s,
                         u"Rumour: maybe"_s, u"[Text]"_s, u"Support hours: 9 to 5"_s,
                         u"[Data type “9”]"_s, u"Odd: as it came"_s}));
    QCOMPARE(m_it->said("summaryLabel"), u"9 rights"_s);
    // Sorted within the headings, which stay; what is unknown is last.
    m_view->sortByColumn(RightsTable::Value, Qt::DescendingOrder);
    QCOMPARE(rows().first(4), QStringList({u"[Quantity]"_s, u"Roles: unlimited"_s,
                                  u"Applications: 1,000"_s, u"unknown: unknown"_s}));
    QCOMPARE(rows().last(), u"Odd: as it came"_s);
}

void TestRightsPage::saysThatThereAreNone()
{
    answer({});
    QCOMPARE(m_it->said("nothingShownLabel"), u"GenAuth lists no right of this package."_s);
}

void TestRightsPage::takesMarkupForText()
{
    answer({right(u"<b>bold</b>"_s, u"4"_s, u"<img src=x>"_s)});
    QCOMPARE(rows().last(), u"<b>bold</b>: <img src=x>"_s);
    const QString tip = find(u"<b>bold</b>"_s).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.startsWith(u"<qt>"_s) && tip.contains(u"&lt;img"_s), qPrintable(tip));
}

void TestRightsPage::followsTheLanguage()
{
    answer(usualRights());
    const QStringList before = rows();
    m_view->setCurrentIndex(find(u"MFA"_s));
    m_it->language.set(UiLanguage::Chinese);
    QTRY_COMPARE(find(u"多因素认证"_s).isValid(), true);
    for (const QString &row : rows().first(4))
        QVERIFY2(isSaidIn(UiLanguage::Chinese, row), qPrintable(row));
    QCOMPARE(rows().size(), before.size());
    QCOMPARE(m_view->currentIndex(), find(u"多因素认证"_s));
    m_it->language.set(UiLanguage::English);
    QTRY_COMPARE(rows(), before);
    QCOMPARE(m_view->currentIndex(), find(u"MFA"_s));
}

void TestRightsPage::keepsItsPlaceAcrossRefreshes()
{
    QJsonArray rights;
    for (int i = 0; i < 60; ++i)
        rights.append(right(u"R%1"_s.arg(i, 2, 10, QLatin1Char('0')), i < 30 ? u"1"_s : u"4"_s, i));
    answer(rights);
    m_view->sortByColumn(RightsTable::Name, Qt::DescendingOrder);
    m_view->setCurrentIndex(find(u"R40"_s));
    m_view->verticalScrollBar()->setValue(400);
    rights.replace(40, right(u"R40"_s, u"4"_s, u"new"_s));
    answer(rights);
    QCOMPARE(m_view->currentIndex(), find(u"R40"_s));
    QVERIFY(m_view->selectionModel()->isSelected(find(u"R40"_s)));
    QCOMPARE(find(u"R40"_s).siblingAtColumn(RightsTable::Value).data(), u"new"_s);
    QCOMPARE(m_view->verticalScrollBar()->value(), 400);
    QCOMPARE(rows().at(1), u"R29: 29"_s);
}

void TestRightsPage::keepsOldRowsWhenRefused()
{
    answer(usualRights());
    const QStringList before = rows();
    m_it->fail(&PoolSnapshot::rights,
        {.kind = ErrorKind::Forbidden, .httpStatus = 200, .statusCode = 403});
    QVERIFY(m_it->find<QWidget>("operationErrorNotice")->isVisible());
    QCOMPARE(rows(), before);
    QCOMPARE(find(u"MFA"_s).data(Qt::ForegroundRole), m_it->theme.colors().dim);
}

void TestRightsPage::startsAnewWithAnotherPool()
{
    const Account other = accountOn(QUrl(u"https://api.genauth.ai"_s));
    m_it->model.setAccounts({m_it->account, other});
    QJsonArray many;
    for (int i = 0; i < 60; ++i)
        many.append(right(u"R%1"_s.arg(i), u"1"_s, i));
    answer(many);
    PoolSnapshot snapshot;
    snapshot.rights = answered(many);
    m_it->model.absorb(other.id, snapshot);
    auto *filter = m_it->find<QLineEdit>("filterEdit");
    QScrollBar *bar = m_view->verticalScrollBar();
    filter->setText(u"R"_s);
    m_view->setCurrentIndex(find(u"R30"_s));
    bar->setValue(100);
    m_it->page->setPool(m_it->model.index(0, 0)); // which is no other
    QCOMPARE(bar->value(), 100);
    QCOMPARE(filter->text(), u"R"_s);
    m_it->page->setPool(m_it->model.index(1, 0));
    QCOMPARE(filter->text(), QString());
    QVERIFY(!m_view->selectionModel()->hasSelection());
    QVERIFY(!m_view->currentIndex().isValid());
    QCOMPARE(bar->value(), 0);
}

void TestRightsPage::filters()
{
    answer(usualRights());
    auto *filter = m_it->find<QLineEdit>("filterEdit");
    filter->setText(u"log"_s);
    QCOMPARE(rows(), QStringList({u"[Number (not metered)]"_s, u"Log days: 365"_s, u"[Yes or no]"_s,
                         u"Audit log: – Not included"_s}));
    QCOMPARE(m_it->said("summaryLabel"), u"9 rights · 2 shown"_s);
    filter->setText(u"quantity"_s); // a heading is no right
    QCOMPARE(m_it->said("nothingShownLabel"), u"Nothing matches “quantity”."_s);
    filter->clear();
    QCOMPARE(rows().size(), 14);
}

void TestRightsPage::keepsHeadingsOpen()
{
    answer(usualRights());
    auto *filter = m_it->find<QLineEdit>("filterEdit");
    filter->setText(u"odd"_s);
    filter->clear();
    answer({right(u"New"_s, u"12"_s, 1), right(u"MFA：多因素认证"_s, u"3"_s, u"true"_s)});
    QCOMPARE(rows(),
        QStringList({u"[Yes or no]"_s, u"MFA: ✓ Included"_s, u"[Data type “12”]"_s, u"New: 1"_s}));
    for (int row = 0; row < m_view->model()->rowCount(); ++row)
        QVERIFY(m_view->isFirstColumnSpanned(row, {}));
}

void TestRightsPage::worksByKeyboardAlone()
{
    answer(usualRights());
    QVERIFY(QTest::qWaitForWindowActive(m_it->page.get()));
    m_it->page->setFocus();
    QVERIFY(m_view->hasFocus());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view, Qt::Key_Down);
    QTest::keyClick(m_view, Qt::Key_Left); // folds nothing
    QCOMPARE(rows().size(), 14);
    QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 9);
    QCOMPARE(lines.first(), u"Applications\t1,000\tApplications"_s);
    auto *filter = m_it->find<QLineEdit>("filterEdit");
    QTest::keyClick(m_view, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(filter, u"mfa"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(m_view->hasFocus());
}

QTEST_MAIN(TestRightsPage)
#include "tst_rightspage.moc"
