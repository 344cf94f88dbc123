// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/platform/faketraywatcher.h"

#include <QDBusConnection>
#include <QUuid>

namespace genauth::test {

namespace {

const QString Name = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString Path = QStringLiteral("/StatusNotifierWatcher");

} // namespace

FakeTrayWatcher::FakeTrayWatcher(bool hasHost)
    : m_connection(QUuid::createUuid().toString())
    , m_hasHost(hasHost)
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_connection);
    if (!bus.registerObject(Path, this, QDBusConnection::ExportAllContents) ||
        !bus.registerService(Name))
        qFatal("the watcher has no bus");
}

FakeTrayWatcher::~FakeTrayWatcher()
{
    QDBusConnection::disconnectFromBus(m_connection);
}

void FakeTrayWatcher::setHost(bool hasHost)
{
    m_hasHost = hasHost;
    if (hasHost)
        emit StatusNotifierHostRegistered();
    else
        emit StatusNotifierHostUnregistered();
}

bool FakeTrayWatcher::hasHost() const
{
    ++m_looks;
    return m_hasHost;
}

HangingTrayWatcher::HangingTrayWatcher()
    : m_connection(QUuid::createUuid().toString())
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_connection);
    if (!bus.registerVirtualObject(Path, this) || !bus.registerService(Name))
        qFatal("the watcher has no bus");
}

HangingTrayWatcher::~HangingTrayWatcher()
{
    go();
}

void HangingTrayWatcher::go()
{
    QDBusConnection::disconnectFromBus(m_connection);
}

QString HangingTrayWatcher::introspect(const QString &) const
{
    return {};
}

bool HangingTrayWatcher::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    message.setDelayedReply(true);
    return true;
}

} // namespace genauth::test
