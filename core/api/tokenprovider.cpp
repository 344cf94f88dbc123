// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/tokenprovider.h"

#include "core/accounts/account.h"
#include "core/api/endedexchange.h"
#include "core/api/jsonfields.h"
#include "core/api/transport.h"
#include "core/base/clock.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace genauth {

namespace {

constexpr qsizetype LargestToken = 16 * 1024;

bool isVisibleAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c > QChar(0x20) && c < QChar(0x7f); });
}

/** 400, 401 and 403 at this endpoint are about the key, and so are these codes of the vendor's
 * error page: wrong account or password, no such user pool, bad key signature, not signed in. Other
 * 4xx (405, 408, 413) come from gateways and say nothing of it. */
bool refusesKey(const ApiError &error)
{
    constexpr std::array keyCodes{2333, 2224, 1300, 2020};
    if (error.apiCode && std::ranges::find(keyCodes, *error.apiCode) != keyCodes.end())
        return true;
    const bool httpDecides = error.httpStatus >= 400;
    const int status = httpDecides ? error.httpStatus : error.statusCode.value_or(0);
    return status == 400 || status == 401 || status == 403;
}

Result<ManagementToken> readToken(const Envelope &envelope, const QDateTime &now)
{
    const QJsonObject data = envelope.data.toObject();
    const QString token = data.value(QLatin1String("access_token")).toString();
    if (token.isEmpty() || token.size() > LargestToken || !isVisibleAscii(token)) {
        return ApiError{
            .kind = ErrorKind::UnreadableField,
            .operation = ApiRequest::managementToken({}).name(),
            .httpStatus = envelope.httpStatus,
            .requestId = envelope.requestId,
            .subject = QStringLiteral("data.access_token"),
        };
    }
    JsonFields fields(data, QStringLiteral("data"));
    constexpr qint64 longestLifetime = 366LL * 86400;
    const auto lifetime = fields.count(QStringLiteral("expires_in"), longestLifetime).value;
    const qint64 seconds = lifetime.value_or(TokenProvider::DefaultLifetime.count());
    const QByteArray value = token.toLatin1();
    return ManagementToken{value, scopedPoolIdOf(value), now.addSecs(seconds)};
}

} // namespace

QString scopedPoolIdOf(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3 || token.size() > LargestToken)
        return {};
    const auto payload = QByteArray::fromBase64Encoding(
        parts.at(1), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!payload)
        return {};
    const QString claim = QJsonDocument::fromJson(*payload)
                              .object()
                              .value(QLatin1String("scoped_userpool_id"))
                              .toString();
    return isPlausiblePoolId(claim) ? claim : QString();
}

TokenProvider::TokenProvider(AccessKey key, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_key(std::move(key))
    , m_keyMark(m_key.secret)
    , m_clock(clock)
{
}

void TokenProvider::request(
    Transport &transport, ApiLanguage language, QObject *context, Callback callback)
{
    m_waiters.append({&transport, language, context, std::move(callback)});
    QMetaObject::invokeMethod(this, &TokenProvider::serveWaiters, Qt::QueuedConnection);
}

void TokenProvider::invalidate(const QByteArray &value)
{
    if (m_token && m_token->value == value)
        m_token.reset();
}

void TokenProvider::giveUpOverdue()
{
    if (m_exchange)
        m_exchange->giveUpIfOverdue(m_clock.nowUtc());
}

bool TokenProvider::isUsable() const
{
    return m_token && m_clock.nowUtc().secsTo(m_token->expiresAt) > RenewalMargin.count();
}

void TokenProvider::serveWaiters()
{
    if (m_exchange)
        return;
    m_waiters.removeIf([](const Waiter &waiter) { return waiter.context.isNull(); });
    if (m_waiters.isEmpty())
        return;
    if (isUsable()) {
        answerWaiters(*m_token);
        return;
    }
    const auto alive =
        std::ranges::find_if(m_waiters, [](const Waiter &w) { return !w.transport.isNull(); });
    if (alive != m_waiters.end())
        startExchange(*alive->transport, alive->language);
    else
        answerWaiters(ApiError{.kind = ErrorKind::Canceled});
}

void TokenProvider::startExchange(Transport &transport, ApiLanguage language)
{
    m_exchange = transport.send(ApiRequest::managementToken(m_key), {.language = language});
    connect(m_exchange, &HttpExchange::advanced, this, &TokenProvider::exchangeAdvanced);
    connect(m_exchange, &HttpExchange::finished, this, &TokenProvider::exchangeFinished);
    // Queued: another waiter may carry on with its own transport, once this one is really gone.
    connect(
        m_exchange, &QObject::destroyed, this, &TokenProvider::serveWaiters, Qt::QueuedConnection);
}

void TokenProvider::exchangeFinished()
{
    const Result<ManagementToken> token = readAnswer(*m_exchange);
    m_exchange->disconnect(this);
    m_exchange->deleteLater();
    m_exchange.clear();
    if (token) {
        m_token = token.value();
        m_tokenMark = SecretMark(m_token->value);
    }
    answerWaiters(token);
}

Result<ManagementToken> TokenProvider::readAnswer(const HttpExchange &exchange) const
{
    const Result<Envelope> envelope = readEndedExchange(exchange);
    if (envelope)
        return readToken(envelope.value(), m_clock.nowUtc());
    ApiError error = envelope.error();
    if (refusesKey(error))
        error.kind = ErrorKind::KeyRefused;
    return error;
}

void TokenProvider::answerWaiters(const Result<ManagementToken> &result)
{
    const QList<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.callback(waiter.transport ? result : ApiError{.kind = ErrorKind::Canceled});
    }
}

} // namespace genauth
