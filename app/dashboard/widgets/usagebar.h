// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QRectF>
#include <QWidget>

class QPainter;

namespace genauth {

/** Draws how much of something is used into `area`, at the height of a bar and in the middle of it:
 *  a part from 0 to 1, or full where it is more. Tone::Plain is the accent's colour. */
void paintUsageBar(
    QPainter &painter, const QRectF &area, double used, Tone tone, const Theme &theme);

/** A bar on its own. Says nothing to a screen reader: the words beside it do. */
class UsageBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Height = 8;

    explicit UsageBar(const Theme &theme, QWidget *parent = nullptr);

    void setUsed(double used, Tone tone);
    [[nodiscard]] double used() const { return m_used; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    /** Old data is one step dimmer. */
    void setStale(bool stale);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_used = 0;
    Tone m_tone = Tone::Plain;
    bool m_stale = false;
};

} // namespace genauth
