// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keyringwatch.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <chrono>

namespace genauth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Properties = u"org.freedesktop.DBus.Properties"_s;
const QString Collection = u"org.freedesktop.Secret.Collection"_s;
const QString Locked = u"Locked"_s;

} // namespace

KeyringWatch::KeyringWatch(QObject *parent)
    : QObject(parent)
    , m_bus(QDBusConnection::SessionBus)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(100ms);
    connect(&m_settling, &QTimer::timeout, this, &KeyringWatch::changed);
    connect(&m_bus, &BusConnection::opened, this, &KeyringWatch::listen);
}

void KeyringWatch::listen()
{
    QDBusConnection bus = m_bus.bus();
    bus.connect(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s,
        u"NameOwnerChanged"_s, {u"org.freedesktop.secrets"_s}, {}, this,
        SLOT(noteOwner(QString, QString, QString)));
    // From whomever: with the sender's name Qt would ask the bus, and wait, for who that is.
    bus.connect({}, {}, Properties, u"PropertiesChanged"_s, {Collection}, {}, this,
        SLOT(noteProperties(QDBusMessage)));
    // gnome-keyring 42 says no more than this when what was locked from its start is unlocked.
    bus.connect({}, {}, u"org.freedesktop.Secret.Service"_s, u"CollectionChanged"_s, this,
        SLOT(lookAt(QDBusMessage)));
    m_isListening = true;
}

void KeyringWatch::noteOwner(const QString &, const QString &, const QString &now)
{
    m_isLocked.clear();
    if (!now.isEmpty())
        changeSoon();
}

void KeyringWatch::noteProperties(const QDBusMessage &message)
{
    const auto values = qdbus_cast<QVariantMap>(message.arguments().value(1));
    const QVariant locked = values.value(Locked);
    if (locked.isValid())
        note(message.path(), locked.toBool());
}

void KeyringWatch::lookAt(const QDBusMessage &message)
{
    const QString path = message.arguments().value(0).value<QDBusObjectPath>().path();
    // An answer that is still to come is newer than this message.
    if (path.isEmpty() || m_lookingAt.contains(path))
        return;
    m_lookingAt.insert(path);
    QDBusMessage get =
        QDBusMessage::createMethodCall(message.service(), path, Properties, u"Get"_s);
    get << Collection << Locked;
    get.setAutoStartService(false);
    auto *look = new QDBusPendingCallWatcher(m_bus.bus().asyncCall(get), this);
    connect(look, &QDBusPendingCallWatcher::finished, this, [this, look, path] {
        const QDBusPendingReply<QDBusVariant> locked = *look;
        m_lookingAt.remove(path);
        if (locked.isValid())
            note(path, locked.value().variant().toBool());
        look->deleteLater();
    });
}

void KeyringWatch::note(const QString &collection, bool isLocked)
{
    const bool wasOpen = !m_isLocked.value(collection, true);
    m_isLocked.insert(collection, isLocked);
    if (!isLocked && !wasOpen)
        changeSoon();
}

void KeyringWatch::changeSoon()
{
    if (!m_settling.isActive())
        m_settling.start();
}

} // namespace genauth
