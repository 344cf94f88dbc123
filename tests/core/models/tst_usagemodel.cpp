// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/usagemodel.h"

#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject right(const QString &code, const QJsonValue &amount, const QJsonValue &current)
{
    return {{u"modelCode"_s, code}, {u"modelName"_s, code + u"：名称"_s}, {u"amount"_s, amount},
        {u"current"_s, current}, {u"experience"_s, false}};
}

OperationState<Usage> answered(const QJsonArray &rights)
{
    OperationState<Usage> usage;
    usage.value = Usage::fromJson(QJsonObject{{u"usages"_s, rights}}, {}).value();
    return usage;
}

} // namespace

class TestUsageModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_model = std::make_unique<UsageModel>();
        // Attached before the data, so that it sees every change.
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }

    void givesValuesRaw();
    void leavesUnknownsWithoutAValue();
    void answersNothingOnePastTheEnd();
    void keepsRowsThatAreThereAgain();
    void toleratesACodeThatComesTwice();
    void changesNothingWithoutNeed();
    void tellsOfNeighboursAtOneStroke();
    void sortsUnknownLastAndUnlimitedHigh();
    void keepsItsRowsWhenARefreshFails();

private:
    [[nodiscard]] QVariant at(int row, int column, int role = UsageModel::RawRole) const
    {
        return m_model->index(row, column).data(role);
    }
    [[nodiscard]] QStringList codes() const
    {
        QStringList codes;
        for (int row = 0; row < m_model->rowCount(); ++row)
            codes << at(row, UsageModel::CodeColumn).toString();
        return codes;
    }

    std::unique_ptr<UsageModel> m_model;
};

void TestUsageModel::givesValuesRaw()
{
    QJsonObject trial = right(u"Social\nConnections"_s, u"40"_s, u"10"_s);
    trial[u"experience"_s] = true;
    m_model->setUsage(answered({trial, right(u"MAU"_s, -1, u"12000"_s)}), false);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->columnCount(), int(UsageModel::ColumnCount));
    QCOMPARE(at(0, UsageModel::NameColumn), u"Social\uFFFDConnections：名称"_s);
    QCOMPARE(at(0, UsageModel::NameColumn, UsageModel::NameEnRole), u"Social\uFFFDConnections"_s);
    QCOMPARE(at(0, UsageModel::CodeColumn, UsageModel::NameZhRole), u"名称"_s);
    QCOMPARE(at(0, UsageModel::UsedColumn), qint64(10));
    QCOMPARE(at(0, UsageModel::IncludedColumn), qint64(40));
    QCOMPARE(at(0, UsageModel::PercentColumn), 25);
    QCOMPARE(at(0, UsageModel::TrialColumn), true);
    QCOMPARE(at(1, UsageModel::TrialColumn), false);
    QCOMPARE(at(1, UsageModel::UsedColumn), qint64(12000));
    QVERIFY(!at(1, UsageModel::PercentColumn).isValid());
    const auto unlimited = at(1, 0, UsageModel::RightRole).value<RightUsage>();
    QCOMPARE(unlimited.amount.kind, Allowance::Kind::Unlimited);
}

void TestUsageModel::leavesUnknownsWithoutAValue()
{
    m_model->setUsage(answered({QJsonObject{{u"current"_s, u"n/a"_s}}}), false);
    for (int column = 0; column < UsageModel::ColumnCount; ++column) {
        QVERIFY(!at(0, column).isValid());
        QVERIFY(!at(0, column, UsageModel::SortRole).isValid());
    }
    QVERIFY(!at(0, 0, UsageModel::NameEnRole).isValid());
}

void TestUsageModel::answersNothingOnePastTheEnd()
{
    m_model->setUsage(answered({right(u"a"_s, 1, 1), right(u"b"_s, 1, 1)}), false);
    QVERIFY(!m_model->index(2, 0).isValid());
    QVERIFY(!m_model->index(0, UsageModel::ColumnCount).isValid());
    QVERIFY(!m_model->index(-1, 0).isValid());
    QVERIFY(!m_model->data({}, UsageModel::RawRole).isValid());
    QVERIFY(!at(1, 0, UsageModel::NameZhRole + 1).isValid());
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
    QCOMPARE(m_model->columnCount(m_model->index(0, 0)), 0);
}

void TestUsageModel::keepsRowsThatAreThereAgain()
{
    m_model->setUsage(
        answered({right(u"a"_s, 9, 1), right(u"b"_s, 9, 2), right(u"c"_s, 9, 3)}), false);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex a = m_model->index(0, 0);
    const QPersistentModelIndex b = m_model->index(1, 0);
    const QPersistentModelIndex c = m_model->index(2, 0);
    m_model->setUsage(
        answered({right(u"new"_s, 9, 1), right(u"c"_s, 9, 4), right(u"a"_s, 9, 1)}), false);
    QCOMPARE(codes(), QStringList({u"new"_s, u"c"_s, u"a"_s}));
    QCOMPARE(a.row(), 2);
    QVERIFY(!b.isValid());
    QCOMPARE(c.row(), 1);
    QCOMPARE(at(1, UsageModel::UsedColumn), qint64(4));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    m_model->setUsage({}, false);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestUsageModel::toleratesACodeThatComesTwice()
{
    const QJsonObject nameless{{u"current"_s, 5}};
    m_model->setUsage(
        answered({right(u"a"_s, 9, 1), nameless, right(u"a"_s, 9, 2), nameless}), false);
    const QPersistentModelIndex second = m_model->index(2, 0);
    m_model->setUsage(
        answered({nameless, right(u"a"_s, 9, 3), right(u"a"_s, 9, 4), nameless}), false);
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(QModelIndex(second).siblingAtColumn(UsageModel::UsedColumn).data().toLongLong(), 4);
    m_model->setUsage(answered({right(u"a"_s, 9, 5)}), false);
    QCOMPARE(codes(), QStringList{u"a"_s});
    QVERIFY(!second.isValid());
}

void TestUsageModel::tellsOfNeighboursAtOneStroke()
{
    constexpr int Many = 20'000;
    QJsonArray rights{right(u"first"_s, 9, 1)};
    m_model->setUsage(answered({rights.first().toObject(), right(u"last"_s, 9, 1)}), false);
    for (int i = 0; i < Many; ++i)
        rights.append(right(QString::number(i), 9, 1));
    rights.append(right(u"last"_s, 9, 1));
    QSignalSpy insertions(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->setUsage(answered(rights), false);
    QCOMPARE(insertions.size(), 1);
    QCOMPARE(insertions.at(0).at(1).toInt(), 1);
    QCOMPARE(insertions.at(0).at(2).toInt(), Many);
    QCOMPARE(codes().size(), Many + 2);
    QCOMPARE(codes().at(Many), QString::number(Many - 1));
    m_model->setUsage(answered({right(u"first"_s, 9, 1), right(u"last"_s, 9, 1)}), false);
    QCOMPARE(removals.size(), 1);
    QCOMPARE(codes(), QStringList({u"first"_s, u"last"_s}));
}

void TestUsageModel::changesNothingWithoutNeed()
{
    const OperationState<Usage> usage = answered({right(u"a"_s, 9, 1), right(u"b"_s, 9, 1)});
    QSignalSpy states(m_model.get(), &UsageModel::stateChanged);
    m_model->setUsage(usage, true);
    QCOMPARE(states.size(), 1);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy insertions(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->setUsage(usage, true);
    QCOMPARE(changes.size() + insertions.size(), 0);
    QCOMPARE(states.size(), 1);
    m_model->setUsage(usage, false);
    QCOMPARE(states.size(), 2);
    QVERIFY(m_model->isKnown() && !m_model->isLoading());
}

void TestUsageModel::sortsUnknownLastAndUnlimitedHigh()
{
    m_model->setUsage(answered({right(u"unknown"_s, u"?"_s, 1), right(u"most"_s, -1, 1),
                          right(u"nothing"_s, 0, 1), right(u"some"_s, 10, 5)}),
        false);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(m_model.get());
    sorted.setSortRole(UsageModel::SortRole);
    const auto order = [&](int column) {
        sorted.sort(column);
        QStringList codes;
        for (int row = 0; row < sorted.rowCount(); ++row)
            codes << sorted.index(row, UsageModel::CodeColumn).data().toString();
        return codes;
    };
    QCOMPARE(order(UsageModel::IncludedColumn),
        QStringList({u"nothing"_s, u"some"_s, u"most"_s, u"unknown"_s}));
    QCOMPARE(order(UsageModel::PercentColumn).first(), u"some"_s);
}

void TestUsageModel::keepsItsRowsWhenARefreshFails()
{
    OperationState<Usage> usage = answered({right(u"a"_s, 9, 1)});
    m_model->setUsage(usage, false);
    usage.error = ApiError{.kind = ErrorKind::TimedOut};
    m_model->setUsage(usage, false);
    QCOMPARE(codes(), QStringList{u"a"_s});
    QCOMPARE(m_model->error()->kind, ErrorKind::TimedOut);
    m_model->setUsage({}, true);
    QVERIFY(!m_model->isKnown() && m_model->isLoading() && !m_model->error());
}

QTEST_GUILESS_MAIN(TestUsageModel)
#include "tst_usagemodel.moc"
