// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/httpexchange.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace genauth {

/** A successful answer: `{"statusCode": 200, "message", "apiCode"?, "requestId"?, "data"}`. */
struct Envelope
{
    QJsonValue data; ///< present and not null
    QString message; ///< the server's words, raw
    std::optional<int>
        apiCode; ///< absent or 0 on success, says the vendor; anything else goes to Details
    QString requestId;
    int httpStatus = 200; ///< 200 to 299
    QDateTime serverDate; ///< the HTTP Date header, UTC; invalid when there was none

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

/** The only reader of statusCode, message, apiCode and requestId. In this order: the HTTP status (a
 *  gateway's 4xx or 5xx decides), the content type, the JSON, then statusCode: given HTTP 2xx,
 *  success is statusCode 200 and nothing else, and any other is treated as that HTTP status. A key
 *  that stands twice with different values makes the answer unreadable. A body of more than 100,000
 *  values is not read at all: it is ErrorKind::TooLarge, however few bytes it has. */
[[nodiscard]] Result<Envelope> readEnvelope(const HttpAnswer &answer);

} // namespace genauth
