// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/startrequest.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <chrono>

class QLocalServer;
class QLocalSocket;

namespace genauth {

/** One instance per user. The first holds a lock that ends with its process, however that ends, and
 *  listens beside it; a later one hands over what it was asked for. Both the lock and the socket
 *  lie in a folder of the user's alone. Only processes of the same user are listened to, with a
 *  message of bounded length and time. */
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    enum class Claim {
        First,      ///< this is the one; it listens from now on, and answers in the event loop
        HandedOver, ///< another one has taken the request: end this one
        Alone,      ///< there is no folder for a lock, or no way to lock: it cannot be known
        NoAnswer,   ///< another one holds the lock, and does not answer
    };

    /** In XDG_RUNTIME_DIR, else in the user's cache. */
    explicit SingleInstance(QObject *parent = nullptr);
    /** In this folder, which is made if it is not there. It must be the user's own, and closed to
     *  others, for claim() to be more than Alone. */
    explicit SingleInstance(QString folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /** Once, before the event loop. Returns at once in the first instance; a later one waits for
     *  the first to listen and to answer, for `limit` in all. */
    [[nodiscard]] Claim claim(const StartRequest &request, std::chrono::milliseconds limit);

    /** How long one who connects may take to say what it wants. For tests; 2 s else. */
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

signals:
    /** Another start has handed this over to us. */
    void asked(const genauth::StartRequest &request);

private:
    enum class Lock { Held, Others, Impossible };

    [[nodiscard]] bool openLock();
    [[nodiscard]] Lock tryLock();
    void unlock();
    [[nodiscard]] bool listen();
    void welcome();
    void read(QLocalSocket *socket);
    void drop(QLocalSocket *socket);

    QString m_folder;
    std::chrono::milliseconds m_patience{2000};
    int m_lock = -1; ///< descriptor
    QLocalServer *m_server = nullptr;
    QSet<QLocalSocket *> m_callers; ///< that have not yet said all
};

} // namespace genauth
