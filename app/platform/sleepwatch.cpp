// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/sleepwatch.h"

#include "core/base/clock.h"

#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

SleepWatch::SleepWatch(const Clock &clock, Monotonic monotonic, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_monotonic(std::move(monotonic))
    , m_bus(QDBusConnection::SystemBus)
{
    connect(&m_bus, &BusConnection::opened, this, &SleepWatch::listen);
    rememberClocks();
    m_look.setTimerType(Qt::VeryCoarseTimer);
    m_look.setInterval(LookEvery);
    connect(&m_look, &QTimer::timeout, this, &SleepWatch::lookAtClocks);
    m_look.start();
}

void SleepWatch::listen()
{
    // From whomever: with the sender's name Qt would ask the bus, and wait, for who that is. Who
    // else says so on the system bus has the pools asked once more, and nothing else.
    m_bus.bus().connect({}, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
        u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
    m_isListening = true;
}

qint64 SleepWatch::steadyMilliseconds()
{
    // On Linux this is CLOCK_MONOTONIC, which stands still in sleep as the timers do.
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

void SleepWatch::rememberClocks()
{
    m_lastWall = m_clock.nowUtc();
    m_lastMonotonic = m_monotonic();
}

void SleepWatch::lookAtClocks()
{
    const qint64 onTheWall = m_lastWall.msecsTo(m_clock.nowUtc());
    const qint64 awake = m_monotonic() - m_lastMonotonic;
    rememberClocks();
    if (std::chrono::milliseconds(onTheWall - awake) <= Jump)
        return;
    m_isWakingTold = std::exchange(m_isToWake, false);
    emit wokeUp();
}

void SleepWatch::prepareForSleep(bool isBeginning)
{
    m_isToWake = isBeginning;
    if (isBeginning) {
        m_isWakingTold = false;
        emit goingToSleep();
        return;
    }
    rememberClocks(); // this sleep has been told of
    if (!std::exchange(m_isWakingTold, false))
        emit wokeUp();
}

} // namespace genauth
