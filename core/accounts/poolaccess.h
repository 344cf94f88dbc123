// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accesskey.h"
#include "core/accounts/account.h"

namespace genauth {

/** An account together with what opens it. Lives in memory only. */
struct PoolAccess
{
    Account account;
    AccessKey key;
    QByteArray proxyPassword = {}; ///< UTF-8; of the account's own proxy, empty when it wants none

    friend bool operator==(const PoolAccess &, const PoolAccess &) = default;
};

} // namespace genauth
