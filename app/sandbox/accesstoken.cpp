// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accesstoken.h"

#include "app/sandbox/randomhex.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QUuid>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

} // namespace

TokenSigner::TokenSigner(std::chrono::seconds lifetime)
    : m_key(randomHex(64).toLatin1())
    , m_lifetime(lifetime)
{
}

QByteArray TokenSigner::issue(const QString &userPoolId, const QDateTime &now) const
{
    const QJsonObject header{{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}};
    const qint64 issuedAt = now.toSecsSinceEpoch();
    const QJsonObject claims{
        {u"sub"_s, userPoolId},
        {u"scoped_userpool_id"_s, userPoolId},
        {u"iat"_s, issuedAt},
        {u"exp"_s, issuedAt + qint64(m_lifetime.count())},
        {u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
    };
    const QByteArray headerAndClaims = encoded(header) + '.' + encoded(claims);
    return headerAndClaims + '.' + signatureOf(headerAndClaims);
}

std::optional<TokenClaims> TokenSigner::verified(
    const QByteArray &token, const QDateTime &now) const
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3 || parts[2] != signatureOf(parts[0] + '.' + parts[1]))
        return {};
    // Signed with our key, so written by issue(): the claims need no second look.
    const QJsonObject claims =
        QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], base64Url)).object();
    if (now.toSecsSinceEpoch() >= claims.value("exp"_L1).toInteger())
        return {};
    return TokenClaims{
        claims.value("scoped_userpool_id"_L1).toString(), claims.value("jti"_L1).toString()};
}

QByteArray TokenSigner::signatureOf(const QByteArray &headerAndClaims) const
{
    return QMessageAuthenticationCode::hash(headerAndClaims, m_key, QCryptographicHash::Sha256)
        .toBase64(base64Url);
}

} // namespace genauth::sandbox
