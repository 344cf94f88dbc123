// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/statustext.h"

#include "app/text/formatting.h"

#include <algorithm>

namespace genauth {

namespace {

QString timeLeftText(const SubscriptionAssessment &assessment)
{
    return Formatting::timeLeft(roundedTimeLeft(assessment.secondsLeft.value_or(0)));
}

bool knowsEnd(const std::optional<Package> &package)
{
    return package && package->endTime.kind == EndTime::Kind::At;
}

} // namespace

QString StatusText::line(const SubscriptionAssessment &assessment)
{
    switch (assessment.headline) {
    case SubscriptionState::Overdue:
        return tr("Overdue %1").arg(Formatting::days(assessment.overdueDays.value_or(0)));
    case SubscriptionState::Ended:
        return tr("Ended");
    case SubscriptionState::EndsVerySoon:
    case SubscriptionState::EndsSoon:
        return tr("Ends in %1").arg(timeLeftText(assessment));
    case SubscriptionState::OverMau:
        return tr("Over MAU");
    case SubscriptionState::Contradiction:
        return tr("Contradictory");
    case SubscriptionState::RightAtLimit:
        return tr("Entitlement used up");
    case SubscriptionState::NotReachable:
        return tr("Cannot refresh");
    case SubscriptionState::Unknown:
        return tr("Unknown");
    case SubscriptionState::NoEndDate:
        return tr("No end date");
    case SubscriptionState::Active:
        return tr("Active");
    }
    Q_UNREACHABLE();
}

QString StatusText::listLine(const SubscriptionAssessment &assessment)
{
    const bool saysNothingOfTheEnd = assessment.headline == SubscriptionState::Active ||
                                     assessment.headline == SubscriptionState::OverMau ||
                                     assessment.headline == SubscriptionState::RightAtLimit;
    if (!saysNothingOfTheEnd || !assessment.secondsLeft)
        return line(assessment);
    //: %1 a state such as "Active", %2 a time such as "200 days"
    return tr("%1, %2 left").arg(line(assessment), timeLeftText(assessment));
}

std::optional<StatusText::Banner> StatusText::banner(
    const SubscriptionAssessment &assessment, const std::optional<Package> &package)
{
    // A failed refresh does not silence what was known before it.
    const auto worst = std::ranges::find_if(assessment.all,
        [](SubscriptionState state) { return state != SubscriptionState::NotReachable; });
    if (worst == assessment.all.cend())
        return std::nullopt;
    std::optional<Banner> banner = bannerOfState(*worst, assessment, package);
    const bool contradicts = assessment.all.contains(SubscriptionState::Contradiction);
    if (banner && package && contradicts && *worst != SubscriptionState::Contradiction)
        banner->advice =
            Formatting::sentences({banner->advice, contradiction(assessment, *package)});
    return banner;
}

std::optional<StatusText::Banner> StatusText::bannerOfState(SubscriptionState state,
    const SubscriptionAssessment &assessment, const std::optional<Package> &package)
{
    const QString end = knowsEnd(package) ? Formatting::dateTime(package->endTime.at) : QString();
    const QString stop = tr("Sign-in for your users may stop at any time.");
    const QString renew = tr("Renew in the GenAuth console, then press Refresh.");
    switch (state) {
    case SubscriptionState::Overdue: {
        const QString ended = knowsEnd(package) && assessment.secondsOverdue
                                  ? tr("The package ended on %1.").arg(end)
                                  : tr("GenAuth counts this package as overdue.");
        return Banner{tr("Overdue by %1").arg(Formatting::days(assessment.overdueDays.value_or(0))),
            Formatting::sentences({ended, stop, renew})};
    }
    case SubscriptionState::Ended:
        return Banner{tr("The package has ended"),
            Formatting::sentences({tr("It ended on %1.").arg(end), stop, renew})};
    case SubscriptionState::EndsVerySoon:
    case SubscriptionState::EndsSoon:
        return Banner{tr("Ends in %1").arg(timeLeftText(assessment)),
            tr("The package ends on %1. Renew in the GenAuth console before then, or your users "
               "may be "
               "unable to sign in.")
                .arg(end)};
    case SubscriptionState::OverMau:
        return Banner{tr("More MAU used than bought"),
            tr("Further users may be refused. Upgrade the package in the GenAuth console.")};
    case SubscriptionState::Contradiction:
        return Banner{tr("GenAuth's figures disagree"),
            package ? contradiction(assessment, *package) : QString()};
    case SubscriptionState::RightAtLimit:
        return Banner{tr("An entitlement is used up"),
            tr("What it covers may stop working. Upgrade the package in the GenAuth console.")};
    case SubscriptionState::Unknown:
        if (!package)
            return std::nullopt;
        return Banner{
            tr("The end time is unknown"), tr("GenAuth sent no end time that can be read, so "
                                              "nobody is warned before this package ends. "
                                              "Check it in the GenAuth console.")};
    case SubscriptionState::NotReachable:
    case SubscriptionState::NoEndDate:
    case SubscriptionState::Active:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString StatusText::contradiction(const SubscriptionAssessment &assessment, const Package &package)
{
    const QString counted = Formatting::days(package.overdueDays.value.value_or(0));
    const QString check = tr("Check the package in the GenAuth console.");
    const QString difference =
        assessment.secondsOverdue
            ? tr("GenAuth counts %1 overdue, the end time says %2.")
                  .arg(counted, Formatting::days(roundedDaysOverdue(*assessment.secondsOverdue)))
            : tr("GenAuth counts %1 overdue, but the end time has not come yet.").arg(counted);
    return Formatting::sentences({difference, check});
}

} // namespace genauth
