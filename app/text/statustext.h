// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/package.h"
#include "core/billing/subscriptionstate.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace genauth {

/** What a state is called and what to do about it. */
class StatusText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::StatusText)

public:
    /** One line for lists: "Overdue 12 days", "Ends in 12 days", "Active". */
    [[nodiscard]] static QString line(const SubscriptionAssessment &assessment);

    /** line(), and where it says nothing of the end how much time is left until then:
     *  "Active, 200 days left". */
    [[nodiscard]] static QString listLine(const SubscriptionAssessment &assessment);

    /** A banner's words. */
    struct Banner
    {
        QString headline;
        QString advice; ///< what happened and what to do next, in whole sentences
    };

    /** Nothing when all is well, and nothing when the only trouble is the connection: that has
     *  words of its own (ErrorText). */
    [[nodiscard]] static std::optional<Banner> banner(
        const SubscriptionAssessment &assessment, const std::optional<Package> &package);

    /** How the server's count of overdue days and the end time differ. */
    [[nodiscard]] static QString contradiction(
        const SubscriptionAssessment &assessment, const Package &package);

private:
    [[nodiscard]] static std::optional<Banner> bannerOfState(SubscriptionState state,
        const SubscriptionAssessment &assessment, const std::optional<Package> &package);
};

} // namespace genauth
