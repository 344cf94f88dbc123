// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"

#include <QObject>

#include <memory>
#include <vector>

namespace genauth::test {

class CertificateAuthority;

/** The real core with one pool, over real sockets, and all that a fault may meddle with. Only its
 *  clock stands still, and it draws no lots. */
class FaultStage
{
public:
    explicit FaultStage(const TransportLimits &limits);
    ~FaultStage();
    Q_DISABLE_COPY_MOVE(FaultStage)

    // Before the first refresh:
    /** The server speaks TLS, with a certificate that the pool's account believes. */
    void useTls();
    /** The pool is pool.example behind `proxy`, which signs nobody in. */
    void useProxy();

    /** The pool becomes known; nobody is asked yet. */
    void open();
    /** As a press of Refresh, whole. Ends the test program when that does not end. */
    RefreshScheduler::ByHand refresh();
    /** The same pool at another address, as if its host were renamed. */
    void moveTo(const QUrl &host);
    /** Server, proxy and address are as they were at first; long enough afterwards for any
     *  back-off, and any token, to have ended. */
    void mend();

    [[nodiscard]] QVariant role(int role, int column = 0) const;
    [[nodiscard]] PoolSnapshot snapshot() const;
    [[nodiscard]] SubscriptionAssessment assessment() const;
    [[nodiscard]] const QUuid &id() const { return m_pool.account.id; }
    [[nodiscard]] NextTry nextTry() const { return scheduler.nextTry(id()); }
    [[nodiscard]] int posts() const;
    [[nodiscard]] int gets() const;

    /** Its certificates are made once for all tests of a program. */
    [[nodiscard]] static CertificateAuthority &authority();

    FakeClock clock;
    std::unique_ptr<FaultyServer> server;
    std::unique_ptr<FaultyServer> proxy; ///< null: none
    FaultyServer other;                  ///< on 127.0.0.2, and nobody may ever speak to it
    PoolsModel model;
    ProxyResolver proxies;
    PoolsRefresher refresher;
    RefreshScheduler scheduler;
    /** Whatever else must live until the end. */
    std::vector<std::unique_ptr<QObject>> props;

private:
    void setPool();

    PoolAccess m_pool;
    QUrl m_firstHost;
    bool m_encrypted = false;
};

/** A pool that is twelve days overdue: a warning that no failure may take away. */
[[nodiscard]] QJsonObject overduePackage();

} // namespace genauth::test
