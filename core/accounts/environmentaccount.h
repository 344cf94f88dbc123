// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"

#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace genauth {

enum class EnvironmentProblem {
    KeyIdMissing,   ///< a secret or a host, but no GENAUTH_ACCESS_KEY_ID
    KeyIdUnusable,  ///< control characters, or longer than any key
    SecretMissing,  ///< a key id, but no secret
    SecretUnusable, ///< empty, control characters, or longer than any key
    HostUnusable,   ///< see readHost()
    HostIsPlainHttp,
    PoolIdUnusable, ///< see isPlausiblePoolId()

    SecretFileUnreadable, ///< not there, not permitted, not a regular file
    SecretFileNotOurs,    ///< owned by neither this user nor root
    SecretFileTooOpen,    ///< others may read it, and it does not lie on a read-only mount
};

/** What the environment says about a pool: nothing (both empty), a pool, or what is wrong with it.
 */
struct EnvironmentReading
{
    std::optional<PoolAccess> pool;
    std::optional<EnvironmentProblem> problem;
    QString subject; ///< the variable or file at fault; never a secret
};

/** Reads one pool, kept in memory only, from
 *  - GENAUTH_HOST (default: defaultHost()),
 *  - GENAUTH_ACCESS_KEY_ID,
 *  - GENAUTH_ACCESS_KEY_SECRET_FILE, or else GENAUTH_ACCESS_KEY_SECRET,
 *  - GENAUTH_USERPOOL_ID (optional).
 *  Reads at most one small file; a secret file is never written, and its content appears nowhere.
 */
[[nodiscard]] EnvironmentReading readEnvironmentAccount(const QProcessEnvironment &environment);

} // namespace genauth
