// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Only for the charts' own .cpp files: nobody else includes QCustomPlot.
#include "app/dashboard/widgets/chartlook.h"
#include "core/models/cyclefacts.h"

#include <qcustomplot.h>

#include <QList>

namespace genauth {

/** Names the billing cycles below their bars, as many as there is room for, with the year where it
 *  changes. A cycle stands at its row's number. */
class CycleTicker final : public QCPAxisTicker
{
public:
    explicit CycleTicker(const QCPAxis &axis)
        : m_axis(axis)
    {
    }
    void setCycles(const QList<CycleFacts> &cycles) { m_cycles = cycles; }

    void generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision,
        QVector<double> &ticks, QVector<double> *subTicks, QVector<QString> *tickLabels) override;

private:
    [[nodiscard]] int stepFor(const QCPRange &range, int first, int last) const;
    [[nodiscard]] QString label(int row, int previous) const;

    const QCPAxis &m_axis;
    QList<CycleFacts> m_cycles;
};

/** Short numbers beside the grid: whole ones, since nobody counts half a user. */
class CountTicker final : public QCPAxisTicker
{
public:
    CountTicker();

protected:
    double getTickStep(const QCPRange &range) override;
    QString getTickLabel(
        double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/** Days, written short. */
class DayTicker final : public QCPAxisTickerDateTime
{
public:
    /** `secondsEast`: the clock the days are told in. */
    DayTicker(const QCPAxis &axis, int secondsEast);

protected:
    double getTickStep(const QCPRange &range) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(
        double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    [[nodiscard]] static QString label(double tick, int secondsEast);

    const QCPAxis &m_axis;
    int m_secondsEast;
};

/** The frame that both charts share: no box, a light grid, dim labels. */
void dressAxes(QCustomPlot &plot, const ChartLook &look);

/** Draws once more when the plot has become wider or narrower: which labels there is room for is
 *  decided before the layout is. */
void redrawWhenWidthChanges(QCustomPlot &plot);

} // namespace genauth
