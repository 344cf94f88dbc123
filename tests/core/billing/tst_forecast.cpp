// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/forecast.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <limits>

using namespace genauth;

using Kind = Forecast::Kind;

namespace {

constexpr qint64 Day = 24LL * 3600;
constexpr qint64 Largest = std::numeric_limits<qint64>::max();

const QDateTime Start(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC);
const QDateTime End = Start.addDays(31);

QDateTime day(double days)
{
    return Start.addMSecs(std::llround(days * Day * 1000));
}

struct Point
{
    double day;
    qint64 used;
};

UsageSamples samplesAt(const QList<Point> &points)
{
    UsageSamples samples;
    for (const Point &point : points)
        samples.append({day(point.day), point.used, std::nullopt});
    return samples;
}

ForecastInput inputOf(const UsageSamples &samples, double now, qint64 bought)
{
    return {samples, Start, End, bought, day(now)};
}

} // namespace

Q_DECLARE_METATYPE(genauth::ForecastInput)

class TestForecast : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void saysWhenItIsMet_data();
    void saysWhenItIsMet();
    void doesNotGuess_data();
    void doesNotGuess();
    void tellsWhatItGoesBy();
    void leavesOutWhatIsNotOfTheCycle();
    void ofOneMomentTheGreatestCounts();
    void theOrderDoesNotMatter();
    void thePlaceInTimeDoesNotMatter();
};

void TestForecast::saysWhenItIsMet_data()
{
    QTest::addColumn<ForecastInput>("input");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QDateTime>("reachesAt");
    QTest::addColumn<std::optional<qint64>>("atEnd");
    const auto row = [](const char *name, const ForecastInput &input, Kind kind,
                         const QDateTime &at, std::optional<qint64> atEnd) {
        QTest::newRow(name) << input << kind << at << atEnd;
    };
    const QDateTime never;
    // Ten a day from nothing.
    const UsageSamples line = samplesAt({{1, 10}, {2, 20}, {3, 30}, {5, 50}});
    row("a line", inputOf(line, 5, 200), Kind::Reaches, day(20), 310);
    row("at the last moment", inputOf(line, 5, 309), Kind::Reaches, day(30.9), 310);
    row("when the cycle is over", inputOf(line, 5, 310), Kind::StaysBelow, never, 310);
    row("far away", inputOf(line, 5, 1'000'000), Kind::StaysBelow, never, 310);
    row("looked at later", inputOf(line, 9, 200), Kind::Reaches, day(20), 310);
    row("it should have been by now", inputOf(line, 9, 60), Kind::Reaches, day(9), 310);
    row("exactly met", inputOf(line, 5, 50), Kind::Reached, never, 310);
    row("passed", inputOf(line, 5, 20), Kind::Reached, never, 310);
    row("level", inputOf(samplesAt({{1, 7}, {2, 7}, {4, 7}}), 5, 8), Kind::StaysBelow, never, 7);
    row("nothing at all", inputOf(samplesAt({{1, 0}, {2, 0}, {4, 0}}), 5, 1), Kind::StaysBelow,
        never, 0);
    row("falling", inputOf(samplesAt({{1, 90}, {2, 70}, {4, 60}}), 5, 100), Kind::StaysBelow, never,
        60);
    // By hand: it grows by 19/2 a day, and stands at the last sample, which lies above the line.
    row("noise", inputOf(samplesAt({{1, 0}, {2, 7}, {3, 19}}), 3, 100), Kind::Reaches,
        day(3 + 81 / 9.5), 285);
    // Ten a day for 20 days, and then in a hurry: twenty missing are no comfort.
    UsageSamples hurried;
    for (int i = 1; i <= 20; ++i)
        hurried += samplesAt({{double(i), qint64(10 * i)}});
    hurried += samplesAt({{20.5, 400}, {21, 700}, {21.5, 980}});
    const auto late = forecast(inputOf(hurried, 22, 1000));
    QVERIFY(late->atEnd > 3000);
    row("in a hurry at last", inputOf(hurried, 22, 1000), Kind::Reaches, day(22), late->atEnd);
    // The last cycle's count was still told when this one had begun.
    row("counted anew",
        inputOf(samplesAt({{0, 950}, {0.2, 955}, {1, 45}, {2, 90}, {3, 135}, {8, 360}}), 8, 1000),
        Kind::Reaches, day(1000 / 45.0), 1395);
    row("steps", inputOf(samplesAt({{0, 0}, {1, 0}, {2, 100}, {3, 100}}), 3, 300), Kind::Reaches,
        day(1.5 + 250.0 / 40), 1230);
    row("exactly a day", inputOf(samplesAt({{1, 1}, {1.5, 2}, {2, 3}}), 2, 5), Kind::Reaches,
        day(3), 61);

    // With no end known a year is looked at.
    ForecastInput open = inputOf(line, 5, 200);
    open.cycleEnd = {};
    row("no end, soon", open, Kind::Reaches, day(20), std::nullopt);
    open.bought = 3700;
    row("no end, within a year", open, Kind::Reaches, day(370), std::nullopt);
    open.bought = 3720;
    row("no end, later", open, Kind::NotThisCycle, never, std::nullopt);
    open.bought = 50;
    row("no end, met", open, Kind::Reached, never, std::nullopt);

    const qint64 huge = 1'000'000'000'000'000;
    row("huge", inputOf(samplesAt({{1, huge}, {2, huge + 10}, {3, huge + 20}}), 3, huge + 100),
        Kind::Reaches, day(11), huge + 300);
    row("beyond all numbers",
        inputOf(samplesAt({{0, 0}, {1, Largest / 2}, {1.9, Largest - 1}}), 2, Largest),
        Kind::Reaches, day(2), Largest);
}

void TestForecast::saysWhenItIsMet()
{
    QFETCH(ForecastInput, input);
    QFETCH(Kind, kind);
    QFETCH(QDateTime, reachesAt);
    QFETCH(std::optional<qint64>, atEnd);
    const auto told = forecast(input);
    QVERIFY(told.has_value());
    QCOMPARE(told->kind, kind);
    QCOMPARE(told->reachesAt.isValid(), reachesAt.isValid());
    if (reachesAt.isValid()) {
        QCOMPARE(told->reachesAt.timeSpec(), Qt::UTC);
        // A double of such a size hardly tells single uses apart.
        const qint64 allowed = input.bought > 1'000'000'000 ? Day * 1000 : 1;
        QVERIFY2(std::abs(told->reachesAt.msecsTo(reachesAt)) <= allowed,
            qPrintable(told->reachesAt.toString(Qt::ISODateWithMs)));
    }
    QCOMPARE(told->atEnd.has_value(), atEnd.has_value());
    if (atEnd && *atEnd < (1LL << 52))
        QCOMPARE(*told->atEnd, *atEnd);
    else if (atEnd)
        QVERIFY(std::abs(*told->atEnd - *atEnd) < 2048);
}

void TestForecast::doesNotGuess_data()
{
    QTest::addColumn<ForecastInput>("input");
    const UsageSamples line = samplesAt({{1, 10}, {2, 20}, {3, 30}});
    QTest::newRow("no sample") << inputOf({}, 5, 100);
    QTest::newRow("two samples") << inputOf(samplesAt({{1, 10}, {3, 30}}), 5, 100);
    QTest::newRow("three of two moments")
        << inputOf(samplesAt({{1, 10}, {3, 30}, {3, 31}}), 5, 100);
    QTest::newRow("three of one moment") << inputOf(samplesAt({{1, 1}, {1, 2}, {1, 3}}), 5, 100);
    QTest::newRow("less than a day") << inputOf(samplesAt({{1, 1}, {1.5, 2}, {1.99, 3}}), 5, 100);
    QTest::newRow("nothing bought") << inputOf(line, 5, 0);
    QTest::newRow("less than nothing bought") << inputOf(line, 5, -1);
    QTest::newRow("before the cycle") << inputOf(line, -0.01, 100);
    QTest::newRow("after the cycle") << inputOf(line, 31, 100);
    QTest::newRow("samples of later than now") << inputOf(line, 1.5, 100);
    QTest::newRow("samples of the last cycle")
        << inputOf(samplesAt({{-3, 10}, {-2, 20}, {-1, 30}, {0, 1}, {2, 2}}), 5, 100);
    ForecastInput input = inputOf(line, 5, 100);
    input.cycleStart = {};
    QTest::newRow("no start known") << input;
    input = inputOf(line, 5, 100);
    input.cycleEnd = Start.addDays(-1);
    QTest::newRow("an end before the start") << input;
    input = inputOf(line, 5, 100);
    input.now = {};
    QTest::newRow("no now") << input;
}

void TestForecast::doesNotGuess()
{
    QFETCH(ForecastInput, input);
    QVERIFY(!forecast(input));
}

void TestForecast::tellsWhatItGoesBy()
{
    const auto told = forecast(inputOf(samplesAt({{1, 10}, {2, 20}, {3, 30}, {5, 50}}), 6, 200));
    QVERIFY(told.has_value());
    QCOMPARE(told->samples, 4);
    QCOMPARE(told->seconds, 4 * Day);
    QCOMPARE(told->from, day(1));
    QCOMPARE(told->perSecond * Day, 10.0);
    QCOMPARE(told->usedAt(day(1)), 10.0);
    QCOMPARE(told->usedAt(day(11)), 110.0);
    QCOMPARE(told->usedAt(day(0)) + 1, 1.0);
}

void TestForecast::leavesOutWhatIsNotOfTheCycle()
{
    const UsageSamples line = samplesAt({{1, 10}, {2, 20}, {3, 30}});
    UsageSamples more = line;
    // The last cycle's, the next one's, tomorrow's, and one that nobody can place.
    more += samplesAt({{-2, 900}, {-0.001, 950}, {31, 1}, {4, 77}});
    more.append({QDateTime(), 5, std::nullopt});
    const auto told = forecast(inputOf(more, 3.5, 200));
    QCOMPARE(told->samples, 3);
    QCOMPARE(told->reachesAt, forecast(inputOf(line, 3.5, 200))->reachesAt);
}

void TestForecast::ofOneMomentTheGreatestCounts()
{
    const auto told =
        forecast(inputOf(samplesAt({{1, 10}, {2, 20}, {2, 20}, {3, 29}, {3, 30}}), 5, 200));
    QCOMPARE(told->samples, 3);
    QCOMPARE(told->perSecond * Day, 10.0);
}

void TestForecast::theOrderDoesNotMatter()
{
    const auto told = forecast(inputOf(samplesAt({{3, 30}, {1, 10}, {5, 50}, {2, 20}}), 5, 200));
    QCOMPARE(told->from, day(1));
    QCOMPARE(told->seconds, 4 * Day);
    QCOMPARE(told->reachesAt, day(20));
}

void TestForecast::thePlaceInTimeDoesNotMatter()
{
    // The same moments, as people in China and in New York write them.
    ForecastInput input = inputOf(samplesAt({{1, 10}, {2, 20}, {3, 30}}), 3, 200);
    const auto told = forecast(input);
    input.cycleStart = input.cycleStart.toOffsetFromUtc(8 * 3600);
    input.cycleEnd = input.cycleEnd.toOffsetFromUtc(-5 * 3600);
    input.now = input.now.toLocalTime();
    for (UsageSample &sample : input.samples)
        sample.at = sample.at.toOffsetFromUtc(8 * 3600);
    QCOMPARE(forecast(input)->reachesAt, told->reachesAt);
    QCOMPARE(forecast(input)->atEnd, told->atEnd);
    QCOMPARE(forecast(input)->from.timeSpec(), Qt::UTC);
}

QTEST_APPLESS_MAIN(TestForecast)
#include "tst_forecast.moc"
