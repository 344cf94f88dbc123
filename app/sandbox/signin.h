// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accesstoken.h"
#include "app/sandbox/envelope.h"
#include "app/sandbox/httpmessage.h"
#include "app/sandbox/requestsignature.h"
#include "app/sandbox/sandboxpool.h"

#include <QHash>
#include <QList>

#include <optional>

namespace genauth::sandbox {

/** Who calls, as far as can be told, and why the call is refused, if it is. */
struct Caller
{
    QString userPoolId{}; ///< empty: no pool of ours was named
    QString tokenId{};    ///< empty: no token, or no good one
    std::optional<Refusal> refusal{};
};

/** The doorkeeper: knows the pools' keys, and both ways to show that one has them. */
class SignIn final
{
public:
    SignIn(const QList<SandboxPool> &pools, std::chrono::seconds tokenLifetime);

    /** The key pair in the body of a token exchange. */
    [[nodiscard]] Caller checkKey(const HttpRequest &request) const;
    /** The token or signature of any other request, and that it is meant for the pool it names. */
    [[nodiscard]] Caller check(const HttpRequest &request, const QDateTime &now);

    [[nodiscard]] const TokenSigner &tokens() const { return m_tokens; }

private:
    [[nodiscard]] Caller checkToken(const QByteArray &token, const QDateTime &now) const;
    [[nodiscard]] Caller checkSignature(
        const HttpRequest &request, const QByteArray &keyAndSignature, const QDateTime &now);

    QHash<QString, QString> m_secrets; ///< by access key id, which is the user pool id
    TokenSigner m_tokens;
    SignatureChecker m_signatures;
};

} // namespace genauth::sandbox
