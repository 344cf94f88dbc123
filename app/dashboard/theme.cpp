// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/theme.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace genauth {

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) {
        return static_cast<float>(x * (1 - share) + y * share);
    };
    return QColor::fromRgbF(
        mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

/** Relative luminance, 0 to 1, as WCAG 2.1 defines it. */
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

/** `color`, as near to `text` as it must be to be read on each of these grounds. */
QColor readable(const QColor &color, const QColor &text, const QList<QColor> &grounds)
{
    double share = 0;
    const auto candidate = [&] { return mixed(color, text, share); };
    const auto isWeak = [&](const QColor &ground) { return contrast(candidate(), ground) < 4.5; };
    while (share < 1 && std::ranges::any_of(grounds, isWeak))
        share = std::min(1.0, share + 0.1);
    return candidate();
}

/** Neither black nor white nor strongly coloured: an everyday light or dark palette, for which the
 *  program's own colours are the better fit. */
bool isOrdinary(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const auto [least, most] = std::minmax({window.red(), window.green(), window.blue()});
    const int lightness = window.lightness();
    return most - least < 24 &&
           ((lightness > 225 && lightness < 255) || (lightness > 15 && lightness < 75));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const ThemeColors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.card);
    palette.setColor(QPalette::AlternateBase, colors.window);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.dim);
    palette.setColor(QPalette::Button, colors.card);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.bad);
    palette.setColor(QPalette::ToolTipBase, colors.card);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Light, colors.card.lighter(110));
    palette.setColor(QPalette::Midlight, mixed(colors.card, colors.line, 0.5));
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Dark, colors.line.darker(130));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(colors.dim, colors.window, 0.35));
    return palette;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemPalette(QApplication::palette())
    , m_systemToolTipPalette(QToolTip::palette())
    , m_colors(lightColors())
{
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    const bool ordinary = isOrdinary(m_systemPalette);
    if (choice == ThemeChoice::System && !ordinary) {
        m_colors = derivedColors(m_systemPalette);
        QApplication::setPalette(m_systemPalette);
        QToolTip::setPalette(m_systemToolTipPalette);
    } else {
        const bool dark = choice == ThemeChoice::Dark ||
                          (choice == ThemeChoice::System && isDark(m_systemPalette));
        m_colors = dark ? darkColors() : lightColors();
        QApplication::setPalette(paletteOf(m_colors));
        QToolTip::setPalette(paletteOf(m_colors)); // a desktop may have set another
    }
    emit changed();
}

QColor Theme::toneColor(Tone tone) const
{
    switch (tone) {
    case Tone::Good:
        return m_colors.good;
    case Tone::Soon:
        return m_colors.soon;
    case Tone::Bad:
        return m_colors.bad;
    case Tone::Plain:
        return m_colors.dim;
    }
    Q_UNREACHABLE();
}

QColor Theme::bannerColor(Tone tone) const
{
    switch (tone) {
    case Tone::Bad:
        return m_colors.badBanner;
    case Tone::Soon:
        return m_colors.soonBanner;
    case Tone::Good:
    case Tone::Plain:
        return m_colors.plainBanner;
    }
    Q_UNREACHABLE();
}

QFont Theme::font(double factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

ThemeColors Theme::lightColors()
{
    return {
        .text = QColor(0x1B1F24),
        .dim = QColor(0x586069),
        .window = QColor(0xF4F5F7),
        .sidebar = QColor(0xECEEF1),
        .card = QColor(0xFFFFFF),
        .line = QColor(0xDDE1E6),
        .accent = QColor(0x1F5FD6),
        .onAccent = QColor(0xFFFFFF),
        .selection = QColor(0xDFE9FB),
        .good = QColor(0x16702F),
        .soon = QColor(0x8A5A00),
        .bad = QColor(0xB42318),
        .badBanner = QColor(0xFDECEA),
        .soonBanner = QColor(0xFDF3DF),
        .plainBanner = QColor(0xECEEF1),
    };
}

ThemeColors Theme::darkColors()
{
    return {
        .text = QColor(0xE9EBEE),
        .dim = QColor(0xA3ABB5),
        .window = QColor(0x17191D),
        .sidebar = QColor(0x1C1F24),
        .card = QColor(0x22262C),
        .line = QColor(0x353A42),
        .accent = QColor(0x7FAEFF),
        .onAccent = QColor(0x17191D),
        .selection = QColor(0x26344D),
        .good = QColor(0x57C27A),
        .soon = QColor(0xE5B04A),
        .bad = QColor(0xFF8A80),
        .badBanner = QColor(0x3A2322),
        .soonBanner = QColor(0x352C1B),
        .plainBanner = QColor(0x2A2F36),
    };
}

ThemeColors Theme::derivedColors(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor window = palette.color(QPalette::Window);
    const ThemeColors states = isDark(palette) ? darkColors() : lightColors();
    ThemeColors colors;
    colors.text = text;
    colors.window = window;
    colors.sidebar = window;
    colors.card = palette.color(QPalette::Base);
    colors.line = mixed(text, window, 0.5);
    colors.accent = palette.color(QPalette::Highlight);
    colors.onAccent = palette.color(QPalette::HighlightedText);
    colors.selection = mixed(window, colors.accent, 0.2);
    colors.badBanner = mixed(window, states.bad, 0.08);
    colors.soonBanner = mixed(window, states.soon, 0.08);
    colors.plainBanner = mixed(window, text, 0.06);
    const QList<QColor> grounds{window, colors.card, colors.selection, colors.badBanner,
        colors.soonBanner, colors.plainBanner};
    colors.dim = readable(mixed(text, window, 0.2), text, grounds);
    colors.good = readable(states.good, text, grounds);
    colors.soon = readable(states.soon, text, grounds);
    colors.bad = readable(states.bad, text, grounds);
    return colors;
}

std::optional<ThemeChoice> Theme::fromCode(const QString &code)
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (Theme::code(choice) == code)
            return choice;
    }
    return std::nullopt;
}

QString Theme::code(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return QStringLiteral("system");
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    }
    Q_UNREACHABLE();
}

} // namespace genauth
