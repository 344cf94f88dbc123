// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>

namespace genauth {

/** The only "now" of the program. Wall-clock time in UTC; may jump in either direction. */
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
};

/** This computer's clock. */
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
};

/** The same moment as a clock shows it that is so far ahead of UTC. */
[[nodiscard]] QDateTime inClock(const QDateTime &moment, std::chrono::seconds offset);

} // namespace genauth
