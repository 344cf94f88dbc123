// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demoorders.h"
#include "app/sandbox/demopayments.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace genauth;
using namespace genauth::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QDateTime opened(QDate(2026, 11, 23), QTime(5, 10, 25), Qt::UTC);

/** Every order of a book, newest first. */
QList<DemoOrder> all(const OrderBook &book, const QDateTime &now = opened)
{
    QList<DemoOrder> orders;
    for (qint64 index = 0; index < book.count(); ++index)
        orders.append(book.order(index, now));
    return orders;
}

QStringList numbers(const QList<DemoOrder> &orders)
{
    QStringList texts;
    for (const DemoOrder &order : orders)
        texts.append(order.orderNo);
    return texts;
}

/** A price with two decimals, in cents. */
qint64 cents(const QString &price)
{
    return price.left(price.size() - 3).toLongLong() * 100 + price.right(2).toLongLong();
}

} // namespace

/** The orders the sandbox makes up, and what was paid for them. */
class TestDemoOrders : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void ownPoolsHave137OthersFewer();
    void everyKindOccurs();
    void newestComesFirst_data();
    void newestComesFirst();
    void numbersLookLikeTheVendors();
    void theSameAtEachStart();
    void sumsAreExact();
    void foundByTheirNumbers();
    void unpaidForTwoHours();
    void addedInFront();
    void paidWhenTheStatusSaysSo();

private:
    [[nodiscard]] OrderBook book(int pool, int count = 137, const QDateTime &time = opened) const
    {
        return {m_pools[pool], m_goods, count, time};
    }

    QList<DemoPool> m_pools = demoPools(60, SandboxLanguage::English);
    std::shared_ptr<const OrderGoods> m_goods = std::make_shared<const OrderGoods>();
};

void TestDemoOrders::ownPoolsHave137OthersFewer()
{
    QSet<int> counts;
    for (int number = 1; number <= m_pools.size(); ++number) {
        const int count = OrderBook::usualCount(m_pools[number - 1], number);
        if (number <= ownDemoPools) {
            QCOMPARE(count, 137);
        } else {
            QVERIFY(count >= 12 && count <= 40);
            counts.insert(count);
        }
    }
    QVERIFY(counts.size() > 10);
}

void TestDemoOrders::everyKindOccurs()
{
    for (const int pool : {0, 1, 2, 3, 4, 5, 6, 7, 59}) {
        QSet<int> statuses;
        QSet<QString> types;
        QSet<QString> sources;
        const QList<DemoOrder> orders = all(book(pool, pool < 5 ? 137 : 12));
        for (const DemoOrder &order : orders) {
            statuses.insert(order.status);
            types.insert(order.orderType);
            sources.insert(order.source);
            QVERIFY(!order.goods.name.isEmpty());
            QVERIFY(order.goods.quantity > 0);
        }
        QCOMPARE(statuses, (QSet<int>{1, 2, 3, 4, 5}));
        QCOMPARE(types, (QSet<QString>{u"New"_s, u"Upgrade"_s, u"Renew"_s, u"Overdue_Correct"_s,
                            u"Overflowed_Correct"_s}));
        QCOMPARE(sources,
            (QSet<QString>{u"Licence"_s, u"Offline"_s, u"Eadmin"_s, u"SelfHelp"_s, u"Cdkey"_s}));
    }
}

void TestDemoOrders::newestComesFirst_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 12, 137, 395, 396, 10'000, mostDemoOrders})
        QTest::addRow("%d", count) << count;
}

void TestDemoOrders::newestComesFirst()
{
    QFETCH(int, count);
    const OrderBook orders = book(0, count);
    QDateTime later = opened;
    const qint64 step = std::max(1, count / 2000); // some two thousand of them will do
    for (qint64 index = 0; index < count; index += step) {
        const DemoOrder order = orders.order(index, opened);
        QVERIFY(order.createTime < later);
        if (index + 1 < count)
            QVERIFY(orders.order(index + 1, opened).createTime < order.createTime);
        QCOMPARE(orders.find(order.orderNo, opened)->place, count - index);
        later = order.createTime;
    }
    QVERIFY(orders.order(count - 1, opened).createTime > opened.addMonths(-27));
}

void TestDemoOrders::numbersLookLikeTheVendors()
{
    const QRegularExpression form(u"^20[0-9]{12}[0-9a-f]{12}$"_s);
    QSet<QString> unique;
    for (const int pool : {0, 1, 30}) {
        const QList<DemoOrder> orders = all(book(pool));
        for (const DemoOrder &order : orders) {
            QVERIFY2(form.match(order.orderNo).hasMatch(), qPrintable(order.orderNo));
            QCOMPARE(order.orderNo.first(14),
                order.createTime.toOffsetFromUtc(8 * 3600).toString(u"yyyyMMddHHmmss"));
            unique.insert(order.orderNo.last(12));
        }
    }
    QCOMPARE(unique.size(), 3 * 137);
}

void TestDemoOrders::theSameAtEachStart()
{
    QCOMPARE(numbers(all(book(2))), numbers(all(book(2, 137, opened.addSecs(49 * 60)))));
    QVERIFY(numbers(all(book(2))) != numbers(all(book(3))));
    // Later that day only the unpaid one is another; tomorrow all of them have moved by a day.
    const QStringList later = numbers(all(book(2, 137, opened.addSecs(3 * 3600))));
    QVERIFY(later[0] != numbers(all(book(2)))[0]);
    QCOMPARE(later.sliced(1), numbers(all(book(2))).sliced(1));
    QCOMPARE(book(2, 137, opened.addDays(1)).order(9, opened).createTime,
        book(2).order(9, opened).createTime.addDays(1));
    // A running sandbox keeps its orders, however long it runs.
    QCOMPARE(numbers(all(book(2), opened.addDays(9))), numbers(all(book(2))));
}

void TestDemoOrders::sumsAreExact()
{
    int discounted = 0;
    for (int pool = 0; pool < m_pools.size(); ++pool) {
        if (m_pools[pool].use.isUncertain)
            continue;
        const QList<DemoOrder> orders = all(book(pool));
        for (const DemoOrder &order : orders) {
            const qint64 full = cents(order.goods.unitPrice) * order.goods.quantity;
            const qint64 discount = full - cents(order.actualAmount);
            QVERIFY(discount >= 0 && discount * 2 <= full);
            QCOMPARE(discount % 100, 0);
            discounted += discount > 0 ? 1 : 0;
            if (order.orderType.endsWith(u"_Correct"))
                QCOMPARE(discount, 0);
        }
    }
    QVERIFY(discounted > 100 && discounted < 60 * 137 / 2);
    QCOMPARE(actualAmount({u"A"_s, u"A"_s, u"1280000.00"_s, 24}, 0), u"30720000.00");
    QCOMPARE(actualAmount({u"A"_s, u"A"_s, u"99.99"_s, 3}, 0), u"299.97");
    QCOMPARE(actualAmount({u"A"_s, u"A"_s, u"99.99"_s, 3}, 10), u"270.97");
    QCOMPARE(actualAmount({u"A"_s, u"A"_s, u"0.35"_s, 1}, 10), u"0.35");
    QCOMPARE(actualAmount({u"A"_s, u"A"_s, u""_s, 3}, 10), QString());
}

void TestDemoOrders::foundByTheirNumbers()
{
    const OrderBook orders = book(0);
    const QString number = orders.order(40, opened).orderNo;
    QCOMPARE(orders.find(number, opened)->orderNo, number);
    for (const QString &wrong : {QString(), u"1"_s, number.chopped(1), number + u'0',
             u"20260101000000"_s + number.last(12), number.first(14) + u"000000000000"_s,
             number.toUpper().replace(u'0', u'O'), book(1).order(40, opened).orderNo})
        QVERIFY2(!orders.find(wrong, opened), qPrintable(wrong));
}

void TestDemoOrders::unpaidForTwoHours()
{
    const OrderBook orders = book(0);
    const DemoOrder newest = orders.order(0, opened);
    QCOMPARE(newest.status, 1);
    QCOMPARE(orders.order(0, newest.createTime.addSecs(7199)).status, 1);
    QCOMPARE(orders.order(0, newest.createTime.addSecs(7200)).status, 5);
    for (int index = 1; index < 137; ++index)
        QVERIFY(orders.order(index, opened).status != 1);
}

void TestDemoOrders::addedInFront()
{
    OrderBook orders = book(0);
    const QStringList before = numbers(all(orders));
    orders.add(opened.addSecs(60));
    orders.add(opened.addSecs(120));
    const QStringList after = numbers(all(orders));
    QCOMPARE(after.sliced(2), before);
    QVERIFY(after[0].startsWith(u"20261123131225"));
    QVERIFY(after[1].startsWith(u"20261123131125"));
    QCOMPARE(orders.find(after[1], opened.addSecs(180))->status, 1);

    OrderBook empty = book(0, 0);
    QCOMPARE(empty.count(), 0);
    empty.add(opened);
    QCOMPARE(all(empty).size(), 1);
}

void TestDemoOrders::paidWhenTheStatusSaysSo()
{
    QSet<QString> types;
    const QList<DemoOrder> orders = all(book(0));
    for (const DemoOrder &order : orders) {
        const auto paid = payment(order, m_pools[0]);
        QCOMPARE(paid.has_value(), order.status == 2 || order.status == 3);
        if (!paid)
            continue;
        types.insert((*paid)["payType"_L1].toString());
        QCOMPARE((*paid)["paidAmount"_L1].toString(), order.actualAmount);
        QVERIFY((*paid)["paidTime"_L1].toString() > (*paid)["createTime"_L1].toString());
        QVERIFY((*paid)["paidTime"_L1].toString() < u"2026-11-23");
        QCOMPARE(*paid, *payment(order, m_pools[0]));
    }
    QCOMPARE(types, (QSet<QString>{u"Alipay"_s, u"WechatPay"_s, u"BankTransfer"_s}));
}

QTEST_GUILESS_MAIN(TestDemoOrders)
#include "tst_demoorders.moc"
