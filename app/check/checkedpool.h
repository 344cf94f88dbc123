// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/billing/poolsnapshot.h"

#include <optional>

namespace genauth {

/** A pool that is checked, and what is known of it. */
struct CheckedPool
{
    PoolAccess access;
    /** Why there is no key, and nobody is asked; empty while it is being read, too. */
    std::optional<ApiError> keyProblem = {};
    PoolSnapshot snapshot = {};
    /** With which it was refused: it is not tried again. */
    std::optional<AccessKey> refusedKey = {};

    [[nodiscard]] bool isRefused() const { return refusedKey == access.key; }
};

} // namespace genauth
