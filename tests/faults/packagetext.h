// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/subscriptionstate.h"
#include "tests/faults/faultcase.h"

#include <QMap>
#include <QVariant>

namespace genauth::test {

/** Fields of a package and their raw JSON texts, so that a case can send what no library writes. */
using RawFields = QMap<QByteArray, QByteArray>;

/** The answer of an overdue pool with these fields instead: "endTime", "overdueDays", "code",
 *  "name", "nameEn", "unitPrice", "group", "sceneCode", "amount", or "goodsPackage" as a whole. A
 *  null text leaves the field out. */
[[nodiscard]] QByteArray packageBody(const RawFields &changes);
[[nodiscard]] Script packageOf(const RawFields &changes, const QByteArray &headers = {});

/** `text` as JSON writes it. */
[[nodiscard]] QByteArray quoted(const QString &text);

/** Where the model shows a field: PoolsModel::Column. */
[[nodiscard]] int columnOf(const QByteArray &field);

// What must hold after a good answer.
/** The model shows this value, an invalid one for unknown, and what the server sent. */
[[nodiscard]] Check shows(const QByteArray &field, const QVariant &value, const QString &asSent);
/** The field is among the unreadable ones, or is not. */
[[nodiscard]] Check isUnreadable(const QByteArray &field, bool unreadable);
[[nodiscard]] Check hasState(SubscriptionState headline);
/** It stands beside the headline, or does not. */
[[nodiscard]] Check hasBeside(SubscriptionState state, bool there = true);

} // namespace genauth::test
