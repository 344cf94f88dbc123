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

/** When a package ends. */
struct EndTime
{
    enum class Kind {
        Unknown, ///< missing, or not readable: `asSent` says which
        Never,   ///< "permanent" in any case, "永久" or the year 9999: said to have no end
        At,
    };
    Kind kind = Kind::Unknown;
    QDateTime at;            ///< Kind::At only; carries the offset it was read with
    bool zoneAssumed = true; ///< Kind::At: the value named no zone, the pool's clock was assumed
    QString asSent;          ///< raw

    friend bool operator==(const EndTime &, const EndTime &) = default;
};

/** The answer of get-current-package-info (fields: the vendor's OpenAPI description). Every field
 *  may be unknown; texts are raw and must pass displayText() before they are shown. */
struct Package
{
    Reading<QString> code; ///< data.code, else goodsPackage.code: "V4_B2C_Enterprise:1000"
    EndTime endTime;
    Reading<qint64> overdueDays;  ///< the server's own count, 0 to 100,000
    Reading<QString> nameZh;      ///< goodsPackage.name
    Reading<QString> nameEn;      ///< goodsPackage.nameEn
    Reading<Decimal> unitPrice;   ///< price of the package; no answer names the currency
    Reading<qint64> mauQuantity;  ///< goodsPackage.amount: monthly active users bought, 0 or more
    Reading<QString> edition;     ///< goodsPackage.group: "Enterprise"
    Reading<QString> scene;       ///< goodsPackage.sceneCode: "B2C", "B2B", "B2E"
    QStringList unreadableFields; ///< paths such as "data.overdueDays", in reading order

    /** Decodes an envelope's `data`; `clockOffset` is the pool's clock for times without a zone.
     *  Fails, with UnreadableField "data", only when it is no object; unknown keys are ignored, and
     *  a goodsPackage that is no object (the vendor's published example has a plain string there)
     *  leaves its fields unknown and is listed as unreadable. */
    [[nodiscard]] static Result<Package> fromJson(
        const QJsonValue &data, std::chrono::seconds clockOffset);

    friend bool operator==(const Package &, const Package &) = default;
};

} // namespace genauth
