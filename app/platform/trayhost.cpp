// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/trayhost.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

const QString Watcher = u"org.kde.StatusNotifierWatcher"_s; // its name and its interface
const QString Properties = u"org.freedesktop.DBus.Properties"_s;
const QString WatcherPath = u"/StatusNotifierWatcher"_s;

} // namespace

TrayHost::TrayHost(QObject *parent)
    : QObject(parent)
    , m_bus(QDBusConnection::SessionBus)
{
    connect(&m_bus, &BusConnection::opened, this, &TrayHost::listen);
    connect(&m_bus, &BusConnection::failed, this, [this] { setState(State::Absent); });
}

void TrayHost::listen()
{
    QDBusConnection bus = m_bus.bus();
    bus.connect(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s,
        u"NameOwnerChanged"_s, {Watcher}, {}, this, SLOT(noteOwner(QString, QString, QString)));
    // From whomever: with the watcher's name Qt would ask the bus, and wait, for who that is. It is
    // asked before anything is believed.
    for (const QString &signal :
        {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        bus.connect({}, WatcherPath, Watcher, signal, this, SLOT(lookAgain()));
    bus.connect({}, WatcherPath, Properties, u"PropertiesChanged"_s, {Watcher}, {}, this,
        SLOT(lookAgain()));
    look();
}

void TrayHost::noteOwner(const QString &, const QString &, const QString &now)
{
    ++m_lastLook; // what the former owner still answers does not count
    setState(now.isEmpty() ? State::Absent : State::Unknown);
    if (!now.isEmpty())
        look();
}

void TrayHost::lookAgain()
{
    look();
}

void TrayHost::look()
{
    QDBusMessage get = QDBusMessage::createMethodCall(Watcher, WatcherPath, Properties, u"Get"_s);
    get << Watcher << u"IsStatusNotifierHostRegistered"_s;
    get.setAutoStartService(false);
    auto *answer = new QDBusPendingCallWatcher(m_bus.bus().asyncCall(get), this);
    connect(
        answer, &QDBusPendingCallWatcher::finished, this, [this, answer, number = ++m_lastLook] {
            answer->deleteLater();
            if (number == m_lastLook)
                noteLook(answer);
        });
}

void TrayHost::noteLook(QDBusPendingCallWatcher *look)
{
    const QDBusPendingReply<QDBusVariant> isRegistered = *look;
    const QDBusError::ErrorType error = isRegistered.error().type();
    if (isRegistered.isValid())
        setState(isRegistered.value().variant().toBool() ? State::Present : State::Absent);
    else if (error == QDBusError::NoReply || error == QDBusError::Timeout)
        setState(State::Unknown); // it hangs
    else
        setState(State::Absent); // no watcher, or one that cannot tell
}

void TrayHost::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit changed();
}

} // namespace genauth
