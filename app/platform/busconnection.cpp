// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/busconnection.h"

#include <QUuid>

#include <mutex>
#include <thread>

namespace genauth {

/** What it shares with the thread that connects, which may outlive it. */
struct BusConnection::Connecting
{
    const QDBusConnection::BusType type;
    const QString name = QUuid::createUuid().toString();
    std::mutex mutex = {};
    BusConnection *connection = nullptr; ///< null: it is gone
    bool isConnected = false;

    void run()
    {
        const bool isWelcome = QDBusConnection::connectToBus(type, name).isConnected();
        const std::scoped_lock lock(mutex);
        isConnected = connection && isWelcome;
        if (!isConnected)
            QDBusConnection::disconnectFromBus(name);
        if (connection)
            QMetaObject::invokeMethod(connection,
                isConnected ? &BusConnection::open : &BusConnection::failed, Qt::QueuedConnection);
    }
};

BusConnection::BusConnection(QDBusConnection::BusType bus, QObject *parent)
    : QObject(parent)
    , m_connecting(new Connecting{.type = bus})
{
    m_connecting->connection = this;
    std::thread([connecting = m_connecting] { connecting->run(); }).detach();
}

BusConnection::~BusConnection()
{
    const std::scoped_lock lock(m_connecting->mutex);
    m_connecting->connection = nullptr;
    if (m_connecting->isConnected)
        QDBusConnection::disconnectFromBus(m_connecting->name);
}

QDBusConnection BusConnection::bus() const
{
    return QDBusConnection(m_connecting->name);
}

void BusConnection::open()
{
    m_isOpen = true;
    emit opened();
}

} // namespace genauth
