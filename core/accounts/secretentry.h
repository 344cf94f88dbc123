// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace genauth {

struct PoolSecrets;

/** The most that an entry of the keychain is read of, in bytes. */
constexpr qsizetype MaxSecretEntry = 64 * 1024;

/** An entry as it lies in the keychain, one line of JSON:
 *  {"v":1,"id":"…","secret":"…","host":"…","proxyPassword":"…","proxy":"…"}, what is empty left
 *  out. Empty when it would not be read back: half a key, or a part that is no plausible key part.
 */
[[nodiscard]] QByteArray entryFrom(const PoolSecrets &secrets);

/** Nothing unless the entry holds a whole access key. Members it does not know are passed over. */
[[nodiscard]] std::optional<PoolSecrets> secretsFrom(const QByteArray &entry);

} // namespace genauth
