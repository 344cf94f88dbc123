// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>
#include <QUuid>

namespace genauth {

class Clock;
class PoolsModel;
class RefreshScheduler;

/** Has the pools judged anew when time alone changes something: at the next boundary of any pool,
 *  and, while somebody can see the window, each minute for the ages that it tells, or each second
 *  while the next try of the shown pool is told in seconds. */
class WindowClock final : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it. */
    WindowClock(PoolsModel &model, const RefreshScheduler &scheduler, const Clock &clock,
        QObject *parent = nullptr);

    /** The one whose next try the window tells; null: none. */
    void setShownPool(const QUuid &accountId);
    /** A window that is hidden, or minimized, tells no age. */
    void setSeen(bool seen);
    /** Looks, when this turn of the event loop is over, when there is next something to do. */
    void schedule();
    /** Judges all pools anew, now. */
    void move();

signals:
    /** All pools were judged anew; what is told of the time is to be told anew. */
    void moved();

private:
    void start();

    PoolsModel &m_model;
    const RefreshScheduler &m_scheduler;
    const Clock &m_clock;
    QUuid m_shownPool;
    bool m_isSeen = false;
    QTimer m_timer;
    QTimer m_look; ///< thousands of pools may change in one turn: one look for all of them
};

} // namespace genauth
