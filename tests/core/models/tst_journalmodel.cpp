// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Changes as rows: raw values, what is not there is nothing, and rows stay with their entries.

#include "core/models/journalmodel.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int MostEntries = 5000; // that a journal has

const QDateTime Noon(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);

JournalEntry entry(int hour, const QString &field, const QString &before, const QString &after)
{
    return {Noon.addSecs(hour * 3600LL), u"get-current-package-info"_s, {}, field, before, after};
}

JournalEntry newOrder(int hour, const QString &number)
{
    return {Noon.addSecs(hour * 3600LL), u"get-orders"_s, number, {}, std::nullopt, number};
}

} // namespace

class TestJournalModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void givesRawValues();
    void saysNothingOfWhatIsNotThere();
    void makesValuesFitToBeShown();
    void endsAtItsEnd();
    void keepsRowsWithTheirEntries();
    void takesAWholeJournal();

private:
    [[nodiscard]] QVariant value(int row, int column, int role = JournalModel::RawRole) const
    {
        return m_model.index(row, column).data(role);
    }

    JournalModel m_model;
    QAbstractItemModelTester m_tester{
        &m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestJournalModel::givesRawValues()
{
    m_model.setEntries({newOrder(1, u"O-1"_s), entry(0, u"unitPrice"_s, u"99.00"_s, u"129.00"_s)});
    QCOMPARE(m_model.rowCount(), 2);
    QCOMPARE(value(1, JournalModel::SeenColumn).toDateTime(), Noon);
    QCOMPARE(value(1, JournalModel::FieldColumn).toString(), u"unitPrice"_s);
    QCOMPARE(value(1, JournalModel::BeforeColumn).toString(), u"99.00"_s);
    QCOMPARE(value(1, JournalModel::AfterColumn).toString(), u"129.00"_s);
    QCOMPARE(value(1, 0, JournalModel::OperationRole).toString(), u"get-current-package-info"_s);
    QCOMPARE(value(1, 0, JournalModel::NewOrderRole), QVariant(false));
    QCOMPARE(value(0, JournalModel::SubjectColumn).toString(), u"O-1"_s);
    QCOMPARE(value(0, 0, JournalModel::NewOrderRole), QVariant(true));
    for (int column = 0; column < JournalModel::ColumnCount; ++column)
        QCOMPARE(value(1, column, JournalModel::SortRole), value(1, column));
}

void TestJournalModel::saysNothingOfWhatIsNotThere()
{
    JournalEntry gone = entry(0, u"code"_s, u""_s, {});
    gone.after.reset();
    m_model.setEntries({newOrder(1, u"O-1"_s), gone});
    QVERIFY(!value(0, JournalModel::FieldColumn).isValid());
    QVERIFY(!value(0, JournalModel::BeforeColumn).isValid());
    QVERIFY(!value(1, JournalModel::SubjectColumn).isValid());
    QVERIFY(!value(1, JournalModel::AfterColumn).isValid());
    QVERIFY(value(1, JournalModel::BeforeColumn).isValid()); // an empty text is one
}

void TestJournalModel::makesValuesFitToBeShown()
{
    m_model.setEntries({entry(0, u"name"_s, u"a\nb"_s, u"\u202Ec"_s)});
    QCOMPARE(value(0, JournalModel::BeforeColumn).toString(), u"a\uFFFDb"_s);
    QCOMPARE(value(0, JournalModel::AfterColumn).toString(), u"c"_s);
}

void TestJournalModel::endsAtItsEnd()
{
    m_model.setEntries({newOrder(0, u"O-1"_s)});
    // What the model tester does not try.
    for (const int role : {int(Qt::DisplayRole), int(JournalModel::SortRole),
             int(JournalModel::OperationRole), int(JournalModel::NewOrderRole)}) {
        QVERIFY(!m_model.data(m_model.index(1, 0), role).isValid());
        QVERIFY(!m_model.data(m_model.index(0, JournalModel::ColumnCount), role).isValid());
        QVERIFY(!m_model.data({}, role).isValid());
    }
    const QModelIndex stale = m_model.index(0, 0);
    m_model.setEntries({});
    QVERIFY(!m_model.data(stale).isValid());
    QCOMPARE(m_model.rowCount(stale), 0);
}

void TestJournalModel::keepsRowsWithTheirEntries()
{
    m_model.clear();
    // Twice the same, in one turn of the clock.
    const JournalEntries before{entry(0, u"code"_s, u"a"_s, u"b"_s),
        entry(0, u"code"_s, u"a"_s, u"b"_s), entry(-1, u"name"_s, u"a"_s, u"b"_s)};
    m_model.setEntries(before);
    QCOMPARE(m_model.rowCount(), 3);
    const QPersistentModelIndex first = m_model.index(0, 0);
    const QPersistentModelIndex last = m_model.index(2, 0);
    const QSignalSpy resets(&m_model, &JournalModel::modelReset);
    const QSignalSpy inserts(&m_model, &JournalModel::rowsInserted);
    const QSignalSpy removals(&m_model, &JournalModel::rowsRemoved);
    JournalEntries after = before;
    after.prepend(newOrder(1, u"O-1"_s));
    after.removeLast();
    m_model.setEntries(after);
    QCOMPARE(first.row(), 1);
    QVERIFY(!last.isValid());
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(removals.size(), 1);
    QCOMPARE(resets.size(), 0);
    m_model.setEntries(after);
    QCOMPARE(inserts.size(), 1);
    m_model.clear();
    QCOMPARE(resets.size(), 1);
    QCOMPARE(m_model.rowCount(), 0);
}

void TestJournalModel::takesAWholeJournal()
{
    m_model.clear();
    JournalEntries entries;
    for (int i = 0; i < MostEntries; ++i)
        entries.prepend(entry(i, u"unitPrice"_s, QString::number(i), QString::number(i + 1)));
    QElapsedTimer timer;
    timer.start();
    m_model.setEntries(entries);
    entries.prepend(newOrder(9000, u"O-1"_s));
    entries.removeLast();
    m_model.setEntries(entries);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_model.rowCount(), MostEntries);
}

QTEST_GUILESS_MAIN(TestJournalModel)
#include "tst_journalmodel.moc"
