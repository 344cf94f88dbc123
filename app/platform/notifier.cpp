// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/notifier.h"

#include "core/base/logging.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QVariantMap>

#include <utility>

namespace genauth {

using namespace NotificationWire;
using namespace Qt::StringLiterals;

namespace {

const QString Service = u"org.freedesktop.Notifications"_s; // and its interface
const QString Path = u"/org/freedesktop/Notifications"_s;
const QString ProgramName = u"GenAuth Package Dashboard"_s;
const QString DesktopEntry = u"genauth-dashboard"_s; // and the icon's name
constexpr int AsTheDaemonLikes = -1;                 ///< how long it is shown

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

} // namespace

Notifier::Notifier(Limits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_bus(QDBusConnection::SessionBus)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, qOverload<>(&Notifier::fallBack));
    connect(&m_bus, &BusConnection::opened, this, &Notifier::listen);
    connect(&m_bus, &BusConnection::failed, this, [this] {
        m_hasNoBus = true;
        pursue();
    });
}

void Notifier::setFallback(Fallback fallback)
{
    m_fallback = std::move(fallback);
}

void Notifier::listen()
{
    m_patience.stop();
    QDBusConnection bus = m_bus.bus();
    bus.connect(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s,
        u"NameOwnerChanged"_s, {Service}, {}, this, SLOT(noteOwner(QString, QString, QString)));
    // From whomever: with the daemon's name Qt would ask the bus, and wait, for who that is. Each
    // message says who sent it.
    bus.connect({}, Path, Service, u"ActivationToken"_s, this,
        SLOT(noteToken(uint, QString, QDBusMessage)));
    bus.connect(
        {}, Path, Service, u"ActionInvoked"_s, this, SLOT(noteAction(uint, QString, QDBusMessage)));
    bus.connect({}, Path, Service, u"NotificationClosed"_s, this,
        SLOT(noteClosed(uint, uint, QDBusMessage)));
    pursue();
}

void Notifier::notify(const DesktopNotification &notification)
{
    const auto isSameKey = [&](const DesktopNotification &other) {
        return other.key == notification.key;
    };
    m_waiting.removeIf(isSameKey);
    m_waiting.append(notification);
    pursue();
}

void Notifier::withdraw(const QString &key)
{
    m_waiting.removeIf([&](const DesktopNotification &waiting) { return waiting.key == key; });
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end())
        return;
    if (shown->isSending) {
        shown->isWithdrawn = true;
        shown->next.reset();
        return;
    }
    close(shown->id);
    m_shown.erase(shown);
}

void Notifier::pursue()
{
    if (m_waiting.isEmpty())
        return;
    if (m_hasNoBus) {
        fallBack();
    } else if (!m_bus.isOpen()) {
        if (!m_patience.isActive())
            m_patience.start(m_limits.connect);
    } else if (!m_daemon) {
        askForCapabilities();
    } else {
        const auto waiting = std::exchange(m_waiting, {});
        for (const DesktopNotification &notification : waiting)
            send(notification);
    }
}

void Notifier::askForCapabilities()
{
    if (std::exchange(m_isAsking, true))
        return;
    auto *call = new QDBusPendingCallWatcher(m_bus.bus().asyncCall(callOf(u"GetCapabilities"_s),
                                                 static_cast<int>(m_limits.answer.count())),
        this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        m_isAsking = false;
        const QDBusMessage answer = call->reply();
        if (answer.type() != QDBusMessage::ReplyMessage) {
            qCInfo(lcDashboard) << "no daemon for notifications:" << answer.errorName();
            fallBack();
            return;
        }
        // It may have been replaced while it answered.
        if (m_owner.isEmpty() || m_owner == answer.service())
            m_daemon = {answer.service(), answer.arguments().value(0).toStringList()};
        pursue();
    });
}

void Notifier::send(const DesktopNotification &notification)
{
    Shown &shown = m_shown[notification.key];
    shown.isWithdrawn = false;
    if (shown.isSending) { // whose number is not known yet, so it cannot be replaced yet
        shown.next = notification;
        return;
    }
    shown.isSending = true;
    const bool hasActions = m_daemon->capabilities.contains(u"actions"_s);
    const BodyFormat format =
        m_daemon->capabilities.contains(u"body-markup"_s) ? BodyFormat::Markup : BodyFormat::Plain;
    const QVariantMap hints{{u"desktop-entry"_s, DesktopEntry},
        {u"urgency"_s, QVariant::fromValue(urgencyOf(notification))}};
    QDBusMessage message = callOf(u"Notify"_s);
    message << ProgramName << shown.id << DesktopEntry << titleOf(notification)
            << bodyOf(notification, format)
            << (hasActions ? actionsOf(notification) : QStringList()) << hints << AsTheDaemonLikes;
    auto *call = new QDBusPendingCallWatcher(
        m_bus.bus().asyncCall(message, static_cast<int>(m_limits.answer.count())), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, notification] {
        call->deleteLater();
        noteAnswer(notification, call->reply());
    });
}

void Notifier::noteAnswer(const DesktopNotification &notification, const QDBusMessage &answer)
{
    const Shown before = m_shown.take(notification.key);
    if (answer.type() != QDBusMessage::ReplyMessage) {
        qCInfo(lcDashboard) << "a notification was not taken:" << answer.errorName();
        if (!before.isWithdrawn)
            fallBack(before.next.value_or(notification));
        return;
    }
    // A daemon that has gone since has taken its notifications with it.
    const bool isThere = m_daemon && m_daemon->name == answer.service();
    const uint id = isThere ? answer.arguments().value(0).toUInt() : 0;
    if (before.isWithdrawn) {
        close(id);
        return;
    }
    if (id != 0)
        m_shown.insert(notification.key, {.id = id, .next = {}});
    if (before.next)
        notify(*before.next);
}

void Notifier::close(uint id)
{
    if (id == 0)
        return;
    QDBusMessage message = callOf(u"CloseNotification"_s);
    message << id;
    message.setAutoStartService(false);
    m_bus.bus().send(message);
}

void Notifier::fallBack()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const DesktopNotification &notification : waiting)
        fallBack(notification);
}

void Notifier::fallBack(const DesktopNotification &notification)
{
    if (m_fallback)
        m_fallback(notification);
}

void Notifier::noteOwner(const QString & /*name*/, const QString & /*before*/, const QString &now)
{
    m_owner = now;
    if (m_daemon && m_daemon->name == now)
        return; // it was quicker to answer
    // Another one has numbers of its own, and may be able to do other things.
    m_daemon.reset();
    m_token.clear();
    m_shown.removeIf([](const auto &shown) { return !shown.value().isSending; });
    for (Shown &shown : m_shown)
        shown.id = 0;
}

std::optional<QString> Notifier::keyOf(uint id, const QDBusMessage &message) const
{
    // Every program hears of everybody's notifications.
    if (id == 0 || !m_daemon || message.service() != m_daemon->name)
        return std::nullopt;
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        if (shown->id == id)
            return shown.key();
    }
    return std::nullopt;
}

void Notifier::noteToken(uint id, const QString &token, const QDBusMessage &message)
{
    if (!keyOf(id, message))
        return;
    m_tokenId = id;
    m_token = token.toUtf8();
}

void Notifier::noteAction(uint id, const QString &action, const QDBusMessage &message)
{
    const std::optional<QString> key = keyOf(id, message);
    if (!key)
        return;
    const QByteArray token = std::exchange(m_token, {});
    if (action == ClickAction || action == OpenAction)
        emit opened(*key, m_tokenId == id ? token : QByteArray());
    else if (action == SnoozeAction)
        emit snoozed(*key);
}

void Notifier::noteClosed(uint id, uint /*reason*/, const QDBusMessage &message)
{
    const std::optional<QString> key = keyOf(id, message);
    if (!key)
        return;
    Shown &shown = m_shown[*key];
    shown.id = 0;
    if (!shown.isSending)
        m_shown.remove(*key);
}

} // namespace genauth
