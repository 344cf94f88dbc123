// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/orderspage.h"

#include "app/dashboard/orderstable.h"
#include "app/dashboard/pages/poolpages.h"
#include "app/sandbox/sandboxserver.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** In the whole window, over real sockets. */
class TestOrdersPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }
    void cleanup();

    void showsTheFirstPageWithTheRefresh();
    void loadsTheNextPageAtTheEnd();
    void loadsAllAndStops();
    void filters();
    void asksForDetailsOfTheSelectedOrderAlone();
    void copiesTheSelectedOrder();
    void saysWhatWasRefused();
    void waitsForDetailsAsTold();
    void saysHowOldFurtherPagesAre();
    void keepsItsPlace();
    void showsOddValuesAsTheyCame();
    void worksByKeyboardAlone();
    void fits_data();
    void fits();

private:
    void open(int pool = 0, std::optional<int> orders = {}, const SandboxFault &fault = {});
    [[nodiscard]] QString said(const char *label) { return m_it->text("ordersPage", label); }
    void press(const char *button)
    {
        QTest::mouseClick(m_it->find<QPushButton>(button), Qt::LeftButton);
    }
    [[nodiscard]] QList<int> pages() const { return m_server->requestedOrderPages(m_poolId); }
    [[nodiscard]] int details() const
    {
        return m_server->requestCount(u"get-order-detail") +
               m_server->requestCount(u"get-order-pay-detail");
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            texts << m_table->model()->index(row, column).data().toString();
        return texts;
    }
    [[nodiscard]] QStringList sheet(const char *name)
    {
        QStringList lines;
        const auto labels = m_it->find<QWidget>(name)->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->isHidden())
                lines << label->text().remove(QChar(0x200b)); // where a line may break
        }
        return lines;
    }

    std::unique_ptr<WindowUnderTest> m_it;
    std::unique_ptr<SandboxServer> m_server;
    QString m_poolId;
    QTableView *m_table = nullptr;
};

void TestOrdersPage::open(int pool, std::optional<int> orders, const SandboxFault &fault)
{
    m_it = std::make_unique<WindowUnderTest>();
    SandboxOptions options;
    options.now = [this] { return m_it->clock.nowUtc(); };
    options.orderCount = orders;
    m_server = std::make_unique<SandboxServer>(options);
    QVERIFY(m_server->listen());
    m_poolId = m_server->pools().at(pool).userPoolId;
    m_server->setFault(m_poolId, fault);
    m_it->window->resize(1180, 800);
    PoolAccess shown = poolsOf(*m_server).at(pool);
    shown.account.currency = u"CNY"_s;
    m_it->open({shown});
    QVERIFY(m_it->waitForRefresh());
    m_it->find<PoolPages>("poolPages")->showPage(PoolPages::Page::Orders);
    m_it->settle();
    m_table = m_it->find<QTableView>("ordersTableView");
}

void TestOrdersPage::cleanup()
{
    m_it.reset();
    m_server.reset();
}

void TestOrdersPage::showsTheFirstPageWithTheRefresh()
{
    open();
    QCOMPARE(pages(), QList<int>({1}));
    QCOMPARE(m_table->model()->rowCount(), 50);
    QCOMPARE(said("ordersHeadingLabel"), u"Loaded 50 of 137 orders"_s);
    QVERIFY(said("ordersTotalsLabel").startsWith(u"Paid and completed, "_s));
    QVERIFY(said("ordersTotalsLabel").contains(u"of these 50 orders: ¥"_s));
    QVERIFY(m_it->find<QWidget>("noOrderLabel")->isVisible());
    QCOMPARE(details(), 0);
    QCOMPARE(m_table->model()->index(0, OrdersTable::Status).data().toString(), u"Unpaid"_s);
    QVERIFY(m_table->model()
                ->index(0, OrdersTable::Status)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"two hours"_s));
}

void TestOrdersPage::loadsTheNextPageAtTheEnd()
{
    open();
    for (int page = 2; page <= 3; ++page) {
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
        QTRY_COMPARE(m_table->model()->rowCount(), std::min(page * 50, 137));
        m_it->settle();
    }
    QTRY_COMPARE(said("ordersHeadingLabel"), u"All 137 orders"_s);
    QVERIFY(!m_it->find<QWidget>("loadMoreButton")->isVisible());
    m_table->verticalScrollBar()->setValue(0);
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
    m_it->settle();
    QCOMPARE(pages(), QList<int>({1, 2, 3}));
}

void TestOrdersPage::loadsAllAndStops()
{
    open(0, 10'000);
    press("loadMoreButton");
    QTRY_COMPARE(said("ordersHeadingLabel"), u"Loaded 100 of 10,000 orders"_s);
    press("loadAllButton");
    QTRY_VERIFY(m_it->find<QWidget>("cancelLoadingButton")->isVisible());
    QTRY_VERIFY(said("orderLoadLabel").startsWith(u"Loading "_s));
    QTRY_VERIFY(m_table->model()->rowCount() >= 250);
    press("cancelLoadingButton");
    QTRY_VERIFY(m_it->find<QWidget>("loadAllButton")->isVisible());
    const int kept = m_table->model()->rowCount();
    QCOMPARE(said("ordersHeadingLabel"), QStringLiteral("Loaded %1 of 10,000 orders").arg(kept));
    QCOMPARE(pages().size(), kept / 50 + (pages().last() > kept / 50 ? 1 : 0));
}

void TestOrdersPage::filters()
{
    open();
    auto *status = m_it->find<QComboBox>("orderStatusComboBox");
    QCOMPARE(status->count(), 7);
    status->setCurrentText(u"Cancelled"_s);
    const QStringList left = column(OrdersTable::Status);
    QVERIFY(!left.isEmpty() && left.size() < 50);
    QCOMPARE(left.count(u"Cancelled"_s), left.size());
    QCOMPARE(said("ordersHeadingLabel"),
        QStringLiteral("%1 of the 50 loaded orders match").arg(left.size()));
    QVERIFY(said("ordersTotalsLabel").startsWith(u"None of these"_s));
    status->setCurrentText(u"Other"_s);
    QVERIFY(!m_table->isVisible());
    QCOMPARE(said("nothingShownLabel"), u"None of the loaded orders matches."_s);
    status->setCurrentIndex(0);
    m_it->find<QComboBox>("orderTypeComboBox")->setCurrentText(u"Renewal"_s);
    const QStringList types = column(OrdersTable::Type);
    QCOMPARE(types.count(u"Renewal"_s), types.size());
    m_it->find<QComboBox>("orderTypeComboBox")->setCurrentIndex(0);
    const QString number = column(OrdersTable::Number).at(7);
    m_it->find<QWidget>("ordersPage")->findChild<QLineEdit *>(u"filterEdit"_s)->setText(number);
    QCOMPARE(column(OrdersTable::Number), QStringList{number});
}

void TestOrdersPage::asksForDetailsOfTheSelectedOrderAlone()
{
    open();
    m_table->setFocus();
    for (int row = 0; row < 10; ++row) // held down
        QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(details(), 0);
    QTRY_COMPARE(details(), 2);
    QTRY_VERIFY(m_it->find<QWidget>("paymentSheet")->isVisible() ||
                said("paymentNoteLabel").startsWith(u"GenAuth knows of no"_s));
    QVERIFY(sheet("orderSheet")
                .contains(column(OrdersTable::Number).at(m_table->currentIndex().row())));
    // The unpaid one has no payment; asked at once by Return.
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_Return);
    QTRY_COMPARE(said("paymentNoteLabel"), u"GenAuth knows of no payment for this order."_s);
    QCOMPARE(details(), 4);
    m_table->selectRow(9);
    m_table->selectRow(0); // known by now
    QTest::keyClick(m_table, Qt::Key_Return);
    m_it->settle();
    QTRY_COMPARE(details(), 5); // it may have been paid since
}

void TestOrdersPage::copiesTheSelectedOrder()
{
    open();
    m_table->selectRow(3);
    const QString number = column(OrdersTable::Number).at(3);
    press("copyEnglishButton");
    QVERIFY(QApplication::clipboard()->text().startsWith(u"Order number: "_s + number));
    QCOMPARE(m_it->statusMessage(), u"The order is copied."_s);
    press("copyChineseButton");
    QVERIFY(QApplication::clipboard()->text().contains(number));
}

void TestOrdersPage::saysWhatWasRefused()
{
    open(0, {}, {.kind = SandboxFault::Kind::PaymentRequired, .operation = u"get-orders"_s});
    QVERIFY(m_it->find<QWidget>("ordersPage")
                ->findChild<QWidget *>(u"operationErrorNotice"_s)
                ->isVisible());
    QVERIFY(!m_table->isVisible());
    m_server->setFault(m_poolId, {.kind = SandboxFault::Kind::None, .operation = u"get-orders"_s});
    m_it->refreshAgain();
    QCOMPARE(m_table->model()->rowCount(), 50);
    // A further page, and the details of an order, fail by themselves.
    m_server->setFault(
        m_poolId, {.kind = SandboxFault::Kind::ServerError, .operation = u"get-orders"_s});
    press("loadMoreButton");
    QTRY_VERIFY(said("orderLoadLabel").startsWith(u"The next orders could not be loaded."_s));
    QVERIFY(m_it->find<QWidget>("loadMoreButton")->isVisible());
    m_server->setFault(
        m_poolId, {.kind = SandboxFault::Kind::Forbidden, .operation = u"get-order-pay-detail"_s});
    m_table->selectRow(5);
    QTRY_VERIFY(m_it->find<QWidget>("retryDetailsButton")->isVisible());
    QVERIFY(!m_it->find<QWidget>("orderProblemLabel")->isVisible());
    QVERIFY(m_it->find<QWidget>("paymentNoteLabel")->isVisible());
}

void TestOrdersPage::waitsForDetailsAsTold()
{
    open();
    m_server->setFault(m_poolId,
        {.kind = SandboxFault::Kind::ThrottledHttp, .operation = u"get-order-pay-detail"_s});
    m_table->selectRow(5);
    QTRY_VERIFY(m_it->find<QWidget>("retryDetailsButton")->isVisible());
    m_server->setFault(m_poolId, {});
    const int asked = details();
    m_table->selectRow(6);
    QTRY_VERIFY(said("paymentNoteLabel").startsWith(u"GenAuth asked to wait until"_s));
    QCOMPARE(details(), asked);
    m_it->clock.advance(std::chrono::minutes(10));
    QTRY_COMPARE(details(), asked + 2); // nobody pressed anything
}

void TestOrdersPage::saysHowOldFurtherPagesAre()
{
    open(4); // where values cannot be read
    const auto notice = [this] {
        QString all;
        const auto *page = m_it->find<QWidget>("ordersPage");
        const auto labels =
            page->findChild<QWidget *>(u"operationFieldsBanner"_s)->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            all += label->text();
        return all;
    };
    const QString before = notice();
    press("loadMoreButton");
    QTRY_COMPARE(m_table->model()->rowCount(), 100);
    QVERIFY(before.contains(u"cannot be read"_s));
    QTRY_VERIFY(notice() != before); // more of them
    QCOMPARE(said("ordersHeadingLabel"), u"Loaded 100 of 137 orders"_s);
    m_it->clock.advance(std::chrono::hours(7));
    m_it->refreshAgain();
    QVERIFY2(said("ordersHeadingLabel")
                 .startsWith(u"Loaded 100 of 137 orders; those after the newest 50 as of "_s),
        qPrintable(said("ordersHeadingLabel")));
}

void TestOrdersPage::keepsItsPlace()
{
    open();
    press("loadMoreButton");
    QTRY_COMPARE(m_table->model()->rowCount(), 100);
    m_table->sortByColumn(OrdersTable::Amount, Qt::AscendingOrder);
    m_it->find<QComboBox>("orderTypeComboBox")->setCurrentText(u"Renewal"_s);
    m_it->settle();
    m_table->selectRow(12);
    m_table->verticalScrollBar()->setValue(150);
    const QString number = column(OrdersTable::Number).at(12);
    const QString top =
        m_table->indexAt(QPoint(0, 0)).siblingAtColumn(OrdersTable::Number).data().toString();
    const auto place = [&] {
        return QStringList{
            m_table->currentIndex().siblingAtColumn(OrdersTable::Number).data().toString(),
            m_table->indexAt(QPoint(0, 0)).siblingAtColumn(OrdersTable::Number).data().toString()};
    };
    m_server->addOrder(m_poolId);
    m_it->refreshAgain();
    QCOMPARE(place(), QStringList({number, top}));
    press("loadMoreButton");
    QTRY_VERIFY(said("ordersHeadingLabel").contains(u"138"_s));
    QTRY_COMPARE(place(), QStringList({number, top}));
    for (const UiLanguage language : {UiLanguage::Chinese, UiLanguage::English}) {
        m_it->language.set(language);
        m_it->settle();
        QCOMPARE(place(), QStringList({number, top}));
        QCOMPARE(m_it->find<QComboBox>("orderTypeComboBox")->currentIndex(), 3);
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(OrdersTable::Amount));
    }
    QVERIFY(m_table->selectionModel()->isRowSelected(m_table->currentIndex().row(), {}));
}

void TestOrdersPage::showsOddValuesAsTheyCame()
{
    open(4); // where values are missing, or not listed
    press("loadAllButton");
    QTRY_COMPARE(m_table->model()->rowCount(), 137);
    QVERIFY(column(OrdersTable::Type).contains(u"Gift"_s));
    QVERIFY(column(OrdersTable::Quantity).contains(u"n/a"_s));
    QVERIFY(column(OrdersTable::Source).contains(u"unknown"_s));
    QVERIFY(column(OrdersTable::Created).last() == u"unknown"_s); // behind all that are known
    for (int at = 0; at < OrdersTable::ColumnCount; ++at)
        QVERIFY(!column(at).contains(QString()));
    QVERIFY(said("ordersTotalsLabel").contains(u"unknown"_s));
}

void TestOrdersPage::worksByKeyboardAlone()
{
    open();
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_F, Qt::ControlModifier);
    auto *edit = m_it->find<QWidget>("ordersPage")->findChild<QLineEdit *>(u"filterEdit"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"2026"_s);
    QTest::keyClick(edit, Qt::Key_Down);
    QVERIFY(m_table->hasFocus());
    QVERIFY(m_table->selectionModel()->isRowSelected(0, {}));
    QSet<QString> reached;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget()->objectName());
    }
    for (const char *name : {"orderStatusComboBox", "orderTypeComboBox", "loadMoreButton",
             "loadAllButton", "copyEnglishButton", "copyChineseButton"})
        QVERIFY2(reached.contains(QLatin1String(name)), name);
    auto *all = m_it->find<QPushButton>("loadAllButton");
    all->setFocus();
    QTest::keyClick(all, Qt::Key_Return);
    QTRY_VERIFY(m_it->find<QWidget>("cancelLoadingButton")->hasFocus());
    QTRY_COMPARE(said("ordersHeadingLabel").contains(u"137"_s), true);
}

void TestOrdersPage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1180, 800);
    QTest::newRow("narrow") << QSize(800, 500);
}

void TestOrdersPage::fits()
{
    QFETCH(QSize, size);
    open();
    m_it->window->resize(size);
    m_it->settle();
    m_table->selectRow(2);
    m_it->settle();
    QTRY_VERIFY(m_it->find<QWidget>("orderTitleLabel")->isVisible());
    const bool isWide = size.width() > 1000;
    const QPoint table = m_table->mapTo(m_it->window.get(), QPoint());
    const QPoint pane = m_it->find<QWidget>("orderDetailPane")->mapTo(m_it->window.get(), QPoint());
    QCOMPARE(pane.x() > table.x() + 100, isWide);
    QCOMPARE(pane.y() > table.y() + 100, !isWide);
    // PICS
    // The pages follow a theme that is chosen while they are there.
    m_it->theme.apply(ThemeChoice::Dark);
    QTRY_COMPARE(m_it->find<QWidget>("ordersPage")->palette().color(QPalette::Window),
        m_it->theme.colors().window);
}

QTEST_MAIN(TestOrdersPage)
#include "tst_orderspage.moc"
