// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What holds on one set of facts, for every rule and at its edges.

#include "tests/core/alerts/alertfacts.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
const QJsonValue Absent(QJsonValue::Undefined);

/** The end time that lies so far ahead of now, as GenAuth writes it. */
QJsonValue endsIn(qint64 seconds)
{
    return Now.addSecs(seconds).toOffsetFromUtc(8 * 3600).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

constexpr qint64 Day = 24LL * 3600;

AlertFinding find(const AlertFacts &facts, const QDateTime &now = Now)
{
    return findAlerts(facts, {}, std::nullopt, now, AnHour);
}

Forecast foretold(Forecast::Kind kind)
{
    Forecast forecast;
    forecast.kind = kind;
    forecast.reachesAt = Now.addDays(5);
    return forecast;
}

} // namespace

Q_DECLARE_METATYPE(genauth::test::PoolAnswers)
Q_DECLARE_METATYPE(std::optional<genauth::Forecast>)

class TestAlertRules : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void whatHolds_data();
    void whatHolds();
    void numbersAndCycles();
    void twoRightsOfOneCode();
    void aForecast_data();
    void aForecast();
    void aRuleThatIsOff();
    void editedSteps();
    void onlyFreshAnswersJudge_data();
    void onlyFreshAnswersJudge();
    void partOfARefresh();
    void theWrongClockIsCorrected();
    void oldData();
    void keysAndOtherFailures_data();
    void keysAndOtherFailures();
    void urgencies();
    void codes();
};

void TestAlertRules::whatHolds_data()
{
    QTest::addColumn<PoolAnswers>("answers");
    QTest::addColumn<QString>("holding");
    const auto row = [](const char *name, const PoolAnswers &answers, const char *holding) {
        QTest::newRow(name) << answers << QString::fromUtf8(holding);
    };
    const auto end = [&row](const char *name, const QJsonValue &endTime, const char *overdue,
                         const char *holding) {
        row(name,
            {.endTime = endTime,
                .overdueDays = overdue ? QJsonValue(QLatin1String(overdue)) : Absent},
            holding);
    };
    end("far", endsIn(31 * Day), "0", "");
    end("30 days and a second", endsIn(30 * Day + 1), "0", "");
    end("30 days", endsIn(30 * Day), "0", "ends-soon 30");
    end("14 days and a second", endsIn(14 * Day + 1), "0", "ends-soon 30");
    end("14 days", endsIn(14 * Day), "0", "ends-soon 14");
    end("7 days", endsIn(7 * Day), "0", "ends-soon 7");
    end("3 days", endsIn(3 * Day), "0", "ends-soon 3");
    end("1 day", endsIn(Day), "0", "ends-soon 1");
    end("a second", endsIn(1), "0", "ends-soon 1");
    end("ended just now", endsIn(0), "0", "ended");
    end("ended, overdue unknown", endsIn(-Day), nullptr, "ended");
    end("overdue alone", endsIn(-3 * Day), "3", "overdue");
    end("a week", endsIn(-7 * Day), "7", "overdue 1");
    end("a day less", endsIn(-6 * Day), "6", "overdue");
    end("three weeks", endsIn(-21 * Day), "21", "overdue 3");
    end("overdue before the end", endsIn(5 * Day), "2", "ends-soon 7, overdue, contradiction");
    end("long ended, said not overdue", endsIn(-3 * Day), "0", "ended, contradiction");
    end("never", u"permanent"_s, "0", "");
    end("never, and overdue", u"permanent"_s, "4", "overdue, contradiction");
    end("end unknown", Absent, "0", "");
    end("end unreadable", u"soon"_s, "0", "");
    end("end unknown, overdue", Absent, "9", "overdue 1");

    const auto mau = [&row](const char *name, const QJsonValue &used, const QJsonValue &bought,
                         const char *holding) {
        row(name, {.mauUsed = used, .mauBought = bought}, holding);
    };
    mau("79.9 %", u"799"_s, u"1000"_s, "");
    mau("80 %", u"800"_s, u"1000"_s, "mau 80");
    mau("90 %", u"900"_s, u"1000"_s, "mau 90");
    mau("99.9 %", u"999"_s, u"1000"_s, "mau 90");
    mau("100 %", u"1000"_s, u"1000"_s, "mau 100");
    mau("far above", u"90000"_s, u"1000"_s, "mau 100");
    mau("unlimited", u"90000"_s, u"-1"_s, "");
    mau("bought unknown", u"90000"_s, Absent, "");
    mau("nothing bought", u"5"_s, u"0"_s, "");
    mau("used unknown", Absent, u"1000"_s, "");

    const auto rights = [&row](const char *name, const QJsonArray &rows, const char *holding) {
        row(name, {.rights = rows}, holding);
    };
    rights("right below", {right(u"SSO"_s, u"4"_s, u"5"_s)}, "");
    rights("right at its limit", {right(u"SSO"_s, u"5"_s, u"5"_s)}, "right SSO");
    rights("right unlimited", {right(u"SSO"_s, u"5"_s, u"unlimited"_s)}, "");
    rights("right unreadable", {right(u"SSO"_s, u"many"_s, u"5"_s)}, "");
    rights("right of none", {right(u"SSO"_s, u"0"_s, u"0"_s)}, "");
    rights("two rights", {right(u"B"_s, u"5"_s, u"5"_s), right(u"A"_s, u"9"_s, u"5"_s)},
        "right A, right B");
}

void TestAlertRules::whatHolds()
{
    QFETCH(const PoolAnswers, answers);
    QFETCH(const QString, holding);
    const AlertFinding finding = find(test::factsOf(answers, Now));
    QCOMPARE(shortNames(finding.holding).join(u", "_s), holding);
    QVERIFY(finding.news.isEmpty());
}

void TestAlertRules::numbersAndCycles()
{
    const AlertFacts facts = test::factsOf({.endTime = endsIn(5 * Day),
                                               .mauUsed = u"950"_s,
                                               .rights = {right(u"SSO"_s, u"7"_s, u"5"_s)}},
        Now);
    const QList<Alert> holding = find(facts).holding;
    QCOMPARE(shortNames(holding), (QStringList{u"ends-soon 7"_s, u"mau 90"_s, u"right SSO"_s}));
    QCOMPARE(holding.at(0).key.account, facts.account.id);
    QCOMPARE(holding.at(0).key.cycle, u"2026-07-06T12:00:00.000Z"_s);
    QCOMPARE(holding.at(0).numbers.secondsLeft, 5 * Day);
    QCOMPARE(holding.at(0).numbers.endTime, Now.addDays(5));
    QCOMPARE(holding.at(0).numbers.endTime.offsetFromUtc(), 8 * 3600);
    QCOMPARE(holding.at(0).numbers.overdueDays, 0);
    QCOMPARE(holding.at(1).key.cycle, u"2026-07-06T12:00:00.000Z/2026-07-01"_s);
    QCOMPARE(holding.at(1).numbers.used, 950);
    QCOMPARE(holding.at(1).numbers.bought, 1000);
    QCOMPARE(holding.at(2).key.cycle, holding.at(0).key.cycle);
    QCOMPARE(holding.at(2).numbers.used, 7);
    QCOMPARE(holding.at(2).numbers.subjectName, u"SSO"_s);
}

void TestAlertRules::twoRightsOfOneCode()
{
    // One alert, of the fuller; whichever comes first.
    QJsonArray rows{right(u"SSO"_s, u"1"_s, u"5"_s), right(u"SSO"_s, u"6"_s, u"5"_s)};
    for (int turn = 0; turn < 2; ++turn) {
        const QList<Alert> holding = find(test::factsOf({.rights = rows}, Now)).holding;
        QCOMPARE(shortNames(holding), QStringList{u"right SSO"_s});
        QCOMPARE(holding.constFirst().numbers.used, 6);
        rows = {rows.at(1), rows.at(0)};
    }
}

void TestAlertRules::aForecast_data()
{
    QTest::addColumn<std::optional<Forecast>>("forecast");
    QTest::addColumn<QString>("used");
    QTest::addColumn<QString>("holding");
    QTest::addColumn<bool>("isJudged");
    using Kind = Forecast::Kind;
    QTest::newRow("none") << std::optional<Forecast>() << u"100"_s << QString() << false;
    QTest::newRow("reaches") << std::optional(foretold(Kind::Reaches)) << u"100"_s << u"forecast"_s
                             << true;
    QTest::newRow("beside 80 %") << std::optional(foretold(Kind::Reaches)) << u"800"_s
                                 << u"mau 80, forecast"_s << true;
    QTest::newRow("reached") << std::optional(foretold(Kind::Reached)) << u"1000"_s << u"mau 100"_s
                             << true;
    QTest::newRow("reached meanwhile")
        << std::optional(foretold(Kind::Reaches)) << u"1000"_s << u"mau 100"_s << true;
    QTest::newRow("below") << std::optional(foretold(Kind::StaysBelow)) << u"100"_s << QString()
                           << true;
    QTest::newRow("who knows") << std::optional(foretold(Kind::NotThisCycle)) << u"100"_s
                               << QString() << true;
}

void TestAlertRules::aForecast()
{
    QFETCH(const std::optional<Forecast>, forecast);
    QFETCH(const QString, used);
    QFETCH(const QString, holding);
    QFETCH(const bool, isJudged);
    AlertFacts facts = test::factsOf({.mauUsed = used}, Now);
    facts.forecast = forecast;
    const AlertFinding finding = find(facts);
    QCOMPARE(shortNames(finding.holding).join(u", "_s), holding);
    QCOMPARE(finding.judged.contains(AlertRule::ForecastMeetsQuota), isJudged);
}

void TestAlertRules::aRuleThatIsOff()
{
    const AlertFacts facts = test::factsOf({.endTime = endsIn(5 * Day), .mauUsed = u"950"_s}, Now);
    const AlertThresholds thresholds{.off = {AlertRule::EndsSoon}};
    const auto finding = findAlerts(facts, thresholds, std::nullopt, Now, AnHour);
    QCOMPARE(shortNames(finding.holding), QStringList{u"mau 90"_s});
}

void TestAlertRules::editedSteps()
{
    const AlertFacts facts = test::factsOf({.endTime = endsIn(9 * Day), .mauUsed = u"950"_s}, Now);
    const AlertThresholds thresholds{.endDays = {20, 10}, .mauPercents = {50, 95, 96}};
    const auto finding = findAlerts(facts, thresholds, std::nullopt, Now, AnHour);
    QCOMPARE(shortNames(finding.holding), (QStringList{u"ends-soon 10"_s, u"mau 95"_s}));
    const AlertThresholds none{.endDays = {}, .mauPercents = {}};
    QVERIFY(findAlerts(facts, none, std::nullopt, Now, AnHour).holding.isEmpty());
}

void TestAlertRules::onlyFreshAnswersJudge_data()
{
    QTest::addColumn<qint64>("ageSeconds");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<bool>("isFresh");
    QTest::newRow("new") << qint64(0) << qint64(3600) << true;
    QTest::newRow("two hours") << qint64(7200) << qint64(3600) << true;
    QTest::newRow("and a second") << qint64(7201) << qint64(3600) << false;
    QTest::newRow("a day, asking is off") << Day << qint64(0) << true;
    QTest::newRow("more, asking is off") << Day + 1 << qint64(0) << false;
    QTest::newRow("of the future") << qint64(-301) << qint64(3600) << false;
}

void TestAlertRules::onlyFreshAnswersJudge()
{
    QFETCH(const qint64, ageSeconds);
    QFETCH(const qint64, interval);
    QFETCH(const bool, isFresh);
    AlertFacts facts = test::factsOf({.endTime = endsIn(5 * Day),
                                         .mauUsed = u"950"_s,
                                         .rights = {right(u"SSO"_s, u"7"_s, u"5"_s)}},
        Now);
    facts.snapshot.package.receivedAt = facts.snapshot.usage.receivedAt = Now.addSecs(-ageSeconds);
    AlertThresholds thresholds;
    thresholds.off = {AlertRule::DataIsOld};
    const auto finding =
        findAlerts(facts, thresholds, std::nullopt, Now, std::chrono::seconds(interval));
    QCOMPARE(finding.holding.size(), isFresh ? 3 : 0);
    for (const AlertRule rule : {AlertRule::EndsSoon, AlertRule::MauAtPercent,
             AlertRule::RightAtLimit, AlertRule::Overdue, AlertRule::Contradiction})
        QCOMPARE(finding.judged.contains(rule), isFresh);
}

void TestAlertRules::partOfARefresh()
{
    AlertFacts facts = test::factsOf({.endTime = endsIn(5 * Day), .mauUsed = u"950"_s}, Now);
    facts.snapshot.usage.error = ApiError{.kind = ErrorKind::Forbidden};
    AlertFinding finding = find(facts);
    QCOMPARE(shortNames(finding.holding), QStringList{u"ends-soon 7"_s});
    QVERIFY(!finding.judges({facts.account.id, AlertRule::MauAtPercent, 90, {}, {}}));
    QVERIFY(!finding.judges({facts.account.id, AlertRule::RightAtLimit, 0, u"SSO"_s, {}}));

    facts = test::factsOf({.endTime = endsIn(5 * Day),
                              .mauUsed = u"950"_s,
                              .rights = {right(u"SSO"_s, u"?"_s, u"5"_s)}},
        Now);
    facts.snapshot.package.error = ApiError{.kind = ErrorKind::TimedOut};
    finding = find(facts);
    QCOMPARE(shortNames(finding.holding), QStringList{u"mau 90"_s});
    QVERIFY(!finding.judges({facts.account.id, AlertRule::EndsSoon, 7, {}, {}}));
    // Of this right nobody can tell; of one that is not included any more, all is told.
    QVERIFY(!finding.judges({facts.account.id, AlertRule::RightAtLimit, 0, u"SSO"_s, {}}));
    QVERIFY(finding.judges({facts.account.id, AlertRule::RightAtLimit, 0, u"Gone"_s, {}}));
}

void TestAlertRules::theWrongClockIsCorrected()
{
    AlertFacts facts = test::factsOf({.endTime = endsIn(14 * Day)}, Now);
    facts.snapshot.clockSkew = std::chrono::seconds(-121); // ours is ahead: more is left
    QCOMPARE(shortNames(find(facts).holding), QStringList{u"ends-soon 30"_s});
    facts.snapshot.clockSkew = std::chrono::seconds(-120);
    QCOMPARE(shortNames(find(facts).holding), QStringList{u"ends-soon 14"_s});
}

void TestAlertRules::oldData()
{
    AlertFacts facts = test::factsOf({}, Now);
    QVERIFY(find(facts, Now.addSecs(Day - 1)).holding.isEmpty());
    const QList<Alert> holding = find(facts, Now.addSecs(Day)).holding;
    QCOMPARE(shortNames(holding), QStringList{u"old-data"_s});
    QCOMPARE(holding.constFirst().numbers.lastSuccess, Now);
    const AlertKey &key = holding.constFirst().key;
    QCOMPARE(key.cycle, u"2026-07-01T12:00:00.000Z"_s);
    // A clock that is set back ends nothing; a new answer does.
    QVERIFY(!find(facts, Now.addDays(-3)).judges(key));
    QVERIFY(find(test::factsOf({}, Now.addDays(1)), Now.addDays(1)).judges(key));

    facts.snapshot = {}; // never asked with success
    QVERIFY(find(facts, Now.addSecs(Day - 1)).holding.isEmpty());
    QCOMPARE(shortNames(find(facts, Now.addSecs(Day)).holding), QStringList{u"old-data"_s});
}

void TestAlertRules::keysAndOtherFailures_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("holds");
    for (const ErrorKind kind : {ErrorKind::KeyRefused, ErrorKind::KeyMissing,
             ErrorKind::KeychainLocked, ErrorKind::OtherPool, ErrorKind::NotSignedIn})
        QTest::newRow(errorKindName(kind)) << kind << true;
    for (const ErrorKind kind : {ErrorKind::TimedOut, ErrorKind::NoNetwork, ErrorKind::Forbidden,
             ErrorKind::Throttled, ErrorKind::TlsFailed, ErrorKind::CaFileUnreadable})
        QTest::newRow(errorKindName(kind)) << kind << false;
}

void TestAlertRules::keysAndOtherFailures()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, holds);
    AlertFacts facts = test::factsOf({.endTime = endsIn(5 * Day)}, Now);
    facts.snapshot.absorb(failedSnapshot(kind, Now.addSecs(60)));
    const AlertFinding finding = find(facts);
    QCOMPARE(shortNames(finding.holding), holds ? QStringList{u"key"_s} : QStringList());
    // Another failure after it does not mend the key.
    facts.snapshot.absorb(failedSnapshot(ErrorKind::TimedOut, Now.addSecs(120)));
    QVERIFY(
        !find(facts).judges({facts.account.id, AlertRule::KeyRefused, 0, {}, finding.lastSuccess}));
}

void TestAlertRules::urgencies()
{
    QCOMPARE(urgencyOf(AlertRule::EndsSoon, 8), AlertUrgency::Warning);
    QCOMPARE(urgencyOf(AlertRule::EndsSoon, 7), AlertUrgency::Critical);
    QCOMPARE(urgencyOf(AlertRule::MauAtPercent, 99), AlertUrgency::Warning);
    QCOMPARE(urgencyOf(AlertRule::MauAtPercent, 100), AlertUrgency::Critical);
    for (const AlertRule rule : {AlertRule::Ended, AlertRule::Overdue, AlertRule::KeyRefused})
        QCOMPARE(urgencyOf(rule, 0), AlertUrgency::Critical);
    for (const AlertRule rule : AlertRules)
        QCOMPARE(urgencyOf(rule, 0) == AlertUrgency::Good, isGoodNews(rule));
}

void TestAlertRules::codes()
{
    QSet<QString> codes;
    for (const AlertRule rule : AlertRules) {
        codes.insert(alertRuleCode(rule));
        QCOMPARE(alertRuleFromCode(alertRuleCode(rule)), rule);
    }
    QCOMPARE(codes.size(), static_cast<qsizetype>(AlertRules.size()));
    QVERIFY(!alertRuleFromCode(u"Ended"_s) && !alertRuleFromCode(QString()));
}

QTEST_GUILESS_MAIN(TestAlertRules)
#include "tst_alertrules.moc"
