// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The interval of the refreshes, changed while the program runs, and off.

#include "tests/core/sync/schedulerundertest.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using Kind = NextTry::Kind;
using ByHand = RefreshScheduler::ByHand;

class TestRefreshInterval : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void keepsToItsLimits_data();
    void keepsToItsLimits();
    void countsFromTheLastAttempt();
    void asksSoonWhoIsDueByNow();
    void leavesBackOffAndWishesToWait();
    void offAsksByHandAlone();
    void offKeepsToAWishToWait();
    void onAgainPlansAnew();
    void aRefusedKeyStaysRefused();
    void aPoolThatWasNeverAskedStaysSo();

private:
    std::unique_ptr<SchedulerUnderTest> m_it;
};

void TestRefreshInterval::init()
{
    failOnQtWarnings();
    m_it = std::make_unique<SchedulerUnderTest>();
}

void TestRefreshInterval::keepsToItsLimits_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("kept");
    QTest::newRow("off") << 0 << 0;
    QTest::newRow("nonsense") << -5 << 0;
    QTest::newRow("too short") << 1 << 600;
    QTest::newRow("shortest") << 600 << 600;
    QTest::newRow("some") << 5400 << 5400;
    QTest::newRow("longest") << 86'400 << 86'400;
    QTest::newRow("too long") << 86'401 << 86'400;
}

void TestRefreshInterval::keepsToItsLimits()
{
    QFETCH(const int, wanted);
    QFETCH(const int, kept);
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->scheduler.setInterval(std::chrono::seconds(wanted));
    QCOMPARE(m_it->scheduler.interval(), std::chrono::seconds(kept));
    m_it->refresh({id});
    QVERIFY(m_it->scheduler.nextTry(id) ==
            (kept == 0 ? NextTry{} : m_it->next(Kind::Poll, std::chrono::seconds(kept))));
}

void TestRefreshInterval::countsFromTheLastAttempt()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->refresh({id});
    const QDateTime asked = m_it->clock.nowUtc();
    QSignalSpy planned(&m_it->scheduler, &RefreshScheduler::planned);
    m_it->clock.advance(20min);
    m_it->scheduler.setInterval(30min);
    QCOMPARE(m_it->scheduler.nextTry(id).at, asked.addSecs(1800));
    QCOMPARE(planned.count(), 1);
    m_it->scheduler.setInterval(30min);
    QCOMPARE(planned.count(), 1);
    m_it->scheduler.setInterval(24h);
    QCOMPARE(m_it->scheduler.nextTry(id).at, asked.addDays(1));
    m_it->lot = 0.999'999;
    m_it->scheduler.setInterval(1h);
    QVERIFY(asked.secsTo(m_it->scheduler.nextTry(id).at) >= 3959); // give or take a tenth
}

void TestRefreshInterval::asksSoonWhoIsDueByNow()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->refresh({id});
    m_it->clock.advance(50min);
    m_it->scheduler.setInterval(10min);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::Poll, 1s));
    m_it->clock.advance(1s);
    QTRY_COMPARE(m_it->gets(), 2); // by the timer
}

void TestRefreshInterval::leavesBackOffAndWishesToWait()
{
    const QList<QUuid> ids = m_it->setPools(2);
    m_it->server.answer(packagePath(), {refusal(500), throttled("7200")});
    m_it->refresh({ids.at(0)});
    m_it->refresh({ids.at(1)});
    const QList<NextTry> before{
        m_it->scheduler.nextTry(ids.at(0)), m_it->scheduler.nextTry(ids.at(1))};
    QVERIFY(before.at(1).kind == Kind::AsTold);
    m_it->scheduler.setInterval(10min);
    QVERIFY(m_it->scheduler.nextTry(ids.at(0)) == before.at(0));
    QVERIFY(m_it->scheduler.nextTry(ids.at(1)) == before.at(1));
}

void TestRefreshInterval::offAsksByHandAlone()
{
    const QList<QUuid> ids = m_it->setPools(2);
    m_it->refresh(ids);
    QSignalSpy planned(&m_it->scheduler, &RefreshScheduler::planned);
    m_it->scheduler.setInterval(0s);
    QCOMPARE(planned.count(), 2);
    // Not after a failure that may pass either.
    m_it->server.answer(packagePath(), {refusal(500), goodPackage()});
    m_it->refresh({ids.at(0)});
    for (const QUuid &id : ids)
        QVERIFY(m_it->scheduler.nextTry(id) == NextTry{});
    m_it->clock.advance(30 * 24h);
    QCOMPARE(m_it->askedWhenDue(), 0);
    m_it->scheduler.catchUp();
    QTest::qWait(int(RefreshScheduler::QuietBeforeCatchUp.count()) + 300);
    QCOMPARE(m_it->gets(), 3);
    QVERIFY(m_it->scheduler.refreshByHand(ids) == ByHand::Asked);
    QTRY_COMPARE(m_it->gets(), 5);
}

void TestRefreshInterval::offKeepsToAWishToWait()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->scheduler.setInterval(0s);
    m_it->server.answer(packagePath(), {throttled("60"), goodPackage()});
    m_it->refresh({id});
    QVERIFY(m_it->scheduler.nextTry(id) == NextTry{});
    QCOMPARE(m_it->scheduler.heldUntil(id), m_it->clock.nowUtc().addSecs(60));
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::HeldBack);
    m_it->clock.advance(60s);
    m_it->scheduler.learnOfRefusal(id, {.kind = ErrorKind::Throttled, .retryAfter = 60s});
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::HeldBack);
    m_it->clock.advance(60s);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
}

void TestRefreshInterval::onAgainPlansAnew()
{
    const QList<QUuid> ids = m_it->setPools(2);
    m_it->refresh(ids);
    m_it->scheduler.setInterval(0s);
    m_it->server.answer(packagePath(), {refusal(500), goodPackage()});
    m_it->refresh({ids.at(1)});
    const QDateTime asked = m_it->clock.nowUtc();
    m_it->clock.advance(10min);
    m_it->scheduler.setInterval(1h);
    QCOMPARE(m_it->scheduler.nextTry(ids.at(0)).at, asked.addSecs(3600));
    QVERIFY(m_it->scheduler.nextTry(ids.at(1)) == m_it->next(Kind::BackOff, 1s));
    m_it->clock.advance(1s);
    QCOMPARE(m_it->askedWhenDue(), 1);
    QVERIFY(m_it->scheduler.nextTry(ids.at(1)) == m_it->next(Kind::Poll, 3600s));
}

void TestRefreshInterval::aRefusedKeyStaysRefused()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(tokenPath(), {refusal(400, 2333)});
    m_it->refresh({id});
    for (const auto interval : {600s, 0s, 3600s}) {
        m_it->scheduler.setInterval(interval);
        QVERIFY(m_it->scheduler.nextTry(id) == NextTry{});
        m_it->clock.advance(48h);
        QCOMPARE(m_it->askedWhenDue(), 0);
    }
    QCOMPARE(m_it->posts(), 1);
}

void TestRefreshInterval::aPoolThatWasNeverAskedStaysSo()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->scheduler.setInterval(0s);
    m_it->scheduler.setInterval(10min);
    QVERIFY(m_it->scheduler.nextTry(id) == NextTry{});
    m_it->clock.advance(24h);
    QCOMPARE(m_it->askedWhenDue(), 0);
}

QTEST_GUILESS_MAIN(TestRefreshInterval)
#include "tst_refreshinterval.moc"
