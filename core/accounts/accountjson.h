// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

#include <QJsonObject>

#include <optional>

namespace genauth {

/** An account as a JSON object, the same in the list of pools and in a list that is shared. Holds
 *  exactly the fields of Account, empty texts left out: a field that is added there by mistake is
 *  not written. Says what it is given, in range or not: accountFromJson() is who judges. */
[[nodiscard]] QJsonObject toJson(const Account &account);

/** Empty unless everything in it is within its range: a real id, without braces; a host that
 *  readHost() reads as itself; a pool id isPlausiblePoolId(); a currency isKnownCurrency() or none;
 *  offset and thresholds, whole, as account.h says; a given proxy with host and port; texts that
 *  are text and numbers that are numbers, null being neither. Unknown members are passed over; a
 *  missing one has its default, but for id and host. A name may be any text: see displayText(). */
[[nodiscard]] std::optional<Account> accountFromJson(const QJsonObject &object);

/** An id of 36 characters, without braces, capitals or not; null for anything else. Qt itself
 *  passes over what follows a whole id. */
[[nodiscard]] QUuid idFromText(const QString &text);

} // namespace genauth
