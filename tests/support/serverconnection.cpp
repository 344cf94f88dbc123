// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverconnection.h"

#include <QTcpSocket>

#include <algorithm>

#include <sys/socket.h>

namespace genauth::test {

namespace {

/** A slow reader must not make this process hold what it has not read. */
constexpr qint64 MostUnsent = 256 * 1024;

} // namespace

ServerConnection::ServerConnection(QTcpSocket *socket, Answerer answerer, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_answerer(std::move(answerer))
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &ServerConnection::readSocket);
    connect(socket, &QTcpSocket::bytesWritten, this, &ServerConnection::advance);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        m_script.clear();
        m_dribble.stop();
        emit closed();
    });
    connect(&m_dribble, &QTimer::timeout, this, &ServerConnection::dribbleOn);
}

bool ServerConnection::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void ServerConnection::play(const Script &script)
{
    m_unansweredPath.clear();
    m_script = script;
    advance();
}

void ServerConnection::readSocket()
{
    const QByteArray bytes = m_socket->readAll();
    emit received(bytes.size());
    if (m_tunnel) {
        m_tunnel->write(bytes);
        return;
    }
    m_buffer += bytes;
    answerNext();
}

void ServerConnection::answerNext()
{
    if (!m_script.isEmpty())
        return;
    if (const auto request = takeRequest(m_buffer)) {
        const Script script = m_answerer(*request);
        play(script);
        if (script.isEmpty())
            m_unansweredPath = request->path;
    }
}

void ServerConnection::advance()
{
    while (!m_script.isEmpty()) {
        Step &step = m_script.first();
        switch (step.kind) {
        case Step::Kind::Send:
            m_socket->write(step.bytes);
            break;
        case Step::Kind::Stream:
            if (!streamOn(step))
                return;
            break;
        case Step::Kind::Dribble:
            if (!m_dribble.isActive())
                m_dribble.start(step.every);
            return;
        case Step::Kind::Close:
            m_socket->disconnectFromHost();
            return;
        case Step::Kind::Reset:
            reset();
            return;
        case Step::Kind::Tunnel:
            openTunnel(step.port);
            break;
        }
        // Writing may have ended the connection, and with it the script.
        if (!m_script.isEmpty())
            m_script.removeFirst();
    }
    answerNext();
}

/** True when all has been written. */
bool ServerConnection::streamOn(Step &step)
{
    while (step.total > 0 && m_socket->bytesToWrite() < MostUnsent) {
        m_socket->write(step.bytes);
        step.total -= step.bytes.size();
    }
    return step.total <= 0;
}

void ServerConnection::dribbleOn()
{
    Step &step = m_script.first();
    if (step.bytes.isEmpty()) {
        m_dribble.stop();
        m_script.removeFirst();
        advance();
        return;
    }
    const QByteArray next = step.bytes.first(1);
    step.bytes.remove(0, 1);
    m_socket->write(next);
}

void ServerConnection::reset()
{
    m_socket->flush();
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
        sizeof atOnce);
    m_socket->abort();
}

void ServerConnection::openTunnel(quint16 port)
{
    m_tunnel = new QTcpSocket(this);
    connect(
        m_tunnel, &QTcpSocket::readyRead, this, [this] { m_socket->write(m_tunnel->readAll()); });
    connect(m_tunnel, &QTcpSocket::disconnected, m_socket, &QTcpSocket::disconnectFromHost);
    connect(m_socket, &QTcpSocket::disconnected, m_tunnel, &QTcpSocket::disconnectFromHost);
    m_tunnel->connectToHost(QStringLiteral("127.0.0.1"), port);
}

} // namespace genauth::test
