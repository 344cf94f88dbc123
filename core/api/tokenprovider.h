// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accesskey.h"
#include "core/api/httpexchange.h"
#include "core/api/language.h"
#include "core/base/redaction.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>

namespace genauth {

class Clock;
class Transport;

/** A management token and what it says of itself. Kept in memory only. */
struct ManagementToken
{
    QByteArray value;     ///< visible ASCII, at most 16 KiB
    QString scopedPoolId; ///< see scopedPoolIdOf()
    QDateTime expiresAt;  ///< UTC
};

/** Reads the claim scoped_userpool_id from a JWT's payload without judging the token: it is the
 *  server that does. Empty when the token is no JWT, or the claim is missing or no
 * isPlausiblePoolId().
 */
[[nodiscard]] QString scopedPoolIdOf(const QByteArray &token);

/** One account's token: fetched with its access key, renewed at its next use within RenewalMargin
 * of its end, one exchange in flight however many ask. Outlives the transports it is asked with. */
class TokenProvider final : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const Result<ManagementToken> &)>;

    static constexpr std::chrono::seconds RenewalMargin{60};
    /** The vendor's default, used when an answer does not say. */
    static constexpr std::chrono::seconds DefaultLifetime{7200};

    /** `clock` must outlive the provider. */
    TokenProvider(AccessKey key, const Clock &clock, QObject *parent = nullptr);

    /** Calls `callback` once, from the event loop, with a usable token or the reason why there is
     *  none; not when `context` is gone by then. When GenAuth refuses the key itself, the error is
     *  ErrorKind::KeyRefused, with the server's codes; when `transport` goes away meanwhile, it is
     *  ErrorKind::Canceled. */
    void request(Transport &transport, ApiLanguage language, QObject *context, Callback callback);

    /** Forgets the token if it still is `value`: of six calls refused with it one renews it. */
    void invalidate(const QByteArray &value);

    /** As Transport::giveUpOverdue(), of the exchange in flight, whoever began it. */
    void giveUpOverdue();

    /** The id half of the access key: for a pool's own key, that is the pool's id. */
    [[nodiscard]] const QString &accessKeyId() const { return m_key.id; }

signals:
    /** How far the exchange for a token has come. */
    void exchangeAdvanced(genauth::HttpExchange::Stage stage);

private:
    struct Waiter
    {
        QPointer<Transport> transport;
        ApiLanguage language;
        QPointer<QObject> context;
        Callback callback;
    };
    [[nodiscard]] bool isUsable() const;
    void serveWaiters();
    void startExchange(Transport &transport, ApiLanguage language);
    void exchangeFinished();
    [[nodiscard]] Result<ManagementToken> readAnswer(const HttpExchange &exchange) const;
    void answerWaiters(const Result<ManagementToken> &result);

    AccessKey m_key;
    SecretMark m_keyMark; ///< so that nothing that is logged shows the key's secret
    const Clock &m_clock;
    std::optional<ManagementToken> m_token;
    SecretMark m_tokenMark;
    QList<Waiter> m_waiters;
    QPointer<HttpExchange> m_exchange;
};

} // namespace genauth
