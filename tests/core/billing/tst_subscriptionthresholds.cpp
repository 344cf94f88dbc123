// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/billing/subscriptionfacts.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace genauth;
using State = SubscriptionState;
using States = QList<SubscriptionState>;

class TestSubscriptionThresholds : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void thresholdsAreSettings();
    void mauIsComparedExactly_data();
    void mauIsComparedExactly();
};

void TestSubscriptionThresholds::thresholdsAreSettings()
{
    const SubscriptionFacts facts = factsOf(LeapDayText, json("0"));
    const auto headline = [&](qint64 secondsLeft, Thresholds thresholds) {
        return assess(facts, moment(LeapDay - secondsLeft), thresholds).headline;
    };
    const Thresholds wide{14, 90, 100};
    QCOMPARE(headline(90 * Day + 1, wide), State::Active);
    QCOMPARE(headline(90 * Day, wide), State::EndsSoon);
    QCOMPARE(headline(14 * Day + 1, wide), State::EndsSoon);
    QCOMPARE(headline(14 * Day, wide), State::EndsVerySoon);
    const Thresholds off{0, 0, 100};
    QCOMPARE(headline(1, off), State::Active);
    QCOMPARE(headline(0, off), State::Ended);
    const Thresholds same{30, 30, 100};
    QCOMPARE(headline(30 * Day + 1, same), State::Active);
    QCOMPARE(headline(30 * Day, same), State::EndsVerySoon);
    const Thresholds largest{3650, 3650, 100};
    QCOMPARE(headline(3650 * Day, largest), State::EndsVerySoon);
}

void TestSubscriptionThresholds::mauIsComparedExactly_data()
{
    QTest::addColumn<qint64>("used");
    QTest::addColumn<qint64>("bought");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("over");

    const qint64 largest = std::numeric_limits<qint64>::max();
    const auto row = [](qint64 used, qint64 bought, int percent, bool over) {
        QTest::addRow("%lld of %lld at %d", used, bought, percent)
            << used << bought << percent << over;
    };
    row(1000, 1000, 100, false);
    row(1001, 1000, 100, true);
    row(0, 1000, 100, false);
    row(1000, 1000, 120, false);
    row(1001, 1000, 120, true);
    row(1001, 1000, 1000, true);
    row(899, 1000, 90, false);
    row(900, 1000, 90, true);
    row(901, 1000, 90, true);
    row(2, 3, 67, false); // 67 % of 3 is 2.01
    row(3, 3, 67, true);
    row(2, 3, 66, true);   // 66 % of 3 is 1.98
    row(10, 999, 1, true); // 1 % of 999 is 9.99
    row(9, 999, 1, false);
    row(1000, 0, 100, false);
    row(1000, -1, 100, false);
    row(0, 0, 1, false);
    row(largest, largest, 100, false);
    row(largest, largest - 1, 100, true);
    row(largest, largest, 99, true);
    row(largest / 2, largest, 99, false);
}

void TestSubscriptionThresholds::mauIsComparedExactly()
{
    QFETCH(qint64, used);
    QFETCH(qint64, bought);
    QFETCH(int, percent);
    QFETCH(bool, over);
    SubscriptionFacts facts = factsOf(LeapDayText, json("0"));
    facts.mau = MauUse{used, bought};
    const auto far = assess(facts, moment(LeapDay - 40 * Day), {7, 30, percent});
    QVERIFY(isSound(far));
    QCOMPARE(far.all, States{over ? State::OverMau : State::Active});

    facts.anotherRightAtLimit = true;
    const auto near = assess(facts, moment(LeapDay - 20 * Day), {7, 30, percent});
    States all{State::EndsSoon, State::RightAtLimit};
    if (over)
        all.prepend(State::OverMau);
    QVERIFY(isSound(near));
    QCOMPARE(near.all, all);
}

QTEST_APPLESS_MAIN(TestSubscriptionThresholds)
#include "tst_subscriptionthresholds.moc"
