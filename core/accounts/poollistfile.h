// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace genauth {

/** The pools as a team shares them: a JSON document, indented, its form and version named in it.
 *  No secret, no access key id, of a proxy no user, and no CA file: who signs in, and where a file
 *  lies, differs from person to person. A proxy that is not in use is left out. */
[[nodiscard]] QByteArray toPoolListFile(const QList<Account> &accounts);

enum class PoolListProblem {
    TooLarge,     ///< above MaxPoolListBytes, or more than MaxPoolsInList pools
    NotAPoolList, ///< no JSON, or not of this form
    NewerVersion,
    BadPool, ///< one of its pools has a field out of range: none is taken
};

struct PoolListReading
{
    QList<Account> accounts;
    std::optional<PoolListProblem> problem;
    int badPool = 0; ///< BadPool only: which one, from 1
};

constexpr qsizetype MaxPoolListBytes = 4 * 1024 * 1024;
constexpr int MaxPoolsInList = 5000;

/** Reads such a document as anybody may have written it. A proxy's user and a CA file are passed
 *  over. Names are whatever they are: see displayText(). */
[[nodiscard]] PoolListReading readPoolListFile(const QByteArray &bytes);

/** Those of `offered` that are not among `known` yet, by id, or by host and pool id where both have
 *  one; and each only once. A pool that is known is never changed by a list from elsewhere: its key
 *  would go wherever that list says. For the same reason one whose id is among `keysToRemove`, of
 *  the user's AccountList, gets a new id: the keychain may still hold another pool's key under the
 *  old one, or is to have it removed later. */
[[nodiscard]] QList<Account> newPoolsOf(const QList<Account> &offered, const QList<Account> &known,
    const QList<QUuid> &keysToRemove = {});

} // namespace genauth
