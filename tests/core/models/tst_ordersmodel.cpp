// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/ordersmodel.h"

#include "core/accounts/account.h"
#include "core/base/displaytext.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using M = OrdersModel;

class TestOrdersModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_model.reset(); }

    void holdsUpToTheModelTester();
    void answersNothingOnePastTheEnd();
    void givesEveryFieldRaw();
    void leavesUnknownsWithoutAValue();
    void sortsMoneyExactly();
    void standsNewestFirst();
    void mergesByNumber();
    void movesWithItsTime();
    void tellsOneChangePerRun();
    void costsNoMoreForMany();
    void countsTwiceInOnePageOnce();
    void keepsOrdersWithoutNumber();
    void forgetsThePool();

private:
    [[nodiscard]] QStringList numbers() const
    {
        QStringList numbers;
        for (int row = 0; row < m_model->rowCount(); ++row)
            numbers << m_model->index(row, M::NumberColumn).data().toString();
        return numbers;
    }
    [[nodiscard]] QVariant at(int row, int column, int role = M::RawRole) const
    {
        return m_model->index(row, column).data(role);
    }

    std::unique_ptr<OrdersModel> m_model;
};

namespace {

/** An order of this number, made so many minutes after some midnight. */
Order order(const QString &number, int minute, QJsonObject fields = {})
{
    fields.insert(u"orderNo"_s, number);
    if (!fields.contains(u"createTime"_s))
        fields.insert(u"createTime"_s, QStringLiteral("2026-08-09 %1:%2:00")
                                           .arg(minute / 60, 2, 10, QLatin1Char('0'))
                                           .arg(minute % 60, 2, 10, QLatin1Char('0')));
    return Order::fromJson(fields, BeijingOffset).value();
}

Order whole()
{
    return order(u"N1"_s, 60,
        {{u"goodsName"_s, u"消费者企业版"_s}, {u"goodsNameEn"_s, u"Enterprise"_s},
            {u"goodsUnitPrice"_s, u"99.00"_s}, {u"quantity"_s, u"12"_s},
            {u"actualAmount"_s, u"1188.00"_s}, {u"status"_s, u"2"_s}, {u"orderType"_s, u"Renew"_s},
            {u"source"_s, u"SelfHelp"_s}});
}

} // namespace

void TestOrdersModel::init()
{
    failOnQtWarnings();
    m_model = std::make_unique<OrdersModel>();
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void TestOrdersModel::holdsUpToTheModelTester()
{
    m_model->merge({order(u"b"_s, 20), order(u"d"_s, 40)});
    m_model->merge({order(u"e"_s, 50), order(u"c"_s, 30), order(u"a"_s, 10), order({}, 25)});
    m_model->merge({order(u"b"_s, 45), order(u"d"_s, 5)});
    QCOMPARE(numbers(), QStringList({u"e"_s, u"b"_s, u"c"_s, {}, u"a"_s, u"d"_s}));
    m_model->clear();
    m_model->merge({order(u"b"_s, 20)});
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
    QCOMPARE(m_model->columnCount(m_model->index(0, 0)), 0);
}

void TestOrdersModel::answersNothingOnePastTheEnd()
{
    m_model->merge({whole()});
    QVERIFY(!m_model->index(1, 0).isValid());
    QVERIFY(!m_model->index(0, M::ColumnCount).isValid());
    QVERIFY(!m_model->data({}, M::RawRole).isValid());
    QVERIFY(!m_model->index(0, 0).siblingAtRow(1).isValid());
    QVERIFY(!at(0, 0, M::NameEnRole + 1).isValid());
    QCOMPARE(m_model->rowOf(u"nobody"_s), -1);
}

void TestOrdersModel::givesEveryFieldRaw()
{
    m_model->merge({whole()});
    QCOMPARE(at(0, M::NumberColumn), u"N1"_s);
    QCOMPARE(at(0, M::NameZhColumn), u"消费者企业版"_s);
    QCOMPARE(at(0, M::SourceColumn, M::NameEnRole), u"Enterprise"_s);
    QCOMPARE(at(0, M::TypeColumn), int(Order::Type::Renew));
    QCOMPARE(at(0, M::StatusColumn), int(Order::Status::Paid));
    QCOMPARE(at(0, M::AmountColumn), u"1188.00"_s);
    QCOMPARE(at(0, M::QuantityColumn), qint64(12));
    QCOMPARE(at(0, M::UnitPriceColumn, Qt::DisplayRole), u"99.00"_s);
    QCOMPARE(at(0, M::CreatedColumn).toDateTime().offsetFromUtc(), 8 * 3600);
    QCOMPARE(at(0, M::SourceColumn), int(Order::Source::SelfHelp));
    QCOMPARE(at(0, M::StatusColumn, M::AsSentRole), u"2"_s);
    QCOMPARE(at(0, 0, M::OrderRole).value<Order>(), whole());
}

void TestOrdersModel::leavesUnknownsWithoutAValue()
{
    m_model->merge({order({}, 0,
        {{u"createTime"_s, u"soon"_s}, {u"status"_s, u"<b>6</b>\u202E"_s},
            {u"quantity"_s, u"n/a"_s}, {u"actualAmount"_s, u"1,5"_s}})});
    for (int column = 0; column < M::ColumnCount; ++column)
        QVERIFY2(!at(0, column).isValid(), qPrintable(QString::number(column)));
    QCOMPARE(at(0, M::StatusColumn, M::AsSentRole), u"<b>6</b>"_s);
    QCOMPARE(at(0, M::QuantityColumn, M::AsSentRole), u"n/a"_s);
    QCOMPARE(at(0, M::CreatedColumn, M::AsSentRole), u"soon"_s);
    QVERIFY(at(0, M::StatusColumn, M::SortRole).isValid()); // after the listed ones
    QVERIFY(!at(0, M::TypeColumn, M::SortRole).isValid());
}

void TestOrdersModel::sortsMoneyExactly()
{
    m_model->merge({order(u"a"_s, 3, {{u"actualAmount"_s, u"999999999999999.000001"_s}}),
        order(u"b"_s, 2, {{u"actualAmount"_s, u"999999999999999.000002"_s}})});
    const auto compared =
        QVariant::compare(at(0, M::AmountColumn, M::SortRole), at(1, M::AmountColumn, M::SortRole));
    QVERIFY(compared == QPartialOrdering::Less);
}

void TestOrdersModel::standsNewestFirst()
{
    m_model->merge({order(u"b"_s, 20), order(u"?"_s, 0, {{u"createTime"_s, u""_s}})});
    m_model->merge({order(u"a"_s, 10), order(u"c"_s, 30), order(u"b2"_s, 20)});
    QCOMPARE(numbers(), QStringList({u"c"_s, u"b"_s, u"b2"_s, u"a"_s, u"?"_s}));
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->rowOf(numbers().at(row)), row);
}

void TestOrdersModel::mergesByNumber()
{
    m_model->merge({order(u"a"_s, 10), whole()});
    QSignalSpy changed(m_model.get(), &M::dataChanged);
    QSignalSpy inserted(m_model.get(), &M::rowsInserted);
    const auto same = m_model->merge({whole(), order(u"a"_s, 10)});
    QCOMPARE(same.added, 0);
    QCOMPARE(same.known, 2);
    QCOMPARE(changed.count(), 0); // nothing differs
    Order now = whole();
    now.status = Order::Status::Completed;
    m_model->merge({now});
    now.unreadableFields = {u"data.list[7].x"_s}; // a path is no difference
    m_model->merge({now});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), m_model->index(0, 0));
    QCOMPARE(at(0, M::StatusColumn), int(Order::Status::Completed));
    QCOMPARE(inserted.count(), 0);
}

void TestOrdersModel::movesWithItsTime()
{
    m_model->merge({order(u"a"_s, 10), order(u"b"_s, 20), order(u"c"_s, 30)});
    const QPersistentModelIndex moving = m_model->index(2, 0);
    m_model->merge({order(u"a"_s, 40)});
    QCOMPARE(numbers(), QStringList({u"a"_s, u"c"_s, u"b"_s}));
    QCOMPARE(moving.row(), 0);
    m_model->merge({order(u"a"_s, 35)}); // no other place
    m_model->merge({order(u"a"_s, 5)});
    QCOMPARE(numbers(), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    QCOMPARE(moving.row(), 2);
    QCOMPARE(m_model->rowOf(u"a"_s), 2);
}

void TestOrdersModel::tellsOneChangePerRun()
{
    QList<Order> old;
    for (int i = 0; i < 50; ++i)
        old << order(QStringLiteral("old%1").arg(i), 100 - i);
    QSignalSpy inserted(m_model.get(), &M::rowsInserted);
    m_model->merge(old);
    QCOMPARE(inserted.count(), 1);
    m_model->merge({order(u"new1"_s, 200), order(u"new2"_s, 199), order(u"last"_s, 1)});
    QCOMPARE(inserted.count(), 3);
    QCOMPARE(inserted.at(1).at(2).toInt(), 1);
    QCOMPARE(inserted.at(2).at(1).toInt(), 52);
}

void TestOrdersModel::costsNoMoreForMany()
{
    OrdersModel model; // the tester looks at every row of every change
    QElapsedTimer timer;
    qint64 early = 0;
    qint64 late = 0;
    for (int page = 0; page < 200; ++page) {
        QList<Order> orders;
        for (int i = 0; i < 50; ++i) {
            const QDateTime time(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
            Order order;
            order.orderNo.value = QString::number(page * 50 + i);
            order.createTime.value = time.addSecs(-60 * (page * 50 + i));
            orders.append(order);
        }
        timer.start();
        model.merge(orders);
        model.merge(orders); // once more, as a refresh brings them
        if (page < 50)
            early += timer.nsecsElapsed();
        else if (page >= 150)
            late += timer.nsecsElapsed();
    }
    QCOMPARE(model.rowCount(), 10'000);
    QVERIFY2(late < 5 * early, qPrintable(QStringLiteral("%1 ns, %2 ns").arg(early).arg(late)));
}

void TestOrdersModel::countsTwiceInOnePageOnce()
{
    Order later = whole();
    later.status = Order::Status::Completed;
    const auto merged = m_model->merge({whole(), later});
    QCOMPARE(merged.added, 1);
    QCOMPARE(merged.known, 1);
    QCOMPARE(at(0, M::StatusColumn), int(Order::Status::Completed));
}

void TestOrdersModel::keepsOrdersWithoutNumber()
{
    const auto nameless = [](int minute) { return order({}, minute); };
    QCOMPARE(m_model->merge({nameless(1), nameless(2)}).added, 2);
    QCOMPARE(m_model->merge({nameless(2), nameless(1)}).added, 0); // come again with a refresh
    QList<Order> many;
    for (int minute = 0; minute < 2 * M::MostUnnumbered; ++minute)
        many << nameless(minute);
    m_model->merge(many);
    QCOMPARE(m_model->rowCount(), M::MostUnnumbered);
    QCOMPARE(m_model->merge({order(u"a"_s, 10)}).added, 1);
}

void TestOrdersModel::forgetsThePool()
{
    m_model->merge({whole(), order({}, 1)});
    QSignalSpy told(m_model.get(), &M::stateChanged);
    m_model->setState({.known = true, .loading = true, .stated = 137});
    m_model->setState({.known = true, .loading = true, .stated = 137});
    QCOMPARE(told.count(), 1);
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->state(), M::State());
    QCOMPARE(m_model->rowOf(u"N1"_s), -1);
    QCOMPARE(m_model->merge({whole(), order({}, 1)}).added, 2);
}

QTEST_GUILESS_MAIN(TestOrdersModel)
#include "tst_ordersmodel.moc"
