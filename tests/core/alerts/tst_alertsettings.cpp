// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertsettings.h"
#include "tests/support/qtwarnings.h"

#include <QDateTime>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QUuid Pool = QUuid::createUuidV5(QUuid(), u"pool"_s);

AlertSettings unusual()
{
    AlertSettings settings;
    settings.thresholds = {{AlertRule::Paid, AlertRule::DataIsOld}, {60, 5}, {50, 120}};
    settings.overrides.insert(
        Pool, {{{AlertRule::Paid, true}, {AlertRule::Ended, false}}, QList<int>{9}, QList<int>()});
    settings.quietHours = {true, QTime(21, 30), QTime(6, 15)};
    return settings;
}

} // namespace

class TestAlertSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void roundTrip();
    void damaged_data();
    void damaged();
    void partlyDamaged();
    void cleaning();
    void overrides();
    void quietHours_data();
    void quietHours();
    void everyChangeOfQuietHoursIsFound_data();
    void everyChangeOfQuietHoursIsFound();
    void noQuietHours();
};

void TestAlertSettings::roundTrip()
{
    for (const AlertSettings &settings : {AlertSettings(), unusual()})
        QCOMPARE(AlertSettings::fromJson(settings.toJson()), settings);
    AlertSettings empty;
    empty.overrides.insert(Pool, {});
    QCOMPARE(AlertSettings::fromJson(empty.toJson()), AlertSettings());
    QVERIFY(!unusual().toJson().contains('\n'));
}

void TestAlertSettings::damaged_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"schemaVersion\":1,");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("another version")
        << unusual().toJson().replace(R"("schemaVersion":1)", R"("schemaVersion":2)");
    QTest::newRow("of other types")
        << QByteArray(R"({"schemaVersion":1,"thresholds":7,"overrides":[],"quietHours":"x"})");
    QTest::newRow("of other types within") << QByteArray(
        R"({"schemaVersion":1,"thresholds":{"off":["fire",3],"endDays":"7","mauPercents":[80,"90"]},)"
        R"("overrides":{"x":{"endDays":[1]}},"quietHours":{"on":true,"from":"25:00","to":"07:00"}})");
    QTest::newRow("out of range") << QByteArray(
        R"({"schemaVersion":1,"thresholds":{"endDays":[0,5],"mauPercents":[80,1001]}})");
}

void TestAlertSettings::damaged()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(AlertSettings::fromJson(json), AlertSettings());
}

void TestAlertSettings::partlyDamaged()
{
    // What can be read holds, beside what cannot.
    const QByteArray json = unusual().toJson().replace("[60,5]", "[60,\"5\"]");
    AlertSettings expected = unusual();
    expected.thresholds.endDays = AlertThresholds().endDays;
    QCOMPARE(AlertSettings::fromJson(json), expected);
}

void TestAlertSettings::cleaning()
{
    AlertThresholds messy;
    messy.endDays = {3, 0, 30, 3, -5, 3651, 3650};
    messy.mauPercents = {100, 80, 80, 0, 1001, 1000};
    QCOMPARE(messy.cleaned().endDays, (QList<int>{3650, 30, 3}));
    QCOMPARE(messy.cleaned().mauPercents, (QList<int>{80, 100, 1000}));
    messy.endDays.clear();
    messy.mauPercents.clear();
    for (int step = 1; step <= 20; ++step) {
        messy.endDays.append(step);
        messy.mauPercents.append(step);
    }
    QCOMPARE(messy.cleaned().endDays.size(), AlertThresholds::MostSteps);
    QCOMPARE(messy.cleaned().endDays.constLast(), 1);
    QCOMPARE(messy.cleaned().mauPercents.size(), AlertThresholds::MostSteps);
    QCOMPARE(messy.cleaned().mauPercents.constLast(), 20);
}

void TestAlertSettings::overrides()
{
    const AlertSettings settings = unusual();
    const AlertThresholds own = settings.of(Pool);
    QCOMPARE(own.off, (QSet<AlertRule>{AlertRule::DataIsOld, AlertRule::Ended}));
    QCOMPARE(own.endDays, QList<int>{9});
    QVERIFY(own.mauPercents.isEmpty()); // emptied by the user
    QCOMPARE(settings.of(QUuid::createUuid()), settings.thresholds);
    QVERIFY(AlertOverrides().isEmpty());
    QVERIFY(!settings.overrides.value(Pool).isEmpty());
}

void TestAlertSettings::quietHours_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<bool>("hold");
    const QTime ten(22, 0);
    const QTime seven(7, 0);
    QTest::newRow("evening") << ten << seven << QTime(21, 59, 59, 999) << false;
    QTest::newRow("from ten") << ten << seven << ten << true;
    QTest::newRow("midnight") << ten << seven << QTime(0, 0) << true;
    QTest::newRow("early") << ten << seven << QTime(6, 59, 59) << true;
    QTest::newRow("to seven") << ten << seven << seven << false;
    QTest::newRow("by day, before") << seven << ten << QTime(6, 59) << false;
    QTest::newRow("by day") << seven << ten << QTime(12, 0) << true;
    QTest::newRow("by day, after") << seven << ten << ten << false;
    QTest::newRow("equal times") << ten << ten << ten << false;
}

void TestAlertSettings::quietHours()
{
    QFETCH(const QTime, from);
    QFETCH(const QTime, to);
    QFETCH(const QTime, time);
    QFETCH(const bool, hold);
    QuietHours hours{true, from, to};
    QCOMPARE(hours.holdAt(QDateTime(QDate(2026, 1, 15), time)), hold);
    hours.isOn = false;
    QVERIFY(!hours.holdAt(QDateTime(QDate(2026, 1, 15), time)));
}

void TestAlertSettings::everyChangeOfQuietHoursIsFound_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::newRow("night") << QTime(22, 0) << QTime(7, 0);
    QTest::newRow("day") << QTime(9, 0) << QTime(17, 0);
    // Times that clocks skip in spring, and show twice in autumn: in New York, and in Berlin.
    QTest::newRow("from half past two") << QTime(2, 30) << QTime(7, 0);
    QTest::newRow("to half past two") << QTime(22, 0) << QTime(2, 30);
    QTest::newRow("to half past one") << QTime(22, 0) << QTime(1, 30);
}

void TestAlertSettings::everyChangeOfQuietHoursIsFound()
{
    // Whenever it changes whether they hold, a change was announced for that moment or before, and
    // after a moment that was announced the next one lies ahead: a year of quarters of an hour.
    QFETCH(const QTime, from);
    QFETCH(const QTime, to);
    const QuietHours hours{true, from, to};
    QDateTime at(QDate(2026, 1, 1), QTime(0, 5), Qt::UTC);
    const QDateTime end = at.addDays(366);
    QDateTime next = hours.nextChange(at.toLocalTime());
    bool held = hours.holdAt(at.toLocalTime());
    int late = 0;
    for (; at < end; at = at.addSecs(900)) {
        const bool holds = hours.holdAt(at.toLocalTime());
        late += holds != held && at < next ? 1 : 0;
        held = holds;
        if (at < next)
            continue;
        QVERIFY(next > at.addSecs(-900));
        next = hours.nextChange(at.toLocalTime());
        QVERIFY2(next > at, qPrintable(at.toString(Qt::ISODate)));
        QVERIFY(at.secsTo(next) <= 25 * 3600);
    }
    QCOMPARE(late, 0);
}

void TestAlertSettings::noQuietHours()
{
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0));
    QVERIFY(!QuietHours().nextChange(now).isValid());
    QVERIFY(!(QuietHours{true, QTime(5, 0), QTime(5, 0)}.nextChange(now).isValid()));
    QVERIFY(!(QuietHours{true, QTime(), QTime(5, 0)}.nextChange(now).isValid()));
    QCOMPARE((QuietHours{true, {22, 0}, {7, 0}}.nextChange(now)), QDateTime(now.date(), {22, 0}));
}

QTEST_GUILESS_MAIN(TestAlertSettings)
#include "tst_alertsettings.moc"
