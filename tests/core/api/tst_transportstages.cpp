// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How far an exchange has come, for whoever shows it while it runs.

#include "core/api/proxyresolver.h"
#include "core/api/tokenprovider.h"
#include "core/api/transport.h"
#include "tests/support/certificates.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"
#include "tests/support/waiting.h"

#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using Stage = HttpExchange::Stage;

class TestTransportStages : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void tellsOfPlainExchange();
    void tellsOfEncryptedExchange();
    void tellsOfSecondExchangeOnTheSameConnection();
    void getsNoFurtherThanConnecting_data();
    void getsNoFurtherThanConnecting();
    void tellsNothingOfWhatIsRefused();
    void tellsOfTheExchangeForAToken();

private:
    using Stages = QList<Stage>;
    /** One whole exchange. */
    [[nodiscard]] Stages stagesOf(Transport &transport);
    [[nodiscard]] Stages stagesOf(const Account &account);

    ProxyResolver m_proxies;
    CertificateAuthority m_authority;
};

TestTransportStages::Stages TestTransportStages::stagesOf(Transport &transport)
{
    Stages stages;
    HttpExchange *exchange = transport.send(ApiRequest::currentPackage(), {});
    connect(exchange, &HttpExchange::advanced, this,
        [&](HttpExchange::Stage stage) { stages.append(stage); });
    static_cast<void>(resultOf(exchange));
    return stages;
}

TestTransportStages::Stages TestTransportStages::stagesOf(const Account &account)
{
    Transport transport(account, m_proxies, {});
    return stagesOf(transport);
}

void TestTransportStages::tellsOfPlainExchange()
{
    FaultyServer server;
    speakGenAuth(server);
    QVERIFY(stagesOf(accountOn(server.url())) == (Stages{Stage::Connecting, Stage::Sent}));
}

void TestTransportStages::tellsOfEncryptedExchange()
{
    FaultyServer server;
    server.useTls(m_authority.issue());
    speakGenAuth(server);
    Account account = accountOn(server.url());
    account.caFile = m_authority.certificateFile();
    QVERIFY(stagesOf(account) == (Stages{Stage::Connecting, Stage::Encrypted, Stage::Sent}));
}

void TestTransportStages::tellsOfSecondExchangeOnTheSameConnection()
{
    FaultyServer server;
    speakGenAuth(server);
    Transport transport(accountOn(server.url()), m_proxies, {});
    static_cast<void>(stagesOf(transport));
    QVERIFY(stagesOf(transport) == Stages{Stage::Sent});
    QCOMPARE(server.connections(), 1);
}

void TestTransportStages::getsNoFurtherThanConnecting_data()
{
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("nobody there") << false;
    QTest::newRow("a certificate that nobody knows") << true;
}

void TestTransportStages::getsNoFurtherThanConnecting()
{
    QFETCH(const bool, encrypted);
    auto server = std::make_unique<FaultyServer>();
    if (encrypted)
        server->useTls(m_authority.issue());
    const Account account = accountOn(server->url());
    if (!encrypted)
        server.reset();
    QVERIFY(stagesOf(account) == Stages{Stage::Connecting});
}

void TestTransportStages::tellsNothingOfWhatIsRefused()
{
    QVERIFY(stagesOf(accountOn(QUrl(QStringLiteral("http://192.0.2.1")))).isEmpty());
}

void TestTransportStages::tellsOfTheExchangeForAToken()
{
    FaultyServer server;
    speakGenAuth(server);
    const FakeClock clock;
    Transport transport(accountOn(server.url()), m_proxies, {});
    TokenProvider tokens(canaryKey(), clock);
    Stages stages;
    connect(&tokens, &TokenProvider::exchangeAdvanced, this,
        [&](HttpExchange::Stage stage) { stages.append(stage); });
    int answers = 0;
    for (int i = 0; i < 2; ++i) {
        tokens.request(transport, ApiLanguage::English, this,
            [&](const Result<ManagementToken> &) { ++answers; });
        QTRY_COMPARE(answers, i + 1);
    }
    QVERIFY(stages == (Stages{Stage::Connecting, Stage::Sent})); // of one exchange for both
}

QTEST_GUILESS_MAIN(TestTransportStages)
#include "tst_transportstages.moc"
