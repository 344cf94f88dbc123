// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/rightsmodel.h"

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

QJsonObject right(const QString &code, const QString &type, const QJsonValue &value)
{
    return {{u"rightsModelCode"_s, code}, {u"rightsModelName"_s, code + u"：名称"_s},
        {u"dataType"_s, type}, {u"dataValue"_s, value}};
}

OperationState<Rights> answered(const QJsonArray &rights)
{
    OperationState<Rights> state;
    state.value = Rights::fromJson(QJsonObject{{u"rightsItems"_s, rights}}, {}).value();
    return state;
}

} // namespace

class TestRightsModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_model = std::make_unique<RightsModel>();
        // Attached before the data, so that it sees every change.
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }

    void groupsByDataType();
    void givesValuesRaw();
    void leavesUnknownsWithoutAValue();
    void answersNothingOnePastTheEnd();
    void keepsRowsThatAreThereAgain();
    void movesARightWhoseTypeChanges();
    void sortsQuantitiesAsNumbers();
    void keepsItsRowsWhenARefreshFails();

private:
    [[nodiscard]] QModelIndex group(const QString &type) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row, 0);
            const QModelIndex first = m_model->index(0, 0, index);
            if (first.data(RightsModel::TypeSentRole).toString() == type)
                return index;
        }
        return {};
    }
    /** "1: a b, 3: c" */
    [[nodiscard]] QString shape() const
    {
        QStringList groups;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row, 0);
            QStringList codes;
            for (int child = 0; child < m_model->rowCount(index); ++child)
                codes << m_model->index(child, RightsModel::CodeColumn, index).data().toString();
            groups << QString::number(index.data(RightsModel::TypeRole).toInt()) + u": "_s +
                          codes.join(u' ');
        }
        return groups.join(u", "_s);
    }

    std::unique_ptr<RightsModel> m_model;
};

void TestRightsModel::groupsByDataType()
{
    m_model->setRights(
        answered({right(u"x"_s, u"7"_s, 1), right(u"text"_s, u"4"_s, u"a"_s),
            right(u"q"_s, u"1"_s, 1), right(u"yes"_s, u"3"_s, true), right(u"n"_s, u"2"_s, 1),
            right(u"q2"_s, u"1"_s, 1), right(u"y"_s, u"words"_s, 1), right(u"x2"_s, u"7"_s, 1)}),
        false);
    // Each type that is not listed stands for itself, after those that are.
    QCOMPARE(shape(), u"1: q q2, 2: n, 3: yes, 4: text, 0: x x2, 0: y"_s);
    QCOMPARE(m_model->count(), 8);
    const QModelIndex last = m_model->index(5, 0);
    QCOMPARE(last.data(RightsModel::TypeSentRole), u"words"_s);
    QVERIFY(last.data(RightsModel::IsTypeRole).toBool());
    QVERIFY(!m_model->index(0, 0, last).data(RightsModel::IsTypeRole).toBool());
    QVERIFY(!last.siblingAtColumn(RightsModel::ValueColumn).data().isValid());
}

void TestRightsModel::givesValuesRaw()
{
    m_model->setRights(answered({right(u"So\tcial"_s, u"3"_s, u"TRUE"_s)}), false);
    const QModelIndex row = m_model->index(0, 0, m_model->index(0, 0));
    QCOMPARE(row.data(RightsModel::RawRole), u"So\uFFFDcial：名称"_s);
    QCOMPARE(row.data(RightsModel::NameEnRole), u"So\uFFFDcial"_s);
    QCOMPARE(row.data(RightsModel::NameZhRole), u"名称"_s);
    QCOMPARE(row.siblingAtColumn(RightsModel::ValueColumn).data(), u"TRUE"_s);
    QCOMPARE(row.siblingAtColumn(RightsModel::IncludedColumn).data(), true);
    QCOMPARE(row.siblingAtColumn(RightsModel::TypeColumn).data(), int(Right::DataType::YesNo));
    QCOMPARE(row.data(RightsModel::RightRole).value<Right>().isIncluded(), true);
}

void TestRightsModel::leavesUnknownsWithoutAValue()
{
    m_model->setRights(answered({QJsonObject{}}), false);
    QCOMPARE(m_model->count(), 1);
    const QModelIndex row = m_model->index(0, 0, m_model->index(0, 0));
    for (const int column : {RightsModel::NameColumn, RightsModel::ValueColumn,
             RightsModel::IncludedColumn, RightsModel::CodeColumn}) {
        QVERIFY(!row.siblingAtColumn(column).data().isValid());
        QVERIFY(!row.siblingAtColumn(column).data(RightsModel::SortRole).isValid());
    }
    QVERIFY(!m_model->index(0, 0).data(RightsModel::TypeSentRole).isValid());
}

void TestRightsModel::answersNothingOnePastTheEnd()
{
    m_model->setRights(answered({right(u"a"_s, u"1"_s, 1), right(u"b"_s, u"1"_s, 1)}), false);
    const QModelIndex type = m_model->index(0, 0);
    QVERIFY(!m_model->index(1, 0).isValid());
    QVERIFY(!m_model->index(2, 0, type).isValid());
    QVERIFY(!m_model->index(0, RightsModel::ColumnCount, type).isValid());
    QVERIFY(!m_model->index(-1, 0).isValid());
    QVERIFY(!m_model->data({}, RightsModel::RawRole).isValid());
    const QModelIndex right = m_model->index(1, 0, type);
    QCOMPARE(right.parent(), type);
    QCOMPARE(m_model->rowCount(right), 0);
    QVERIFY(!m_model->index(0, 0, right).isValid());
    QVERIFY(!right.data(RightsModel::NameZhRole + 1).isValid());
}

void TestRightsModel::keepsRowsThatAreThereAgain()
{
    m_model->setRights(answered({right(u"a"_s, u"1"_s, 1), right(u"b"_s, u"1"_s, 2),
                           right(u"a"_s, u"1"_s, 3), right(u"t"_s, u"4"_s, u"x"_s)}),
        false);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    const QPersistentModelIndex b = m_model->index(1, 0, group(u"1"_s));
    const QPersistentModelIndex again = m_model->index(2, 0, group(u"1"_s));
    const QPersistentModelIndex text = m_model->index(0, 0, group(u"4"_s));
    m_model->setRights(
        answered({right(u"yes"_s, u"3"_s, true), right(u"b"_s, u"1"_s, 2), right(u"a"_s, u"1"_s, 1),
            right(u"a"_s, u"1"_s, 9), right(u"t"_s, u"4"_s, u"x"_s)}),
        false);
    QCOMPARE(shape(), u"1: b a a, 3: yes, 4: t"_s);
    QCOMPARE(b.row(), 0);
    QCOMPARE(QModelIndex(again).siblingAtColumn(RightsModel::ValueColumn).data(), u"9"_s);
    QCOMPARE(text.parent(), m_model->index(2, 0));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(resets.size(), 0);
    m_model->setRights(answered({right(u"t"_s, u"4"_s, u"x"_s)}), false);
    QVERIFY(!b.isValid() && text.isValid());
    QCOMPARE(shape(), u"4: t"_s);
}

void TestRightsModel::movesARightWhoseTypeChanges()
{
    m_model->setRights(answered({right(u"a"_s, u"1"_s, 1), right(u"b"_s, u"1"_s, 2)}), false);
    m_model->setRights(answered({right(u"a"_s, u"2"_s, 1), right(u"b"_s, u"1"_s, 2)}), false);
    QCOMPARE(shape(), u"1: b, 2: a"_s);
}

void TestRightsModel::sortsQuantitiesAsNumbers()
{
    m_model->setRights(
        answered({right(u"many"_s, u"1"_s, u"1000"_s), right(u"rubbish"_s, u"1"_s, u"n/a"_s),
            right(u"most"_s, u"1"_s, -1), right(u"few"_s, u"1"_s, u"9.5"_s)}),
        false);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(m_model.get());
    sorted.setSortRole(RightsModel::SortRole);
    sorted.sort(RightsModel::ValueColumn);
    QStringList codes;
    for (int row = 0; row < 4; ++row)
        codes << sorted.index(row, RightsModel::CodeColumn, sorted.index(0, 0)).data().toString();
    QCOMPARE(codes, QStringList({u"few"_s, u"many"_s, u"most"_s, u"rubbish"_s}));
}

void TestRightsModel::keepsItsRowsWhenARefreshFails()
{
    OperationState<Rights> rights = answered({right(u"a"_s, u"1"_s, 1)});
    QSignalSpy states(m_model.get(), &RightsModel::stateChanged);
    m_model->setRights(rights, true);
    rights.error = ApiError{.kind = ErrorKind::TimedOut};
    m_model->setRights(rights, false);
    QCOMPARE(shape(), u"1: a"_s);
    QCOMPARE(m_model->error()->kind, ErrorKind::TimedOut);
    m_model->setRights(rights, false);
    QCOMPARE(states.size(), 2);
    m_model->setRights({}, true);
    QVERIFY(!m_model->isKnown() && m_model->isLoading() && !m_model->error());
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestRightsModel)
#include "tst_rightsmodel.moc"
