// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All rows of a large table are collected while the window lives on, as they were at one moment.

#include "app/dashboard/tablecollector.h"

#include "app/dashboard/orderstable.h"
#include "app/dashboard/theme.h"
#include "core/accounts/account.h"
#include "core/models/ordersmodel.h"
#include "tests/support/qtwarnings.h"

#include <QHeaderView>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

QList<Order> orders(int from, int count)
{
    QList<Order> orders;
    for (int i = from; i < from + count; ++i) {
        orders << Order::fromJson(QJsonObject{{u"orderNo"_s, QString::number(i)},
                                      {u"createTime"_s, u"2026-11-01 00:00:00"_s}},
            BeijingOffset)
                      .value();
    }
    return orders;
}

} // namespace

class TestTableCollector : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void handsOverASmallTableAtOnce();
    void letsTheWindowLive();
    void beginsAnewWhenARowComes();
    void givesUpWhenThePoolChanges();
    void comesToAnEndWhereRowsKeepChanging();
    void replacesTheCallBefore();

private:
    void collect(TableForm form = TableForm::Raw)
    {
        m_collector->collect(form, [this](const TableRows &rows) { m_got << rows.contents(); });
    }

    Theme m_theme;
    std::unique_ptr<OrdersModel> m_model;
    std::unique_ptr<OrdersTable> m_table;
    std::unique_ptr<QTableView> m_view;
    std::unique_ptr<TableCollector> m_collector;
    QList<TableContents> m_got;
};

void TestTableCollector::init()
{
    failOnQtWarnings();
    m_got.clear();
    m_collector.reset();
    m_view = std::make_unique<QTableView>();
    m_model = std::make_unique<OrdersModel>();
    m_table = std::make_unique<OrdersTable>(*m_model, m_theme);
    m_view->setModel(m_table.get());
    m_collector = std::make_unique<TableCollector>(*m_table, *m_view->horizontalHeader(), nullptr);
    m_model->merge(orders(0, 1000));
    m_table->setOrigin({.poolName = u"First"_s});
}

void TestTableCollector::handsOverASmallTableAtOnce()
{
    m_collector->setSlice(std::chrono::hours(1));
    const QSignalSpy takesTime(m_collector.get(), &TableCollector::takesTime);
    collect();
    QCOMPARE(m_got.size(), 1);
    QCOMPARE(m_got.first().rows.size(), 1000);
    collect(TableForm::AsShown);
    QCOMPARE(m_got.last().rows.size(), 1000);
    QCOMPARE(m_got.last().columns.first(), u"Order number"_s);
    QCOMPARE(takesTime.size(), 0);
}

void TestTableCollector::letsTheWindowLive()
{
    m_collector->setSlice(std::chrono::milliseconds(0));
    int turns = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, this, [&turns] { ++turns; });
    other.start(0);
    const QSignalSpy takesTime(m_collector.get(), &TableCollector::takesTime);
    collect();
    QCOMPARE(m_got.size(), 0);
    QCOMPARE(takesTime.size(), 1);
    QTRY_COMPARE(m_got.size(), 1);
    QCOMPARE(m_got.first().rows.size(), 1000);
    QVERIFY2(turns >= 10, qPrintable(QString::number(turns)));
    QSet<QString> numbers;
    for (const QVariantList &row : m_got.first().rows)
        numbers << row.first().toString();
    QCOMPARE(numbers.size(), 1000); // each once
}

void TestTableCollector::beginsAnewWhenARowComes()
{
    m_collector->setSlice(std::chrono::milliseconds(0));
    collect();
    m_model->merge(orders(1000, 1));
    QTRY_COMPARE(m_got.size(), 1);
    QCOMPARE(m_got.first().rows.size(), 1001);
    QSet<QString> numbers;
    for (const QVariantList &row : m_got.first().rows)
        numbers << row.first().toString();
    QCOMPARE(numbers.size(), 1001);
}

void TestTableCollector::givesUpWhenThePoolChanges()
{
    m_collector->setSlice(std::chrono::milliseconds(0));
    const QSignalSpy gaveUp(m_collector.get(), &TableCollector::gaveUp);
    collect();
    m_model->clear();
    m_table->setOrigin({.account = QUuid::createUuid(), .poolName = u"First"_s});
    m_model->merge(orders(5000, 3));
    QTRY_COMPARE(gaveUp.size(), 1);
    QCOMPARE(m_got.size(), 0);
    collect(); // which asks for the other one
    QTRY_COMPARE(m_got.size(), 1);
    QCOMPARE(m_got.first().rows.size(), 3);
}

void TestTableCollector::comesToAnEndWhereRowsKeepChanging()
{
    m_collector->setSlice(std::chrono::milliseconds(0));
    QTimer restless;
    connect(&restless, &QTimer::timeout, this, [this] { m_table->retell(); });
    restless.start(0);
    collect();
    QTRY_COMPARE(m_got.size(), 1);
    QCOMPARE(m_got.first().rows.size(), 1000);
}

void TestTableCollector::replacesTheCallBefore()
{
    m_collector->setSlice(std::chrono::milliseconds(0));
    collect(TableForm::AsShown);
    collect(TableForm::Raw);
    QTRY_COMPARE(m_got.size(), 1);
    QCOMPARE(m_got.first().columns.first(), u"order_number"_s);
    QTest::qWait(0);
    QCOMPARE(m_got.size(), 1);
}

QTEST_MAIN(TestTableCollector)
#include "tst_tablecollector.moc"
