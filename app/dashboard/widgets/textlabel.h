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

    /** Hides QLabel's: a word for which a line is too narrow breaks inside, where otherwise it
     *  would be cut or widen the page. */
    void setText(const QString &text);
    /** Colours the text; Tone::Plain is the role's own colour. */
    void setTone(Tone tone);
    /** Unknown and stale values are one step dimmer. */
    void setDimmed(bool dimmed);
    /** A tooltip of plain text: what looks like markup in it stays text. */
    void setPlainToolTip(const QString &text);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void fitWords();

    QString m_text;
    Role m_role;
    const Theme &m_theme;
    Tone m_tone = Tone::Plain;
    bool m_dimmed = false;
};

} // namespace genauth
