// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/poolspage.h"

#include "app/dashboard/pages/columnmenus.h"
#include "app/dashboard/poolstable.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/card.h"
#include "app/dashboard/widgets/poolstabledelegate.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/poolssummary.h"
#include "core/models/poolsmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace genauth {

namespace {

/** Of what is remembered; another number when the columns become others. */
constexpr quint32 ArrangementVersion = 1;

/** How wide the columns are at first, in digits. */
constexpr std::array<int, PoolsTable::ColumnCount> Widths{22, 24, 14, 15, 19, 14, 12, 40, 21};

} // namespace

PoolsPage::PoolsPage(const Collaborators &with, QWidget *parent)
    : QWidget(parent)
    , m_with(with)
    , m_pools(new PoolsTable({with.theme, with.clock, with.scheduler}, this))
    , m_summary(new TextLabel(TextLabel::Role::Headline, with.theme, this))
    , m_empty(new TextLabel(TextLabel::Role::Text, with.theme, this))
    , m_table(new QTableView(this))
    , m_copyAction(new QAction(this))
{
    m_summary->setObjectName(QStringLiteral("poolsSummaryLabel"));
    m_empty->setObjectName(QStringLiteral("noPoolsLabel"));
    m_empty->setDimmed(true);
    m_empty->setAlignment(Qt::AlignCenter);
    createTable();
    createHeader();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    setFocusProxy(m_table);
    followModel();
    connect(&with.theme, &Theme::changed, this, &PoolsPage::applyTheme);
    applyTheme();
    retranslate();
}

void PoolsPage::createTable()
{
    m_pools->setSourceModel(&m_with.model);
    m_table->setObjectName(QStringLiteral("poolsTableView"));
    m_table->setModel(m_pools);
    m_table->setItemDelegate(new PoolsTableDelegate(m_with.theme, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &PoolsPage::activate);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex pool = m_table->indexAt(at);
        const QPoint onScreen = m_table->viewport()->mapToGlobal(at);
        pool.isValid() ? menuRequested(m_pools->idAt(pool.row()), onScreen)
                       : showTableMenu(onScreen);
    });
    m_copyAction->setObjectName(QStringLiteral("copyPoolsAction"));
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_copyAction);
    connect(m_copyAction, &QAction::triggered, this, &PoolsPage::copySelection);
}

void PoolsPage::createHeader()
{
    header()->setSectionsMovable(true);
    header()->setHighlightSections(false);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this,
        [this](const QPoint &at) { showTableMenu(header()->mapToGlobal(at)); });
    arrangeByDefault();
    arrangeAsRemembered();
    m_table->setSortingEnabled(true); // sorts as the header says
    m_columnMenus = new ColumnMenus(*m_table, PoolsTable::Name, this);
    connect(m_columnMenus, &ColumnMenus::columnsChanged, this, &PoolsPage::rememberArrangement);
    connect(header(), &QHeaderView::sectionMoved, this, &PoolsPage::rememberArrangement);
    connect(header(), &QHeaderView::sectionResized, this, &PoolsPage::rememberArrangement);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &PoolsPage::rememberArrangement);
}

void PoolsPage::followModel()
{
    m_summaryTimer.setSingleShot(true);
    connect(&m_summaryTimer, &QTimer::timeout, this, &PoolsPage::updateSummary);
    m_summaryTimer.setInterval(0);
    const auto soon = qOverload<>(&QTimer::start);
    connect(&m_with.model, &PoolsModel::dataChanged, &m_summaryTimer, soon);
    connect(&m_with.model, &PoolsModel::rowsInserted, &m_summaryTimer, soon);
    connect(&m_with.model, &PoolsModel::rowsRemoved, &m_summaryTimer, soon);
    connect(&m_with.model, &PoolsModel::modelReset, &m_summaryTimer, soon);
}

QHeaderView *PoolsPage::header() const
{
    return m_table->horizontalHeader();
}

void PoolsPage::arrangeByDefault()
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; const int width : Widths)
        header()->resizeSection(column++, width * digit);
    header()->moveSection(header()->visualIndex(PoolsTable::State), 1); // the news beside the name
    header()->setSortIndicator(PoolsTable::State, Qt::AscendingOrder);
}

void PoolsPage::arrangeAsRemembered()
{
    QDataStream stream(m_with.settings.poolsTable());
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    qint32 columns = 0;
    QByteArray state;
    stream >> version >> columns >> state;
    const bool fits = stream.status() == QDataStream::Ok && version == ArrangementVersion &&
                      columns == PoolsTable::ColumnCount;
    if (!fits || !header()->restoreState(state) || header()->count() != columns ||
        header()->sortIndicatorSection() >= columns || header()->sortIndicatorSection() < 0)
        arrangeByDefault();
    header()->setSectionsMovable(true);
    header()->setSectionHidden(PoolsTable::Name, false); // whose row is it otherwise
}

void PoolsPage::rememberArrangement()
{
    QByteArray arrangement;
    QDataStream stream(&arrangement, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << ArrangementVersion << qint32(PoolsTable::ColumnCount) << header()->saveState();
    m_with.settings.setPoolsTable(arrangement);
}

QList<QAction *> PoolsPage::tableActions() const
{
    return QList{m_copyAction} + m_columnMenus->actions();
}

void PoolsPage::showTableMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tableMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(tableActions());
    menu->popup(globalPosition);
}

QModelIndexList PoolsPage::selectedRows() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

QList<QUuid> PoolsPage::selectedPools() const
{
    QList<QUuid> ids;
    for (const QModelIndex &row : selectedRows())
        ids.append(m_pools->idAt(row.row()));
    return ids;
}

void PoolsPage::copySelection() const
{
    QStringList lines;
    for (const QModelIndex &row : selectedRows()) {
        QStringList cells;
        for (int place = 0; place < header()->count(); ++place) {
            const int column = header()->logicalIndex(place);
            if (!header()->isSectionHidden(column))
                cells << row.siblingAtColumn(column).data().toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void PoolsPage::activate(const QModelIndex &index)
{
    if (index.isValid())
        emit poolActivated(m_pools->idAt(index.row()));
}

bool PoolsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool opens = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (opens)
        activate(m_table->currentIndex());
    return opens;
}

void PoolsPage::updateContents()
{
    m_pools->retell();
    updateSummary();
}

void PoolsPage::updateSummary()
{
    PoolsSummary summary;
    const int pools = m_with.model.rowCount();
    for (int row = 0; row < pools; ++row)
        summary.add(m_with.model.index(row, 0)
                        .data(PoolsModel::AssessmentRole)
                        .value<SubscriptionAssessment>());
    m_summary->setText(summary.line());
    m_summary->setVisible(pools > 0);
    m_table->setVisible(pools > 0);
    m_empty->setVisible(pools == 0);
}

void PoolsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void PoolsPage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect card = m_table->isHidden() ? m_empty->geometry() : m_table->geometry();
    const ThemeColors &colors = m_with.theme.colors();
    // Its round corners stay clear of the scroll bars.
    paintCard(painter, card.adjusted(-4, -4, 4, 4), colors.card, colors.line);
}

void PoolsPage::applyTheme()
{
    const ThemeColors &colors = m_with.theme.colors();
    m_table->verticalHeader()->setDefaultSectionSize(
        PoolsTableDelegate::rowHeight(m_table->fontMetrics()));
    header()->setStyleSheet(
        QStringLiteral("QHeaderView { background: transparent; }"
                       "QHeaderView::section { background: transparent; color: %1; border: none; "
                       "border-bottom: 1px solid %2; padding: 8px 12px; }")
            .arg(colors.dim.name(), colors.line.name()));
    // Through the table one sees the card, with its round corners.
    m_table->viewport()->setAutoFillBackground(false);
    m_pools->retell();
    update();
}

void PoolsPage::retranslate()
{
    m_table->setAccessibleName(tr("All user pools"));
    m_table->setAccessibleDescription(
        tr("A row for each user pool; Return opens the pool's package"));
    m_copyAction->setText(tr("&Copy"));
    m_empty->setText(tr("No user pool is connected yet. Each one will have a row here."));
    m_pools->retranslate();
    m_columnMenus->update();
    updateSummary();
}

} // namespace genauth
