// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/subscriptionstate.h"

#include <QCoreApplication>
#include <QString>

namespace genauth {

/** How many pools there are, and what is wrong with how many of them. */
class PoolsSummary
{
    Q_DECLARE_TR_FUNCTIONS(genauth::PoolsSummary)

public:
    void add(const SubscriptionAssessment &assessment);

    /** "50 pools: 3 overdue, 2 end soon, 3 cannot be refreshed"; "50 pools" when nothing is wrong.
     *  A pool counts once for what its package is like, and once more when it cannot be refreshed.
     */
    [[nodiscard]] QString line() const;

private:
    int m_pools = 0;
    int m_overdue = 0;
    int m_ended = 0;
    int m_endSoon = 0;
    int m_overQuota = 0;
    int m_contradictory = 0;
    int m_notReachable = 0;
    int m_unknown = 0;
};

} // namespace genauth
