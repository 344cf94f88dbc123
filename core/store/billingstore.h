// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/usagesample.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>

#include <functional>
#include <memory>

class QThread;

namespace genauth {

class Clock;
class StoreWorker;
struct StoreOutcome;

/** What hinders the store. */
enum class BillingStoreProblem {
    None,
    NoPlace,    ///< the environment names no home: nothing is kept
    Unreadable, ///< it cannot be opened, or its folder not made
    SetAside,   ///< it was damaged, and lies beside the new one now
    TooNew,     ///< a newer version of this program made it; it was set aside
    NotWritten, ///< a disk that is full, say: what was kept before is still there
};

/** The last good answers of each pool, and samples of how its usage grew, in one SQLite file. A
 *  thread of its own owns the connection; only readAll(), at the start, is waited for. Nothing here
 *  is a secret. */
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

    /** Keeps the good answers of this refresh, and samples of their usage. Where an earlier one of
     *  the account still waits for its turn, the two become one. */
    void save(const Account &account, const PoolSnapshot &learned);
    /** Forgets all that is kept of this account. */
    void forget(const QUuid &accountId);
    /** Forgets all that is kept of accounts other than these: call it when these are known to be
     * all there are. */
    void forgetOthers(const QList<Account> &accounts);
    /** Something may be kept from an earlier run. */
    [[nodiscard]] bool hasFile() const;
    /** Answered by samplesRead(), oldest first. */
    void requestSamples(const QUuid &accountId, const QString &series, const QDateTime &since);

    /** Something is still to be written. */
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

signals:
    void samplesRead(
        const QUuid &accountId, const QString &series, const genauth::UsageSamples &samples);
    /** After save(): there are new samples of this account. */
    void samplesAdded(const QUuid &accountId);
    /** Once when writing begins to fail, NotWritten, and when it succeeds again, None; also when
     * the file turns out to be damaged later than at the start: SetAside. */
    void writeProblem(genauth::BillingStoreProblem problem);
    /** isBusy() has become false. */
    void settled();

private:
    using Write = std::function<StoreOutcome(StoreWorker &)>;
    struct Link;
    struct WaitingSave;
    void write(Write work, std::function<void()> whenDone);
    /** Calls `work` in the thread; what it hands back, in this one, while this lives. */
    void inThread(std::function<std::function<void()>(StoreWorker &)> work);
    void writeEnded(const StoreOutcome &outcome, const std::function<void()> &whenDone);

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
