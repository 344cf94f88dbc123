// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/card.h"

#include "app/dashboard/theme.h"

#include <QPainter>

namespace genauth {

void paintCard(QPainter &painter, const QRect &area, const QColor &ground, const QColor &line)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(
        QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), Space::Corner, Space::Corner);
}

QColor softened(const QColor &color, const QColor &ground)
{
    const auto mix = [](int a, int b) { return (a * 2 + b * 3) / 5; };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()),
        mix(color.blue(), ground.blue())};
}

} // namespace genauth
