// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Refresh and Stop: what a press does, and what it leaves of the plans.

#include "tests/core/sync/schedulerundertest.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using Kind = NextTry::Kind;
using ByHand = RefreshScheduler::ByHand;

class TestRefreshByHand : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void handOverridesBackOff();
    void handKeepsToTheServersWish_data();
    void handKeepsToTheServersWish();
    void asksOnlyPoolsThatAreNotHeld();
    void pausesBetweenPresses();
    void pauseEndsWithNewPools();
    void tellsWhetherThereIsAnybodyToAsk();
    void stopKeepsThePlan_data();
    void stopKeepsThePlan();
    void stoppedFirstRefreshIsAskedAgain();

private:
    std::unique_ptr<SchedulerUnderTest> m_it;
};

void TestRefreshByHand::init()
{
    failOnQtWarnings();
    m_it = std::make_unique<SchedulerUnderTest>();
}

void TestRefreshByHand::handOverridesBackOff()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(packagePath(), {refusal(500)});
    for (int i = 0; i < 8; ++i)
        m_it->refresh({id});
    QVERIFY(m_it->scheduler.nextTry(id).at > m_it->clock.nowUtc().addSecs(60));
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::finished);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
    QVERIFY(finished.wait());
    QCOMPARE(m_it->gets(), 9);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, 256s));
}

void TestRefreshByHand::handKeepsToTheServersWish_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("said of the package") << packagePath();
    QTest::newRow("said of the token") << tokenPath();
}

void TestRefreshByHand::handKeepsToTheServersWish()
{
    QFETCH(const QString, path);
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(path, {throttled("60")});
    m_it->refresh({id});
    const QDateTime until = m_it->clock.nowUtc().addSecs(60);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::AsTold, 63s));
    QCOMPARE(m_it->scheduler.heldUntil(id), until);
    const auto before = m_it->server.requests().size();
    m_it->clock.advance(60s - 1ms);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::HeldBack);
    QCOMPARE(m_it->askedWhenDue(), 0);
    QTest::qWait(20);
    QCOMPARE(m_it->server.requests().size(), before); // no package, and no token either

    // From then on the user may ask, a little before the program would.
    m_it->clock.advance(1ms);
    QVERIFY(!m_it->scheduler.heldUntil(id).isValid());
    speakGenAuth(m_it->server);
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::finished);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
    QVERIFY(finished.wait());
    QVERIFY(m_it->scheduler.nextTry(id).kind == Kind::Poll);
}

void TestRefreshByHand::asksOnlyPoolsThatAreNotHeld()
{
    const QList<QUuid> ids = m_it->setPools(2);
    m_it->server.answer(packagePath(), {throttled("60"), goodPackage()});
    m_it->refresh({ids.at(0)});
    m_it->refresh({ids.at(1)});
    QSignalSpy begun(&m_it->refresher, &PoolsRefresher::poolStarted);
    QVERIFY(m_it->scheduler.refreshByHand({ids.at(0)}) == ByHand::HeldBack);
    QVERIFY(m_it->scheduler.refreshByHand(ids) == ByHand::Asked);
    QCOMPARE(begun.count(), 1);
    QCOMPARE(begun.at(0).at(0).toUuid(), ids.at(1));
}

void TestRefreshByHand::pausesBetweenPresses()
{
    const QUuid id = m_it->setPools(1).constFirst();
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::finished);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::TooSoon);
    QVERIFY(finished.wait());
    m_it->clock.advance(5s - 1ms);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::TooSoon);
    m_it->clock.advance(1ms);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
    QVERIFY(finished.wait());
    // A clock that was set back does not lock the button.
    m_it->clock.advance(-365 * 24h);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
    QVERIFY(finished.wait());
    QCOMPARE(m_it->gets(), 3);
}

void TestRefreshByHand::pauseEndsWithNewPools()
{
    QVERIFY(m_it->scheduler.refreshByHand(m_it->setPools(1)) == ByHand::Asked);
    QVERIFY(m_it->scheduler.refreshByHand(m_it->setPools(1)) == ByHand::Asked);
}

void TestRefreshByHand::tellsWhetherThereIsAnybodyToAsk()
{
    const QUuid id = m_it->setPools(1).constFirst();
    QVERIFY(m_it->scheduler.refreshByHand({}) == ByHand::NobodyToAsk);
    QVERIFY(m_it->scheduler.refreshByHand({QUuid::createUuid()}) == ByHand::NobodyToAsk);
    m_it->server.answer(packagePath(), {throttled("60")});
    m_it->refresh({id});
    QVERIFY(m_it->scheduler.refreshByHand({QUuid::createUuid(), id}) == ByHand::HeldBack);
}

void TestRefreshByHand::stopKeepsThePlan_data()
{
    QTest::addColumn<Script>("before");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("to poll") << goodPackage() << Kind::Poll;
    QTest::newRow("to back off") << refusal(500) << Kind::BackOff;
    QTest::newRow("not to ask") << refusal(401) << Kind::None;
}

void TestRefreshByHand::stopKeepsThePlan()
{
    QFETCH(const Script, before);
    QFETCH(const Kind, kind);
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(packagePath(), {before});
    m_it->refresh({id});
    const NextTry plan = m_it->scheduler.nextTry(id);
    QVERIFY(plan.kind == kind);
    m_it->server.answer(packagePath(), {silence()});
    const int asked = m_it->gets();
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::finished);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
    QTRY_COMPARE(m_it->gets(), asked + 1);
    m_it->refresher.cancel();
    QVERIFY(finished.wait());
    QVERIFY(m_it->scheduler.nextTry(id) == plan);
}

void TestRefreshByHand::stoppedFirstRefreshIsAskedAgain()
{
    m_it->server.answer(packagePath(), {silence()});
    const QList<QUuid> ids = m_it->setPools(6);
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::finished);
    QVERIFY(m_it->scheduler.refreshByHand(ids) == ByHand::Asked);
    QTRY_COMPARE(m_it->gets(), PoolsRefresher::DefaultSlots);
    m_it->refresher.cancel();
    QVERIFY(finished.wait());
    const auto polled = std::ranges::count_if(
        ids, [&](const QUuid &id) { return m_it->scheduler.nextTry(id).kind == Kind::Poll; });
    QCOMPARE(polled, ids.size()); // also those whose turn never came

    // Stopped in the middle of what was due: with the next regular refresh, and not at once.
    speakGenAuth(m_it->server);
    m_it->refresh(ids);
    m_it->clock.advance(2h);
    m_it->server.answer(packagePath(), {silence()});
    m_it->scheduler.askForWhatIsDue();
    const int before = m_it->gets();
    QTRY_COMPARE(m_it->gets(), before + PoolsRefresher::DefaultSlots);
    m_it->refresher.cancel();
    QVERIFY(finished.wait());
    for (const QUuid &id : ids)
        QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::Poll, 3600s));
    QCOMPARE(m_it->askedWhenDue(), 0);
}

QTEST_GUILESS_MAIN(TestRefreshByHand)
#include "tst_refreshbyhand.moc"
