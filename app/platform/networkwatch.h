// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QSocketNotifier;

namespace genauth {

/** Notices that this computer has come to a network, or to another one: it has an address that it
 *  had not before. On Linux the kernel says when to look (rtnetlink), which needs no service and no
 *  bus; on other systems, and where the kernel does not let us listen, it stays quiet.
 *
 *  Whether a host can be reached from there is not known. */
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    /** Addresses of all interfaces that are up, except loopback. */
    using Addresses = QSet<QString>;
    using Look = std::function<Addresses()>;

    /** A network that comes is many changes within a moment. */
    static constexpr std::chrono::milliseconds Settling{500};

    explicit NetworkWatch(QObject *parent = nullptr);
    /** `descriptor` becomes readable when there is something to look at, and is closed in the end;
     *  -1: there is none. */
    NetworkWatch(int descriptor, Look look, QObject *parent = nullptr);
    ~NetworkWatch() override;

    /** Whether anybody would say so. */
    [[nodiscard]] bool isListening() const { return m_notifier != nullptr; }

    [[nodiscard]] static Addresses presentAddresses();

signals:
    /** Once for all that happens at one time. */
    void cameBack();

private:
    void takeMessages();
    void lookAround();
    void stopListening();

    int m_descriptor;
    Look m_look;
    Addresses m_known;
    QTimer m_settling;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace genauth
