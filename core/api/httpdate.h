// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace genauth {

/** Reads an HTTP date, "Wed, 21 Oct 2026 07:28:00 GMT", into UTC; invalid when it is none.
 *  (Qt's own RFC 2822 reader rejects "GMT".) */
[[nodiscard]] QDateTime parseHttpDate(const QByteArray &value);

/** Reads Retry-After in both its forms: seconds, or an HTTP date measured against `now`, which
 *  should be the answer's own Date. Kept within 1 s and 1 h; nullopt when it is neither form. */
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(
    const QByteArray &value, const QDateTime &now);

} // namespace genauth
