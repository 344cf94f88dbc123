// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/httplistener.h"

#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <memory>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace genauth::sandbox {

namespace {

QMap<QByteArray, QByteArray> headersOf(const QHttpServerRequest &request)
{
    QMap<QByteArray, QByteArray> headers;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    const auto pairs = request.headers().toListOfPairs();
#else
    const auto pairs = request.headers();
#endif
    for (const auto &[name, value] : pairs) {
        QByteArray &joined = headers[name.toLower()];
        joined = joined.isEmpty() ? value.trimmed() : joined + ", " + value.trimmed();
    }
    return headers;
}

HttpRequest valueOf(const QHttpServerRequest &request)
{
    const char *method =
        QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(request.method()));
    const QUrl url = request.url();
    return {.method = QByteArray(method).toUpper(),
        .path = url.path(),
        .query = url.query(QUrl::FullyEncoded).toLatin1(),
        .headers = headersOf(request),
        .body = request.body()};
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void send(QHttpServerResponder &responder, const HttpAnswer &answer)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, answer.contentType);
    for (const auto &[name, value] : answer.headers)
        headers.append(name, value);
    // No socket is to be had here, so the blanks lie in memory at once.
    responder.write(answer.body + QByteArray(answer.blanks, ' '), headers,
        QHttpServerResponder::StatusCode(answer.status));
}

#else

/** Makes the blanks as the client reads them. Qt 6.4's own way to send a device as the body crashes
 *  when the client leaves in the middle. */
void sendBlanks(QTcpSocket *socket, qint64 count)
{
    const auto left = std::make_shared<qint64>(count);
    const auto fill = [socket, left] {
        constexpr qint64 atOnce = 64 * 1024;
        while (*left > 0 && socket->bytesToWrite() < atOnce &&
               socket->state() == QAbstractSocket::ConnectedState) {
            const QByteArray blanks(std::min(atOnce, *left), ' ');
            *left -= blanks.size();
            socket->write(blanks);
        }
    };
    QObject::connect(socket, &QIODevice::bytesWritten, socket, fill);
    fill();
}

void send(QHttpServerResponder responder, QTcpSocket *socket, const HttpAnswer &answer)
{
    responder.writeStatusLine(QHttpServerResponder::StatusCode(answer.status));
    responder.writeHeader("Content-Type", answer.contentType);
    responder.writeHeader("Content-Length", QByteArray::number(answer.body.size() + answer.blanks));
    for (const auto &[name, value] : answer.headers)
        responder.writeHeader(name, value);
    responder.writeBody(answer.body);
    if (answer.blanks > 0)
        sendBlanks(socket, answer.blanks);
}

#endif

} // namespace

HttpListener::HttpListener(Handler handler, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_handler(std::move(handler))
{
}

HttpListener::~HttpListener() = default;

bool HttpListener::open(quint16 port)
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress::LocalHost, port)) {
        m_errorString = server->errorString();
        return false;
    }
    m_port = server->serverPort();
    server->setParent(this);
    bind(server.release());
    return true;
}

// An answer which is never given needs nothing: Qt leaves the connection open until a side closes
// it.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

bool HttpListener::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const HttpAnswer answer = m_handler(valueOf(request));
    if (answer.isGiven && answer.delay.count() > 0) {
        const auto place = m_delayed.insert(m_delayed.end(), std::move(responder));
        QTimer::singleShot(answer.delay, this, [this, place, answer] {
            send(*place, answer);
            m_delayed.erase(place);
        });
    } else if (answer.isGiven) {
        send(responder, answer);
    }
    return true;
}

void HttpListener::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) {}

#else

bool HttpListener::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const HttpAnswer answer = m_handler(valueOf(request));
    if (answer.isGiven && answer.delay.count() > 0) {
        const auto later = std::make_shared<QHttpServerResponder>(makeResponder(request, socket));
        // The socket is the context: a client that leaves before its answer takes the timer along.
        QTimer::singleShot(answer.delay, socket, [later, socket, answer] {
            if (socket->state() == QAbstractSocket::ConnectedState)
                send(std::move(*later), socket, answer);
        });
    } else if (answer.isGiven) {
        send(makeResponder(request, socket), socket, answer);
    }
    return true;
}

void HttpListener::missingHandler(const QHttpServerRequest &, QTcpSocket *) {}

#endif

} // namespace genauth::sandbox
