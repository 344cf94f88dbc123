// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What changed between refreshes is written down once, and kept as long as it should be.

#include "core/store/schema.h"
#include "core/store/storeworker.h"
#include "tests/core/store/storestage.h"
#include "tests/support/qtwarnings.h"

#include <QSqlQuery>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

OperationState<Package> packageAt(
    const QByteArray &price, const QDateTime &at, const Account &account)
{
    return answered<Package>(R"({"goodsPackage":{"unitPrice":")" + price + R"("}})", at, account);
}

QStringList told(const JournalEntries &entries)
{
    QStringList lines;
    for (const JournalEntry &entry : entries)
        lines.append(u"%1 %2 -> %3"_s.arg(
            entry.field, entry.before.value_or(u"-"_s), entry.after.value_or(u"-"_s)));
    return lines;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_stage.reset(); }

    void writesDownWhatChanged();
    void theFirstAnswerIsNoChange();
    void neverDoubles();
    void anUnreadableFieldHidesNoChange();
    void aFailedRefreshIsNoChange();
    void anotherHostOrPoolBeginsAnew();
    void whatAnotherProgramReceivedLaterIsNotCompared();
    void whatWasTamperedWithIsNotCompared();
    void isOfTheCorrectedTime();
    void goesWithItsAccount();
    void keepsTheNewestOfEachPool();
    void keepsThreeYears();
    void tellsWhenItGrew();
    void clearsTheHistoryAlone();
    void clearsWhatASaveThatWaitsWouldKeep();
    void aShorterHistoryHoldsAtOnce();
    void answersWithoutAFile();
    void bringsAFileOfTheFirstVersionAlong();

private:
    /** A run of the program that saves a package of this price. */
    void save(const QByteArray &price)
    {
        PoolSnapshot learned;
        learned.package = packageAt(price, m_stage->clock.nowUtc(), m_stage->account);
        QVERIFY(m_stage->save(learned));
        m_stage->clock.advance(1h);
    }
    [[nodiscard]] JournalEntries journalOf(BillingStore &store) const
    {
        QSignalSpy read(&store, &BillingStore::journalRead);
        store.requestJournal(m_stage->account.id);
        if (!read.wait(20'000))
            return {};
        return read.constFirst().at(1).value<JournalEntries>();
    }
    /** In a run of its own. */
    [[nodiscard]] JournalEntries journal() const
    {
        BillingStore store(m_stage->file, m_stage->clock);
        (void)store.readAll({});
        return journalOf(store);
    }
    [[nodiscard]] std::unique_ptr<Database> database() const
    {
        auto database = std::make_unique<Database>(m_stage->file, billingSchema());
        return database->open() ? nullptr : std::move(database);
    }

    std::unique_ptr<StoreStage> m_stage;
};

void TestJournal::init()
{
    failOnQtWarnings();
    m_stage = std::make_unique<StoreStage>();
}

void TestJournal::writesDownWhatChanged()
{
    const QDateTime start = m_stage->clock.nowUtc();
    QVERIFY(m_stage->save(m_stage->snapshot(1)));
    m_stage->clock.advance(1h);
    QVERIFY(m_stage->save(m_stage->snapshot(2)));
    const QString package = u"get-current-package-info"_s;
    const QDateTime later = start.addSecs(3600);
    const JournalEntries expected{
        {later, u"get-orders"_s, u"O-2"_s, {}, std::nullopt, u"O-2"_s},
        {later, package, {}, u"amount"_s, u"1"_s, u"2"_s},
        {later, package, {}, u"nameEn"_s, u"Package 1"_s, u"Package 2"_s},
    };
    QCOMPARE(journal(), expected);
}

void TestJournal::theFirstAnswerIsNoChange()
{
    save("99.00");
    QVERIFY(journal().isEmpty());
}

void TestJournal::neverDoubles()
{
    save("99.00");
    PoolSnapshot learned;
    learned.package = packageAt("129.00", m_stage->clock.nowUtc(), m_stage->account);
    // The same answer again, from this program, a later run, or another one.
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_stage->save(learned));
    StoreWorker one(m_stage->file);
    StoreWorker other(m_stage->file);
    learned.package = packageAt("139.00", m_stage->clock.nowUtc(), m_stage->account);
    QVERIFY(one.save(m_stage->account, learned, m_stage->clock.nowUtc()).journalGrew);
    QVERIFY(!other.save(m_stage->account, learned, m_stage->clock.nowUtc()).journalGrew);
    QCOMPARE(told(journal()),
        (QStringList{u"unitPrice 129.00 -> 139.00"_s, u"unitPrice 99.00 -> 129.00"_s}));
}

void TestJournal::anUnreadableFieldHidesNoChange()
{
    for (const char *price : {"99.00", "N/A", "n/a", "99.00", "N/A", "129.00", "N/A"})
        save(price);
    QCOMPARE(told(journal()), (QStringList{u"unitPrice 99.00 -> 129.00"_s}));
    save("139.00");
    QCOMPARE(told(journal()).first(), u"unitPrice 129.00 -> 139.00"_s);
    const auto file = database();
    qsizetype remembered = 0;
    QVERIFY(file->read(u"SELECT 1 FROM lastRead"_s, {}, [&](const QSqlQuery &) { ++remembered; }));
    QCOMPARE(remembered, 0);
}

void TestJournal::aFailedRefreshIsNoChange()
{
    save("99.00");
    PoolSnapshot failed;
    failed.package.attemptedAt = m_stage->clock.nowUtc();
    failed.package.error = ApiError{.kind = ErrorKind::UnreadableField};
    QVERIFY(m_stage->save(failed));
    QVERIFY(journal().isEmpty());
    save("129.00");
    QCOMPARE(journal().size(), 1);
}

void TestJournal::anotherHostOrPoolBeginsAnew()
{
    QVERIFY(m_stage->save(m_stage->snapshot(1)));
    QVERIFY(m_stage->save(m_stage->snapshot(2)));
    QCOMPARE(journal().size(), 3);
    PoolSnapshot other = m_stage->snapshot(3);
    other.poolId = u"pool-2"_s;
    QVERIFY(m_stage->save(other));
    QVERIFY(journal().isEmpty());

    other = m_stage->snapshot(4);
    other.poolId = u"pool-2"_s;
    QVERIFY(m_stage->save(other));
    QCOMPARE(journal().size(), 3);
    m_stage->account.host = authingHost();
    QVERIFY(m_stage->save(m_stage->snapshot(5)));
    QVERIFY(journal().isEmpty());
}

void TestJournal::whatAnotherProgramReceivedLaterIsNotCompared()
{
    save("99.00");
    const QDateTime earlier = m_stage->clock.nowUtc().addSecs(-5400);
    PoolSnapshot late;
    late.package = packageAt("89.00", earlier, m_stage->account);
    QVERIFY(m_stage->save(late));
    QVERIFY(journal().isEmpty());
    save("129.00");
    QCOMPARE(told(journal()), (QStringList{u"unitPrice 99.00 -> 129.00"_s}));
}

void TestJournal::whatWasTamperedWithIsNotCompared()
{
    save("99.00");
    {
        const auto file = database();
        QVERIFY(!file->change(
            [&] { return file->run(u"UPDATE answer SET data = '{\"code\":\"x\"}'"_s); }));
    }
    save("129.00");
    QVERIFY(journal().isEmpty());
}

void TestJournal::isOfTheCorrectedTime()
{
    save("99.00");
    PoolSnapshot learned;
    learned.package = packageAt("129.00", m_stage->clock.nowUtc(), m_stage->account);
    learned.clockSkew = -48h;
    QVERIFY(m_stage->save(learned));
    QCOMPARE(journal().constFirst().seenAt, m_stage->clock.nowUtc().addDays(-2));
}

void TestJournal::goesWithItsAccount()
{
    save("99.00");
    save("129.00");
    BillingStore store(m_stage->file, m_stage->clock);
    store.forget(m_stage->account.id);
    QVERIFY(StoreStage::hasSettled(store));
    QVERIFY(journalOf(store).isEmpty());
    const auto file = database();
    qsizetype left = 0;
    QVERIFY(file->read(u"SELECT 1 FROM journal"_s, {}, [&](const QSqlQuery &) { ++left; }));
    QCOMPARE(left, 0);
}

void TestJournal::keepsTheNewestOfEachPool()
{
    const Account other = plainAccount(2);
    StoreWorker worker(m_stage->file);
    const QDateTime start = m_stage->clock.nowUtc();
    const auto saveTo = [&](const Account &account, int number) {
        const QDateTime at = start.addSecs(number);
        PoolSnapshot learned;
        learned.package = packageAt(QByteArray::number(number), at, account);
        return worker.save(account, learned, at).isDone;
    };
    QVERIFY(saveTo(other, 0));
    QVERIFY(saveTo(other, 1));
    for (int number = 0; number <= Journal::MostEntries + 20; ++number)
        QVERIFY(saveTo(m_stage->account, number));
    const JournalEntries entries = worker.journal(m_stage->account.id);
    QCOMPARE(entries.size(), Journal::MostEntries);
    QCOMPARE(*entries.constFirst().after, QString::number(Journal::MostEntries + 20));
    QCOMPARE(*entries.constLast().after, QString::number(21));
    QCOMPARE(worker.journal(other.id).size(), 1);
    // A flood in one answer, too.
    QByteArray orders;
    for (int number = 0; number < Journal::MostEntries + 20; ++number)
        orders += (number ? "," : "") + QByteArray(R"({"orderNo":"O-)") +
                  QByteArray::number(number) + R"("})";
    PoolSnapshot learned;
    learned.orders = answered<OrderPage>(R"({"totalCount":"0"})", start, m_stage->account);
    QVERIFY(worker.save(m_stage->account, learned, start).isDone);
    learned.orders =
        answered<OrderPage>(R"({"list":[)" + orders + "]}", start.addSecs(60), m_stage->account);
    QVERIFY(worker.save(m_stage->account, learned, start.addSecs(60)).isDone);
    QCOMPARE(worker.journal(m_stage->account.id).size(), Journal::MostEntries);
}

void TestJournal::keepsThreeYears()
{
    save("1");
    save("2");
    m_stage->clock.advance(24h * 365 * 2);
    save("3");
    m_stage->clock.advance(24h * 365 * 2);
    // Unless the clock is years ahead: nothing new has been seen since.
    save("3");
    QCOMPARE(journal().size(), 2);
    save("4");
    m_stage->clock.advance(24h);
    save("4");
    QCOMPARE(told(journal()), (QStringList{u"unitPrice 3 -> 4"_s, u"unitPrice 2 -> 3"_s}));
}

void TestJournal::tellsWhenItGrew()
{
    BillingStore store(m_stage->file, m_stage->clock);
    QSignalSpy grew(&store, &BillingStore::journalAdded);
    const auto saved = [&](int number) {
        store.save(m_stage->account, m_stage->snapshot(number));
        return StoreStage::hasSettled(store);
    };
    QVERIFY(saved(1));
    QVERIFY(saved(1));
    QCOMPARE(grew.count(), 0);
    QVERIFY(saved(2));
    QCOMPARE(grew.count(), 1);
    QCOMPARE(grew.constFirst().constFirst().toUuid(), m_stage->account.id);
    QCOMPARE(journalOf(store).size(), 3);
}

void TestJournal::clearsTheHistoryAlone()
{
    QVERIFY(m_stage->save(m_stage->snapshot(1)));
    QVERIFY(m_stage->save(m_stage->snapshot(2)));
    {
        BillingStore store(m_stage->file, m_stage->clock);
        QSignalSpy cleared(&store, &BillingStore::historyCleared);
        store.clearHistory();
        QVERIFY(StoreStage::hasSettled(store));
        QCOMPARE(cleared.count(), 1);
        QVERIFY(journalOf(store).isEmpty());
        QVERIFY(m_stage->samplesOf(store, u"MAU"_s).isEmpty());
        QVERIFY(m_stage->samplesOf(store, BillingStore::mauSeries()).isEmpty());
    }
    QVERIFY(m_stage->known() == inLaterRun(m_stage->snapshot(2)));
    m_stage->clock.advance(1h);
    QVERIFY(m_stage->save(m_stage->snapshot(3)));
    QCOMPARE(journal().size(), 3); // it goes on from there
    QCOMPARE(m_stage->samples(u"MAU"_s).size(), 1);
}

void TestJournal::clearsWhatASaveThatWaitsWouldKeep()
{
    BillingStore store(m_stage->file, m_stage->clock);
    store.save(m_stage->account, m_stage->snapshot(1));
    store.clearHistory();
    m_stage->clock.advance(1h);
    store.save(m_stage->account, m_stage->snapshot(2));
    QVERIFY(StoreStage::hasSettled(store));
    QCOMPARE(m_stage->samplesOf(store, u"MAU"_s).size(), 1);
    QCOMPARE(journalOf(store).size(), 3);
}

void TestJournal::aShorterHistoryHoldsAtOnce()
{
    BillingStore store(m_stage->file, m_stage->clock);
    for (int hour = 0; hour < 24 * 4; hour += 8) {
        PoolSnapshot learned;
        learned.usage = usageOf(hour, hour, m_stage->clock.nowUtc(), m_stage->account);
        store.save(m_stage->account, learned);
        QVERIFY(StoreStage::hasSettled(store));
        m_stage->clock.advance(8h);
    }
    QCOMPARE(m_stage->samplesOf(store, u"MAU"_s).size(), 12);
    store.setHistoryLimits({.daysWhole = 0});
    QCOMPARE(m_stage->samplesOf(store, u"MAU"_s).size(), 5); // the last of each day
}

void TestJournal::answersWithoutAFile()
{
    BillingStore store({}, m_stage->clock);
    QVERIFY(journalOf(store).isEmpty());
    QSignalSpy cleared(&store, &BillingStore::historyCleared);
    store.clearHistory();
    store.setHistoryLimits({});
    QVERIFY(!store.isBusy());
    QCOMPARE(cleared.count(), 0);
}

void TestJournal::bringsAFileOfTheFirstVersionAlong()
{
    const PoolSnapshot first = m_stage->snapshot(1);
    {
        DatabaseSchema old = billingSchema();
        old.steps.resize(1);
        Database file(m_stage->file, old);
        QVERIFY(!file.open());
        SnapshotStore snapshots(file);
        UsageHistory history(file);
        QVERIFY(!file.change([&] {
            return snapshots.save(m_stage->account, first, m_stage->clock.nowUtc()) &&
                   history.add(m_stage->account, first);
        }));
    }
    QVERIFY(m_stage->known() == inLaterRun(first));
    QCOMPARE(m_stage->samples(u"MAU"_s).size(), 1);
    QVERIFY(journal().isEmpty());
    m_stage->clock.advance(1h);
    QVERIFY(m_stage->save(m_stage->snapshot(2)));
    QCOMPARE(journal().size(), 3);
    QCOMPARE(m_stage->samples(u"MAU"_s).size(), 2);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
