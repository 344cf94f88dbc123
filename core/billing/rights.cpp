// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/rights.h"

#include "core/api/jsonfields.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace genauth {

namespace {

Right::DataType typeOf(const Reading<QString> &sent)
{
    if (sent.value == QStringLiteral("1"))
        return Right::DataType::Quantity;
    if (sent.value == QStringLiteral("2"))
        return Right::DataType::Number;
    if (sent.value == QStringLiteral("3"))
        return Right::DataType::YesNo;
    if (sent.value == QStringLiteral("4"))
        return Right::DataType::Text;
    return Right::DataType::Unlisted;
}

/** A value may be a JSON true as well: it is text like any other here. */
Reading<QString> readValue(JsonFields &fields, const QString &key)
{
    const QString sent = fields.sent(key);
    if (sent == QStringLiteral("true") || sent == QStringLiteral("false"))
        return {sent, sent};
    return fields.text(key);
}

Right readRight(JsonFields &fields)
{
    Right right;
    right.modelCode = fields.text(QStringLiteral("rightsModelCode"));
    right.modelName = fields.text(QStringLiteral("rightsModelName"));
    right.dataTypeSent = fields.text(QStringLiteral("dataType"));
    right.dataType = typeOf(right.dataTypeSent);
    right.dataValue = readValue(fields, QStringLiteral("dataValue"));
    return right;
}

} // namespace

std::optional<bool> Right::isIncluded() const
{
    if (dataType != DataType::YesNo || !dataValue.value)
        return std::nullopt;
    const auto isOneOf = [this](const std::array<const char *, 3> &words) {
        return std::ranges::any_of(words, [this](const char *word) {
            return dataValue.value->compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
        });
    };
    if (isOneOf({"true", "1", "yes"}))
        return true;
    if (isOneOf({"false", "0", "no"}))
        return false;
    return std::nullopt;
}

Result<Rights> Rights::fromJson(const QJsonValue &data, std::chrono::seconds /*clockOffset*/)
{
    if (!data.isObject())
        return ApiError{.kind = ErrorKind::UnreadableField, .subject = QStringLiteral("data")};
    JsonFields fields(data.toObject(), QStringLiteral("data"));
    Rights rights;
    QList<JsonFields> items = fields.list(QStringLiteral("rightsItems"));
    rights.unreadableFields = fields.unreadable();
    for (JsonFields &item : items) {
        rights.items.append(readRight(item));
        rights.unreadableFields += item.unreadable();
    }
    return rights;
}

} // namespace genauth
