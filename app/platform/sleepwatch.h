// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/busconnection.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace genauth {

class Clock;

/** Notices when the computer goes to sleep and wakes: by logind's PrepareForSleep on the system
 * bus, and, wherever that is not to be had, by the clock on the wall that went on while a clock
 * that stands still in sleep did not. The latter is also how a clock that was set forward shows: it
 * is told as waking, since what is to be done about it is the same.
 *
 *  Blocks nothing: the bus is connected to in a thread of its own, for which nobody waits. Does not
 *  hold up the sleep. */
class SleepWatch final : public QObject
{
    Q_OBJECT

public:
    /** Milliseconds since whenever, by a clock that stands still in sleep. */
    using Monotonic = std::function<qint64()>;

    /** How often the clocks are compared: a wake-up that costs microseconds. */
    static constexpr std::chrono::seconds LookEvery{60};
    /** Clocks drift, and are set right by seconds: only what is more than this is told. */
    static constexpr std::chrono::seconds Jump{60};

    /** `clock` must outlive the watch. */
    explicit SleepWatch(
        const Clock &clock, Monotonic monotonic = steadyMilliseconds, QObject *parent = nullptr);

    /** Whether it listens to the bus by now. */
    [[nodiscard]] bool isListening() const { return m_isListening; }
    /** Compares the clocks; a timer calls it. */
    void lookAtClocks();

    [[nodiscard]] static qint64 steadyMilliseconds();

signals:
    /** By logind alone, moments before. */
    void goingToSleep();
    /** Once for each sleep, or jump of the clock forward. */
    void wokeUp();

private slots: // by name: Qt D-Bus connects in no other way
    void prepareForSleep(bool isBeginning);

private:
    void listen();
    void rememberClocks();

    const Clock &m_clock;
    Monotonic m_monotonic;
    QDateTime m_lastWall;
    qint64 m_lastMonotonic = 0;
    bool m_isToWake = false;     ///< logind has told of the sleep, and not yet of its end
    bool m_isWakingTold = false; ///< by the clocks, which were first
    QTimer m_look;
    BusConnection m_bus;
    bool m_isListening = false;
};

} // namespace genauth
