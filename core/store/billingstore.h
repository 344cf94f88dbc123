// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/journalentry.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/usagesample.h"
#include "core/store/alertstore.h"
#include "core/store/usagehistory.h"
#include "core/store/watcherstore.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace genauth {

class Clock;
class StoreWorker;
struct StoreOutcome;
struct StoredAlert;
struct StoredAlerts;

/** What hinders the store. */
enum class BillingStoreProblem {
    None,
    NoPlace,    ///< the environment names no home: nothing is kept
    Unreadable, ///< it cannot be opened, or its folder not made
    SetAside,   ///< it was damaged, and lies beside the new one now
    TooNew,     ///< a newer version of this program made it; it was set aside
    NotWritten, ///< a disk that is full, say: what was kept before is still there
};

/** The last good answers of each pool, samples of how its usage grew, a journal of what changed,
 * and the alerts that fired, in one SQLite file. A thread of its own owns the connection; only
 *  readAll() and readAlerts(), at the start, are waited for. Nothing here is a secret. */
class BillingStore final : public QObject
{
    Q_OBJECT

public:
    /** The series of samples of what currentMau() says. Others go by the right's model code. */
    [[nodiscard]] static QString mauSeries();

    /** A disk that does not answer then, or another program that was stopped in the middle of a
     *  change, is not worth a program that does not end. */
    static constexpr int WaitMs = 1000;

    /** An empty `file` keeps nothing. `clock` must outlive the store. */
    explicit BillingStore(const QString &file, const Clock &clock, QObject *parent = nullptr);
    /** Waits for what is being written, but no longer than about twice WaitMs: then nothing more
     *  begins, and the thread is left to die with the process. */
    ~BillingStore() override;

    /** In the user's own data folder; empty when the environment names no home. */
    [[nodiscard]] static QString defaultFile();

    /** Opens the file, and reads what is known of these accounts. Blocking, at the start only. */
    [[nodiscard]] QHash<QUuid, PoolSnapshot> readAll(const QList<Account> &accounts);
    /** What hindered opening it. */
    [[nodiscard]] BillingStoreProblem openProblem() const { return m_openProblem; }
    /** There is no place to keep anything, or it cannot be opened. */
    [[nodiscard]] bool keepsNothing() const
    {
        return m_openProblem == BillingStoreProblem::NoPlace ||
               m_openProblem == BillingStoreProblem::Unreadable;
    }
    /** Where a file that was set aside, then or later, lies now; else empty. */
    [[nodiscard]] const QString &setAsideFile() const { return m_setAsideFile; }
    [[nodiscard]] const QString &file() const { return m_file; }

    /** Keeps the good answers of this refresh, samples of their usage, and what they have otherwise
     *  than those before. Where an earlier one of
     *  the account still waits for its turn, the two become one. */
    void save(const Account &account, const PoolSnapshot &learned);
    /** Forgets all that is kept of this account. */
    void forget(const QUuid &accountId);
    /** Forgets all that is kept of accounts other than these: call it when these are known to be
     * all there are. */
    void forgetOthers(const QList<Account> &accounts);
    /** Removes the samples and the journals of all accounts; the last good answers stay. Where the
     *  disk does not let it, it is done with what is saved next. Answered by historyCleared(). */
    void clearHistory();
    /** How much history is kept, from now on: at the start HistoryLimits(). What is too much goes
     *  soon. */
    void setHistoryLimits(const HistoryLimits &limits);

    /** The alerts that are kept, and what is remembered for them. Blocking, at the start only,
     *  after readAll(). */
    [[nodiscard]] StoredAlerts readAlerts();
    // These return at once. What cannot be written now is written with the next that can.
    void keepAlert(const StoredAlert &alert);
    void keepAlertMemory(const QUuid &accountId, const QByteArray &data);
    void forgetEndedAlerts();

    /** Keeps the last note of who has done its work. Returns at once; what cannot be written now is
     *  not written. */
    void noteWatcher(const WatcherNote &note);
    /** Blocking: not where a window waits. After readAll(). */
    [[nodiscard]] std::optional<WatcherNote> readWatcher(Watcher who);
    /** Answered by watcherRead(). */
    void requestWatcher(Watcher who);

    /** Something may be kept from an earlier run. */
    [[nodiscard]] bool hasFile() const;
    /** Answered by samplesRead(), oldest first. */
    void requestSamples(const QUuid &accountId, const QString &series, const QDateTime &since);
    /** Answered by journalRead(), newest first. */
    void requestJournal(const QUuid &accountId);

    /** Something is still to be written. */
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

signals:
    void samplesRead(
        const QUuid &accountId, const QString &series, const genauth::UsageSamples &samples);
    /** After save(): there are new samples of this account. */
    void samplesAdded(const QUuid &accountId);
    void journalRead(const QUuid &accountId, const genauth::JournalEntries &entries);
    /** After save(): the journal of this account has new entries. */
    void journalAdded(const QUuid &accountId);
    void historyCleared();
    /** Nothing: there is no note. */
    void watcherRead(genauth::Watcher who, const std::optional<genauth::WatcherNote> &note);
    /** Once when writing begins to fail, NotWritten, and when it succeeds again, None; also when
     * the file turns out to be damaged later than at the start: SetAside. */
    void writeProblem(genauth::BillingStoreProblem problem);
    /** isBusy() has become false. */
    void settled();

private:
    using Write = std::function<StoreOutcome(StoreWorker &)>;
    struct Link;
    struct WaitingSave;
    using WhenDone = std::function<void(const StoreOutcome &)>;
    void write(Write work, WhenDone whenDone);
    /** Calls `work` in the thread; what it hands back, in this one, while this lives. */
    void inThread(std::function<std::function<void()>(StoreWorker &)> work);
    void writeEnded(const StoreOutcome &outcome, const WhenDone &whenDone);
    /** Hands `answer`, in this thread, what `ask` has from the other. */
    template <class Value, class Ask, class Answer>
    void ask(Ask ask, Answer answer);

    const Clock &m_clock;
    QString m_file;
    BillingStoreProblem m_openProblem;
    QString m_setAsideFile;
    int m_underWay = 0;                                     ///< writes that have not ended
    QHash<QUuid, std::shared_ptr<WaitingSave>> m_lastSaves; ///< perhaps begun already
    std::shared_ptr<Link> m_link;                           ///< with what is in the thread
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<StoreWorker> m_worker; ///< the thread's
};

} // namespace genauth
