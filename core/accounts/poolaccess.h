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

/** True when both ask the same server for the same pool in the same way: what was asked with one is
 *  an answer to the other, too, as far as that does not hang on the key. Name, currency and
 *  thresholds are nothing that is asked. */
[[nodiscard]] inline bool isSameConnection(const Account &a, const Account &b)
{
    return a.id == b.id && a.host == b.host && a.poolId == b.poolId &&
           a.clockOffset == b.clockOffset && a.proxy == b.proxy && a.caFile == b.caFile;
}

/** The same, and with the same secrets. */
[[nodiscard]] inline bool isSameConnection(const PoolAccess &a, const PoolAccess &b)
{
    return isSameConnection(a.account, b.account) && a.key == b.key &&
           a.proxyPassword == b.proxyPassword;
}

} // namespace genauth
