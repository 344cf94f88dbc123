// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accountstore.h"

#include <QByteArray>

namespace genauth {

/** The bytes of an AccountStore's file; the same list gives the same bytes. */
[[nodiscard]] QByteArray toAccountListFile(const AccountList &list);

/** Reads such bytes. An entry that is no account, or has the id of one before it, is kept under
 *  notUnderstood; whatever else is not of this form makes all of it NotUnderstood. */
[[nodiscard]] AccountStore::Reading readAccountListFile(const QByteArray &bytes);

/** Entries whose id had come before go with the account of that id: else a pool that was removed
 *  would be back in the next run, as it stood there the second time. */
void forgetCopiesOfRemoved(AccountList &list);

} // namespace genauth
