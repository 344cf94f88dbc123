// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/recordedrequest.h"
#include "tests/support/serverscript.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QSslSocket;
class QTcpServer;
class QTcpSocket;

namespace genauth::test {

class ServerConnection;
struct TlsIdentity;

/** A server on loopback, over real sockets and in this thread's event loop, that answers each path
 *  as a test scripts it, down to the single byte, and records all that arrives. */
class FaultyServer final : public QObject
{
    Q_OBJECT

public:
    using Answerer = std::function<Script(const RecordedRequest &)>;

    /** Listens on a free port of a loopback address; 127.0.0.2 serves as another host. */
    explicit FaultyServer(
        const QHostAddress &address = QHostAddress::LocalHost, QObject *parent = nullptr);
    ~FaultyServer() override;

    /** Speaks TLS on connections from now on, offering "h2" and "http/1.1". */
    void useTls(const TlsIdentity &identity);

    [[nodiscard]] QUrl url() const; ///< "http://127.0.0.1:40000", or https with TLS
    [[nodiscard]] quint16 port() const;

    /** Hit after hit on this path gets the next script, and every hit after the last one the last.
     */
    void answer(const QString &path, const QList<Script> &scripts);
    void answerWith(const QString &path, const Answerer &answerer);
    /** For all paths without an answer of their own; at first a 404. */
    void answerRest(const Script &script);
    /** To every request on this path that silence() has kept waiting. */
    void answerLate(const QString &path, const Script &script);
    /** Played on every new connection, before anything is read from it. */
    void greetWith(const Script &script);

    [[nodiscard]] const QList<RecordedRequest> &requests() const { return m_requests; }
    [[nodiscard]] QList<RecordedRequest> requestsTo(const QString &path) const;
    [[nodiscard]] int hitsOn(const QString &path) const;
    [[nodiscard]] int connections() const { return m_connections; } ///< accepted so far
    [[nodiscard]] int openConnections() const;
    [[nodiscard]] int mostOpenConnections() const { return m_mostOpen; }
    /** Bytes of applications: what arrived, under TLS after it was decrypted. */
    [[nodiscard]] qint64 receivedBytes() const { return m_receivedBytes; }
    /** Of the last TLS handshake that succeeded: "http/1.1", "h2", or empty when none was offered.
     */
    [[nodiscard]] QByteArray nextProtocol() const { return m_nextProtocol; }
    [[nodiscard]] int tlsHandshakes() const { return m_tlsHandshakes; } ///< that succeeded

signals:
    /** When its script is about to be played. */
    void requestArrived();

private:
    void accept(qintptr descriptor);
    [[nodiscard]] QTcpSocket *encryptedSocket();
    [[nodiscard]] Script scriptFor(const RecordedRequest &request);

    std::unique_ptr<QTcpServer> m_listener;
    std::unique_ptr<TlsIdentity> m_tls;
    QHash<QString, Answerer> m_answerers;
    Script m_rest;
    Script m_greeting;
    QList<RecordedRequest> m_requests;
    QByteArray m_nextProtocol;
    qint64 m_receivedBytes = 0;
    int m_connections = 0;
    int m_mostOpen = 0;
    int m_tlsHandshakes = 0;
};

} // namespace genauth::test
