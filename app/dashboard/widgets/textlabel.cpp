// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/textlabel.h"

#include "app/dashboard/plaintooltip.h"

#include <algorithm>

namespace genauth {

namespace {

/** A label can be this narrow, in heights of a line, whatever words it holds. */
constexpr int NarrowestWidth = 5;

/** The text with places to break, which show nothing, in each word that is wider than `width`. */
QString withPlacesToBreak(const QString &text, const QFontMetricsF &metrics, int width)
{
    QString broken;
    qreal lineWidth = 0;
    for (const QChar c : text) {
        const qreal charWidth = metrics.horizontalAdvance(c);
        const bool breaksAnyway = c.isSpace() || c.script() == QChar::Script_Han;
        const bool splitsNothing = !c.isLowSurrogate() && !c.isMark();
        lineWidth = breaksAnyway ? 0 : lineWidth + charWidth;
        if (lineWidth > width && splitsNothing) {
            broken += QChar(0x200B);
            lineWidth = charWidth;
        }
        broken += c;
    }
    return broken;
}

} // namespace

QFont TextLabel::fontOf(Role role)
{
    switch (role) {
    case Role::Title:
        return Theme::font(2.0, QFont::Bold);
    case Role::Fact:
        return Theme::font(1.7, QFont::Bold);
    case Role::Headline:
        return Theme::font(1.15, QFont::Bold);
    case Role::Text:
        return Theme::font(1.0);
    case Role::Note:
        return Theme::font(0.92);
    }
    Q_UNREACHABLE();
}

TextLabel::TextLabel(Role role, const Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(fontOf(role));
    connect(&theme, &Theme::changed, this, &TextLabel::applyTheme);
    applyTheme();
}

void TextLabel::setText(const QString &text)
{
    if (text == m_text)
        return; // setting it anew would drop a selection
    m_text = text;
    fitWords();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return {std::min(whole.width(), NarrowestWidth * fontMetrics().height()), whole.height()};
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fitWords();
}

void TextLabel::fitWords()
{
    // Before the first layout a width means nothing yet.
    const bool placed = testAttribute(Qt::WA_Resized);
    QLabel::setText(
        placed ? withPlacesToBreak(m_text, QFontMetricsF(font()), contentsRect().width()) : m_text);
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTheme();
}

void TextLabel::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    applyTheme();
}

void TextLabel::setPlainToolTip(const QString &text)
{
    setToolTip(plainToolTip(text));
}

void TextLabel::applyTheme()
{
    QColor color = m_role == Role::Note || m_dimmed ? m_theme.colors().dim : m_theme.colors().text;
    if (m_tone != Tone::Plain)
        color = m_theme.toneColor(m_tone);
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, color);
    setPalette(colored);
}

} // namespace genauth
