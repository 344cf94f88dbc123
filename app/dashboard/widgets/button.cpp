// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/button.h"

#include "app/dashboard/theme.h"

namespace genauth {

Button::Button(const char *objectName, const Theme &theme, Weight weight, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_weight(weight)
{
    setObjectName(QLatin1String(objectName));
    setAutoDefault(true);
    connect(&theme, &Theme::changed, this, &Button::applyTheme);
    applyTheme();
}

void Button::setWords(const QString &text, const QString &description)
{
    setText(text);
    setAccessibleDescription(description);
    setToolTip(description);
}

QSize Button::sizeHint() const
{
    return QPushButton::sizeHint() + QSize(2 * Space::Medium, Space::Tiny);
}

void Button::applyTheme()
{
    if (m_weight != Weight::Primary)
        return;
    // As the toolbar's own: a style would wash the accent out where the button is the default one.
    const ThemeColors &colors = m_theme.colors();
    setStyleSheet(QStringLiteral(
        "QPushButton { background: %1; color: %2; border: 1px solid %1; border-radius: 4px; "
        "padding: 4px 12px; font-weight: bold; }"
        "QPushButton:focus { border: 2px solid %3; padding: 3px 11px; }"
        "QPushButton:disabled { background: %4; color: %5; border-color: %6; }")
                      .arg(colors.accent.name(), colors.onAccent.name(), colors.text.name(),
                          colors.plainBanner.name(), colors.dim.name(), colors.line.name()));
}

} // namespace genauth
