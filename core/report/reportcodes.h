// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/checkreport.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace genauth {

// What the writers of reports share: codes for programs, the same in every language and version.

/** "overdue", "ends_very_soon", "over_mau" and so on. */
[[nodiscard]] QString codeOf(SubscriptionState state);
/** "OK", "WARNING", "CRITICAL" or "UNKNOWN", as monitoring systems say. */
[[nodiscard]] QString codeOf(AlertLevel level);
/** "mau_critical", "mau_unknown" or "unanswered". */
[[nodiscard]] QString codeOf(LevelReason reason);
/** 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN: what a check ends with. */
[[nodiscard]] int exitCodeOf(AlertLevel level);

/** "2026-07-01T12:00:00Z"; empty when it is invalid. */
[[nodiscard]] QString utcText(const QDateTime &moment);

/** For how many seconds the package has been over: by its end time, unless GenAuth's own count of
 *  days says otherwise, then that. 0 while it is known not to be; nothing when nobody can tell. */
[[nodiscard]] std::optional<qint64> overdueSeconds(const PoolReport &pool);

/** Each of these once: to one that has come before, " (2)" is added, and so on. */
[[nodiscard]] QStringList madeUnique(const QStringList &names);

} // namespace genauth
