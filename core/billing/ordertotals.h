// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/order.h"

#include <optional>

namespace genauth {

/** What the paid and the completed ones among some orders add up to. Orders that are not known to
 *  be either count for nothing. */
class OrderTotals
{
public:
    void add(const Order &order);

    /** All orders that were added. */
    [[nodiscard]] int orders() const { return m_orders; }
    /** Those of them that are paid or completed. */
    [[nodiscard]] int settled() const { return m_settled; }
    /** Those of the settled ones whose amount is unknown: the sum is without them. */
    [[nodiscard]] int unknownAmounts() const { return m_unknown; }
    /** Exact; nothing when it is too large for a Decimal. */
    [[nodiscard]] const std::optional<Decimal> &sum() const { return m_sum; }

private:
    int m_orders = 0;
    int m_settled = 0;
    int m_unknown = 0;
    std::optional<Decimal> m_sum = Decimal();
};

} // namespace genauth
