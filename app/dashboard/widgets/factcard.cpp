// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/factcard.h"

#include "app/dashboard/widgets/card.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/dashboard/widgets/usagebar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace genauth {

FactCard::FactCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_value(new TextLabel(TextLabel::Role::Fact, theme, this))
    , m_beside(new TextLabel(TextLabel::Role::Text, theme, this))
    , m_bar(new UsageBar(theme, this))
    , m_note(new TextLabel(TextLabel::Role::Note, theme, this))
{
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_value->setObjectName(QStringLiteral("valueLabel"));
    m_beside->setObjectName(QStringLiteral("besideLabel"));
    m_bar->setObjectName(QStringLiteral("usageBar"));
    m_note->setObjectName(QStringLiteral("noteLabel"));
    m_beside->setDimmed(true);
    m_beside->hide();
    m_bar->hide();
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Large, Space::Medium, Space::Large, Space::Medium);
    layout->setSpacing(Space::Tiny);
    layout->addWidget(m_title);
    auto *value = new QHBoxLayout;
    value->setSpacing(Space::Small);
    value->addWidget(m_value);
    value->addWidget(m_beside, 1, Qt::AlignBottom);
    layout->addLayout(value);
    layout->addWidget(m_bar);
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

void FactCard::setUse(const QString &words, std::optional<double> used)
{
    m_beside->setText(words);
    m_beside->setHidden(words.isEmpty());
    m_used = used;
    m_bar->setVisible(used.has_value());
}

void FactCard::setFact(const QString &value, const QString &note, bool known, Tone tone)
{
    m_value->setText(value);
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
    m_known = known;
    if (std::exchange(m_tone, tone) != tone)
        update(); // the card's line has the colour of the tone
    const QString whole =
        m_beside->isHidden() ? value : value + QLatin1Char(' ') + m_beside->text();
    setAccessibleDescription(note.isEmpty() ? whole : whole + QStringLiteral(", ") + note);
    updateLook();
}

void FactCard::setPlainToolTip(const QString &text)
{
    m_value->setPlainToolTip(text);
    m_beside->setPlainToolTip(text);
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
    m_bar->setUsed(m_used.value_or(0), m_tone);
    m_bar->setStale(m_stale);
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
