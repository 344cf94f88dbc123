// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/progressline.h"

#include <QPainter>

#include <algorithm>

namespace genauth {

namespace {

constexpr int Thickness = 3;
/** What is asked for but not answered yet shows as this share of one pool's part. */
constexpr double Started = 0.3;

} // namespace

ProgressLine::ProgressLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(Thickness);
}

void ProgressLine::setProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    update();
}

void ProgressLine::clear()
{
    setProgress(0, 0);
}

void ProgressLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (!isActive()) {
        painter.fillRect(0, 0, width(), 1, m_theme.colors().line);
        return;
    }
    painter.fillRect(rect(), m_theme.colors().line);
    const double share = std::min(1.0, (m_done + Started) / m_total);
    painter.fillRect(QRectF(0, 0, width() * share, height()), m_theme.colors().accent);
}

} // namespace genauth
