// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the demo begins and ends, and what waits meanwhile.

#include "app/dashboard/session.h"

#include "app/demo/demosandbox.h"
#include "core/accounts/ownpools.h"
#include "core/models/poolsmodel.h"

#include <utility>

namespace genauth {

void Session::startDemo(const QString &program, const QString &language)
{
    if (!isDemo())
        rememberKnown();
    m_demoIsOrdered = false;
    m_demo = std::make_unique<DemoSandbox>(program);
    connect(m_demo.get(), &DemoSandbox::started, this, &Session::watchDemo);
    // Queued: what comes of it may delete the sandbox.
    connect(m_demo.get(), &DemoSandbox::failed, this, &Session::demoEnded, Qt::QueuedConnection);
    show({}, State::DemoStarting);
    m_demo->start(language);
}

void Session::watchDemo(const QList<PoolAccess> &pools)
{
    show(pools, State::Demo);
    emit newPools(idsOf(pools));
}

void Session::endDemo()
{
    if (isDemo())
        watchOwn();
}

void Session::demoEnded()
{
    if (m_state != State::DemoStarting)
        return;
    if (m_own.pools().isEmpty()) {
        show({}, State::DemoFailed);
        return;
    }
    endDemo();
    emit demoFailed();
}

void Session::rememberKnown()
{
    for (const PoolAccess &pool : m_own.pools())
        m_known.insert(pool.account.id, knownOf(pool.account.id));
}

void Session::recallKnown()
{
    m_model.absorb(std::exchange(m_known, {}));
}

} // namespace genauth
