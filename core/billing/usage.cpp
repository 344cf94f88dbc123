// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/usage.h"

#include "core/api/jsonfields.h"

#include <QJsonObject>

#include <limits>

namespace genauth {

namespace {

RightUsage readRight(JsonFields &fields)
{
    RightUsage right;
    right.amount = Allowance::fromJson(fields, QStringLiteral("amount"));
    right.current = fields.count(QStringLiteral("current"), std::numeric_limits<qint64>::max());
    right.isTrial = fields.boolean(QStringLiteral("experience"));
    right.modelCode = fields.text(QStringLiteral("modelCode"));
    right.modelName = fields.text(QStringLiteral("modelName"));
    return right;
}

} // namespace

Result<Usage> Usage::fromJson(const QJsonValue &data, std::chrono::seconds /*clockOffset*/)
{
    if (!data.isObject())
        return ApiError{.kind = ErrorKind::UnreadableField, .subject = QStringLiteral("data")};
    JsonFields fields(data.toObject(), QStringLiteral("data"));
    Usage usage;
    QList<JsonFields> items = fields.list(QStringLiteral("usages"));
    usage.unreadableFields = fields.unreadable();
    for (JsonFields &item : items) {
        usage.rights.append(readRight(item));
        usage.unreadableFields += item.unreadable();
    }
    return usage;
}

BilingualName bilingualName(const QString &name)
{
    const qsizetype colon = name.indexOf(u'：');
    const QString before = name.first(std::max<qsizetype>(colon, 0)).trimmed();
    const QString after = name.sliced(colon + 1).trimmed();
    if (colon < 0 || before.isEmpty() || after.isEmpty())
        return {name, name};
    return {before, after};
}

} // namespace genauth
