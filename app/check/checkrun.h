// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/check/checkoptions.h"
#include "app/check/checkpools.h"
#include "app/check/checkpublisher.h"
#include "core/billing/poolsnapshot.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace genauth {

class BillingStore;
class Clock;
class PoolsRefresher;

/** One check, or one after the other while watching: reads the keys, asks the pools, and hands on
 *  what it found. A check, the first one from start() on, never takes longer than its timeout: who
 *  has not answered by then has timed out. What it records may take LongestRecording more. */
class CheckRun final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        CheckPools &pools;
        PoolsRefresher &refresher;
        BillingStore *store = nullptr; ///< of --record
        const CheckPublisher &publisher;
        const Clock &clock;
    };

    /** The collaborators must outlive it. */
    CheckRun(const CheckOptions &options, const Collaborators &with, QObject *parent = nullptr);

    static constexpr std::chrono::seconds LongestRecording{10};

    /** Once. */
    void start();

signals:
    /** With the program's exit code; not while watching, unless there is nothing to watch, or
     *  nobody reads what is printed. */
    void ended(int exitCode);

private:
    void fail(const QString &sentence);
    void recall();
    /** Says so when the dashboard, which is meant to work, has been silent for too long. */
    void lookAtDashboard() const;
    void beginRound();
    void askPools();
    void take(const QUuid &accountId, PoolSnapshot learned);
    void runOutOfTime();
    void endRound();
    /** When what is to be recorded is. */
    void end(int exitCode);
    /** An attempt that failed before anything was sent, or was never made. */
    void noteFailure(CheckedPool &pool, const ApiError &why) const;
    [[nodiscard]] bool mayBeAsked(const CheckedPool &pool, const QDateTime &now) const;
    [[nodiscard]] CheckReport report() const;
    /** For the dashboard. */
    void leaveNote(AlertLevel level) const;

    enum class Step { None, Keys, Pools };

    CheckOptions m_options;
    Collaborators m_with;
    Step m_step = Step::None;
    QTimer m_timeout;
    QTimer m_nextRound;
    QTimer m_recording;
    QElapsedTimer m_roundTook;
    QSet<QUuid> m_waitedFor; ///< asked, and not heard of yet
    bool m_isOverdue = false;
};

} // namespace genauth
