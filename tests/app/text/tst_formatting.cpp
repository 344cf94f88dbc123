// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/formatting.h"
#include "tests/app/languages.h"

#include <QTest>

#include <limits>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

constexpr int Beijing = 8 * 3600;

QDateTime moment(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

QString inBoth(Language &language, const std::function<QString()> &say)
{
    QStringList said;
    for (const UiLanguage each : {UiLanguage::English, UiLanguage::Chinese}) {
        language.set(each);
        said << say();
    }
    return said.join(u" | "_s);
}

} // namespace

/** Runs as if in New York, so that the computer's own zone has its chance to do harm. */
class TestFormatting : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void countsThings_data();
    void countsThings();
    void showsMoneyExactly_data();
    void showsMoneyExactly();
    void namesCurrencies_data();
    void namesCurrencies();
    void writesDatesAndTimes_data();
    void writesDatesAndTimes();
    void writesOffsets_data();
    void writesOffsets();
    void countsDays_data();
    void countsDays();
    void saysTimeLeft_data();
    void saysTimeLeft();
    void saysAges_data();
    void saysAges();
    void saysSpans_data();
    void saysSpans();
    void joinsSentences();
    void isExactInTooltips();
    void saysUnknown();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestFormatting::countsThings_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("said");
    QTest::newRow("zero") << qint64(0) << u"0 | 0"_s;
    QTest::newRow("three digits") << qint64(999) << u"999 | 999"_s;
    QTest::newRow("four digits") << qint64(1000) << u"1,000 | 1,000"_s;
    QTest::newRow("a million") << qint64(1234567) << u"1,234,567 | 1,234,567"_s;
    QTest::newRow("the largest") << std::numeric_limits<qint64>::max()
                                 << u"9,223,372,036,854,775,807 | 9,223,372,036,854,775,807"_s;
}

void TestFormatting::countsThings()
{
    QFETCH(qint64, number);
    QTEST(inBoth(m_language, [&] { return Formatting::count(number); }), "said");
}

void TestFormatting::showsMoneyExactly_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("said");
    const auto row = [](const QString &sent, const QString &said) {
        QTest::newRow(qPrintable(sent)) << sent << said;
    };
    row(u"0"_s, u"0"_s);
    row(u"0.00"_s, u"0.00"_s);
    row(u"99.00"_s, u"99.00"_s);
    row(u"99.0"_s, u"99.0"_s);
    row(u"12900.00"_s, u"12,900.00"_s);
    row(u"0.000001"_s, u"0.000001"_s);
    row(u"-0.50"_s, u"-0.50"_s);
    row(u"-1234.56"_s, u"-1,234.56"_s);
    // What a binary number would round.
    row(u"0.1"_s, u"0.1"_s);
    row(u"999999999999999"_s, u"999,999,999,999,999"_s);
    row(u"999999999999999.999999"_s, u"999,999,999,999,999.999999"_s);
    row(u"-900719925474099.300001"_s, u"-900,719,925,474,099.300001"_s);
}

void TestFormatting::showsMoneyExactly()
{
    QFETCH(QString, sent);
    QFETCH(QString, said);
    const std::optional<Decimal> amount = Decimal::parse(sent);
    QVERIFY(amount);
    QCOMPARE(
        inBoth(m_language, [&] { return Formatting::money(*amount, {}); }), said + u" | "_s + said);
}

void TestFormatting::namesCurrencies_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("said");
    QTest::newRow("none") << QString() << u"99.00"_s;
    QTest::newRow("yuan") << u"CNY"_s << u"¥\u00A099.00"_s;
    QTest::newRow("dollar") << u"USD"_s << u"$\u00A099.00"_s;
    QTest::newRow("euro") << u"EUR"_s << u"€\u00A099.00"_s;
    QTest::newRow("pound") << u"GBP"_s << u"£\u00A099.00"_s;
    QTest::newRow("a sign read differently elsewhere") << u"JPY"_s << u"JPY\u00A099.00"_s;
}

void TestFormatting::namesCurrencies()
{
    QFETCH(QString, currency);
    QFETCH(QString, said);
    const Decimal amount = *Decimal::parse(u"99.00"_s);
    QCOMPARE(inBoth(m_language, [&] { return Formatting::money(amount, currency); }),
        said + u" | "_s + said);
}

void TestFormatting::writesDatesAndTimes_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QString>("dates");
    QTest::addColumn<QString>("dateTimes");
    QTest::newRow("midnight in Beijing")
        << u"2026-11-11T00:00:00+08:00"_s << u"11 Nov 2026 | 2026年11月11日"_s
        << u"11 Nov 2026, 00:00 Beijing time | 北京时间 2026年11月11日 00:00"_s;
    QTest::newRow("a leap day with seconds")
        << u"2024-02-29T23:59:59+08:00"_s << u"29 Feb 2024 | 2024年2月29日"_s
        << u"29 Feb 2024, 23:59:59 Beijing time | 北京时间 2024年2月29日 23:59:59"_s;
    QTest::newRow("another clock")
        << u"2026-01-02T03:04:00-03:30"_s << u"2 Jan 2026 | 2026年1月2日"_s
        << u"2 Jan 2026, 03:04 UTC-03:30 | UTC-03:30 2026年1月2日 03:04"_s;
    QTest::newRow("UTC") << u"2026-07-01T12:00:00Z"_s << u"1 Jul 2026 | 2026年7月1日"_s
                         << u"1 Jul 2026, 12:00 UTC | UTC 2026年7月1日 12:00"_s;
    QTest::newRow("an hour that New York skips")
        << u"2024-03-10T02:30:00+08:00"_s << u"10 Mar 2024 | 2024年3月10日"_s
        << u"10 Mar 2024, 02:30 Beijing time | 北京时间 2024年3月10日 02:30"_s;
}

void TestFormatting::writesDatesAndTimes()
{
    QFETCH(QString, moment);
    const QDateTime at = ::moment(moment);
    QTEST(inBoth(m_language, [&] { return Formatting::date(at); }), "dates");
    QTEST(inBoth(m_language, [&] { return Formatting::dateTime(at); }), "dateTimes");
}

void TestFormatting::writesOffsets_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("said");
    QTest::newRow("UTC") << 0 << u"UTC"_s;
    QTest::newRow("Beijing") << Beijing << u"UTC+8"_s;
    QTest::newRow("India") << 19800 << u"UTC+05:30"_s;
    QTest::newRow("Newfoundland") << -12600 << u"UTC-03:30"_s;
    QTest::newRow("half an hour west") << -1800 << u"UTC-00:30"_s;
    QTest::newRow("the furthest east") << 14 * 3600 << u"UTC+14"_s;
    QTest::newRow("the furthest west") << -14 * 3600 << u"UTC-14"_s;
}

void TestFormatting::writesOffsets()
{
    QFETCH(int, seconds);
    QTEST(Formatting::offset(seconds), "said");
}

void TestFormatting::countsDays_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("said");
    QTest::newRow("none") << qint64(0) << u"0 days | 0 天"_s;
    QTest::newRow("one") << qint64(1) << u"1 day | 1 天"_s;
    QTest::newRow("two") << qint64(2) << u"2 days | 2 天"_s;
    QTest::newRow("many") << qint64(100'000) << u"100,000 days | 100,000 天"_s;
}

void TestFormatting::countsDays()
{
    QFETCH(qint64, count);
    QTEST(inBoth(m_language, [&] { return Formatting::days(count); }), "said");
}

void TestFormatting::saysTimeLeft_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("said");
    QTest::newRow("1 s") << qint64(1) << u"less than an hour | 不到 1 小时"_s;
    QTest::newRow("59 min 59 s") << qint64(3599) << u"less than an hour | 不到 1 小时"_s;
    QTest::newRow("1 h") << qint64(3600) << u"1 hour | 1 小时"_s;
    QTest::newRow("2 h") << qint64(7200) << u"2 hours | 2 小时"_s;
    QTest::newRow("47 h 59 min") << qint64(48 * 3600 - 1) << u"47 hours | 47 小时"_s;
    QTest::newRow("48 h") << qint64(48 * 3600) << u"2 days | 2 天"_s;
    QTest::newRow("nearly 13 days") << qint64(13 * 86400 - 1) << u"12 days | 12 天"_s;
}

void TestFormatting::saysTimeLeft()
{
    QFETCH(qint64, seconds);
    QTEST(
        inBoth(m_language, [&] { return Formatting::timeLeft(roundedTimeLeft(seconds)); }), "said");
}

void TestFormatting::saysAges_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("said");
    const auto row = [](qint64 seconds, const QString &said) {
        QTest::addRow("%lld s", seconds) << seconds << said;
    };
    // A clock that was set back makes nothing older than new.
    row(std::numeric_limits<qint64>::min(), u"before the clock was set back | 时钟调回之前"_s);
    row(-301, u"before the clock was set back | 时钟调回之前"_s);
    row(-300, u"just now | 刚刚"_s);
    row(0, u"just now | 刚刚"_s);
    row(59, u"just now | 刚刚"_s);
    row(60, u"1 min ago | 1 分钟前"_s);
    row(3599, u"59 min ago | 59 分钟前"_s);
    row(3600, u"1 h ago | 1 小时前"_s);
    row(5400, u"1 h 30 min ago | 1 小时 30 分钟前"_s);
    row(86399, u"23 h 59 min ago | 23 小时 59 分钟前"_s);
    row(86400, u"24 h ago | 24 小时前"_s);
    row(90000, u"25 h ago | 25 小时前"_s);
    row(172799, u"47 h ago | 47 小时前"_s);
    row(172800, u"2 days ago | 2 天前"_s);
    row(400 * 86400, u"400 days ago | 400 天前"_s);
}

void TestFormatting::saysAges()
{
    QFETCH(qint64, seconds);
    QTEST(inBoth(m_language, [&] { return Formatting::age(seconds); }), "said");
}

void TestFormatting::saysSpans_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("said");
    const auto row = [](qint64 seconds, const QString &said) {
        QTest::addRow("%lld s", seconds) << seconds << said;
    };
    row(-5, u"0 s | 0 秒"_s);
    row(0, u"0 s | 0 秒"_s);
    row(1, u"1 s | 1 秒"_s);
    row(7, u"7 s | 7 秒"_s);
    row(119, u"119 s | 119 秒"_s);
    row(120, u"2 min | 2 分钟"_s);
    row(7199, u"119 min | 119 分钟"_s);
    row(7200, u"2 h | 2 小时"_s);
    row(172799, u"47 h | 47 小时"_s);
    row(172800, u"2 days | 2 天"_s);
}

void TestFormatting::saysSpans()
{
    QFETCH(qint64, seconds);
    QTEST(inBoth(m_language, [&] { return Formatting::span(seconds); }), "said");
}

void TestFormatting::joinsSentences()
{
    QCOMPARE(inBoth(m_language,
                 [] {
                     return Formatting::sentences({u"A."_s, {}, u"B."_s});
                 }),
        u"A. B. | A.B."_s);
    QCOMPARE(Formatting::sentences({}), QString());
    QCOMPARE(Formatting::sentences({QString(), QString()}), QString());
}

void TestFormatting::isExactInTooltips()
{
    const QDateTime end = moment(u"2026-11-11T00:00:00+08:00"_s);
    QCOMPARE(inBoth(m_language, [&] { return Formatting::exactMoment(end); }),
        u"2026-11-11T00:00:00+08:00\nYour time: 10 Nov 2026, 11:00 UTC-5 | "
        "2026-11-11T00:00:00+08:00\n您的时间：2026年11月10日 11:00 UTC-5"_s);
    // In summer New York is an hour nearer.
    const QDateTime summer = moment(u"2026-07-01T12:00:00Z"_s);
    m_language.set(UiLanguage::English);
    QCOMPARE(Formatting::exactMoment(summer),
        u"2026-07-01T12:00:00Z\nYour time: 1 Jul 2026, 08:00 UTC-4"_s);
}

void TestFormatting::saysUnknown()
{
    QCOMPARE(inBoth(m_language, [] { return Formatting::unknown(); }), u"unknown | 未知"_s);
}

QTEST_GUILESS_MAIN(TestFormatting)
#include "tst_formatting.moc"
