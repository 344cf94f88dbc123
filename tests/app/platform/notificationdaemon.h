// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QProcess>
#include <QString>
#include <QVariantList>

namespace genauth::test {

/** What a daemon was asked to show, as it came over the bus. */
struct NotifyCall
{
    QString program;
    uint replaces = 0;
    QString icon;
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
    int expires = 0;
};

/** python3-dbusmock's notification daemon, on the session bus of this process. Counts its
 *  notifications from 1. What does not come up within ten seconds ends the test program. */
class NotificationDaemon
{
public:
    /** Capabilities by the specification, separated by blanks. */
    explicit NotificationDaemon(const QString &capabilities);
    ~NotificationDaemon();
    Q_DISABLE_COPY_MOVE(NotificationDaemon)

    [[nodiscard]] QList<NotifyCall> notifications() const;
    /** Numbers of those it was asked to close. */
    [[nodiscard]] QList<uint> closed() const;

    // As if a user had pressed something.
    void tellAction(uint id, const QString &action) const;
    void tellToken(uint id, const QString &token) const;
    void tellClosed(uint id) const;

    /** Has it answer each Notify with an error. */
    void refuse() const;
    /** Has it hang, or go on. */
    void hang() const;
    void goOn() const;

private:
    [[nodiscard]] QList<QVariantList> calls(const QString &method) const;
    void tell(const QString &signal, const QString &signature, const QVariantList &arguments) const;
    void ask(const QString &method, const QVariantList &arguments) const;

    QProcess m_process;
};

} // namespace genauth::test
