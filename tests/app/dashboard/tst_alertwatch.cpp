// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From what a refresh brought to the alerts: which pools are looked at, and with which facts.

#include "app/dashboard/alertwatch.h"

#include "core/accounts/ownpools.h"
#include "core/alerts/alertarchive.h"
#include "core/alerts/alertcenter.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/alerts/alertfacts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/** What lies behind a window, without the window; runs of one program. */
struct Stage
{
    Stage() { start(); }

    void start()
    {
        stop();
        const QList<Account> accounts{plainAccount(1), plainAccount(2)};
        store = std::make_unique<BillingStore>(folder.filePath(u"billing.sqlite"_s), clock);
        model = std::make_unique<PoolsModel>(clock);
        pools = std::make_unique<OwnPools>();
        pools->add(accounts);
        model->setAccounts(accounts);
        model->absorb(store->readAll(accounts));
        archive = std::make_unique<AlertArchive>(
            *store, [this](const QUuid &id) { return pools->pool(id) != nullptr; });
        center = std::make_unique<AlertCenter>(clock, archive.get());
        center->restore(archive->read());
        watch = std::make_unique<AlertWatch>(
            AlertWatch::Collaborators{*model, *pools, *store, *center, clock});
    }

    void stop()
    {
        watch.reset();
        center.reset();
        archive.reset();
        pools.reset();
        model.reset();
        store.reset();
    }

    /** As a refresh that has succeeded. */
    void refresh(const PoolAnswers &answers, int pool = 1)
    {
        const PoolSnapshot learned = snapshotOf(answers, clock.nowUtc(), plainAccount(pool));
        store->save(plainAccount(pool), learned);
        model->absorb(plainAccount(pool).id, learned);
    }

    [[nodiscard]] QStringList open() const
    {
        QStringList names;
        const QList<AlertRecord> records = center->openAlerts();
        for (const AlertRecord &record : records)
            names.append(record.poolName + u": "_s + shortName(record.alert));
        return names;
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<BillingStore> store;
    std::unique_ptr<PoolsModel> model;
    std::unique_ptr<OwnPools> pools;
    std::unique_ptr<AlertArchive> archive;
    std::unique_ptr<AlertCenter> center;
    std::unique_ptr<AlertWatch> watch;
};

const PoolAnswers EndsInSixDays{.endTime = u"2026-07-07 20:00:00"_s};

} // namespace

class TestAlertWatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void looksAtWhatARefreshBrought();
    void aRestartFiresNothingAnew();
    void failuresTakeNothingAway();
    void foretellsFromTheStoredSamples();
    void ofAPoolThatIsGoneNothingStaysOpen();
    void theDemoKeepsNothing();
};

void TestAlertWatch::looksAtWhatARefreshBrought()
{
    Stage stage;
    QSignalSpy announced(stage.center.get(), &AlertCenter::announced);
    stage.refresh(EndsInSixDays, 1);
    stage.refresh({.mauUsed = u"910"_s}, 2);
    QTRY_COMPARE(stage.open(), (QStringList{u"Pool 1: ends-soon 7"_s, u"Pool 2: mau 90"_s}));
    QTRY_COMPARE(announced.size(), 1);
    QCOMPARE(announced.constFirst().constFirst().value<QList<AlertRecord>>().size(), 2);
}

void TestAlertWatch::aRestartFiresNothingAnew()
{
    Stage stage;
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(stage.open(), QStringList{u"Pool 1: ends-soon 7"_s});
    QTRY_VERIFY(stage.center->records().constFirst().announcedAt.isValid());
    stage.clock.advance(1h);
    stage.start();
    QSignalSpy fired(stage.center.get(), &AlertCenter::fired);
    QSignalSpy announced(stage.center.get(), &AlertCenter::announced);
    QCOMPARE(stage.open(), QStringList{u"Pool 1: ends-soon 7"_s});
    stage.refresh(EndsInSixDays, 1);
    stage.refresh({.mauUsed = u"910"_s}, 2);
    QTRY_COMPARE(announced.size(), 1);
    QCOMPARE(fired.size(), 1);
    QCOMPARE(announced.constFirst().constFirst().value<QList<AlertRecord>>().size(), 1);
}

void TestAlertWatch::failuresTakeNothingAway()
{
    Stage stage;
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(stage.open(), QStringList{u"Pool 1: ends-soon 7"_s});
    stage.clock.advance(1h);
    stage.model->absorb(
        plainAccount(1).id, failedSnapshot(ErrorKind::TimedOut, stage.clock.nowUtc()));
    stage.refresh({.mauUsed = u"910"_s}, 2);
    QTRY_COMPARE(stage.open(), (QStringList{u"Pool 1: ends-soon 7"_s, u"Pool 2: mau 90"_s}));
}

void TestAlertWatch::foretellsFromTheStoredSamples()
{
    Stage stage;
    stage.clock.set(QDateTime(QDate(2026, 7, 2), QTime(4, 0), Qt::UTC));
    for (int day = 0; day < 5; ++day) {
        stage.clock.advance(24h);
        stage.refresh({.mauUsed = QString::number(100 + 60 * day)});
        stage.refresh({}, 2);
        QTRY_VERIFY(!stage.store->isBusy());
    }
    // 60 a day of 1000: met within eleven days.
    QTRY_COMPARE(stage.open(), QStringList{u"Pool 1: forecast"_s});
    const AlertRecord record = stage.center->openAlerts().constFirst();
    QCOMPARE(record.alert.numbers.reachesAt.date().month(), 7);
}

void TestAlertWatch::ofAPoolThatIsGoneNothingStaysOpen()
{
    Stage stage;
    stage.refresh(EndsInSixDays, 1);
    stage.refresh({.mauUsed = u"910"_s}, 2);
    QTRY_COMPARE(stage.open().size(), 2);
    stage.pools->adopt({PoolAccess{plainAccount(2), {}}});
    stage.model->setAccounts({plainAccount(2)});
    QTRY_COMPARE(stage.open(), QStringList{u"Pool 2: mau 90"_s});
}

void TestAlertWatch::theDemoKeepsNothing()
{
    Stage stage;
    stage.refresh(EndsInSixDays, 1);
    QTRY_COMPARE(stage.open().size(), 1);
    // The demo's pools take the place of the user's in the window, not in the list.
    stage.model->setAccounts({plainAccount(7)});
    stage.refresh({.mauUsed = u"910"_s}, 7);
    QTRY_COMPARE(stage.open().size(), 2);
    QTRY_VERIFY(!stage.store->isBusy());
    stage.start();
    QCOMPARE(stage.open(), QStringList{u"Pool 1: ends-soon 7"_s});
}

QTEST_GUILESS_MAIN(TestAlertWatch)
#include "tst_alertwatch.moc"
