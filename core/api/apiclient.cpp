// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/apiclient.h"

#include "core/api/endedexchange.h"
#include "core/api/tokenprovider.h"
#include "core/api/transport.h"

#include <QPointer>

namespace genauth {

namespace {

/** One call's life, in order: token, request, answer; at most one second round. */
class ApiCall final : public ApiReply
{
public:
    ApiCall(const ApiRequest &request, const ApiClient &client, Transport &transport,
        TokenProvider &tokens, ApiLanguage language, QObject *parent)
        : ApiReply(parent)
        , m_request(request)
        , m_client(client)
        , m_transport(&transport)
        , m_tokens(tokens)
        , m_language(language)
    {
        if (m_request.isValid())
            askForToken();
        else
            end(ApiError{.kind = ErrorKind::InvalidRequest}); // not even a token is asked for
    }

    ~ApiCall() override
    {
        if (m_exchange)
            m_exchange->disconnect(this);
        delete m_exchange;
    }

protected:
    void abortPending() override
    {
        if (m_exchange) {
            m_exchange->disconnect(this);
            m_exchange->deleteLater();
            m_exchange.clear();
        }
    }

private:
    void askForToken()
    {
        if (!m_transport) {
            cancel();
            return;
        }
        m_tokens.request(
            *m_transport, m_language, this, [this](const Result<ManagementToken> &token) {
                if (hasEnded())
                    return;
                if (token)
                    ask(token.value());
                else
                    end(token.error());
            });
    }

    void ask(const ManagementToken &token)
    {
        if (!m_transport) {
            cancel();
            return;
        }
        m_token = token.value;
        setPoolId(m_client.poolId(token.scopedPoolId), !token.scopedPoolId.isEmpty());
        const RequestIdentity identity{token.value, poolId(), m_language};
        m_exchange = m_transport->send(m_request, identity);
        connect(m_exchange, &HttpExchange::finished, this, &ApiCall::answered);
        connect(m_exchange, &QObject::destroyed, this, &ApiCall::cancel);
    }

    void answered()
    {
        Result<Envelope> envelope = readEndedExchange(*m_exchange);
        abortPending();
        if (envelope || envelope.error().kind != ErrorKind::NotSignedIn) {
            end(std::move(envelope));
            return;
        }
        m_tokens.invalidate(m_token);
        if (m_renewed) {
            ApiError refused = envelope.error();
            refused.kind = ErrorKind::KeyRefused;
            end(std::move(refused));
            return;
        }
        m_renewed = true;
        askForToken();
    }

    ApiRequest m_request;
    const ApiClient &m_client;
    QPointer<Transport> m_transport;
    TokenProvider &m_tokens;
    ApiLanguage m_language;
    QPointer<HttpExchange> m_exchange;
    QByteArray m_token;
    bool m_renewed = false;
};

} // namespace

ApiClient::ApiClient(const Account &account, Transport &transport, TokenProvider &tokens,
    ApiLanguage language, QObject *parent)
    : QObject(parent)
    , m_enteredPoolId(account.poolId)
    , m_transport(transport)
    , m_tokens(tokens)
    , m_language(language)
{
}

ApiReply *ApiClient::send(const ApiRequest &request)
{
    return new ApiCall(request, *this, m_transport, m_tokens, m_language, this);
}

QString ApiClient::poolId(const QString &scopedPoolId) const
{
    if (!scopedPoolId.isEmpty())
        return scopedPoolId;
    return m_enteredPoolId.isEmpty() ? m_tokens.accessKeyId() : m_enteredPoolId;
}

} // namespace genauth
