// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace genauth::test {

/** One request as it arrived. */
struct RecordedRequest
{
    QByteArray raw;  ///< every byte of it
    QByteArray verb; ///< "GET", "POST", "CONNECT"
    QString path;    ///< still percent-encoded, without the query
    QByteArray query;
    QByteArray body;

    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
    /** Compared without case; values of repeated headers are joined by ", ". */
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/** Takes the first whole request off the front of `buffer`; nullopt when it has not all come yet.
 */
[[nodiscard]] std::optional<RecordedRequest> takeRequest(QByteArray &buffer);

} // namespace genauth::test
