// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/database.h"

namespace genauth {

/** The tables of snapshotstore, usagehistory, alertstore, journal and watcherstore. Times are
 *  milliseconds since 1970, UTC. */
[[nodiscard]] DatabaseSchema billingSchema();

} // namespace genauth
