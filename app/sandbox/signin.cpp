// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/signin.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

/** What follows the scheme in an Authorization header; nothing when it is another scheme. */
std::optional<QByteArray> credentials(const QByteArray &authorization, const QByteArray &scheme)
{
    if (authorization.first(std::min(scheme.size(), authorization.size())).toLower() != scheme)
        return {};
    return authorization.sliced(scheme.size()).trimmed();
}

bool namesAnotherPool(const HttpRequest &request, const QString &userPoolId)
{
    for (const QByteArray name : {"x-authing-userpool-id", "x-genauth-userpool-id"}) {
        const QByteArray named = request.headers.value(name);
        if (!named.isEmpty() && named != userPoolId.toLatin1())
            return true;
    }
    return false;
}

} // namespace

SignIn::SignIn(const QList<SandboxPool> &pools, std::chrono::seconds tokenLifetime)
    : m_tokens(tokenLifetime)
{
    for (const SandboxPool &pool : pools)
        m_secrets.insert(pool.accessKeyId, pool.accessKeySecret);
}

Caller SignIn::checkKey(const HttpRequest &request) const
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QJsonValue accessKeyId = body["accessKeyId"_L1];
    const QJsonValue accessKeySecret = body["accessKeySecret"_L1];
    if (!accessKeyId.isString() || !accessKeySecret.isString())
        return {.refusal = Refusal::BadArgument};
    const auto known = m_secrets.find(accessKeyId.toString());
    if (known == m_secrets.end())
        return {.refusal = Refusal::WrongKey};
    if (*known != accessKeySecret.toString())
        return {.userPoolId = known.key(), .refusal = Refusal::WrongKey};
    return {.userPoolId = known.key()};
}

Caller SignIn::check(const HttpRequest &request, const QDateTime &now)
{
    const QByteArray authorization = request.headers.value("authorization");
    Caller caller{.refusal = Refusal::NotSignedIn};
    if (const auto token = credentials(authorization, "bearer "))
        caller = checkToken(*token, now);
    else if (const auto keyAndSignature = credentials(authorization, "authing "))
        caller = checkSignature(request, *keyAndSignature, now);
    if (!caller.refusal && namesAnotherPool(request, caller.userPoolId))
        caller.refusal = Refusal::ForeignPool;
    return caller;
}

Caller SignIn::checkToken(const QByteArray &token, const QDateTime &now) const
{
    const auto claims = m_tokens.verified(token, now);
    if (!claims)
        return {.refusal = Refusal::NotSignedIn};
    return {.userPoolId = claims->userPoolId, .tokenId = claims->id};
}

Caller SignIn::checkSignature(
    const HttpRequest &request, const QByteArray &keyAndSignature, const QDateTime &now)
{
    const qsizetype colon = keyAndSignature.indexOf(':');
    const auto known = m_secrets.find(QString::fromLatin1(keyAndSignature.left(colon)));
    if (colon < 0 || known == m_secrets.end())
        return {.refusal = Refusal::BadSignature};
    return {.userPoolId = known.key(),
        .refusal =
            m_signatures.check(request, keyAndSignature.sliced(colon + 1), known->toLatin1(), now)};
}

} // namespace genauth::sandbox
