// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QLabel>

namespace genauth {

/** A label for text that may come from a server: always plain text, never markup. Its size and
 *  colour come from the theme and follow it. */
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    enum class Role {
        Title,    ///< the package's name
        Fact,     ///< a fact's value
        Headline, ///< a banner's
        Text,
        Note, ///< small and dimmed
    };

    [[nodiscard]] static QFont fontOf(Role role);

    TextLabel(Role role, const Theme &theme, QWidget *parent = nullptr);

    /** Sets the text, whatever it holds; a word too long for any line may then break inside. */
    void setPlainText(const QString &text);
    /** Colours the text; Tone::Plain is the role's own colour. */
    void setTone(Tone tone);
    /** Unknown and stale values are one step dimmer. */
    void setDimmed(bool dimmed);
    /** A tooltip of plain text: what looks like markup in it stays text. */
    void setPlainToolTip(const QString &text);

private:
    void applyTheme();

    Role m_role;
    const Theme &m_theme;
    Tone m_tone = Tone::Plain;
    bool m_dimmed = false;
};

} // namespace genauth
