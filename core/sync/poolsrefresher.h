// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/sync/poolrefresh.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <map>
#include <memory>
#include <optional>

namespace genauth {

class PoolQueries;

/** Refreshes many pools, a bounded number of them at once, each with a transport of its own; one
 *  slow or dead pool holds up nobody but the slot it sits in. Keeps each account's token between
 *  refreshes, in memory. */
class PoolsRefresher final : public QObject
{
    Q_OBJECT

public:
    /** Pools refreshed side by side. */
    static constexpr int DefaultSlots = 4;

    /** `slotCount`: see setSlotCount(). */
    PoolsRefresher(const RefreshContext &context, int slotCount, QObject *parent = nullptr);
    ~PoolsRefresher() override;

    /** What every refresh is given, in the present language. */
    [[nodiscard]] const RefreshContext &context() const { return m_context; }

    /** Replaces the pools. One whose connection is the same as before keeps its token, and its
     * refresh under way; that of a pool that has changed or gone is dropped without an answer. */
    void setPools(const QList<PoolAccess> &pools);
    /** One more, last; the others are not looked at. One that is known already stays as it is. */
    void addPool(const PoolAccess &pool);
    /** How many pools at once, at least one. With fewer, those under way end as they are. */
    void setSlotCount(int slotCount);
    /** What is asked for, of refreshes that start from now on; everything at first. */
    void setScope(PoolRefresh::Scope scope) { m_scope = scope; }
    /** The language of the server's messages, for refreshes that start from now on. */
    void setLanguage(ApiLanguage language);

    /** Asks for each of these pools that is known and neither under way nor waiting already. */
    void refresh(const QList<QUuid> &accountIds);
    void refreshAll();
    /** Ends what is under way; pools whose turn had not come keep what they had. */
    void cancel();
    /** Ends as TimedOut whatever request has been under way for longer than it may be, by the
     * clock: the computer has slept meanwhile, and its timers with it. */
    void giveUpOverdue();

    /** For questions to this pool outside its refreshes; null when it is not known, or has no key.
     *  Goes on with what it began with when the pool changes or goes: drop it then. */
    [[nodiscard]] std::unique_ptr<PoolQueries> queries(const QUuid &accountId) const;
    /** Whether they ask the pool as it is now: false once its connection has changed, or it has
     *  gone. */
    [[nodiscard]] bool isCurrent(const PoolQueries &queries) const;

    [[nodiscard]] bool isRunning() const { return m_active; }
    /** Since nothing was under way: pools that have ended, and pools asked for in all. */
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }

signals:
    void started();
    void poolStarted(const QUuid &accountId);
    void poolFinished(const QUuid &accountId, const genauth::PoolSnapshot &learned);
    /** Instead of poolFinished(): the pool has changed or gone meanwhile. */
    void poolDropped(const QUuid &accountId);
    void progressed(int done, int total);
    /** Every pool has ended, or cancel() was called. */
    void finished();

private:
    struct Pool
    {
        PoolAccess access;
        std::shared_ptr<TokenProvider> tokens;              ///< queries() may outlive the pool
        std::optional<std::chrono::seconds> clockSkew = {}; ///< as it was found last
    };
    void drop(const QUuid &accountId);
    void fillSlots();
    void startPool(const Pool &pool);
    void poolEnded(const QUuid &accountId, PoolRefresh *refresh);
    void finishIfDone();

    RefreshContext m_context;
    int m_slots;
    PoolRefresh::Scope m_scope = PoolRefresh::Scope::Everything;
    std::map<QUuid, Pool> m_pools;
    QList<QUuid> m_order;
    QList<QUuid> m_waiting; ///< in the order of their turn
    QHash<QUuid, PoolRefresh *> m_running;
    bool m_active = false;
    int m_done = 0;
    int m_total = 0;
};

} // namespace genauth
