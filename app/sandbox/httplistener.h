// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/httpmessage.h"

#include <QAbstractHttpServer>
#include <QHttpServerResponder>
#include <QString>

#include <functional>
#include <list>

namespace genauth::sandbox {

/**
 * Listens on 127.0.0.1 and nowhere else, and turns each HTTP request into a value, the handler's
 * answer into bytes. The only unit that names Qt HttpServer, whose interface changed with Qt 6.8.
 * The handler is called on this object's thread, once for each request.
 */
class HttpListener final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    explicit HttpListener(Handler handler, QObject *parent = nullptr);
    ~HttpListener() override;

    /** Starts to listen; port 0 takes any free one. False when the port cannot be had. */
    [[nodiscard]] bool open(quint16 port);
    /** 0 while not listening. */
    [[nodiscard]] quint16 port() const { return m_port; }
    /** Why open() failed, in the system's words. */
    [[nodiscard]] QString errorString() const { return m_errorString; }

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(
        const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    Handler m_handler;
    quint16 m_port = 0;
    QString m_errorString;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    std::list<QHttpServerResponder> m_delayed; ///< must not outlive this object
#endif
};

} // namespace genauth::sandbox
