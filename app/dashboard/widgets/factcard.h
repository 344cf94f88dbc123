// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QFrame>
#include <QString>

#include <optional>

namespace genauth {

class TextLabel;
class UsageBar;

/** One fact on a card: what it is called, its value large, under it a bar and a note. */
class FactCard final : public QFrame
{
    Q_OBJECT

public:
    explicit FactCard(const Theme &theme, QWidget *parent = nullptr);

    /** How wide a card is whose value takes one line. */
    [[nodiscard]] static int widthFor(const QString &value);

    void setTitle(const QString &title);
    /** `known` false dims the value; `tone` colours it and the card's line. */
    void setFact(const QString &value, const QString &note, bool known, Tone tone = Tone::Plain);
    /** That the value is a part of something: words beside it, "of 10,000 bought", and a bar, 1 is
     *  full. Either may be left out. To be called before setFact(). */
    void setUse(const QString &words, std::optional<double> used);
    void setPlainToolTip(const QString &text);
    /** Old data is one step dimmer. */
    void setStale(bool stale);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateLook();

    const Theme &m_theme;
    TextLabel *m_title;
    TextLabel *m_value;
    TextLabel *m_beside;
    UsageBar *m_bar;
    TextLabel *m_note;
    std::optional<double> m_used;
    Tone m_tone = Tone::Plain;
    bool m_known = true;
    bool m_stale = false;
};

} // namespace genauth
