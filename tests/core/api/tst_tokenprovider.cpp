// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One token for all who ask: when it is fetched, who shares it, and what happens when those go
// away.

#include "core/api/proxyresolver.h"
#include "core/api/tokenprovider.h"
#include "core/api/transport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestTokenProvider : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void sharesOneExchange();
    void sharesOneExchangeBetweenTransports();
    void answersFromTheEventLoop();
    void sharesOneFailure();
    void renewsWithinAMinuteOfTheEnd();
    void renewsWhateverIsShorterThanThat();
    void bearsClockThatJumps();
    void invalidatesOnlyWhatItWasToldOf();
    void speaksLanguageOfAsker();
    void leavesOutWhoIsGone();
    void asksForNobody();
    void cancelsWhenTransportGoes();
    void goesOnWithAnotherTransport();
    void cancelsWhoseTransportIsGone();
    void startsAnewForLateAsker();
    void mayBeAskedFromCallback();
    void callbackMayDropEverything();
    void mayBeDestroyedUnderWay();

private:
    using Answers = QList<Result<ManagementToken>>;
    [[nodiscard]] std::unique_ptr<Transport> transport();
    /** Asks; the answer is appended to `answers`. */
    void ask(Transport &transport, Answers &answers, QObject *context = nullptr);
    [[nodiscard]] int posts() const { return m_server->hitsOn(tokenPath()); }

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TokenProvider> m_tokens;
};

void TestTokenProvider::init()
{
    failOnQtWarnings();
    m_clock = FakeClock();
    m_transport.reset();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_transport = transport();
    m_tokens = std::make_unique<TokenProvider>(canaryKey(), m_clock);
}

std::unique_ptr<Transport> TestTokenProvider::transport()
{
    return std::make_unique<Transport>(accountOn(m_server->url()), m_proxies, TransportLimits{});
}

void TestTokenProvider::ask(Transport &transport, Answers &answers, QObject *context)
{
    m_tokens->request(transport, ApiLanguage::English, context ? context : this,
        [&answers](const Result<ManagementToken> &answer) { answers.append(answer); });
}

void TestTokenProvider::sharesOneExchange()
{
    Answers answers;
    for (int i = 0; i < 25; ++i)
        ask(*m_transport, answers);
    QTRY_COMPARE(posts(), 1);
    for (int i = 0; i < 25; ++i)
        ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 50);
    for (const auto &answer : answers) {
        QCOMPARE(outcome(answer), "ok");
        QCOMPARE(answer.value().value, canaryToken());
        QCOMPARE(answer.value().scopedPoolId, claimedPool());
        QCOMPARE(answer.value().expiresAt, m_clock.nowUtc().addSecs(7200));
    }
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 51);
    QCOMPARE(posts(), 1);
}

void TestTokenProvider::sharesOneExchangeBetweenTransports()
{
    const auto other = transport();
    Answers answers;
    ask(*m_transport, answers);
    ask(*other, answers);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(outcome(answers.at(1)), "ok");
    QCOMPARE(posts(), 1);
}

void TestTokenProvider::answersFromTheEventLoop()
{
    Answers answers;
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 1);
    ask(*m_transport, answers); // known by now, and still not told at once
    QCOMPARE(answers.size(), 1);
    QTRY_COMPARE(answers.size(), 2);
}

void TestTokenProvider::sharesOneFailure()
{
    m_server->answer(tokenPath(), {refusal(500), goodToken()});
    Answers answers;
    for (int i = 0; i < 6; ++i)
        ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 6);
    for (const auto &answer : answers)
        QCOMPARE(outcome(answer), "ServerError");
    QCOMPARE(posts(), 1);
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 7);
    QCOMPARE(outcome(answers.constLast()), "ok");
    QCOMPARE(posts(), 2);
}

void TestTokenProvider::renewsWithinAMinuteOfTheEnd()
{
    Answers answers;
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 1);
    m_clock.advance(7200s - 61s);
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(posts(), 1);
    m_clock.advance(1s); // 60 s before its end
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(posts(), 2);
    QCOMPARE(answers.constLast().value().expiresAt, m_clock.nowUtc().addSecs(7200));
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 4);
    QCOMPARE(posts(), 2);
}

void TestTokenProvider::renewsWhateverIsShorterThanThat()
{
    m_server->answer(tokenPath(), {goodToken(canaryToken(), 30)});
    Answers answers;
    for (int i = 1; i <= 3; ++i) {
        ask(*m_transport, answers);
        QTRY_COMPARE(answers.size(), i);
        QCOMPARE(outcome(answers.constLast()), "ok"); // fresh, so it serves at least once
        QCOMPARE(posts(), i);
    }
}

void TestTokenProvider::bearsClockThatJumps()
{
    Answers answers;
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 1);
    m_clock.advance(-365 * 24h);
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(posts(), 1); // too long believed, which costs one 401
    m_clock.advance(730 * 24h);
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(posts(), 2);
}

void TestTokenProvider::invalidatesOnlyWhatItWasToldOf()
{
    Answers answers;
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 1);
    m_tokens->invalidate("an older token");
    m_tokens->invalidate({});
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(posts(), 1);
    m_tokens->invalidate(canaryToken());
    m_tokens->invalidate(canaryToken());
    ask(*m_transport, answers);
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(posts(), 2);
}

void TestTokenProvider::speaksLanguageOfAsker()
{
    bool answered = false;
    m_tokens->request(*m_transport, ApiLanguage::Chinese, this,
        [&](const Result<ManagementToken> &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(m_server->requests().constFirst().header("x-genauth-lang"), "zh-CN");
}

void TestTokenProvider::leavesOutWhoIsGone()
{
    m_server->answer(tokenPath(), {silence()});
    Answers answers;
    auto context = std::make_unique<QObject>();
    ask(*m_transport, answers, context.get());
    QTRY_COMPARE(posts(), 1);
    context.reset();
    m_transport.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), 0);
}

void TestTokenProvider::asksForNobody()
{
    Answers answers;
    auto context = std::make_unique<QObject>();
    ask(*m_transport, answers, context.get());
    context.reset(); // before anything was sent
    QSignalSpy arrived(m_server.get(), &FaultyServer::requestArrived);
    QVERIFY(!arrived.wait(100));
    QCOMPARE(posts(), 0);
    QCOMPARE(answers.size(), 0);
}

void TestTokenProvider::cancelsWhenTransportGoes()
{
    m_server->answer(tokenPath(), {silence()});
    Answers answers;
    ask(*m_transport, answers);
    ask(*m_transport, answers);
    QTRY_COMPARE(posts(), 1);
    m_transport.reset();
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(outcome(answers.at(0)), "Canceled");
    QCOMPARE(outcome(answers.at(1)), "Canceled");

    // And before the exchange has begun.
    const auto other = transport();
    auto gone = transport();
    ask(*gone, answers);
    gone.reset();
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(outcome(answers.at(2)), "Canceled");
    QCOMPARE(posts(), 1);
}

void TestTokenProvider::goesOnWithAnotherTransport()
{
    m_server->answer(tokenPath(), {silence(), goodToken()});
    const auto other = transport();
    Answers first;
    Answers second;
    ask(*m_transport, first);
    ask(*other, second);
    QTRY_COMPARE(posts(), 1);
    m_transport.reset(); // the one that carried the exchange
    QTRY_COMPARE(second.size(), 1);
    QCOMPARE(outcome(second.constFirst()), "ok");
    QCOMPARE(posts(), 2);
    QCOMPARE(first.size(), 1);
    QCOMPARE(outcome(first.constFirst()), "Canceled");
}

void TestTokenProvider::cancelsWhoseTransportIsGone()
{
    m_server->answer(tokenPath(), {silence()});
    auto other = transport();
    Answers first;
    Answers second;
    ask(*m_transport, first);
    ask(*other, second);
    QTRY_COMPARE(posts(), 1);
    other.reset(); // not the one that carries the exchange
    m_server->answerLate(tokenPath(), goodToken());
    QTRY_COMPARE(first.size(), 1);
    QCOMPARE(outcome(first.constFirst()), "ok");
    QCOMPARE(second.size(), 1);
    QCOMPARE(outcome(second.constFirst()), "Canceled");
    QCOMPARE(posts(), 1);
}

void TestTokenProvider::startsAnewForLateAsker()
{
    m_server->answer(tokenPath(), {silence(), goodToken()});
    Answers first;
    Answers second;
    ask(*m_transport, first);
    QTRY_COMPARE(posts(), 1);
    m_transport.reset();
    m_transport = transport();
    ask(*m_transport, second); // before the loss of the first exchange was dealt with
    QTRY_COMPARE(second.size(), 1);
    QCOMPARE(outcome(second.constFirst()), "ok");
    QTRY_COMPARE(first.size(), 1);
    QCOMPARE(outcome(first.constFirst()), "Canceled");
    QCOMPARE(posts(), 2);
}

void TestTokenProvider::mayBeAskedFromCallback()
{
    Answers answers;
    m_tokens->request(
        *m_transport, ApiLanguage::English, this, [&](const Result<ManagementToken> &token) {
            QCOMPARE(outcome(token), "ok");
            m_tokens->invalidate(token.value().value);
            ask(*m_transport, answers);
        });
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(outcome(answers.constFirst()), "ok");
    QCOMPARE(posts(), 2);
}

void TestTokenProvider::callbackMayDropEverything()
{
    Answers answers;
    auto context = std::make_unique<QObject>();
    m_tokens->request(
        *m_transport, ApiLanguage::English, this, [&](const Result<ManagementToken> &) {
            context.reset();
            m_transport.reset();
        });
    ask(*m_transport, answers, context.get());
    QTRY_VERIFY(!m_transport);
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), 0);
}

void TestTokenProvider::mayBeDestroyedUnderWay()
{
    m_server->answer(tokenPath(), {silence()});
    Answers answers;
    ask(*m_transport, answers);
    QTRY_COMPARE(posts(), 1);
    m_tokens.reset();
    m_transport.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), 0);
}

QTEST_GUILESS_MAIN(TestTokenProvider)
#include "tst_tokenprovider.moc"
