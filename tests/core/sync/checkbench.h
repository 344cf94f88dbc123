// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/proxyresolver.h"
#include "core/sync/connectioncheck.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"

#include <QSignalSpy>

#include <memory>

namespace genauth::test {

/** One letter a step, in their order; "PNPPP" passed over plain http. */
inline QByteArray walk(const ConnectionCheck &check)
{
    QByteArray letters;
    for (const ConnectionCheck::Step step : ConnectionCheck::Steps)
        letters += "-rPNF"[static_cast<int>(check.outcome(step))];
    return letters;
}

/** A server that speaks GenAuth until told otherwise, and checks of connections to it. */
class CheckBench
{
public:
    CheckBench() { speakGenAuth(server); }

    [[nodiscard]] PoolAccess pool() const { return {accountOn(server.url()), canaryKey()}; }

    [[nodiscard]] std::unique_ptr<ConnectionCheck> check(const PoolAccess &pool)
    {
        return std::make_unique<ConnectionCheck>(pool, RefreshContext{.clock = &clock,
                                                           .proxies = &m_proxies,
                                                           .limits = limits,
                                                           .networkProbe = [] { return true; }});
    }

    /** A check that has ended: not at once, with one finished() and nothing after it. */
    [[nodiscard]] std::unique_ptr<ConnectionCheck> ended(const PoolAccess &pool)
    {
        auto check = this->check(pool);
        QSignalSpy finished(check.get(), &ConnectionCheck::finished);
        QSignalSpy advanced(check.get(), &ConnectionCheck::advanced);
        check->start();
        if (finished.count() > 0 || check->hasEnded() || !finished.wait(20'000))
            qFatal("finished() came at once, or never");
        const auto seen = advanced.count();
        QCoreApplication::processEvents();
        if (finished.count() != 1 || advanced.count() != seen || !check->hasEnded())
            qFatal("signals after finished()");
        return check;
    }

    FaultyServer server;
    FakeClock clock;
    TransportLimits limits{
        .inactivity = std::chrono::seconds(10), .deadline = std::chrono::seconds(20)};

private:
    ProxyResolver m_proxies{[](const QNetworkProxyQuery &) {
        return QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::NoProxy)};
    }};
};

} // namespace genauth::test
