// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/reading.h"
#include "core/base/result.h"
#include "core/billing/allowance.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace genauth {

/** How much of one right is in use. */
struct RightUsage
{
    Allowance amount;           ///< what the package includes
    Reading<qint64> current;    ///< what is used, 0 or more
    Reading<bool> isTrial;      ///< `experience`: a right of a trial
    Reading<QString> modelCode; ///< "SocialConnections"
    Reading<QString> modelName; ///< "SocialConnections：社交账号链接"; see bilingualName()

    friend bool operator==(const RightUsage &, const RightUsage &) = default;
};

/** The answer of get-usage-info (fields: the vendor's OpenAPI description), in the order sent. */
struct Usage
{
    QList<RightUsage> rights;
    QStringList unreadableFields; ///< paths such as "data.usages[2].current"

    /** Fails, with UnreadableField "data", only when `data` is no object. `usages` may be absent,
     *  and a single object counts as one. No value is a time: `clockOffset` is not used. */
    [[nodiscard]] static Result<Usage> fromJson(
        const QJsonValue &data, std::chrono::seconds clockOffset);

    friend bool operator==(const Usage &, const Usage &) = default;
};

/** The two halves of a name such as "Code：中文名": a full-width colon parts them (the vendor's
 *  published example). A name without one is both. */
struct BilingualName
{
    QString en;
    QString zh;

    friend bool operator==(const BilingualName &, const BilingualName &) = default;
};
[[nodiscard]] BilingualName bilingualName(const QString &name);

} // namespace genauth
