// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/noticebanner.h"

#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/card.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

/** Narrower than this, in heights of a line, words do not share their line with buttons. */
constexpr int NarrowestWords = 26;

} // namespace

NoticeBanner::NoticeBanner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_shape(new StateShapeWidget(theme, this))
    , m_headline(new TextLabel(TextLabel::Role::Headline, theme, this))
    , m_advice(new TextLabel(TextLabel::Role::Text, theme, this))
    , m_note(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_words(new QVBoxLayout)
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QWidget(this))
    , m_buttonFlow(new FlowLayout(m_buttons))
{
    m_headline->setObjectName(QStringLiteral("headlineLabel"));
    m_advice->setObjectName(QStringLiteral("adviceLabel"));
    m_note->setObjectName(QStringLiteral("noteLabel"));
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_words->setSpacing(Space::Tiny);
    m_words->addWidget(m_headline);
    m_words->addWidget(m_advice);
    m_words->addWidget(m_note);

    m_buttonFlow->setContentsMargins(0, 0, 0, 0);
    m_buttonFlow->setSpacing(Space::Small);
    m_buttons->hide();
    m_parts->setSpacing(Space::Small);
    m_parts->addLayout(m_words, 1);
    m_parts->addWidget(m_buttons);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::Large, Space::Medium, Space::Large, Space::Medium);
    layout->setSpacing(Space::Large);
    layout->addWidget(m_shape, 0, Qt::AlignTop);
    layout->addLayout(m_parts, 1);

    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NoticeBanner::show(const Notice &notice)
{
    if (notice.shape != m_shape->shape())
        update(); // the card has the shape's colours
    m_shape->setShape(notice.shape);
    m_headline->setText(notice.headline);
    m_headline->setTone(toneOf(notice.shape));
    m_headline->setDimmed(false);
    m_advice->setText(notice.advice);
    m_advice->setHidden(notice.advice.isEmpty());
    m_note->setText(notice.note);
    m_note->setHidden(notice.note.isEmpty());
    // Each setting is told to a screen reader, and this is shown anew with every second.
    if (accessibleName() != notice.headline)
        setAccessibleName(notice.headline);
    if (accessibleDescription() != notice.advice)
        setAccessibleDescription(notice.advice);
    setVisible(true);
    arrange();
}

Button *NoticeBanner::addButton(const char *objectName)
{
    auto *button = new Button(objectName, m_theme, Button::Weight::Usual, m_buttons);
    m_buttonFlow->addWidget(button);
    m_buttons->show();
    return button;
}

void NoticeBanner::setExtra(QWidget *extra)
{
    m_words->addWidget(extra);
}

void NoticeBanner::arrange()
{
    int width = -Space::Small;
    const QList<Button *> buttons = m_buttons->findChildren<Button *>();
    for (const Button *button : buttons)
        width += button->isHidden() ? 0 : button->sizeHint().width() + Space::Small;
    m_buttons->setVisible(width > 0);
    // Beside the words only where those keep lines that are pleasant to read.
    const int narrowest = NarrowestWords * fontMetrics().height();
    const bool beside = contentsRect().width() - width > narrowest;
    // To align is to lay out anew, and with it the page around; this is called each minute.
    if (std::exchange(m_beside, beside) != beside) {
        m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        m_parts->setAlignment(m_buttons, beside ? Qt::AlignTop : Qt::Alignment());
    }
    m_buttons->setMinimumWidth(beside ? std::max(width, 0) : 0);
}

void NoticeBanner::clear()
{
    setVisible(false);
}

void NoticeBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
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
