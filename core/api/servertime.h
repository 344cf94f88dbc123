// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QStringView>

#include <chrono>
#include <optional>

namespace genauth {

/** A moment of an answer. */
struct ServerTime
{
    QDateTime at;            ///< with the offset it was read with
    bool zoneAssumed = true; ///< the text named no zone
};

/** Reads a time of an answer. GenAuth's format is `yyyy-MM-dd HH:mm:ss` without a zone (published
 *  examples; no document names the zone), so `clockOffset` (-14 h to +14 h) is assumed. A value
 *  that carries `Z` or `+hh:mm` is believed. Also read: a date alone (its first second), a `T`
 *  between date and time, and fractions of a second, cut off after the millisecond. Everything else
 *  is nullopt: other separators, 24:00:00, leap seconds, days that do not exist, epochs, blanks
 *  around. Independent of this computer's zone and locale. */
[[nodiscard]] std::optional<ServerTime> parseServerTime(
    QStringView text, std::chrono::seconds clockOffset);

} // namespace genauth
