// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/reading.h"
#include "core/base/result.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace genauth {

/** One thing that the package includes. */
struct Right
{
    /** `dataType`, as the vendor's OpenAPI description lists it. */
    enum class DataType {
        Unlisted, ///< any other value, or none: `dataTypeSent` has it
        Quantity, ///< 1
        Number,   ///< 2: shown, but not metered
        YesNo,    ///< 3
        Text,     ///< 4
    };
    Reading<QString> modelCode; ///< "SocialConnections"
    Reading<QString> modelName; ///< "SocialConnections：社交账号链接"; see bilingualName()
    DataType dataType = DataType::Unlisted;
    Reading<QString> dataTypeSent;
    Reading<QString> dataValue; ///< as it came, whatever the type

    /** Of a YesNo right, what its value says: "true", "1" and "yes", or "false", "0" and "no", in
     *  any case (how it is written is not documented). Nothing for other types and values. */
    [[nodiscard]] std::optional<bool> isIncluded() const;

    friend bool operator==(const Right &, const Right &) = default;
};

/** The answer of get-all-rights-items (fields: the vendor's OpenAPI description), in the order
 *  sent. */
struct Rights
{
    QList<Right> items;
    QStringList unreadableFields; ///< paths such as "data.rightsItems[2].dataValue"

    /** Fails, with UnreadableField "data", only when `data` is no object. `rightsItems` may be
     *  absent, and a single object counts as one. No value is a time: `clockOffset` is not used. */
    [[nodiscard]] static Result<Rights> fromJson(
        const QJsonValue &data, std::chrono::seconds clockOffset);

    friend bool operator==(const Rights &, const Rights &) = default;
};

} // namespace genauth
