// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// After a suspend, a network that came back, or a clock that was set forward: all is caught up
// with, once, and on connections that are alive.

#include "core/api/apireply.h"
#include "core/sync/poolqueries.h"
#include "tests/core/sync/schedulerundertest.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using Kind = NextTry::Kind;

namespace {

/** Longer than the quiet before a catch-up. */
const int PastQuiet = int(RefreshScheduler::QuietBeforeCatchUp.count()) + 500;

} // namespace

class TestCatchUp : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_it.reset(); }

    void frozenExchangesForATokenAreGivenUpOnce();
    void frozenAnswersAreGivenUpAndAskedAgain();
    void whatIsYoungIsLeftToItsDeadline();
    void asksOnceHoweverOftenItIsCalled();
    void asksWhoFailedForTheNetwork_data();
    void asksWhoFailedForTheNetwork();
    void leavesAloneWhoIsHeldRefusedOrFresh();
    void backOffBeginsAnewOnceAMinute();
    void aQuestionsFrozenTokenHoldsUpNobody();

private:
    [[nodiscard]] static int answered(const QSignalSpy &finished);

    std::unique_ptr<SchedulerUnderTest> m_it;
};

void TestCatchUp::init()
{
    failOnQtWarnings();
    m_it = std::make_unique<SchedulerUnderTest>();
}

/** Of these signals poolFinished(), those with a package. */
int TestCatchUp::answered(const QSignalSpy &finished)
{
    int count = 0;
    for (const QList<QVariant> &one : finished)
        count += one.at(1).value<PoolSnapshot>().package.value ? 1 : 0;
    return count;
}

void TestCatchUp::frozenExchangesForATokenAreGivenUpOnce()
{
    const QList<QUuid> ids = m_it->setPools(6);
    m_it->refresh(ids);
    QCOMPARE(m_it->posts(), 6);
    m_it->clock.advance(3h); // tokens and plans are over
    m_it->server.answer(tokenPath(), {silence()});
    m_it->scheduler.askForWhatIsDue();
    QTRY_COMPARE(m_it->posts(), 6 + PoolsRefresher::DefaultSlots); // the rest waits for a slot

    // The lid closes on requests that are under way, and opens three hours later.
    m_it->clock.advance(3h);
    speakGenAuth(m_it->server);
    const int before = m_it->posts();
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::poolFinished);
    QElapsedTimer time;
    time.start();
    m_it->scheduler.catchUp();
    m_it->scheduler.catchUp();
    // The clock goes as the test does. No timer of before has run out by the end: 15 s at the
    // least.
    while (answered(finished) < 6 && time.elapsed() < 12'000) {
        QTest::qWait(100);
        m_it->clock.advance(100ms);
        m_it->scheduler.askForWhatIsDue();
        QVERIFY2(m_it->posts() - before <= 6, QByteArray::number(m_it->posts()).constData());
    }
    QCOMPARE(answered(finished), 6);
    QCOMPARE(m_it->posts() - before, 6); // one token each, and no more
    QVERIFY2(time.elapsed() < 12'000, QByteArray::number(time.elapsed()).constData());
    QTest::qWait(PastQuiet);
    QCOMPARE(m_it->posts() - before, 6);
    for (const QUuid &id : ids)
        QVERIFY(m_it->scheduler.nextTry(id).kind == Kind::Poll);
}

void TestCatchUp::frozenAnswersAreGivenUpAndAskedAgain()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(packagePath(), {silence(), goodPackage()});
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::poolFinished);
    m_it->refresher.refresh({id});
    QTRY_COMPARE(m_it->gets(), 1);
    m_it->clock.advance(3h);
    m_it->scheduler.catchUp();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 1000); // at once, not when a timer has run out
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, 1s));
    m_it->clock.advance(1s);
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(answered(finished), 1);
    QCOMPARE(m_it->posts(), 2); // the token of before was over
}

void TestCatchUp::whatIsYoungIsLeftToItsDeadline()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(packagePath(), {silence()});
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::poolFinished);
    m_it->refresher.refresh({id});
    QTRY_COMPARE(m_it->gets(), 1);
    m_it->clock.advance(29s);
    m_it->scheduler.catchUp();
    m_it->clock.advance(-3h);
    m_it->scheduler.catchUp();
    QVERIFY(!finished.wait(PastQuiet));
    QCOMPARE(m_it->gets(), 1);
    m_it->server.answerLate(packagePath(), goodPackage());
    QTRY_COMPARE(answered(finished), 1);
}

void TestCatchUp::asksOnceHoweverOftenItIsCalled()
{
    const QList<QUuid> ids = m_it->setPools(3);
    m_it->refresh(ids);
    m_it->clock.advance(3h);
    const int before = m_it->gets();
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::finished);
    for (int i = 0; i < 20; ++i)
        m_it->scheduler.catchUp();
    QCOMPARE(m_it->gets(), before); // a network needs a moment
    QVERIFY(finished.wait());
    QCOMPARE(m_it->gets(), before + 3);
    for (int i = 0; i < 20; ++i)
        m_it->scheduler.catchUp();
    QTest::qWait(PastQuiet);
    QCOMPARE(m_it->gets(), before + 3);
}

void TestCatchUp::asksWhoFailedForTheNetwork_data()
{
    QTest::addColumn<Script>("answer");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("good") << goodPackage() << false;
    QTest::newRow("hung up on") << close() << true;
    QTest::newRow("cut short") << sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
                               << true;
    QTest::newRow("a page of the hotel's")
        << send(HttpText{.contentType = "text/html", .body = "<html>sign in</html>"}) << true;
    QTest::newRow("sent elsewhere") << redirect(302, "http://127.0.0.2/login") << true;
    QTest::newRow("the server's own problem") << refusal(500) << false;
    QTest::newRow("forbidden") << refusal(403) << false;
}

void TestCatchUp::asksWhoFailedForTheNetwork()
{
    QFETCH(const Script, answer);
    QFETCH(const bool, isAsked);
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(packagePath(), {answer});
    m_it->lot = 0.99;
    for (int i = 0; i < 5; ++i) // the back-off is half a minute by now
        m_it->refresh({id});
    QSignalSpy begun(&m_it->refresher, &PoolsRefresher::poolStarted);
    m_it->clock.advance(10s);
    m_it->scheduler.catchUp();
    QCOMPARE(begun.wait(PastQuiet), isAsked);
}

void TestCatchUp::leavesAloneWhoIsHeldRefusedOrFresh()
{
    const QList<QUuid> ids = m_it->setPools(3);
    m_it->server.answer(packagePath(), {throttled("3600"), goodPackage()});
    m_it->refresh({ids.at(0)});
    m_it->refresh({ids.at(1)});
    m_it->server.answer(tokenPath(), {refusal(400, 2333)});
    m_it->refresh({ids.at(2)});
    const int posts = m_it->posts();
    QSignalSpy begun(&m_it->refresher, &PoolsRefresher::poolStarted);
    m_it->clock.advance(30min);
    m_it->scheduler.catchUp();
    QVERIFY(!begun.wait(PastQuiet));
    // The key is refused however long the computer sleeps.
    m_it->clock.advance(30 * 24h);
    m_it->scheduler.catchUp();
    QTRY_COMPARE(begun.count(), 2);
    QVERIFY(m_it->scheduler.nextTry(ids.at(2)) == NextTry{});
    for (const QList<QVariant> &one : std::as_const(begun))
        QVERIFY(one.constFirst().toUuid() != ids.at(2));
    QTRY_VERIFY(!m_it->refresher.isRunning());
    QCOMPARE(m_it->posts(), posts + 2);
}

void TestCatchUp::backOffBeginsAnewOnceAMinute()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(tokenPath(), {sendAndClose("HTTP/1.1 200 OK\r\n\r\n{")});
    const auto fail = [&](int times) {
        for (int i = 0; i < times; ++i)
            m_it->refresh({id});
    };
    fail(6);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, 32s));
    m_it->scheduler.catchUp();
    fail(1);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, 1s));
    fail(5);
    // A network that comes and goes.
    for (int i = 0; i < 10; ++i) {
        m_it->clock.advance(5s);
        m_it->scheduler.catchUp();
    }
    fail(1);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, 64s));
    m_it->clock.advance(11s);
    m_it->scheduler.catchUp();
    fail(1);
    QVERIFY(m_it->scheduler.nextTry(id) == m_it->next(Kind::BackOff, 1s));
}

void TestCatchUp::aQuestionsFrozenTokenHoldsUpNobody()
{
    const QUuid id = m_it->setPools(1).constFirst();
    m_it->server.answer(tokenPath(), {silence(), goodToken()});
    const auto queries = m_it->refresher.queries(id);
    const ApiReply *reply = queries->send(ApiRequest::orders(2, 10));
    QTRY_COMPARE(m_it->posts(), 1);
    QSignalSpy finished(&m_it->refresher, &PoolsRefresher::poolFinished);
    m_it->refresher.refresh({id}); // waits for the same token
    m_it->clock.advance(3h);
    m_it->scheduler.catchUp();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 1000);
    QTRY_VERIFY(reply->hasEnded());
    m_it->clock.advance(1s);
    QTRY_COMPARE(answered(finished), 1);
    QCOMPARE(m_it->posts(), 2);
}

QTEST_GUILESS_MAIN(TestCatchUp)
#include "tst_catchup.moc"
