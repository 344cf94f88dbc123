// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/chartaxes.h"

#include "app/text/historytext.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace genauth {

namespace {

constexpr double Day = 86'400;
/** Between two labels, in widths of a digit. */
constexpr double LabelGap = 1.5;

} // namespace

void CycleTicker::generate(const QCPRange &range, const QLocale & /*locale*/, QChar /*formatChar*/,
    int /*precision*/, QVector<double> &ticks, QVector<double> *subTicks,
    QVector<QString> *tickLabels)
{
    ticks.clear();
    if (subTicks)
        subTicks->clear();
    if (tickLabels)
        tickLabels->clear();
    const int first = std::max(0, static_cast<int>(std::ceil(range.lower)));
    const int last =
        std::min(static_cast<int>(m_cycles.size()) - 1, static_cast<int>(std::floor(range.upper)));
    if (last < first)
        return;
    const int step = stepFor(range, first, last);
    int previous = -1;
    // Every step-th of all: while one walks along, the same ones keep their names.
    for (int row = (first + step - 1) / step * step; row <= last; row += step) {
        ticks.append(row);
        if (tickLabels)
            tickLabels->append(label(row, previous));
        previous = row;
    }
}

int CycleTicker::stepFor(const QCPRange &range, int first, int last) const
{
    const QFontMetricsF metrics(m_axis.tickLabelFont());
    double widest = metrics.horizontalAdvance(QStringLiteral("2000"));
    // Months have twelve names: more need not be measured.
    for (int row = first; row <= std::min(last, first + 23); ++row)
        widest =
            std::max(widest, metrics.horizontalAdvance(HistoryText::axisName(m_cycles.at(row))));
    const double room = widest + LabelGap * metrics.horizontalAdvance(QLatin1Char('0'));
    const double slot = m_axis.axisRect()->width() / range.size();
    for (const int step : {1, 2, 3, 6, 12, 24, 60, 120}) {
        if (slot * step >= room)
            return step;
    }
    return std::max(1, static_cast<int>(std::ceil(room / std::max(slot, 1e-6))));
}

QString CycleTicker::label(int row, int previous) const
{
    const CycleFacts &cycle = m_cycles.at(row);
    const QString name = HistoryText::axisName(cycle);
    if (!cycle.start.isValid() || HistoryText::isYear(cycle))
        return name;
    const QDate before = previous < 0 ? QDate() : m_cycles.at(previous).start;
    if (before.isValid() && before.year() == cycle.start.year())
        return name;
    return name + QLatin1Char('\n') + QLocale().toString(cycle.start, QStringLiteral("yyyy"));
}

CountTicker::CountTicker()
{
    setTickCount(3);
}

double CountTicker::getTickStep(const QCPRange &range)
{
    return std::max(1.0, QCPAxisTicker::getTickStep(range));
}

QString CountTicker::getTickLabel(
    double tick, const QLocale & /*locale*/, QChar /*formatChar*/, int /*precision*/)
{
    return HistoryText::axisCount(std::max(tick, 0.0));
}

DayTicker::DayTicker(const QCPAxis &axis, int secondsEast)
    : m_axis(axis)
    , m_secondsEast(secondsEast)
{
}

double DayTicker::getTickStep(const QCPRange &range)
{
    const QFontMetricsF metrics(m_axis.tickLabelFont());
    const double digit = metrics.horizontalAdvance(QLatin1Char('0'));
    const double room = std::max(metrics.horizontalAdvance(label(range.lower, m_secondsEast)),
                            metrics.horizontalAdvance(label(range.upper, m_secondsEast))) +
                        (LabelGap + 1) * digit;
    const double dayWidth = std::max(m_axis.axisRect()->width() * Day / range.size(), 1e-6);
    static constexpr std::array steps{1, 2, 5, 7, 10, 15, 30, 60, 90};
    for (const int days : steps) {
        if (days * dayWidth >= room)
            return days * Day;
    }
    return std::ceil(room / dayWidth) * Day;
}

QVector<double> DayTicker::createTickVector(double tickStep, const QCPRange &range)
{
    // From the first midnight of the pool's own clock on.
    const double start = std::ceil((range.lower + m_secondsEast) / Day) * Day - m_secondsEast;
    QVector<double> ticks;
    for (double tick = start; tick <= range.upper; tick += tickStep)
        ticks.append(tick);
    return ticks;
}

QString DayTicker::getTickLabel(
    double tick, const QLocale & /*locale*/, QChar /*formatChar*/, int /*precision*/)
{
    return label(tick, m_secondsEast);
}

QString DayTicker::label(double tick, int secondsEast)
{
    const auto seconds = static_cast<qint64>(std::llround(tick));
    return HistoryText::shortDay(
        QDateTime::fromSecsSinceEpoch(seconds, Qt::OffsetFromUTC, secondsEast).date());
}

void dressAxes(QCustomPlot &plot, const ChartLook &look)
{
    plot.setBackground(look.ground);
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setTickLabelFont(look.font);
        axis->setTickLabelColor(look.dim);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
        axis->grid()->setPen(QPen(look.line, 1));
        axis->grid()->setZeroLinePen(QPen(look.line, 1));
    }
    plot.xAxis->setBasePen(QPen(look.line, 1));
    plot.yAxis->setBasePen(Qt::NoPen);
    plot.xAxis->grid()->setVisible(false);
}

void redrawWhenWidthChanges(QCustomPlot &plot)
{
    QObject::connect(&plot, &QCustomPlot::afterLayout, &plot, [&plot, before = 0]() mutable {
        const int width = plot.axisRect()->width();
        if (std::exchange(before, width) != width)
            plot.replot(QCustomPlot::rpQueuedReplot);
    });
}

} // namespace genauth
