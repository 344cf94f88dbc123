// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/poolstabledelegate.h"

#include "app/dashboard/poolstable.h"
#include "app/dashboard/widgets/pooldelegate.h"
#include "app/dashboard/widgets/stateshape.h"
#include "core/models/poolsmodel.h"

#include <QPainter>

namespace genauth {

PoolsTableDelegate::PoolsTableDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int PoolsTableDelegate::rowHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 2 * Space::Small + Space::Tiny;
}

void PoolsTableDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const ThemeColors &colors = m_theme.colors();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colors.selection);
    painter->fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.line);

    QRect words = option.rect.adjusted(Space::Medium, 0, -Space::Medium, 0);
    if (index.column() == PoolsTable::State) {
        const int side = PoolDelegate::shapeSide(option.fontMetrics);
        const QRectF shape(
            words.left(), option.rect.top() + (option.rect.height() - side) / 2.0, side, side);
        const auto assessment =
            index.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
        painter->setRenderHint(QPainter::Antialiasing);
        paintStateShape(*painter, shape, shapeOf(assessment.headline), m_theme);
        words.adjust(side + Space::Small, 0, 0, 0);
    }
    painter->setFont(option.font);
    painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
    painter->drawText(words, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
        option.fontMetrics.elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, words.width()));
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(colors.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QSize PoolsTableDelegate::sizeHint(
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) +
                2 * Space::Medium + 2;
    if (index.column() == PoolsTable::State)
        width += PoolDelegate::shapeSide(option.fontMetrics) + Space::Small;
    return {width, rowHeight(option.fontMetrics)};
}

} // namespace genauth
