// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/busconnection.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

class QDBusMessage;

namespace genauth {

/** Notices when it is worth asking the desktop's keyring again: a Secret Service has come to the
 *  session bus, or one of its collections was unlocked. It listens, and looks at a collection that
 *  has changed; it starts no service and shows no prompt. What is stored in a collection that is
 *  open anyway, by this program or another, is no news.
 *
 *  Blocks nothing: the bus is connected to in a thread of its own, for which nobody waits. Where
 *  there is no session bus, or one that does not answer, it stays quiet. */
class KeyringWatch final : public QObject
{
    Q_OBJECT

public:
    explicit KeyringWatch(QObject *parent = nullptr);

    /** Whether it listens by now. */
    [[nodiscard]] bool isListening() const { return m_isListening; }

signals:
    /** Once for all that happens at one time. */
    void changed();

private slots: // by name: Qt D-Bus connects in no other way
    void noteOwner(const QString &name, const QString &before, const QString &now);
    void noteProperties(const QDBusMessage &message);
    void lookAt(const QDBusMessage &message);

private:
    void listen();
    void note(const QString &collection, bool isLocked);
    void changeSoon();

    BusConnection m_bus;
    QTimer m_settling;
    QHash<QString, bool> m_isLocked; ///< by a collection's path, where it is known
    QSet<QString> m_lookingAt;       ///< collections
    bool m_isListening = false;
};

} // namespace genauth
