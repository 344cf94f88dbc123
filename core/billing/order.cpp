// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/order.h"

#include "core/api/jsonfields.h"
#include "core/api/servertime.h"
#include "core/base/clock.h"

#include <QJsonObject>

#include <array>
#include <limits>
#include <utility>

namespace genauth {

namespace {

template <class Value, std::size_t Size>
Value listed(
    const Reading<QString> &sent, const std::array<std::pair<const char *, Value>, Size> &list)
{
    for (const auto &[text, value] : list) {
        if (sent.value == QLatin1String(text))
            return value;
    }
    return Value::Unlisted;
}

constexpr std::array<std::pair<const char *, Order::Status>, 5> Statuses{{
    {"1", Order::Status::Unpaid},
    {"2", Order::Status::Paid},
    {"3", Order::Status::Completed},
    {"4", Order::Status::Cancelled},
    {"5", Order::Status::Expired},
}};
constexpr std::array<std::pair<const char *, Order::Type>, 5> Types{{
    {"New", Order::Type::New},
    {"Upgrade", Order::Type::Upgrade},
    {"Renew", Order::Type::Renew},
    {"Overdue_Correct", Order::Type::OverdueCorrect},
    {"Overflowed_Correct", Order::Type::OverflowedCorrect},
}};
constexpr std::array<std::pair<const char *, Order::Source>, 5> Sources{{
    {"Licence", Order::Source::Licence},
    {"Offline", Order::Source::Offline},
    {"Eadmin", Order::Source::Eadmin},
    {"SelfHelp", Order::Source::SelfHelp},
    {"Cdkey", Order::Source::Cdkey},
}};

} // namespace

Reading<QDateTime> readMoment(
    JsonFields &fields, const QString &key, std::chrono::seconds clockOffset)
{
    const Reading<QString> sent = fields.text(key);
    Reading<QDateTime> moment{{}, sent.asSent};
    if (!sent.value)
        return moment;
    if (const auto time = parseServerTime(*sent.value, clockOffset))
        moment.value = inClock(time->at, clockOffset);
    else
        fields.markUnreadable(key);
    return moment;
}

Order Order::read(JsonFields &fields, std::chrono::seconds clockOffset)
{
    Order order;
    order.orderNo = fields.text(QStringLiteral("orderNo"));
    order.nameZh = fields.text(QStringLiteral("goodsName"));
    order.nameEn = fields.text(QStringLiteral("goodsNameEn"));
    order.unitPrice = fields.decimal(QStringLiteral("goodsUnitPrice"));
    order.quantity = fields.count(QStringLiteral("quantity"), std::numeric_limits<qint64>::max());
    order.actualAmount = fields.decimal(QStringLiteral("actualAmount"));
    order.statusSent = fields.text(QStringLiteral("status"));
    order.status = listed(order.statusSent, Statuses);
    order.typeSent = fields.text(QStringLiteral("orderType"));
    order.type = listed(order.typeSent, Types);
    order.createTime = readMoment(fields, QStringLiteral("createTime"), clockOffset);
    order.sourceSent = fields.text(QStringLiteral("source"));
    order.source = listed(order.sourceSent, Sources);
    order.unreadableFields = fields.unreadable();
    return order;
}

Result<Order> Order::fromJson(const QJsonValue &data, std::chrono::seconds clockOffset)
{
    if (!data.isObject())
        return ApiError{.kind = ErrorKind::UnreadableField, .subject = QStringLiteral("data")};
    JsonFields fields(data.toObject(), QStringLiteral("data"));
    return read(fields, clockOffset);
}

} // namespace genauth
