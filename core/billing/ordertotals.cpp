// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/ordertotals.h"

namespace genauth {

void OrderTotals::add(const Order &order)
{
    ++m_orders;
    if (order.status != Order::Status::Paid && order.status != Order::Status::Completed)
        return;
    ++m_settled;
    if (!order.actualAmount.value)
        ++m_unknown;
    else if (m_sum)
        m_sum = m_sum->plus(*order.actualAmount.value);
}

} // namespace genauth
