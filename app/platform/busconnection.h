// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <memory>

namespace genauth {

/** A connection of its own to a bus. Connecting waits for the bus to say hello, for half a minute
 * if need be: that happens in a thread for which nobody waits. */
class BusConnection final : public QObject
{
    Q_OBJECT

public:
    explicit BusConnection(QDBusConnection::BusType bus, QObject *parent = nullptr);
    ~BusConnection() override;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /** While isOpen(). */
    [[nodiscard]] QDBusConnection bus() const;

signals:
    void opened();
    /** There is no such bus, or it does not let us in. */
    void failed();

private:
    struct Connecting;
    void open();

    std::shared_ptr<Connecting> m_connecting;
    bool m_isOpen = false;
};

} // namespace genauth
