// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/ordertext.h"

#include "app/text/formatting.h"
#include "core/accounts/account.h"
#include "tests/app/languages.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestOrderText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_language.set(UiLanguage::English);
    }

    void saysEveryListedValue_data() { bothLanguages(); }
    void saysEveryListedValue();
    void saysUnlistedValuesAsTheyCame();
    void namesInTheWindowsLanguage();
    void takesBlanksForUnknown_data();
    void takesBlanksForUnknown();
    void saysWhichOrderThePaymentIsFor();
    void makesASheet_data() { bothLanguages(); }
    void makesASheet();
    void copiesInEitherLanguage();
    void saysHowManyAreLoaded_data();
    void saysHowManyAreLoaded();
    void addsUpWhatWasPaid();

private:
    Language m_language{Language::defaultDirectory()};
};

namespace {

Order order(const QJsonObject &changes = {})
{
    QJsonObject data{{u"orderNo"_s, u"20260809115913aa0001"_s}, {u"goodsName"_s, u"消费者企业版"_s},
        {u"goodsNameEn"_s, u"Enterprise"_s}, {u"goodsUnitPrice"_s, u"12900.00"_s},
        {u"quantity"_s, u"1200"_s}, {u"actualAmount"_s, u"154800.00"_s}, {u"status"_s, u"2"_s},
        {u"orderType"_s, u"Renew"_s}, {u"createTime"_s, u"2026-08-09 11:59:13"_s},
        {u"source"_s, u"SelfHelp"_s}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        data[it.key()] = it.value();
    return Order::fromJson(data, BeijingOffset).value();
}

} // namespace

void TestOrderText::saysEveryListedValue()
{
    m_language.set(languageOfRow());
    QStringList said;
    for (const char *status : {"1", "2", "3", "4", "5"})
        said << OrderText::status(order({{u"status"_s, QLatin1String(status)}})).value;
    for (const char *type : {"New", "Upgrade", "Renew", "Overdue_Correct", "Overflowed_Correct"})
        said << OrderText::type(order({{u"orderType"_s, QLatin1String(type)}})).value;
    for (const char *source : {"Licence", "Offline", "Eadmin", "SelfHelp", "Cdkey"})
        said << OrderText::source(order({{u"source"_s, QLatin1String(source)}})).value;
    said << OrderText::statusName(Order::Status::Unlisted)
         << OrderText::statusNote(order({{u"status"_s, 1}}));
    for (const QString &words : said)
        QVERIFY2(isSaidIn(languageOfRow(), words), qPrintable(words));
    said.removeDuplicates();
    QCOMPARE(said.size(), 17);
    QVERIFY(OrderText::statusNote(order()).isEmpty());
}

void TestOrderText::saysUnlistedValuesAsTheyCame()
{
    const Order odd = order({{u"status"_s, u"<b>6</b>"_s}, {u"orderType"_s, QJsonValue()},
        {u"quantity"_s, u"n/a"_s}, {u"actualAmount"_s, u"1,234"_s}, {u"createTime"_s, u""_s}});
    QCOMPARE(OrderText::status(odd).value, u"<b>6</b>"_s);
    QVERIFY(OrderText::status(odd).known);
    QCOMPARE(OrderText::type(odd).value, u"unknown"_s);
    QVERIFY(!OrderText::type(odd).known);
    QCOMPARE(OrderText::quantity(odd).value, u"n/a"_s);
    QCOMPARE(OrderText::money(odd.actualAmount, u"CNY"_s).value, u"1,234"_s); // nothing guessed
    QVERIFY(!OrderText::money(odd.actualAmount, u"CNY"_s).known);
    QCOMPARE(OrderText::moment(odd.createTime).value, u"unknown"_s);
}

void TestOrderText::namesInTheWindowsLanguage()
{
    QCOMPARE(OrderText::name(order()).value, u"Enterprise"_s);
    const OrderText::Fact other = OrderText::name(order({{u"goodsNameEn"_s, QJsonValue()}}));
    QCOMPARE(other.value, u"消费者企业版"_s);
    QVERIFY(!other.known);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(OrderText::name(order()).value, u"消费者企业版"_s);
}

void TestOrderText::takesBlanksForUnknown_data()
{
    QTest::addColumn<QString>("blank");
    QTest::newRow("a blank") << u" "_s;
    QTest::newRow("wide") << u"\u3000\u00a0"_s;
    QTest::newRow("no width") << u"\u200b\ufeff"_s;
    QTest::newRow("no ink") << u"\u3164"_s;
    QTest::newRow("overrides") << u"\u202e\u2066"_s;
    QTest::newRow("many") << QString(500, u' ');
}

void TestOrderText::takesBlanksForUnknown()
{
    QFETCH(QString, blank);
    QJsonObject all;
    for (const auto *key : {"orderNo", "goodsName", "goodsNameEn", "goodsUnitPrice", "quantity",
             "actualAmount", "status", "orderType", "createTime", "source"})
        all[QLatin1String(key)] = blank;
    const Order blankOrder = order(all);
    QCOMPARE(OrderText::number(blankOrder).value, u"unknown"_s);
    for (const OrderText::Line &line : OrderText::orderLines(blankOrder, {})) {
        QCOMPARE(line.value, u"unknown"_s);
        QVERIFY(!line.known);
    }
    QVERIFY(
        OrderText::sheet(blankOrder, {}, {}, UiLanguage::English).contains(u"Source: unknown\n"_s));
    const OrderText::Fact english = OrderText::name(order({{u"goodsNameEn"_s, blank}}));
    QCOMPARE(english.value, u"消费者企业版"_s);
    QVERIFY(!english.known);
    QVERIFY(OrderText::name(order({{u"goodsName"_s, blank}})).known);
}

void TestOrderText::saysWhichOrderThePaymentIsFor()
{
    const auto firstLine = [](const QString &number) {
        Payment payment;
        payment.orderNo = {number, number};
        return OrderText::paymentLines(order(), payment, {}).constFirst();
    };
    QCOMPARE(firstLine(*order().orderNo.value).label, u"Paid amount"_s);
    QCOMPARE(firstLine(u" "_s).label, u"Paid amount"_s);
    QCOMPARE(firstLine(u"another"_s).label, u"Payment is for order"_s);
    QCOMPARE(firstLine(u"another"_s).value, u"another"_s);
}

void TestOrderText::makesASheet()
{
    m_language.set(languageOfRow());
    const QList<OrderText::Line> lines = OrderText::orderLines(order(), u"CNY"_s);
    QCOMPARE(lines.size(), 10);
    for (const OrderText::Line &line : lines) {
        QVERIFY2(isSaidIn(languageOfRow(), line.label), qPrintable(line.label));
        QVERIFY(line.known);
        QVERIFY(!line.value.isEmpty());
    }
    QCOMPARE(lines.at(5).value, u"¥\u00a0154,800.00"_s);
    QCOMPARE(lines.at(6).value, u"1,200"_s);
    for (const OrderText::Line &line : OrderText::paymentLines(order(), Payment(), {})) {
        QVERIFY2(isSaidIn(languageOfRow(), line.label), qPrintable(line.label));
        QVERIFY(isSaidIn(languageOfRow(), line.value)); // unknown
        QVERIFY(!line.known);
    }
}

void TestOrderText::copiesInEitherLanguage()
{
    Payment payment;
    payment.payType.value = u"Alipay"_s;
    for (const UiLanguage window : {UiLanguage::English, UiLanguage::Chinese}) {
        m_language.set(window);
        const QString english = OrderText::sheet(order(), payment, u"CNY"_s, UiLanguage::English);
        QVERIFY2(
            english.startsWith(u"Order number: 20260809115913aa0001\n"_s), qPrintable(english));
        QVERIFY(english.contains(u"Status: Paid\nAmount: CNY 154800.00\n"_s));
        QVERIFY(english.contains(u"Created: 2026-08-09 11:59:13 UTC+8\n"_s));
        QVERIFY(english.contains(u"Payment method: Alipay\n"_s));
        QVERIFY(english.contains(u"Paid at: unknown\n"_s));
        const QString chinese = OrderText::sheet(order(), payment, u"CNY"_s, UiLanguage::Chinese);
        QCOMPARE(chinese.count(u'\n'), english.count(u'\n'));
        QVERIFY(chinese.contains(u"CNY 154800.00\n"_s));
        const QStringList lines = chinese.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            QVERIFY2(hasHan(line.section(u": "_s, 0, 0)), qPrintable(line));
        // Without the file, in English.
        QCOMPARE(OrderText::sheet(order(), payment, u"CNY"_s, UiLanguage::Chinese, u"/nowhere"_s),
            english);
    }
    QVERIFY(!OrderText::sheet(order(), {}, {}, UiLanguage::English).contains(u"Paid at"_s));
}

void TestOrderText::saysHowManyAreLoaded_data()
{
    m_language.set(UiLanguage::English); // the rows are made of words
    QTest::addColumn<OrderText::Loaded>("loaded");
    QTest::addColumn<QString>("heading");
    using Loaded = OrderText::Loaded;
    QTest::newRow("some") << Loaded{.orders = 100, .stated = 137} << u"Loaded 100 of 137 orders"_s;
    QTest::newRow("all") << Loaded{.orders = 1370, .complete = true, .stated = 1370}
                         << u"All 1,370 orders"_s;
    QTest::newRow("one") << Loaded{.orders = 1, .complete = true} << u"All 1 order"_s;
    QTest::newRow("none") << Loaded{.orders = 0, .complete = true} << u"No orders"_s;
    QTest::newRow("too few said") << Loaded{.orders = 100, .stated = 80}
                                  << u"Loaded 100; GenAuth says 80"_s;
    QTest::newRow("too many said") << Loaded{.orders = 137, .complete = true, .stated = 200}
                                   << u"All 137 orders; GenAuth says 200"_s;
    QTest::newRow("nothing said") << Loaded{.orders = 50} << u"Loaded 50 orders"_s;
    QTest::newRow("filtered") << Loaded{.orders = 100, .stated = 137, .matching = 12}
                              << u"12 of the 100 loaded orders match"_s;
    const QDateTime aged(QDate(2026, 7, 1), QTime(9, 12), Qt::OffsetFromUTC, 8 * 3600);
    QTest::newRow("aged") << Loaded{.orders = 100, .stated = 137, .agedSince = aged}
                          << u"Loaded 100 of 137 orders; those after the newest 50 as of "_s +
                                 Formatting::dateTime(aged);
}

void TestOrderText::saysHowManyAreLoaded()
{
    QFETCH(OrderText::Loaded, loaded);
    QTEST(OrderText::heading(loaded), "heading");
    m_language.set(UiLanguage::Chinese);
    QVERIFY2(isSaidIn(UiLanguage::Chinese, OrderText::heading(loaded)),
        qPrintable(OrderText::heading(loaded)));
    QVERIFY(isSaidIn(UiLanguage::Chinese, OrderText::progress(loaded)));
}

void TestOrderText::addsUpWhatWasPaid()
{
    OrderTotals totals;
    QVERIFY(OrderText::totals(totals, u"CNY"_s).isEmpty());
    totals.add(order({{u"status"_s, 1}}));
    QCOMPARE(OrderText::totals(totals, u"CNY"_s), u"This 1 order is neither paid nor completed."_s);
    totals.add(order({{u"actualAmount"_s, u"0.10"_s}}));
    totals.add(order({{u"actualAmount"_s, u"0.2"_s}, {u"status"_s, 3}}));
    totals.add(order({{u"status"_s, 4}}));
    QCOMPARE(OrderText::totals(totals, u"CNY"_s),
        u"Paid and completed, 2 of these 4 orders: ¥\u00a00.30"_s);
    totals.add(order({{u"actualAmount"_s, u"a lot"_s}}));
    QCOMPARE(OrderText::totals(totals, {}),
        u"Paid and completed, 3 of these 5 orders: 0.30 (1 amount unknown)"_s);
    totals.add(order({{u"actualAmount"_s, u"999999999999999"_s}}));
    totals.add(order({{u"actualAmount"_s, u"999999999999999"_s}}));
    QVERIFY(OrderText::totals(totals, {}).contains(u"too large to add up"_s));
    m_language.set(UiLanguage::Chinese);
    QVERIFY(isSaidIn(UiLanguage::Chinese, OrderText::totals(totals, {})));
}

QTEST_GUILESS_MAIN(TestOrderText)
#include "tst_ordertext.moc"
