// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/alertshape.h"

namespace genauth {

StateShape shapeOf(AlertRule rule, int step)
{
    switch (rule) {
    case AlertRule::EndsSoon:
        return shapeOf(urgencyOf(rule, step) == AlertUrgency::Critical
                           ? SubscriptionState::EndsVerySoon
                           : SubscriptionState::EndsSoon);
    case AlertRule::Ended:
        return shapeOf(SubscriptionState::Ended);
    case AlertRule::Overdue:
        return shapeOf(SubscriptionState::Overdue);
    case AlertRule::Contradiction:
        return shapeOf(SubscriptionState::Contradiction);
    case AlertRule::MauAtPercent:
    case AlertRule::RightAtLimit:
        return StateShape::OverQuota;
    case AlertRule::ForecastMeetsQuota:
        return StateShape::Soon;
    case AlertRule::DataIsOld:
    case AlertRule::KeyRefused:
        return StateShape::NoConnection;
    case AlertRule::Renewed:
    case AlertRule::Paid:
    case AlertRule::BackUnder:
        return StateShape::Good;
    }
    Q_UNREACHABLE();
}

} // namespace genauth
