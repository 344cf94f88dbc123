// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/sidebarrow.h"

#include "app/dashboard/widgets/pooldelegate.h"

#include <QKeyEvent>
#include <QPainter>

namespace genauth {

SidebarRow::SidebarRow(Sign sign, const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_sign(sign)
    , m_theme(theme)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize SidebarRow::sizeHint() const
{
    return {160, fontMetrics().height() + 4 + 4 * Space::Tiny};
}

void SidebarRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect ground = PoolDelegate::groundOf(rect());
    if (isChecked() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(m_theme.colors().accent, 1) : Qt::NoPen);
        painter.setBrush(isChecked() ? QBrush(m_theme.colors().selection) : Qt::NoBrush);
        painter.drawRoundedRect(ground, Space::Tiny, Space::Tiny);
    }
    const QRect inner = PoolDelegate::innerOf(rect());
    const int side = PoolDelegate::shapeSide(fontMetrics());
    paintSign(painter, QRectF(inner.left(), inner.center().y() + 0.5 - side / 2.0, side, side));
    const QRect words = inner.adjusted(side + Space::Small, 0, 0, 0);
    painter.setPen(m_theme.colors().text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

void SidebarRow::paintSign(QPainter &painter, const QRectF &area) const
{
    switch (m_sign) {
    case Sign::Grid: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().dim);
        const qreal inset = area.width() / 8;
        const qreal cell = area.width() * 5 / 16;
        const qreal second = area.width() - inset - cell;
        for (const QPointF &corner : {QPointF(inset, inset), QPointF(second, inset),
                 QPointF(inset, second), QPointF(second, second)})
            painter.drawRoundedRect(QRectF(area.topLeft() + corner, QSizeF(cell, cell)), 1, 1);
        return;
    }
    }
    Q_UNREACHABLE();
}

void SidebarRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void SidebarRow::nextCheckState()
{
    // A page that is shown stays so when its row is pressed again; another row takes its place.
    setChecked(true);
}

void SidebarRow::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    update();
}

void SidebarRow::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    update();
}

} // namespace genauth
