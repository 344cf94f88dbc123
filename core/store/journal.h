// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/journalentry.h"
#include "core/billing/poolsnapshot.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <optional>

namespace genauth {

class Database;
class SnapshotStore;

/** What changed between refreshes, of every pool. A field that cannot be read is no change: what it
 *  said last is remembered, and compared with what it says once it can be read again. */
class Journal final
{
public:
    /** The newest of each pool are kept, */
    static constexpr qint64 MostEntries = 5000;
    /** and none that is older. */
    static constexpr int MostYears = 3;

    /** Both are open, of the same billingSchema(), and outlive this. */
    Journal(Database &database, const SnapshotStore &snapshots);

    /** Before SnapshotStore::save() of the same, in the same transaction: compares what that would
     *  replace with what came, and writes down what differs. Nothing is compared with the answers
     *  of another host or user pool, with what another program received later, or with what was
     *  changed behind our back. How many entries it added; nothing on a fault. */
    [[nodiscard]] std::optional<qsizetype> add(
        const Account &account, const PoolSnapshot &learned, const QDateTime &now);
    /** Newest first; nothing on a fault. */
    [[nodiscard]] std::optional<JournalEntries> entries(const QUuid &accountId) const;

    /** Removes what is older than MostYears before `now`, or before the newest entry where that is
     *  earlier. In the caller's transaction, and false on a fault, as Database::run(). */
    [[nodiscard]] bool thin(const QDateTime &now);
    /** The same; removes the entries of all pools. */
    [[nodiscard]] bool clear();

private:
    struct Pool;
    template <class T>
    [[nodiscard]] bool addChanges(Pool &pool, const QString &operation,
        const OperationState<T> &before, const OperationState<T> &after);
    [[nodiscard]] bool write(const Pool &pool, const JournalEntry &entry);

    Database &m_database;
    const SnapshotStore &m_snapshots;
};

} // namespace genauth
