// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/burnupchart.h"

#include "app/dashboard/plaintooltip.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/chartaxes.h"
#include "app/dashboard/widgets/chartlook.h"
#include "app/text/formatting.h"
#include "app/text/historytext.h"

#include <QEvent>
#include <QHelpEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace genauth {

namespace {

double seconds(const QDateTime &moment)
{
    return static_cast<double>(moment.toSecsSinceEpoch());
}

QList<BurnUpChart::Point> pointsOf(const QCPGraph &graph)
{
    QList<BurnUpChart::Point> points;
    for (const QCPGraphData &point : *graph.data())
        points.append({point.key, point.value});
    return points;
}

/** Where the forecast's line ends: where it meets what was bought, or the cycle ends. */
QDateTime endOf(const BurnUp &data)
{
    return data.forecast->reachesAt.isValid() ? data.forecast->reachesAt : data.end;
}

} // namespace

BurnUpChart::BurnUpChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_canvas(new QCustomPlot(this))
    , m_samples(m_canvas->addGraph())
    , m_bought(m_canvas->addGraph())
    , m_forecast(m_canvas->addGraph())
    , m_boughtLabel(new QCPItemText(m_canvas))
{
    // At the left, where a curve that grows is far below.
    m_boughtLabel->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_boughtLabel->setPadding({4, 1, 4, 2});
    m_boughtLabel->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_boughtLabel->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_canvas->setObjectName(QStringLiteral("burnUpCanvas"));
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setMinimumHeight(120);
    m_canvas->installEventFilter(this);
    m_canvas->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new CountTicker));
    redrawWhenWidthChanges(*m_canvas);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    connect(&theme, &Theme::changed, this, &BurnUpChart::applyTheme);
    applyTheme();
    retranslate();
}

void BurnUpChart::show(const BurnUp &burnUp)
{
    m_data = burnUp;
    draw();
    retranslate();
}

void BurnUpChart::draw()
{
    m_samples->data()->clear();
    m_bought->data()->clear();
    m_forecast->data()->clear();
    if (m_data.isEmpty() || !m_data.end.isValid()) {
        m_canvas->replot(QCustomPlot::rpQueuedReplot);
        return;
    }
    double highest = 1;
    for (const UsageSample &sample : std::as_const(m_data.samples)) {
        const auto used = static_cast<double>(sample.used);
        m_samples->addData(seconds(sample.at), used);
        highest = std::max(highest, used);
    }
    if (m_data.bought) {
        const auto bought = static_cast<double>(*m_data.bought);
        m_bought->addData(seconds(m_data.start), bought);
        m_bought->addData(seconds(m_data.end), bought);
        m_boughtLabel->position->setCoords(0, bought);
        highest = std::max(highest, bought);
    }
    const bool hasLine = m_data.forecast && m_data.forecast->kind != Forecast::Kind::Reached;
    if (hasLine) {
        for (const QDateTime &at : {m_data.forecast->from, endOf(m_data)}) {
            m_forecast->addData(seconds(at), m_data.forecast->usedAt(at));
            highest = std::max(highest, m_data.forecast->usedAt(at));
        }
    }
    m_canvas->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(
        new DayTicker(*m_canvas->xAxis, m_data.start.offsetFromUtc())));
    m_canvas->xAxis->setRange(seconds(m_data.start), seconds(m_data.end));
    m_canvas->yAxis->setRange(0, highest * 1.25); // above what was bought stands its label
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

QList<BurnUpChart::Point> BurnUpChart::drawnSamples() const
{
    return pointsOf(*m_samples);
}

QList<BurnUpChart::Point> BurnUpChart::drawnForecast() const
{
    return pointsOf(*m_forecast);
}

QString BurnUpChart::boughtLabel() const
{
    return m_boughtLabel->visible() ? m_boughtLabel->text() : QString();
}

QString BurnUpChart::sampleWords(const UsageSample &sample) const
{
    const QDateTime at = sample.at.toOffsetFromUtc(m_data.start.offsetFromUtc());
    //: %1 a moment, %2 a number
    return tr("%1: %2 used").arg(Formatting::dateTime(at), Formatting::count(sample.used));
}

QString BurnUpChart::wordsAt(const QPointF &place) const
{
    if (m_data.isEmpty())
        return {};
    const double at = m_canvas->xAxis->pixelToCoord(place.x());
    const auto nearest = std::ranges::min_element(m_data.samples, {},
        [at](const UsageSample &sample) { return std::abs(seconds(sample.at) - at); });
    return sampleWords(*nearest);
}

bool BurnUpChart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore(); // the page's
        return true;
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString words = wordsAt(help->pos());
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(words), m_canvas);
    return true;
}

void BurnUpChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void BurnUpChart::applyTheme()
{
    const ChartLook look = ChartLook::of(m_theme.colors());
    dressAxes(*m_canvas, look);
    m_samples->setPen(QPen(look.usual, 2));
    m_samples->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, look.usual, 5));
    m_bought->setPen(QPen(look.entitlement, 1, Qt::DashLine));
    m_boughtLabel->setFont(look.font);
    m_boughtLabel->setColor(look.entitlement);
    m_forecast->setPen(QPen(look.dim, 1.5, Qt::DashLine));
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

void BurnUpChart::retranslate()
{
    setAccessibleName(tr("Use within the running billing cycle"));
    setAccessibleDescription(m_data.isEmpty() ? tr("No samples yet")
                                              : tr("%Ln sample(s); the last one: %1", nullptr,
                                                    static_cast<int>(m_data.samples.size()))
                                                    .arg(sampleWords(m_data.samples.last())));
    m_boughtLabel->setVisible(!m_data.isEmpty() && m_data.bought);
    if (m_data.bought)
        m_boughtLabel->setText(HistoryText::entitlement(*m_data.bought));
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace genauth
