// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/busconnection.h"

#include <QObject>
#include <QString>

class QDBusPendingCallWatcher;

namespace genauth {

/** Whether a desktop's panel shows tray icons: a StatusNotifier host, as the watcher
 *  org.kde.StatusNotifierWatcher on the session bus tells of it. It listens and asks; it starts no
 *  service.
 *
 *  Blocks nothing: the bus is connected to in a thread of its own, for which nobody waits. While
 *  the bus or the watcher does not answer, the state is Unknown: then nobody should ask them in a
 *  way that waits, which Qt does when it makes its first tray icon. */
class TrayHost final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown, ///< nobody has answered
        Absent,  ///< no session bus, no watcher, or one without a host
        Present,
    };

    explicit TrayHost(QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }

signals:
    void changed();

private slots: // by name: Qt D-Bus connects in no other way
    void noteOwner(const QString &name, const QString &before, const QString &now);
    void lookAgain();

private:
    void listen();
    void look();
    void noteLook(QDBusPendingCallWatcher *look);
    void setState(State state);

    BusConnection m_bus;
    State m_state = State::Unknown;
    quint64 m_lastLook = 0; ///< an answer to an earlier one is old
};

} // namespace genauth
