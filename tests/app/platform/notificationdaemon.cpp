// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/platform/notificationdaemon.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QTest>

#include <csignal>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10'000;

const QString Service = u"org.freedesktop.Notifications"_s;
const QString Path = u"/org/freedesktop/Notifications"_s;
const QString Mock = u"org.freedesktop.DBus.Mock"_s;

bool isThere()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(Service);
}

QDBusMessage answerTo(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Mock, method);
    call.setArguments(arguments);
    QDBusMessage answer = QDBusConnection::sessionBus().call(call, QDBus::Block, Patience);
    if (answer.type() != QDBusMessage::ReplyMessage)
        qFatal("%s: %s", qPrintable(method), qPrintable(answer.errorMessage()));
    return answer;
}

} // namespace

NotificationDaemon::NotificationDaemon(const QString &capabilities)
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Debian's modules belong to this python3, which may not be the first one.
    m_process.start(u"/usr/bin/python3"_s,
        {u"-m"_s, u"dbusmock"_s, u"--template"_s, u"notification_daemon"_s, u"--parameters"_s,
            uR"({"capabilities": "%1"})"_s.arg(capabilities)});
    if (!m_process.waitForStarted(Patience) || !QTest::qWaitFor(isThere, Patience))
        qFatal("the daemon for notifications does not start; is python3-dbusmock there?");
    // Its methods come a moment after its name.
    if (!QTest::qWaitFor(
            [] {
                const QDBusMessage call = QDBusMessage::createMethodCall(
                    Service, Path, Service, u"GetServerInformation"_s);
                return QDBusConnection::sessionBus().call(call).type() ==
                       QDBusMessage::ReplyMessage;
            },
            Patience))
        qFatal("the daemon for notifications does not answer");
}

NotificationDaemon::~NotificationDaemon()
{
    m_process.kill();
    m_process.waitForFinished(Patience);
    if (!QTest::qWaitFor([] { return !isThere(); }, Patience))
        qFatal("the daemon for notifications does not go");
}

QList<QVariantList> NotificationDaemon::calls(const QString &method) const
{
    const QDBusMessage answer = answerTo(u"GetMethodCalls"_s, {method});
    const auto all = answer.arguments().constFirst().value<QDBusArgument>();
    QList<QVariantList> found;
    all.beginArray();
    while (!all.atEnd()) {
        quint64 when = 0;
        QVariantList arguments;
        all.beginStructure();
        all >> when >> arguments;
        all.endStructure();
        found.append(arguments);
    }
    all.endArray();
    return found;
}

QList<NotifyCall> NotificationDaemon::notifications() const
{
    QList<NotifyCall> found;
    const QList<QVariantList> all = calls(u"Notify"_s);
    for (const QVariantList &call : all) {
        found.append({.program = call.value(0).toString(),
            .replaces = call.value(1).toUInt(),
            .icon = call.value(2).toString(),
            .title = call.value(3).toString(),
            .body = call.value(4).toString(),
            .actions = qdbus_cast<QStringList>(call.value(5)),
            .hints = qdbus_cast<QVariantMap>(call.value(6)),
            .expires = call.value(7).toInt()});
    }
    return found;
}

QList<uint> NotificationDaemon::closed() const
{
    QList<uint> ids;
    const QList<QVariantList> all = calls(u"CloseNotification"_s);
    for (const QVariantList &call : all)
        ids.append(call.value(0).toUInt());
    return ids;
}

void NotificationDaemon::ask(const QString &method, const QVariantList &arguments) const
{
    (void)answerTo(method, arguments);
}

void NotificationDaemon::tell(
    const QString &signal, const QString &signature, const QVariantList &arguments) const
{
    ask(u"EmitSignal"_s, {Service, signal, signature, QVariant(arguments)});
}

void NotificationDaemon::tellAction(uint id, const QString &action) const
{
    tell(u"ActionInvoked"_s, u"us"_s, {id, action});
}

void NotificationDaemon::tellToken(uint id, const QString &token) const
{
    tell(u"ActivationToken"_s, u"us"_s, {id, token});
}

void NotificationDaemon::tellClosed(uint id) const
{
    tell(u"NotificationClosed"_s, u"uu"_s, {id, 2U});
}

void NotificationDaemon::refuse() const
{
    ask(u"AddMethod"_s, {Service, u"Notify"_s, u"susssasa{sv}i"_s, u"u"_s,
                            u"raise dbus.exceptions.DBusException('no', name='org.example.No')"_s});
}

void NotificationDaemon::hang() const
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void NotificationDaemon::goOn() const
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

} // namespace genauth::test
