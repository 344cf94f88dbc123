// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

#include <QJsonObject>

#include <optional>

namespace genauth {

/** An account as a JSON object, the same in the list of pools and in a list that is shared. Holds
 *  exactly the fields of Account: a field that is added there by mistake is not written. */
[[nodiscard]] QJsonObject toJson(const Account &account);

/** Empty unless everything in it is within its range: a real id, a host that readHost() reads as
 *  itself, offsets, thresholds, a currency isKnownCurrency() or none. Unknown members are passed
 *  over; a missing one has its default, but for id and host. */
[[nodiscard]] std::optional<Account> accountFromJson(const QJsonObject &object);

} // namespace genauth
