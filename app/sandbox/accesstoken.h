// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace genauth::sandbox {

/** What a verified token says. */
struct TokenClaims
{
    QString userPoolId; ///< scoped_userpool_id
    QString id;         ///< jti, different for each token
};

/**
 * Issues the management tokens, JSON Web Tokens signed with HMAC-SHA256, and recognises its own.
 * The signing key is random and dies with the signer.
 */
class TokenSigner final
{
public:
    explicit TokenSigner(std::chrono::seconds lifetime);

    [[nodiscard]] std::chrono::seconds lifetime() const { return m_lifetime; }
    [[nodiscard]] QByteArray issue(const QString &userPoolId, const QDateTime &now) const;
    /** Nothing for a token that is damaged, signed by somebody else, or past its end. */
    [[nodiscard]] std::optional<TokenClaims> verified(
        const QByteArray &token, const QDateTime &now) const;

private:
    [[nodiscard]] QByteArray signatureOf(const QByteArray &headerAndClaims) const;

    QByteArray m_key;
    std::chrono::seconds m_lifetime;
};

} // namespace genauth::sandbox
