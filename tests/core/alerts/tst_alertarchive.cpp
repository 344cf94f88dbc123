// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is kept of alerts from one run to the next, in a real file.

#include "core/alerts/alertarchive.h"
#include "core/store/alertstore.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/snapshotstore.h"
#include "core/store/usagehistory.h"
#include "tests/core/store/storestage.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime At(QDate(2026, 7, 1), QTime(12, 0, 0, 123), Qt::UTC);

AlertRecord recordOf(qint64 id, const QUuid &account)
{
    AlertRecord record;
    record.id = id;
    record.alert.key = {account, AlertRule::RightAtLimit, 0, u"SSO <b>"_s, u"2026"_s};
    record.poolName = u"池 & pool"_s;
    record.firedAt = At;
    return record;
}

AlertRecord fullRecord(qint64 id, const QUuid &account)
{
    AlertRecord record = recordOf(id, account);
    record.alert.key.rule = AlertRule::EndsSoon;
    record.alert.key.step = 14;
    record.alert.numbers = {At.toOffsetFromUtc(8 * 3600), -5, 0, Q_INT64_C(9007199254740993), 7,
        At.addDays(1).toOffsetFromUtc(-3600), u"SSO：单点登录"_s,
        At.addDays(-1).toOffsetFromUtc(8 * 3600), At.addDays(-2)};
    record.announcedAt = At.addSecs(1);
    record.endedAt = At.addSecs(2);
    record.acknowledgedAt = At.addSecs(3);
    record.snoozedUntil = At.addSecs(4);
    record.snoozedUntilChange = true;
    return record;
}

AlertMemory someMemory()
{
    AlertMemory memory;
    memory.endTime = At.toOffsetFromUtc(8 * 3600);
    memory.overdueDays = 3;
    memory.rightsAtLimit = {u"SSO"_s};
    return memory;
}

} // namespace

class TestAlertArchive : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void roundTrip();
    void replacesAndForgets();
    void forgettingAnAccountForgetsItsAlerts();
    void forgettingTheOthers();
    void damagedRowsArePassedOver();
    void damagedRecords_data();
    void damagedRecords();
    void keepsNoMoreThanTheMost();
    void aFileOfTheFirstVersionKeepsItsData();
    void whatCouldNotBeWrittenIsWrittenLater();
    void withoutAFile();

private:
    /** What a program that starts now knows. */
    [[nodiscard]] AlertHistory history() const
    {
        BillingStore store(m_stage->file, m_stage->clock);
        (void)store.readAll({});
        return AlertArchive(store).read();
    }
    /** One run, in which `work` is done. */
    template <class Work>
    void run(Work work)
    {
        BillingStore store(m_stage->file, m_stage->clock);
        (void)store.readAll({});
        AlertArchive archive(store);
        work(store, archive);
        QVERIFY(StoreStage::hasSettled(store));
    }
    [[nodiscard]] std::unique_ptr<Database> database() const
    {
        auto database = std::make_unique<Database>(m_stage->file, billingSchema());
        return database->open() ? nullptr : std::move(database);
    }

    std::unique_ptr<StoreStage> m_stage;
    QUuid m_id;
    QUuid m_other = QUuid::createUuidV5(QUuid(), u"other"_s);
};

void TestAlertArchive::init()
{
    failOnQtWarnings();
    m_stage = std::make_unique<StoreStage>();
    m_id = m_stage->account.id;
}

void TestAlertArchive::roundTrip()
{
    const QList<AlertRecord> records{recordOf(1, m_id), fullRecord(2, m_other)};
    run([&](BillingStore &, AlertArchive &archive) {
        archive.keepAlert(records.at(1));
        archive.keepAlert(records.at(0));
        archive.keepAlertMemory(m_id, someMemory());
    });
    const AlertHistory read = history();
    QCOMPARE(read.records, records);
    QCOMPARE(read.records.at(1).alert.numbers.endTime.offsetFromUtc(), 8 * 3600);
    QCOMPARE(read.memories, (QHash<QUuid, AlertMemory>{{m_id, someMemory()}}));
}

void TestAlertArchive::replacesAndForgets()
{
    AlertRecord ended = recordOf(1, m_id);
    ended.endedAt = At;
    run([&](BillingStore &, AlertArchive &archive) {
        archive.keepAlert(recordOf(1, m_id));
        archive.keepAlert(recordOf(2, m_id));
        archive.keepAlert(ended);
    });
    QCOMPARE(history().records, (QList<AlertRecord>{ended, recordOf(2, m_id)}));
    run([](BillingStore &, AlertArchive &archive) { archive.forgetEndedAlerts(); });
    QCOMPARE(history().records, QList<AlertRecord>{recordOf(2, m_id)});
}

void TestAlertArchive::forgettingAnAccountForgetsItsAlerts()
{
    run([&](BillingStore &store, AlertArchive &archive) {
        archive.keepAlert(recordOf(1, m_id));
        archive.keepAlert(recordOf(2, m_other));
        archive.keepAlertMemory(m_id, someMemory());
        archive.keepAlertMemory(m_other, someMemory());
        store.forget(m_id);
    });
    QCOMPARE(history().records, QList<AlertRecord>{recordOf(2, m_other)});
    QCOMPARE(history().memories.keys(), QList<QUuid>{m_other});
}

void TestAlertArchive::forgettingTheOthers()
{
    run([&](BillingStore &store, AlertArchive &archive) {
        archive.keepAlert(recordOf(1, m_id));
        archive.keepAlert(recordOf(2, m_other));
        archive.keepAlertMemory(m_other, someMemory());
        store.forgetOthers({m_stage->account});
    });
    QCOMPARE(history().records, QList<AlertRecord>{recordOf(1, m_id)});
    QVERIFY(history().memories.isEmpty());
}

void TestAlertArchive::damagedRowsArePassedOver()
{
    run([&](BillingStore &, AlertArchive &archive) {
        for (qint64 id = 1; id <= 4; ++id)
            archive.keepAlert(recordOf(id, m_id));
        archive.keepAlertMemory(m_id, someMemory());
        archive.keepAlertMemory(m_other, someMemory());
    });
    {
        const auto file = database();
        QVERIFY(file);
        QVERIFY(!file->change([&] {
            return file->run(u"UPDATE alert SET data = 'x' WHERE id = 1"_s) &&
                   file->run(u"UPDATE alert SET account = 'nobody' WHERE id = 2"_s) &&
                   file->run(u"UPDATE alert SET id = -3 WHERE id = 3"_s) &&
                   file->run(u"UPDATE alertMemory SET data = '[' WHERE account = ?"_s,
                       {m_other.toString(QUuid::WithoutBraces)});
        }));
    }
    QCOMPARE(history().records, QList<AlertRecord>{recordOf(4, m_id)});
    QCOMPARE(history().memories.keys(), QList<QUuid>{m_id});
}

void TestAlertArchive::damagedRecords_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = alertRecordToJson(recordOf(1, m_id));
    QVERIFY(alertRecordFromJson(good));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut short") << good.chopped(1);
    QTest::newRow("an unknown rule") << QByteArray(good).replace("\"right\"", "\"fire\"");
    QTest::newRow("no time") << QByteArray(good).replace("firedAt", "heardAt");
    QTest::newRow("no cycle") << QByteArray(good).replace("\"cycle\"", "\"wheel\"");
}

void TestAlertArchive::damagedRecords()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!alertRecordFromJson(json));
}

void TestAlertArchive::keepsNoMoreThanTheMost()
{
    const auto file = database();
    QVERIFY(file);
    AlertStore store(*file);
    const auto keep = [&](qint64 id, bool hasEnded) {
        return store.keep({id, m_id, hasEnded, QByteArray("{}")});
    };
    QVERIFY(!file->change([&] {
        for (qint64 id = 1; id <= AlertStore::MostAlerts + 3; ++id) {
            if (!keep(id, id != 2))
                return false;
        }
        return true;
    }));
    StoredAlerts known;
    QVERIFY(store.readAll(known));
    // 1 and 3 are gone; 2 has not ended.
    QCOMPARE(known.alerts.size(), AlertStore::MostAlerts + 1);
    QCOMPARE(known.alerts.at(0).id, 2);
    QCOMPARE(known.alerts.at(1).id, 4);
}

void TestAlertArchive::aFileOfTheFirstVersionKeepsItsData()
{
    const PoolSnapshot learned = m_stage->snapshot(7);
    {
        DatabaseSchema first = billingSchema();
        QVERIFY(first.steps.size() >= 2);
        first.steps.resize(1);
        QVERIFY(QDir().mkpath(QFileInfo(m_stage->file).path()));
        Database file(m_stage->file, first);
        QVERIFY(!file.open());
        SnapshotStore snapshots(file);
        UsageHistory history(file);
        QVERIFY(!file.change([&] {
            return snapshots.save(m_stage->account, learned, m_stage->clock.nowUtc()) &&
                   history.add(m_stage->account, learned);
        }));
    }
    QCOMPARE(m_stage->known(), inLaterRun(learned));
    QCOMPARE(m_stage->samples(BillingStore::mauSeries()).size(), 1);
    QVERIFY(history().records.isEmpty());
    run([&](BillingStore &, AlertArchive &archive) { archive.keepAlert(recordOf(1, m_id)); });
    QCOMPARE(history().records.size(), 1);
    QCOMPARE(m_stage->known(), inLaterRun(learned));
}

void TestAlertArchive::whatCouldNotBeWrittenIsWrittenLater()
{
    // Another program holds the file for longer than is waited for; then the alert waits.
    QVERIFY(history().records.isEmpty());
    BillingStore store(m_stage->file, m_stage->clock);
    (void)store.readAll({});
    AlertArchive archive(store);
    QSignalSpy problems(&store, &BillingStore::writeProblem);
    {
        const auto other = database();
        QVERIFY(other);
        QVERIFY(!other->change([&] {
            archive.keepAlert(recordOf(1, m_id));
            return QTest::qWaitFor([&] { return !problems.isEmpty(); }, 20'000);
        }));
    }
    QVERIFY(StoreStage::hasSettled(store));
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            archive.keepAlert(recordOf(2, m_id));
            return StoreStage::hasSettled(store) && problems.size() == 2;
        }(),
        30'000);
    QCOMPARE(history().records, (QList<AlertRecord>{recordOf(1, m_id), recordOf(2, m_id)}));
}

void TestAlertArchive::withoutAFile()
{
    BillingStore store(QString(), m_stage->clock);
    AlertArchive archive(store);
    archive.keepAlert(recordOf(1, m_id));
    archive.keepAlertMemory(m_id, someMemory());
    archive.forgetEndedAlerts();
    QVERIFY(archive.read().records.isEmpty());
}

QTEST_GUILESS_MAIN(TestAlertArchive)
#include "tst_alertarchive.moc"
