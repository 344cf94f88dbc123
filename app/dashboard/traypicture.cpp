// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/traypicture.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/stateshape.h"

#include <QFont>
#include <QPainter>
#include <QPixmap>

namespace genauth {

namespace {

/** Below this a digit could not be read. */
constexpr int SmallestWithDigit = 22;

void paintBadge(QPainter &painter, int side, int openAlerts, const ThemeColors &colors)
{
    const bool digit = side >= SmallestWithDigit;
    const double size = digit ? side * 0.56 : side * 0.36;
    const QRectF area(side - size, side - size, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.bad);
    painter.drawEllipse(area);
    if (!digit)
        return;
    QFont font;
    font.setBold(true);
    font.setPixelSize(qRound(size * (openAlerts > 9 ? 0.6 : 0.78)));
    painter.setFont(font);
    painter.setPen(colors.card);
    painter.drawText(
        area, Qt::AlignCenter, openAlerts > 9 ? QStringLiteral("9+") : QString::number(openAlerts));
}

QPixmap drawn(int side, SubscriptionState worst, int openAlerts, const Theme &theme)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = theme.colors();
    painter.setPen(colors.line);
    painter.setBrush(colors.card);
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), side / 6.0, side / 6.0);
    const double margin = side / 10.0;
    paintStateShape(painter, QRectF(margin, margin, side - 2 * margin, side - 2 * margin),
        shapeOf(worst), theme);
    if (openAlerts > 0)
        paintBadge(painter, side, openAlerts, colors);
    return pixmap;
}

} // namespace

QIcon trayPicture(std::optional<SubscriptionState> worst, int openAlerts, const Theme &theme)
{
    if (!worst)
        return QIcon(QStringLiteral(":/icons/genauth-dashboard.svg"));
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(drawn(side, *worst, openAlerts, theme));
    return icon;
}

} // namespace genauth
