// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/httpexchange.h"

#include "core/accounts/account.h"
#include "core/api/httpdate.h"

#include <QNetworkReply>

#include <array>

namespace genauth {

namespace {

constexpr qint64 ReadChunk = 64 * 1024;
/** Back-pressure: the kernel, not this program, holds what has not been read yet. */
constexpr qint64 ReadBuffer = 1024 * 1024;

TlsProblem tlsProblemOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
        return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TlsProblem::UnknownIssuer;
    case QSslError::CertificateExpired:
        return TlsProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsProblem::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsProblem::WrongHost;
    default:
        return TlsProblem::Other;
    }
}

/** The problem a person can act on: a wrong date or name explains more than an unknown issuer. */
TlsProblem worstTlsProblem(const QList<QSslError> &errors)
{
    constexpr std::array order{TlsProblem::Expired, TlsProblem::NotYetValid, TlsProblem::WrongHost,
        TlsProblem::SelfSigned, TlsProblem::UnknownIssuer};
    for (const TlsProblem problem : order) {
        for (const QSslError &error : errors) {
            if (tlsProblemOf(error) == problem)
                return problem;
        }
    }
    return TlsProblem::Other;
}

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return ErrorKind::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
        return ErrorKind::ConnectionClosed;
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::HostNotFound;
    case QNetworkReply::TimeoutError:
    // Ours are remembered before abort(); what is left is Qt's inactivity timer.
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::TlsFailed;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorKind::ProxyAuthenticationRequired;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::ProxyFailed;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return ErrorKind::NotHttp;
    default:
        return ErrorKind::ConnectionFailed;
    }
}

} // namespace

HttpExchange::HttpExchange(TransportLimits limits, QByteArray label, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_label(std::move(label))
{
    m_age.start();
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail({.kind = ErrorKind::TimedOut}); });
    m_deadline.start(m_limits.deadline);
}

HttpExchange::~HttpExchange()
{
    abortReply();
}

void HttpExchange::cancel()
{
    fail({.kind = ErrorKind::Canceled});
}

void HttpExchange::giveUpIfOverdue(const QDateTime &now)
{
    if (m_begunAt.isValid() && m_begunAt.msecsTo(now) > m_limits.deadline.count())
        fail({.kind = ErrorKind::TimedOut});
}

void HttpExchange::attach(QNetworkReply *reply, bool proxyInUse)
{
    m_reply = reply;
    m_proxyInUse = proxyInUse;
    if (hasEnded()) {
        abortReply();
        return;
    }
    reply->setReadBufferSize(ReadBuffer);
    // A POST only begins once the event loop turns, and Qt forgets a size that was set before that:
    // again, right behind the beginning, and so before anything can have come.
    QMetaObject::invokeMethod(
        reply, [reply] { reply->setReadBufferSize(ReadBuffer); }, Qt::QueuedConnection);
    connect(reply, &QNetworkReply::socketStartedConnecting, this,
        [this] { emit advanced(Stage::Connecting); });
    connect(reply, &QNetworkReply::encrypted, this, [this] { emit advanced(Stage::Encrypted); });
    connect(reply, &QNetworkReply::requestSent, this, [this] { emit advanced(Stage::Sent); });
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::readBody);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_sslErrors = errors; // only remembered: no certificate error is ever ignored
    });
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::replyFinished);
}

void HttpExchange::readBody()
{
    while (m_reply && !hasEnded() && m_reply->isOpen()) {
        const QByteArray chunk = m_reply->read(ReadChunk);
        if (chunk.isEmpty())
            return;
        if (m_body.size() + chunk.size() > m_limits.maxBody) {
            const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            fail({.kind = ErrorKind::TooLarge, .httpStatus = status});
            return;
        }
        m_body += chunk;
    }
}

void HttpExchange::replyFinished()
{
    if (hasEnded())
        return;
    readBody(); // the last readyRead may be missing
    if (hasEnded())
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    // Codes up to 199 are about the connection; for a status from 400 on Qt only rewords it as one
    // of the others, and with any other status those too mean that the answer is not whole.
    const bool wholeAnswer = error == QNetworkReply::NoError ||
                             (status >= 400 && error >= QNetworkReply::ContentAccessDenied);
    if (status >= 300 && status < 400)
        end(redirectError(status));
    else if (status == 407)
        end(ApiError{.kind = ErrorKind::ProxyAuthenticationRequired,
            .httpStatus = status,
            .proxyInUse = true});
    else if (!wholeAnswer || status == 0)
        end(networkError(status));
    else if (status < 200 || status > 599)
        end(ApiError{.kind = ErrorKind::NotHttp, .httpStatus = status, .proxyInUse = m_proxyInUse});
    else
        collectAnswer(status);
}

void HttpExchange::collectAnswer(int status)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.body = std::move(m_body);
    answer.date = parseHttpDate(m_reply->rawHeader("Date"));
    answer.retryAfter = parseRetryAfter(m_reply->rawHeader("Retry-After"), answer.date);
    end(std::move(answer));
}

ApiError HttpExchange::redirectError(int status) const
{
    ApiError error{.kind = ErrorKind::Redirected, .httpStatus = status, .proxyInUse = m_proxyInUse};
    const QUrl location(QString::fromUtf8(m_reply->rawHeader("Location")));
    if (!location.isEmpty())
        error.subject = m_reply->url().resolved(location).host();
    return error;
}

ApiError HttpExchange::networkError(int status) const
{
    ApiError error{
        .kind = kindOf(m_reply->error()), .httpStatus = status, .proxyInUse = m_proxyInUse};
    if (m_reply->error() == QNetworkReply::NoError)
        error.kind = ErrorKind::NotHttp;
    if (!m_sslErrors.isEmpty())
        error.kind = ErrorKind::TlsFailed;
    if (error.kind == ErrorKind::TlsFailed)
        error.tlsProblem = worstTlsProblem(m_sslErrors);
    if (isWithoutNetwork(error.kind))
        error.kind = ErrorKind::NoNetwork;
    return error;
}

bool HttpExchange::isWithoutNetwork(ErrorKind kind) const
{
    // Only where no packet seems to have come through, and this computer itself is not the host.
    const bool nothingReached = kind == ErrorKind::HostNotFound ||
                                kind == ErrorKind::ConnectionFailed || kind == ErrorKind::TimedOut;
    return nothingReached && m_hasNetwork && !isLoopback(m_reply->url()) && !m_hasNetwork();
}

void HttpExchange::fail(ApiError error)
{
    if (hasEnded())
        return;
    error.proxyInUse = error.proxyInUse || m_proxyInUse;
    end(std::move(error));
}

void HttpExchange::end(Result<HttpAnswer> result)
{
    m_result = std::move(result);
    m_deadline.stop();
    m_took = m_age.elapsed();
    abortReply();
    m_body.clear();
    QMetaObject::invokeMethod(this, &HttpExchange::finished, Qt::QueuedConnection);
}

void HttpExchange::abortReply()
{
    if (!m_reply)
        return;
    // A reply aborts itself when it is deleted. Its abort() would emit finished() from inside this
    // call, and warn of an "internal problem" once an HTTP error status has come.
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply.clear();
}

} // namespace genauth
