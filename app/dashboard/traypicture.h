// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/subscriptionstate.h"

#include <QIcon>

#include <optional>

namespace genauth {

class Theme;

/** The state's shape on a ground of its own, as a panel may be light or dark, with a badge that
 *  counts the open alerts: "9+" above nine, and a mere dot where there is no room for a digit.
 *  Without a state, the program's own icon. */
[[nodiscard]] QIcon trayPicture(
    std::optional<SubscriptionState> worst, int openAlerts, const Theme &theme);

} // namespace genauth
