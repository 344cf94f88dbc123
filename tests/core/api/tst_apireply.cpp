// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A call ends exactly once, from the event loop, at whatever moment it is canceled or its transport
// goes away, and not at all once it is destroyed.

#include "core/api/apiclient.h"
#include "core/api/proxyresolver.h"
#include "core/api/tokenprovider.h"
#include "core/api/transport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace genauth;
using namespace genauth::test;

namespace {

/** Moments in the life of a call that is refused once with a 401 and then served. */
enum class Moment { Sent, TokenAsked, Called, TokenRenewed, CalledAgain };

} // namespace

class TestApiReply : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void canCancel_data();
    void canCancel();
    void endsWithItsTransport_data();
    void endsWithItsTransport();
    void diesInSilence_data();
    void diesInSilence();
    void diesWithItsClient_data();
    void diesWithItsClient();
    void leavesOthersAlone();
    void isToldOfOnceAndForAll();
    void diesInSilenceAfterItsEnd();
    void mayBeDeletedInFinished();

private:
    /** Sends a call and lets it come as far as `moment`, where the server falls silent. */
    [[nodiscard]] ApiReply *callUpTo(Moment moment);
    static void addMoments();
    /** Sends a call and does `action` when it has ended, just before it says so. */
    [[nodiscard]] ApiReply *callAboutToSayItsEnd(const std::function<void()> &action);

    ProxyResolver m_proxies;
    FakeClock m_clock;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TokenProvider> m_tokens;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ApiClient> m_client;
};

void TestApiReply::init()
{
    failOnQtWarnings();
    m_client.reset();
    m_transport.reset();
    m_server = std::make_unique<FaultyServer>();
    const Account account = accountOn(m_server->url());
    m_tokens = std::make_unique<TokenProvider>(canaryKey(), m_clock);
    m_transport = std::make_unique<Transport>(account, m_proxies, TransportLimits{});
    m_client = std::make_unique<ApiClient>(account, *m_transport, *m_tokens, ApiLanguage::English);
}

ApiReply *TestApiReply::callUpTo(Moment moment)
{
    const auto from = [moment](Moment first, const Script &script) {
        return moment >= first ? script : silence();
    };
    m_server->answer(tokenPath(),
        {from(Moment::Called, goodToken("old")), from(Moment::CalledAgain, goodToken("new"))});
    m_server->answer(packagePath(), {from(Moment::TokenRenewed, refusal(401)), silence()});
    ApiReply *reply = m_client->send(ApiRequest::currentPackage());
    while (m_server->requests().size() < static_cast<int>(moment)) {
        QSignalSpy arrived(m_server.get(), &FaultyServer::requestArrived);
        if (!arrived.wait())
            qFatal("the call of the test got stuck");
    }
    return reply;
}

void TestApiReply::addMoments()
{
    QTest::addColumn<Moment>("moment");
    QTest::newRow("just sent") << Moment::Sent;
    QTest::newRow("token asked for") << Moment::TokenAsked;
    QTest::newRow("under way") << Moment::Called;
    QTest::newRow("token being renewed") << Moment::TokenRenewed;
    QTest::newRow("under way again") << Moment::CalledAgain;
}

void TestApiReply::canCancel_data()
{
    addMoments();
}

void TestApiReply::canCancel()
{
    QFETCH(const Moment, moment);
    ApiReply *reply = callUpTo(moment);
    QSignalSpy finished(reply, &ApiReply::finished);
    reply->cancel();
    reply->cancel();
    QVERIFY(reply->hasEnded());
    QCOMPARE(finished.count(), 0); // queued
    QVERIFY(finished.wait());
    QCOMPARE(outcome(reply->result()), "Canceled");
    m_transport.reset(); // and with it a token exchange that others might have waited for
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(finished.count(), 1);
}

void TestApiReply::endsWithItsTransport_data()
{
    addMoments();
}

void TestApiReply::endsWithItsTransport()
{
    QFETCH(const Moment, moment);
    ApiReply *reply = callUpTo(moment);
    QSignalSpy finished(reply, &ApiReply::finished);
    m_transport.reset();
    QVERIFY(finished.wait());
    QCOMPARE(outcome(reply->result()), "Canceled");
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(finished.count(), 1);
}

void TestApiReply::diesInSilence_data()
{
    addMoments();
}

void TestApiReply::diesInSilence()
{
    QFETCH(const Moment, moment);
    ApiReply *reply = callUpTo(moment);
    QSignalSpy finished(reply, &ApiReply::finished);
    delete reply;
    const bool waitsForToken = moment == Moment::TokenAsked || moment == Moment::TokenRenewed;
    if (waitsForToken)
        init(); // that exchange is every caller's, and this server will never answer it
    speakGenAuth(*m_server);
    QCOMPARE(outcome(resultOf(m_client->send(ApiRequest::currentPackage()))), "ok");
    QCOMPARE(finished.count(), 0);
}

void TestApiReply::diesWithItsClient_data()
{
    diesInSilence_data();
}

void TestApiReply::diesWithItsClient()
{
    QFETCH(const Moment, moment);
    QSignalSpy finished(callUpTo(moment), &ApiReply::finished);
    m_client.reset();
    m_transport.reset();
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(finished.count(), 0);
}

void TestApiReply::leavesOthersAlone()
{
    // Three calls wait for one token; the first, which caused the exchange, is canceled and the
    // second deleted.
    m_server->answer(tokenPath(), {silence()});
    m_server->answer(packagePath(), {goodPackage()});
    ApiReply *first = m_client->send(ApiRequest::currentPackage());
    ApiReply *second = m_client->send(ApiRequest::currentPackage());
    ApiReply *third = m_client->send(ApiRequest::currentPackage());
    QTRY_COMPARE(m_server->hitsOn(tokenPath()), 1);
    first->cancel();
    delete second;
    m_server->answerLate(tokenPath(), goodToken());
    QCOMPARE(outcome(resultOf(third)), "ok");
    QCOMPARE(outcome(first->result()), "Canceled");
    QCOMPARE(m_server->hitsOn(tokenPath()), 1);
    QCOMPARE(m_server->hitsOn(packagePath()), 1);
}

ApiReply *TestApiReply::callAboutToSayItsEnd(const std::function<void()> &action)
{
    m_server->answer(tokenPath(), {goodToken()});
    m_server->answerWith(packagePath(), [this, action](const RecordedRequest &) {
        // Connected later than the call itself: runs when the call has ended, and its finished() is
        // on its way.
        for (const auto *exchange : m_transport->findChildren<HttpExchange *>())
            connect(exchange, &HttpExchange::finished, this, action);
        return goodPackage();
    });
    return m_client->send(ApiRequest::currentPackage());
}

void TestApiReply::isToldOfOnceAndForAll()
{
    bool ended = false;
    ApiReply *reply = nullptr;
    reply = callAboutToSayItsEnd([&] {
        ended = reply->hasEnded();
        reply->cancel(); // too late
        m_transport.release()->deleteLater();
    });
    QSignalSpy finished(reply, &ApiReply::finished);
    QVERIFY(finished.wait());
    QVERIFY(ended);
    QCOMPARE(outcome(reply->result()), "ok");
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
}

void TestApiReply::diesInSilenceAfterItsEnd()
{
    bool deleted = false;
    ApiReply *reply = nullptr;
    reply = callAboutToSayItsEnd([&] {
        delete reply;
        deleted = true;
    });
    QSignalSpy finished(reply, &ApiReply::finished);
    QTRY_VERIFY(deleted);
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 0);
}

void TestApiReply::mayBeDeletedInFinished()
{
    speakGenAuth(*m_server);
    ApiReply *reply = m_client->send(ApiRequest::currentPackage());
    QPointer<ApiReply> other = m_client->send(ApiRequest::currentPackage());
    bool done = false;
    connect(reply, &ApiReply::finished, this, [&] {
        reply->deleteLater();
        delete other;
        done = true;
    });
    QTRY_VERIFY(done);
    QVERIFY(!other);
}

QTEST_GUILESS_MAIN(TestApiReply)
#include "tst_apireply.moc"
