// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/usagebar.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

constexpr double StaleOpacity = 0.55;

} // namespace

void paintUsageBar(
    QPainter &painter, const QRectF &area, double used, Tone tone, const Theme &theme)
{
    constexpr double Height = UsageBar::Height;
    QRectF bar(area.left(), area.center().y() - Height / 2, area.width(), Height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colors().line);
    painter.drawRoundedRect(bar, Height / 2, Height / 2);
    if (used <= 0)
        return;
    // The least that is used is a dot: not nothing, which would look like 0.
    bar.setWidth(std::max(Height, bar.width() * std::min(used, 1.0)));
    painter.setBrush(tone == Tone::Plain ? theme.colors().accent : theme.toneColor(tone));
    painter.drawRoundedRect(bar, Height / 2, Height / 2);
}

UsageBar::UsageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void UsageBar::setUsed(double used, Tone tone)
{
    if (used == m_used && tone == m_tone)
        return;
    m_used = used;
    m_tone = tone;
    update();
}

void UsageBar::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        update();
}

QSize UsageBar::sizeHint() const
{
    return {8 * Height, Height + Space::Tiny}; // apart from what stands above
}

void UsageBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setOpacity(m_stale ? StaleOpacity : 1.0);
    paintUsageBar(painter, rect(), m_used, m_tone, m_theme);
}

} // namespace genauth
