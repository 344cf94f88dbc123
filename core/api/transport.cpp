// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/transport.h"

#include "core/api/certificateauthorities.h"
#include "core/api/networkprobe.h"
#include "core/api/proxyresolver.h"
#include "core/base/clock.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>

namespace genauth {

namespace {

/** Forces what no caller may change. Qt's own defaults follow redirects with every header, keep
 *  cookies, speak HTTP/2 (with a known hole in Debian 12's version) and unpack compressed bodies.
 */
class ApiAccessManager final : public QNetworkAccessManager
{
public:
    explicit ApiAccessManager(TransportLimits limits)
        : m_limits(limits)
    {
    }

protected:
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &original, QIODevice *body) override
    {
        QNetworkRequest request(original);
        request.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(
            QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setAttribute(
            QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setRawHeader("Accept-Encoding", "identity");
        request.setRawHeader("Accept", "application/json");
        request.setRawHeader("User-Agent", "genauth-dashboard/" GENAUTH_VERSION);
        request.setDecompressedSafetyCheckThreshold(m_limits.maxBody);
        request.setTransferTimeout(static_cast<int>(m_limits.inactivity.count()));
        return QNetworkAccessManager::createRequest(operation, request, body);
    }

private:
    TransportLimits m_limits;
};

void setIdentity(QNetworkRequest &request, const RequestIdentity &identity)
{
    // The vendor's older SDKs name these x-authing-*, the GenAuth-branded ones x-genauth-*.
    const QByteArray language = headerValue(identity.language);
    request.setRawHeader("x-authing-lang", language);
    request.setRawHeader("x-genauth-lang", language);
    // Otherwise Qt names this computer's language, whatever the window speaks.
    request.setRawHeader("Accept-Language", language);
    if (isPlausiblePoolId(identity.poolId)) {
        request.setRawHeader("x-authing-userpool-id", identity.poolId.toLatin1());
        request.setRawHeader("x-genauth-userpool-id", identity.poolId.toLatin1());
    }
    if (!identity.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + identity.token);
}

QByteArray labelOf(const ApiRequest &request)
{
    const QByteArray verb = request.verb() == ApiRequest::Verb::Post ? "POST " : "GET ";
    return verb + request.path().toLatin1();
}

} // namespace

Transport::Transport(
    const Account &account, ProxyResolver &proxies, TransportLimits limits, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_proxies(proxies)
    , m_limits(limits)
    , m_network(std::make_unique<ApiAccessManager>(limits))
    , m_networkProbe(hasNetwork)
{
    if (account.caFile.isEmpty())
        return;
    m_extraAuthorities = readCertificateAuthorities(account.caFile);
    m_caFileUnreadable = m_extraAuthorities.isEmpty();
}

Transport::~Transport()
{
    // Before the manager goes: it would delete the replies behind the exchanges' backs.
    qDeleteAll(findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

void Transport::setProxyPassword(const QByteArray &password)
{
    m_proxyPassword = password;
    m_proxyPasswordMark = SecretMark(password);
}

HttpExchange *Transport::send(const ApiRequest &request, const RequestIdentity &identity)
{
    auto *exchange = new HttpExchange(m_limits, labelOf(request), this);
    exchange->setNetworkProbe(m_networkProbe);
    if (m_clock)
        exchange->setBegun(m_clock->nowUtc());
    const QUrl url = urlOf(request);
    if (const auto refusal = refusalOf(request, url)) {
        exchange->fail({.kind = *refusal, .subject = m_account.host.host()});
        return exchange;
    }
    const auto go = [this, request, identity, url, exchange](const QNetworkProxy &proxy) {
        if (exchange->hasEnded())
            return;
        m_network->setProxy(proxy);
        post(request, identity, url, exchange);
    };
    switch (m_account.proxy.mode) {
    case ProxyChoice::Mode::System:
        m_proxies.resolve(url, exchange, go);
        break;
    case ProxyChoice::Mode::None:
        go(QNetworkProxy(QNetworkProxy::NoProxy));
        break;
    case ProxyChoice::Mode::Given:
        go(isLoopback(url) ? QNetworkProxy(QNetworkProxy::NoProxy) : givenProxy());
        break;
    }
    return exchange;
}

void Transport::giveUpOverdue()
{
    if (!m_clock)
        return;
    const auto exchanges = findChildren<HttpExchange *>(QString(), Qt::FindDirectChildrenOnly);
    for (HttpExchange *exchange : exchanges)
        exchange->giveUpIfOverdue(m_clock->nowUtc());
}

QNetworkProxy Transport::givenProxy() const
{
    const ProxyChoice &given = m_account.proxy;
    return {QNetworkProxy::HttpProxy, given.host, given.port, given.user,
        QString::fromUtf8(m_proxyPassword)};
}

std::optional<ErrorKind> Transport::refusalOf(const ApiRequest &request, const QUrl &url) const
{
    if (!request.isValid() || !m_account.host.isValid() || m_account.host.host().isEmpty())
        return ErrorKind::InvalidRequest;
    if (url.scheme() != QLatin1String("https") &&
        !(url.scheme() == QLatin1String("http") && isLoopback(url)))
        return ErrorKind::InsecureHost;
    if (!isSameOrigin(url, m_account.host))
        return ErrorKind::ForeignOrigin;
    if (m_caFileUnreadable)
        return ErrorKind::CaFileUnreadable;
    return std::nullopt;
}

QUrl Transport::urlOf(const ApiRequest &request) const
{
    QUrl url = m_account.host;
    url.setUserInfo(QString());
    // Encoded all the way: a "%2F" in the prefix must not come out as a slash.
    QString prefix = url.path(QUrl::FullyEncoded);
    while (prefix.endsWith(QLatin1Char('/')))
        prefix.chop(1);
    url.setPath(prefix + request.path(), QUrl::StrictMode);
    url.setQuery(request.query().isEmpty() ? QString() : QString::fromLatin1(request.query()));
    return url;
}

void Transport::post(const ApiRequest &request, const RequestIdentity &identity, const QUrl &url,
    HttpExchange *exchange)
{
    QNetworkRequest httpRequest(url);
    setIdentity(httpRequest, identity);
    if (!m_extraAuthorities.isEmpty()) {
        QSslConfiguration tls = httpRequest.sslConfiguration();
        tls.addCaCertificates(m_extraAuthorities);
        httpRequest.setSslConfiguration(tls);
    }
    const bool proxyInUse = m_network->proxy().type() != QNetworkProxy::NoProxy;
    QNetworkReply *reply = nullptr;
    if (request.verb() == ApiRequest::Verb::Post) {
        httpRequest.setHeader(
            QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        reply = m_network->post(httpRequest, request.body());
    } else {
        reply = m_network->get(httpRequest);
    }
    exchange->attach(reply, proxyInUse);
}

bool Transport::isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto portOf = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    };
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

} // namespace genauth
