// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/cardframe.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/card.h"

#include <QPainter>
#include <QVBoxLayout>

namespace genauth {

CardFrame::CardFrame(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(Space::Tiny, Space::Tiny, Space::Tiny, Space::Tiny);
    m_layout->setSpacing(0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CardFrame::add(QWidget *widget)
{
    m_layout->addWidget(widget, 1);
}

void CardFrame::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintCard(painter, rect(), m_theme.colors().card, m_theme.colors().line);
}

} // namespace genauth
