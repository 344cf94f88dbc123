// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/poolsrefresher.h"
#include "core/sync/retrypolicy.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <optional>

namespace genauth {

/** Decides when each pool is asked again, and has the refresher ask. Keeps one timer for all pools;
 *  it goes by the clock it is given, so a timer that fires late, or a clock that was set forward,
 *  only means that what is due by then is asked for. When the clock was set back, all plans move
 *  back with it: nobody waits a year for a clock that was a year ahead. */
class RefreshScheduler final : public QObject
{
    Q_OBJECT

public:
    /** Presses of Refresh for one pool within this time of one another make one request. */
    static constexpr std::chrono::seconds PauseByHand{5};

    /** setInterval() keeps to these. */
    static constexpr std::chrono::seconds ShortestInterval{600};
    static constexpr std::chrono::seconds LongestInterval{86'400};
    /** What a catch-up waits for: after waking, a network needs a moment. */
    static constexpr std::chrono::milliseconds QuietBeforeCatchUp{2000};
    /** A catch-up leaves alone whom it finds asked that short a time ago. */
    static constexpr std::chrono::seconds PauseOfCatchUp{5};
    /** Of several catch-ups within that time, the first alone has back-off begin anew. */
    static constexpr std::chrono::seconds PauseOfFreshStarts{60};

    /** `refresher` and `clock` must outlive the scheduler. */
    RefreshScheduler(PoolsRefresher &refresher, const Clock &clock,
        RetryPolicy policy = RetryPolicy(), QObject *parent = nullptr);

    /** Forgets pools that are not among these. A pool that is new is not asked by itself until its
     *  first refresh, which somebody else starts, has ended or was stopped. */
    void setPools(const QList<QUuid> &accountIds);
    /** One more; the others are not looked at. One that is known already keeps its plan. */
    void addPool(const QUuid &accountId);

    /** What came of a press of Refresh. */
    enum class ByHand {
        Asked,       ///< or under way already
        TooSoon,     ///< asked a moment ago, those that may be asked at all
        HeldBack,    ///< the server of every pool that is known asked to wait: see heldUntil()
        NobodyToAsk, ///< none of the pools is known
    };
    /** Asks for all these pools at once, whatever their back-off, and also those that are not asked
     *  by themselves any more; only a server's own request to wait is kept to, and PauseByHand. */
    ByHand refreshByHand(const QList<QUuid> &accountIds);

    /** Kind::None also of a pool that was never asked. */
    [[nodiscard]] NextTry nextTry(const QUuid &accountId) const;
    /** Until when the pool's server asked not to be asked; invalid when it did not, or not any
     *  more. */
    [[nodiscard]] QDateTime heldUntil(const QUuid &accountId) const;
    /** Zero: off. */
    [[nodiscard]] std::chrono::seconds interval() const { return m_policy.interval(); }
    /** At once, for all pools, counted from when each was asked last. Zero is off: from then on
     *  pools are asked at the start and by hand alone, and no failure is tried again by itself. */
    void setInterval(std::chrono::seconds interval);

    /** The computer has woken, a network has come, or the clock was set forward. Ends what is under
     *  way for longer than it may be, and after QuietBeforeCatchUp asks, once, each pool that is
     * due or whose last attempt failed for what another network may mend; back-off begins anew. Who
     * is held back, or was asked within PauseOfCatchUp, is left to its plan, and who is under way
     * to the answer: however often this is called, no pool is asked twice. Off: asks nobody. */
    void catchUp();

    /** Asks for whatever is due at the clock's now. The timer calls it, once a minute at least:
     * that costs well below a millisecond, and a clock that jumps unseen delays no pool for longer.
     */
    void askForWhatIsDue();

    /** Plans by what an attempt at this pool has brought. Every refresh's result comes here by
     *  itself; call it with what was learned otherwise, by a connection check. */
    void learn(const QUuid &accountId, const PoolSnapshot &learned);

    /** A question outside the refreshes was refused: when the server asks to wait, that counts for
     *  the whole pool. Other errors change nothing. */
    void learnOfRefusal(const QUuid &accountId, const ApiError &error);

signals:
    /** nextTry() of this pool has changed. */
    void planned(const QUuid &accountId);

private:
    struct Plan
    {
        NextTry next = {};
        QDateTime heldUntil = {};
        int failures = 0; ///< in a row
        QDateTime askedByHand = {};
        QDateTime attempted = {};           ///< when the last attempt ended that was not stopped
        std::optional<ApiError> error = {}; ///< of that attempt
    };
    /** No server's wish to wait: of a refused key, say. */
    [[nodiscard]] static bool isToldToWait(const ApiError &error);
    [[nodiscard]] NextTry planAnew(const Plan &plan, const QDateTime &now) const;
    void beginBackOffAnew();
    void askForWhatWasMissed();
    [[nodiscard]] static bool wasAskedJustNow(const Plan &plan, const QDateTime &now);
    void planTheRest();
    void followClock();
    void schedule();

    PoolsRefresher &m_refresher;
    const Clock &m_clock;
    RetryPolicy m_policy;
    QHash<QUuid, Plan> m_plans;
    QTimer m_timer;
    QTimer m_quiet;        ///< runs before a catch-up
    QDateTime m_lastLook;  ///< at the clock
    QDateTime m_begunAnew; ///< back-off
};

} // namespace genauth
