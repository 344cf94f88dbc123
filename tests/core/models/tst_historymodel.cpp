// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Billing cycles as rows: raw values, unknown is nothing, and rows stay with their cycles. And
// which cycles a range of months or days is.

#include "core/billing/historyrange.h"
#include "core/models/historymodel.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Largest = std::numeric_limits<qint64>::max();

MauCycle cycle(QDate start, QDate end, qint64 used, qint64 bought = 10'000)
{
    MauCycle made;
    made.start = {start, start.toString(u"yyyyMMdd"_s)};
    made.end = {end, end.toString(u"yyyyMMdd"_s)};
    made.current = {used, QString::number(used)};
    made.amount = {Allowance::Kind::Count, bought, QString::number(bought)};
    return made;
}

/** A calendar month. */
MauCycle month(int year, int number, qint64 used, qint64 bought = 10'000)
{
    const QDate start(year, number, 1);
    return cycle(start, start.addMonths(1).addDays(-1), used, bought);
}

QList<MauCycle> months(QDate first, int count)
{
    QList<MauCycle> cycles;
    for (int i = 0; i < count; ++i)
        cycles << month(first.addMonths(i).year(), first.addMonths(i).month(), 100 + i);
    return cycles;
}

const QDate Today(2026, 11, 27);

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void givesRawValues();
    void doesNotTakeUnknownForZero();
    void endsAtItsEnd();
    void marksTheRunningCycle();
    void keepsRowsWithTheirCycles();
    void tellsCyclesOfTheSameDaysApart();
    void tellsWhatItIsDoing();
    void takesThousandsOfCycles();

    void choosesTheCyclesOfARange_data();
    void choosesTheCyclesOfARange();
    void remembersARange_data();
    void remembersARange();
    void mergesWhatWasAskedForLater();

private:
    [[nodiscard]] QVariant value(int row, int column, int role = HistoryModel::RawRole) const
    {
        return m_model.index(row, column).data(role);
    }
    [[nodiscard]] QList<qint64> uses() const
    {
        QList<qint64> all;
        for (int row = 0; row < m_model.rowCount(); ++row)
            all << value(row, HistoryModel::UsedColumn).toLongLong();
        return all;
    }

    HistoryModel m_model;
    QAbstractItemModelTester m_tester{
        &m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestHistoryModel::givesRawValues()
{
    m_model.setCycles({month(2026, 8, 10'420), month(2026, 9, 0)}, Today);
    QCOMPARE(value(0, HistoryModel::StartColumn), QVariant(QDate(2026, 8, 1)));
    QCOMPARE(value(0, HistoryModel::EndColumn), QVariant(QDate(2026, 8, 31)));
    QCOMPARE(value(0, HistoryModel::UsedColumn), QVariant(qint64(10'420)));
    QCOMPARE(value(0, HistoryModel::BoughtColumn), QVariant(qint64(10'000)));
    QCOMPARE(value(0, HistoryModel::PercentColumn), QVariant(104));
    QCOMPARE(value(0, HistoryModel::StartColumn, HistoryModel::OverRole), QVariant(true));
    QCOMPARE(value(0, HistoryModel::UsedColumn, HistoryModel::AsSentRole).toString(), u"10420"_s);
    QCOMPARE(value(1, HistoryModel::UsedColumn), QVariant(qint64(0)));
    QCOMPARE(value(1, HistoryModel::PercentColumn), QVariant(0));
    QCOMPARE(value(1, HistoryModel::StartColumn, HistoryModel::OverRole), QVariant(false));
}

void TestHistoryModel::doesNotTakeUnknownForZero()
{
    const QJsonArray records{
        QJsonObject{{u"amount"_s, u"many\u0007"_s}, {u"current"_s, QJsonValue()}},
        QJsonObject{{u"periodStartTime"_s, u"20260801"_s}, {u"amount"_s, u"-1"_s},
            {u"current"_s, QString::number(Largest)}},
        QJsonObject{
            {u"periodStartTime"_s, u"20260901"_s}, {u"amount"_s, u"0"_s}, {u"current"_s, u"7"_s}},
    };
    const auto history =
        MauHistory::fromJson(QJsonObject{{u"records"_s, records}}, std::chrono::hours(8));
    QVERIFY(history);
    m_model.setCycles(history.value().cycles, Today);
    QCOMPARE(m_model.rowCount(), 3);
    // Unlimited: no count, no percentage, but more than any count.
    QVERIFY(!value(0, HistoryModel::BoughtColumn).isValid());
    QVERIFY(!value(0, HistoryModel::PercentColumn).isValid());
    QCOMPARE(value(0, HistoryModel::BoughtColumn, HistoryModel::SortRole), QVariant(Largest));
    QCOMPARE(value(0, 0, HistoryModel::AllowanceRole).toInt(),
        static_cast<int>(Allowance::Kind::Unlimited));
    QCOMPARE(value(0, HistoryModel::UsedColumn), QVariant(Largest));
    QVERIFY(!value(0, HistoryModel::EndColumn).isValid());
    // Nothing bought: nothing to measure against.
    QCOMPARE(value(1, HistoryModel::BoughtColumn), QVariant(qint64(0)));
    QVERIFY(!value(1, HistoryModel::PercentColumn).isValid());
    QCOMPARE(value(1, 0, HistoryModel::OverRole), QVariant(false));
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        QVERIFY(!value(2, column).isValid());
        QVERIFY(!value(2, column, HistoryModel::SortRole).isValid());
    }
    QCOMPARE(
        value(2, HistoryModel::BoughtColumn, HistoryModel::AsSentRole).toString(), u"many\uFFFD"_s);
}

void TestHistoryModel::endsAtItsEnd()
{
    m_model.setCycles({month(2026, 8, 1)}, Today);
    // What the model tester does not try.
    for (const int role : {int(Qt::DisplayRole), int(HistoryModel::SortRole),
             int(HistoryModel::RunningRole), int(HistoryModel::AsSentRole)}) {
        QVERIFY(!m_model.data(m_model.index(1, 0), role).isValid());
        QVERIFY(!m_model.data(m_model.index(0, HistoryModel::ColumnCount), role).isValid());
        QVERIFY(!m_model.data({}, role).isValid());
    }
    const QModelIndex stale = m_model.index(0, 0);
    m_model.setCycles({}, Today);
    QVERIFY(!m_model.data(stale).isValid());
    QCOMPARE(m_model.rowCount(), 0);
    QCOMPARE(m_model.rowCount(stale), 0);
}

void TestHistoryModel::marksTheRunningCycle()
{
    // The last day of one is the first of the next, as in the published example.
    const QList<MauCycle> cycles{
        cycle({2026, 10, 11}, {2026, 11, 11}, 1), cycle({2026, 11, 11}, {2026, 12, 11}, 2)};
    const auto running = [this] {
        QList<bool> all;
        for (int row = 0; row < m_model.rowCount(); ++row)
            all << value(row, 0, HistoryModel::RunningRole).toBool();
        return all;
    };
    m_model.setCycles(cycles, {2026, 11, 10});
    QCOMPARE(running(), (QList{true, false}));
    m_model.setCycles(cycles, {2026, 11, 11});
    QCOMPARE(running(), (QList{false, true}));
    m_model.setCycles(cycles, {2026, 12, 12});
    QCOMPARE(running(), (QList{false, false}));
}

void TestHistoryModel::keepsRowsWithTheirCycles()
{
    m_model.clear();
    m_model.setCycles(months({2026, 1, 1}, 6), Today);
    const QPersistentModelIndex march = m_model.index(2, 0);
    const QPersistentModelIndex january = m_model.index(0, 0);
    const QSignalSpy resets(&m_model, &HistoryModel::modelReset);
    const QSignalSpy changes(&m_model, &HistoryModel::dataChanged);
    const QSignalSpy inserts(&m_model, &HistoryModel::rowsInserted);
    QList<MauCycle> next = months({2026, 2, 1}, 7);
    next[1].current.value = 999;
    next.prepend(month(2025, 6, 5));
    m_model.setCycles(next, Today);
    QCOMPARE(m_model.rowCount(), 8);
    QVERIFY(!january.isValid());
    QCOMPARE(march.row(), 2);
    QCOMPARE(value(march.row(), HistoryModel::UsedColumn).toLongLong(), 999);
    QCOMPARE(uses().first(), 5);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(inserts.size(), 2);
    const qsizetype before = changes.size();
    m_model.setCycles(next, Today);
    QCOMPARE(changes.size(), before); // nothing is told of what is as it was
    // Out of their order: all are there, as given.
    std::ranges::reverse(next);
    m_model.setCycles(next, Today);
    QCOMPARE(value(7, HistoryModel::StartColumn).toDate(), QDate(2025, 6, 1));
    QCOMPARE(m_model.rowCount(), 8);
    QCOMPARE(resets.size(), 0);
}

void TestHistoryModel::tellsCyclesOfTheSameDaysApart()
{
    m_model.setCycles({month(2026, 1, 1), month(2026, 1, 2), MauCycle(), MauCycle()}, Today);
    QCOMPARE(m_model.rowCount(), 4);
    QCOMPARE(uses(), (QList<qint64>{1, 2, 0, 0}));
    m_model.setCycles({month(2026, 1, 3), month(2026, 1, 4), MauCycle()}, Today);
    QCOMPARE(uses(), (QList<qint64>{3, 4, 0}));
}

void TestHistoryModel::tellsWhatItIsDoing()
{
    const QSignalSpy told(&m_model, &HistoryModel::stateChanged);
    m_model.setLoading(true);
    m_model.setLoading(true);
    QCOMPARE(told.size(), 1);
    QVERIFY(m_model.isLoading());
    m_model.setError(ApiError{.kind = ErrorKind::TimedOut});
    QCOMPARE(told.size(), 2);
    QVERIFY(m_model.error()->kind == ErrorKind::TimedOut);
    m_model.clear();
    QVERIFY(!m_model.isLoading());
    QVERIFY(!m_model.error());
}

void TestHistoryModel::takesThousandsOfCycles()
{
    m_model.clear();
    QList<MauCycle> cycles;
    for (int i = 0; i < 20'000; ++i)
        cycles << cycle(QDate(1990, 1, 1).addDays(i), QDate(1990, 1, 1).addDays(i), i);
    QElapsedTimer timer;
    timer.start();
    m_model.setCycles(cycles, Today);
    m_model.setCycles(cycles, Today);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    m_model.clear();
}

void TestHistoryModel::choosesTheCyclesOfARange_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<int>("count");
    // Twelve months are twelve cycles on the first day of a month as on its last.
    for (const int day : {1, 27, 30})
        QTest::addRow("12 months on day %d", day)
            << u"12"_s << QDate(2026, 11, day) << QDate(2025, 12, 1) << 12;
    QTest::newRow("6 months") << u"6"_s << Today << QDate(2026, 6, 1) << 6;
    QTest::newRow("24 months") << u"24"_s << Today << QDate(2024, 12, 1) << 24;
    QTest::newRow("a day") << u"20260203-20260203"_s << Today << QDate(2026, 2, 1) << 1;
    QTest::newRow("two months") << u"20260131-20260201"_s << Today << QDate(2026, 1, 1) << 2;
}

void TestHistoryModel::choosesTheCyclesOfARange()
{
    QFETCH(QString, code);
    QFETCH(QDate, today);
    QFETCH(QDate, first);
    QFETCH(int, count);
    const auto range = HistoryRange::fromCode(code);
    QVERIFY(range);
    QList<MauCycle> cycles = months({2023, 12, 1}, 36); // up to November 2026
    QList<MauCycle> chosen = range->cyclesOf(cycles, today);
    QCOMPARE(chosen.size(), count);
    QCOMPARE(*chosen.first().start.value, first);
    cycles << MauCycle();
    QCOMPARE(range->cyclesOf(cycles, today).size(), count + 1);
    // A year that has begun long ago is looked at as well.
    const QList<MauCycle> years{
        cycle({2025, 1, 1}, {2025, 12, 31}, 1), cycle({2026, 1, 1}, {2026, 12, 31}, 2)};
    QCOMPARE(range->isCustom() || !range->cyclesOf(years, today).isEmpty(), true);
}

void TestHistoryModel::remembersARange_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("good");
    for (const char *good : {"6", "12", "24", "20240229-20260101", "20240229-20240229"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "0", "7", "-6", "+6", "20240230-20260101", "20260101-20240229",
             "20260101", "20260101-", "2026-01-01", "x"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void TestHistoryModel::remembersARange()
{
    QFETCH(QString, code);
    QFETCH(bool, good);
    const auto range = HistoryRange::fromCode(code);
    QCOMPARE(range.has_value(), good);
    if (range)
        QCOMPARE(range->code(), code);
}

void TestHistoryModel::mergesWhatWasAskedForLater()
{
    const QList<MauCycle> merged = mergedCycles(
        {month(2022, 1, 1), month(2026, 1, 2)}, {month(2026, 1, 3), month(2026, 2, 4), MauCycle()});
    QCOMPARE(merged.size(), 4);
    QCOMPARE(*merged.at(0).current.value, 1);
    QCOMPARE(*merged.at(1).current.value, 3);
    QVERIFY(!merged.at(3).start.value);
}

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
