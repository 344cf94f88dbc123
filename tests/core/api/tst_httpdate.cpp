// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/httpdate.h"
#include "tests/support/qtwarnings.h"

#include <QLocale>
#include <QScopeGuard>
#include <QTest>

#include <ctime>

using namespace genauth;

namespace {

const QDateTime Noon(QDate(2026, 10, 21), QTime(12, 0), Qt::UTC);

} // namespace

class TestHttpDate : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void readsDate();
    void readsDateWhateverTheLocale();
    void readsDateThatThisZoneSkips();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void needsNowForRetryAfterDate();
};

void TestHttpDate::readsDate()
{
    const QDateTime expected(QDate(2026, 10, 21), QTime(7, 28), Qt::UTC);
    QCOMPARE(parseHttpDate("Wed, 21 Oct 2026 07:28:00 GMT"), expected);
    QCOMPARE(parseHttpDate("  Wed, 21 Oct 2026 07:28:00 GMT\t"), expected);
    QCOMPARE(parseHttpDate("Wed, 21 Oct 2026 07:28:00 GMT").timeSpec(), Qt::UTC);
    QCOMPARE(parseHttpDate("Thu, 29 Feb 2024 23:59:59 GMT"),
        QDateTime(QDate(2024, 2, 29), QTime(23, 59, 59), Qt::UTC));
}

void TestHttpDate::readsDateWhateverTheLocale()
{
    const QLocale before;
    const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
    for (const QLocale::Language language :
        {QLocale::Chinese, QLocale::Arabic, QLocale::Persian, QLocale::German}) {
        QLocale::setDefault(QLocale(language));
        QCOMPARE(parseHttpDate("Sun, 06 Dec 2026 08:49:37 GMT"),
            QDateTime(QDate(2026, 12, 6), QTime(8, 49, 37), Qt::UTC));
    }
}

void TestHttpDate::readsDateThatThisZoneSkips()
{
    const QByteArray before = qgetenv("TZ");
    const auto restore = qScopeGuard([&] {
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        ::tzset();
    });
    qputenv("TZ", "America/New_York");
    ::tzset();
    // 02:30 did not exist in New York on that day.
    const QDateTime gap = parseHttpDate("Sun, 10 Mar 2024 02:30:00 GMT");
    QCOMPARE(gap.toSecsSinceEpoch(), 1710037800);
    QCOMPARE(gap.time(), QTime(2, 30));
}

void TestHttpDate::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("yesterday");
    QTest::newRow("another zone") << QByteArray("Wed, 21 Oct 2026 07:28:00 CET");
    QTest::newRow("an offset") << QByteArray("Wed, 21 Oct 2026 07:28:00 +0000");
    QTest::newRow("no zone") << QByteArray("Wed, 21 Oct 2026 07:28:00");
    QTest::newRow("ISO") << QByteArray("2026-10-21T07:28:00Z");
    QTest::newRow("no such day") << QByteArray("Tue, 31 Feb 2026 07:28:00 GMT");
    QTest::newRow("hour 24") << QByteArray("Wed, 21 Oct 2026 24:00:00 GMT");
    QTest::newRow("two of them") << QByteArray(
        "Wed, 21 Oct 2026 07:28:00 GMT, Wed, 21 Oct 2026 07:28:00 GMT");
    QTest::newRow("seconds") << QByteArray("1792567680");
}

void TestHttpDate::refusesWhatIsNoDate()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseHttpDate(text).isValid());
}

void TestHttpDate::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("seconds"); // 0: neither form
    QTest::newRow("seconds") << QByteArray("7") << 7;
    QTest::newRow("blanks around") << QByteArray(" 7 ") << 7;
    QTest::newRow("zero is raised") << QByteArray("0") << 1;
    QTest::newRow("an hour") << QByteArray("3600") << 3600;
    QTest::newRow("more than an hour is cut") << QByteArray("3601") << 3600;
    QTest::newRow("more than 64 bits") << QByteArray("99999999999999999999") << 3600;
    QTest::newRow("a million digits") << QByteArray(1'000'000, '9') << 3600;
    QTest::newRow("date ahead") << QByteArray("Wed, 21 Oct 2026 12:00:09 GMT") << 9;
    QTest::newRow("date now") << QByteArray("Wed, 21 Oct 2026 12:00:00 GMT") << 1;
    QTest::newRow("date gone by") << QByteArray("Wed, 21 Oct 2026 11:00:00 GMT") << 1;
    QTest::newRow("date far ahead") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << 3600;
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("blank") << QByteArray(" ") << 0;
    QTest::newRow("negative") << QByteArray("-7") << 0;
    QTest::newRow("signed") << QByteArray("+7") << 0;
    QTest::newRow("fraction") << QByteArray("1.5") << 0;
    QTest::newRow("unit") << QByteArray("7s") << 0;
    QTest::newRow("two of them") << QByteArray("7, 7") << 0;
}

void TestHttpDate::readsRetryAfter()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, seconds);
    const auto read = parseRetryAfter(text, Noon);
    QCOMPARE(read.has_value(), seconds > 0);
    if (seconds > 0)
        QCOMPARE(read->count(), seconds);
}

void TestHttpDate::needsNowForRetryAfterDate()
{
    QVERIFY(!parseRetryAfter("Wed, 21 Oct 2026 12:00:09 GMT", QDateTime()));
    QCOMPARE(parseRetryAfter("9", QDateTime()), std::chrono::seconds(9));
}

QTEST_GUILESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
