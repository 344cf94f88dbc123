// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <utility>

namespace genauth::sandbox {

/** One HTTP request as it came over the wire. */
struct HttpRequest
{
    QByteArray method; ///< in capitals: "GET"
    QString path;      ///< decoded: "/api/v3/get-orders"
    QByteArray query;  ///< as sent, percent-encoded, without the question mark; may be empty
    QMap<QByteArray, QByteArray> headers; ///< names in lower case; a repeated header is joined
    QByteArray body{};
};

/** One HTTP answer, and the manner in which it is given. A fault is an answer like any other. */
struct HttpAnswer
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< besides Content-Type and Content-Length
    QByteArray body{};

    qint64 blanks = 0; ///< that many spaces follow the body
    std::chrono::milliseconds delay{0};
    bool isGiven = true; ///< false: the connection stays open and silent
};

} // namespace genauth::sandbox
