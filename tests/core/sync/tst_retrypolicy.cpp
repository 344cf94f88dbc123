// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/retrypolicy.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace std::chrono_literals;
using Kind = NextTry::Kind;

namespace {

const QDateTime Now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);

RetryPolicy policyWith(double lot, std::chrono::seconds interval = 1h)
{
    return RetryPolicy(interval, [lot] { return lot; });
}

/** From Now on. */
std::chrono::milliseconds waitOf(const NextTry &next)
{
    return std::chrono::milliseconds(Now.msecsTo(next.at));
}

} // namespace

Q_DECLARE_METATYPE(genauth::NextTry::Kind)

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void hasTheStatedDefaults();
    void pollsGiveOrTakeATenth_data();
    void pollsGiveOrTakeATenth();
    void judgesEveryKind_data();
    void judgesEveryKind();
    void judgesRequestTimeoutByItsStatus_data();
    void judgesRequestTimeoutByItsStatus();
    void backsOffTwiceAsLongEachTime_data();
    void backsOffTwiceAsLongEachTime();
    void keepsToWhatTheServerAsked_data();
    void keepsToWhatTheServerAsked();
    void whatNoRequestCanMendIsNotAskedInAnHourEither();
    void offAsksNeverAgain();
    void drawsLotsFromTheHalfOpenInterval();
};

void TestRetryPolicy::hasTheStatedDefaults()
{
    QCOMPARE(RetryPolicy().interval(), 1h);
    const NextTry next = RetryPolicy().afterSuccess(Now);
    QVERIFY(next.kind == Kind::Poll);
    QVERIFY(waitOf(next) >= 54min && waitOf(next) <= 66min);
}

void TestRetryPolicy::pollsGiveOrTakeATenth_data()
{
    QTest::addColumn<double>("lot");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("0") << 0.0 << qint64{54 * 60'000};
    QTest::newRow("0.5") << 0.5 << qint64{60 * 60'000};
    QTest::newRow("0.999") << 0.999 << qint64{3'959'280};
}

void TestRetryPolicy::pollsGiveOrTakeATenth()
{
    QFETCH(const double, lot);
    QFETCH(const qint64, milliseconds);
    const NextTry next = policyWith(lot).afterSuccess(Now);
    QVERIFY(next.kind == Kind::Poll);
    QCOMPARE(waitOf(next).count(), milliseconds);
    QCOMPARE(next.at.timeSpec(), Qt::UTC);
    // A failure that only the next regular refresh asks about again waits as long.
    QVERIFY(policyWith(lot).afterFailure({.kind = ErrorKind::Forbidden}, 7, Now) == next);
    QCOMPARE(waitOf(policyWith(lot, 10min).afterSuccess(Now)).count(), milliseconds / 6);
}

void TestRetryPolicy::judgesEveryKind_data()
{
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<Kind>("kind");
    const auto row = [](ErrorKind error, Kind kind) {
        QTest::newRow(errorKindName(error)) << error << kind;
    };
    row(ErrorKind::InvalidRequest, Kind::None);
    row(ErrorKind::InsecureHost, Kind::None);
    row(ErrorKind::ForeignOrigin, Kind::None);
    row(ErrorKind::CaFileUnreadable, Kind::None);
    row(ErrorKind::OtherPool, Kind::None);
    row(ErrorKind::Canceled, Kind::Poll);
    for (const ErrorKind keychain : {ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable,
             ErrorKind::KeychainSilent, ErrorKind::KeyMissing, ErrorKind::KeyUnusable,
             ErrorKind::KeyNotKept, ErrorKind::KeyMayRemain})
        row(keychain, Kind::None); // nothing that GenAuth could be asked
    row(ErrorKind::NoNetwork, Kind::BackOff);
    row(ErrorKind::HostNotFound, Kind::BackOff);
    row(ErrorKind::ConnectionRefused, Kind::BackOff);
    row(ErrorKind::ConnectionFailed, Kind::BackOff);
    row(ErrorKind::ConnectionClosed, Kind::BackOff);
    row(ErrorKind::TimedOut, Kind::BackOff);
    row(ErrorKind::TlsFailed, Kind::Poll);
    row(ErrorKind::ProxyFailed, Kind::BackOff);
    row(ErrorKind::ProxyAuthenticationRequired, Kind::Poll);
    row(ErrorKind::Redirected, Kind::Poll);
    row(ErrorKind::NotHttp, Kind::BackOff);
    row(ErrorKind::TooLarge, Kind::Poll);
    row(ErrorKind::HtmlAnswer, Kind::Poll);
    row(ErrorKind::MalformedAnswer, Kind::BackOff);
    row(ErrorKind::UnreadableField, Kind::Poll);
    row(ErrorKind::BadRequest, Kind::Poll);
    row(ErrorKind::NotSignedIn, Kind::None);
    row(ErrorKind::KeyRefused, Kind::None);
    row(ErrorKind::HigherPackageNeeded, Kind::Poll);
    row(ErrorKind::Forbidden, Kind::Poll);
    row(ErrorKind::NotFound, Kind::Poll);
    row(ErrorKind::Throttled, Kind::BackOff);
    row(ErrorKind::Maintenance, Kind::BackOff);
    row(ErrorKind::ServerError, Kind::BackOff);
}

void TestRetryPolicy::judgesEveryKind()
{
    QFETCH(const ErrorKind, error);
    QFETCH(const Kind, kind);
    for (const double lot : {0.0, 0.5, 0.999}) {
        const NextTry next = policyWith(lot).afterFailure({.kind = error}, 1, Now);
        QVERIFY(next.kind == kind);
        QCOMPARE(next.at.isValid(), kind != Kind::None);
        if (kind == Kind::Poll)
            QVERIFY(next == policyWith(lot).afterSuccess(Now));
        if (kind == Kind::BackOff)
            QVERIFY(waitOf(next) >= 1s && waitOf(next) <= 2s);
        // A server that names a time is believed, wherever asking again makes sense at all.
        const NextTry told =
            policyWith(lot).afterFailure({.kind = error, .retryAfter = 60s}, 1, Now);
        QVERIFY(told.kind == (kind == Kind::None ? Kind::None : Kind::AsTold));
    }
}

void TestRetryPolicy::judgesRequestTimeoutByItsStatus_data()
{
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("HTTP 408") << 408 << 0 << Kind::BackOff;
    QTest::newRow("statusCode 408") << 200 << 408 << Kind::BackOff;
    QTest::newRow("HTTP 400") << 400 << 400 << Kind::Poll;
    QTest::newRow("HTTP 413") << 413 << 0 << Kind::Poll;
    QTest::newRow("statusCode 409") << 200 << 409 << Kind::Poll;
}

void TestRetryPolicy::judgesRequestTimeoutByItsStatus()
{
    QFETCH(const int, httpStatus);
    QFETCH(const int, statusCode);
    QFETCH(const Kind, kind);
    ApiError error{.kind = ErrorKind::BadRequest, .httpStatus = httpStatus};
    if (statusCode > 0)
        error.statusCode = statusCode;
    QVERIFY(policyWith(0.5).afterFailure(error, 1, Now).kind == kind);
}

void TestRetryPolicy::backsOffTwiceAsLongEachTime_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("longest"); // seconds
    int longest = 2;
    for (int failures = 1; failures <= 14; ++failures) {
        QTest::addRow("%d", failures) << failures << longest;
        longest = std::min(2 * longest, 900);
    }
    QTest::newRow("a million") << 1'000'000 << 900;
    QTest::newRow("none, which nobody should say") << 0 << 2;
    QTest::newRow("fewer than none") << -5 << 2;
}

void TestRetryPolicy::backsOffTwiceAsLongEachTime()
{
    QFETCH(const int, failures);
    QFETCH(const int, longest);
    const ApiError error{.kind = ErrorKind::ServerError};
    const auto wait = [&](double lot) {
        const NextTry next = policyWith(lot).afterFailure(error, failures, Now);
        return next.kind == Kind::BackOff ? waitOf(next).count() : -1;
    };
    QCOMPARE(wait(0), 1000); // never in the same second
    QCOMPARE(wait(0.5), std::max(longest * 500, 1000));
    QCOMPARE(wait(0.999), longest * 999);
}

void TestRetryPolicy::keepsToWhatTheServerAsked_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("the least") << 1;
    QTest::newRow("a few") << 7;
    QTest::newRow("an hour") << 3600;
}

void TestRetryPolicy::keepsToWhatTheServerAsked()
{
    QFETCH(const int, seconds);
    for (const int failures : {1, 20}) {
        for (const ErrorKind kind :
            {ErrorKind::Throttled, ErrorKind::Maintenance, ErrorKind::Forbidden}) {
            const auto wait = [&](double lot) {
                const NextTry next = policyWith(lot).afterFailure(
                    {.kind = kind, .retryAfter = std::chrono::seconds(seconds)}, failures, Now);
                return next.kind == Kind::AsTold ? waitOf(next).count() : -1;
            };
            QCOMPARE(wait(0), seconds * 1000); // not a moment earlier
            QCOMPARE(wait(0.5), seconds * 1050);
            const auto latest = wait(0.999);
            QVERIFY(latest > seconds * 1090 && latest <= seconds * 1100);
        }
    }
}

void TestRetryPolicy::whatNoRequestCanMendIsNotAskedInAnHourEither()
{
    const NextTry next = policyWith(0.5).afterFailure(
        {.kind = ErrorKind::KeyRefused, .httpStatus = 401, .retryAfter = 7s}, 1, Now);
    QVERIFY(next == NextTry{});
}

void TestRetryPolicy::offAsksNeverAgain()
{
    RetryPolicy policy = policyWith(0.5, 0s);
    QVERIFY(policy.isOff());
    QVERIFY(policy.afterSuccess(Now) == NextTry{});
    for (const ErrorKind kind : {ErrorKind::TimedOut, ErrorKind::Throttled, ErrorKind::Forbidden}) {
        QVERIFY(policy.afterFailure({.kind = kind}, 1, Now) == NextTry{});
        QVERIFY(policy.afterFailure({.kind = kind, .retryAfter = 60s}, 1, Now) == NextTry{});
    }
    policy.setInterval(600s);
    QVERIFY(!policy.isOff());
    QCOMPARE(waitOf(policy.afterSuccess(Now)), 600s);
}

void TestRetryPolicy::drawsLotsFromTheHalfOpenInterval()
{
    double lowest = 1;
    double highest = 0;
    for (int i = 0; i < 1000; ++i) {
        const double lot = RetryPolicy::drawLot();
        QVERIFY(lot >= 0 && lot < 1);
        lowest = std::min(lowest, lot);
        highest = std::max(highest, lot);
    }
    QVERIFY(highest - lowest > 0.5);
}

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
