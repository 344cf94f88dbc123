// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/poolspage.h"

#include "app/dashboard/poolstable.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/cardframe.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/poolstabledelegate.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/poolssummary.h"
#include "core/models/poolsmodel.h"

#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include <array>

namespace genauth {

namespace {

/** Of what is remembered; another number when the columns become others. */
constexpr quint32 ArrangementVersion = 1;

/** How wide the columns are at first, in digits. */
constexpr std::array Widths{22, 24, 14, 15, 19, 14, 12, 40, 21};

PoolsTable *tableOf(const PoolsPage::Collaborators &with, QObject *parent)
{
    auto *pools = new PoolsTable({with.theme, with.clock, with.scheduler}, parent);
    pools->setSourceModel(&with.model);
    return pools;
}

} // namespace

PoolsPage::PoolsPage(const Collaborators &with, QWidget *parent)
    : QWidget(parent)
    , m_with(with)
    , m_pools(tableOf(with, this))
    , m_summary(new TextLabel(TextLabel::Role::Headline, with.theme, this))
    , m_empty(new TextLabel(TextLabel::Role::Text, with.theme, this))
    , m_table(new DataTable(with.theme, *m_pools, PoolsTable::Name, this))
{
    m_summary->setObjectName(QStringLiteral("poolsSummaryLabel"));
    m_empty->setObjectName(QStringLiteral("noPoolsLabel"));
    m_empty->setDimmed(true);
    m_empty->setAlignment(Qt::AlignCenter);
    createTable();
    createHeader();
    auto *card = new CardFrame(with.theme, this);
    card->add(m_table);
    card->add(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_summary);
    layout->addWidget(card, 1);
    setFocusProxy(m_table);
    followModel();
    retranslate();
}

void PoolsPage::createTable()
{
    m_table->setObjectName(QStringLiteral("poolsTableView"));
    m_table->setItemDelegate(new PoolsTableDelegate(m_with.theme, m_table));
    TableManners &manners = m_table->manners();
    connect(&manners, &TableManners::rowActivated, this,
        [this](const QModelIndex &index) { emit poolActivated(m_pools->idAt(index.row())); });
    manners.leaveRowMenusToOthers();
    connect(&manners, &TableManners::rowMenuRequested, this,
        [this](const QModelIndex &index, const QPoint &at) {
            emit menuRequested(m_pools->idAt(index.row()), at);
        });
}

void PoolsPage::createHeader()
{
    arrangeByDefault();
    arrangeAsRemembered();
    m_table->setSortingEnabled(true); // sorts as the header says
    connect(
        &m_table->manners(), &TableManners::columnsChanged, this, &PoolsPage::rememberArrangement);
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
    m_table->setColumnWidths(Widths);
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
    return m_table->manners().actions();
}

QList<QUuid> PoolsPage::selectedPools() const
{
    QList<QUuid> ids;
    for (const QModelIndex &row : m_table->manners().selectedRows())
        ids.append(m_pools->idAt(row.row()));
    return ids;
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
    QWidget::changeEvent(event);
}

void PoolsPage::retranslate()
{
    m_table->setAccessibleName(tr("All user pools"));
    m_table->setAccessibleDescription(
        tr("A row for each user pool; Return opens the pool's package"));
    m_empty->setText(tr("No user pool is connected yet. Each one will have a row here."));
    m_pools->retranslate();
    updateSummary();
}

} // namespace genauth
