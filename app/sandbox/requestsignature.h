// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/envelope.h"
#include "app/sandbox/httpmessage.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <optional>

namespace genauth::sandbox {

/**
 * What the vendor's Node SDK signs (read from authing-node-sdk 4.0.1 and checked against it): the
 * method, then each x-authing-, x-genauth- and date header as name:value lines sorted by name, then
 * the path with its decoded query sorted by key. For requests without a body.
 */
[[nodiscard]] QByteArray stringToSign(const HttpRequest &request);

/** BASE64(HMAC-SHA1(secret, text)), as it stands in `authorization: authing AK:SIGNATURE`. */
[[nodiscard]] QByteArray signatureOf(const QByteArray &text, const QByteArray &secret);

/** Checks signed requests, and remembers each accepted nonce for as long as it could be replayed.
 */
class SignatureChecker final
{
public:
    /** Nothing when the request is good. */
    [[nodiscard]] std::optional<Refusal> check(const HttpRequest &request,
        const QByteArray &signature, const QByteArray &secret, const QDateTime &now);

private:
    QHash<QByteArray, QDateTime> m_usedNonces; ///< with the time after which each is forgotten
};

} // namespace genauth::sandbox
