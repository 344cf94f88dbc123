// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/billing/subscriptionfacts.h"

#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace genauth;

namespace {

/** What a window says at one moment: the judgement and the rounded times, without raw seconds. */
struct Said
{
    SubscriptionAssessment assessment;
    std::optional<TimeLeft> left;
    std::optional<qint64> daysOverdue;
    friend bool operator==(const Said &, const Said &) = default;
};

Said saidAt(const SubscriptionFacts &facts, const QDateTime &now, const Thresholds &thresholds)
{
    Said said{assess(facts, now, thresholds), {}, {}};
    if (said.assessment.secondsLeft)
        said.left = roundedTimeLeft(*said.assessment.secondsLeft);
    if (said.assessment.secondsOverdue)
        said.daysOverdue = roundedDaysOverdue(*said.assessment.secondsOverdue);
    said.assessment.secondsLeft.reset();
    said.assessment.secondsOverdue.reset();
    return said;
}

} // namespace

Q_DECLARE_METATYPE(genauth::SubscriptionFacts)
Q_DECLARE_METATYPE(genauth::Thresholds)

/** Runs in several zones, see tests/core/CMakeLists.txt: none of them may make a difference. */
class TestSubscriptionBoundaries : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void roundsTimeLeftDown_data();
    void roundsTimeLeftDown();
    void roundsDaysOverdueUp_data();
    void roundsDaysOverdueUp();
    void namesTheNextBoundary_data();
    void namesTheNextBoundary();
    void hasNoneWithoutAnEnd();
    void nothingChangesBetweenBoundaries_data();
    void nothingChangesBetweenBoundaries();
};

void TestSubscriptionBoundaries::roundsTimeLeftDown_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("inHours");
    QTest::addColumn<qint64>("count");
    const auto row = [](qint64 seconds, bool inHours, qint64 count) {
        QTest::addRow("%lld s", seconds) << seconds << inHours << count;
    };
    row(1, true, 0);
    row(Hour - 1, true, 0);
    row(Hour, true, 1);
    row(2 * Hour - 1, true, 1);
    row(Day, true, 24);
    row(2 * Day - 1, true, 47);
    row(2 * Day, false, 2);
    row(2 * Day + 1, false, 2);
    row(3 * Day - 1, false, 2);
    row(3 * Day, false, 3);
    row(365 * Day + 5, false, 365);
}

void TestSubscriptionBoundaries::roundsTimeLeftDown()
{
    QFETCH(qint64, seconds);
    QFETCH(bool, inHours);
    const TimeLeft left = roundedTimeLeft(seconds);
    QCOMPARE(left.unit == TimeLeft::Unit::Hours, inHours);
    QTEST(left.count, "count");
}

void TestSubscriptionBoundaries::roundsDaysOverdueUp_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<qint64>("days");
    const auto row = [](qint64 seconds, qint64 days) {
        QTest::addRow("%lld s", seconds) << seconds << days;
    };
    row(0, 0);
    row(1, 1);
    row(Day - 1, 1);
    row(Day, 1);
    row(Day + 1, 2);
    row(2 * Day, 2);
    row(12 * Day - 1, 12);
}

void TestSubscriptionBoundaries::roundsDaysOverdueUp()
{
    QFETCH(qint64, seconds);
    QTEST(roundedDaysOverdue(seconds), "days");
}

void TestSubscriptionBoundaries::namesTheNextBoundary_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<qint64>("leftThen");
    const auto row = [](const char *name, qint64 left, qint64 leftThen) {
        QTest::newRow(name) << left << leftThen;
    };
    row("a day less", 100 * Day + 5, 100 * Day - 1);
    row("from a whole day", 100 * Day, 100 * Day - 1);
    row("ends soon", 30 * Day + 1, 30 * Day);
    row("then a day less", 30 * Day, 30 * Day - 1);
    row("ends very soon", 7 * Day + 100, 7 * Day);
    row("days become hours", 2 * Day, 2 * Day - 1);
    row("an hour less", 2 * Day - 1, 47 * Hour - 1);
    row("less than an hour", Hour, Hour - 1);
    row("the end", Hour - 1, 0);
    row("the end, at once", 1, 0);
    row("first day overdue", 0, -1);
    row("second day overdue", -1, -Day - 1);
    row("at a whole day overdue", -Day, -Day - 1);
    row("third day overdue", -Day - 1, -2 * Day - 1);
}

void TestSubscriptionBoundaries::namesTheNextBoundary()
{
    QFETCH(qint64, left);
    QFETCH(qint64, leftThen);
    const SubscriptionFacts facts = factsOf(LeapDayText, {});
    for (const int milliseconds : {0, 1, 999}) {
        const QDateTime now = moment(LeapDay - left).addMSecs(milliseconds);
        const QDateTime next = nextBoundary(facts, now, Thresholds());
        QCOMPARE(next.toMSecsSinceEpoch(), (LeapDay - leftThen) * 1000);
        QCOMPARE(next.timeSpec(), Qt::UTC);
        QVERIFY(next > now);
    }
}

void TestSubscriptionBoundaries::hasNoneWithoutAnEnd()
{
    const QDateTime now = moment(LeapDay);
    QVERIFY(!nextBoundary(SubscriptionFacts(), now, Thresholds()).isValid());
    for (const char *end : {"永久", "?", ""}) {
        const SubscriptionFacts facts = factsOf(QString::fromUtf8(end), QStringLiteral("3"));
        QVERIFY(!nextBoundary(facts, now, Thresholds()).isValid());
    }
}

void TestSubscriptionBoundaries::nothingChangesBetweenBoundaries_data()
{
    QTest::addColumn<SubscriptionFacts>("facts");
    QTest::addColumn<Thresholds>("thresholds");

    const Thresholds settings[] = {
        {7, 30, 100}, {0, 0, 90}, {1, 2, 100}, {2, 40, 100}, {30, 30, 1}};
    const QJsonValue counts[] = {{}, QStringLiteral("0"), QStringLiteral("3")};
    const std::pair<const char *, std::optional<qint64>> reads[] = {{"judged now", std::nullopt},
        {"read before", LeapDay - 3 * Day}, {"read after", LeapDay + 9 * Day}};
    for (const Thresholds &thresholds : settings) {
        for (const QJsonValue &count : counts) {
            for (const auto &[name, asOf] : reads) {
                SubscriptionFacts facts = factsOf(LeapDayText, count);
                if (asOf)
                    facts.packageAsOf = moment(*asOf);
                facts.mau = MauUse{95, 100};
                facts.lastAttemptFailed = count.isNull();
                QTest::addRow("%d and %d days, server says %s, %s", thresholds.endsVerySoonDays,
                    thresholds.endsSoonDays, qPrintable(count.toString(QStringLiteral("nothing"))),
                    name)
                    << facts << thresholds;
            }
        }
    }
}

void TestSubscriptionBoundaries::nothingChangesBetweenBoundaries()
{
    QFETCH(SubscriptionFacts, facts);
    QFETCH(Thresholds, thresholds);
    const QDateTime stop = moment(LeapDay + 20 * Day);
    QDateTime now = moment(LeapDay - 45 * Day - 12'345).addMSecs(678);
    int steps = 0;
    while (now < stop) {
        const Said said = saidAt(facts, now, thresholds);
        const QDateTime next = nextBoundary(facts, now, thresholds);
        QVERIFY(next > now);
        // No boundary is passed over, and none is there for nothing.
        QVERIFY(saidAt(facts, next.addSecs(-1), thresholds) == said || next.addSecs(-1) < now);
        QVERIFY(saidAt(facts, next.addMSecs(-1), thresholds) == said);
        QVERIFY(saidAt(facts, now.addSecs(now.secsTo(next) / 2), thresholds) == said);
        QVERIFY(saidAt(facts, next, thresholds) != said);
        QCOMPARE(nextBoundary(facts, next.addMSecs(-1), thresholds), next);
        now = next;
        ++steps;
    }
    // 43 days and 48 hours before the end, 20 days after it, the end itself, and the thresholds.
    QVERIFY(steps > 110 && steps < 120);
}

QTEST_APPLESS_MAIN(TestSubscriptionBoundaries)
#include "tst_subscriptionboundaries.moc"
