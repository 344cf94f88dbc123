// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxpool.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <memory>
#include <utility>

namespace genauth {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/** A whole HTTP answer. */
struct PlainAnswer
{
    int status = 0; ///< 0: no answer came within five seconds
    QByteArray body;
    HeaderList headers; ///< names in lower case

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /** The JSON object in the body; empty when there is none. */
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] int statusCode() const; ///< the envelope's, -1 when it has none
    [[nodiscard]] int apiCode() const;    ///< the envelope's, -1 when it has none
    [[nodiscard]] QJsonObject data() const;
};

/** A plain HTTP client for a sandbox, with no knowledge of the product's own. */
class SandboxClient final
{
public:
    explicit SandboxClient(const QUrl &url);

    [[nodiscard]] QNetworkRequest request(
        const QByteArray &pathAndQuery, const HeaderList &headers = {}) const;
    /** Without waiting; nothing of the answer is read. */
    [[nodiscard]] std::unique_ptr<QNetworkReply> start(
        const QByteArray &pathAndQuery, const HeaderList &headers = {});

    PlainAnswer get(const QByteArray &pathAndQuery, const HeaderList &headers = {});
    PlainAnswer post(
        const QByteArray &path, const QByteArray &body, const HeaderList &headers = {});

    /** The token exchange. */
    PlainAnswer exchange(const QString &accessKeyId, const QString &accessKeySecret);
    /** "Bearer TOKEN", or "Bearer " when there was none to be had. */
    QByteArray bearer(const SandboxPool &pool);
    PlainAnswer package(const QByteArray &authorization, HeaderList headers = {});

private:
    QUrl m_url;
    QNetworkAccessManager m_network;
};

/**
 * The headers the vendor's Node SDK sends with a GET, as they were seen on the wire from
 * authing-node-sdk 4.0.1, and signed by its rule; written here a second time on purpose.
 */
[[nodiscard]] HeaderList nodeSdkHeaders(const QByteArray &pathAndQuery, const QString &accessKeyId,
    const QString &accessKeySecret, const QByteArray &nonce, const QDateTime &time);

} // namespace genauth
