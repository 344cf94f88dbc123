// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checkoptions.h"

#include <algorithm>

namespace genauth {

Thresholds CheckOptions::thresholdsFor(const Account &account) const
{
    Thresholds thresholds = account.thresholds;
    if (warningDays) {
        thresholds.endsSoonDays = *warningDays;
        thresholds.endsVerySoonDays = std::min(thresholds.endsVerySoonDays, *warningDays);
    }
    if (criticalDays) {
        thresholds.endsVerySoonDays = *criticalDays;
        thresholds.endsSoonDays = std::max(thresholds.endsSoonDays, *criticalDays);
    }
    if (mauWarningPercent)
        thresholds.mauPercent = *mauWarningPercent;
    return thresholds;
}

} // namespace genauth
