// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"

#include <QHash>
#include <QList>
#include <QUuid>

namespace genauth {

class Database;

/** The last good answer of each pool and operation, as it was sent. What it means is read anew each
 *  time, so a newer program understands more of an old answer. */
class SnapshotStore final
{
public:
    /** `database` is open, is of billingSchema(), and outlives this. */
    explicit SnapshotStore(Database &database);

    /** Of an answer's `data`, in bytes. GenAuth's own have a few KB. */
    static constexpr qsizetype LargestAnswer = 512 * 1024;

    /** In the caller's transaction, and false on a fault, as Database::run(). Keeps the good
     *  answers of `learned`; what it has none of stays as it is, and so does what another program
     *  received later, unless that is of the future: a clock went wrong. An account whose host, or
     *  the pool that its token names, has changed begins anew. An answer above LargestAnswer, or
     *  without the JSON to read it from again, is not kept, and what was kept of that operation
     * before goes: it is no longer the last. */
    [[nodiscard]] bool save(
        const Account &account, const PoolSnapshot &learned, const QDateTime &now);
    /** The same; what is kept of any account but these goes. */
    [[nodiscard]] bool forgetOthers(const QList<Account> &accounts);
    /** The same; samples go too. */
    [[nodiscard]] bool forget(const QUuid &accountId);

    /** What is known of these accounts, none of it asked for by this run: attemptedAt is invalid.
     *  Passed over are answers that came from another host than the account's, were changed behind
     *  our back, or are no longer understood. False on a fault: `known` has what was read before.
     */
    [[nodiscard]] bool readAll(
        const QList<Account> &accounts, QHash<QUuid, PoolSnapshot> &known) const;

    /** Of the package and the orders, what save() of the same would replace: of the same host and
     *  user pool, as it was written, and not received later. The same. */
    [[nodiscard]] bool readReplaced(const Account &account, const PoolSnapshot &learned,
        const QDateTime &now, PoolSnapshot &replaced) const;

private:
    Database &m_database;
};

/** How an account is named in the tables. */
[[nodiscard]] QString accountKey(const QUuid &accountId);

} // namespace genauth
