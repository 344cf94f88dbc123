// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/billingstore.h"
#include "core/store/database.h"
#include "core/store/snapshotstore.h"
#include "core/store/usagehistory.h"

#include <QDate>
#include <QDeadlineTimer>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace genauth {

/** What became of one write. */
struct StoreOutcome
{
    bool isDone = false;
    std::optional<BillingStoreProblem> news; ///< another problem than before, or None again
    QString setAsideFile;
};

/** What a BillingStore does in its other thread, to which this belongs with all it holds. */
class StoreWorker final : public QObject
{
    Q_OBJECT

public:
    /** After another program was waited for in vain, so long nothing is written: each of what waits
     *  would have to wait as long again. */
    static constexpr int HeldMs = 10'000;

    explicit StoreWorker(const QString &file);

    struct Reading
    {
        QHash<QUuid, PoolSnapshot> known;
        BillingStoreProblem problem = BillingStoreProblem::None;
        QString setAsideFile;
    };
    [[nodiscard]] Reading readAll(const QList<Account> &accounts, const QDateTime &now);

    [[nodiscard]] StoreOutcome save(
        const Account &account, const PoolSnapshot &learned, const QDateTime &now);
    [[nodiscard]] StoreOutcome forget(const QUuid &accountId, const QDateTime &now);
    /** Of accounts that are not among these: what was to be forgotten when nothing could be
     * written, or what another program has written since. */
    [[nodiscard]] StoreOutcome forgetOthers(const QList<Account> &accounts, const QDateTime &now);
    [[nodiscard]] UsageSamples samples(
        const QUuid &accountId, const QString &series, const QDateTime &since);
    /** In its own thread, as all the others. */
    void close();

private:
    using Work = std::function<std::optional<DatabaseFault>()>;
    /** Does it, with a new file where the old one is useless. */
    [[nodiscard]] std::optional<DatabaseFault> attempt(
        const Work &work, const QDateTime &now, StoreOutcome &outcome);
    /** Opens the file; one that is useless is put aside, and a new one made. */
    [[nodiscard]] std::optional<DatabaseFault> open(
        Database::Check check, const QDateTime &now, StoreOutcome &outcome);
    [[nodiscard]] std::optional<DatabaseFault> replaceFile(
        DatabaseFault why, const QDateTime &now, StoreOutcome &outcome);
    [[nodiscard]] StoreOutcome change(const std::function<bool()> &work, const QDateTime &now);
    [[nodiscard]] bool forgetThose();
    void thin(const QDateTime &now);

    Database m_database;
    SnapshotStore m_snapshots;
    UsageHistory m_history;
    QSet<QUuid> m_toForget; ///< those that a full disk has kept, too
    bool m_fails = false;
    QDeadlineTimer m_held; ///< until then nothing is tried: another program holds the file
    QDate m_thinned;
};

} // namespace genauth
