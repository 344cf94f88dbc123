// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/chartmarker.h"

#include "app/text/historytext.h"
#include "core/billing/poolsnapshot.h"

namespace genauth {

QList<ChartMarker> markersOf(const PoolSnapshot &snapshot)
{
    QList<ChartMarker> markers;
    if (!snapshot.orders.value)
        return markers;
    for (const Order &order : snapshot.orders.value->orders) {
        if (const auto text = HistoryText::event(order))
            markers.append({*order.createTime.value, order.type, *text});
    }
    return markers;
}

} // namespace genauth
