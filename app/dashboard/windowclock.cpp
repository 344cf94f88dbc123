// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/windowclock.h"

#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/refreshscheduler.h"

#include <algorithm>

namespace genauth {

namespace {

/** Ages are told by the minute, so nothing on screen needs a look more often than that. */
constexpr qint64 LongestStep = 60'000;
/** A timer stands still while the computer sleeps: a long wait is looked at again on the way. */
constexpr qint64 LongestUnseenStep = 15 * 60'000;
/** While a person waits for the next try, seconds are told. */
constexpr qint64 SecondsToldBelow = 120'000;

} // namespace

WindowClock::WindowClock(
    PoolsModel &model, const RefreshScheduler &scheduler, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_timer(this)
    , m_look(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WindowClock::move);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &WindowClock::start);
}

void WindowClock::setShownPool(const QUuid &accountId)
{
    m_shownPool = accountId;
    schedule();
}

void WindowClock::setSeen(bool seen)
{
    if (m_isSeen == seen)
        return;
    m_isSeen = seen;
    if (seen)
        move();
    else
        schedule();
}

void WindowClock::schedule()
{
    if (!m_look.isActive())
        m_look.start(0);
}

void WindowClock::move()
{
    m_model.reassess();
    emit moved();
    schedule();
}

void WindowClock::start()
{
    if (m_model.rowCount() == 0) {
        m_timer.stop();
        return;
    }
    const QDateTime now = m_clock.nowUtc();
    const qint64 longest = m_isSeen ? LongestStep : LongestUnseenStep;
    qint64 step = longest;
    const QDateTime next = m_scheduler.nextTry(m_shownPool).at;
    if (m_isSeen && next.isValid() && next > now && now.msecsTo(next) < SecondsToldBelow)
        step = 1000;
    if (const QDateTime boundary = m_model.nextBoundary(); boundary.isValid())
        step = std::clamp<qint64>(now.msecsTo(boundary), 1, step);
    m_timer.setTimerType(step < longest ? Qt::PreciseTimer : Qt::VeryCoarseTimer);
    m_timer.start(static_cast<int>(step));
}

} // namespace genauth
