// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"

namespace genauth {

/** Starting at login, as the preferences offer it. */
[[nodiscard]] LoginStartChoice loginStartChoice();

} // namespace genauth
