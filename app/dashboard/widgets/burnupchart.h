// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/burnup.h"

#include <QWidget>

#include <optional>

class QCPGraph;
class QCPItemText;
class QCustomPlot;

namespace genauth {

class Theme;

/** A small chart of a running billing cycle: its samples as a line, what was bought, and the
 *  forecast dashed from the first sample to where it leads. Follows the theme and the language. */
class BurnUpChart final : public QWidget
{
    Q_OBJECT

public:
    explicit BurnUpChart(const Theme &theme, QWidget *parent = nullptr);

    using QWidget::show;
    void show(const BurnUp &burnUp);
    [[nodiscard]] const BurnUp &burnUp() const { return m_data; }

    /** Read back from what is drawn: moments as seconds since 1970. */
    struct Point
    {
        double at = 0;
        double value = 0;
    };
    [[nodiscard]] QList<Point> drawnSamples() const;
    [[nodiscard]] QList<Point> drawnForecast() const;
    /** On the line of what was bought; empty: there is none. */
    [[nodiscard]] QString boughtLabel() const;

    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override { return {320, 200}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void applyTheme();
    void retranslate();
    [[nodiscard]] QString wordsAt(const QPointF &place) const;
    [[nodiscard]] QString sampleWords(const UsageSample &sample) const;

    const Theme &m_theme;
    QCustomPlot *m_canvas;
    QCPGraph *m_samples;
    QCPGraph *m_bought;
    QCPGraph *m_forecast;
    QCPItemText *m_boughtLabel;
    BurnUp m_data;
};

} // namespace genauth
