// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sandbox/sandboxclient.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLocale>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

PlainAnswer whole(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owner(reply);
    // A spy's own event loop: qWaitFor() looks every 10 ms, and an answer takes several turns.
    if (!reply->isFinished() && !QSignalSpy(reply, &QNetworkReply::finished).wait())
        return {};
    PlainAnswer answer{
        reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), {}};
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.append({name.toLower(), value});
    return answer;
}

} // namespace

QByteArray PlainAnswer::header(const QByteArray &name) const
{
    for (const auto &[known, value] : headers) {
        if (known == name)
            return value;
    }
    return {};
}

QJsonObject PlainAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

int PlainAnswer::statusCode() const
{
    return json()["statusCode"_L1].toInt(-1);
}

int PlainAnswer::apiCode() const
{
    return json()["apiCode"_L1].toInt(-1);
}

QJsonObject PlainAnswer::data() const
{
    return json()["data"_L1].toObject();
}

SandboxClient::SandboxClient(const QUrl &url)
    : m_url(url)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkRequest SandboxClient::request(
    const QByteArray &pathAndQuery, const HeaderList &headers) const
{
    QNetworkRequest request(QUrl::fromEncoded(m_url.toEncoded() + pathAndQuery));
    request.setRawHeader("Content-Type", "application/json");
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

std::unique_ptr<QNetworkReply> SandboxClient::start(
    const QByteArray &pathAndQuery, const HeaderList &headers)
{
    return std::unique_ptr<QNetworkReply>(m_network.get(request(pathAndQuery, headers)));
}

PlainAnswer SandboxClient::get(const QByteArray &pathAndQuery, const HeaderList &headers)
{
    return whole(m_network.get(request(pathAndQuery, headers)));
}

PlainAnswer SandboxClient::post(
    const QByteArray &path, const QByteArray &body, const HeaderList &headers)
{
    return whole(m_network.post(request(path, headers), body));
}

PlainAnswer SandboxClient::exchange(const QString &accessKeyId, const QString &accessKeySecret)
{
    const QJsonObject key{{u"accessKeyId"_s, accessKeyId}, {u"accessKeySecret"_s, accessKeySecret}};
    return post("/api/v3/get-management-token", QJsonDocument(key).toJson());
}

QByteArray SandboxClient::bearer(const SandboxPool &pool)
{
    const PlainAnswer answer = exchange(pool.accessKeyId, pool.accessKeySecret);
    return "Bearer " + answer.data()["access_token"_L1].toString().toLatin1();
}

PlainAnswer SandboxClient::package(const QByteArray &authorization, HeaderList headers)
{
    headers.append({"Authorization", authorization});
    return get("/api/v3/get-current-package-info", headers);
}

HeaderList nodeSdkHeaders(const QByteArray &pathAndQuery, const QString &accessKeyId,
    const QString &accessKeySecret, const QByteArray &nonce, const QDateTime &time)
{
    const QByteArray date =
        QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    // In the order of their names, as they are signed.
    HeaderList headers{{"date", date}, {"x-authing-lang", "zh-CN"},
        {"x-authing-sdk-version", "authing-node-sdk:4.0.1"},
        {"x-authing-signature-method", "HMAC-SHA1"}, {"x-authing-signature-nonce", nonce},
        {"x-authing-signature-version", "1.0"}};
    QByteArray text = "GET\n";
    for (const auto &[name, value] : headers)
        text += name + ':' + value + '\n';
    text += pathAndQuery;
    const QByteArray signature =
        QMessageAuthenticationCode::hash(text, accessKeySecret.toLatin1(), QCryptographicHash::Sha1)
            .toBase64();
    headers.append({"authorization", "authing " + accessKeyId.toLatin1() + ':' + signature});
    return headers;
}

} // namespace genauth
