// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUuid>

namespace genauth {

class Database;

/** An alert as it lies in the database, which does not know what alerts are: see AlertArchive. */
struct StoredAlert
{
    qint64 id = 0; ///< above zero
    QUuid account;
    bool hasEnded = false;
    QByteArray data; ///< compact JSON

    friend bool operator==(const StoredAlert &, const StoredAlert &) = default;
};

struct StoredAlerts
{
    QList<StoredAlert> alerts;         ///< by their ids, ascending
    QHash<QUuid, QByteArray> memories; ///< compact JSON, by account
};

/** What fired, and what is remembered of each pool to tell what is new. */
class AlertStore final
{
public:
    /** So many alerts are kept; the oldest of those that have ended go first. */
    static constexpr int MostAlerts = 5000;

    /** `database` is open, is of billingSchema(), and outlives this. */
    explicit AlertStore(Database &database);

    // In the caller's transaction, and false on a fault, as Database::run().
    /** Inserts it, or replaces the one of the same id. */
    [[nodiscard]] bool keep(const StoredAlert &alert);
    [[nodiscard]] bool keepMemory(const QUuid &account, const QByteArray &data);
    [[nodiscard]] bool forgetEnded();
    [[nodiscard]] bool forget(const QUuid &account);
    [[nodiscard]] bool forgetOthers(const QList<Account> &accounts);

    /** False on a fault: `known` has what was read before. Rows that cannot be are passed over. */
    [[nodiscard]] bool readAll(StoredAlerts &known) const;

private:
    Database &m_database;
};

} // namespace genauth
