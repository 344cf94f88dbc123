// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/pooldelegate.h"

#include "app/dashboard/widgets/stateshape.h"
#include "app/text/statustext.h"
#include "core/models/poolsmodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace genauth {

namespace {

SubscriptionAssessment assessmentOf(const QModelIndex &index)
{
    return index.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
}

} // namespace

QRect PoolDelegate::groundOf(const QRect &row)
{
    return row.adjusted(Space::Small, 2, -Space::Small, -2);
}

QRect PoolDelegate::innerOf(const QRect &row)
{
    return groundOf(row).adjusted(Space::Small + 2, Space::Tiny, -Space::Small, -Space::Tiny);
}

int PoolDelegate::shapeSide(const QFontMetrics &nameMetrics)
{
    return std::max(16, nameMetrics.height() * 4 / 5);
}

PoolDelegate::PoolDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void PoolDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = index.data(PoolsModel::RawRole).toString();
}

void PoolDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const SubscriptionAssessment assessment = assessmentOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    if (item.state & QStyle::State_Selected) {
        painter->setPen(
            item.state & QStyle::State_HasFocus ? QPen(m_theme.colors().accent, 1) : Qt::NoPen);
        painter->setBrush(m_theme.colors().selection);
        painter->drawRoundedRect(groundOf(item.rect), Space::Tiny, Space::Tiny);
    }
    const QRect inner = innerOf(item.rect);
    const QFontMetrics nameMetrics(item.font);
    const int side = shapeSide(nameMetrics);
    const QRectF shape(inner.left(), inner.top() + (nameMetrics.height() - side) / 2.0, side, side);
    paintStateShape(*painter, shape, shapeOf(assessment.headline), m_theme);

    const QRect words = inner.adjusted(side + Space::Small, 0, 0, 0);
    painter->setFont(item.font);
    painter->setPen(m_theme.colors().text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
        nameMetrics.elidedText(item.text, Qt::ElideRight, words.width()));

    const QFont lineFont = Theme::font(0.92);
    painter->setFont(lineFont);
    const Tone tone = toneOf(assessment.headline);
    painter->setPen(tone == Tone::Good ? m_theme.colors().dim : m_theme.toneColor(tone));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
        QFontMetrics(lineFont).elidedText(
            StatusText::listLine(assessment), Qt::ElideRight, words.width()));
    painter->restore();
}

QSize PoolDelegate::sizeHint(
    const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int text = QFontMetrics(option.font).height() + QFontMetrics(Theme::font(0.92)).height();
    return {160, text + 4 + 2 * Space::Tiny + 2};
}

} // namespace genauth
