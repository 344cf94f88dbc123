// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/genauthanswers.h"

#include "tests/support/faultyserver.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace genauth::test {

QString tokenPath()
{
    return QStringLiteral("/api/v3/get-management-token");
}

QString packagePath()
{
    return QStringLiteral("/api/v3/get-current-package-info");
}

QString usagePath()
{
    return QStringLiteral("/api/v3/get-usage-info");
}

QString rightsPath()
{
    return QStringLiteral("/api/v3/get-all-rights-items");
}

QString historyPath()
{
    return QStringLiteral("/api/v3/get-mau-period-usage-history");
}

QString ordersPath()
{
    return QStringLiteral("/api/v3/get-orders");
}

AccessKey canaryKey()
{
    return {QStringLiteral("key-id-64f1c0ffee"), "CANARY-SECRET-7d1e9b"};
}

Account accountOn(const QUrl &host)
{
    Account account;
    account.id = QUuid::createUuid();
    account.name = QStringLiteral("A pool of a test");
    account.host = host;
    account.proxy.mode = ProxyChoice::Mode::None;
    return account;
}

QByteArray jwt(const QJsonObject &payload)
{
    const auto part = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part(R"({"alg":"HS256","typ":"JWT"})") + '.' +
           part(QJsonDocument(payload).toJson(QJsonDocument::Compact)) + '.' + part("no signature");
}

QByteArray canaryToken()
{
    return jwt({{QStringLiteral("scoped_userpool_id"), claimedPool()},
        {QStringLiteral("canary"), QStringLiteral("CANARY-TOKEN")}});
}

QString claimedPool()
{
    return QStringLiteral("pool-of-the-claim");
}

QByteArray envelope(const EnvelopeText &text)
{
    QJsonObject object{
        {QStringLiteral("statusCode"), text.statusCode}, {QStringLiteral("message"), text.message}};
    if (!text.data.isUndefined())
        object.insert(QStringLiteral("data"), text.data);
    if (!text.apiCode.isUndefined())
        object.insert(QStringLiteral("apiCode"), text.apiCode);
    if (!text.requestId.isEmpty())
        object.insert(QStringLiteral("requestId"), text.requestId);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject samplePackage()
{
    return {
        {QStringLiteral("code"), QStringLiteral("V4_B2C_Enterprise:1000")},
        {QStringLiteral("endTime"), QStringLiteral("2026-11-11 00:00:00")},
        {QStringLiteral("overdueDays"), QStringLiteral("0")},
        {QStringLiteral("goodsPackage"),
            QJsonObject{
                {QStringLiteral("name"), QStringLiteral("企业版套餐")},
                {QStringLiteral("nameEn"), QStringLiteral("Enterprise package")},
                {QStringLiteral("unitPrice"), QStringLiteral("99.00")},
                {QStringLiteral("code"), QStringLiteral("V4_B2C_Enterprise")},
                {QStringLiteral("group"), QStringLiteral("Enterprise")},
                {QStringLiteral("sceneCode"), QStringLiteral("B2C")},
                {QStringLiteral("amount"), QStringLiteral("1000")},
            }},
    };
}

Script goodToken(const QByteArray &token, const QJsonValue &expiresIn)
{
    QJsonObject data{{QStringLiteral("access_token"), QString::fromLatin1(token)}};
    if (!expiresIn.isUndefined())
        data.insert(QStringLiteral("expires_in"), expiresIn);
    return send(HttpText{.body = envelope({.data = data, .requestId = QStringLiteral("req-t")})});
}

Script goodPackage(const QJsonObject &data)
{
    return send(HttpText{.body = envelope({.data = data, .requestId = QStringLiteral("req-p")})});
}

Script refusal(int statusCode, std::optional<int> apiCode, const QString &message)
{
    return send(HttpText{.body = envelope({.statusCode = statusCode,
                             .message = message,
                             .apiCode = apiCode ? QJsonValue(*apiCode) : QJsonValue::Undefined,
                             .requestId = QStringLiteral("req-r")})});
}

Script goodAnswer(const QJsonObject &data)
{
    return send(HttpText{.body = envelope({.data = data, .requestId = QStringLiteral("req-o")})});
}

void speakGenAuth(FaultyServer &server)
{
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {goodPackage()});
    server.answer(usagePath(), {goodAnswer({{QStringLiteral("usages"), QJsonArray()}})});
    server.answer(rightsPath(), {goodAnswer({{QStringLiteral("rightsItems"), QJsonArray()}})});
    server.answer(historyPath(), {goodAnswer({{QStringLiteral("records"), QJsonArray()}})});
    server.answer(ordersPath(), {goodAnswer({{QStringLiteral("totalCount"), QStringLiteral("0")},
                                    {QStringLiteral("list"), QJsonArray()}})});
}

} // namespace genauth::test
