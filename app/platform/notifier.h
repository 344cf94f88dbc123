// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/busconnection.h"
#include "app/platform/desktopnotification.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

class QDBusMessage;

namespace genauth {

struct NotifierLimits
{
    std::chrono::milliseconds connect{5000}; ///< for the bus to let us in
    std::chrono::milliseconds answer{5000};  ///< for the daemon to answer one question
};

/** Notifications by the Desktop Notifications Specification 1.2 (org.freedesktop.Notifications).
 *  Nothing here waits: the bus is connected to in a thread of its own, and every call to the daemon
 *  is asynchronous. What cannot be shown in this way (no bus, no daemon, one that refuses or does
 *  not answer within its limit) goes to the fallback, so nothing is lost. A daemon that comes
 *  later is used from then on. */
class Notifier final : public QObject
{
    Q_OBJECT

public:
    using Limits = NotifierLimits;
    using Fallback = std::function<void(const DesktopNotification &)>;

    explicit Notifier(Limits limits = {}, QObject *parent = nullptr);

    /** Gets what cannot be shown, as it was given to notify(); perhaps before that returns. */
    void setFallback(Fallback fallback);

    void notify(const DesktopNotification &notification);
    /** Takes the notification away, wherever it has got to; not from the fallback. */
    void withdraw(const QString &key);

signals:
    /** `activationToken` lets a window come to the front, by xdg-activation or as a startup id;
     *  empty where the desktop gives none. */
    void opened(const QString &key, const QByteArray &activationToken);
    void snoozed(const QString &key);

private slots: // by name: Qt D-Bus connects in no other way
    void noteOwner(const QString &name, const QString &before, const QString &now);
    void noteToken(uint id, const QString &token, const QDBusMessage &message);
    void noteAction(uint id, const QString &action, const QDBusMessage &message);
    void noteClosed(uint id, uint reason, const QDBusMessage &message);

private:
    /** Who speaks for org.freedesktop.Notifications. */
    struct Daemon
    {
        QString name; ///< unique on the bus
        QStringList capabilities;
    };
    struct Shown
    {
        uint id = 0; ///< the daemon's number for it; 0: none yet, or no longer
        bool isSending = false;
        bool isWithdrawn = false;                ///< while sending
        std::optional<DesktopNotification> next; ///< while sending: what takes its place then
    };

    void listen();
    void pursue();
    void askForCapabilities();
    void send(const DesktopNotification &notification);
    void noteAnswer(const DesktopNotification &notification, const QDBusMessage &answer);
    void close(uint id);
    void fallBack();
    void fallBack(const DesktopNotification &notification);
    [[nodiscard]] std::optional<QString> keyOf(uint id, const QDBusMessage &message) const;

    Limits m_limits;
    Fallback m_fallback;
    BusConnection m_bus;
    bool m_hasNoBus = false;
    bool m_isAsking = false;
    QString m_owner;                      ///< the newest news of who is the daemon; empty: none
    std::optional<Daemon> m_daemon;       ///< none: not asked yet
    QList<DesktopNotification> m_waiting; ///< for the bus, or for a daemon; one of each key
    QHash<QString, Shown> m_shown;        ///< by key
    uint m_tokenId = 0;                   ///< the notification that m_token is for
    QByteArray m_token;
    QTimer m_patience; ///< with the bus, while anything waits for it
};

} // namespace genauth
