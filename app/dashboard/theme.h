// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>

namespace genauth {

enum class ThemeChoice { System, Light, Dark };

/** Every colour the window draws with. Colour carries state and nothing else; text on its ground is
 *  at least 4.5 : 1 in both of the program's own themes. */
struct ThemeColors
{
    QColor text;
    QColor dim;
    QColor window;
    QColor sidebar;
    QColor card;
    QColor line;
    QColor accent;
    QColor onAccent;  ///< text on accent
    QColor selection; ///< the ground of a selected row
    QColor good;
    QColor soon;
    QColor bad;
    QColor badBanner; ///< the ground of a banner about something bad
    QColor soonBanner;
    QColor plainBanner;
};

/** What a colour means. */
enum class Tone { Plain, Good, Soon, Bad };

/** The window's look: colours, the palette made of them, and the sizes of type. */
class Theme final : public QObject
{
    Q_OBJECT

public:
    /** Remembers the desktop's own palette: create it before anything changes that. */
    explicit Theme(QObject *parent = nullptr);

    /** Applies a theme to the whole application. System takes light or dark from the desktop's
     *  palette, and derives the colours from it when it is neither (high contrast, say). */
    void apply(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] const ThemeColors &colors() const { return m_colors; }
    [[nodiscard]] QColor toneColor(Tone tone) const;
    [[nodiscard]] QColor bannerColor(Tone tone) const;

    /** The application's font, `factor` times as large. */
    [[nodiscard]] static QFont font(double factor, QFont::Weight weight = QFont::Normal);

    [[nodiscard]] static ThemeColors lightColors();
    [[nodiscard]] static ThemeColors darkColors();
    [[nodiscard]] static ThemeColors derivedColors(const QPalette &palette);
    /** "light", "dark", "system"; nullopt for anything else. */
    [[nodiscard]] static std::optional<ThemeChoice> fromCode(const QString &code);
    [[nodiscard]] static QString code(ThemeChoice choice);

signals:
    void changed();

private:
    QPalette m_systemPalette;
    QPalette m_systemToolTipPalette;
    ThemeChoice m_choice = ThemeChoice::System;
    ThemeColors m_colors;
};

/** Spaces, in steps of 4 device-independent pixels. */
namespace Space {
constexpr int Tiny = 4;
constexpr int Small = 8;
constexpr int Medium = 12;
constexpr int Large = 16;
constexpr int Huge = 24;
constexpr int Corner = 8;
} // namespace Space

} // namespace genauth
