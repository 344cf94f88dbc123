// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/networkwatch.h"

#include <QNetworkInterface>
#include <QSocketNotifier>

#include <array>

#ifdef Q_OS_LINUX
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace genauth {

namespace {

#ifdef Q_OS_LINUX

/** The kernel's news of links and addresses; -1 where it has none for us. */
int openNews()
{
    const int descriptor =
        ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    if (descriptor < 0)
        return -1;
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

/** What they say does not matter, only that there were some. False: there will be no more. */
bool takeAll(int descriptor)
{
    std::array<char, 8192> buffer;
    for (;;) {
        const auto size = ::recv(descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size == 0)
            return false;
        if (size > 0 || errno == EINTR || errno == ENOBUFS) // some were lost
            continue;
        return errno == EAGAIN || errno == EWOULDBLOCK;
    }
}

void closeNews(int descriptor)
{
    ::close(descriptor);
}

#else

int openNews()
{
    return -1;
}

bool takeAll(int)
{
    return false;
}

void closeNews(int) {}

#endif

} // namespace

NetworkWatch::NetworkWatch(QObject *parent)
    : NetworkWatch(openNews(), presentAddresses, parent)
{
}

NetworkWatch::NetworkWatch(int descriptor, Look look, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_look(std::move(look))
{
    if (descriptor < 0)
        return;
    m_known = m_look();
    m_settling.setSingleShot(true);
    m_settling.setInterval(Settling);
    connect(&m_settling, &QTimer::timeout, this, &NetworkWatch::lookAround);
    m_notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &NetworkWatch::takeMessages);
}

NetworkWatch::~NetworkWatch()
{
    stopListening();
}

void NetworkWatch::stopListening()
{
    if (!m_notifier)
        return;
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater(); // it may be what calls this
    closeNews(m_descriptor);
}

void NetworkWatch::takeMessages()
{
    if (!takeAll(m_descriptor))
        stopListening();
    if (!m_settling.isActive())
        m_settling.start();
}

void NetworkWatch::lookAround()
{
    const Addresses present = m_look();
    const bool hasCome = !m_known.contains(present);
    m_known = present;
    if (hasCome)
        emit cameBack();
}

NetworkWatch::Addresses NetworkWatch::presentAddresses()
{
    Addresses addresses;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) ||
            !flags.testFlag(QNetworkInterface::IsRunning) ||
            flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const QList<QNetworkAddressEntry> entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries)
            addresses.insert(entry.ip().toString());
    }
    return addresses;
}

} // namespace genauth
