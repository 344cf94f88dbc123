// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/package.h"

#include "core/api/jsonfields.h"
#include "core/api/servertime.h"

#include <QJsonObject>

#include <limits>

namespace genauth {

namespace {

/** About 270 years: more is no count of days but a mistake. */
constexpr qint64 MaxOverdueDays = 100'000;
/** The last year that four digits can write; services use its last day for "never". */
constexpr int EndlessYear = 9999;

bool saysNever(const QString &text)
{
    return text.compare(QLatin1String("permanent"), Qt::CaseInsensitive) == 0 ||
           text == QStringLiteral("永久");
}

EndTime readEndTime(JsonFields &fields, std::chrono::seconds clockOffset)
{
    const QString key = QStringLiteral("endTime");
    const Reading<QString> sent = fields.text(key);
    EndTime end;
    end.asSent = sent.asSent;
    if (!sent.value)
        return end;
    if (saysNever(*sent.value)) {
        end.kind = EndTime::Kind::Never;
    } else if (const auto time = parseServerTime(*sent.value, clockOffset); !time) {
        fields.markUnreadable(key);
    } else if (time->at.date().year() == EndlessYear) {
        end.kind = EndTime::Kind::Never;
    } else {
        end.kind = EndTime::Kind::At;
        end.at = time->at;
        end.zoneAssumed = time->zoneAssumed;
    }
    return end;
}

void readGoods(JsonFields &goods, Package &package)
{
    package.nameZh = goods.text(QStringLiteral("name"));
    package.nameEn = goods.text(QStringLiteral("nameEn"));
    package.unitPrice = goods.decimal(QStringLiteral("unitPrice"));
    package.mauQuantity = goods.count(QStringLiteral("amount"), std::numeric_limits<qint64>::max());
    package.edition = goods.text(QStringLiteral("group"));
    package.scene = goods.text(QStringLiteral("sceneCode"));
    const Reading<QString> code = goods.text(QStringLiteral("code"));
    if (!package.code.isKnown() && code.isKnown())
        package.code = code;
}

} // namespace

Result<Package> Package::fromJson(const QJsonValue &data, std::chrono::seconds clockOffset)
{
    if (!data.isObject())
        return ApiError{.kind = ErrorKind::UnreadableField, .subject = QStringLiteral("data")};

    JsonFields fields(data.toObject(), QStringLiteral("data"));
    Package package;
    package.code = fields.text(QStringLiteral("code"));
    package.endTime = readEndTime(fields, clockOffset);
    package.overdueDays = fields.count(QStringLiteral("overdueDays"), MaxOverdueDays);
    std::optional<JsonFields> goods = fields.object(QStringLiteral("goodsPackage"));
    package.unreadableFields = fields.unreadable();
    if (goods) {
        readGoods(*goods, package);
        package.unreadableFields += goods->unreadable();
    }
    return package;
}

} // namespace genauth
