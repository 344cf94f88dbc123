// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/chartlook.h"

#include "app/dashboard/theme.h"

#include <cmath>

namespace genauth {

ChartLook ChartLook::of(const ThemeColors &colors)
{
    return {
        .ground = colors.card,
        .dim = colors.dim,
        .line = colors.line,
        .text = colors.text,
        .usual = colors.accent,
        .over = colors.soon,
        .entitlement = colors.bad,
        .selection = colors.selection,
        .font = Theme::font(0.92),
    };
}

ChartLook ChartLook::onPaper()
{
    ChartLook look = of(Theme::lightColors());
    look.ground = Qt::white;
    QStringList families = look.font.families();
    if (families.isEmpty())
        families << look.font.family();
    const QString chinese = QStringLiteral("Noto Sans CJK SC");
    if (!families.contains(chinese))
        families << chinese; // else Chinese is set in Japanese shapes
    look.font.setFamilies(families);
    return look;
}

QColor ChartLook::lighter(const QColor &color) const
{
    const auto mix = [](int a, int b) { return (a * 55 + b * 45) / 100; };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()),
        mix(color.blue(), ground.blue())};
}

} // namespace genauth
