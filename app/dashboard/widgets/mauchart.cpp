// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/mauchart.h"

#include "app/dashboard/plaintooltip.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/chartaxes.h"
#include "app/dashboard/widgets/focusring.h"
#include "app/dashboard/widgets/mauplot.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/historytext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace genauth {

namespace {

constexpr double ZoomStep = 0.8; ///< of what was in sight before

} // namespace

MauChart::MauChart(const QAbstractItemModel &model, const Theme &theme, Use use, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_use(use)
    , m_canvas(new QCustomPlot(this))
    , m_plot(new MauPlot(*m_canvas))
{
    m_canvas->setObjectName(QStringLiteral("chartCanvas"));
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setMinimumHeight(140);
    m_canvas->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Tiny);
    layout->addWidget(m_canvas, 1);
    if (use == Use::Exploring)
        createControls();
    followModel();
    connect(&theme, &Theme::changed, this, &MauChart::applyTheme);
    applyTheme();
    update();
}

void MauChart::createControls()
{
    setFocusPolicy(Qt::StrongFocus);
    new FocusRing(*this, m_theme);
    m_canvas->setInteraction(QCP::iRangeDrag);
    m_canvas->axisRect()->setRangeDrag(Qt::Horizontal);
    m_readout = new TextLabel(TextLabel::Role::Note, m_theme, this);
    m_readout->setObjectName(QStringLiteral("chartReadoutLabel"));
    m_reset = new Button("zoomResetButton", m_theme, Button::Weight::Usual, this);
    QSizePolicy keepsItsPlace = m_reset->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsItsPlace);
    m_reset->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::Medium);
    line->addWidget(m_readout, 1);
    line->addWidget(m_reset);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    connect(m_reset, &Button::clicked, this, &MauChart::showAll);
    connect(
        m_plot, &MauPlot::viewChanged, this, [this] { m_reset->setVisible(m_plot->isZoomed()); });
}

void MauChart::followModel()
{
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(0);
    connect(&m_updateTimer, &QTimer::timeout, this, &MauChart::update);
    const auto soon = qOverload<>(&QTimer::start);
    connect(&m_model, &QAbstractItemModel::dataChanged, &m_updateTimer, soon);
    connect(&m_model, &QAbstractItemModel::rowsInserted, &m_updateTimer, soon);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, &m_updateTimer, soon);
    connect(&m_model, &QAbstractItemModel::modelReset, &m_updateTimer, soon);
}

void MauChart::update()
{
    m_cycles = CycleFacts::allOf(m_model);
    m_plot->setCycles(m_cycles);
    m_plot->setCurrent(currentRow());
    retranslate();
}

void MauChart::setMarkers(const QList<ChartMarker> &markers)
{
    m_plot->setMarkers(markers);
    showReadout();
}

void MauChart::setCurrentRow(int row)
{
    if (row == currentRow())
        return;
    m_current = m_model.index(row, 0); // invalid: none
    m_plot->setCurrent(currentRow());
    if (row >= 0)
        m_plot->reveal(row);
    showReadout();
}

void MauChart::choose(int row)
{
    if (m_use == Use::Glance || row == currentRow() || row >= m_cycles.size())
        return;
    setCurrentRow(row);
    emit currentRowChosen(row);
}

void MauChart::walk(int steps)
{
    const int last = static_cast<int>(m_cycles.size()) - 1;
    if (last < 0)
        return;
    // From nowhere to the newest, or the oldest.
    const int from = currentRow() >= 0 ? currentRow() + steps : (steps < 0 ? last : 0);
    choose(std::clamp(from, 0, last));
}

void MauChart::showAll()
{
    m_plot->showAll();
}

QPoint MauChart::placeOfRow(int row) const
{
    const QPoint inCanvas(
        static_cast<int>(m_canvas->xAxis->coordToPixel(row)), m_canvas->axisRect()->bottom() - 2);
    return m_canvas->mapTo(this, inCanvas);
}

QString MauChart::wordsOf(int row) const
{
    if (row < 0 || row >= m_cycles.size())
        return {};
    const QString events = m_plot->markersOf(row);
    const QString line = HistoryText::line(m_cycles.at(row));
    return events.isEmpty() ? line : line + QLatin1Char('\n') + events;
}

void MauChart::showReadout()
{
    const QString words = wordsOf(currentRow()).replace(QLatin1Char('\n'), QStringLiteral(" · "));
    setAccessibleDescription(words.isEmpty() ? HistoryText::summary(m_cycles) : words);
    if (m_readout)
        m_readout->setText(words.isEmpty() ? HistoryText::summary(m_cycles) : words);
}

void MauChart::showToolTip(const QHelpEvent &event) const
{
    QString words = m_plot->markersAt(event.pos());
    if (words.isEmpty())
        words = wordsOf(m_plot->rowAt(event.pos()));
    if (words.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    words += QLatin1Char('\n') + HistoryText::caveat();
    QToolTip::showText(event.globalPos(), plainToolTip(words), m_canvas);
}

bool MauChart::handleWheel(const QWheelEvent &event)
{
    // The page scrolls by the wheel as well: it is the chart's when it is meant.
    const bool meant = hasFocus() || event.modifiers().testFlag(Qt::ControlModifier);
    if (m_use == Use::Glance || !meant || event.angleDelta().y() == 0)
        return false;
    m_plot->zoom(event.angleDelta().y() > 0 ? ZoomStep : 1 / ZoomStep, event.position().x());
    return true;
}

bool MauChart::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
        if (handleWheel(*static_cast<QWheelEvent *>(event)))
            return true;
        event->ignore(); // and it goes on to the page
        return true;
    case QEvent::ToolTip:
        showToolTip(*static_cast<QHelpEvent *>(event));
        return true;
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int row = m_plot->rowAt(mouse->position());
        if (row >= 0 && mouse->buttons() == Qt::NoButton)
            choose(row);
        break;
    }
    case QEvent::MouseButtonPress:
        if (m_use == Use::Exploring)
            setFocus(Qt::MouseFocusReason);
        break;
    case QEvent::MouseButtonDblClick:
        showAll();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool MauChart::event(QEvent *event)
{
    // As long as there is something to bring back, Escape is meant for that before anything else.
    if (event->type() == QEvent::ShortcutOverride && m_plot->isZoomed() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void MauChart::keyPressEvent(QKeyEvent *event)
{
    const double middle = m_canvas->axisRect()->center().x();
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1);
    case Qt::Key_Right:
        return walk(1);
    case Qt::Key_Plus:
        return m_plot->zoom(ZoomStep, middle);
    case Qt::Key_Minus:
        return m_plot->zoom(1 / ZoomStep, middle);
    case Qt::Key_Home:
        return showAll();
    case Qt::Key_Escape:
        if (m_plot->isZoomed())
            return showAll();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void MauChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

QSize MauChart::sizeHint() const
{
    return {400, m_use == Use::Glance ? 240 : 280};
}

void MauChart::applyTheme()
{
    m_plot->setLook(ChartLook::of(m_theme.colors()));
}

void MauChart::retranslate()
{
    setAccessibleName(tr("MAU per billing cycle"));
    if (m_reset)
        m_reset->setWords(tr("Show &all"), tr("Brings all billing cycles back into sight"));
    m_plot->retell();
    showReadout();
}

} // namespace genauth
