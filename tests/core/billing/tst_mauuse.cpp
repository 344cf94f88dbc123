// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/mauuse.h"

#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestMauUse : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void takesTheRowThatIsCalledMau_data();
    void takesTheRowThatIsCalledMau();
    void elseTheCycleOfToday();
    void neitherHidesTheOther_data();
    void neitherHidesTheOther();
    void elseNothing();
    void takesThePackagesQuantityWhereNothingElseSays();
    void concludesNothingFromWhatIsUnknown_data();
    void concludesNothingFromWhatIsUnknown();
    void aRightAtItsLimitIsNotTheMau();
    void keepsTheWarningWhenARefreshFails();
};

namespace {

const QDateTime Now(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC);
const QDate Today(2026, 11, 23);

Allowance counted(qint64 count)
{
    return {Allowance::Kind::Count, count, QString::number(count)};
}

RightUsage right(const QString &code, qint64 used, const Allowance &amount)
{
    RightUsage right;
    right.modelCode = {code, code};
    right.current = {used, QString::number(used)};
    right.amount = amount;
    return right;
}

PoolSnapshot withUsage(const QList<RightUsage> &rights)
{
    PoolSnapshot snapshot;
    snapshot.usage.value = Usage{rights, {}};
    snapshot.usage.receivedAt = Now;
    return snapshot;
}

void addCycle(PoolSnapshot &snapshot, QDate start, QDate end, qint64 used, const Allowance &amount)
{
    MauHistory history = snapshot.mauHistory.value.value_or(MauHistory());
    MauCycle cycle;
    cycle.start = {start, {}};
    cycle.end = {end, {}};
    cycle.current = {used, {}};
    cycle.amount = amount;
    history.cycles.append(cycle);
    snapshot.mauHistory.value = history;
    snapshot.mauHistory.receivedAt = Now.addSecs(-60);
}

SubscriptionFacts facts(const PoolSnapshot &snapshot)
{
    return factsOf(snapshot, Now, BeijingOffset);
}

} // namespace

void TestMauUse::takesTheRowThatIsCalledMau_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"MAU", "mau", "Mau"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestMauUse::takesTheRowThatIsCalledMau()
{
    QFETCH(QString, code);
    PoolSnapshot snapshot =
        withUsage({right(u"MAUX"_s, 1, counted(2)), right(code, 8210, counted(10000))});
    addCycle(snapshot, Today, Today, 5, counted(6));
    const auto mau = currentMau(snapshot, Today);
    QVERIFY(mau);
    QCOMPARE(mau->source, CurrentMau::Source::UsageRow);
    QCOMPARE(mau->used.value, 8210);
    QCOMPARE(mau->bought, counted(10000));
    QCOMPARE(mau->asOf, Now);
    QCOMPARE(facts(snapshot).mau->used, 8210);
    QCOMPARE(facts(snapshot).mau->bought, 10000);
}

void TestMauUse::elseTheCycleOfToday()
{
    RightUsage unknown = right(u"MAU"_s, 0, counted(10000));
    unknown.current = {};
    PoolSnapshot snapshot = withUsage({unknown});
    addCycle(snapshot, Today.addDays(-60), Today.addDays(-1), 5, counted(6));
    addCycle(snapshot, Today, Today.addDays(29), 7, counted(9));
    const auto mau = currentMau(snapshot, Today);
    QVERIFY(mau);
    QCOMPARE(mau->source, CurrentMau::Source::BillingCycle);
    QCOMPARE(mau->used.value, 7);
    QCOMPARE(mau->bought, counted(9));
    QCOMPARE(mau->asOf, Now.addSecs(-60));
    // 17:00 UTC is tomorrow in Beijing: the pool's clock decides which day it is.
    PoolSnapshot tomorrow;
    addCycle(tomorrow, Today.addDays(1), Today.addDays(1), 3, counted(4));
    QVERIFY(!factsOf(tomorrow, Now, BeijingOffset).mau);
    QCOMPARE(factsOf(tomorrow, Now.addSecs(13 * 3600), BeijingOffset).mau->used, 3);
}

void TestMauUse::neitherHidesTheOther_data()
{
    QTest::addColumn<int>("rowUsed");     // of 100, as both are
    QTest::addColumn<int>("rowAge");      // hours more than the cycle's
    QTest::addColumn<bool>("rowRefused"); // since
    QTest::addColumn<int>("cycleUsed");
    QTest::addColumn<int>("told");
    QTest::newRow("both fresh") << 82 << 0 << false << 90 << 82;
    QTest::newRow("a failed history is older") << 82 << -2 << true << 90 << 82;
    QTest::newRow("the row was refused since") << 10 << 2 << true << 150 << 150;
    QTest::newRow("the row is old") << 10 << 25 << false << 150 << 150;
    QTest::newRow("the warning was the row's") << 104 << 2 << true << 98 << 104;
}

void TestMauUse::neitherHidesTheOther()
{
    QFETCH(int, rowUsed);
    QFETCH(int, rowAge);
    QFETCH(bool, rowRefused);
    QFETCH(int, cycleUsed);
    QFETCH(int, told);
    PoolSnapshot snapshot = withUsage({right(u"MAU"_s, rowUsed, counted(100))});
    addCycle(snapshot, Today, Today, cycleUsed, counted(100));
    snapshot.usage.receivedAt = snapshot.mauHistory.receivedAt.addSecs(-rowAge * 3600);
    if (rowRefused)
        snapshot.usage.error = ApiError{.kind = ErrorKind::Forbidden};
    QCOMPARE(currentMau(snapshot, Today)->used.value, told);
    QCOMPARE(facts(snapshot).mau->used, told);
}

void TestMauUse::elseNothing()
{
    QVERIFY(!currentMau(PoolSnapshot(), Today));
    PoolSnapshot snapshot = withUsage({right(u"Other"_s, 1, counted(2))});
    addCycle(snapshot, Today.addDays(1), Today.addDays(30), 7, counted(9));
    QVERIFY(!currentMau(snapshot, Today));
    QVERIFY(!facts(snapshot).mau);
}

void TestMauUse::takesThePackagesQuantityWhereNothingElseSays()
{
    PoolSnapshot snapshot = withUsage({right(u"MAU"_s, 5, {})});
    snapshot.package.value = Package();
    snapshot.package.value->mauQuantity = {1000, u"1000"_s};
    QCOMPARE(currentMau(snapshot, Today)->bought.count, 1000);
    QVERIFY(currentMau(snapshot, Today)->boughtIsThePackages);
    QCOMPARE(facts(snapshot).mau->bought, 1000);
}

void TestMauUse::concludesNothingFromWhatIsUnknown_data()
{
    QTest::addColumn<Allowance::Kind>("kind");
    QTest::newRow("unlimited") << Allowance::Kind::Unlimited;
    QTest::newRow("unknown") << Allowance::Kind::Unknown;
    QTest::newRow("zero") << Allowance::Kind::Count;
}

void TestMauUse::concludesNothingFromWhatIsUnknown()
{
    QFETCH(Allowance::Kind, kind);
    const PoolSnapshot snapshot =
        withUsage({right(u"MAU"_s, 5, {kind, 0, {}}), right(u"Other"_s, 5, {kind, 0, {}})});
    QVERIFY(currentMau(snapshot, Today));
    QVERIFY(!facts(snapshot).mau);
    QVERIFY(!facts(snapshot).anotherRightAtLimit);
}

void TestMauUse::aRightAtItsLimitIsNotTheMau()
{
    QVERIFY(!facts(withUsage({right(u"mau"_s, 10, counted(10))})).anotherRightAtLimit);
    QVERIFY(!facts(withUsage({right(u"Other"_s, 9, counted(10))})).anotherRightAtLimit);
    QVERIFY(facts(withUsage({right(u"Other"_s, 10, counted(10))})).anotherRightAtLimit);
}

void TestMauUse::keepsTheWarningWhenARefreshFails()
{
    PoolSnapshot known =
        withUsage({right(u"MAU"_s, 11, counted(10)), right(u"Other"_s, 10, counted(10))});
    PoolSnapshot failed;
    failed.usage.attemptedAt = Now.addSecs(3600);
    failed.usage.error = ApiError{.kind = ErrorKind::Forbidden};
    known.absorb(failed);
    QVERIFY(known.usage.error);
    QCOMPARE(facts(known).mau->used, 11);
    QVERIFY(facts(known).anotherRightAtLimit);
    QVERIFY2(!facts(known).lastAttemptFailed, "a refused page is no unreachable pool");
}

QTEST_GUILESS_MAIN(TestMauUse)
#include "tst_mauuse.moc"
