// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/decimal.h"
#include "core/base/reading.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <chrono>

namespace genauth {

struct Order;

/** The answer of get-order-pay-detail (fields: the vendor's OpenAPI description). `payStatus` and
 *  `payType` have no published list: they are what came. */
struct Payment
{
    Reading<QString> orderNo;
    Reading<QString> channelOrderNo; ///< the payment channel's own number
    Reading<Decimal> paidAmount;     ///< no answer names the currency
    Reading<QDateTime> paidTime;     ///< carries the offset it was read with
    Reading<QString> paidAccountNo;
    Reading<QString> payStatus;
    Reading<QDateTime> createTime;
    Reading<QString> payType; ///< "Alipay"
    QStringList unreadableFields;

    /** Fails, with UnreadableField "data", only when `data` is no object. */
    [[nodiscard]] static Result<Payment> fromJson(
        const QJsonValue &data, std::chrono::seconds clockOffset);

    /** It names an order, and another one: whoever asked for the payment of `order` is to be told.
     */
    [[nodiscard]] bool isForAnotherThan(const Order &order) const;

    friend bool operator==(const Payment &, const Payment &) = default;
};

} // namespace genauth
