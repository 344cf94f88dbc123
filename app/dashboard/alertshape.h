// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/stateshape.h"
#include "core/alerts/alert.h"

namespace genauth {

/** The shape of the state that an alert speaks of: in the list of alerts, beside its number. */
[[nodiscard]] StateShape shapeOf(AlertRule rule, int step);

} // namespace genauth
