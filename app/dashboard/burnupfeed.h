// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/burnup.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/runningcycle.h"

#include <QDate>
#include <QObject>
#include <QUuid>

#include <optional>

namespace genauth {

class BillingStore;

/** Fetches from the store how the use of one pool's running billing cycle grew, and follows what
 *  refreshes add to it. */
class BurnUpFeed final : public QObject
{
    Q_OBJECT

public:
    /** `store` must outlive the feed. */
    explicit BurnUpFeed(BillingStore &store, QObject *parent = nullptr);

    /** This pool's, from now on; asks the store when it is another pool or another cycle. `today`
     *  in the pool's clock. */
    void follow(const Account &account, const PoolSnapshot &snapshot, QDate today);
    /** With the forecast made of it at `localNow`, this computer's clock. Nothing when no cycle
     *  runs. */
    [[nodiscard]] std::optional<BurnUp> burnUp(
        const PoolSnapshot &snapshot, const QDateTime &localNow) const;

signals:
    /** Other samples than before. */
    void changed();

private:
    void ask();

    BillingStore &m_store;
    QUuid m_account;
    std::optional<RunningCycle> m_cycle;
    UsageSamples m_samples;
};

} // namespace genauth
