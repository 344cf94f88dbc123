// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/billing/subscriptionfacts.h"

#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using State = SubscriptionState;
using States = QList<SubscriptionState>;

/** Runs in several zones, see tests/core/CMakeLists.txt: none of them may make a difference. */
class TestSubscriptionState : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theTable_data();
    void theTable();
    void endsThatAreNoDate_data();
    void endsThatAreNoDate();
    void failureStandsBesideTheOldState();
    void contradictionIsJudgedWhenTheAnswerCame();
    void countsOverdueDays_data();
    void countsOverdueDays();
    void cutsToWholeSeconds();
    void isNeverActiveWhenNothingIsKnown();
};

void TestSubscriptionState::theTable_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QJsonValue>("overdueDays");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("secondsToEnd");
    QTest::addColumn<States>("all");

    const std::pair<const char *, qint64> ends[] = {
        {"2022-09-09 00:00:00", 1'662'652'800},
        {"2024-02-29 00:00:00", LeapDay},
        {"2023-12-31 23:59:59", 1'704'038'399},
        {"2024-01-01 00:00:00", 1'704'038'400},
        {"2024-03-10 02:30:00", 1'710'009'000}, // an hour that New York skips
        {"2024-03-31T02:30:00", 1'711'823'400}, // an hour that Berlin skips
        {"2024-02-28T16:00:00Z", LeapDay},
    };
    for (const auto &[end, epoch] : ends) {
        const auto row = [&, text = end, at = epoch](
                             const char *days, qint64 secondsToEnd, const States &all) {
            QTest::addRow("%s, %s days, %+lld s", text, days ? days : "no", -secondsToEnd)
                << QString::fromLatin1(text) << json(days) << at - secondsToEnd << secondsToEnd
                << all;
        };
        for (const char *days : {"0", static_cast<const char *>(nullptr), "n/a", "-3", "2.5"}) {
            row(days, 30 * Day + 1, {State::Active});
            row(days, 30 * Day, {State::EndsSoon});
            row(days, 30 * Day - 1, {State::EndsSoon});
            row(days, 7 * Day + 1, {State::EndsSoon});
            row(days, 7 * Day, {State::EndsVerySoon});
            row(days, 7 * Day - 1, {State::EndsVerySoon});
            row(days, 1, {State::EndsVerySoon});
            row(days, 0, {State::Ended});
            row(days, -1, {State::Ended});
            row(days, -Day, {State::Ended});
        }
        row("0", -Day - 1, {State::Ended, State::Contradiction});
        row("n/a", -Day - 1, {State::Ended});
        row("n/a", -400 * Day, {State::Ended});

        row("1", 30 * Day + 1, {State::Overdue, State::Contradiction});
        row("1", 30 * Day, {State::Overdue, State::EndsSoon, State::Contradiction});
        row("1", 1, {State::Overdue, State::EndsVerySoon, State::Contradiction});
        row("1", 0, {State::Overdue});
        row("1", -1, {State::Overdue});
        row("1", -2 * Day, {State::Overdue});
        row("1", -2 * Day - 1, {State::Overdue, State::Contradiction});
        row("12", 0, {State::Overdue, State::Contradiction});
        row("12", -10 * Day, {State::Overdue, State::Contradiction});
        row("12", -10 * Day - 1, {State::Overdue});
        row("12", -13 * Day, {State::Overdue});
        row("12", -13 * Day - 1, {State::Overdue, State::Contradiction});
    }
}

void TestSubscriptionState::theTable()
{
    QFETCH(QString, end);
    QFETCH(QJsonValue, overdueDays);
    QFETCH(qint64, now);
    QFETCH(qint64, secondsToEnd);
    const auto assessment = assess(factsOf(end, overdueDays), moment(now), Thresholds());
    QVERIFY(isSound(assessment));
    QTEST(assessment.all, "all");
    QCOMPARE(assessment.secondsLeft.value_or(-1), secondsToEnd > 0 ? secondsToEnd : -1);
    QCOMPARE(assessment.secondsOverdue.value_or(-1), secondsToEnd > 0 ? -1 : -secondsToEnd);
}

void TestSubscriptionState::endsThatAreNoDate_data()
{
    QTest::addColumn<QJsonValue>("end");
    QTest::addColumn<QJsonValue>("overdueDays");
    QTest::addColumn<States>("all");

    for (const char *never : {"permanent", "永久", "9999-12-31 23:59:59"}) {
        for (const char *days : {"0", "n/a", static_cast<const char *>(nullptr)})
            QTest::addRow("%s, %s", never, days)
                << json(never) << json(days) << States{State::NoEndDate};
        QTest::addRow("%s, overdue", never)
            << json(never) << json("3") << States{State::Overdue, State::Contradiction};
    }
    for (const char *unknown : {"", "-1", "soon", static_cast<const char *>(nullptr)}) {
        for (const char *days : {"0", "n/a", static_cast<const char *>(nullptr)})
            QTest::addRow("%s, %s", unknown, days)
                << json(unknown) << json(days) << States{State::Unknown};
        QTest::addRow("%s, overdue", unknown)
            << json(unknown) << json("3") << States{State::Overdue};
    }
}

void TestSubscriptionState::endsThatAreNoDate()
{
    QFETCH(QJsonValue, end);
    QFETCH(QJsonValue, overdueDays);
    QFETCH(States, all);
    const auto assessment = assess(factsOf(end, overdueDays), moment(LeapDay), Thresholds());
    QVERIFY(isSound(assessment));
    QCOMPARE(assessment.all, all);
    QVERIFY(!assessment.secondsLeft);
    QVERIFY(!assessment.secondsOverdue);
    QCOMPARE(assessment.overdueDays.value_or(-1), all.first() == State::Overdue ? 3 : -1);
    QVERIFY(!assessment.overdueDaysAreOurs);
}

void TestSubscriptionState::failureStandsBesideTheOldState()
{
    const auto all = [](SubscriptionFacts facts, qint64 secondsLeft) {
        facts.lastAttemptFailed = true;
        const auto assessment = assess(facts, moment(LeapDay - secondsLeft), Thresholds());
        return isSound(assessment) ? assessment.all : States();
    };
    const SubscriptionFacts dated = factsOf(LeapDayText, json("0"));
    QCOMPARE(all(dated, 40 * Day), (States{State::NotReachable, State::Active}));
    QCOMPARE(all(dated, 20 * Day), (States{State::EndsSoon, State::NotReachable}));
    QCOMPARE(all(dated, -1), (States{State::Ended, State::NotReachable}));
    QCOMPARE(all(factsOf(json("永久"), {}), 0), (States{State::NotReachable, State::NoEndDate}));
    QCOMPARE(all(factsOf({}, {}), 0), (States{State::NotReachable, State::Unknown}));
    QCOMPARE(all(factsOf({}, json("5")), 0), (States{State::Overdue, State::NotReachable}));
    QCOMPARE(all(SubscriptionFacts(), 0), States{State::NotReachable});
    // A warning never disappears because of an error.
    SubscriptionFacts usageOnly;
    usageOnly.mau = MauUse{5, 4};
    QCOMPARE(all(usageOnly, 0), (States{State::OverMau, State::NotReachable}));

    const auto untried = assess(SubscriptionFacts(), moment(LeapDay), Thresholds());
    QCOMPARE(untried.all, States{State::Unknown});
    QCOMPARE(untried.level, AlertLevel::Unknown);
}

void TestSubscriptionState::contradictionIsJudgedWhenTheAnswerCame()
{
    SubscriptionFacts facts = factsOf(LeapDayText, json("0"));
    const QDateTime late = moment(LeapDay + 10 * Day);
    QCOMPARE(assess(facts, late, Thresholds()).all, (States{State::Ended, State::Contradiction}));
    facts.packageAsOf = moment(LeapDay - 10 * Day);
    QCOMPARE(assess(facts, late, Thresholds()).all, States{State::Ended});
    facts.packageAsOf = moment(LeapDay + Day);
    QCOMPARE(assess(facts, late, Thresholds()).all, States{State::Ended});
    facts.packageAsOf = moment(LeapDay + Day + 1);
    QCOMPARE(assess(facts, late, Thresholds()).all, (States{State::Ended, State::Contradiction}));
    // And it stays, whatever the clock says later.
    QCOMPARE(
        assess(facts, moment(LeapDay - 40 * Day), Thresholds()).all, States{State::Contradiction});
}

void TestSubscriptionState::countsOverdueDays_data()
{
    QTest::addColumn<QJsonValue>("overdueDays");
    QTest::addColumn<qint64>("secondsOverdue");
    QTest::addColumn<qint64>("days"); // -1: none
    QTest::addColumn<bool>("ours");
    QTest::newRow("the server's") << json("12") << 11 * Day << qint64(12) << false;
    QTest::newRow("the server's, before the end") << json("3") << -5 * Day << qint64(3) << false;
    QTest::newRow("the server's 0") << json("0") << 3 * Day << qint64(0) << false;
    QTest::newRow("ours, at the end") << json("n/a") << qint64(0) << qint64(0) << true;
    QTest::newRow("ours, a second later") << json("n/a") << qint64(1) << qint64(1) << true;
    QTest::newRow("ours, a day later") << QJsonValue() << Day << qint64(1) << true;
    QTest::newRow("ours, a day and a second later") << QJsonValue() << Day + 1 << qint64(2) << true;
    QTest::newRow("not ended") << json("0") << -1 * Day << qint64(-1) << false;
    QTest::newRow("not ended, unknown") << json("n/a") << -1 * Day << qint64(-1) << false;
}

void TestSubscriptionState::countsOverdueDays()
{
    QFETCH(QJsonValue, overdueDays);
    QFETCH(qint64, secondsOverdue);
    const auto assessment =
        assess(factsOf(LeapDayText, overdueDays), moment(LeapDay + secondsOverdue), Thresholds());
    QTEST(assessment.overdueDays.value_or(-1), "days");
    QTEST(assessment.overdueDaysAreOurs, "ours");
}

void TestSubscriptionState::cutsToWholeSeconds()
{
    const SubscriptionFacts facts = factsOf(QStringLiteral("2024-02-29 00:00:00.900"), json("0"));
    const auto before = assess(facts, moment(LeapDay - 1).addMSecs(999), Thresholds());
    QCOMPARE(before.secondsLeft.value_or(-1), 1);
    const auto after = assess(facts, moment(LeapDay), Thresholds());
    QCOMPARE(after.secondsOverdue.value_or(-1), 0);
    QCOMPARE(after.all, States{State::Ended});
    // Before 1970 as well, where cutting off must not become rounding up.
    const SubscriptionFacts old = factsOf(json("1970-01-01T00:00:00Z"), json("0"));
    QCOMPARE(assess(old, moment(-1).addMSecs(500), Thresholds()).secondsLeft.value_or(-1), 1);
}

void TestSubscriptionState::isNeverActiveWhenNothingIsKnown()
{
    const QJsonValue ends[] = {
        {}, json("?"), json("永久"), json("2024-02-29 00:00:00"), json("2030-01-01")};
    const QJsonValue counts[] = {{}, json("?"), json("0"), json("4")};
    for (int bits = 0; bits < 16; ++bits) {
        for (const QJsonValue &end : ends) {
            for (const QJsonValue &count : counts) {
                SubscriptionFacts facts = factsOf(end, count);
                if (bits & 1)
                    facts.package.reset();
                facts.lastAttemptFailed = bits & 2;
                facts.anotherRightAtLimit = bits & 4;
                if (bits & 8)
                    facts.mau = MauUse{2, 1};
                const auto assessment = assess(facts, moment(LeapDay), Thresholds());
                QVERIFY(isSound(assessment));
                QVERIFY(!assessment.all.contains(State::Active) || assessment.secondsLeft);
                QCOMPARE(assessment.all.contains(State::NotReachable), facts.lastAttemptFailed);
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestSubscriptionState)
#include "tst_subscriptionstate.moc"
