// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

namespace genauth {

QDateTime SystemClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

QDateTime inClock(const QDateTime &moment, std::chrono::seconds offset)
{
    return moment.toOffsetFromUtc(static_cast<int>(offset.count()));
}

} // namespace genauth
