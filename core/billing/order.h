// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/decimal.h"
#include "core/base/reading.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>

namespace genauth {

class JsonFields;

/** A moment of an answer as a field, see parseServerTime(); told in the clock of `clockOffset`,
 * also when the server named another zone. */
[[nodiscard]] Reading<QDateTime> readMoment(
    JsonFields &fields, const QString &key, std::chrono::seconds clockOffset);

/** One order: an item of get-orders, or the answer of get-order-detail (fields: the vendor's
 *  OpenAPI description). */
struct Order
{
    /** `status`; the published list. */
    enum class Status {
        Unlisted, ///< any other value, or none: `statusSent` has it
        Unpaid,   ///< 1; the service closes such an order after two hours
        Paid,     ///< 2
        Completed,
        Cancelled,
        Expired, ///< 5
    };
    /** `orderType`; the published list. */
    enum class Type {
        Unlisted,
        New,
        Upgrade,
        Renew,
        OverdueCorrect,    ///< "Overdue_Correct"
        OverflowedCorrect, ///< "Overflowed_Correct": over the quota
    };
    /** `source`; the published list. */
    enum class Source {
        Unlisted,
        Licence,
        Offline,
        Eadmin,   ///< opened by the vendor
        SelfHelp, ///< ordered by the customer
        Cdkey,
    };

    Reading<QString> orderNo;
    Reading<QString> nameZh;       ///< goodsName
    Reading<QString> nameEn;       ///< goodsNameEn
    Reading<Decimal> unitPrice;    ///< goodsUnitPrice; no answer names the currency
    Reading<qint64> quantity;      ///< 0 or more
    Reading<Decimal> actualAmount; ///< what was, or is, to be paid
    Status status = Status::Unlisted;
    Reading<QString> statusSent;
    Type type = Type::Unlisted;
    Reading<QString> typeSent;
    Reading<QDateTime> createTime; ///< carries the offset it was read with
    Source source = Source::Unlisted;
    Reading<QString> sourceSent;
    QStringList unreadableFields; ///< paths such as "data.list[3].quantity"

    [[nodiscard]] static Order read(JsonFields &fields, std::chrono::seconds clockOffset);
    /** Fails, with UnreadableField "data", only when `data` is no object. */
    [[nodiscard]] static Result<Order> fromJson(
        const QJsonValue &data, std::chrono::seconds clockOffset);

    friend bool operator==(const Order &, const Order &) = default;
};

} // namespace genauth

Q_DECLARE_METATYPE(genauth::Order)
