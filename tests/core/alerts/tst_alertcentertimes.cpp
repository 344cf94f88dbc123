// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Quiet hours, snoozing, and what the passing of time alone brings.

#include "tests/core/alerts/centerstage.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Names = QStringList;

class TestAlertCenterTimes : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void quietHoursHoldBack();
    void quietHoursEndByThemselves();
    void snoozes_data();
    void snoozes();
    void snoozedUntilItChanges();
    void acknowledged();
    void aRestartAnnouncesWhatWasHeldBack();
    void aBoundaryPasses();
    void aClockThatIsSetBack();
};

void TestAlertCenterTimes::quietHoursHoldBack()
{
    CenterStage stage;
    stage.clock.set(QDateTime(QDate(2026, 7, 1), QTime(23, 0)));
    stage.center->setSettings({.quietHours = {true, QTime(22, 0), QTime(7, 0)}});
    stage.refresh({.mauUsed = u"850"_s}, u"a"_s);
    stage.refresh({.rights = {right(u"SSO"_s, u"5"_s, u"5"_s)}}, u"b"_s);
    stage.refresh({.mauUsed = u"850"_s}, u"c"_s);
    QVERIFY(stage.announced().isEmpty());
    QCOMPARE(stage.fired, 3); // it is in the list at once
    stage.refresh({.rights = {right(u"SSO"_s, u"4"_s, u"5"_s)}}, u"b"_s);
    stage.clock.set(QDateTime(QDate(2026, 7, 2), QTime(7, 0)));
    // What has ended meanwhile is not told any more, but that it has.
    stage.center->lookAgain();
    QCOMPARE(stage.announced(), Names{u"mau 80 + mau 80 + back-under SSO"_s});
    stage.center->lookAgain();
    QVERIFY(stage.announced().isEmpty());
}

void TestAlertCenterTimes::quietHoursEndByThemselves()
{
    CenterStage stage;
    stage.clock.set(QDateTime(QDate(2026, 7, 1), QTime(6, 59, 59)));
    stage.center->setSettings({.quietHours = {true, QTime(22, 0), QTime(7, 0)}});
    stage.refresh({.mauUsed = u"850"_s});
    QVERIFY(stage.announced().isEmpty());
    stage.clock.advance(std::chrono::seconds(1));
    QTRY_COMPARE(stage.announcements, Names{u"mau 80"_s});
}

void TestAlertCenterTimes::snoozes_data()
{
    QTest::addColumn<AlertCenter::Snooze>("how");
    QTest::addColumn<int>("days");
    QTest::newRow("a day") << AlertCenter::Snooze::ADay << 1;
    QTest::newRow("a week") << AlertCenter::Snooze::AWeek << 7;
}

void TestAlertCenterTimes::snoozes()
{
    CenterStage stage;
    QFETCH(const AlertCenter::Snooze, how);
    QFETCH(const int, days);
    stage.refresh({.mauUsed = u"850"_s});
    QCOMPARE(stage.announced(), Names{u"mau 80"_s});
    stage.center->snooze({stage.newestId()}, how);
    QVERIFY(stage.center->records().constFirst().isSnoozed(stage.clock.nowUtc()));
    stage.clock.advance(std::chrono::hours(24 * days) - std::chrono::seconds(1));
    stage.refresh({.mauUsed = u"850"_s});
    QVERIFY(stage.announced().isEmpty());
    stage.restart();
    stage.refresh({.mauUsed = u"850"_s});
    QVERIFY(stage.announced().isEmpty());
    // By itself, and once.
    stage.clock.advance(std::chrono::seconds(1));
    QTRY_COMPARE(stage.announcements, Names{u"mau 80"_s});
    (void)stage.announced();
    stage.clock.advance(std::chrono::hours(24 * 8));
    stage.refresh({.mauUsed = u"850"_s, .cycleEnd = u"20260831"_s});
    QVERIFY(stage.announced().isEmpty());
}

void TestAlertCenterTimes::snoozedUntilItChanges()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s});
    QCOMPARE(stage.announced(), Names{u"mau 80"_s});
    stage.center->snooze({stage.newestId()}, AlertCenter::Snooze::UntilChange);
    stage.clock.advance(std::chrono::hours(24 * 20));
    stage.refresh({.mauUsed = u"890"_s});
    QVERIFY(stage.announced().isEmpty());
    stage.refresh({.mauUsed = u"900"_s});
    QCOMPARE(stage.announced(), Names{u"mau 90"_s});
}

void TestAlertCenterTimes::acknowledged()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s});
    (void)stage.announced();
    const QList<qint64> ids{stage.newestId(), 999};
    stage.center->snooze(ids, AlertCenter::Snooze::ADay);
    QSignalSpy changed(stage.center.get(), &AlertCenter::changed);
    stage.center->acknowledge(ids);
    QCOMPARE(changed.size(), 1);
    stage.center->acknowledge(ids);
    QCOMPARE(changed.size(), 1);
    QVERIFY(stage.open().isEmpty());
    stage.clock.advance(std::chrono::hours(48));
    stage.refresh({.mauUsed = u"850"_s});
    QVERIFY(stage.announced().isEmpty());
    QVERIFY(stage.keeper.records.first().acknowledgedAt.isValid());
}

void TestAlertCenterTimes::aRestartAnnouncesWhatWasHeldBack()
{
    CenterStage stage;
    stage.clock.set(QDateTime(QDate(2026, 7, 1), QTime(23, 0)));
    const AlertSettings settings{.quietHours = {true, QTime(22, 0), QTime(7, 0)}};
    stage.center->setSettings(settings);
    stage.refresh({.mauUsed = u"850"_s});
    QVERIFY(stage.announced().isEmpty());
    stage.restart();
    stage.center->setSettings(settings);
    QVERIFY(stage.announced().isEmpty());
    stage.clock.advance(std::chrono::hours(10));
    stage.center->lookAgain();
    QCOMPARE(stage.announced(), Names{u"mau 80"_s});
}

void TestAlertCenterTimes::aBoundaryPasses()
{
    CenterStage stage;
    // Without any new answer, and without anybody who looks again.
    stage.clock.set(QDateTime(QDate(2026, 7, 1), QTime(15, 59, 59), Qt::UTC));
    stage.refresh({.endTime = u"2026-07-02 00:00:00"_s});
    QCOMPARE(stage.announced(), Names{u"ends-soon 1"_s});
    stage.clock.advance(std::chrono::seconds(1));
    QTRY_COMPARE(stage.announcements, Names{u"ended"_s});
}

void TestAlertCenterTimes::aClockThatIsSetBack()
{
    CenterStage stage;
    stage.refresh({.endTime = u"2026-07-05 00:00:00"_s});
    QCOMPARE(stage.announced(), Names{u"ends-soon 7"_s});
    stage.clock.advance(std::chrono::hours(25));
    stage.center->lookAgain();
    QCOMPARE(stage.announced(), Names{u"old-data"_s});
    stage.clock.advance(std::chrono::hours(-24 * 40));
    stage.center->lookAgain();
    stage.clock.advance(std::chrono::hours(24 * 40));
    stage.center->lookAgain();
    QVERIFY(stage.announced().isEmpty());
    QCOMPARE(stage.open(), (Names{u"ends-soon 7"_s, u"old-data"_s}));
}

QTEST_GUILESS_MAIN(TestAlertCenterTimes)
#include "tst_alertcentertimes.moc"
