// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/alertrehearsal.h"

#include "core/alerts/alertcenter.h"
#include "core/base/clock.h"

namespace genauth {

Rehearse rehearsalOf(const AlertCenter &center, const Clock &clock)
{
    return [&center, &clock](const QUuid &accountId,
               const QDateTime &until) -> std::optional<QList<RehearsedAlert>> {
        const std::optional<AlertFacts> facts = center.factsOf(accountId);
        if (!facts || !facts->snapshot.package.value)
            return std::nullopt;
        return rehearse(*facts, center.settings().of(accountId), clock.nowUtc(), until);
    };
}

} // namespace genauth
