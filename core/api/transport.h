// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/api/apirequest.h"
#include "core/api/httpexchange.h"
#include "core/api/language.h"
#include "core/base/redaction.h"

#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>
#include <QUrl>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace genauth {

class Clock;
class ProxyResolver;

/** Who asks, and in which language the server should word its message. */
struct RequestIdentity
{
    QByteArray token = {}; ///< the bearer token; empty for the token exchange itself
    QString poolId = {};   ///< sent in both spellings of the header when isPlausiblePoolId()
    ApiLanguage language = ApiLanguage::English;
};

/** The one place that sends, for one account: one host, no cookies, no cache, no redirect, no
 *  HTTP/2, no compressed answers, certificate errors final, plain http only to loopback.
 *  Lives as long as one pool's refresh and is shared by nobody else, so that no connection or
 *  credential crosses pools. Destroying it ends its exchanges. */
class Transport final : public QObject
{
    Q_OBJECT

public:
    /** `proxies` must outlive the transport. Reads the account's CA file, if it names one. */
    Transport(const Account &account, ProxyResolver &proxies, TransportLimits limits,
        QObject *parent = nullptr);
    ~Transport() override;

    /** Of the account's own proxy, where that one asks for a sign-in. Sent to nobody else. */
    void setProxyPassword(const QByteArray &password);
    /** How a failure without any network is told from others; hasNetwork() at first. */
    void setNetworkProbe(HttpExchange::NetworkProbe probe) { m_networkProbe = probe; }
    /** By which giveUpOverdue() goes, for what is sent from now on; must outlive the transport. */
    void setClock(const Clock &clock) { m_clock = &clock; }

    /** Never fails by itself: what cannot be sent comes back as a finished exchange with an error.
     *  The exchange belongs to the transport; delete it earlier to abort it. */
    [[nodiscard]] HttpExchange *send(const ApiRequest &request, const RequestIdentity &identity);

    /** Ends each exchange whose deadline is over by the clock as TimedOut: the computer has slept,
     * and nobody will answer on a connection of before. */
    void giveUpOverdue();

    /** True when both have the same scheme, host and port. */
    [[nodiscard]] static bool isSameOrigin(const QUrl &a, const QUrl &b);

private:
    [[nodiscard]] std::optional<ErrorKind> refusalOf(
        const ApiRequest &request, const QUrl &url) const;
    [[nodiscard]] QUrl urlOf(const ApiRequest &request) const;
    [[nodiscard]] QNetworkProxy givenProxy() const;
    void post(const ApiRequest &request, const RequestIdentity &identity, const QUrl &url,
        HttpExchange *exchange);

    Account m_account;
    ProxyResolver &m_proxies;
    TransportLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QByteArray m_proxyPassword;
    SecretMark m_proxyPasswordMark;
    HttpExchange::NetworkProbe m_networkProbe;
    const Clock *m_clock = nullptr;
    QList<QSslCertificate> m_extraAuthorities;
    bool m_caFileUnreadable = false;
};

} // namespace genauth
