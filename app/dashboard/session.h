// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/billing/poolsnapshot.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUuid>

#include <memory>
#include <optional>

namespace genauth {

class Clock;
class DemoSandbox;
class OwnPools;
class PoolsModel;
class PoolsRefresher;
class RefreshScheduler;

/** Which pools are watched: none, the demo's, or the user's own. Hands them to everything that
 *  works on pools. A pool whose key has not arrived is shown, with the reason, and not asked. */
class Session final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Empty,
        DemoStarting,
        DemoFailed, ///< the sandbox did not start, and there are no pools of the user's own
        Demo,
        Connected,
    };

    /** All must outlive the session. */
    Session(PoolsModel &model, PoolsRefresher &refresher, RefreshScheduler &scheduler,
        OwnPools &own, const Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isDemo() const
    {
        return m_state == State::Demo || m_state == State::DemoStarting ||
               m_state == State::DemoFailed;
    }
    [[nodiscard]] std::optional<PoolAccess> pool(const QUuid &accountId) const;

    /** The pool's own key, its master secret, opens it, and its user has not heard so yet. */
    [[nodiscard]] bool advisesAnotherKey(
        const QUuid &accountId, const PoolSnapshot &snapshot) const;

    /** What was known of the user's own pools when the program last ended. */
    void recall(const QHash<QUuid, PoolSnapshot> &known);
    /** Watches the user's own pools, as they are known; those whose keys are here are new. */
    void watchOwn();
    /** Adopts these as the user's own, for this session alone, and watches them. */
    void watch(const QList<PoolAccess> &pools);
    /** Watches one more pool, and ends the demo. What a check has found is shown at once; of the
     *  user's other pools those that waited during the demo are new again. A pool that is there
     *  already, by its host and id, gets the new access instead: see merged(). It keeps what the
     *  user has chosen for it: name, currency, thresholds. */
    void add(const PoolAccess &pool, const PoolSnapshot &found);
    /** As add(), but always as one more: the user has asked for a second one. */
    void addCopy(const PoolAccess &pool, const PoolSnapshot &found);
    /** Goes on with other access to a pool that is watched. When it turns out to be another pool,
     *  what was known of the old one is forgotten. What is known and newer than `found` stays. */
    void replace(const PoolAccess &pool, const PoolSnapshot &found);

    /** True: the pools are to be shown in the order they stand in. False: worst first. */
    [[nodiscard]] bool isOrderedByUser() const;
    /** Of the demo's pools, the order is forgotten with the demo. */
    void setOrder(const QList<QUuid> &accountIds);
    void orderWorstFirst();

    /** `program` is genauth-sandbox, `language` "en" or "zh". The user's own pools wait, with
     *  their keys and what is known of them, until the demo ends. */
    void startDemo(const QString &program, const QString &language);
    /** The demo's pools, now that they are known; nobody is asked yet. */
    void watchDemo(const QList<PoolAccess> &pools);
    /** Goes back to the user's own pools, if there are any. */
    void endDemo();

signals:
    /** Of state(), or of the pools. */
    void changed();
    /** New pools are watched that nobody has been asked for yet. */
    void newPools(const QList<QUuid> &accountIds);
    void recalled();
    /** The user has just connected or edited this one. */
    void taken(const QUuid &accountId);
    /** Instead of one more pool, the one of this name got the new access. */
    void merged(const QString &name);
    /** The demo did not start, and the user's own pools are shown again. */
    void demoFailed();

private:
    void show(const QList<PoolAccess> &demo, State state);
    void showOwn();
    /** To what asks for pools: those that can be asked. */
    void handOver();
    void keyArrived(const QUuid &accountId);
    void showKeyProblems(const QList<QUuid> &accountIds);
    [[nodiscard]] static QList<PoolAccess> withKeys(const QList<PoolAccess> &pools);
    // What is known of the user's own pools, while the model holds the demo's.
    void rememberKnown();
    void recallKnown();
    [[nodiscard]] static QList<QUuid> idsOf(const QList<PoolAccess> &pools);
    /** What a check did not ask for: it may be known already, and still hold. */
    enum class Rest { AsKnown, ToBeAsked };
    void takeOver(const QUuid &accountId, const PoolSnapshot &found, Rest rest);
    [[nodiscard]] PoolSnapshot knownOf(const QUuid &accountId) const;
    /** The user pool that one of the user's own is, as far as that is known. */
    [[nodiscard]] QString poolIdOf(const PoolAccess &own) const;
    void merge(const PoolAccess &known, const PoolAccess &pool, const PoolSnapshot &found);
    void demoEnded();

    PoolsModel &m_model;
    PoolsRefresher &m_refresher;
    RefreshScheduler &m_scheduler;
    OwnPools &m_own;
    const Clock &m_clock;
    QList<PoolAccess> m_demoPools;
    bool m_demoIsOrdered = false;
    State m_state = State::Empty;
    // A keychain that is locked is that for every pool, and says so in one turn of the event loop.
    QSet<QUuid> m_unreadable;
    QTimer m_unreadableTimer;
    QHash<QUuid, PoolSnapshot> m_known; ///< of the user's own, while the demo is shown
    std::unique_ptr<DemoSandbox> m_demo;
};

} // namespace genauth
