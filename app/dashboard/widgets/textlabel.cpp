// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/textlabel.h"

namespace genauth {

namespace {

/** Words this long, in letters, stand in no dictionary; left whole they would widen the page. */
int longestWord(TextLabel::Role role)
{
    switch (role) {
    case TextLabel::Role::Title:
        return 20;
    case TextLabel::Role::Fact:
        return 16;
    default:
        return 30;
    }
}

QString withPlacesToBreak(const QString &text, int longest)
{
    QString broken;
    int wordLength = 0;
    for (const QChar c : text) {
        if (wordLength >= longest && !c.isLowSurrogate() && !c.isMark()) {
            broken += QChar(0x200B); // no width, and a line may end here
            wordLength = 0;
        }
        broken += c;
        const bool breaksAnyway = c.isSpace() || c.script() == QChar::Script_Han;
        wordLength = breaksAnyway ? 0 : wordLength + 1;
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

void TextLabel::setPlainText(const QString &text)
{
    setText(withPlacesToBreak(text, longestWord(m_role)));
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
    setToolTip(text.isEmpty()
                   ? QString()
                   : QStringLiteral("<qt>") +
                         text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")) +
                         QStringLiteral("</qt>"));
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
