// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/reportcodes.h"
#include "tests/core/report/demoreport.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** Ends so many days after demoMoment(), and is overdue by so many by GenAuth's count. */
PoolSnapshot packageEnding(int days, const std::optional<qint64> &overdueDays = 0)
{
    Package package;
    package.endTime = {.kind = EndTime::Kind::At, .at = demoMoment().addDays(days), .asSent = {}};
    package.overdueDays.value = overdueDays;
    PoolSnapshot snapshot;
    snapshot.package.value = package;
    snapshot.package.receivedAt = snapshot.package.attemptedAt = demoMoment();
    return snapshot;
}

void addMau(PoolSnapshot &snapshot, qint64 used, qint64 bought)
{
    RightUsage mau;
    mau.modelCode.value = u"MAU"_s;
    mau.current.value = used;
    mau.amount = {Allowance::Kind::Count, bought, {}};
    snapshot.usage.value = Usage{{mau}, {}};
    snapshot.usage.receivedAt = snapshot.usage.attemptedAt = demoMoment();
}

PoolReport found(const PoolSnapshot &snapshot, const CheckRules &rules = {},
    const QDateTime &asOf = {}, const Account &account = {})
{
    return reportOf(account, snapshot, demoMoment(), asOf, rules);
}

void fail(OperationAttempt &attempt, ErrorKind kind)
{
    attempt.attemptedAt = demoMoment();
    attempt.error = ApiError{.kind = kind};
}

} // namespace

class TestCheckReport : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void theWorstPoolCounts();
    void whatCannotBeAskedIsNeverOk_data();
    void whatCannotBeAskedIsNeverOk();
    void usageThatIsNotAnswered_data();
    void usageThatIsNotAnswered();
    void mauMayBeCritical_data();
    void mauMayBeCritical();
    void mauThatIsNeededMayBeUnknown();
    void numbersWithoutEnd();
    void rehearses();
    void rehearsesWithoutTodaysCount();
    void overdueForHowLong_data();
    void overdueForHowLong();
    void namesOnce();
    void codesForEverything();
};

void TestCheckReport::theWorstPoolCounts()
{
    using enum AlertLevel;
    CheckReport report;
    QCOMPARE(report.level(), Unknown);
    for (const auto &[added, worst] :
        {std::pair{Ok, Ok}, std::pair{Unknown, Unknown}, std::pair{Warning, Warning},
            std::pair{Ok, Warning}, std::pair{Critical, Critical}, std::pair{Unknown, Critical}}) {
        PoolReport pool;
        pool.level = added;
        report.pools.append(pool);
        QCOMPARE(report.level(), worst);
    }
}

void TestCheckReport::whatCannotBeAskedIsNeverOk_data()
{
    using enum AlertLevel;
    QTest::addColumn<int>("daysLeft"); // as known from before; 0: nothing is
    QTest::addColumn<AlertLevel>("onError");
    QTest::addColumn<AlertLevel>("level");
    QTest::newRow("nothing known") << 0 << Unknown << Unknown;
    QTest::newRow("nothing known, warning") << 0 << Warning << Warning;
    QTest::newRow("nothing known, critical") << 0 << Critical << Critical;
    QTest::newRow("well before") << 200 << Unknown << Unknown;
    QTest::newRow("well before, warning") << 200 << Warning << Warning;
    QTest::newRow("ended before") << -1 << Unknown << Critical;
    QTest::newRow("ends soon") << 20 << Unknown << Warning;
    QTest::newRow("ends soon, critical") << 20 << Critical << Critical;
}

void TestCheckReport::whatCannotBeAskedIsNeverOk()
{
    QFETCH(int, daysLeft);
    QFETCH(AlertLevel, onError);
    PoolSnapshot snapshot = daysLeft == 0 ? PoolSnapshot() : packageEnding(daysLeft, std::nullopt);
    fail(snapshot.package, ErrorKind::HostNotFound);
    const PoolReport report = found(snapshot, {.onError = onError, .mauCriticalPercent = {}});
    QTEST(report.level, "level");
    QVERIFY(!report.isUp);
    QCOMPARE(report.errors.size(), 1);
}

void TestCheckReport::usageThatIsNotAnswered_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<AlertLevel>("level");
    QTest::newRow("timed out") << ErrorKind::TimedOut << AlertLevel::Unknown;
    QTest::newRow("server") << ErrorKind::ServerError << AlertLevel::Unknown;
    QTest::newRow("malformed") << ErrorKind::MalformedAnswer << AlertLevel::Unknown;
    QTest::newRow("no right to it") << ErrorKind::Forbidden << AlertLevel::Ok;
    QTest::newRow("not there") << ErrorKind::NotFound << AlertLevel::Ok;
}

void TestCheckReport::usageThatIsNotAnswered()
{
    QFETCH(ErrorKind, kind);
    PoolSnapshot snapshot = packageEnding(200);
    fail(snapshot.usage, kind);
    const PoolReport report = found(snapshot);
    QVERIFY(report.isUp);
    QTEST(report.level, "level");
    // What was known before tells nothing of now.
    addMau(snapshot, 10, 1000);
    fail(snapshot.usage, kind);
    QTEST(found(snapshot).level, "level");
    QCOMPARE(found(snapshot).mau.has_value(), true);
    // A history that nobody needs may be missing.
    addMau(snapshot, 10, 1000);
    snapshot.usage.error.reset();
    fail(snapshot.mauHistory, kind);
    QCOMPARE(found(snapshot).level, AlertLevel::Ok);
}

void TestCheckReport::mauThatIsNeededMayBeUnknown()
{
    PoolSnapshot snapshot = packageEnding(200);
    fail(snapshot.usage, ErrorKind::Forbidden);
    const CheckRules rules{
        .onError = AlertLevel::Warning, .mauCriticalPercent = 90, .needsMau = true};
    QCOMPARE(found(snapshot).level, AlertLevel::Ok);
    QCOMPARE(found(snapshot, rules).level, AlertLevel::Warning);
    QCOMPARE(found(snapshot, rules).reasons, QList{LevelReason::MauUnknown});
    snapshot.usage.error.reset();
    addMau(snapshot, 10, 1000);
    QCOMPARE(found(snapshot, rules).level, AlertLevel::Ok);
    QVERIFY(found(snapshot, rules).reasons.isEmpty());
}

void TestCheckReport::numbersWithoutEnd()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    QCOMPARE(tooManyMau(most, 100), std::nullopt);
    QCOMPARE(tooManyMau(most, 1000), std::nullopt);
    QCOMPARE(tooManyMau(most, 101), std::nullopt);
    QCOMPARE(tooManyMau(most, 50), std::optional(most / 2 + 1));
    QCOMPARE(tooManyMau(1000, 33), std::optional<qint64>(330));
    QCOMPARE(tooManyMau(1, 1), std::optional<qint64>(1));
    PoolSnapshot snapshot = packageEnding(200);
    addMau(snapshot, most - 1, most);
    QCOMPARE(found(snapshot, {.mauCriticalPercent = 1000}).level, AlertLevel::Ok);
}

void TestCheckReport::mauMayBeCritical_data()
{
    using enum AlertLevel;
    QTest::addColumn<qint64>("used");
    QTest::addColumn<std::optional<int>>("percent");
    QTest::addColumn<AlertLevel>("level");
    const std::optional<int> never;
    QTest::newRow("all, no limit") << qint64(1000) << never << Ok;
    QTest::newRow("over, no limit") << qint64(1001) << never << Warning;
    QTest::newRow("below 95 %") << qint64(949) << std::optional(95) << Ok;
    QTest::newRow("at 95 %") << qint64(950) << std::optional(95) << Critical;
    QTest::newRow("all, 100 %") << qint64(1000) << std::optional(100) << Ok;
    QTest::newRow("over, 100 %") << qint64(1001) << std::optional(100) << Critical;
    QTest::newRow("below 120 %") << qint64(1199) << std::optional(120) << Warning;
    QTest::newRow("at 120 %") << qint64(1200) << std::optional(120) << Critical;
}

void TestCheckReport::mauMayBeCritical()
{
    QFETCH(qint64, used);
    QFETCH(std::optional<int>, percent);
    PoolSnapshot snapshot = packageEnding(200);
    addMau(snapshot, used, 1000);
    QTEST(found(snapshot, {.onError = AlertLevel::Unknown, .mauCriticalPercent = percent}).level,
        "level");
}

void TestCheckReport::rehearses()
{
    const PoolSnapshot snapshot = packageEnding(100);
    QCOMPARE(found(snapshot).level, AlertLevel::Ok);
    const auto at = [&](int days) { return found(snapshot, {}, demoMoment().addDays(days)); };
    QCOMPARE(at(70).assessment.headline, SubscriptionState::EndsSoon);
    QCOMPARE(at(93).assessment.headline, SubscriptionState::EndsVerySoon);
    // GenAuth's count is of today: it does not contradict an end that is only imagined.
    QCOMPARE(at(110).assessment.all, {SubscriptionState::Ended});
    QCOMPARE(at(110).level, AlertLevel::Critical);
}

void TestCheckReport::rehearsesWithoutTodaysCount()
{
    const PoolSnapshot over = packageEnding(-12, 12);
    const auto before = found(over, {}, demoMoment().addDays(-30));
    QCOMPARE(before.assessment.all, {SubscriptionState::EndsSoon});
    QCOMPARE(overdueSeconds(before), std::optional<qint64>(0));
    const auto later = found(over, {}, demoMoment().addDays(100));
    QCOMPARE(later.assessment.overdueDays, std::optional<qint64>(112));
    QCOMPARE(overdueSeconds(later), std::optional<qint64>(112 * 86'400));
    QVERIFY(!later.package->overdueDays.isKnown());
    // Where GenAuth says that it is over although the end is ahead, that stays so.
    const auto odd = found(packageEnding(100, 3), {}, demoMoment().addDays(10));
    QCOMPARE(odd.assessment.headline, SubscriptionState::Overdue);
}

void TestCheckReport::overdueForHowLong_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<std::optional<qint64>>("count");
    QTest::addColumn<std::optional<qint64>>("seconds");
    using Count = std::optional<qint64>;
    QTest::newRow("by the end time") << -3 << Count(3) << Count(3 * 86'400);
    QTest::newRow("no count") << -3 << Count() << Count(3 * 86'400);
    QTest::newRow("the count is another") << -3 << Count(9) << Count(9 * 86'400);
    QTest::newRow("not yet") << 3 << Count(0) << Count(0);
    QTest::newRow("not yet, no count") << 3 << Count() << Count(0);
    QTest::newRow("not yet, but counted") << 3 << Count(2) << Count(2 * 86'400);
}

void TestCheckReport::overdueForHowLong()
{
    QFETCH(int, days);
    QFETCH(std::optional<qint64>, count);
    QTEST(overdueSeconds(found(packageEnding(days, count))), "seconds");
    QCOMPARE(overdueSeconds(found({})), std::nullopt);
}

void TestCheckReport::namesOnce()
{
    QCOMPARE(madeUnique({u"a"_s, u"b"_s, u"a"_s, u"a (2)"_s, u"a"_s}),
        (QStringList{u"a"_s, u"b"_s, u"a (3)"_s, u"a (2)"_s, u"a (4)"_s}));
}

void TestCheckReport::codesForEverything()
{
    QSet<QString> codes;
    for (int state = 0; state <= static_cast<int>(SubscriptionState::Active); ++state)
        codes.insert(codeOf(static_cast<SubscriptionState>(state)));
    QCOMPARE(codes.size(), 11);
    for (const LevelReason reason :
        {LevelReason::MauCritical, LevelReason::MauUnknown, LevelReason::Unanswered})
        codes.insert(codeOf(reason));
    QCOMPARE(codes.size(), 14);
    QCOMPARE(exitCodeOf(AlertLevel::Ok), 0);
    QCOMPARE(exitCodeOf(AlertLevel::Warning), 1);
    QCOMPARE(exitCodeOf(AlertLevel::Critical), 2);
    QCOMPARE(exitCodeOf(AlertLevel::Unknown), 3);
    QCOMPARE(utcText(QDateTime(QDate(2026, 11, 11), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600)),
        u"2026-11-10T16:00:00Z"_s);
}

QTEST_GUILESS_MAIN(TestCheckReport)
#include "tst_checkreport.moc"
