// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/factcard.h"

#include "app/dashboard/widgets/card.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace genauth {

FactCard::FactCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_value(new TextLabel(TextLabel::Role::Fact, theme, this))
    , m_note(new TextLabel(TextLabel::Role::Note, theme, this))
{
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_value->setObjectName(QStringLiteral("valueLabel"));
    m_note->setObjectName(QStringLiteral("noteLabel"));
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Large, Space::Medium, Space::Large, Space::Medium);
    layout->setSpacing(Space::Tiny);
    layout->addWidget(m_title);
    layout->addWidget(m_value);
    layout->addWidget(m_note);
    layout->addStretch(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int FactCard::widthFor(const QString &value)
{
    return QFontMetrics(TextLabel::fontOf(TextLabel::Role::Fact)).horizontalAdvance(value) +
           2 * Space::Large;
}

void FactCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void FactCard::setFact(const QString &value, const QString &note, bool known, Tone tone)
{
    m_value->setText(value);
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
    m_known = known;
    m_tone = tone;
    setAccessibleDescription(note.isEmpty() ? value : value + QStringLiteral(", ") + note);
    updateLook();
}

void FactCard::setPlainToolTip(const QString &text)
{
    m_value->setPlainToolTip(text);
}

void FactCard::setStale(bool stale)
{
    m_stale = stale;
    updateLook();
}

void FactCard::updateLook()
{
    m_value->setTone(m_tone);
    m_value->setDimmed(!m_known || m_stale);
    update();
}

void FactCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const ThemeColors &colors = m_theme.colors();
    const QColor line =
        m_tone == Tone::Plain ? colors.line : softened(m_theme.toneColor(m_tone), colors.card);
    paintCard(painter, rect(), colors.card, line);
}

} // namespace genauth
