// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 400 days of eight pools. Every alert they are to bring is in a table that was worked out by hand
// from their lives (poollives.h), not by the program.

#include "core/alerts/alertarchive.h"
#include "core/billing/runningcycle.h"
#include "core/store/billingstore.h"
#include "tests/core/alerts/poollives.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** In the order of days; of one day, in the alphabet's. */
const QStringList Expected{
    // Four samples a day on a straight line, 1000 after 25 days: foretold when a day is known.
    u"2026-02-02 growing forecast"_s,
    u"2026-02-21 growing mau 80"_s,  // 20 days of 40
    u"2026-02-23 growing mau 90"_s,  // 22.5
    u"2026-02-26 growing mau 100"_s, // 25
    u"2026-03-01 growing back-under"_s,
    u"2026-03-02 renewed ends-soon 30"_s, // of 1 April
    u"2026-03-18 renewed ends-soon 14"_s,
    u"2026-03-25 renewed ends-soon 7"_s,
    u"2026-03-26 renewed renewed"_s,
    u"2026-05-05 right right SSO"_s,
    u"2026-05-11 overdue ends-soon 30"_s, // of 10 June
    u"2026-05-20 right back-under SSO"_s,
    u"2026-05-27 overdue ends-soon 14"_s,
    u"2026-06-03 overdue ends-soon 7"_s,
    u"2026-06-07 overdue ends-soon 3"_s,
    u"2026-06-09 overdue ends-soon 1"_s,
    u"2026-06-10 overdue ended"_s, // at noon; until midnight nobody calls it overdue
    u"2026-06-11 overdue overdue"_s,
    u"2026-06-17 overdue overdue 1"_s, // 7 days
    u"2026-06-24 overdue overdue 2"_s, // 14 days
    u"2026-06-26 overdue paid"_s,
    u"2026-06-26 overdue paid B-2"_s,
    u"2026-06-26 overdue renewed"_s,
    u"2026-07-02 contradiction ends-soon 30"_s, // of 1 August
    u"2026-07-18 contradiction ends-soon 14"_s,
    u"2026-07-25 contradiction ends-soon 7"_s,
    u"2026-07-29 contradiction ends-soon 3"_s,
    u"2026-07-31 contradiction ends-soon 1"_s,
    u"2026-08-01 contradiction ended"_s,
    u"2026-08-02 contradiction contradiction"_s, // more than a day past, and 0 days overdue
    u"2026-08-20 contradiction renewed"_s,
    u"2026-08-27 key ends-soon 30"_s, // of 26 September
    u"2026-09-01 right right SSO"_s,
    u"2026-09-10 key key"_s,
    u"2026-09-10 key old-data"_s, // the last answer came on the 9th
    u"2026-09-10 right back-under SSO"_s,
    u"2026-09-14 key ends-soon 14"_s, // since the 12th, when nobody could tell
    u"2026-09-19 key ends-soon 7"_s,
    u"2026-09-23 key ends-soon 3"_s,
    u"2026-09-24 key renewed"_s,
    // At 32 a day October ends at 992: nothing is foretold.
    u"2026-10-26 growing mau 80"_s,       // 25 days of 32
    u"2026-10-29 growing mau 90"_s,       // 28.125
    u"2026-11-13 network ends-soon 30"_s, // of 13 December
    u"2026-11-29 network ends-soon 14"_s,
    u"2026-12-05 network old-data"_s,
    u"2026-12-08 network ends-soon 7"_s, // since the 6th
    u"2026-12-10 network ends-soon 3"_s,
    u"2026-12-12 network ends-soon 1"_s,
    u"2026-12-13 network ended"_s,
    u"2026-12-14 network renewed"_s,
};

enum class Restarts { None, AfterEachAlert };
enum class Fails { None, EveryOddRefresh, EveryEvenRefresh };

constexpr std::chrono::seconds Interval{6 * 3600};
constexpr int Days = 400;

/** The program, day after day. */
class Year final
{
public:
    explicit Year(Fails fails)
        : m_fails(fails)
    {
        const QList<PoolLife> lives = poolLives();
        for (const PoolLife &life : lives) {
            Pool pool{life, {}, {}};
            pool.facts.account.id = QUuid::createUuidV5(QUuid(), life.name);
            pool.facts.account.name = life.name;
            pool.facts.account.host = defaultHost();
            pool.facts.account.clockOffset = life.clockOffset;
            pool.facts.watchedSince = m_clock.nowUtc();
            m_pools.append(pool);
        }
        start();
    }

    void live(Restarts restarts)
    {
        constexpr int hoursBetween = Interval / std::chrono::hours(1);
        for (int hour = 0; hour < Days * 24; ++hour) {
            const qsizetype before = fired.size();
            if (hour % hoursBetween == 0)
                refresh(hour / hoursBetween);
            m_center->lookAgain();
            QCoreApplication::processEvents();
            if (restarts == Restarts::AfterEachAlert && fired.size() != before) {
                stop();
                start();
            }
            m_clock.advance(std::chrono::hours(1));
        }
        fired.sort();
        announced.sort();
    }
    [[nodiscard]] QList<AlertRecord> open() const { return m_center->openAlerts(); }
    [[nodiscard]] qsizetype recorded() const { return m_center->records().size(); }

    QStringList fired;
    QStringList announced;
    int starts = 0;

private:
    struct Pool
    {
        PoolLife life;
        AlertFacts facts;
        UsageSamples samples;
    };

    [[nodiscard]] QString line(const AlertRecord &record) const
    {
        return u"%1 %2 %3"_s.arg(
            m_clock.nowUtc().toString(u"yyyy-MM-dd"_s), record.poolName, shortName(record.alert));
    }

    void start()
    {
        ++starts;
        QList<Account> accounts;
        for (const Pool &pool : std::as_const(m_pools))
            accounts.append(pool.facts.account);
        m_store = std::make_unique<BillingStore>(m_folder.filePath(u"b.sqlite"_s), m_clock);
        const auto known = m_store->readAll(accounts);
        m_archive = std::make_unique<AlertArchive>(*m_store);
        m_center = std::make_unique<AlertCenter>(m_clock, m_archive.get());
        QObject::connect(m_center.get(), &AlertCenter::fired, m_center.get(),
            [this](const AlertRecord &record) { fired.append(line(record)); });
        QObject::connect(m_center.get(), &AlertCenter::announced, m_center.get(),
            [this](const QList<AlertRecord> &records) {
                for (const AlertRecord &record : records)
                    announced.append(line(record));
            });
        m_center->restore(m_archive->read());
        m_center->setInterval(Interval);
        for (Pool &pool : m_pools) {
            pool.facts.snapshot = known.value(pool.facts.account.id);
            m_center->look(pool.facts);
        }
    }

    /** Nothing of the run is left but what is in the file. */
    void stop()
    {
        for (const Pool &pool : std::as_const(m_pools))
            m_store->save(pool.facts.account, pool.facts.snapshot);
        QVERIFY(QTest::qWaitFor([this] { return !m_store->isBusy(); }, 20'000));
        m_center.reset();
        m_archive.reset();
        m_store.reset();
    }

    void refresh(int number)
    {
        const bool isOdd = number % 2 == 1;
        const bool fails = (m_fails == Fails::EveryOddRefresh && isOdd) ||
                           (m_fails == Fails::EveryEvenRefresh && !isOdd);
        const QDateTime now = m_clock.nowUtc();
        for (Pool &pool : m_pools) {
            const PoolMoment moment = pool.life.at(now);
            AlertFacts &facts = pool.facts;
            if (fails)
                facts.snapshot.absorb(failedSnapshot(ErrorKind::TimedOut, now));
            else if (moment.failure)
                facts.snapshot.absorb(failedSnapshot(*moment.failure, now));
            else
                succeed(pool, snapshotOf(moment.answers, now, facts.account));
            m_center->look(facts);
        }
    }

    void succeed(Pool &pool, const PoolSnapshot &learned)
    {
        AlertFacts &facts = pool.facts;
        const QDateTime now = m_clock.nowUtc();
        facts.snapshot.absorb(learned);
        const RightUsage &mau = learned.usage.value->rights.constFirst();
        pool.samples.append({now, mau.current.value.value_or(0), mau.amount.count});
        const auto cycle = RunningCycle::of(*learned.mauHistory.value,
            now.toOffsetFromUtc(static_cast<int>(facts.account.clockOffset.count())).date(),
            facts.account.clockOffset);
        QVERIFY(cycle);
        pool.samples.removeIf([&](const UsageSample &sample) { return sample.at < cycle->start; });
        facts.forecast.reset();
        if (mau.amount.isMeasure())
            facts.forecast =
                forecast({pool.samples, cycle->start, cycle->end, mau.amount.count, now});
    }

    Fails m_fails;
    QTemporaryDir m_folder;
    FakeClock m_clock{day(1, 1)};
    QList<Pool> m_pools;
    std::unique_ptr<BillingStore> m_store;
    std::unique_ptr<AlertArchive> m_archive;
    std::unique_ptr<AlertCenter> m_center;
};

} // namespace

Q_DECLARE_METATYPE(Restarts)
Q_DECLARE_METATYPE(Fails)

class TestAlertYear : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void theTableIsInOrder();
    void fourHundredDays_data();
    void fourHundredDays();
};

void TestAlertYear::theTableIsInOrder()
{
    QStringList sorted = Expected;
    sorted.sort();
    QCOMPARE(Expected, sorted);
    QCOMPARE(poolLives().size(), 8);
}

void TestAlertYear::fourHundredDays_data()
{
    QTest::addColumn<Restarts>("restarts");
    QTest::addColumn<Fails>("fails");
    QTest::newRow("in one run") << Restarts::None << Fails::None;
    QTest::newRow("a restart after each alert") << Restarts::AfterEachAlert << Fails::None;
    QTest::newRow("every second refresh fails") << Restarts::None << Fails::EveryOddRefresh;
    QTest::newRow("every other second refresh") << Restarts::None << Fails::EveryEvenRefresh;
    QTest::newRow("both") << Restarts::AfterEachAlert << Fails::EveryEvenRefresh;
}

void TestAlertYear::fourHundredDays()
{
    QFETCH(const Restarts, restarts);
    QFETCH(const Fails, fails);
    Year year(fails);
    year.live(restarts);
    QCOMPARE(year.fired.join(u'\n'), Expected.join(u'\n'));
    QCOMPARE(year.announced, year.fired);
    QCOMPARE(year.recorded(), Expected.size());
    QVERIFY(year.open().isEmpty());
    if (restarts == Restarts::AfterEachAlert)
        QVERIFY(year.starts > 40);
}

QTEST_GUILESS_MAIN(TestAlertYear)
#include "tst_alertyear.moc"
