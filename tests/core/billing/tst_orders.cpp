// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/orderpage.h"
#include "core/billing/payment.h"
#include "tests/core/billing/publishedpackage.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

/** Runs in several zones: none of them may make a difference. */
class TestOrders : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void decodesThePublishedExamples();
    void decodesThePublishedPayment();
    void decodesAWholeOrder();
    void keepsMoneyExact();
    void keepsUnlistedValuesAsTheyCame_data();
    void keepsUnlistedValuesAsTheyCame();
    void knowsEveryListedValue();
    void readsPages_data();
    void readsPages();
    void paymentsMayBeUnknown();
    void tellsMomentsInThePoolsClock();
};

namespace {

QJsonObject sampleOrder()
{
    return {{u"orderNo"_s, u"20260809115913aa0001"_s}, {u"goodsName"_s, u"消费者企业版"_s},
        {u"goodsNameEn"_s, u"Enterprise for consumers"_s}, {u"goodsUnitPrice"_s, u"12900.00"_s},
        {u"quantity"_s, u"12"_s}, {u"actualAmount"_s, u"154800.00"_s}, {u"status"_s, u"2"_s},
        {u"orderType"_s, u"Renew"_s}, {u"createTime"_s, u"2026-08-09 11:59:13"_s},
        {u"source"_s, u"SelfHelp"_s}};
}

Order orderWith(const QString &key, const QJsonValue &value)
{
    QJsonObject data = sampleOrder();
    data[key] = value;
    return Order::fromJson(data, BeijingOffset).value();
}

} // namespace

void TestOrders::decodesThePublishedExamples()
{
    // One record, whose values are just "string": shown as unknown, or as they came.
    const OrderPage page =
        OrderPage::fromJson(dataOfFixture("orders-published-example.json"), BeijingOffset).value();
    QCOMPARE(page.totalCount.value, 0);
    QCOMPARE(page.orders.size(), 1);
    Order alone =
        Order::fromJson(dataOfFixture("order-published-example.json"), BeijingOffset).value();
    QCOMPARE(alone.orderNo.value, u"202209251234224"_s);
    QCOMPARE(alone.nameZh.value, u"string"_s);
    QVERIFY(alone.unitPrice.isUnreadable());
    QVERIFY(alone.quantity.isUnreadable());
    QVERIFY(alone.actualAmount.isUnreadable());
    QVERIFY(alone.createTime.isUnreadable());
    QCOMPARE(alone.createTime.asSent, u"string"_s);
    QCOMPARE(alone.status, Order::Status::Unlisted);
    QVERIFY(alone.statusSent.value->startsWith(u"1：未支付"_s));
    QCOMPARE(alone.type, Order::Type::Unlisted);
    QCOMPARE(alone.source, Order::Source::Unlisted);
    QCOMPARE(alone.sourceSent.value, u"string"_s);
    QCOMPARE(alone.unreadableFields, (QStringList{u"data.goodsUnitPrice"_s, u"data.quantity"_s,
                                         u"data.actualAmount"_s, u"data.createTime"_s}));
    QCOMPARE(page.unreadableFields.first(), u"data.list.goodsUnitPrice"_s);
    alone.unreadableFields = page.orders.first().unreadableFields;
    QCOMPARE(page.orders.first(), alone);
}

void TestOrders::decodesThePublishedPayment()
{
    const Payment payment =
        Payment::fromJson(dataOfFixture("payment-published-example.json"), BeijingOffset).value();
    QCOMPARE(payment.orderNo.value, u"2022080911591337da0aae9660"_s);
    QCOMPARE(payment.channelOrderNo.value, u"Mock22e7ecfd-745d-46ad-b563-ef4db5719bfb"_s);
    QCOMPARE(payment.paidAmount.value->toString(), u"7.9"_s);
    QCOMPARE(payment.paidTime.value->toUTC().toString(Qt::ISODate), u"2022-08-09T03:59:46Z"_s);
    QCOMPARE(payment.paidAccountNo.value, u"62bec1591aeb41ad3f1a6503"_s);
    QCOMPARE(payment.payStatus.value, u"3"_s);
    QCOMPARE(payment.createTime.value->toUTC().toString(Qt::ISODate), u"2022-08-09T03:59:20Z"_s);
    QCOMPARE(payment.payType.value, u"Alipay"_s);
    QVERIFY(payment.unreadableFields.isEmpty());
}

void TestOrders::decodesAWholeOrder()
{
    const Order order = Order::fromJson(sampleOrder(), BeijingOffset).value();
    QCOMPARE(order.orderNo.value, u"20260809115913aa0001"_s);
    QCOMPARE(order.nameZh.value, u"消费者企业版"_s);
    QCOMPARE(order.nameEn.value, u"Enterprise for consumers"_s);
    QCOMPARE(order.unitPrice.value->toString(), u"12900.00"_s);
    QCOMPARE(order.quantity.value, 12);
    QCOMPARE(order.actualAmount.value->toString(), u"154800.00"_s);
    QCOMPARE(order.status, Order::Status::Paid);
    QCOMPARE(order.type, Order::Type::Renew);
    QCOMPARE(order.source, Order::Source::SelfHelp);
    QCOMPARE(order.createTime.value->offsetFromUtc(), 8 * 3600);
    QCOMPARE(order.createTime.value->toUTC().toString(Qt::ISODate), u"2026-08-09T03:59:13Z"_s);
    QVERIFY(order.unreadableFields.isEmpty());
    QCOMPARE(Order::fromJson(u"x"_s, BeijingOffset).error().kind, ErrorKind::UnreadableField);
}

void TestOrders::keepsMoneyExact()
{
    QCOMPARE(orderWith(u"actualAmount"_s, u"0.10"_s).actualAmount.value->toString(), u"0.10"_s);
    QCOMPARE(orderWith(u"actualAmount"_s, 7.9).actualAmount.value->toString(), u"7.9"_s);
    QCOMPARE(orderWith(u"actualAmount"_s, u"-5.00"_s).actualAmount.value->toString(), u"-5.00"_s);
    QVERIFY(orderWith(u"actualAmount"_s, u"1,234"_s).actualAmount.isUnreadable());
    QVERIFY(orderWith(u"actualAmount"_s, QJsonValue()).actualAmount.asSent.isEmpty());
}

void TestOrders::keepsUnlistedValuesAsTheyCame_data()
{
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<QString>("asSent");
    QTest::newRow("another number") << QJsonValue(u"6"_s) << u"6"_s;
    QTest::newRow("a word") << QJsonValue(u"Refunded"_s) << u"Refunded"_s;
    QTest::newRow("other case") << QJsonValue(u"renew"_s) << u"renew"_s;
    QTest::newRow("blank around") << QJsonValue(u" 2"_s) << u" 2"_s;
    QTest::newRow("absent") << QJsonValue() << QString();
    QTest::newRow("an object") << QJsonValue(QJsonObject()) << u"{}"_s;
}

void TestOrders::keepsUnlistedValuesAsTheyCame()
{
    QFETCH(QJsonValue, sent);
    QFETCH(QString, asSent);
    QCOMPARE(orderWith(u"status"_s, sent).status, Order::Status::Unlisted);
    QCOMPARE(orderWith(u"status"_s, sent).statusSent.asSent, asSent);
    QCOMPARE(orderWith(u"orderType"_s, sent).type, Order::Type::Unlisted);
    QCOMPARE(orderWith(u"orderType"_s, sent).typeSent.asSent, asSent);
    QCOMPARE(orderWith(u"source"_s, sent).source, Order::Source::Unlisted);
    QCOMPARE(orderWith(u"source"_s, sent).sourceSent.asSent, asSent);
}

void TestOrders::knowsEveryListedValue()
{
    using Status = Order::Status;
    QCOMPARE(orderWith(u"status"_s, u"1"_s).status, Status::Unpaid);
    QCOMPARE(orderWith(u"status"_s, 2).status, Status::Paid);
    QCOMPARE(orderWith(u"status"_s, u"3"_s).status, Status::Completed);
    QCOMPARE(orderWith(u"status"_s, u"4"_s).status, Status::Cancelled);
    QCOMPARE(orderWith(u"status"_s, u"5"_s).status, Status::Expired);
    using Type = Order::Type;
    QCOMPARE(orderWith(u"orderType"_s, u"New"_s).type, Type::New);
    QCOMPARE(orderWith(u"orderType"_s, u"Upgrade"_s).type, Type::Upgrade);
    QCOMPARE(orderWith(u"orderType"_s, u"Renew"_s).type, Type::Renew);
    QCOMPARE(orderWith(u"orderType"_s, u"Overdue_Correct"_s).type, Type::OverdueCorrect);
    QCOMPARE(orderWith(u"orderType"_s, u"Overflowed_Correct"_s).type, Type::OverflowedCorrect);
    using Source = Order::Source;
    QCOMPARE(orderWith(u"source"_s, u"Licence"_s).source, Source::Licence);
    QCOMPARE(orderWith(u"source"_s, u"Offline"_s).source, Source::Offline);
    QCOMPARE(orderWith(u"source"_s, u"Eadmin"_s).source, Source::Eadmin);
    QCOMPARE(orderWith(u"source"_s, u"SelfHelp"_s).source, Source::SelfHelp);
    QCOMPARE(orderWith(u"source"_s, u"Cdkey"_s).source, Source::Cdkey);
}

void TestOrders::readsPages_data()
{
    QTest::addColumn<QJsonValue>("list");
    QTest::addColumn<int>("orders");
    QTest::addColumn<QStringList>("unreadable");
    const QJsonObject order = sampleOrder();
    QTest::newRow("array") << QJsonValue(QJsonArray{order, order}) << 2 << QStringList();
    QTest::newRow("one object") << QJsonValue(order) << 1 << QStringList();
    QTest::newRow("absent") << QJsonValue() << 0 << QStringList();
    QTest::newRow("text") << QJsonValue(u"[]"_s) << 0 << QStringList{u"data.list"_s};
    QTest::newRow("a stranger") << QJsonValue(QJsonArray{order, 7}) << 1
                                << QStringList{u"data.list[1]"_s};
}

void TestOrders::readsPages()
{
    QFETCH(QJsonValue, list);
    const QJsonObject data{{u"totalCount"_s, u"137"_s}, {u"list"_s, list}};
    const OrderPage page = OrderPage::fromJson(data, BeijingOffset).value();
    QCOMPARE(page.totalCount.value, 137);
    QTEST(int(page.orders.size()), "orders");
    QTEST(page.unreadableFields, "unreadable");
    QVERIFY(!OrderPage::fromJson(QJsonValue(), BeijingOffset));
}

void TestOrders::paymentsMayBeUnknown()
{
    const Payment payment =
        Payment::fromJson(QJsonObject{{u"paidAmount"_s, u"string"_s}}, BeijingOffset).value();
    QVERIFY(payment.paidAmount.isUnreadable());
    QVERIFY(!payment.paidTime.isKnown());
    QVERIFY(payment.payType.asSent.isEmpty());
    QCOMPARE(payment.unreadableFields, QStringList{u"data.paidAmount"_s});
    QVERIFY(!Payment::fromJson(QJsonArray(), BeijingOffset));
}

void TestOrders::tellsMomentsInThePoolsClock()
{
    const QDateTime created =
        *orderWith(u"createTime"_s, u"2026-03-31T17:30:00Z"_s).createTime.value;
    QCOMPARE(created.toString(Qt::ISODate), u"2026-04-01T01:30:00+08:00"_s);
    const QJsonObject sent{{u"paidTime"_s, u"2026-03-31T17:30:00-05:00"_s}};
    const Payment payment = Payment::fromJson(sent, std::chrono::hours(1)).value();
    QCOMPARE(payment.paidTime.value->toString(Qt::ISODate), u"2026-03-31T23:30:00+01:00"_s);
}

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
