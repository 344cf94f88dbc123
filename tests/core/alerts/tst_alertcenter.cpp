// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What fires, once, and what ends.

#include "tests/core/alerts/centerstage.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Names = QStringList;

class TestAlertCenter : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void firesOnce();
    void reArms();
    void aDropToAFartherStepIsSilent();
    void failedAndStaleAnswersChangeNothing();
    void severalPoolsAreOneAnnouncement();
    void tellsOfChangesOnceATurn();
    void goodNewsIsToldOnce();
    void aForecastIsToldOnceInACycle();
    void aRestartFiresNothingAnew();
    void aRestartDoesNotPutOldDataOff();
    void poolsThatAreRemoved();
    void settingsHoldAtOnce();
    void forgets();
    void theMostUrgentFirst();
};

void TestAlertCenter::firesOnce()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s});
    QCOMPARE(stage.fired, 1);
    QCOMPARE(stage.announced(), Names{u"mau 80"_s});
    for (const char *used : {"860", "899"}) {
        stage.clock.advance(AnHour);
        stage.refresh({.mauUsed = QLatin1String(used)});
    }
    stage.center->lookAgain();
    QVERIFY(stage.announced().isEmpty());
    QCOMPARE(stage.open(), Names{u"mau 80"_s});
    stage.clock.advance(AnHour);
    stage.refresh({.mauUsed = u"901"_s});
    QCOMPARE(stage.announced(), Names{u"mau 90"_s});
    QCOMPARE(stage.open(), Names{u"mau 90"_s}); // 80 has ended: the closer one speaks for it
    QCOMPARE(stage.center->records().size(), 2);
    QCOMPARE(stage.center->records().constFirst().poolName, u"pool"_s);
    QCOMPARE(stage.keeper.records.size(), 2);
}

void TestAlertCenter::reArms()
{
    CenterStage stage;
    const PoolAnswers atLimit{.rights = {right(u"SSO"_s, u"5"_s, u"5"_s)}};
    stage.refresh(atLimit);
    QCOMPARE(stage.announced(), Names{u"right SSO"_s});
    stage.refresh({.rights = {right(u"SSO"_s, u"4"_s, u"5"_s)}});
    QCOMPARE(stage.announced(), Names{u"back-under SSO"_s});
    QVERIFY(stage.open().isEmpty());
    stage.refresh(atLimit);
    QCOMPARE(stage.announced(), Names{u"right SSO"_s});
}

void TestAlertCenter::aDropToAFartherStepIsSilent()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"950"_s});
    QCOMPARE(stage.announced(), Names{u"mau 90"_s});
    stage.refresh({.mauUsed = u"850"_s});
    QVERIFY(stage.announced().isEmpty());
    stage.refresh({.mauUsed = u"950"_s});
    QCOMPARE(stage.announced(), Names{u"mau 90"_s});
    // A new billing cycle is a new matter.
    stage.clock.set(QDateTime(QDate(2026, 8, 2), QTime(12, 0), Qt::UTC));
    stage.refresh({.mauUsed = u"850"_s, .cycleStart = u"20260801"_s, .cycleEnd = u"20260831"_s});
    QCOMPARE(stage.announced(), Names{u"mau 80"_s});
}

void TestAlertCenter::failedAndStaleAnswersChangeNothing()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"950"_s});
    QCOMPARE(stage.announced(), Names{u"mau 90"_s});
    stage.clock.advance(AnHour);
    stage.fail();
    stage.clock.advance(std::chrono::hours(22));
    stage.center->lookAgain();
    QVERIFY(stage.announced().isEmpty());
    QCOMPARE(stage.open(), Names{u"mau 90"_s});
    stage.clock.advance(AnHour);
    stage.center->lookAgain();
    QCOMPARE(stage.announced(), Names{u"old-data"_s});
    stage.fail(ErrorKind::KeyRefused);
    QCOMPARE(stage.announced(), Names{u"key"_s});
    stage.fail();
    QCOMPARE(stage.open(), (Names{u"key"_s, u"old-data"_s, u"mau 90"_s}));
    stage.refresh({.mauUsed = u"950"_s});
    QVERIFY(stage.announced().isEmpty());
    QCOMPARE(stage.open(), Names{u"mau 90"_s});
}

void TestAlertCenter::severalPoolsAreOneAnnouncement()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s}, u"a"_s);
    stage.refresh({.mauUsed = u"1000"_s}, u"b"_s);
    stage.refresh({}, u"c"_s);
    QCOMPARE(stage.fired, 2);
    QVERIFY(stage.announcements.isEmpty()); // not before the event loop turns
    QCOMPARE(stage.announced(), Names{u"mau 100 + mau 80"_s});
}

void TestAlertCenter::tellsOfChangesOnceATurn()
{
    CenterStage stage;
    (void)stage.announced();
    QSignalSpy changed(stage.center.get(), &AlertCenter::changed);
    for (const QString &pool : {u"a"_s, u"b"_s, u"c"_s})
        stage.refresh({.mauUsed = u"850"_s}, pool);
    QCOMPARE(stage.open().size(), 3);
    QCOMPARE(stage.announced().size(), 1);
    QCOMPARE(changed.size(), 1);
}

void TestAlertCenter::goodNewsIsToldOnce()
{
    CenterStage stage;
    stage.refresh({.overdueDays = u"3"_s});
    (void)stage.announced();
    stage.refresh({});
    QCOMPARE(stage.announced(), Names{u"paid"_s});
    stage.refresh({});
    stage.restart();
    stage.refresh({});
    QVERIFY(stage.announced().isEmpty());
    QVERIFY(stage.open().isEmpty());
}

void TestAlertCenter::aForecastIsToldOnceInACycle()
{
    CenterStage stage;
    const auto foretell = [&](Forecast::Kind kind, const PoolAnswers &answers) {
        AlertFacts facts = factsOf(answers, stage.clock.nowUtc());
        facts.forecast = Forecast();
        facts.forecast->kind = kind;
        facts.forecast->reachesAt = stage.clock.nowUtc().addDays(5);
        stage.center->look(facts);
    };
    foretell(Forecast::Kind::Reaches, {});
    QCOMPARE(stage.announced(), Names{u"forecast"_s});
    // It wavers about the quota.
    foretell(Forecast::Kind::StaysBelow, {});
    QVERIFY(stage.open().isEmpty());
    foretell(Forecast::Kind::Reaches, {});
    QVERIFY(stage.announced().isEmpty());
    stage.clock.set(QDateTime(QDate(2026, 8, 2), QTime(12, 0), Qt::UTC));
    foretell(Forecast::Kind::Reaches, {.cycleStart = u"20260801"_s, .cycleEnd = u"20260831"_s});
    QCOMPARE(stage.announced(), Names{u"forecast"_s});
}

void TestAlertCenter::aRestartDoesNotPutOldDataOff()
{
    CenterStage stage;
    const auto failAsNew = [&] { // of a pool that has never answered
        AlertFacts facts = factsOf({}, stage.clock.nowUtc());
        facts.snapshot = failedSnapshot(ErrorKind::TimedOut, stage.clock.nowUtc());
        stage.center->look(facts);
    };
    failAsNew();
    for (int day = 0; day < 2; ++day) {
        stage.clock.advance(std::chrono::hours(11));
        stage.restart();
        failAsNew();
        QVERIFY(stage.announced().isEmpty());
    }
    stage.clock.advance(std::chrono::hours(2));
    stage.center->lookAgain();
    QCOMPARE(stage.announced(), Names{u"old-data"_s});
}

void TestAlertCenter::aRestartFiresNothingAnew()
{
    CenterStage stage;
    const PoolAnswers answers{.endTime = u"2026-07-05 00:00:00"_s,
        .mauUsed = u"1000"_s,
        .rights = {right(u"SSO"_s, u"5"_s, u"5"_s)}};
    stage.refresh(answers);
    QCOMPARE(stage.announced(), Names{u"ends-soon 7 + mau 100 + right SSO"_s});
    stage.restart();
    // First what is known from before, which nobody asked for in this run.
    AlertFacts known = stage.facts.value(u"pool"_s);
    known.snapshot.forEachOperation([](OperationAttempt &a) { a.attemptedAt = {}; });
    stage.center->look(known);
    stage.refresh(answers);
    QVERIFY(stage.announced().isEmpty());
    QCOMPARE(stage.open().size(), 3);
    PoolAnswers more = answers;
    more.overdueDays = u"1"_s;
    stage.refresh(more);
    const QList<AlertRecord> records = stage.center->records();
    QCOMPARE(records.size(), 5);
    QCOMPARE(records.constFirst().id, 5);
}

void TestAlertCenter::poolsThatAreRemoved()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s}, u"a"_s);
    stage.refresh({.mauUsed = u"1000"_s}, u"b"_s);
    (void)stage.announced();
    stage.center->setPools({stage.facts.value(u"a"_s).account.id});
    QVERIFY(stage.announced().isEmpty());
    QCOMPARE(stage.open(), Names{u"mau 80"_s});
    QCOMPARE(stage.center->accounts(), QList<QUuid>{stage.facts.value(u"a"_s).account.id});
    QVERIFY(!stage.center->factsOf(stage.facts.value(u"b"_s).account.id));
    QVERIFY(stage.center->factsOf(stage.facts.value(u"a"_s).account.id));
}

void TestAlertCenter::settingsHoldAtOnce()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s});
    (void)stage.announced();
    const QUuid account = stage.facts.value(u"pool"_s).account.id;
    AlertSettings settings;
    settings.overrides.insert(account, {.on = {{AlertRule::MauAtPercent, false}}});
    stage.center->setSettings(settings);
    QVERIFY(stage.announced().isEmpty() && stage.open().isEmpty());
    stage.center->setSettings({});
    QCOMPARE(stage.announced(), Names{u"mau 80"_s});
    stage.center->setSettings({.thresholds = {.mauPercents = {50, 85}}});
    QCOMPARE(stage.announced(), Names{u"mau 85"_s});
    // A step that is taken away leaves a farther one, about which all is said.
    stage.center->setSettings({.thresholds = {.mauPercents = {50}}});
    QVERIFY(stage.announced().isEmpty());
}

void TestAlertCenter::forgets()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s});
    stage.refresh({.mauUsed = u"950"_s});
    (void)stage.announced();
    QCOMPARE(stage.center->records().size(), 2);
    stage.center->forgetEnded();
    QCOMPARE(stage.center->records().size(), 1);
    QCOMPARE(stage.keeper.records.size(), 1);
    stage.refresh({.mauUsed = u"950"_s});
    QVERIFY(stage.announced().isEmpty());
}

void TestAlertCenter::theMostUrgentFirst()
{
    CenterStage stage;
    stage.refresh({.mauUsed = u"850"_s}, u"a"_s);
    stage.refresh({.mauUsed = u"1000"_s}, u"b"_s);
    stage.refresh({.rights = {right(u"SSO"_s, u"5"_s, u"5"_s)}}, u"c"_s);
    QCOMPARE(stage.open(), (Names{u"mau 100"_s, u"right SSO"_s, u"mau 80"_s}));
}

QTEST_GUILESS_MAIN(TestAlertCenter)
#include "tst_alertcenter.moc"
