// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alert.h"

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

/** So many days before the end, and fewer, it is critical; as a pool's own state has it. */
constexpr int CriticalDays = 7;
constexpr int CriticalPercent = 100;

} // namespace

QString alertRuleCode(AlertRule rule)
{
    switch (rule) {
    case AlertRule::EndsSoon:
        return u"ends-soon"_s;
    case AlertRule::Ended:
        return u"ended"_s;
    case AlertRule::Overdue:
        return u"overdue"_s;
    case AlertRule::Contradiction:
        return u"contradiction"_s;
    case AlertRule::MauAtPercent:
        return u"mau"_s;
    case AlertRule::ForecastMeetsQuota:
        return u"forecast"_s;
    case AlertRule::RightAtLimit:
        return u"right"_s;
    case AlertRule::DataIsOld:
        return u"old-data"_s;
    case AlertRule::KeyRefused:
        return u"key"_s;
    case AlertRule::Renewed:
        return u"renewed"_s;
    case AlertRule::Paid:
        return u"paid"_s;
    case AlertRule::BackUnder:
        return u"back-under"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AlertRule> alertRuleFromCode(const QString &code)
{
    const auto *const found = std::ranges::find(AlertRules, code, alertRuleCode);
    return found == AlertRules.end() ? std::nullopt : std::optional(*found);
}

QString alertUrgencyCode(AlertUrgency urgency)
{
    switch (urgency) {
    case AlertUrgency::Good:
        return u"good"_s;
    case AlertUrgency::Warning:
        return u"warning"_s;
    case AlertUrgency::Critical:
        return u"critical"_s;
    }
    Q_UNREACHABLE();
}

AlertUrgency urgencyOf(AlertRule rule, int step)
{
    const auto criticalIf = [](bool is) {
        return is ? AlertUrgency::Critical : AlertUrgency::Warning;
    };
    switch (rule) {
    case AlertRule::Ended:
    case AlertRule::Overdue:
    case AlertRule::KeyRefused:
        return AlertUrgency::Critical;
    case AlertRule::EndsSoon:
        return criticalIf(step <= CriticalDays);
    case AlertRule::MauAtPercent:
        return criticalIf(step >= CriticalPercent);
    case AlertRule::Contradiction:
    case AlertRule::ForecastMeetsQuota:
    case AlertRule::RightAtLimit:
    case AlertRule::DataIsOld:
        return AlertUrgency::Warning;
    case AlertRule::Renewed:
    case AlertRule::Paid:
    case AlertRule::BackUnder:
        return AlertUrgency::Good;
    }
    Q_UNREACHABLE();
}

bool isBillingRule(AlertRule rule)
{
    return rule != AlertRule::DataIsOld && rule != AlertRule::KeyRefused;
}

bool isGoodNews(AlertRule rule)
{
    return rule == AlertRule::Renewed || rule == AlertRule::Paid || rule == AlertRule::BackUnder;
}

} // namespace genauth
