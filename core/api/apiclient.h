// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/api/apireply.h"
#include "core/api/apirequest.h"
#include "core/api/language.h"

#include <QObject>

namespace genauth {

class TokenProvider;
class Transport;

/** Speaks the signed-in operations for one account: adds the token and the pool id, and after a
 * 401, as HTTP status or inside the envelope, renews the token once and asks once more. Refused
 * again, the error is ErrorKind::KeyRefused: the user must act. */
class ApiClient final : public QObject
{
    Q_OBJECT

public:
    /** All three must outlive the client, or at least its replies. */
    ApiClient(const Account &account, Transport &transport, TokenProvider &tokens,
        ApiLanguage language, QObject *parent = nullptr);

    /** The reply belongs to the client; delete it earlier to abort the call. */
    [[nodiscard]] ApiReply *send(const ApiRequest &request);

    /** The pool the answers are about, as far as it is known: the token's claim, else what the user
     *  entered, else the access key id. */
    [[nodiscard]] QString poolId(const QString &scopedPoolId) const;

private:
    QString m_enteredPoolId;
    Transport &m_transport;
    TokenProvider &m_tokens;
    ApiLanguage m_language;
};

} // namespace genauth
