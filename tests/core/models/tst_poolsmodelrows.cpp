// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pools that come, go, move and change while views look at them: nothing loses its place.

#include "core/models/poolsmodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** One account per letter; the same letter is the same account in every call. */
QList<Account> accountsOf(const QString &letters)
{
    QList<Account> accounts;
    for (const QChar letter : letters) {
        Account account = accountOn(defaultHost());
        account.id = QUuid(letter.unicode(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        account.name = letter;
        accounts.append(account);
    }
    return accounts;
}

} // namespace

class TestPoolsModelRows : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_model.reset(); }

    void changesWithoutAReset_data();
    void changesWithoutAReset();
    void resetsOnlyWhenNobodyStays();
    void tellsTheLeastThatHappened();
    void keepsWhatIsKnownOfAMovedPool();
    void countsARepeatedIdOnce();
    void finds();
    void isFineWithManyPools();

private:
    [[nodiscard]] QString letters() const
    {
        QString names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names += m_model->index(row, PoolsModel::NameColumn).data().toString();
        return names;
    }
    void set(const QString &letters) { m_model->setAccounts(accountsOf(letters)); }

    FakeClock m_clock;
    std::unique_ptr<PoolsModel> m_model;
};

void TestPoolsModelRows::init()
{
    failOnQtWarnings();
    m_model = std::make_unique<PoolsModel>(m_clock);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void TestPoolsModelRows::changesWithoutAReset_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << after;
    };
    row("the same", u"ABC"_s, u"ABC"_s);
    row("appended", u"ABC"_s, u"ABCDE"_s);
    row("in front", u"ABC"_s, u"XABC"_s);
    row("in between", u"ABC"_s, u"AXBYZC"_s);
    row("the first gone", u"ABC"_s, u"BC"_s);
    row("the last gone", u"ABC"_s, u"AB"_s);
    row("holes", u"ABCDEFG"_s, u"BDG"_s);
    row("one down", u"ABCDE"_s, u"ACDBE"_s);
    row("one up", u"ABCDE"_s, u"ADBCE"_s);
    row("to the end", u"ABCDE"_s, u"BCDEA"_s);
    row("to the front", u"ABCDE"_s, u"EABCD"_s);
    row("swapped neighbours", u"ABCDE"_s, u"ABDCE"_s);
    row("swapped ends", u"ABCDE"_s, u"EBCDA"_s);
    row("backwards", u"ABCDEF"_s, u"FEDCBA"_s);
    row("everything at once", u"ABCDEF"_s, u"XFBYADZ"_s);
    row("only one stays", u"ABCDEF"_s, u"XYCZ"_s);
}

void TestPoolsModelRows::changesWithoutAReset()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    set(before);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(m_model.get());
    sorted.setSortRole(PoolsModel::SortRole);
    sorted.sort(PoolsModel::NameColumn);
    QHash<QString, QPersistentModelIndex> kept;
    for (int row = 0; row < m_model->rowCount(); ++row)
        kept.insert(before.at(row), m_model->index(row, PoolsModel::StateColumn));
    const QSignalSpy resets(m_model.get(), &PoolsModel::modelReset);

    set(after);
    QCOMPARE(letters(), after);
    QCOMPARE(resets.size(), 0);
    for (auto one = kept.cbegin(); one != kept.cend(); ++one) {
        QCOMPARE(one->isValid(), after.contains(one.key()));
        if (one->isValid()) {
            QCOMPARE(one->sibling(one->row(), PoolsModel::NameColumn).data().toString(), one.key());
            QCOMPARE(one->column(), int(PoolsModel::StateColumn));
        }
    }
    for (int row = 0; row < after.size(); ++row)
        QCOMPARE(m_model->rowOf(accountsOf(after).at(row).id), row);
    for (const Account &account : accountsOf(before))
        QCOMPARE(m_model->rowOf(account.id) >= 0, after.contains(account.name));
    // Views that sort see the same pools.
    QString shown;
    for (int row = 0; row < sorted.rowCount(); ++row)
        shown += sorted.index(row, PoolsModel::NameColumn).data().toString();
    QString inOrder = after;
    std::ranges::sort(inOrder);
    QCOMPARE(shown, inOrder);
}

void TestPoolsModelRows::resetsOnlyWhenNobodyStays()
{
    const QSignalSpy resets(m_model.get(), &PoolsModel::modelReset);
    set(u"ABC"_s);
    QCOMPARE(resets.size(), 1);
    set(u"CD"_s);
    QCOMPARE(resets.size(), 1);
    set(u"XY"_s);
    QCOMPARE(resets.size(), 2);
    set({});
    QCOMPARE(resets.size(), 3);
}

void TestPoolsModelRows::tellsTheLeastThatHappened()
{
    set(u"ABCDE"_s);
    QSignalSpy inserted(m_model.get(), &PoolsModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &PoolsModel::rowsRemoved);
    QSignalSpy moved(m_model.get(), &PoolsModel::rowsMoved);
    QSignalSpy laidOut(m_model.get(), &PoolsModel::layoutChanged);
    QSignalSpy changed(m_model.get(), &PoolsModel::dataChanged);
    const auto counts = [&] {
        return QList<qsizetype>{
            inserted.size(), removed.size(), moved.size(), laidOut.size(), changed.size()};
    };
    set(u"ABCDE"_s);
    QCOMPARE(counts(), (QList<qsizetype>{0, 0, 0, 0, 0}));
    set(u"ABCDEXYZ"_s);
    QCOMPARE(counts(), (QList<qsizetype>{1, 0, 0, 0, 0}));
    set(u"ABCDE"_s);
    QCOMPARE(counts(), (QList<qsizetype>{1, 1, 0, 0, 0}));
    set(u"BCADE"_s);
    QCOMPARE(counts(), (QList<qsizetype>{1, 1, 1, 0, 0}));
    set(u"EDACB"_s);
    QCOMPARE(counts(), (QList<qsizetype>{1, 1, 1, 1, 0}));
    QList<Account> renamed = accountsOf(u"EDACB"_s);
    renamed[2].name = u"Other"_s;
    m_model->setAccounts(renamed);
    QCOMPARE(counts(), (QList<qsizetype>{1, 1, 1, 1, 1}));
    QCOMPARE(changed.first().first().toModelIndex().row(), 2);
    QCOMPARE(letters(), u"EDOtherCB"_s);
}

void TestPoolsModelRows::keepsWhatIsKnownOfAMovedPool()
{
    set(u"ABC"_s);
    const QUuid id = accountsOf(u"B"_s).first().id;
    PoolSnapshot snapshot;
    snapshot.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    snapshot.package.receivedAt = snapshot.package.attemptedAt = m_clock.nowUtc();
    m_model->absorb(id, snapshot);
    m_model->setRefreshing(id, true);
    set(u"CXAB"_s);
    const QModelIndex index = m_model->index(3, 0);
    QCOMPARE(index.data(PoolsModel::SnapshotRole).value<PoolSnapshot>().package.value,
        snapshot.package.value);
    QVERIFY(index.data(PoolsModel::RefreshingRole).toBool());
    QVERIFY(!m_model->index(0, 0).data(PoolsModel::MauQuantityRole).isValid());
}

void TestPoolsModelRows::countsARepeatedIdOnce()
{
    set(u"ABAB"_s);
    QCOMPARE(letters(), u"AB"_s);
    set(u"BCBACA"_s);
    QCOMPARE(letters(), u"BCA"_s);
}

void TestPoolsModelRows::finds()
{
    QCOMPARE(m_model->rowOf(QUuid()), -1);
    set(u"ABC"_s);
    QCOMPARE(m_model->rowOf(accountsOf(u"C"_s).first().id), 2);
    set(u"XY"_s);
    QCOMPARE(m_model->rowOf(accountsOf(u"C"_s).first().id), -1);
}

void TestPoolsModelRows::isFineWithManyPools()
{
    constexpr int Many = 5000;
    QList<Account> accounts;
    for (int i = 0; i < Many; ++i) {
        Account account = accountOn(defaultHost());
        account.id = QUuid::createUuid();
        account.name = QString::number(i);
        accounts.append(account);
    }
    // The tester looks at every index after every change.
    m_model = std::make_unique<PoolsModel>(m_clock);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(m_model.get());
    sorted.setSortRole(PoolsModel::SortRole);
    sorted.sort(PoolsModel::NameColumn);
    QElapsedTimer timer;
    timer.start();
    m_model->setAccounts(accounts);
    for (int i = 0; i < Many; ++i)
        QCOMPARE(m_model->rowOf(accounts.at(i).id), i);
    m_model->setAccounts(accounts.mid(0, 2000) + accounts.mid(2001));
    std::ranges::reverse(accounts);
    m_model->setAccounts(accounts);
    accounts.move(0, Many - 1);
    m_model->setAccounts(accounts);
    for (const Account &account : accounts)
        m_model->setRefreshing(account.id, true);
    QCOMPARE(m_model->rowCount(), Many);
    QCOMPARE(sorted.rowCount(), Many);
    // Far below what a slow machine needs, far above any search through all rows for each row.
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestPoolsModelRows)
#include "tst_poolsmodelrows.moc"
