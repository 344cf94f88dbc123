// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/mauplot.h"

#include "app/dashboard/widgets/chartaxes.h"
#include "app/text/historytext.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace genauth {

namespace {

/** Of a bar, where the room for each cycle is 1. */
constexpr double BarWidth = 0.54;
constexpr double Gap = std::numeric_limits<double>::quiet_NaN();

/** Bars with corners a little round. */
class RoundBars final : public QCPBars
{
public:
    using QCPBars::QCPBars;

protected:
    void draw(QCPPainter *painter) override
    {
        QCPBarsDataContainer::const_iterator bar;
        QCPBarsDataContainer::const_iterator end;
        getVisibleDataBounds(bar, end);
        painter->setAntialiasing(true);
        painter->setPen(Qt::NoPen);
        painter->setBrush(brush());
        for (; bar != end; ++bar)
            painter->drawRoundedRect(getBarRect(bar->key, bar->value).normalized(), 2, 2);
    }
};

/** A question mark that stands on the point it is drawn at. */
QPainterPath questionMark(const QFont &font)
{
    QFont large = font;
    large.setBold(true);
    const QString sign = QStringLiteral("?");
    QPainterPath path;
    path.addText(-QFontMetricsF(large).horizontalAdvance(sign) / 2, -6, large, sign);
    return path;
}

std::size_t shapeOf(Order::Type kind)
{
    switch (kind) {
    case Order::Type::Renew:
        return 0;
    case Order::Type::Upgrade:
        return 1;
    case Order::Type::OverdueCorrect:
        return 2;
    default:
        return 3;
    }
}

bool isSameCycle(const CycleFacts &a, const CycleFacts &b)
{
    return a.start == b.start && a.end == b.end;
}

} // namespace

MauPlot::MauPlot(QCustomPlot &plot)
    : QObject(&plot)
    , m_plot(plot)
    , m_ticker(new CycleTicker(*plot.xAxis))
{
    createParts();
    connect(plot.xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this,
        &MauPlot::keepInRange);
    connect(&plot, &QCustomPlot::afterLayout, this, &MauPlot::fitToLayout);
    redrawWhenWidthChanges(plot);
}

MauPlot::~MauPlot() = default;

void MauPlot::createParts()
{
    m_plot.xAxis->setTicker(m_ticker);
    m_plot.yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CountTicker));
    m_plot.yAxis2->setRange(0, 1); // for what stands at a height, and has no value
    for (QCPBars *&bars : m_bars) {
        bars = new RoundBars(m_plot.xAxis, m_plot.yAxis);
        bars->setWidth(BarWidth);
    }
    m_unknown = m_plot.addGraph();
    m_unknown->setLineStyle(QCPGraph::lsNone);
    m_entitlement = m_plot.addGraph();
    for (QCPGraph *&markers : m_markerGraphs) {
        markers = m_plot.addGraph(m_plot.xAxis, m_plot.yAxis2);
        markers->setLineStyle(QCPGraph::lsImpulse);
    }
    m_entitlementLabel = new QCPItemText(&m_plot);
    m_entitlementLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_entitlementLabel->setPadding({4, 1, 4, 2});
    m_entitlementLabel->position->setType(QCPItemPosition::ptAbsolute);
    m_currentBand = new QCPItemRect(&m_plot);
    m_currentBand->setLayer(QStringLiteral("background"));
    m_currentBand->setPen(Qt::NoPen);
    for (QCPItemPosition *corner : {m_currentBand->topLeft, m_currentBand->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_currentBand->setVisible(false);
}

void MauPlot::setLook(const ChartLook &look)
{
    m_look = look;
    dressAxes(m_plot, look);
    m_bars[Usual]->setBrush(look.usual);
    m_bars[Over]->setBrush(look.over);
    m_bars[RunningUsual]->setBrush(look.lighter(look.usual));
    m_bars[RunningOver]->setBrush(look.lighter(look.over));
    m_unknown->setScatterStyle(
        QCPScatterStyle(questionMark(look.font), QPen(look.dim, 0.5), look.dim, 6));
    m_entitlement->setPen(QPen(look.entitlement, 1, Qt::DashLine));
    m_entitlementLabel->setFont(look.font);
    m_entitlementLabel->setColor(look.entitlement);
    m_entitlementLabel->setBrush(look.ground);
    m_currentBand->setBrush(look.selection);
    static constexpr std::array shapes{QCPScatterStyle::ssCircle, QCPScatterStyle::ssTriangle,
        QCPScatterStyle::ssDiamond, QCPScatterStyle::ssSquare};
    for (std::size_t kind = 0; kind < shapes.size(); ++kind) {
        m_markerGraphs[kind]->setPen(QPen(look.dim, 1, Qt::DotLine));
        m_markerGraphs[kind]->setScatterStyle(
            QCPScatterStyle(shapes[kind], QPen(look.dim, 1.5), look.ground, 8));
    }
    redraw();
}

void MauPlot::setCycles(const QList<CycleFacts> &cycles)
{
    // What one looks closer at stands at the same places only among the same cycles.
    const bool others = cycles.size() != m_cycles.size() ||
                        (!cycles.isEmpty() && !(isSameCycle(cycles.first(), m_cycles.first()) &&
                                                  isSameCycle(cycles.last(), m_cycles.last())));
    m_cycles = cycles;
    m_ticker->setCycles(cycles);
    drawCycles();
    drawMarkers();
    if (others || !isZoomed())
        showAll();
    setCurrent(m_current < cycles.size() ? m_current : -1);
    redraw();
}

void MauPlot::drawCycles()
{
    for (QCPBars *bars : m_bars)
        bars->data()->clear();
    m_unknown->data()->clear();
    double highest = 0;
    QVector<double> places;
    QVector<double> bought;
    for (int row = 0; row < m_cycles.size(); ++row) {
        const CycleFacts &cycle = m_cycles.at(row);
        if (cycle.used) {
            const int kind = cycle.running ? (cycle.over ? RunningOver : RunningUsual)
                                           : (cycle.over ? Over : Usual);
            const auto used = static_cast<double>(*cycle.used);
            m_bars[static_cast<std::size_t>(kind)]->addData(row, used);
            highest = std::max(highest, used);
        } else {
            m_unknown->addData(row, 0);
        }
        const double level = cycle.hasMeasure() ? static_cast<double>(*cycle.bought) : Gap;
        places << row - 0.5 << row + 0.5;
        bought << level << level;
        highest = std::isnan(level) ? highest : std::max(highest, level);
    }
    m_entitlement->setData(places, bought, true);
    // Above them a label, and the markers.
    m_plot.yAxis->setRange(0, std::max(highest, 1.0) * 1.3);
}

void MauPlot::setMarkers(const QList<ChartMarker> &markers)
{
    if (m_markers == markers)
        return;
    m_markers = markers;
    drawMarkers();
    redraw();
}

void MauPlot::drawMarkers()
{
    for (QCPGraph *graph : m_markerGraphs)
        graph->data()->clear();
    for (const ChartMarker &marker : std::as_const(m_markers)) {
        if (const auto place = placeOf(marker.at))
            m_markerGraphs[shapeOf(marker.kind)]->addData(*place, MarkerPlace);
    }
}

std::optional<double> MauPlot::placeOf(const QDateTime &moment) const
{
    const QDate day = moment.date();
    // The last that holds it: where two share a day, it belongs to the later one.
    for (qsizetype row = m_cycles.size() - 1; row >= 0; --row) {
        const CycleFacts &cycle = m_cycles.at(row);
        if (!cycle.start.isValid() || !cycle.end.isValid() || day < cycle.start || day > cycle.end)
            continue;
        const auto days = static_cast<double>(cycle.start.daysTo(cycle.end) + 1);
        return static_cast<double>(row) - 0.5 +
               (static_cast<double>(cycle.start.daysTo(day)) + 0.5) / days;
    }
    return std::nullopt;
}

void MauPlot::setCurrent(int row)
{
    m_current = row;
    m_currentBand->setVisible(row >= 0);
    m_currentBand->topLeft->setCoords(row - 0.5, 0);
    m_currentBand->bottomRight->setCoords(row + 0.5, 1);
    redraw();
}

void MauPlot::retell()
{
    nameEntitlement();
    redraw();
}

void MauPlot::redraw()
{
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

void MauPlot::nameEntitlement()
{
    // Of the last one in sight, whose line it stands on.
    int row = std::min(static_cast<int>(std::floor(m_plot.xAxis->range().upper + 0.5)),
        static_cast<int>(m_cycles.size()) - 1);
    while (row >= 0 && !m_cycles.at(row).hasMeasure())
        --row;
    m_entitlementLabel->setVisible(row >= 0);
    if (row < 0)
        return;
    const qint64 bought = *m_cycles.at(row).bought;
    m_entitlementLabel->setText(HistoryText::entitlement(bought));
    m_labelled = static_cast<double>(bought);
}

void MauPlot::fitToLayout()
{
    const QRect area = m_plot.axisRect()->rect();
    // A little above its line.
    m_entitlementLabel->position->setCoords(
        area.right(), m_plot.yAxis->coordToPixel(m_labelled) - 2);
}

} // namespace genauth
