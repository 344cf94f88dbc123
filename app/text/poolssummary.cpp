// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/poolssummary.h"

namespace genauth {

void PoolsSummary::add(const SubscriptionAssessment &assessment)
{
    ++m_pools;
    if (assessment.all.contains(SubscriptionState::NotReachable))
        ++m_notReachable;
    switch (assessment.headline) {
    case SubscriptionState::Overdue:
        ++m_overdue;
        break;
    case SubscriptionState::Ended:
        ++m_ended;
        break;
    case SubscriptionState::EndsVerySoon:
    case SubscriptionState::EndsSoon:
        ++m_endSoon;
        break;
    case SubscriptionState::OverMau:
    case SubscriptionState::RightAtLimit:
        ++m_overQuota;
        break;
    case SubscriptionState::Contradiction:
        ++m_contradictory;
        break;
    case SubscriptionState::Unknown:
        ++m_unknown;
        break;
    case SubscriptionState::NotReachable:
    case SubscriptionState::NoEndDate:
    case SubscriptionState::Active:
        break;
    }
}

QString PoolsSummary::line() const
{
    QString wrong;
    const auto say = [&wrong](int count, const QString &words) {
        if (count > 0)
            //: a list that grows: "3 overdue, 2 end soon"
            wrong = wrong.isEmpty() ? words : tr("%1, %2").arg(wrong, words);
    };
    say(m_overdue, tr("%Ln overdue", nullptr, m_overdue));
    say(m_ended, tr("%Ln ended", nullptr, m_ended));
    say(m_endSoon, tr("%Ln end(s) soon", nullptr, m_endSoon));
    say(m_overQuota, tr("%Ln over quota", nullptr, m_overQuota));
    say(m_contradictory, tr("%Ln contradictory", nullptr, m_contradictory));
    say(m_notReachable, tr("%Ln cannot be refreshed", nullptr, m_notReachable));
    say(m_unknown, tr("%Ln unknown", nullptr, m_unknown));
    const QString pools = tr("%Ln pool(s)", nullptr, m_pools);
    //: %1 "50 pools", %2 "3 overdue, 2 end soon"
    return wrong.isEmpty() ? pools : tr("%1: %2").arg(pools, wrong);
}

} // namespace genauth
