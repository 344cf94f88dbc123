// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/order.h"

namespace genauth {

/** The answer of get-orders: one page (fields: the vendor's OpenAPI description). */
struct OrderPage
{
    /** How many orders there are in all, by the server's word, which may be wrong. */
    Reading<qint64> totalCount;
    QList<Order> orders;          ///< in the order sent, which is not documented
    QStringList unreadableFields; ///< of the page and of its orders

    /** Fails, with UnreadableField "data", only when `data` is no object. `list` may be absent, and
     *  a single object counts as one. */
    [[nodiscard]] static Result<OrderPage> fromJson(
        const QJsonValue &data, std::chrono::seconds clockOffset);

    friend bool operator==(const OrderPage &, const OrderPage &) = default;
};

} // namespace genauth
