// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/orderpage.h"

#include "core/api/jsonfields.h"

#include <QJsonObject>

#include <limits>

namespace genauth {

Result<OrderPage> OrderPage::fromJson(const QJsonValue &data, std::chrono::seconds clockOffset)
{
    if (!data.isObject())
        return ApiError{.kind = ErrorKind::UnreadableField, .subject = QStringLiteral("data")};
    JsonFields fields(data.toObject(), QStringLiteral("data"));
    OrderPage page;
    page.totalCount =
        fields.count(QStringLiteral("totalCount"), std::numeric_limits<qint64>::max());
    QList<JsonFields> items = fields.list(QStringLiteral("list"));
    page.unreadableFields = fields.unreadable();
    for (JsonFields &item : items) {
        page.orders.append(Order::read(item, clockOffset));
        page.unreadableFields += page.orders.constLast().unreadableFields;
    }
    return page;
}

} // namespace genauth
