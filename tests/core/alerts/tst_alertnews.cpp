// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Good news, what is remembered for it, the next boundary, and the rehearsal.

#include "tests/core/alerts/alertfacts.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
constexpr qint64 Day = 24LL * 3600;

AlertFinding find(const AlertFacts &facts, const std::optional<AlertMemory> &memory)
{
    return findAlerts(facts, {}, memory, Now, AnHour);
}
AlertFinding find(const PoolAnswers &answers, const std::optional<AlertMemory> &memory)
{
    return find(test::factsOf(answers, Now), memory);
}

PoolAnswers full()
{
    return {.endTime = u"2026-08-15 20:00:00"_s,
        .overdueDays = u"3"_s,
        .mauUsed = u"1000"_s,
        .rights = {right(u"SSO"_s, u"5"_s, u"5"_s)},
        .orders = {order(u"A"_s, u"1"_s), order(u"B"_s, u"1"_s)}};
}

} // namespace

Q_DECLARE_METATYPE(genauth::test::PoolAnswers)

class TestAlertNews : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void whatIsNew_data();
    void whatIsNew();
    void nothingIsNewAtFirst();
    void anotherClockRenewsNothing();
    void whatIsUnknownIsRemembered();
    void anUnknownCountKeepsOverdue();
    void theCycleOfOneAnswerWithoutAnEnd();
    void memoryAsJson();
    void boundaries_data();
    void boundaries();
    void rehearsal();
};

void TestAlertNews::whatIsNew_data()
{
    QTest::addColumn<PoolAnswers>("then");
    QTest::addColumn<QString>("news");
    const auto row = [](const char *name, const char *news, const auto &change) {
        PoolAnswers then = full();
        change(then);
        QTest::newRow(name) << then << QString::fromUtf8(news);
    };
    row("nothing", "", [](PoolAnswers &) {});
    row("renewed", "renewed", [](PoolAnswers &a) { a.endTime = u"2027-08-15 20:00:00"_s; });
    row("a second later", "renewed", [](PoolAnswers &a) { a.endTime = u"2026-08-15 20:00:01"_s; });
    row("shortened", "", [](PoolAnswers &a) { a.endTime = u"2026-08-14 20:00:00"_s; });
    row("end unknown", "", [](PoolAnswers &a) { a.endTime = u"?"_s; });
    row("paid", "paid", [](PoolAnswers &a) { a.overdueDays = u"0"_s; });
    row("less overdue", "", [](PoolAnswers &a) { a.overdueDays = u"1"_s; });
    row("overdue unknown", "", [](PoolAnswers &a) { a.overdueDays = u"?"_s; });
    row("order paid", "paid A", [](PoolAnswers &a) {
        a.orders = {order(u"A"_s, u"2"_s), order(u"B"_s, u"1"_s)};
    });
    row("order completed", "paid B", [](PoolAnswers &a) {
        a.orders = {order(u"A"_s, u"1"_s), order(u"B"_s, u"3"_s)};
    });
    row("orders cancelled and expired", "", [](PoolAnswers &a) {
        a.orders = {order(u"A"_s, u"4"_s), order(u"B"_s, u"5"_s)};
    });
    row("another order is paid", "",
        [](PoolAnswers &a) { a.orders.append(order(u"C"_s, u"2"_s)); });
    row("MAU below", "back-under", [](PoolAnswers &a) { a.mauUsed = u"999"_s; });
    row("more MAU bought", "back-under", [](PoolAnswers &a) { a.mauBought = u"2000"_s; });
    row("MAU unlimited", "back-under", [](PoolAnswers &a) { a.mauBought = u"-1"_s; });
    row("MAU unknown", "", [](PoolAnswers &a) { a.mauUsed = u"?"_s; });
    row("right below", "back-under SSO",
        [](PoolAnswers &a) { a.rights = {right(u"SSO"_s, u"4"_s, u"5"_s)}; });
    row("right unknown", "", [](PoolAnswers &a) { a.rights = {right(u"SSO"_s, u"?"_s, u"5"_s)}; });
    row("right gone", "", [](PoolAnswers &a) { a.rights = {}; });
}

void TestAlertNews::whatIsNew()
{
    QFETCH(const PoolAnswers, then);
    QFETCH(const QString, news);
    const AlertMemory before = find(full(), std::nullopt).memory;
    const AlertFinding finding = find(then, before);
    QCOMPARE(shortNames(finding.news).join(u", "_s), news);
    // Told once.
    QVERIFY(find(then, finding.memory).news.isEmpty());
    // A failed refresh tells nothing, and forgets nothing.
    AlertFacts failed = test::factsOf(then, Now);
    failed.snapshot.absorb(failedSnapshot(ErrorKind::TimedOut, Now));
    const AlertFinding silent = find(failed, before);
    QVERIFY(silent.news.isEmpty());
    QCOMPARE(silent.memory, before);
    // Off: neither now, nor when it is on again.
    const AlertThresholds off{.off = {AlertRule::Renewed, AlertRule::Paid, AlertRule::BackUnder}};
    const auto muted = findAlerts(test::factsOf(then, Now), off, before, Now, AnHour);
    QVERIFY(muted.news.isEmpty());
    QVERIFY(find(then, muted.memory).news.isEmpty());
}

void TestAlertNews::nothingIsNewAtFirst()
{
    PoolAnswers good = full();
    good.overdueDays = u"0"_s;
    QVERIFY(find(good, std::nullopt).news.isEmpty());
    QVERIFY(find(good, AlertMemory()).news.isEmpty());
}

void TestAlertNews::anotherClockRenewsNothing()
{
    // The user sets the pool's clock from Beijing's to UTC: the same words, eight hours later.
    AlertFacts facts = test::factsOf(full(), Now);
    const AlertMemory before = find(facts, std::nullopt).memory;
    facts.account.clockOffset = std::chrono::seconds(0);
    facts.snapshot = snapshotOf(full(), Now, facts.account);
    QVERIFY(facts.snapshot.package.value->endTime.at > before.endTime);
    QVERIFY(find(facts, before).news.isEmpty());
    PoolAnswers renewed = full();
    renewed.endTime = u"2026-09-15 20:00:00"_s;
    facts.snapshot = snapshotOf(renewed, Now, facts.account);
    const AlertFinding finding = find(facts, before);
    QCOMPARE(shortNames(finding.news), QStringList{u"renewed"_s});
    QCOMPARE(finding.news.constFirst().numbers.before, before.endTime);
}

void TestAlertNews::whatIsUnknownIsRemembered()
{
    const AlertMemory before = find(full(), std::nullopt).memory;
    PoolAnswers unknown = full();
    unknown.endTime = unknown.overdueDays = unknown.mauUsed = u"?"_s;
    unknown.rights = {right(u"SSO"_s, u"?"_s, u"5"_s)};
    QCOMPARE(find(unknown, before).memory, before);
}

void TestAlertNews::anUnknownCountKeepsOverdue()
{
    PoolAnswers answers{.endTime = u"2026-06-28 20:00:00"_s, .overdueDays = u"3"_s};
    const AlertMemory before = find(answers, std::nullopt).memory;
    answers.overdueDays = u"?"_s;
    const AlertFinding finding = find(answers, before);
    QVERIFY(finding.holding.isEmpty()); // not "ended": it was overdue, and nobody says otherwise
    QVERIFY(!finding.judged.contains(AlertRule::Overdue));
}

void TestAlertNews::theCycleOfOneAnswerWithoutAnEnd()
{
    const AlertFinding known = find(full(), std::nullopt);
    PoolAnswers unknown = full();
    unknown.endTime = u"?"_s;
    const AlertFinding finding = find(unknown, known.memory);
    for (const Alert &alert : finding.holding)
        QVERIFY2(alert.key.cycle.startsWith(u"2026-08-15T12:00:00"_s), qPrintable(alert.key.cycle));
    QVERIFY(!finding.holding.isEmpty());
}

void TestAlertNews::memoryAsJson()
{
    const AlertMemory memory = find(full(), std::nullopt).memory;
    QCOMPARE(memory.overdueDays, 3);
    QVERIFY(memory.mauWasOver);
    QCOMPARE(memory.rightsAtLimit, QSet<QString>{u"SSO"_s});
    QCOMPARE(memory.unpaidOrders, (QSet<QString>{u"A"_s, u"B"_s}));
    const AlertMemory read = AlertMemory::fromJson(memory.toJson());
    QCOMPARE(read, memory);
    QCOMPARE(read.endTime.offsetFromUtc(), 8 * 3600);
    QCOMPARE(AlertMemory::fromJson(AlertMemory().toJson()), AlertMemory());
    QCOMPARE(AlertMemory::fromJson({{u"endTime"_s, 5}, {u"overdueDays"_s, -1},
                 {u"rightsAtLimit"_s, u"x"_s}, {u"mauWasOver"_s, u"yes"_s}}),
        AlertMemory());
}

void TestAlertNews::boundaries_data()
{
    QTest::addColumn<QString>("endTime");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QDateTime>("next");
    const QString end = u"2026-12-31 00:00:00"_s; // in Beijing
    const QDateTime at(QDate(2026, 12, 30), QTime(16, 0), Qt::UTC);
    const QDateTime old = Now.addDays(1); // the data is a day old
    const QDateTime cycle(QDate(2026, 7, 31), QTime(16, 0), Qt::UTC);
    QTest::newRow("old data") << end << Now << old;
    QTest::newRow("the running cycle's end") << end << old << cycle;
    QTest::newRow("30 days") << end << cycle << at.addDays(-30);
    QTest::newRow("14 days") << end << at.addDays(-30) << at.addDays(-14);
    QTest::newRow("1 day") << end << at.addDays(-3) << at.addDays(-1);
    QTest::newRow("the end") << end << at.addDays(-1) << at;
    QTest::newRow("nothing more") << end << at << QDateTime();
    QTest::newRow("never ends") << u"permanent"_s << cycle << QDateTime();
}

void TestAlertNews::boundaries()
{
    QFETCH(const QString, endTime);
    QFETCH(const QDateTime, now);
    QFETCH(const QDateTime, next);
    AlertFacts facts = test::factsOf({.endTime = endTime}, Now);
    QCOMPARE(nextAlertBoundary(facts, {}, now), next);
    // By GenAuth's clock, where that is believed; the answer, and the age of data, are by ours.
    if (!next.isValid() || now <= Now.addDays(1))
        return;
    facts.snapshot.clockSkew = std::chrono::hours(1);
    QCOMPARE(nextAlertBoundary(facts, {}, now.addSecs(-3600)), next.addSecs(-3600));
}

void TestAlertNews::rehearsal()
{
    const AlertFacts facts = test::factsOf({.endTime = u"2026-07-12 20:00:00"_s, // 11 days ahead
                                               .mauUsed = u"950"_s},
        Now);
    const QDateTime end = Now.addDays(11);
    const auto coming = rehearse(facts, {}, Now, Now.addDays(60));
    QStringList told;
    for (const RehearsedAlert &alert : coming)
        told.append(alert.at.toString(u"MM-dd HH:mm "_s) + shortName(alert.alert));
    // 14 days and the MAU hold already; that the service calls it overdue then, nobody knows.
    QCOMPARE(told, (QStringList{u"07-05 12:00 ends-soon 7"_s, u"07-09 12:00 ends-soon 3"_s,
                       u"07-11 12:00 ends-soon 1"_s, u"07-12 12:00 ended"_s}));
    QCOMPARE(coming.constLast().alert.numbers.endTime, end);
    QCOMPARE(rehearse(facts, {}, Now, Now.addDays(5)).size(), 1);
    QCOMPARE(rehearse(facts, {}, Now, Now.addDays(4)).size(), 1);
    QVERIFY(rehearse(facts, {}, Now, Now.addDays(4).addSecs(-1)).isEmpty());
    QVERIFY(rehearse(facts, {.off = {AlertRule::EndsSoon, AlertRule::Ended}}, Now, end).isEmpty());

    // Of old answers too: as if they came again.
    AlertFacts old = facts;
    old.snapshot.absorb(failedSnapshot(ErrorKind::TimedOut, Now));
    QCOMPARE(rehearse(old, {}, Now, Now.addDays(60)).size(), 4);
    QVERIFY(rehearse(test::factsOf({.endTime = u"permanent"_s}, Now), {}, Now, end).isEmpty());
    QVERIFY(rehearse(AlertFacts(), {}, Now, end).isEmpty());
}

QTEST_GUILESS_MAIN(TestAlertNews)
#include "tst_alertnews.moc"
