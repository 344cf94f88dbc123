// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/order.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace genauth {

struct PoolSnapshot;

/** Something that happened to the package: a renewal, an upgrade, a correction. */
struct ChartMarker
{
    QDateTime at; ///< in the pool's clock
    Order::Type kind = Order::Type::Unlisted;
    QString text; ///< what is said of it

    friend bool operator==(const ChartMarker &, const ChartMarker &) = default;
};

/** What the first page of orders tells, in the present language. */
[[nodiscard]] QList<ChartMarker> markersOf(const PoolSnapshot &snapshot);

} // namespace genauth
