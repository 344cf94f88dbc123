// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/reading.h"

#include <QString>

#include <optional>

namespace genauth {

class JsonFields;

/** How much of something was bought. Zero, absent and negative amounts are never divided by. */
struct Allowance
{
    enum class Kind {
        Unknown,   ///< missing, or not readable: `asSent` says which
        Unlimited, ///< see fromJson()
        Count,     ///< `count`, 0 or more; of 0 there is no percentage
    };
    Kind kind = Kind::Unknown;
    qint64 count = 0; ///< Kind::Count only
    QString asSent;   ///< raw

    /** Reads the whole number under `key`. How GenAuth encodes "unlimited" is not documented: -1,
     *  which is usual, and the words "unlimited", "infinite" (in any case), "不限", "无限" and
     *  "无限制" are taken for it. Any other negative number is unreadable. */
    [[nodiscard]] static Allowance fromJson(JsonFields &fields, const QString &key);

    /** Is this how a text as sent says "unlimited"? See fromJson(). */
    [[nodiscard]] static bool saysUnlimited(const QString &sent);

    [[nodiscard]] bool isKnown() const { return kind != Kind::Unknown; }
    /** A number above zero: something to measure against. */
    [[nodiscard]] bool isMeasure() const { return kind == Kind::Count && count > 0; }

    friend bool operator==(const Allowance &, const Allowance &) = default;
};

/** `used` in percent of `allowance`, rounded down, so that 100 means reached; at most 1,000,000.
 *  Nothing when either is unknown, or there is nothing to measure against. */
[[nodiscard]] std::optional<int> percentUsed(
    const Reading<qint64> &used, const Allowance &allowance);

} // namespace genauth
