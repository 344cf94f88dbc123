// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertrules.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

#include <functional>
#include <optional>

namespace genauth {

class AlertCenter;
class Clock;

/** The alerts of this pool that will fire until then, if no answer changes; nothing: nothing is
 *  known of the pool yet, and nobody can tell. */
using Rehearse = std::function<std::optional<QList<RehearsedAlert>>(
    const QUuid &accountId, const QDateTime &until)>;

/** From what the alert center looks at, with its thresholds. Both must outlive the result. Sends
 *  and stores nothing. */
[[nodiscard]] Rehearse rehearsalOf(const AlertCenter &center, const Clock &clock);

} // namespace genauth
