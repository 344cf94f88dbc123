// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultstage.h"

#include "tests/support/certificates.h"
#include "tests/support/genauthanswers.h"

#include <QSignalSpy>

namespace genauth::test {

using namespace std::chrono_literals;

FaultStage::FaultStage(const TransportLimits &limits)
    : server(std::make_unique<FaultyServer>())
    , other(QHostAddress(QStringLiteral("127.0.0.2")))
    , model(clock)
    , proxies([](const QNetworkProxyQuery &) { return QList<QNetworkProxy>(); })
    , refresher(RefreshContext{.clock = &clock, .proxies = &proxies, .limits = limits},
          PoolsRefresher::DefaultSlots)
    , scheduler(refresher, clock, RetryPolicy(1h, [] { return 0.5; }))
    , m_pool{accountOn(server->url()), canaryKey()}
{
    QObject::connect(&refresher, &PoolsRefresher::poolStarted, &model,
        [this](const QUuid &id) { model.setRefreshing(id, true); });
    QObject::connect(&refresher, &PoolsRefresher::poolFinished, &model,
        qOverload<const QUuid &, const PoolSnapshot &>(&PoolsModel::absorb));
    server->answer(tokenPath(), {goodToken()});
    server->answer(packagePath(), {goodPackage(overduePackage())});
    speakGenAuth(other);
}

FaultStage::~FaultStage() = default;

CertificateAuthority &FaultStage::authority()
{
    static CertificateAuthority authority;
    return authority;
}

void FaultStage::useTls()
{
    m_encrypted = true;
    server->useTls(authority().issue(proxy ? "DNS:pool.example" : "IP:127.0.0.1"));
    m_pool.account.host = server->url();
    m_pool.account.caFile = authority().certificateFile();
}

void FaultStage::useProxy()
{
    proxy = std::make_unique<FaultyServer>();
    useTls();
    m_pool.account.host = QUrl(QStringLiteral("https://pool.example"));
    m_pool.account.proxy = {
        ProxyChoice::Mode::Given, QStringLiteral("127.0.0.1"), proxy->port(), {}};
    proxy->answerRest(tunnel(server->port()));
}

void FaultStage::setPool()
{
    refresher.setPools({m_pool});
    scheduler.setPools({id()});
    model.setAccounts({m_pool.account});
}

void FaultStage::open()
{
    m_firstHost = m_pool.account.host;
    setPool();
}

void FaultStage::moveTo(const QUrl &host)
{
    m_pool.account.host = host;
    setPool();
}

void FaultStage::mend()
{
    clock.advance(3h);
    moveTo(m_firstHost);
    server->greetWith({});
    server->answer(tokenPath(), {goodToken()});
    server->answer(packagePath(), {goodPackage(overduePackage())});
    if (m_encrypted)
        server->useTls(authority().issue(proxy ? "DNS:pool.example" : "IP:127.0.0.1"));
    if (proxy)
        proxy->answerRest(tunnel(server->port()));
}

RefreshScheduler::ByHand FaultStage::refresh()
{
    QSignalSpy finished(&refresher, &PoolsRefresher::finished);
    const auto outcome = scheduler.refreshByHand({id()});
    if (outcome == RefreshScheduler::ByHand::Asked && !finished.wait(30'000))
        qFatal("the refresh does not end");
    return outcome;
}

QVariant FaultStage::role(int role, int column) const
{
    return model.data(model.index(0, column), role);
}

PoolSnapshot FaultStage::snapshot() const
{
    return role(PoolsModel::SnapshotRole).value<PoolSnapshot>();
}

SubscriptionAssessment FaultStage::assessment() const
{
    return role(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
}

int FaultStage::posts() const
{
    return server ? server->hitsOn(tokenPath()) : 0;
}

int FaultStage::gets() const
{
    return server ? server->hitsOn(packagePath()) : 0;
}

QJsonObject overduePackage()
{
    QJsonObject package = samplePackage();
    package[QLatin1String("endTime")] = QStringLiteral("2026-06-19 20:00:00");
    package[QLatin1String("overdueDays")] = QStringLiteral("12");
    return package;
}

} // namespace genauth::test
