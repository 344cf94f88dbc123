// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tables hand over for files: what is true still when somebody reads it later.

#include "app/dashboard/tablerows.h"

#include "app/dashboard/alertstable.h"
#include "app/dashboard/journaltable.h"
#include "app/dashboard/orderstable.h"
#include "app/dashboard/pages/usagepage.h"
#include "app/dashboard/poolstable.h"
#include "core/alerts/alertsmodel.h"
#include "core/models/journalmodel.h"
#include "core/models/ordersmodel.h"
#include "tests/app/dashboard/answerpagetest.h"
#include "tests/app/text/alertsamples.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

TableContents contentsOf(WordsTable &table, TableForm form)
{
    QHeaderView header(Qt::Horizontal);
    header.setModel(&table);
    TableRows rows(table, header, form);
    return rows.goOn(QDeadlineTimer::Forever) ? rows.contents() : TableContents();
}

/** Its first row, by the columns' names. */
QJsonObject firstRow(WordsTable &table)
{
    const QByteArray json = tableFileAsJson(contentsOf(table, TableForm::Raw));
    return QJsonDocument::fromJson(json)["rows"_L1][0].toObject();
}

} // namespace

class TestTableRows : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void tellsWhatFired();
    void tellsWhatWillFire();
    void tellsNoNumberWithoutOne();
    void tellsWhatIsEmptyFromWhatIsGone();
    void leavesOutWhatAnOrderDoesNotSay();
    void writesMomentsInPlaceOfAges();
};

void TestTableRows::tellsWhatFired()
{
    const AnswerPageStage<UsagePage> it;
    AlertsModel alerts;
    AlertRecord record;
    record.alert = sampleAlert(AlertRule::EndsSoon);
    record.firedAt = QDateTime(QDate(2026, 12, 4), QTime(8, 0), Qt::UTC);
    record.poolName = u"Production"_s;
    alerts.setRecords({record});
    AlertsTable table({alerts, it.model, it.theme, it.clock});
    QCOMPARE(table.tableCode(), u"alerts"_s);
    const QJsonObject expected{{"fired"_L1, u"2026-12-04T08:00:00Z"_s},
        {"pool"_L1, u"Production"_s}, {"rule"_L1, u"ends-soon"_s}, {"number"_L1, 7 * 86400},
        {"open"_L1, true}, {"unit"_L1, u"seconds"_s}, {"step"_L1, 7}};
    QCOMPARE(firstRow(table), expected);
}

void TestTableRows::tellsWhatWillFire()
{
    const AnswerPageStage<UsagePage> it;
    AlertsModel alerts;
    AlertRecord record;
    record.alert = sampleAlert(AlertRule::MauAtPercent);
    record.firedAt = QDateTime(QDate(2026, 12, 4), QTime(8, 0), Qt::UTC);
    record.poolName = u"Production"_s;
    alerts.setRecords({record});
    AlertsTable table({alerts, it.model, it.theme, it.clock}, AlertsTable::Kind::Rehearsed);
    QCOMPARE(table.tableCode(), u"alert_rehearsal"_s);
    const QJsonObject expected{{"will_fire"_L1, u"2026-12-04T08:00:00Z"_s},
        {"pool"_L1, u"Production"_s}, {"rule"_L1, u"mau"_s}, {"number"_L1, 8210},
        {"unit"_L1, u"users"_s}, {"step"_L1, 80}};
    QCOMPARE(firstRow(table), expected);
}

void TestTableRows::tellsNoNumberWithoutOne()
{
    const AnswerPageStage<UsagePage> it;
    AlertsModel alerts;
    AlertsTable table({alerts, it.model, it.theme, it.clock});
    AlertRecord record;
    record.alert = sampleAlert(AlertRule::KeyRefused);
    alerts.setRecords({record});
    QCOMPARE(firstRow(table), (QJsonObject{{"rule"_L1, u"key"_s}, {"open"_L1, true}}));
    record.alert = sampleAlert(AlertRule::RightAtLimit);
    alerts.setRecords({record});
    QCOMPARE(firstRow(table)["unit"_L1].toString(), u"uses"_s);
    QCOMPARE(firstRow(table)["number"_L1].toInt(), 40);
}

void TestTableRows::tellsWhatIsEmptyFromWhatIsGone()
{
    const AnswerPageStage<UsagePage> it;
    JournalModel changes;
    JournalTable table(changes, it.theme);
    const QDateTime seen(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    changes.setEntries(
        {{seen, u"get-current-package-info"_s, {}, u"goodsPackage.name"_s, u"企业版"_s, u""_s}});
    QCOMPARE(firstRow(table)["after"_L1], QJsonValue(QString()));
    changes.setEntries({{seen, u"get-current-package-info"_s, {}, u"goodsPackage.name"_s,
        u"企业版"_s, std::nullopt}});
    QCOMPARE(firstRow(table)["before"_L1].toString(), u"企业版"_s);
    QVERIFY(!firstRow(table).contains("after"_L1));
}

void TestTableRows::leavesOutWhatAnOrderDoesNotSay()
{
    const AnswerPageStage<UsagePage> it;
    OrdersModel orders;
    OrdersTable table(orders, it.theme);
    orders.merge(
        {Order::fromJson(QJsonObject{{u"orderNo"_s, u"20261101"_s}}, BeijingOffset).value()});
    QCOMPARE(firstRow(table), (QJsonObject{{"order_number"_L1, u"20261101"_s}}));
}

void TestTableRows::writesMomentsInPlaceOfAges()
{
    AnswerPageStage<UsagePage> it;
    PoolsTable table({it.theme, it.clock, it.scheduler});
    table.setSourceModel(&it.model);
    const auto cell = [&table](int column) {
        return contentsOf(table, TableForm::AsShown).rows.first().at(column).toString();
    };
    it.model.setRefreshing(it.account.id, true);
    QCOMPARE(table.index(0, PoolsTable::Updated).data().toString(), u"refreshing…"_s);
    QCOMPARE(cell(PoolsTable::Updated), u"not yet"_s);
    QVERIFY(cell(PoolsTable::State) != u"refreshing…"_s);
    PoolSnapshot snapshot;
    snapshot.package.value = Package();
    snapshot.package.receivedAt = snapshot.package.attemptedAt = it.clock.nowUtc();
    it.model.absorb(it.account.id, snapshot);
    it.clock.advance(std::chrono::minutes(3));
    QVERIFY2(cell(PoolsTable::Updated).endsWith(u" Beijing time"_s),
        qPrintable(cell(PoolsTable::Updated)));
}

QTEST_MAIN(TestTableRows)
#include "tst_tablerows.moc"
