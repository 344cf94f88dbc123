// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accountstore.h"

namespace genauth {

// What is changed in a list of pools, as it is done to this program's list and to the one on disk,
// which another program may have changed meanwhile: hence by id, never by place.

/** At the end; what is there already stays as it is. Their keys are wanted again. */
void addAccounts(AccountList &list, const QList<Account> &accounts);
/** In the place of the account `id`, or at the end where that is gone. Where the new one has
 *  another id, the old one's key is to be removed. */
void replaceAccount(AccountList &list, const QUuid &id, const Account &account);
/** Its key is to be removed, too. */
void removeAccount(AccountList &list, const QUuid &id);
/** Those that are not named stay behind, in their order. The order is the user's from then on. */
void orderAccounts(AccountList &list, const QList<QUuid> &ids);

} // namespace genauth
