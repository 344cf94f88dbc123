// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page of the MAU history is made of.

#include "app/dashboard/historyexport.h"
#include "app/dashboard/historytable.h"
#include "app/dashboard/pages/historypage.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/burnupcard.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/cardframe.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/mauchart.h"
#include "app/dashboard/widgets/operationnotice.h"
#include "app/dashboard/widgets/rangechooser.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/dashboard/widgets/titledcard.h"
#include "core/base/clock.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QResizeEvent>

#include <array>

namespace genauth {

namespace {

/** How wide the columns are at first, in digits. */
constexpr std::array Widths{16, 25, 12, 12, 14};
/** Narrower, the table and the curve stand one below the other. */
constexpr int NarrowBelow = 900;

} // namespace

void HistoryPage::createNotice()
{
    m_notice->setObjectName(QStringLiteral("historyNotice"));
    connect(m_notice, &OperationNotice::retryRequested, this, &HistoryPage::retry);
    connect(m_notice, &OperationNotice::editRequested, this, &HistoryPage::editRequested);
    connect(
        m_notice, &OperationNotice::replaceKeyRequested, this, &HistoryPage::replaceKeyRequested);
    connect(m_notice, &OperationNotice::browserRequested, this, &HistoryPage::browserRequested);
    connect(m_notice, &OperationNotice::detailsCopied, this, &HistoryPage::detailsCopied);
    connect(&m_loader, &HistoryLoader::finished, this, &HistoryPage::updateContents);
}

QWidget *HistoryPage::createControls()
{
    m_chooser->setObjectName(QStringLiteral("rangeChooser"));
    m_chooser->setRange(m_range, m_with.clock.nowUtc().date());
    m_exportButton->setMenu(m_export);
    m_chooser->setLeastHeight(m_exportButton->sizeHint().height());
    auto *controls = new QWidget;
    auto *layout = new QHBoxLayout(controls);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_chooser, 1);
    layout->addWidget(m_exportButton, 0, Qt::AlignTop);
    connect(m_chooser, &RangeChooser::rangeChosen, this, &HistoryPage::chooseRange);
    connect(m_export, &HistoryExport::said, this, &HistoryPage::said);
    return controls;
}

void HistoryPage::createChart()
{
    m_chartCard->setObjectName(QStringLiteral("historyChartCard"));
    m_chart->setObjectName(QStringLiteral("historyChart"));
    m_chart->setMinimumHeight(230);
    m_noCycles->setObjectName(QStringLiteral("noCyclesLabel"));
    m_noCycles->setDimmed(true);
    m_chartCard->add(m_chart, 1);
    m_chartCard->add(m_noCycles);
}

void HistoryPage::createTable()
{
    m_cycles->setSourceModel(&m_model);
    m_table = new DataTable(m_with.theme, *m_cycles, HistoryModel::StartColumn);
    m_table->setObjectName(QStringLiteral("historyTableView"));
    m_table->setColumnWidths(Widths);
    m_table->setMinimumHeight(200);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(
        HistoryModel::StartColumn, Qt::DescendingOrder); // the news first
    m_table->setSortingEnabled(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            m_chart->setCurrentRow(m_cycles->mapToSource(current).row());
        });
    auto *card = new CardFrame(m_with.theme);
    card->setObjectName(QStringLiteral("historyTableCard"));
    card->add(m_table);
    m_tableCard = card;
    m_burnUp->setObjectName(QStringLiteral("burnUpCard"));
    m_lower->setSpacing(Space::Medium);
    m_lower->addWidget(m_tableCard, 5);
    m_lower->addWidget(m_burnUp, 2);
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void HistoryPage::arrange()
{
    m_lower->setDirection(
        width() < NarrowBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace genauth
