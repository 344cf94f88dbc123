// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/rightspage.h"

#include "app/dashboard/rightstable.h"
#include "app/dashboard/widgets/filterpanel.h"
#include "app/dashboard/widgets/tabledelegate.h"
#include "app/dashboard/widgets/tablemanners.h"
#include "app/text/rightstext.h"
#include "core/models/rightsmodel.h"

#include <QHeaderView>
#include <QTreeView>

#include <array>

namespace genauth {

namespace {

/** How wide the columns are at first, in digits. */
constexpr std::array<int, RightsTable::ColumnCount> Widths{44, 40, 26};

RightsTable *tableOf(RightsModel &model, const Theme &theme, QObject *parent)
{
    auto *rights = new RightsTable(theme, parent);
    rights->setSourceModel(&model);
    return rights;
}

} // namespace

RightsPage::RightsPage(const Collaborators &with, QWidget *parent)
    : AnswerPage(with, parent)
    , m_model(new RightsModel(this))
    , m_rights(tableOf(*m_model, with.theme, this))
    , m_view(new QTreeView)
    , m_panel(new FilterPanel(with.theme, m_view))
{
    setUpView(with.theme);
    connect(m_panel, &FilterPanel::filterChanged, this, [this] {
        m_rights->setFilterWords(m_panel->filter());
        updateRows();
    });
    setBody(m_panel);
    retranslate();
    updateContents();
}

void RightsPage::setUpView(const Theme &theme)
{
    m_view->setObjectName(QStringLiteral("rightsTreeView"));
    m_view->setModel(m_rights);
    m_view->setItemDelegate(new TableDelegate(theme, m_view));
    m_view->setIndentation(0);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false); // headings, not folders
    m_view->setExpandsOnDoubleClick(false);
    m_view->setUniformRowHeights(true);
    new TableManners(*m_view, *m_view->header(), theme, RightsTable::Name);
    m_view->header()->setSectionsClickable(true);
    m_view->header()->setStretchLastSection(true);
    const int digit = m_view->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; const int width : Widths)
        m_view->header()->resizeSection(column++, width * digit);
    m_view->header()->setSortIndicator(RightsTable::Name, Qt::AscendingOrder);
    m_view->setSortingEnabled(true); // sorts as the header says
    // The view forgets a heading that the filter took away for a while.
    connect(m_rights, &QAbstractItemModel::rowsInserted, this, &RightsPage::openHeadings);
    connect(m_rights, &QAbstractItemModel::layoutChanged, this, &RightsPage::openHeadings);
}

void RightsPage::openHeadings()
{
    for (int row = 0; row < m_rights->rowCount(); ++row) {
        const QModelIndex heading = m_rights->index(row, 0);
        if (!m_view->isFirstColumnSpanned(row, {}))
            m_view->setFirstColumnSpanned(row, {}, true);
        if (!m_view->isExpanded(heading))
            m_view->expand(heading);
    }
}

AnswerPage::Answer RightsPage::answerOf(const PoolSnapshot &snapshot) const
{
    const OperationState<Rights> &rights = snapshot.rights;
    return {.attempt = rights,
        .operation = QStringLiteral("get-all-rights-items"),
        .known = rights.value.has_value(),
        .unreadableFields = rights.value ? rights.value->unreadableFields : QStringList(),
        .emptyWords = tr("Here you will see everything that the package includes.")};
}

void RightsPage::showAnswer(const PoolSnapshot &snapshot, bool refreshing, bool stale)
{
    m_model->setRights(snapshot.rights, refreshing);
    m_rights->setStale(stale);
    m_rights->setOrigin(originOf(snapshot.rights));
    m_stale = stale;
    openHeadings();
    updateRows();
}

void RightsPage::startAnew()
{
    m_panel->startAnew();
}

void RightsPage::updateRows()
{
    const int all = m_model->count();
    m_panel->show({.summary = RightsText::summary(all),
        .all = all,
        .shown = m_rights->shownRights(),
        .emptyWords = tr("GenAuth lists no right of this package."),
        .stale = m_stale});
}

void RightsPage::retranslate()
{
    setAccessibleName(tr("Rights"));
    setAccessibleDescription(tr("What the package of the chosen user pool includes"));
    m_view->setAccessibleName(tr("Rights of the package"));
    m_view->setAccessibleDescription(tr("A row for each right, under a heading for each data "
                                        "type"));
    m_rights->retranslate();
}

} // namespace genauth
