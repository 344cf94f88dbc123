// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/servertime.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using std::chrono::seconds;

namespace {

constexpr seconds Beijing{8 * 3600};

} // namespace

/** Runs in several zones, see tests/core/CMakeLists.txt: none of them may make a difference. */
class TestServerTime : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void theZoneOfThisRunIsInEffect();
    void readsTimes_data();
    void readsTimes();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void assumesTheGivenOffset_data();
    void assumesTheGivenOffset();
};

void TestServerTime::theZoneOfThisRunIsInEffect()
{
    const QHash<QByteArray, int> winterHours{{"America/New_York", -5}, {"Europe/Berlin", 1},
        {"Asia/Shanghai", 8}, {"UTC", 0}, {"Pacific/Kiritimati", 14}};
    const QByteArray zone = qgetenv("TZ");
    if (!winterHours.contains(zone))
        return;
    const QDateTime winter = QDateTime::fromSecsSinceEpoch(1'705'320'000);
    if (winter.offsetFromUtc() == 0 && zone != "UTC")
        QSKIP("this computer has no zone data");
    QCOMPARE(winter.offsetFromUtc(), winterHours.value(zone) * 3600);
}

void TestServerTime::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<int>("offset");
    QTest::addColumn<bool>("zoneAssumed");

    const auto assumed = [](const char *text, qint64 secondsSinceEpoch, int milliseconds = 0) {
        QTest::newRow(text) << QString::fromLatin1(text) << secondsSinceEpoch * 1000 + milliseconds
                            << int(Beijing.count()) << true;
    };
    assumed("2022-09-09 00:00:00", 1'662'652'800);
    assumed("2022-09-09", 1'662'652'800);
    assumed("2022-09-09T00:00:00", 1'662'652'800);
    assumed("2022-09-09 00:00:00.5", 1'662'652'800, 500);
    assumed("2022-09-09 00:00:00.123", 1'662'652'800, 123);
    assumed("2022-09-09T00:00:00.123999999", 1'662'652'800, 123);
    assumed("2024-02-29 00:00:00", 1'709'136'000);
    assumed("2000-02-29 12:00:00", 951'796'800);
    assumed("2023-12-31 23:59:59", 1'704'038'399);
    assumed("2024-01-01 00:00:00", 1'704'038'400);
    // Hours that do not exist in New York, in Berlin, and in the Shanghai of 1988.
    assumed("2024-03-10 02:30:00", 1'710'009'000);
    assumed("2024-03-31 02:30:00", 1'711'823'400);
    assumed("1988-04-17 02:30:00", 577'218'600);
    // An hour that exists twice in Berlin.
    assumed("2024-10-27 02:30:00", 1'729'967'400);
    assumed("2038-01-19 11:14:08", 2'147'483'648);
    assumed("1970-01-01 08:00:00", 0);
    assumed("1969-12-31 00:00:00", -115'200);
    assumed("9999-12-31 23:59:59", 253'402'271'999);

    const auto believed = [](const char *text, qint64 secondsSinceEpoch, int offset,
                              int milliseconds = 0) {
        QTest::newRow(text) << QString::fromLatin1(text) << secondsSinceEpoch * 1000 + milliseconds
                            << offset << false;
    };
    believed("2022-09-08T16:00:00Z", 1'662'652'800, 0);
    believed("2022-09-08 16:00:00Z", 1'662'652'800, 0);
    believed("2022-09-08T16:00:00.250Z", 1'662'652'800, 0, 250);
    believed("2022-09-08T16:00:00+00:00", 1'662'652'800, 0);
    believed("2022-09-08T16:00:00-00:00", 1'662'652'800, 0);
    believed("2022-09-09T00:00:00+08:00", 1'662'652'800, 28'800);
    believed("2022-09-08T21:30:00+05:30", 1'662'652'800, 19'800);
    believed("2022-09-08T11:00:00-05:00", 1'662'652'800, -18'000);
    believed("2022-09-09T06:00:00+14:00", 1'662'652'800, 50'400);
    believed("2022-09-08 02:00:00.000-14:00", 1'662'652'800, -50'400);
}

void TestServerTime::readsTimes()
{
    QFETCH(QString, text);
    for (const char *locale : {"C", "zh_CN", "ar_EG", "fa_IR"}) {
        QLocale::setDefault(QLocale(QLatin1String(locale)));
        const auto time = parseServerTime(text, Beijing);
        QVERIFY(time);
        QTEST(time->at.toMSecsSinceEpoch(), "milliseconds");
        QTEST(time->at.offsetFromUtc(), "offset");
        QVERIFY(time->at.timeSpec() != Qt::LocalTime);
        QTEST(time->zoneAssumed, "zoneAssumed");
        // What was read is what is shown again.
        QCOMPARE(time->at.toString(QStringLiteral("yyyy-MM-dd")), text.first(10));
    }
}

void TestServerTime::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("text");
    const char *const texts[] = {"", " ", "0", "-1", "null", "permanent", "永久", "unlimited",
        // days and times that do not exist
        "2023-02-29 00:00:00", "2100-02-29 00:00:00", "2022-04-31 00:00:00", "0000-00-00 00:00:00",
        "0000-01-01 00:00:00", "2022-00-01 00:00:00", "2022-13-01 00:00:00", "2022-01-00 00:00:00",
        "2022-09-09 24:00:00", "2022-09-09 23:59:60", "2022-09-09 23:60:00", "2022-09-09 25:00:00",
        "99999-01-01 00:00:00", "-2022-09-09 00:00:00", "+2022-09-09",
        // other ways to write them
        "2022/09/09 00:00:00", "2022/09/09", "2022.09.09", "2022-9-9 0:0:0", "22-09-09 00:00:00",
        "20220909", "20220909T000000Z", "09-09-2022", "2022-09-09 00:00", "2022-09-09 00.00.00",
        "2022-09-09 12:00:00 AM", "2022-09-09  00:00:00", "2022-09-09t00:00:00z", "2022-W36-5",
        "Fri Sep 9 00:00:00 2022", "Fri, 09 Sep 2022 00:00:00 GMT", "2022年09月09日", "1662652800",
        "1662652800000", "1.6626528e9",
        // blanks around, leftovers, halves
        " 2022-09-09 00:00:00", "2022-09-09 00:00:00 ", "2022-09-09 ", "2022-09-09T",
        "2022-09-09 00:00:00x", "2022-09-09 00:00:0", "2022-09-09 00:00:00.", "2022-09-09-",
        "2022-09-09 00:00:00.1234567890", "2022-09-0", "2022-09",
        // zones
        "2022-09-09Z", "2022-09-09 00:00:00 Z", "2022-09-09 00:00:00 +08:00",
        "2022-09-09T00:00:00+0800", "2022-09-09T00:00:00+08", "2022-09-09T00:00:00+8:00",
        "2022-09-09T00:00:00+08:60", "2022-09-09T00:00:00+14:01", "2022-09-09T00:00:00+15:00",
        "2022-09-09T00:00:00+99:99", "2022-09-09T00:00:00ZZ", "2022-09-09T00:00:00+08:00Z",
        "2022-09-09 00:00:00 CST", "2022-09-09 00:00:00+-8:00",
        // other digits
        "２０２２-０９-０９ ００:００:００", "٢٠٢٢-٠٩-٠٩ ٠٠:٠٠:٠٠", "۲۰۲۲-۰۹-۰۹"};
    for (const char *text : texts)
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
    QTest::newRow("a zero byte") << QStringLiteral("2022-09-09 00:00:00").append(QChar(0));
    QTest::newRow("a million digits") << QString(1'000'000, u'9');
}

void TestServerTime::refusesEverythingElse()
{
    QFETCH(QString, text);
    for (const char *locale : {"C", "zh_CN", "ar_EG", "fa_IR"}) {
        QLocale::setDefault(QLocale(QLatin1String(locale)));
        QVERIFY(!parseServerTime(text, Beijing));
    }
}

void TestServerTime::assumesTheGivenOffset_data()
{
    QTest::addColumn<int>("offset");
    for (const int offset : {0, 8 * 3600, -5 * 3600, 19'800, 14 * 3600, -14 * 3600})
        QTest::addRow("%d", offset) << offset;
}

void TestServerTime::assumesTheGivenOffset()
{
    QFETCH(int, offset);
    const qint64 inUtc = 1'662'681'600; // 2022-09-09 00:00:00 UTC
    const auto assumed = parseServerTime(u"2022-09-09 00:00:00", seconds(offset));
    QCOMPARE(assumed->at.toSecsSinceEpoch(), inUtc - offset);
    QCOMPARE(assumed->at.offsetFromUtc(), offset);
    const auto believed = parseServerTime(u"2022-09-09 00:00:00Z", seconds(offset));
    QCOMPARE(believed->at.toSecsSinceEpoch(), inUtc);
}

QTEST_APPLESS_MAIN(TestServerTime)
#include "tst_servertime.moc"
