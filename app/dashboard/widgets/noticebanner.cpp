// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/noticebanner.h"

#include "app/dashboard/widgets/card.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace genauth {

NoticeBanner::NoticeBanner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_shape(new StateShapeWidget(theme, this))
    , m_headline(new TextLabel(TextLabel::Role::Headline, theme, this))
    , m_advice(new TextLabel(TextLabel::Role::Text, theme, this))
    , m_note(new TextLabel(TextLabel::Role::Note, theme, this))
{
    m_headline->setObjectName(QStringLiteral("headlineLabel"));
    m_advice->setObjectName(QStringLiteral("adviceLabel"));
    m_note->setObjectName(QStringLiteral("noteLabel"));
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *words = new QVBoxLayout;
    words->setSpacing(Space::Tiny);
    words->addWidget(m_headline);
    words->addWidget(m_advice);
    words->addWidget(m_note);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::Large, Space::Medium, Space::Large, Space::Medium);
    layout->setSpacing(Space::Large);
    layout->addWidget(m_shape, 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);

    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NoticeBanner::show(const Notice &notice)
{
    m_shape->setShape(notice.shape);
    m_headline->setText(notice.headline);
    m_headline->setTone(toneOf(notice.shape));
    m_headline->setDimmed(false);
    m_advice->setText(notice.advice);
    m_advice->setHidden(notice.advice.isEmpty());
    m_note->setText(notice.note);
    m_note->setHidden(notice.note.isEmpty());
    setAccessibleName(notice.headline);
    setAccessibleDescription(notice.advice);
    setVisible(true);
    update();
}

void NoticeBanner::clear()
{
    setVisible(false);
}

void NoticeBanner::paintEvent(QPaintEvent * /*event*/)
{
    const Tone tone = toneOf(m_shape->shape());
    QPainter painter(this);
    const QColor frame = tone == Tone::Plain
                             ? m_theme.colors().line
                             : softened(m_theme.toneColor(tone), m_theme.bannerColor(tone));
    paintCard(painter, rect(), m_theme.bannerColor(tone), frame);
}

} // namespace genauth
