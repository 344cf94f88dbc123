// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/httpmessage.h"
#include "app/sandbox/sandboxpool.h"

#include <QJsonValue>

namespace genauth::sandbox {

/** Why a request is refused; each has its statusCode, its apiCode and its words. */
enum class Refusal {
    BadArgument,
    WrongKey,
    NotSignedIn,
    HigherPackageNeeded,
    Forbidden,
    ForeignPool,
    NoSuchOperation,
    NotFound,
    Throttled,
    BillingError,
    BadSignature,
    SignatureMethod,
    SignatureVersion,
    TimestampMalformed,
    TimestampMissing,
    TimestampTooFar,
    SignatureReplayed,
};

/** From x-authing-lang or x-genauth-lang: Chinese for zh-CN and, as in the vendor's SDKs, for none.
 */
[[nodiscard]] SandboxLanguage messageLanguage(const HttpRequest &request);

/** The service's envelope around what went well. HTTP 200. */
[[nodiscard]] HttpAnswer successEnvelope(const QJsonValue &data, SandboxLanguage language);

/** The service's envelope around a refusal. HTTP 200 as well: the statusCode is in the body. */
[[nodiscard]] HttpAnswer refusalEnvelope(Refusal refusal, SandboxLanguage language);

} // namespace genauth::sandbox
