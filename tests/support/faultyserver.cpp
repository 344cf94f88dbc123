// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultyserver.h"

#include "tests/support/certificates.h"
#include "tests/support/serverconnection.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

#include <algorithm>

namespace genauth::test {

namespace {

/** Hands out bare descriptors, so that whoever accepts chooses the kind of socket. */
class Listener final : public QTcpServer
{
public:
    explicit Listener(std::function<void(qintptr)> accept)
        : m_accept(std::move(accept))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_accept(descriptor); }

private:
    std::function<void(qintptr)> m_accept;
};

} // namespace

FaultyServer::FaultyServer(const QHostAddress &address, QObject *parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>([this](qintptr descriptor) { accept(descriptor); }))
    , m_rest(send(HttpText{.status = 404, .reason = "Not Found", .body = "{}"}))
{
    if (!m_listener->listen(address))
        qFatal("no loopback port to listen on");
}

FaultyServer::~FaultyServer() = default;

void FaultyServer::useTls(const TlsIdentity &identity)
{
    m_tls = std::make_unique<TlsIdentity>(identity);
}

QUrl FaultyServer::url() const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(m_listener->serverAddress().toString());
    url.setPort(port());
    return url;
}

quint16 FaultyServer::port() const
{
    return m_listener->serverPort();
}

void FaultyServer::answer(const QString &path, const QList<Script> &scripts)
{
    answerWith(path, [scripts, next = qsizetype{0}](const RecordedRequest &) mutable {
        const Script script = scripts.value(next);
        next = std::min(next + 1, scripts.size() - 1);
        return script;
    });
}

void FaultyServer::answerWith(const QString &path, const Answerer &answerer)
{
    m_answerers.insert(path, answerer);
}

void FaultyServer::answerRest(const Script &script)
{
    m_rest = script;
}

void FaultyServer::answerLate(const QString &path, const Script &script)
{
    for (ServerConnection *connection : findChildren<ServerConnection *>()) {
        if (connection->unansweredPath() == path)
            connection->play(script);
    }
}

void FaultyServer::greetWith(const Script &script)
{
    m_greeting = script;
}

QList<RecordedRequest> FaultyServer::requestsTo(const QString &path) const
{
    QList<RecordedRequest> found;
    std::ranges::copy_if(m_requests, std::back_inserter(found),
        [&](const RecordedRequest &request) { return request.path == path; });
    return found;
}

int FaultyServer::hitsOn(const QString &path) const
{
    return static_cast<int>(requestsTo(path).size());
}

int FaultyServer::openConnections() const
{
    const auto connections = findChildren<ServerConnection *>();
    return static_cast<int>(std::ranges::count_if(
        connections, [](const ServerConnection *connection) { return connection->isOpen(); }));
}

void FaultyServer::accept(qintptr descriptor)
{
    QTcpSocket *socket = m_tls ? encryptedSocket() : new QTcpSocket;
    socket->setSocketDescriptor(descriptor);
    auto *connection = new ServerConnection(
        socket, [this](const RecordedRequest &request) { return scriptFor(request); }, this);
    connect(connection, &ServerConnection::received, this,
        [this](qint64 bytes) { m_receivedBytes += bytes; });
    connect(connection, &ServerConnection::closed, connection, &QObject::deleteLater);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        encrypted->startServerEncryption();
    ++m_connections;
    m_mostOpen = std::max(m_mostOpen, openConnections());
    connection->play(m_greeting);
}

QTcpSocket *FaultyServer::encryptedSocket()
{
    auto *socket = new QSslSocket;
    QSslConfiguration configuration = socket->sslConfiguration();
    configuration.setLocalCertificateChain(m_tls->chain);
    configuration.setPrivateKey(m_tls->key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    socket->setSslConfiguration(configuration);
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        ++m_tlsHandshakes;
        m_nextProtocol = socket->sslConfiguration().nextNegotiatedProtocol();
    });
    return socket;
}

Script FaultyServer::scriptFor(const RecordedRequest &request)
{
    m_requests.append(request);
    const auto answerer = m_answerers.find(request.path);
    const Script script = answerer == m_answerers.end() ? m_rest : (*answerer)(request);
    emit requestArrived();
    return script;
}

} // namespace genauth::test
