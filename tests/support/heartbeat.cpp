// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/heartbeat.h"

#include <algorithm>

namespace genauth::test {

Heartbeat::Heartbeat()
{
    m_lastBeat.start();
    m_timer.callOnTimeout(
        &m_timer, [this] { m_longest = std::max(m_longest, m_lastBeat.restart()); });
    m_timer.start(std::chrono::milliseconds(5));
}

qint64 Heartbeat::longestTurn() const
{
    return std::max(m_longest, m_lastBeat.elapsed());
}

} // namespace genauth::test
