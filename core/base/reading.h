// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace genauth {

/** One value as a server sent it: what it means, where that could be told, and the text it came as.
 *
 *  Three cases, and only these: known (`value` set), unreadable (`value` empty, `asSent` not), and
 *  absent (both empty). Neither of the last two is ever a zero or "fine". */
template <class T>
struct Reading
{
    std::optional<T> value;
    QString asSent; ///< the server's text, clipped and otherwise raw: show displayText() of it

    [[nodiscard]] bool isKnown() const { return value.has_value(); }
    [[nodiscard]] bool isUnreadable() const { return !value && !asSent.isEmpty(); }

    friend bool operator==(const Reading &, const Reading &) = default;
};

} // namespace genauth
