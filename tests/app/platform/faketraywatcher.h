// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QObject>
#include <QStringList>

namespace genauth::test {

/** A StatusNotifierWatcher on the session bus of this process, over a connection of its own; it
 *  goes with the object. */
class FakeTrayWatcher final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)
    Q_PROPERTY(int ProtocolVersion READ protocolVersion)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items)

public:
    explicit FakeTrayWatcher(bool hasHost);
    ~FakeTrayWatcher() override;

    /** A host comes or goes, and is told of, as a watcher tells it. */
    void setHost(bool hasHost);

    [[nodiscard]] bool hasHost() const;
    [[nodiscard]] int protocolVersion() const { return 0; }
    /** Those that have registered themselves. */
    [[nodiscard]] QStringList items() const { return m_items; }
    /** How often somebody has asked whether there is a host. */
    [[nodiscard]] int looks() const { return m_looks; }

public slots:
    void RegisterStatusNotifierItem(const QString &item) { m_items << item; }
    void RegisterStatusNotifierHost(const QString &) { setHost(true); }

signals:
    void StatusNotifierItemRegistered(const QString &item);
    void StatusNotifierItemUnregistered(const QString &item);
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

private:
    QString m_connection;
    QStringList m_items;
    bool m_hasHost;
    mutable int m_looks = 0;
};

/** One that has the name and answers nothing, until go(). */
class HangingTrayWatcher final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    HangingTrayWatcher();
    ~HangingTrayWatcher() override;

    void go();

    [[nodiscard]] QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QString m_connection;
};

} // namespace genauth::test
