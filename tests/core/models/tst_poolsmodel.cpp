// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/poolsmodel.h"

#include "core/base/displaytext.h"

#include "tests/core/billing/publishedpackage.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;

namespace {

constexpr qint64 Day = 86'400;

Account account(const char *name)
{
    Account account;
    account.id = QUuid::createUuid();
    account.name = QString::fromUtf8(name);
    account.host = defaultHost();
    return account;
}

/** As if GenAuth had answered at `now` with a package that ends in so many seconds. */
PoolSnapshot answered(
    const QDateTime &now, qint64 endsIn, const QString &name = QStringLiteral("套餐"))
{
    Package package = decoded(publishedWith(QStringLiteral("goodsPackage/name"), name));
    package.endTime.at =
        now.addSecs(endsIn).toOffsetFromUtc(static_cast<int>(BeijingOffset.count()));
    PoolSnapshot snapshot;
    snapshot.server = QStringLiteral("api.genauth.ai");
    snapshot.poolId = QStringLiteral("65f0c2a91b7e4d3086ac51f2");
    snapshot.package.value = package;
    snapshot.package.receivedAt = now;
    snapshot.package.attemptedAt = now;
    return snapshot;
}

PoolSnapshot failed(const QDateTime &now, ErrorKind kind = ErrorKind::TimedOut)
{
    PoolSnapshot snapshot;
    snapshot.server = QStringLiteral("api.genauth.ai");
    snapshot.package.attemptedAt = now;
    snapshot.package.error = ApiError{.kind = kind};
    return snapshot;
}

} // namespace

class TestPoolsModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void holdsUpToTheModelTester();
    void answersNothingOnePastTheEnd();
    void givesEveryFieldRaw();
    void leavesUnknownsWithoutAValue();
    void keepsWhatIsKnownWhenARefreshFails();
    void ignoresAnAttemptThatWasStopped();
    void absorbsManyAtOnce();
    void forgetsThatAKeyWasMissing();
    void ignoresUnknownAccounts();
    void keepsRowsOfAccountsThatStay();
    void makesServerTextSafe();
    void judgesAnewAtEachBoundary();
    void saysNothingWhenNothingChanges();
    void believesGenAuthsClock();
    void takesTheBoundaryToThisComputersClock();
    void showsThatARefreshRuns();

private:
    [[nodiscard]] QVariant at(int row, int column, int role = PoolsModel::RawRole) const
    {
        return m_model->data(m_model->index(row, column), role);
    }
    [[nodiscard]] SubscriptionState stateOf(int row) const
    {
        return SubscriptionState(at(row, PoolsModel::StateColumn).toInt());
    }

    FakeClock m_clock;
    Account m_first;
    Account m_second;
    std::unique_ptr<PoolsModel> m_model;
};

void TestPoolsModel::init()
{
    failOnQtWarnings();
    m_clock = FakeClock();
    m_first = account("Production");
    m_second = account("Staging");
    m_model = std::make_unique<PoolsModel>(m_clock);
    // Attached before the data, so that it sees every change.
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setAccounts({m_first, m_second});
}

void TestPoolsModel::cleanup()
{
    m_model.reset();
}

void TestPoolsModel::holdsUpToTheModelTester()
{
    m_model->absorb(m_first.id, answered(m_clock.nowUtc(), 40 * Day));
    m_model->setRefreshing(m_second.id, true);
    m_model->absorb(m_second.id, failed(m_clock.nowUtc()));
    m_model->setAccounts({m_second});
    m_model->setAccounts({});
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setAccounts({m_first, m_second});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->columnCount(), int(PoolsModel::ColumnCount));
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
    QCOMPARE(m_model->columnCount(m_model->index(0, 0)), 0);
}

void TestPoolsModel::answersNothingOnePastTheEnd()
{
    QVERIFY(!m_model->index(2, 0).isValid());
    QVERIFY(!m_model->index(0, PoolsModel::ColumnCount).isValid());
    QVERIFY(!m_model->index(-1, 0).isValid());
    QVERIFY(!m_model->data({}, PoolsModel::RawRole).isValid());
    const QModelIndex last = m_model->index(1, PoolsModel::ColumnCount - 1);
    QVERIFY(last.isValid());
    QVERIFY(!last.siblingAtRow(2).isValid());
    QVERIFY(!last.data(PoolsModel::PackageCodeRole + 1).isValid());
}

void TestPoolsModel::givesEveryFieldRaw()
{
    m_first.currency = QStringLiteral("CNY");
    m_model->setAccounts({m_first, m_second});
    m_model->absorb(m_first.id, answered(m_clock.nowUtc(), 40 * Day, QStringLiteral("测试套餐包")));

    using M = PoolsModel;
    const QDateTime end = m_clock.nowUtc().addSecs(40 * Day);
    const QList<std::tuple<int, int, QVariant>> expected{
        {M::NameColumn, -1, QStringLiteral("Production")},
        {M::NameZhColumn, M::NameZhRole, QStringLiteral("测试套餐包")},
        {M::NameEnColumn, M::NameEnRole, QStringLiteral("test package")},
        {M::MauQuantityColumn, M::MauQuantityRole, qint64(1000)},
        {M::UnitPriceColumn, M::UnitPriceRole, QStringLiteral("99.00")},
        {M::CurrencyColumn, -1, QStringLiteral("CNY")},
        {M::EndTimeColumn, M::EndTimeRole, end},
        {M::TimeLeftColumn, -1, 40 * Day},
        {M::OverdueDaysColumn, M::OverdueDaysRole, qint64(0)},
        {M::EditionColumn, M::EditionRole, QStringLiteral("Enterprise")},
        {M::SceneColumn, M::SceneRole, QStringLiteral("B2C")},
        {M::PackageCodeColumn, M::PackageCodeRole, QStringLiteral("V4_B2C_Enterprise:1000")},
        {M::StateColumn, -1, int(SubscriptionState::Active)},
        {M::UpdatedColumn, -1, m_clock.nowUtc()},
        {M::ServerColumn, -1, QStringLiteral("api.genauth.ai")},
        {M::PoolIdColumn, -1, QStringLiteral("65f0c2a91b7e4d3086ac51f2")},
    };
    QCOMPARE(expected.size(), qsizetype(M::ColumnCount));
    for (const auto &[column, role, value] : expected) {
        QCOMPARE(at(0, column), value);
        QCOMPARE(at(0, column, Qt::DisplayRole), value);
        if (role >= 0) // a field's role gives it from every column
            QCOMPARE(at(0, M::NameColumn, role), value);
    }
    // The end keeps the pool's clock.
    QCOMPARE(at(0, M::EndTimeColumn).toDateTime().offsetFromUtc(), 8 * 3600);
    QCOMPARE(at(0, M::UnitPriceColumn, M::AsSentRole).toString(), QStringLiteral("99.00"));
    QCOMPARE(at(0, M::NameColumn, M::LevelRole).toInt(), int(AlertLevel::Ok));
    QCOMPARE(at(0, M::NameColumn, M::AccountRole).value<Account>(), m_first);
    QCOMPARE(at(0, M::NameColumn, M::EndsNeverRole).toBool(), false);
    QVERIFY(at(0, M::NameColumn, M::SnapshotRole).value<PoolSnapshot>().package.value);
}

void TestPoolsModel::leavesUnknownsWithoutAValue()
{
    PoolSnapshot snapshot = answered(m_clock.nowUtc(), 40 * Day);
    snapshot.package.value =
        decoded(QJsonObject{{QStringLiteral("overdueDays"), QStringLiteral("n/a")}});
    m_model->absorb(m_first.id, snapshot);
    for (const int row : {0, 1}) { // nothing readable, and nothing asked yet
        for (const int column :
            {PoolsModel::NameZhColumn, PoolsModel::NameEnColumn, PoolsModel::MauQuantityColumn,
                PoolsModel::UnitPriceColumn, PoolsModel::CurrencyColumn, PoolsModel::EndTimeColumn,
                PoolsModel::TimeLeftColumn, PoolsModel::OverdueDaysColumn,
                PoolsModel::EditionColumn, PoolsModel::SceneColumn, PoolsModel::PackageCodeColumn})
            QVERIFY2(!at(row, column).isValid(), qPrintable(QString::number(column)));
        QCOMPARE(stateOf(row), SubscriptionState::Unknown);
        QCOMPARE(at(row, 0, PoolsModel::LevelRole).toInt(), int(AlertLevel::Unknown));
    }
    QCOMPARE(at(0, PoolsModel::OverdueDaysColumn, PoolsModel::AsSentRole).toString(),
        QStringLiteral("n/a"));
    QVERIFY(!at(1, PoolsModel::UpdatedColumn).isValid());
    QVERIFY(!at(1, PoolsModel::PoolIdColumn).isValid());
}

void TestPoolsModel::keepsWhatIsKnownWhenARefreshFails()
{
    m_model->absorb(m_first.id, answered(m_clock.nowUtc(), 5 * Day));
    const QDateTime answeredAt = m_clock.nowUtc();
    m_clock.advance(std::chrono::hours(1));
    m_model->absorb(m_first.id, failed(m_clock.nowUtc()));
    QCOMPARE(at(0, PoolsModel::MauQuantityColumn).toLongLong(), 1000);
    QCOMPARE(at(0, PoolsModel::UpdatedColumn).toDateTime(), answeredAt);
    // The warning stays, and the trouble stands beside it.
    QCOMPARE(stateOf(0), SubscriptionState::EndsVerySoon);
    const auto all = at(0, 0, PoolsModel::AssessmentRole).value<SubscriptionAssessment>().all;
    QVERIFY(all.contains(SubscriptionState::NotReachable));
}

void TestPoolsModel::ignoresAnAttemptThatWasStopped()
{
    m_model->absorb(m_first.id, answered(m_clock.nowUtc(), 40 * Day));
    m_model->absorb(m_first.id, failed(m_clock.nowUtc(), ErrorKind::Canceled));
    QCOMPARE(stateOf(0), SubscriptionState::Active);
    // Nor does stopping make good what had failed before.
    m_model->absorb(m_second.id, failed(m_clock.nowUtc()));
    m_model->absorb(m_second.id, failed(m_clock.nowUtc(), ErrorKind::Canceled));
    QCOMPARE(stateOf(1), SubscriptionState::NotReachable);
}

void TestPoolsModel::absorbsManyAtOnce()
{
    const Account third = account("Third");
    m_model->setAccounts({m_first, m_second, third});
    m_model->setRefreshing(third.id, true);
    QSignalSpy changed(m_model.get(), &PoolsModel::dataChanged);
    const PoolSnapshot learned = answered(m_clock.nowUtc(), 40 * Day);
    m_model->absorb({{m_second.id, learned}, {third.id, learned}, {QUuid::createUuid(), learned}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), m_model->index(1, 0));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), m_model->index(2, PoolsModel::ColumnCount - 1));
    QCOMPARE(stateOf(0), SubscriptionState::Unknown);
    for (const int row : {1, 2}) {
        QCOMPARE(stateOf(row), SubscriptionState::Active);
        QVERIFY(!at(row, 0, PoolsModel::RefreshingRole).toBool());
    }
    m_model->absorb(QHash<QUuid, PoolSnapshot>{{QUuid::createUuid(), learned}});
    m_model->absorb({});
    QCOMPARE(changed.count(), 1);
}

void TestPoolsModel::forgetsThatAKeyWasMissing()
{
    m_model->absorb(m_first.id, failed(m_clock.nowUtc(), ErrorKind::KeychainLocked));
    m_model->absorb(m_second.id, failed(m_clock.nowUtc()));
    QSignalSpy changed(m_model.get(), &PoolsModel::dataChanged);
    for (const QUuid &id : {m_first.id, m_second.id, QUuid::createUuid()})
        m_model->forgetKeychainProblem(id);
    QCOMPARE(changed.count(), 1);
    const auto known = at(0, 0, PoolsModel::SnapshotRole).value<PoolSnapshot>();
    QVERIFY(!known.package.error);
    QCOMPARE(stateOf(0), SubscriptionState::Unknown);
    QVERIFY(at(1, 0, PoolsModel::SnapshotRole).value<PoolSnapshot>().package.error);
}

void TestPoolsModel::ignoresUnknownAccounts()
{
    QSignalSpy changed(m_model.get(), &PoolsModel::dataChanged);
    m_model->absorb(QUuid::createUuid(), answered(m_clock.nowUtc(), Day));
    m_model->setRefreshing(QUuid::createUuid(), true);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_model->rowOf(QUuid::createUuid()), -1);
    QCOMPARE(m_model->rowOf(m_second.id), 1);
}

void TestPoolsModel::keepsRowsOfAccountsThatStay()
{
    m_model->absorb(m_second.id, answered(m_clock.nowUtc(), 40 * Day));
    m_second.name = QStringLiteral("Renamed");
    m_model->setAccounts({m_second, m_first});
    QCOMPARE(at(0, PoolsModel::NameColumn).toString(), QStringLiteral("Renamed"));
    QCOMPARE(at(0, PoolsModel::MauQuantityColumn).toLongLong(), 1000);
    QVERIFY(!at(1, PoolsModel::MauQuantityColumn).isValid());
}

void TestPoolsModel::makesServerTextSafe()
{
    const QString nasty =
        QStringLiteral("<b>x</b>\u202Eabc\nline\u0007") + QString(1'000'000, u'長');
    m_model->absorb(m_first.id, answered(m_clock.nowUtc(), 40 * Day, nasty));
    for (const int role :
        {int(PoolsModel::RawRole), int(PoolsModel::NameZhRole), int(PoolsModel::AsSentRole)}) {
        const QString shown = at(0, PoolsModel::NameZhColumn, role).toString();
        QVERIFY(shown.startsWith(QLatin1String("<b>x</b>abc")));
        QVERIFY(shown.size() <= MaxDisplayText);
        QVERIFY(!shown.contains(u'\n'));
        QVERIFY(!shown.contains(u'\u202E'));
    }
}

void TestPoolsModel::judgesAnewAtEachBoundary()
{
    m_model->absorb(m_first.id, answered(m_clock.nowUtc(), 30 * Day + 10));
    QCOMPARE(stateOf(0), SubscriptionState::Active);
    const QList<SubscriptionState> order{
        SubscriptionState::EndsSoon, SubscriptionState::EndsVerySoon, SubscriptionState::Ended};
    for (const SubscriptionState expected : order) {
        for (int steps = 0; stateOf(0) != expected; ++steps) {
            QVERIFY2(steps < 60, "the boundaries never reach the next state");
            const QDateTime boundary = m_model->nextBoundary();
            QVERIFY(boundary > m_clock.nowUtc());
            m_clock.set(boundary);
            m_model->reassess();
        }
    }
}

void TestPoolsModel::saysNothingWhenNothingChanges()
{
    m_model->absorb(m_first.id, answered(m_clock.nowUtc(), 40 * Day));
    QSignalSpy changed(m_model.get(), &PoolsModel::dataChanged);
    m_model->reassess();
    QCOMPARE(changed.size(), 0);
    m_clock.advance(std::chrono::hours(24 * 11));
    m_model->reassess();
    QCOMPARE(changed.size(), 1); // the other pool knows no date
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
}

void TestPoolsModel::believesGenAuthsClock()
{
    // Two hours ahead: what ends in an hour by this computer's clock has ended.
    PoolSnapshot snapshot = answered(m_clock.nowUtc(), 3600);
    snapshot.clockSkew = std::chrono::hours(2);
    m_model->absorb(m_first.id, snapshot);
    QCOMPARE(stateOf(0), SubscriptionState::Ended);
}

void TestPoolsModel::takesTheBoundaryToThisComputersClock()
{
    PoolSnapshot snapshot = answered(m_clock.nowUtc(), 3 * 3600 + 60);
    snapshot.clockSkew = std::chrono::hours(2);
    m_model->absorb(m_first.id, snapshot);
    // By GenAuth's clock an hour and a minute are left; the minute is over first.
    QCOMPARE(m_model->nextBoundary(), m_clock.nowUtc().addSecs(61));
}

void TestPoolsModel::showsThatARefreshRuns()
{
    m_model->setRefreshing(m_first.id, true);
    QCOMPARE(at(0, 0, PoolsModel::RefreshingRole).toBool(), true);
    m_model->absorb(m_first.id, failed(m_clock.nowUtc()));
    QCOMPARE(at(0, 0, PoolsModel::RefreshingRole).toBool(), false);
}

QTEST_GUILESS_MAIN(TestPoolsModel)
#include "tst_poolsmodel.moc"
