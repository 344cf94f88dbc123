// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/chartlook.h"
#include "app/dashboard/widgets/chartmarker.h"
#include "core/models/cyclefacts.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <array>
#include <memory>
#include <optional>

class QCPBars;
class QCPGraph;
class QCPItemRect;
class QCPItemText;
class QCustomPlot;

namespace genauth {

class CycleTicker;

/** Draws billing cycles on a QCustomPlot: a bar for what each used, over the quota in a colour of
 *  its own and the running one lighter; a line for what was bought; a question mark where the use
 *  is unknown; and markers above them. A cycle stands at the number of its row. */
class MauPlot final : public QObject
{
    Q_OBJECT

public:
    /** Belongs to the plot. */
    explicit MauPlot(QCustomPlot &plot);
    ~MauPlot() override;

    void setLook(const ChartLook &look);
    void setCycles(const QList<CycleFacts> &cycles);
    void setMarkers(const QList<ChartMarker> &markers);
    /** The cycle that is looked at; -1: none. */
    void setCurrent(int row);
    /** Says everything anew in the present language. */
    void retell();
    /** With the next turn of the event loop. */
    void redraw();

    void showAll();
    [[nodiscard]] bool isZoomed() const;
    /** `factor` below 1 looks closer; around this place of the plot, in pixels. */
    void zoom(double factor, double x);
    /** Brings this cycle into sight. */
    void reveal(int row);

    /** -1: none there. */
    [[nodiscard]] int rowAt(const QPointF &place) const;
    /** What is said of the markers at this place; empty: none there. */
    [[nodiscard]] QString markersAt(const QPointF &place) const;
    [[nodiscard]] QString markersOf(int row) const;

    // Read back from what is drawn; nothing where there is a gap.
    [[nodiscard]] std::optional<double> drawnUse(int row) const;
    [[nodiscard]] std::optional<double> drawnEntitlement(int row) const;
    [[nodiscard]] bool isDrawnUnknown(int row) const;
    [[nodiscard]] QColor barColor(int row) const;
    [[nodiscard]] QString entitlementLabel() const;
    [[nodiscard]] qsizetype drawnMarkers() const;

signals:
    void viewChanged();

private:
    /** Which bars are drawn alike. */
    enum Kind { Usual, Over, RunningUsual, RunningOver, KindCount };
    static constexpr std::size_t MarkerKinds = 4;
    /** Where the markers hang, from the bottom, 0, to the top. */
    static constexpr double MarkerPlace = 0.965;

    // mauplot.cpp: drawing; mauplotview.cpp: what is in sight.
    void createParts();
    void drawCycles();
    void drawMarkers();
    void nameEntitlement();
    void fitToLayout();
    void keepInRange();
    [[nodiscard]] std::optional<double> placeOf(const QDateTime &moment) const;
    [[nodiscard]] double fullSize() const { return static_cast<double>(m_cycles.size()); }

    QCustomPlot &m_plot;
    ChartLook m_look;
    QList<CycleFacts> m_cycles;
    QList<ChartMarker> m_markers;
    QSharedPointer<CycleTicker> m_ticker;
    std::array<QCPBars *, KindCount> m_bars{};
    QCPGraph *m_unknown = nullptr;
    QCPGraph *m_entitlement = nullptr;
    std::array<QCPGraph *, MarkerKinds> m_markerGraphs{};
    QCPItemText *m_entitlementLabel = nullptr;
    QCPItemRect *m_currentBand = nullptr;
    int m_current = -1;
    double m_labelled = 0; ///< where the entitlement's label stands
};

} // namespace genauth
