// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <chrono>

namespace genauth::test {

/** A clock that stands still until a test turns it. */
class FakeClock final : public Clock
{
public:
    /** Midday, 1 July 2026, UTC: far from every day's, month's and year's edge. */
    FakeClock() = default;
    explicit FakeClock(const QDateTime &now)
        : m_now(now.toUTC())
    {
    }

    [[nodiscard]] QDateTime nowUtc() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now.toUTC(); }
    /** Backwards too. */
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now{QDate(2026, 7, 1), QTime(12, 0), Qt::UTC};
};

} // namespace genauth::test
