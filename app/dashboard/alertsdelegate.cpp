// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/alertsdelegate.h"

#include "app/dashboard/widgets/pooldelegate.h"
#include "app/dashboard/widgets/stateshape.h"

#include <QPainter>

namespace genauth {

int AlertsDelegate::leadWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return index.data(ShapeRole).isValid() ? PoolDelegate::shapeSide(option.fontMetrics) : 0;
}

void AlertsDelegate::paintLead(QPainter &painter, const QRect &area,
    const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const double side = area.width();
    const QRectF shape(area.left(), area.top() + (area.height() - side) / 2.0, side, side);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStateShape(
        painter, shape, static_cast<StateShape>(index.data(ShapeRole).toInt()), theme());
}

} // namespace genauth
