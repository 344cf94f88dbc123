// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertsmodel.h"

#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

AlertRecord record(qint64 id, AlertRule rule, int step = 0)
{
    AlertRecord record;
    record.id = id;
    record.alert.key.rule = rule;
    record.alert.key.step = step;
    record.alert.key.account = QUuid(u"{11111111-1111-4111-8111-111111111111}"_s);
    record.poolName = u"Pool\n%1"_s.arg(id);
    record.firedAt = Noon.addSecs(id);
    return record;
}

} // namespace

class TestAlertsModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_model = std::make_unique<AlertsModel>();
        // Attached before the data, so that it sees every change.
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }

    void givesValuesRaw();
    void leavesUnknownsWithoutAValue();
    void answersNothingOnePastTheEnd();
    void keepsRowsAndTellsOfWhatIsNew();
    void changesNothingWithoutNeed();
    void ranksByUrgencyAndStanding();
    void countsWhatIsOpen();
    void toleratesRecordsThatAreNotKeptYet();

private:
    [[nodiscard]] QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, column).data(role);
    }

    std::unique_ptr<AlertsModel> m_model;
};

void TestAlertsModel::givesValuesRaw()
{
    AlertRecord overdue = record(7, AlertRule::Overdue, 1);
    overdue.alert.numbers.overdueDays = 12;
    m_model->setRecords({overdue});
    QCOMPARE(at(0, AlertsModel::FiredColumn).toDateTime(), Noon.addSecs(7));
    QCOMPARE(at(0, AlertsModel::PoolColumn), u"Pool\uFFFD7"_s);
    QCOMPARE(at(0, AlertsModel::RuleColumn), u"overdue"_s);
    QCOMPARE(at(0, AlertsModel::NumbersColumn), 12);
    QCOMPARE(at(0, AlertsModel::StandingColumn), true);
    QCOMPARE(at(0, 0, AlertsModel::IdRole), 7);
    QCOMPARE(at(0, 2, AlertsModel::AccountRole).toUuid(), overdue.alert.key.account);
    QCOMPARE(at(0, 1, AlertsModel::RecordRole).value<AlertRecord>(), overdue);
    QCOMPARE(m_model->recordAt(0), overdue);
}

void TestAlertsModel::leavesUnknownsWithoutAValue()
{
    AlertRecord bare = record(1, AlertRule::MauAtPercent, 80);
    bare.poolName = u" "_s;
    bare.firedAt = QDateTime();
    m_model->setRecords({bare});
    for (const int column :
        {AlertsModel::FiredColumn, AlertsModel::PoolColumn, AlertsModel::NumbersColumn}) {
        QVERIFY(!at(0, column).isValid());
        QVERIFY(!at(0, column, AlertsModel::SortRole).isValid());
    }
}

void TestAlertsModel::answersNothingOnePastTheEnd()
{
    m_model->setRecords({record(1, AlertRule::Ended)});
    QVERIFY(!m_model->index(1, 0).isValid());
    QVERIFY(!m_model->index(0, AlertsModel::ColumnCount).isValid());
    QVERIFY(!m_model->data(m_model->index(1, 0)).isValid());
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
}

void TestAlertsModel::keepsRowsAndTellsOfWhatIsNew()
{
    const AlertRecord first = record(1, AlertRule::Ended);
    const AlertRecord second = record(2, AlertRule::Overdue);
    m_model->setRecords({second, first});
    const QPersistentModelIndex kept = m_model->index(1, 0);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    AlertRecord ended = first;
    ended.endedAt = Noon;
    m_model->setRecords({record(4, AlertRule::Paid), record(3, AlertRule::Paid), second, ended});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserted.size(), 1); // two rows at one stroke
    QCOMPARE(changed.size(), 1);
    QCOMPARE(kept.row(), 3);
    QCOMPARE(kept.data(AlertsModel::RecordRole).value<AlertRecord>(), ended);
    m_model->setRecords({ended});
    QCOMPARE(kept.row(), 0);
}

void TestAlertsModel::changesNothingWithoutNeed()
{
    const QList<AlertRecord> records{record(2, AlertRule::Overdue), record(1, AlertRule::Ended)};
    m_model->setRecords(records);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->setRecords(records);
    QCOMPARE(changed.size() + inserted.size(), 0);
}

void TestAlertsModel::ranksByUrgencyAndStanding()
{
    AlertRecord snoozed = record(2, AlertRule::Overdue);
    snoozed.snoozedUntilChange = true;
    AlertRecord acknowledged = record(3, AlertRule::Overdue);
    acknowledged.acknowledgedAt = Noon;
    AlertRecord ended = record(4, AlertRule::Overdue);
    ended.endedAt = Noon;
    m_model->setRecords({record(1, AlertRule::Overdue), snoozed, acknowledged, ended,
        record(5, AlertRule::Paid), record(6, AlertRule::DataIsOld)});
    const auto rank = [this](int row, int column) {
        return at(row, column, AlertsModel::SortRole).toInt();
    };
    for (int row = 0; row < 4; ++row)
        QVERIFY(
            rank(row, AlertsModel::StandingColumn) < rank(row + 1, AlertsModel::StandingColumn));
    QVERIFY(rank(0, AlertsModel::RuleColumn) < rank(5, AlertsModel::RuleColumn)); // a warning
    QVERIFY(rank(5, AlertsModel::RuleColumn) < rank(4, AlertsModel::RuleColumn)); // good news
}

void TestAlertsModel::countsWhatIsOpen()
{
    AlertRecord ended = record(4, AlertRule::Overdue);
    ended.endedAt = Noon;
    m_model->setRecords({record(5, AlertRule::Paid), ended, record(1, AlertRule::Overdue)});
    QCOMPARE(m_model->openCount(), 1);
    m_model->setRecords({});
    QCOMPARE(m_model->openCount(), 0);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestAlertsModel::toleratesRecordsThatAreNotKeptYet()
{
    m_model->setRecords({record(0, AlertRule::Overdue), record(0, AlertRule::Ended)});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(at(1, AlertsModel::RuleColumn), u"ended"_s);
}

QTEST_GUILESS_MAIN(TestAlertsModel)
#include "tst_alertsmodel.moc"
