// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which samples are taken, and which of them are kept for how long.

#include "core/store/schema.h"
#include "core/store/storeworker.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/store/samplesnapshots.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Noon(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
const QDateTime Ever = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
constexpr qint64 DaySecs = 24LL * 3600;

} // namespace

class TestUsageHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_database.reset(); }

    void takesWhatIsKnownOfEachRight();
    void takesNoMoreThanAnAnswerMayHave();
    void theMauOfTheBillingCycleCountsWhereNoRowHasIt();
    void theMauStaysWithItsSource();
    void theMauOfTheCycleIsTakenWhenTheUsageIsLongGone();
    void aSampleIsOfTheCorrectedTime();
    void figuresThatCannotBeArePassedOver();
    void aClockYearsAheadThinsNothing();
    void keepsADaysLastSampleAfterNinetyDays();
    void thinsOutWhileSamplesCome();
    void thinsOutEarlierWhereThereAreTooMany();
    void ofDailySamplesTheOldestGoFirst();
    void aHundredThousandSamplesAreNoBurden();

private:
    [[nodiscard]] bool add(const PoolSnapshot &learned);
    [[nodiscard]] bool addUsage(qint64 mau, const QDateTime &at);
    [[nodiscard]] UsageSamples samples(const QString &series) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    Account m_account = plainAccount(1);
};

void TestUsageHistory::init()
{
    failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<Database>(m_folder->filePath(u"x.sqlite"_s), billingSchema());
    QVERIFY(!m_database->open());
}

bool TestUsageHistory::add(const PoolSnapshot &learned)
{
    SnapshotStore snapshots(*m_database);
    UsageHistory history(*m_database);
    return snapshots.save(m_account, learned, Noon) && history.add(m_account, learned);
}

bool TestUsageHistory::addUsage(qint64 mau, const QDateTime &at)
{
    PoolSnapshot learned;
    learned.usage = usageOf(mau, 2 * mau, at, m_account);
    return add(learned);
}

UsageSamples TestUsageHistory::samples(const QString &series) const
{
    return UsageHistory(*m_database).samples(m_account.id, series, Ever).value();
}

void TestUsageHistory::takesWhatIsKnownOfEachRight()
{
    PoolSnapshot learned;
    learned.usage = answered<Usage>(R"({"usages":[
        {"modelCode":"A","amount":"0","current":"3"},
        {"modelCode":"A","amount":"9","current":"4"},
        {"modelCode":"B","amount":"-1","current":"9223372036854775807"},
        {"modelCode":"C","amount":"7","current":"many"},
        {"modelCode":"","amount":"7","current":"1"},
        {"amount":"7","current":"1"},
        {"modelCode":"current MAU","amount":"7","current":"1"},
        {"modelCode":"名 ' \" ;","amount":"7","current":"7"}]})",
        Noon, m_account);
    QVERIFY(add(learned));
    QCOMPARE(samples(u"A"_s), (UsageSamples{{Noon, 3, std::nullopt}}));
    QCOMPARE(
        samples(u"B"_s), (UsageSamples{{Noon, std::numeric_limits<qint64>::max(), std::nullopt}}));
    QCOMPARE(samples(u"名 ' \" ;"_s), (UsageSamples{{Noon, 7, 7}}));
    for (const QString &series : {u"C"_s, u""_s, UsageHistory::mauSeries()})
        QVERIFY(samples(series).isEmpty());
}

void TestUsageHistory::takesNoMoreThanAnAnswerMayHave()
{
    const QString longCode(1000, u'x');
    QByteArray rows = R"({"modelCode":")" + longCode.toUtf8() + R"(","current":"1"})";
    for (int number = 0; number < 1000; ++number)
        rows += R"(,{"modelCode":"R)" + QByteArray::number(number) + R"(","current":"1"})";
    PoolSnapshot learned;
    learned.usage = answered<Usage>(R"({"usages":[)" + rows + "]}", Noon, m_account);
    QVERIFY(add(learned));
    QCOMPARE(samples(longCode).size(), 1);
    QCOMPARE(samples(u"R100"_s).size(), 1);
    QVERIFY(samples(u"R%1"_s.arg(UsageHistory::MostSeries)).isEmpty());
}

void TestUsageHistory::theMauOfTheBillingCycleCountsWhereNoRowHasIt()
{
    PoolSnapshot learned = fullSnapshot(5, Noon, m_account);
    learned.usage = answered<Usage>(R"({"usages":[]})", Noon, m_account);
    QVERIFY(add(learned));
    QCOMPARE(samples(UsageHistory::mauSeries()), (UsageSamples{{Noon, 5, 1000}}));

    // In the pool's clock it is August already.
    const QDateTime late(QDate(2026, 7, 31), QTime(20, 0), Qt::UTC);
    PoolSnapshot august = fullSnapshot(6, late, m_account);
    august.usage = answered<Usage>(R"({"usages":[]})", late, m_account);
    QVERIFY(add(august));
    QCOMPARE(samples(UsageHistory::mauSeries()).size(), 1);
}

void TestUsageHistory::theMauStaysWithItsSource()
{
    PoolSnapshot cycleAlone = fullSnapshot(5, Noon, m_account);
    cycleAlone.usage = {};
    QVERIFY(add(cycleAlone)); // no usage has ever been known
    QCOMPARE(samples(UsageHistory::mauSeries()).size(), 1);

    QVERIFY(add(fullSnapshot(6, Noon.addSecs(60), m_account)));
    cycleAlone = fullSnapshot(7, Noon.addSecs(120), m_account);
    cycleAlone.usage = {}; // failed this time
    QVERIFY(add(cycleAlone));
    QCOMPARE(samples(UsageHistory::mauSeries()).size(), 2);
    QCOMPARE(samples(UsageHistory::mauSeries()).constLast().used, 6);
}

void TestUsageHistory::theMauOfTheCycleIsTakenWhenTheUsageIsLongGone()
{
    // A usage that never told the MAU is no reason to wait for it.
    PoolSnapshot cycle = fullSnapshot(5, Noon, m_account);
    cycle.usage = answered<Usage>(R"({"usages":[]})", Noon, m_account);
    QVERIFY(add(cycle));
    cycle = fullSnapshot(6, Noon.addSecs(60), m_account);
    cycle.usage = {};
    QVERIFY(add(cycle));
    QCOMPARE(samples(UsageHistory::mauSeries()).size(), 2);

    QVERIFY(addUsage(7, Noon.addSecs(120)));
    cycle = fullSnapshot(8, Noon.addSecs(180), m_account);
    cycle.usage = {};
    QVERIFY(add(cycle));
    QCOMPARE(samples(UsageHistory::mauSeries()).size(), 3);
    cycle = fullSnapshot(9, Noon.addDays(2), m_account);
    cycle.usage = {};
    QVERIFY(add(cycle));
    QCOMPARE(samples(UsageHistory::mauSeries()).constLast().used, 9);
}

void TestUsageHistory::aSampleIsOfTheCorrectedTime()
{
    PoolSnapshot learned = fullSnapshot(5, Noon, m_account);
    learned.clockSkew = std::chrono::hours(-48);
    QVERIFY(add(learned));
    QCOMPARE(samples(u"SSO"_s).constFirst().at, Noon.addDays(-2));
    QCOMPARE(samples(UsageHistory::mauSeries()).constFirst().at, Noon.addDays(-2));
}

void TestUsageHistory::figuresThatCannotBeArePassedOver()
{
    for (int hour = 0; hour < 3; ++hour)
        QVERIFY(addUsage(hour, Noon.addSecs(hour * 3600LL)));
    QVERIFY(m_database->run(u"UPDATE sample SET used = -5 WHERE used = 1"_s));
    QVERIFY(m_database->run(u"UPDATE sample SET bought = -1 WHERE used = 2"_s));
    const UsageSamples left{{Noon, 0, 1000}, {Noon.addSecs(7200), 2, std::nullopt}};
    QCOMPARE(samples(u"MAU"_s), left);
}

void TestUsageHistory::aClockYearsAheadThinsNothing()
{
    for (int hour = 0; hour < 48; ++hour)
        QVERIFY(addUsage(hour, Noon.addSecs(hour * 3600LL)));
    QVERIFY(UsageHistory(*m_database).thin(Noon.addYears(5)));
    QCOMPARE(samples(u"MAU"_s).size(), 48);
}

void TestUsageHistory::keepsADaysLastSampleAfterNinetyDays()
{
    constexpr int Days = 400;
    constexpr qint64 Step = 4LL * 3600;
    const QDateTime start = Noon.addDays(-Days);
    QVERIFY(!m_database->change([&] {
        for (QDateTime at = start; at <= Noon; at = at.addSecs(Step)) {
            if (!addUsage(start.secsTo(at), at))
                return false;
        }
        return true;
    }));
    const UsageSamples before = samples(u"SSO"_s);
    QVERIFY(UsageHistory(*m_database).thin(Noon));

    const QDateTime whole = Noon.addDays(-90).date().startOfDay(Qt::UTC);
    UsageSamples expected;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const bool isLastOfDay =
            i + 1 == before.size() || before.at(i + 1).at.date() != before.at(i).at.date();
        if (before.at(i).at >= whole || isLastOfDay)
            expected.append(before.at(i));
    }
    QCOMPARE(samples(u"SSO"_s), expected);
    QCOMPARE(samples(u"MAU"_s).size(), expected.size());
    QCOMPARE(samples(UsageHistory::mauSeries()).size(), expected.size());
    QVERIFY(expected.size() < before.size() / 2);
    QVERIFY(UsageHistory(*m_database).thin(Noon));
    QCOMPARE(samples(u"SSO"_s), expected);
}

void TestUsageHistory::thinsOutWhileSamplesCome()
{
    constexpr int Days = 400;
    StoreWorker worker(m_folder->filePath(u"worker.sqlite"_s));
    for (int hours = 0; hours < 24 * Days; hours += 8) {
        const QDateTime now = Noon.addSecs(hours * 3600LL);
        PoolSnapshot learned;
        learned.usage = usageOf(hours, hours, now, m_account);
        QVERIFY(worker.save(m_account, learned, now).isDone);
    }
    const UsageSamples samples = worker.samples(m_account.id, u"MAU"_s, Ever);
    QVERIFY(samples.size() > Days + 2 * 90);
    QVERIFY(samples.size() < Days + 2 * 90 + 10);
    QCOMPARE(samples.constFirst().at.date(), Noon.date());
}

void TestUsageHistory::thinsOutEarlierWhereThereAreTooMany()
{
    for (int hours = 0; hours < 24 * 60; hours += 6)
        QVERIFY(addUsage(hours, Noon.addSecs(hours * 3600LL)));
    const QDateTime now = Noon.addDays(60);
    const qsizetype before = samples(u"MAU"_s).size();
    UsageHistory roomy(*m_database, {.daysWhole = 90, .samples = 3 * before});
    QVERIFY(roomy.thin(now));
    QCOMPARE(samples(u"MAU"_s).size(), before);
    UsageHistory tight(*m_database, {.daysWhole = 90, .samples = 3 * before - 1});
    QVERIFY(tight.thin(now));
    // One a day before the last thirty.
    QVERIFY(samples(u"MAU"_s).size() > before / 2);
    QVERIFY(samples(u"MAU"_s).size() < before * 3 / 4);
    QCOMPARE(samples(u"MAU"_s).constFirst().at.date(), Noon.date());
}

void TestUsageHistory::ofDailySamplesTheOldestGoFirst()
{
    for (int day = 0; day < 300; ++day)
        QVERIFY(addUsage(day, Noon.addDays(day)));
    UsageHistory tight(*m_database, {.daysWhole = 90, .samples = 3 * 100});
    QVERIFY(tight.thin(Noon.addDays(300)));
    QCOMPARE(samples(u"MAU"_s).size(), 100);
    QCOMPARE(samples(u"MAU"_s).constFirst().at, Noon.addDays(200));
    QCOMPARE(samples(u"SSO"_s).size(), 100);
}

void TestUsageHistory::aHundredThousandSamplesAreNoBurden()
{
    constexpr int Pools = 20;
    constexpr int Samples = 100'000;
    QVERIFY(addUsage(1, Noon));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!m_database->change([&] {
        return m_database->run(
                   u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                   "INSERT INTO series (pool, code) SELECT pool.id, 'S' || i FROM pool, n"_s.arg(
                       Pools)) &&
               m_database->run(
                   u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                   "INSERT INTO sample SELECT series.id, %2 - i * 600000, i, NULL FROM series, n "
                   "WHERE series.code LIKE 'S_' OR series.code LIKE 'S__'"_s.arg(Samples / Pools)
                       .arg(Noon.toMSecsSinceEpoch()));
    }));
    qInfo("%d samples: put in in %lld ms", Samples, timer.restart());
    QCOMPARE(samples(u"S7"_s).size(), Samples / Pools);
    qInfo("one series read in %lld ms", timer.restart());
    QVERIFY(UsageHistory(*m_database, {.daysWhole = 7}).thin(Noon));
    const qint64 thinned = timer.restart();
    qInfo("thinned out in %lld ms", thinned);
    QVERIFY(samples(u"S7"_s).size() < 1200);
    QVERIFY(addUsage(2, Noon.addSecs(60)));
    QVERIFY(thinned + timer.elapsed() < 4000); // a tenth of that is usual
}

QTEST_GUILESS_MAIN(TestUsageHistory)
#include "tst_usagehistory.moc"
