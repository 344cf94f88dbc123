// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/alertstore.h"
#include "core/store/billingstore.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/snapshotstore.h"
#include "core/store/usagehistory.h"
#include "core/store/watcherstore.h"

#include <QDate>
#include <QDeadlineTimer>
#include <QMap>
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
    bool journalGrew = false;
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
    /** Of all accounts: samples, and entries of the journal. */
    [[nodiscard]] StoreOutcome clearHistory(const QDateTime &now);
    /** Thins out by them at once, where the file is open. */
    void setHistoryLimits(const HistoryLimits &limits, const QDateTime &now);
    /** What could not be written is written with the next that can. */
    [[nodiscard]] StoreOutcome keepAlert(const StoredAlert &alert, const QDateTime &now);
    [[nodiscard]] StoreOutcome keepAlertMemory(
        const QUuid &accountId, const QByteArray &data, const QDateTime &now);
    [[nodiscard]] StoreOutcome forgetEndedAlerts(const QDateTime &now);
    /** After readAll(). */
    [[nodiscard]] StoredAlerts alerts();
    [[nodiscard]] StoreOutcome keepNote(const WatcherNote &note, const QDateTime &now);
    [[nodiscard]] std::optional<WatcherNote> note(Watcher who);
    [[nodiscard]] UsageSamples samples(
        const QUuid &accountId, const QString &series, const QDateTime &since);
    [[nodiscard]] JournalEntries journal(const QUuid &accountId);
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
    /** Removes what is to be removed; in a transaction. */
    [[nodiscard]] bool forgetThose();
    [[nodiscard]] bool keepThose();
    void haveWritten();
    [[nodiscard]] StoreOutcome writeWhatWaits(const QDateTime &now);
    void thin(const QDateTime &now);

    Database m_database;
    SnapshotStore m_snapshots;
    UsageHistory m_history;
    AlertStore m_alerts;
    Journal m_journal;
    WatcherStore m_watchers;
    QSet<QUuid> m_toForget;                    ///< those that a full disk has kept, too
    bool m_isHistoryToClear = false;           ///< likewise
    QMap<qint64, StoredAlert> m_toKeep;        ///< likewise
    QHash<QUuid, QByteArray> m_memoriesToKeep; ///< likewise
    bool m_fails = false;
    QDeadlineTimer m_held; ///< until then nothing is tried: another program holds the file
    QDate m_thinned;
};

} // namespace genauth
