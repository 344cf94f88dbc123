// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/orderspage.h"

#include "app/dashboard/orderdetailpane.h"
#include "app/dashboard/orderfilterbar.h"
#include "app/dashboard/orderloadbar.h"
#include "app/dashboard/orderstable.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/cardframe.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/textlabel.h"
#include "core/base/clock.h"
#include "core/models/ordersmodel.h"
#include "core/models/poolsmodel.h"
#include "core/sync/orderloader.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace genauth {

namespace {

/** How wide the columns are at first, in digits. */
constexpr std::array<int, OrdersTable::ColumnCount> Widths{32, 30, 19, 14, 17, 11, 17, 20, 20};
/** In which order they are seen at first. */
constexpr std::array Seen{OrdersTable::Created, OrdersTable::Name, OrdersTable::Status,
    OrdersTable::Amount, OrdersTable::Type, OrdersTable::Number, OrdersTable::Quantity,
    OrdersTable::UnitPrice, OrdersTable::Source};

/** In digits: below it the sheet stands under the table. */
constexpr int RoomForBoth = 120;
/** In heights of a line: so much at least is seen of the table, and of the sheet under it. */
constexpr int LeastRows = 12;

Account accountOf(const QModelIndex &pool)
{
    return pool.data(PoolsModel::AccountRole).value<Account>();
}

/** On the pool's clock; an invalid moment stays one. */
QDateTime poolTime(const Account &account, const QDateTime &moment)
{
    return moment.isValid() ? inClock(moment, account.clockOffset) : moment;
}

} // namespace

OrdersPage::OrdersPage(const Collaborators &with, const Loading &loading, QWidget *parent)
    : AnswerPage(with, parent)
    , m_model(new OrdersModel(this))
    , m_loader(new OrderLoader(loading.refresher, loading.scheduler, *m_model, this))
    , m_details(new OrderDetails(loading.refresher, loading.scheduler, loading.rest, this))
    , m_orders(new OrdersTable(*m_model, with.theme, this))
    , m_heading(new TextLabel(TextLabel::Role::Headline, with.theme))
    , m_totals(new TextLabel(TextLabel::Role::Note, with.theme))
    , m_filter(new OrderFilterBar(with.theme))
    , m_card(new CardFrame(with.theme))
    , m_table(new DataTable(with.theme, *m_orders, OrdersTable::Number))
    , m_instead(new TextLabel(TextLabel::Role::Text, with.theme))
    , m_loadBar(new OrderLoadBar(with.theme))
    , m_pane(new OrderDetailPane(with.theme))
    , m_paneCard(new CardFrame(with.theme))
    , m_splitter(new QSplitter)
{
    m_heading->setObjectName(QStringLiteral("ordersHeadingLabel"));
    m_totals->setObjectName(QStringLiteral("ordersTotalsLabel"));
    m_instead->setObjectName(QStringLiteral("nothingShownLabel"));
    m_filter->setObjectName(QStringLiteral("orderFilterBar"));
    m_loadBar->setObjectName(QStringLiteral("orderLoadBar"));
    m_pane->setObjectName(QStringLiteral("orderDetailPane"));
    createTable();
    setBody(createBody());
    m_filter->setTabOrderAfter(m_table);
    followRows();
    followScrolling();
    connect(m_filter, &OrderFilterBar::filterChanged, this, &OrdersPage::applyFilter);
    connect(m_filter, &OrderFilterBar::leaveRequested, this, &OrdersPage::focusRows);
    connect(m_loadBar, &OrderLoadBar::moreRequested, m_loader, &OrderLoader::loadNext);
    connect(m_loadBar, &OrderLoadBar::allRequested, m_loader, &OrderLoader::loadAll);
    connect(m_loadBar, &OrderLoadBar::cancelRequested, m_loader, &OrderLoader::cancel);
    connect(m_loader, &OrderLoader::unreadableFieldsChanged, this, &OrdersPage::updateContents,
        Qt::QueuedConnection);
    connect(m_details, &OrderDetails::changed, this, &OrdersPage::updateDetails);
    connect(m_pane, &OrderDetailPane::retryRequested, m_details, &OrderDetails::choose);
    connect(m_pane, &OrderDetailPane::copied, this, &OrdersPage::orderCopied);
    arrange();
    retranslate();
    updateContents();
}

void OrdersPage::createTable()
{
    m_table->setObjectName(QStringLiteral("ordersTableView"));
    m_table->setColumnWidths(Widths);
    QHeaderView *header = m_table->horizontalHeader();
    for (int place = 0; const int column : Seen)
        header->moveSection(header->visualIndex(column), place++);
    header->setSortIndicator(OrdersTable::Created, Qt::DescendingOrder);
    m_table->setSortingEnabled(true); // sorts as the header says
    connect(&m_table->manners(), &TableManners::rowActivated, m_details, &OrderDetails::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &OrdersPage::selectionChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &OrdersPage::selectionChanged);
}

QWidget *OrdersPage::createList()
{
    m_card->add(m_table);
    m_card->add(m_instead);
    m_card->setMinimumHeight(LeastRows * fontMetrics().height());
    m_instead->setDimmed(true);
    m_instead->setAlignment(Qt::AlignCenter);
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Small);
    layout->addWidget(m_card, 1);
    layout->addWidget(m_loadBar);
    return list;
}

QWidget *OrdersPage::createBody()
{
    m_paneCard->add(m_pane);
    m_paneCard->setMinimumHeight(LeastRows * fontMetrics().height());
    m_splitter->setObjectName(QStringLiteral("ordersSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Space::Medium);
    m_splitter->addWidget(createList());
    m_splitter->addWidget(m_paneCard);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Small);
    layout->addWidget(m_heading);
    layout->addWidget(m_totals);
    layout->addWidget(m_filter);
    layout->addWidget(m_splitter, 1);
    body->setFocusProxy(m_table);
    return body;
}

AnswerPage::Answer OrdersPage::answerOf(const PoolSnapshot &snapshot) const
{
    const OperationState<OrderPage> &orders = snapshot.orders;
    return {.attempt = orders,
        .operation = QStringLiteral("get-orders"),
        .known = orders.value.has_value(),
        .unreadableFields = orders.value ? orders.value->unreadableFields +
                                               m_loader->unreadableFields(accountOf(pool()).id)
                                         : QStringList(),
        .emptyWords = tr("Here you will see what was ordered for this user pool, and paid.")};
}

void OrdersPage::showAnswer(const PoolSnapshot &snapshot, bool /*refreshing*/, bool stale)
{
    const Account account = accountOf(pool());
    m_loader->setPool(account, snapshot.poolId);
    m_details->setPool(account);
    m_orders->setCurrency(account.currency);
    m_orders->setStale(stale);
    m_stale = stale;
    m_loader->absorb(snapshot.orders);
    updateCounts();
    updateDetails();
}

void OrdersPage::updateCounts()
{
    const Account account = accountOf(pool());
    const auto here = [&account](const QDateTime &moment) { return poolTime(account, moment); };
    const OrdersModel::State &state = m_model->state();
    const OrderText::Loaded loaded{.orders = m_model->rowCount(),
        .complete = state.complete,
        .stated = state.stated,
        .matching = m_filter->isSet() ? std::optional(m_orders->rowCount()) : std::nullopt,
        .agedSince = here(m_loader->agedSince())};
    WordsTable::Origin origin =
        originOf(pool().data(PoolsModel::SnapshotRole).value<PoolSnapshot>().orders);
    if (const QDateTime further = here(m_loader->furtherSince()); further.isValid())
        origin.asOf = std::min(origin.asOf, further);
    origin.complete = state.complete;
    origin.stated = state.stated;
    origin.missing = OrderText::missing(loaded);
    m_orders->setOrigin(origin);
    m_heading->setText(OrderText::heading(loaded));
    m_heading->setDimmed(m_stale);
    const QString totals = OrderText::totals(m_orders->totals(), account.currency);
    m_totals->setText(totals);
    m_totals->setHidden(totals.isEmpty());
    m_loadBar->show({.loaded = loaded,
        .canLoadMore = m_loader->canLoadMore(),
        .loading = state.loading,
        .heldUntil = here(m_loader->heldUntil()),
        .error = state.error,
        .host = account.host.host()});
    const bool shown = m_orders->rowCount() > 0;
    m_filter->setVisible(m_model->rowCount() > 0 || m_filter->isSet());
    m_table->setVisible(shown);
    m_instead->setVisible(!shown);
    m_instead->setText(m_model->rowCount() == 0 ? tr("Nothing was ordered for this user pool.")
                                                : tr("None of the loaded orders matches."));
}

void OrdersPage::applyFilter()
{
    m_orders->setStatusFilter(m_filter->status());
    m_orders->setTypeFilter(m_filter->type());
    m_orders->setFilterWords(m_filter->words());
    updateCounts();
}

void OrdersPage::updateDetails()
{
    const Account account = accountOf(pool());
    const int row = selectedRow();
    OrderDetails::Details details = m_details->details();
    details.heldUntil = poolTime(account, details.heldUntil);
    m_pane->show({.listed = row >= 0 ? std::optional(m_orders->orderAt(row)) : std::nullopt,
        .details = details,
        .currency = account.currency,
        .host = account.host.host()});
    arrange();
}

void OrdersPage::resizeEvent(QResizeEvent *event)
{
    AnswerPage::resizeEvent(event);
    arrange();
}

void OrdersPage::arrange()
{
    const int room = RoomForBoth * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const bool isWide = width() >= room;
    m_splitter->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    m_paneCard->setVisible(isWide || selectedRow() >= 0);
}

void OrdersPage::retranslate()
{
    setAccessibleName(tr("Orders"));
    setAccessibleDescription(tr("What was ordered for the chosen user pool, and paid"));
    m_table->setAccessibleName(tr("Orders"));
    m_table->setAccessibleDescription(
        tr("A row for each loaded order; Return asks for the selected one's payment at once"));
    m_orders->retranslate();
    updateDetails();
}

} // namespace genauth
