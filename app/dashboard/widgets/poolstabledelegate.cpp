// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/poolstabledelegate.h"

#include "app/dashboard/poolstable.h"
#include "app/dashboard/widgets/pooldelegate.h"
#include "app/dashboard/widgets/stateshape.h"
#include "core/models/poolsmodel.h"

#include <QPainter>

namespace genauth {

int PoolsTableDelegate::leadWidth(
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return index.column() == PoolsTable::State ? PoolDelegate::shapeSide(option.fontMetrics) : 0;
}

void PoolsTableDelegate::paintLead(QPainter &painter, const QRect &area,
    const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const double side = area.width();
    const QRectF shape(area.left(), area.top() + (area.height() - side) / 2.0, side, side);
    const auto assessment = index.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
    painter.setRenderHint(QPainter::Antialiasing);
    paintStateShape(painter, shape, shapeOf(assessment.headline), theme());
}

} // namespace genauth
