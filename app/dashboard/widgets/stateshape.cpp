// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/stateshape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

constexpr int SmallestSide = 24;

/** All shapes are drawn in a square from (0, 0) to (16, 16). */
constexpr double Side = 16;

QPen strokePen(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintGood(QPainter &painter, const QColor &color, const QColor &mark)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    painter.setPen(strokePen(mark, 2));
    painter.drawPolyline(QPolygonF{{4.8, 8.4}, {7.1, 10.7}, {11.4, 5.8}});
}

void paintExclamation(QPainter &painter, const QColor &mark, double top, double bottom)
{
    painter.setPen(strokePen(mark, 2));
    painter.drawLine(QPointF(8, top), QPointF(8, bottom - 3.4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark);
    painter.drawEllipse(QPointF(8, bottom), 1.2, 1.2);
}

void paintSoon(QPainter &painter, const QColor &color, const QColor &mark)
{
    painter.setPen(strokePen(color, 2));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{{8, 2.4}, {14.4, 13.6}, {1.6, 13.6}});
    paintExclamation(painter, mark, 6, 12.2);
}

void paintOverQuota(QPainter &painter, const QColor &color, const QColor &mark)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 2.5, 2.5);
    painter.setPen(strokePen(mark, 1.8));
    painter.drawLine(QPointF(8, 11.6), QPointF(8, 4.8));
    painter.drawPolyline(QPolygonF{{5, 7.6}, {8, 4.6}, {11, 7.6}});
}

void paintBad(QPainter &painter, const QColor &color, const QColor &mark)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{
        {5.1, 1}, {10.9, 1}, {15, 5.1}, {15, 10.9}, {10.9, 15}, {5.1, 15}, {1, 10.9}, {1, 5.1}});
    paintExclamation(painter, mark, 4.6, 11.6);
}

void paintUnknown(QPainter &painter, const QColor &color)
{
    QPen dashed = strokePen(color, 1.4);
    dashed.setDashPattern({2, 2});
    dashed.setCapStyle(Qt::FlatCap);
    painter.setPen(dashed);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(1.4, 1.4, 13.2, 13.2));
    // Drawn, not written: no font is needed, and it looks the same in both languages.
    QPainterPath hook(QPointF(5.9, 6.3));
    hook.cubicTo({5.9, 3.6}, {10.2, 3.6}, {10.2, 6.3});
    hook.cubicTo({10.2, 7.9}, {8.05, 7.9}, {8.05, 9.4});
    painter.setPen(strokePen(color, 1.4));
    painter.drawPath(hook);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8.05, 11.7), 0.95, 0.95);
}

void paintNoConnection(QPainter &painter, const QColor &color)
{
    painter.setPen(strokePen(color, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(2, 2, 12, 12));
    painter.drawLine(QPointF(2.4, 13.6), QPointF(13.6, 2.4));
}

} // namespace

StateShape shapeOf(SubscriptionState state)
{
    switch (state) {
    case SubscriptionState::Overdue:
    case SubscriptionState::Ended:
    case SubscriptionState::EndsVerySoon:
        return StateShape::Bad;
    case SubscriptionState::OverMau:
    case SubscriptionState::RightAtLimit:
        return StateShape::OverQuota;
    case SubscriptionState::EndsSoon:
    case SubscriptionState::Contradiction:
        return StateShape::Soon;
    case SubscriptionState::NotReachable:
        return StateShape::NoConnection;
    case SubscriptionState::Unknown:
        return StateShape::Unknown;
    case SubscriptionState::NoEndDate:
    case SubscriptionState::Active:
        return StateShape::Good;
    }
    Q_UNREACHABLE();
}

Tone toneOf(SubscriptionState state)
{
    return toneOf(shapeOf(state));
}

Tone toneOf(StateShape shape)
{
    switch (shape) {
    case StateShape::Good:
        return Tone::Good;
    case StateShape::Soon:
    case StateShape::OverQuota:
        return Tone::Soon;
    case StateShape::Bad:
        return Tone::Bad;
    case StateShape::Unknown:
    case StateShape::NoConnection:
        return Tone::Plain;
    }
    Q_UNREACHABLE();
}

void paintStateShape(QPainter &painter, const QRectF &area, StateShape shape, const Theme &theme)
{
    const QColor color = theme.toneColor(toneOf(shape));
    const QColor mark = theme.colors().card;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    painter.scale(area.width() / Side, area.height() / Side);
    switch (shape) {
    case StateShape::Good:
        paintGood(painter, color, mark);
        break;
    case StateShape::Soon:
        paintSoon(painter, color, mark);
        break;
    case StateShape::OverQuota:
        paintOverQuota(painter, color, mark);
        break;
    case StateShape::Bad:
        paintBad(painter, color, mark);
        break;
    case StateShape::Unknown:
        paintUnknown(painter, color);
        break;
    case StateShape::NoConnection:
        paintNoConnection(painter, color);
        break;
    }
    painter.restore();
}

StateShapeWidget::StateShapeWidget(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    const int side = std::max(SmallestSide, QFontMetrics(Theme::font(1.15)).height() * 6 / 5);
    setFixedSize(side, side);
}

void StateShapeWidget::setShape(StateShape shape)
{
    if (std::exchange(m_shape, shape) != shape)
        update();
}

void StateShapeWidget::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintStateShape(painter, rect(), m_shape, m_theme);
}

} // namespace genauth
