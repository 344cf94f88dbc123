// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/poolsidebar.h"

#include "app/dashboard/poollistproxy.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/pooldelegate.h"
#include "app/dashboard/widgets/sidebarrow.h"
#include "app/dashboard/widgets/textlabel.h"
#include "core/models/poolsmodel.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace genauth {

PoolSidebar::PoolSidebar(PoolsModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_proxy(new PoolListProxy(this))
    , m_allRow(new SidebarRow(SidebarRow::Sign::Grid, theme, this))
    , m_title(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_filter(new QLineEdit(this))
    , m_nothing(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_list(new QListView(this))
    , m_moveUpAction(new QAction(this))
    , m_moveDownAction(new QAction(this))
    , m_worstFirstAction(new QAction(this))
{
    setAutoFillBackground(true);
    m_allRow->setObjectName(QStringLiteral("allPoolsRow"));
    connect(m_allRow, &SidebarRow::clicked, this, &PoolSidebar::chooseAllPools);
    m_allRow->installEventFilter(this);
    createFilter();
    createList();
    createActions();
    m_title->setContentsMargins(Space::Large, Space::Small, Space::Small, 0);
    auto *filterArea = new QHBoxLayout;
    filterArea->setContentsMargins(Space::Large, Space::Tiny, Space::Medium, Space::Small);
    filterArea->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::Small, 0, Space::Small);
    layout->setSpacing(Space::Tiny);
    layout->addWidget(m_allRow);
    layout->addWidget(m_title);
    layout->addLayout(filterArea);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    followModel();
    connect(&theme, &Theme::changed, this, &PoolSidebar::applyTheme);
    setOrderedByUser(false);
    countPools();
    updateActions();
    applyTheme();
    retranslate();
}

void PoolSidebar::createFilter()
{
    m_filter->setObjectName(QStringLiteral("poolFilterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &PoolSidebar::filterChanged);
    m_nothing->setObjectName(QStringLiteral("noPoolMatchesLabel"));
    m_nothing->setContentsMargins(Space::Large, Space::Tiny, Space::Small, 0);
    m_nothing->hide();
}

void PoolSidebar::createList()
{
    m_list->setObjectName(QStringLiteral("poolListView"));
    m_list->setItemDelegate(new PoolDelegate(m_theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTabKeyNavigation(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::customContextMenuRequested, this, &PoolSidebar::requestMenu);
    connect(m_proxy, &PoolListProxy::orderChosen, this, &PoolSidebar::orderChosen);
}

void PoolSidebar::createActions()
{
    m_moveUpAction->setObjectName(QStringLiteral("movePoolUpAction"));
    m_moveUpAction->setShortcut(Qt::ALT | Qt::Key_Up);
    connect(m_moveUpAction, &QAction::triggered, this, [this] { moveCurrent(-1); });
    m_moveDownAction->setObjectName(QStringLiteral("movePoolDownAction"));
    m_moveDownAction->setShortcut(Qt::ALT | Qt::Key_Down);
    connect(m_moveDownAction, &QAction::triggered, this, [this] { moveCurrent(1); });
    for (QAction *action : {m_moveUpAction, m_moveDownAction}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
    }
    m_worstFirstAction->setObjectName(QStringLiteral("worstFirstAction"));
    m_worstFirstAction->setCheckable(true);
    connect(m_worstFirstAction, &QAction::triggered, this, [this] {
        updateActions(); // the owner decides whether it is so
        emit worstFirstChosen();
    });
}

void PoolSidebar::followModel()
{
    // Before the proxy hears of it, which takes its rows away while the model still has them.
    connect(&m_model, &PoolsModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) {
            const int row = m_model.rowOf(m_currentPool);
            m_currentLeaves = row >= first && row <= last;
        });
    m_proxy->setSourceModel(&m_model);
    // Before the view hears of it, and chooses another row in place of the one that goes.
    connect(m_proxy, &PoolListProxy::rowsAboutToBeRemoved, this, [this] { ++m_quiet; });
    connect(m_proxy, &PoolListProxy::layoutAboutToBeChanged, this, [this] {
        m_currentWasVisible =
            m_list->visualRect(m_list->currentIndex()).intersects(m_list->viewport()->rect());
    });
    m_list->setModel(m_proxy);
    connect(m_proxy, &PoolListProxy::rowsRemoved, this, [this] {
        --m_quiet;
        if (!m_currentLeaves)
            showChoice(); // the filter may have hidden it
    });
    connect(&m_model, &PoolsModel::rowsRemoved, this, &PoolSidebar::currentLeft);
    connect(m_proxy, &PoolListProxy::rowsInserted, this, &PoolSidebar::showChoice);
    connect(m_proxy, &PoolListProxy::layoutChanged, this, &PoolSidebar::keepCurrentVisible);
    connect(m_proxy, &PoolListProxy::modelReset, this, [this] {
        m_currentPool = {};
        m_allRow->setChecked(false);
    });
    for (auto signal : {&PoolsModel::rowsInserted, &PoolsModel::rowsRemoved})
        connect(&m_model, signal, this, &PoolSidebar::countPools);
    connect(&m_model, &PoolsModel::modelReset, this, &PoolSidebar::countPools);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PoolSidebar::selectionChanged);
}

QModelIndex PoolSidebar::currentIndex() const
{
    return m_model.index(m_model.rowOf(m_currentPool), 0);
}

void PoolSidebar::setCurrentPool(const QUuid &accountId)
{
    if (m_model.rowOf(accountId) < 0)
        return;
    if (!m_proxy->indexOf(accountId).isValid())
        m_filter->clear();
    choose(accountId);
}

QUuid PoolSidebar::firstPool() const
{
    return m_proxy->idAt(0);
}

bool PoolSidebar::isAllPoolsChosen() const
{
    return m_allRow->isChecked();
}

void PoolSidebar::chooseAllPools()
{
    m_currentPool = {};
    m_allRow->setChecked(true);
    showChoice();
    emit allPoolsChosen();
}

void PoolSidebar::setOrderedByUser(bool byUser)
{
    m_proxy->setOrder(byUser ? PoolListProxy::Order::ByUser : PoolListProxy::Order::WorstFirst);
    updateActions();
    m_list->scrollTo(m_list->currentIndex());
}

bool PoolSidebar::isOrderedByUser() const
{
    return m_proxy->order() == PoolListProxy::Order::ByUser;
}

void PoolSidebar::focusChoice()
{
    (isAllPoolsChosen() ? static_cast<QWidget *>(m_allRow) : m_list)->setFocus();
}

void PoolSidebar::choose(const QUuid &accountId)
{
    const bool another = accountId != m_currentPool;
    m_currentPool = accountId;
    m_allRow->setChecked(false);
    showChoice();
    if (another)
        emit poolChosen(currentIndex());
}

void PoolSidebar::showChoice()
{
    const QModelIndex current = m_proxy->indexOf(m_currentPool);
    const QScopedValueRollback quiet(m_quiet, m_quiet + 1);
    if (!current.isValid())
        m_list->selectionModel()->clear();
    else if (!m_list->selectionModel()->isSelected(current))
        m_list->setCurrentIndex(current);
    updateActions();
}

void PoolSidebar::selectionChanged()
{
    if (m_quiet > 0)
        return;
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        showChoice(); // a pool cannot be unchosen
    else
        choose(m_proxy->idAt(selected.first().row()));
}

void PoolSidebar::currentLeft()
{
    if (!std::exchange(m_currentLeaves, false))
        return;
    // The view has gone on to a neighbour, unless the filter hid the pool.
    const QModelIndex next = m_list->currentIndex();
    if (m_proxy->rowCount() > 0)
        choose(m_proxy->idAt(std::max(0, next.row())));
    else
        chooseAllPools();
}

void PoolSidebar::keepCurrentVisible()
{
    if (m_currentWasVisible)
        m_list->scrollTo(m_list->currentIndex());
    updateActions();
}

void PoolSidebar::countPools()
{
    const bool many = m_model.rowCount() > PoolsWithoutFilter;
    if (!many)
        m_filter->clear();
    m_filter->setVisible(many);
    m_nothing->setVisible(m_proxy->isFiltered() && m_proxy->rowCount() == 0);
    updateActions();
}

void PoolSidebar::filterChanged()
{
    m_proxy->setFilterText(m_filter->text());
    m_list->setDragEnabled(!m_proxy->isFiltered());
    m_list->scrollTo(m_list->currentIndex());
    countPools();
}

} // namespace genauth
