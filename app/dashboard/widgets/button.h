// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace genauth {

class Theme;

/** A push button with some room around its words. The desktop's style draws it. Return presses it
 *  when it has the focus, in a window as in a dialog. */
class Button final : public QPushButton
{
    Q_OBJECT

public:
    /** The one way on that most people want is Primary: it wears the accent colour. */
    enum class Weight { Usual, Primary };

    Button(const char *objectName, const Theme &theme, Weight weight = Weight::Usual,
        QWidget *parent = nullptr);

    /** Its words, and what it does: read to those who cannot see it, and its tooltip. */
    void setWords(const QString &text, const QString &description);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void applyTheme();

    const Theme &m_theme;
    Weight m_weight;
};

} // namespace genauth
