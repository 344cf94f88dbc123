// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a MauPlot is in sight, what is where, and what is drawn.

#include "app/dashboard/widgets/chartaxes.h"
#include "app/dashboard/widgets/mauplot.h"

#include <algorithm>
#include <cmath>

namespace genauth {

namespace {

/** How near the pointer must be to a marker, in pixels. */
constexpr double Near = 8;
constexpr double FewestCycles = 3; ///< that one can zoom in to

std::optional<double> valueIn(const QCPBars &bars, int row)
{
    const auto bar = bars.data()->findBegin(row, false);
    return bar != bars.data()->constEnd() && bar->key == row ? std::optional(bar->value)
                                                             : std::nullopt;
}

} // namespace

void MauPlot::showAll()
{
    m_plot.xAxis->setRange(-0.5, std::max(fullSize(), 1.0) - 0.5);
    nameEntitlement();
    redraw();
}

bool MauPlot::isZoomed() const
{
    return m_plot.xAxis->range().size() < fullSize() - 1e-6;
}

void MauPlot::zoom(double factor, double x)
{
    QCPRange range = m_plot.xAxis->range();
    const double least = std::min(FewestCycles, fullSize());
    const double size = std::clamp(range.size() * factor, least, std::max(fullSize(), least));
    const double centre = m_plot.xAxis->pixelToCoord(x);
    const double lower = centre - (centre - range.lower) * size / range.size();
    m_plot.xAxis->setRange(lower, lower + size);
    redraw();
}

void MauPlot::reveal(int row)
{
    const QCPRange range = m_plot.xAxis->range();
    const double beyond = std::max(row + 0.5 - range.upper, 0.0);
    const double before = std::max(range.lower - (row - 0.5), 0.0);
    if (beyond > 0 || before > 0)
        m_plot.xAxis->setRange(range.lower + beyond - before, range.upper + beyond - before);
    redraw();
}

void MauPlot::keepInRange()
{
    QCPRange range = m_plot.xAxis->range();
    const double size = std::min(range.size(), std::max(fullSize(), 1.0));
    const double lower = std::clamp(range.lower, -0.5, std::max(fullSize(), 1.0) - 0.5 - size);
    const bool kept = std::abs(lower - range.lower) < 1e-9 && std::abs(size - range.size()) < 1e-9;
    if (!kept) {
        m_plot.xAxis->setRange(lower, lower + size); // which comes here once more
        return;
    }
    nameEntitlement();
    emit viewChanged();
}

int MauPlot::rowAt(const QPointF &place) const
{
    if (!m_plot.axisRect()->rect().contains(place.toPoint()))
        return -1;
    const auto row = static_cast<int>(std::lround(m_plot.xAxis->pixelToCoord(place.x())));
    return row >= 0 && row < m_cycles.size() ? row : -1;
}

QString MauPlot::markersAt(const QPointF &place) const
{
    const double height = m_plot.yAxis2->coordToPixel(MarkerPlace);
    if (std::abs(place.y() - height) > 2 * Near)
        return {};
    QStringList texts;
    for (const ChartMarker &marker : m_markers) {
        const auto at = placeOf(marker.at);
        if (at && std::abs(m_plot.xAxis->coordToPixel(*at) - place.x()) <= Near)
            texts << marker.text;
    }
    return texts.join(QLatin1Char('\n'));
}

QString MauPlot::markersOf(int row) const
{
    QStringList texts;
    for (const ChartMarker &marker : m_markers) {
        const auto at = placeOf(marker.at);
        if (at && std::lround(*at) == row)
            texts << marker.text;
    }
    return texts.join(QLatin1Char('\n'));
}

std::optional<double> MauPlot::drawnUse(int row) const
{
    for (const QCPBars *bars : m_bars) {
        if (const auto value = valueIn(*bars, row))
            return value;
    }
    return std::nullopt;
}

std::optional<double> MauPlot::drawnEntitlement(int row) const
{
    const auto point = m_entitlement->data()->findBegin(row - 0.5, false);
    // Where it steps, two stand at the same place: the second is this row's.
    for (auto at = point; at != m_entitlement->data()->constEnd() && at->key <= row + 0.5; ++at) {
        if (at->key > row)
            return std::isnan(at->value) ? std::nullopt : std::optional(at->value);
    }
    return std::nullopt;
}

bool MauPlot::isDrawnUnknown(int row) const
{
    const auto point = m_unknown->data()->findBegin(row, false);
    return point != m_unknown->data()->constEnd() && point->key == row;
}

QColor MauPlot::barColor(int row) const
{
    for (const QCPBars *bars : m_bars) {
        if (valueIn(*bars, row))
            return bars->brush().color();
    }
    return {};
}

QString MauPlot::entitlementLabel() const
{
    return m_entitlementLabel->visible() ? m_entitlementLabel->text() : QString();
}

qsizetype MauPlot::drawnMarkers() const
{
    qsizetype count = 0;
    for (const QCPGraph *graph : m_markerGraphs)
        count += graph->data()->size();
    return count;
}

} // namespace genauth
