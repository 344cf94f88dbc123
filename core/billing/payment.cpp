// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/payment.h"

#include "core/api/jsonfields.h"
#include "core/base/displaytext.h"
#include "core/billing/order.h"

#include <QJsonObject>

namespace genauth {

Result<Payment> Payment::fromJson(const QJsonValue &data, std::chrono::seconds clockOffset)
{
    if (!data.isObject())
        return ApiError{.kind = ErrorKind::UnreadableField, .subject = QStringLiteral("data")};
    JsonFields fields(data.toObject(), QStringLiteral("data"));
    Payment payment;
    payment.orderNo = fields.text(QStringLiteral("orderNo"));
    payment.channelOrderNo = fields.text(QStringLiteral("channelOrderNo"));
    payment.paidAmount = fields.decimal(QStringLiteral("paidAmount"));
    payment.paidTime = readMoment(fields, QStringLiteral("paidTime"), clockOffset);
    payment.paidAccountNo = fields.text(QStringLiteral("paidAccountNo"));
    payment.payStatus = fields.text(QStringLiteral("payStatus"));
    payment.createTime = readMoment(fields, QStringLiteral("createTime"), clockOffset);
    payment.payType = fields.text(QStringLiteral("payType"));
    payment.unreadableFields = fields.unreadable();
    return payment;
}

bool Payment::isForAnotherThan(const Order &order) const
{
    const QString named = orderNo.value.value_or(orderNo.asSent);
    return !isBlank(named) && named != order.orderNo.value.value_or(order.orderNo.asSent);
}

} // namespace genauth
