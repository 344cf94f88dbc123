// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When pools are asked again by themselves.

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

class TestRefreshScheduler : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void plansNothingByItself();
    void pollsAfterSuccess();
    void planOfOnePoolMore();
    void asksAgainByItsOwnTimer();
    void backsOffLongerEachTime();
    void successEndsTheBackOff();
    void stopsAskingWithARefusedKey();
    void forgetsPoolsThatAreGone();
    void plansByWhatElseFailed_data();
    void plansByWhatElseFailed();
    void keepsToWhatAQuestionWasTold();
    void followsClockThatIsSetBack();
    void bearsClockThatJumpsForward();
    void makesNoStorm_data();
    void makesNoStorm();

private:
    std::unique_ptr<SchedulerUnderTest> m_it;
};

void TestRefreshScheduler::init()
{
    failOnQtWarnings();
    m_it = std::make_unique<SchedulerUnderTest>();
}

void TestRefreshScheduler::plansNothingByItself()
{
    const QUuid id = m_it->setPools(1).constFirst();
    QVERIFY(m_it->scheduler.nextTry(id) == NextTry{});
    QVERIFY(!m_it->scheduler.heldUntil(id).isValid());
    m_it->clock.advance(24h);
    QCOMPARE(m_it->askedWhenDue(), 0);
    QCOMPARE(m_it->server.connections(), 0);
    QCOMPARE(m_it->scheduler.interval(), 1h);
    QVERIFY(m_it->scheduler.nextTry(QUuid::createUuid()) == NextTry{});
}

void TestRefreshScheduler::pollsAfterSuccess()
{
    const QUuid id = m_it->setPools(1).constFirst();
    QSignalSpy planned(&m_it->scheduler, &RefreshScheduler::planned);
    m_it->refresh({id});
    QCOMPARE(planned.count(), 1);
    QCOMPARE(planned.at(0).at(0).toUuid(), id);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::Poll, 3600s));
    m_it->clock.advance(1h - 1ms);
    QCOMPARE(m_it->askedWhenDue(), 0);
    m_it->clock.advance(1ms);
    QCOMPARE(m_it->askedWhenDue(), 1);
    QCOMPARE(planned.count(), 2);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::Poll, 3600s));
    QCOMPARE(m_it->posts(), 1);
}

void TestRefreshScheduler::planOfOnePoolMore()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->refresh({id});
    const NextTry planned = m_it->scheduler.nextTry(id);
    PoolAccess more{accountOn(m_it->server.url()), canaryKey()};
    QVERIFY(
        m_it->scheduler.refreshByHand({more.account.id}) == RefreshScheduler::ByHand::NobodyToAsk);
    m_it->refresher.addPool(more);
    m_it->scheduler.addPool(more.account.id);
    m_it->scheduler.addPool(id); // known
    QVERIFY(m_it->scheduler.nextTry(id) == planned);
    QVERIFY(m_it->scheduler.refreshByHand({more.account.id}) == RefreshScheduler::ByHand::Asked);
    QTRY_VERIFY(m_it->scheduler.nextTry(more.account.id) == planned);
}

void TestRefreshScheduler::asksAgainByItsOwnTimer()
{
    const SystemClock clock;
    RefreshScheduler scheduler(m_it->refresher, clock, RetryPolicy(1s, [] { return 0.0; }));
    const QUuid id = m_it->setPools(1).constFirst();
    scheduler.setPools({id});
    m_it->refresh({id});
    QTRY_COMPARE_WITH_TIMEOUT(m_it->gets(), 3, 20'000);
}

void TestRefreshScheduler::backsOffLongerEachTime()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->refresh({id});
    m_it->server.answer(packagePath(), {refusal(500)});
    m_it->clock.advance(1h);
    for (const std::chrono::seconds wait :
        {1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 450s, 450s}) {
        QCOMPARE(m_it->askedWhenDue(), 1);
        QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, wait));
        QVERIFY(!m_it->scheduler.heldUntil(id).isValid());
        m_it->clock.advance(wait - 1ms);
        QCOMPARE(m_it->askedWhenDue(), 0);
        m_it->clock.advance(1ms);
    }
}

void TestRefreshScheduler::successEndsTheBackOff()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(
        packagePath(), {refusal(500), refusal(500), refusal(500), goodPackage(), refusal(500)});
    for (int i = 0; i < 4; ++i)
        m_it->refresh({id});
    QVERIFY(m_it->scheduler.nextTry(id).kind == Kind::Poll);
    m_it->refresh({id});
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, 1s));
}

void TestRefreshScheduler::stopsAskingWithARefusedKey()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(tokenPath(), {refusal(400, 2333)});
    QSignalSpy planned(&m_it->scheduler, &RefreshScheduler::planned);
    m_it->refresh({id});
    QCOMPARE(planned.count(), 1);
    QVERIFY(m_it->scheduler.nextTry(id) == NextTry{});
    m_it->clock.advance(30 * 24h);
    QCOMPARE(m_it->askedWhenDue(), 0);
    QCOMPARE(m_it->posts(), 1); // the account is not locked by trying
    // Only a person tries once more.
    speakGenAuth(m_it->server);
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::finished);
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::Asked);
    QVERIFY(finished.wait());
    QVERIFY(m_it->scheduler.nextTry(id).kind == Kind::Poll);
}

void TestRefreshScheduler::forgetsPoolsThatAreGone()
{
    const QList<QUuid> ids = m_it->setPools(2);
    m_it->refresh(ids);
    const NextTry kept = m_it->scheduler.nextTry(ids.at(1));
    m_it->scheduler.setPools({ids.at(1)});
    QVERIFY(m_it->scheduler.nextTry(ids.at(0)) == NextTry{});
    QVERIFY(m_it->scheduler.nextTry(ids.at(1)) == kept);
    QVERIFY(m_it->scheduler.refreshByHand({ids.at(0)}) == ByHand::NobodyToAsk);
    m_it->clock.advance(2h);
    QCOMPARE(m_it->askedWhenDue(), 1);
    // An answer that comes after its pool has gone plans nothing.
    QSignalSpy planned(&m_it->scheduler, &RefreshScheduler::planned);
    m_it->refresh({ids.at(0)});
    QCOMPARE(planned.count(), 0);
    QVERIFY(m_it->scheduler.nextTry(ids.at(0)) == NextTry{});
}

void TestRefreshScheduler::plansByWhatElseFailed_data()
{
    QTest::addColumn<Script>("usage");
    QTest::addColumn<Script>("orders");
    QTest::addColumn<NextTry::Kind>("kind");
    QTest::addColumn<int>("wait");
    const Script good = goodAnswer({});
    QTest::newRow("nothing") << good << good << Kind::Poll << 3600;
    QTest::newRow("refused for good") << refusal(403) << refusal(402) << Kind::Poll << 3600;
    QTest::newRow("may pass") << refusal(500) << good << Kind::BackOff << 1;
    QTest::newRow("may pass, beside a refusal")
        << refusal(403) << refusal(503) << Kind::BackOff << 1;
    QTest::newRow("named a time") << refusal(500) << throttled("600") << Kind::AsTold << 630;
    QTest::newRow("named two") << throttled("1200") << throttled("600") << Kind::AsTold << 1260;
}

void TestRefreshScheduler::plansByWhatElseFailed()
{
    QFETCH(const Script, usage);
    QFETCH(const Script, orders);
    QFETCH(const NextTry::Kind, kind);
    QFETCH(const int, wait);
    m_it->server.answer(usagePath(), {usage});
    m_it->server.answer(ordersPath(), {orders});
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->refresh({id});
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(kind, std::chrono::seconds(wait)));
    QCOMPARE(m_it->scheduler.heldUntil(id).isValid(), kind == Kind::AsTold);
}

void TestRefreshScheduler::keepsToWhatAQuestionWasTold()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->refresh({id});
    const NextTry poll = m_it->scheduler.nextTry(id);
    m_it->scheduler.learnOfRefusal(id, {.kind = ErrorKind::Forbidden});
    QVERIFY(m_it->scheduler.nextTry(id) == poll);
    m_it->scheduler.learnOfRefusal(id, {.kind = ErrorKind::Throttled, .retryAfter = 60s});
    QCOMPARE(m_it->scheduler.heldUntil(id), m_it->clock.nowUtc().addSecs(60));
    QVERIFY(m_it->scheduler.nextTry(id) == poll); // later than that anyway
    QVERIFY(m_it->scheduler.refreshByHand({id}) == ByHand::HeldBack);
    m_it->scheduler.learnOfRefusal(id, {.kind = ErrorKind::Throttled, .retryAfter = 10s});
    QCOMPARE(m_it->scheduler.heldUntil(id), m_it->clock.nowUtc().addSecs(60)); // no shorter
    m_it->scheduler.learnOfRefusal(id, {.kind = ErrorKind::Throttled, .retryAfter = 3600s});
    QVERIFY(m_it->scheduler.nextTry(id).at >= m_it->scheduler.heldUntil(id));
}

void TestRefreshScheduler::followsClockThatIsSetBack()
{
    const QList<QUuid> ids = m_it->setPools(3);
    m_it->server.answer(packagePath(), {goodPackage(), throttled("60"), refusal(401)});
    for (const QUuid &id : ids)
        m_it->refresh({id});
    QSignalSpy planned(&m_it->scheduler, &RefreshScheduler::planned);
    m_it->clock.advance(-365 * 24h);
    QCOMPARE(m_it->askedWhenDue(), 0);
    // The plans are as far away as they were, and nobody waits a year.
    const QDateTime now = m_it->clock.nowUtc();
    QCOMPARE(m_it->scheduler.nextTry(ids.at(0)).at, now.addSecs(3600));
    QCOMPARE(m_it->scheduler.nextTry(ids.at(1)).at, now.addSecs(63));
    QCOMPARE(m_it->scheduler.heldUntil(ids.at(1)), now.addSecs(60));
    QVERIFY(m_it->scheduler.nextTry(ids.at(2)) == NextTry{});
    QCOMPARE(planned.count(), 2);
    m_it->server.answer(packagePath(), {goodPackage()});
    m_it->clock.advance(1h);
    QCOMPARE(m_it->askedWhenDue(), 2);

    // Asked by hand before the timer has seen it: the wish to wait lasts no longer either.
    m_it->server.answer(packagePath(), {throttled("60")});
    m_it->refresh({ids.at(1)});
    m_it->clock.advance(-24h);
    QVERIFY(m_it->scheduler.refreshByHand({ids.at(1)}) == ByHand::HeldBack);
    m_it->clock.advance(60s);
    QVERIFY(m_it->scheduler.refreshByHand({ids.at(1)}) == ByHand::Asked);
}

void TestRefreshScheduler::bearsClockThatJumpsForward()
{
    const QList<QUuid> ids = m_it->setPools(10);
    m_it->refresh(ids);
    m_it->clock.advance(24h); // slept, or set: everything is due, and asked once
    QCOMPARE(m_it->askedWhenDue(), 10);
    QVERIFY(m_it->server.mostOpenConnections() <=
            2 * PoolsRefresher::DefaultSlots * PoolRefresh::Operations);
    QCOMPARE(m_it->askedWhenDue(), 0);
    for (const QUuid &id : ids)
        QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::Poll, 3600s));
}

void TestRefreshScheduler::makesNoStorm_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("requestsEach"); // at most: Qt asks again by itself when it is hung up on
    QTest::newRow("server error") << refusal(500) << 1;
    QTest::newRow("throttled") << refusal(429) << 1;
    QTest::newRow("hung up on") << close() << 4;
    QTest::newRow("forbidden") << refusal(403) << 1;
}

void TestRefreshScheduler::makesNoStorm()
{
    QFETCH(const Script, script);
    QFETCH(const int, requestsEach);
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->refresh({id});
    m_it->server.answer(packagePath(), {script});
    const int before = m_it->gets();
    QSignalSpy begun(&m_it->refresher, &PoolsRefresher::poolStarted);
    const QDateTime end = m_it->clock.nowUtc().addDays(1);
    while (m_it->scheduler.nextTry(id).at < end) {
        m_it->clock.set(m_it->scheduler.nextTry(id).at);
        m_it->lot = m_it->lot > 0.8 ? 0.1 : m_it->lot + 0.15;
        QVERIFY(m_it->askedWhenDue() > 0);
    }
    // In a day: a handful at first, then one every few minutes.
    QVERIFY2(
        begun.count() >= 20 && begun.count() <= 300, QByteArray::number(begun.count()).constData());
    QVERIFY(m_it->gets() - before <= requestsEach * begun.count());
    QVERIFY(m_it->posts() <= 14); // one every two hours
}

QTEST_GUILESS_MAIN(TestRefreshScheduler)
#include "tst_refreshscheduler.moc"
