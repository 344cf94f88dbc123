// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/decimal.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace genauth;

class TestDecimal : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void startsAtZero();
    void readsAndWrites_data();
    void readsAndWrites();
    void refusesWhatIsNoPlainNumber_data();
    void refusesWhatIsNoPlainNumber();
    void comparesAsNumbers_data();
    void comparesAsNumbers();
    void addsExactly_data();
    void addsExactly();
    void ignoresTheLocale_data();
    void ignoresTheLocale();
};

void TestDecimal::startsAtZero()
{
    QCOMPARE(Decimal().toString(), QStringLiteral("0"));
    QVERIFY(Decimal() == *Decimal::parse(u"0.00"));
}

void TestDecimal::readsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<int>("millionths");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<bool>("negative");
    QTest::addColumn<QString>("written");

    const auto row = [](const char *text, qint64 whole, int millionths, int decimals, bool negative,
                         const char *written = nullptr) {
        QTest::newRow(text) << QString::fromLatin1(text) << whole << millionths << decimals
                            << negative << QString::fromLatin1(written ? written : text);
    };
    row("0", 0, 0, 0, false);
    row("0.00", 0, 0, 2, false);
    row("99.00", 99, 0, 2, false);
    row("99.5", 99, 500'000, 1, false);
    row("1234.50", 1234, 500'000, 2, false);
    row("0.1", 0, 100'000, 1, false);
    row("0.30", 0, 300'000, 2, false);
    row("0.000001", 0, 1, 6, false);
    row("-0.000001", 0, 1, 6, true);
    row("-1234.50", 1234, 500'000, 2, true);
    row("-5", 5, 0, 0, true);
    row("999999999999999.999999", 999'999'999'999'999, 999'999, 6, false);
    row("-999999999999999.999999", 999'999'999'999'999, 999'999, 6, true);
    row("007.10", 7, 100'000, 2, false, "7.10");
}

void TestDecimal::readsAndWrites()
{
    QFETCH(QString, text);
    const auto number = Decimal::parse(text);
    QVERIFY(number);
    QTEST(number->wholePart(), "whole");
    QTEST(number->millionths(), "millionths");
    QTEST(number->shownDecimals(), "decimals");
    QTEST(number->isNegative(), "negative");
    QTEST(number->toString(), "written");
}

void TestDecimal::refusesWhatIsNoPlainNumber_data()
{
    QTest::addColumn<QString>("text");
    const char *const texts[] = {"", " ", "-", ".", "-.", "5.", ".5", "-.5", "--5", "+5", " 5",
        "5 ", "5\n", "1,234.50", "99,00", "1'000", "1 000", "1_000", "¥99.00", "99.00元", "$5",
        "1e3", "1E3", "1e400", "0x10", "NaN", "nan", "inf", "-inf", "Infinity", "null", "free",
        "-0", "-0.00", "1.2.3", "1..2", "1.-2", "９９", "９９.00", "٩٩", "۹۹", "99。00",
        "1000000000000000", "1.1234567", "1.123456789012345678901234567890",
        "1000000000000000000000000000000"};
    for (const char *text : texts)
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
    QTest::newRow("a zero byte") << QStringLiteral("5").append(QChar(0));
    QTest::newRow("a million digits") << QString(1'000'000, u'9');
}

void TestDecimal::refusesWhatIsNoPlainNumber()
{
    QFETCH(QString, text);
    QVERIFY(!Decimal::parse(text));
}

void TestDecimal::comparesAsNumbers_data()
{
    QTest::addColumn<QString>("smaller");
    QTest::addColumn<QString>("larger");
    QTest::newRow("whole") << "98"
                           << "99";
    QTest::newRow("decimals") << "99.1"
                              << "99.11";
    QTest::newRow("more digits are not more") << "99.10"
                                              << "99.2";
    QTest::newRow("last place") << "0.000001"
                                << "0.000002";
    QTest::newRow("negative is less") << "-1"
                                      << "0";
    QTest::newRow("negative is less than its twin") << "-0.5"
                                                    << "0.5";
    QTest::newRow("more negative is less") << "-2"
                                           << "-1.5";
    QTest::newRow("where a double fails") << "999999999999999.999998"
                                          << "999999999999999.999999";
}

void TestDecimal::comparesAsNumbers()
{
    QFETCH(QString, smaller);
    QFETCH(QString, larger);
    const Decimal a = *Decimal::parse(smaller);
    const Decimal b = *Decimal::parse(larger);
    QVERIFY(a < b);
    QVERIFY(b > a);
    QVERIFY(a != b);
    QVERIFY(a == *Decimal::parse(smaller));
    QVERIFY(*Decimal::parse(u"99.0") == *Decimal::parse(u"99.00"));
    QVERIFY(*Decimal::parse(u"-99") == *Decimal::parse(u"-99.000"));
}

void TestDecimal::addsExactly_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("sum"); ///< empty: too large
    const auto row = [](const char *a, const char *b, const char *sum) {
        QTest::addRow("%s + %s", a, b)
            << QString::fromLatin1(a) << QString::fromLatin1(b) << QString::fromLatin1(sum);
    };
    row("0.1", "0.2", "0.3");
    row("99.00", "1", "100.00");
    row("0.5", "0.500000", "1.000000");
    row("0.999999", "0.000001", "1.000000");
    row("12900.00", "-12900.00", "0.00");
    row("-0.25", "0.5", "0.25");
    row("1", "-1.75", "-0.75");
    row("-1.5", "0.75", "-0.75");
    row("2", "-0.000001", "1.999999");
    row("-2", "0.000001", "-1.999999");
    row("-0.6", "-0.6", "-1.2");
    row("999999999999999", "0.999999", "999999999999999.999999");
    row("999999999999999.999999", "0.000001", "");
    row("-999999999999999.999999", "-0.000001", "");
    row("999999999999999", "999999999999999", "");
    row("999999999999999", "-1", "999999999999998");
}

void TestDecimal::addsExactly()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, sum);
    for (const auto &added : {Decimal::parse(a)->plus(*Decimal::parse(b)),
             Decimal::parse(b)->plus(*Decimal::parse(a))}) {
        QCOMPARE(added ? added->toString() : QString(), sum);
        if (added) // no negative zero
            QCOMPARE(*added, *Decimal::parse(sum));
    }
}

void TestDecimal::ignoresTheLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    for (const char *name : {"zh_CN", "ar_EG", "fa_IR", "de_DE"})
        QTest::newRow(name) << QLocale(QLatin1String(name));
}

void TestDecimal::ignoresTheLocale()
{
    QFETCH(QLocale, locale);
    QLocale::setDefault(locale);
    QCOMPARE(Decimal::parse(u"-1234.50")->toString(), QStringLiteral("-1234.50"));
    QVERIFY(!Decimal::parse(u"1,5"));
    QVERIFY(!Decimal::parse(locale.toString(1234.5)));
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
