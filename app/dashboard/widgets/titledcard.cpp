// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/titledcard.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/card.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace genauth {

TitledCard::TitledCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_layout(new QVBoxLayout(this))
{
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_layout->setContentsMargins(Space::Large, Space::Medium, Space::Large, Space::Medium);
    m_layout->setSpacing(Space::Small);
    m_layout->addWidget(m_title);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TitledCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void TitledCard::add(QWidget *widget, int stretch)
{
    m_layout->addWidget(widget, stretch);
}

void TitledCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintCard(painter, rect(), m_theme.colors().card, m_theme.colors().line);
}

} // namespace genauth
