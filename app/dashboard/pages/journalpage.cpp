// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/journalpage.h"

#include "app/dashboard/journaltable.h"
#include "app/dashboard/tableexport.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/filterpanel.h"
#include "app/dashboard/widgets/rowkeeper.h"
#include "core/models/journalmodel.h"
#include "core/models/poolsmodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include <array>

namespace genauth {

namespace {

/** How wide the columns are at first, in digits. */
constexpr std::array<int, JournalTable::ColumnCount> Widths{31, 22, 17, 31, 31};

} // namespace

JournalPage::JournalPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new JournalModel(this))
    , m_changes(new JournalTable(*m_model, theme, this))
    , m_table(new DataTable(theme, *m_changes, JournalTable::Field))
    , m_panel(new FilterPanel(theme, m_table, this))
    , m_export(new Button("exportChangesButton", theme, Button::Weight::Usual, this))
{
    createTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_export, 0, Qt::AlignLeft);
    setFocusProxy(m_table);
    connect(m_panel, &FilterPanel::filterChanged, this, [this](const QString &words) {
        m_changes->setFilterWords(words);
        updateRows();
    });
    m_export->setMenu(m_table->manners().exportMenu());
    retranslate();
}

void JournalPage::createTable()
{
    m_table->setObjectName(QStringLiteral("changesTableView"));
    m_table->setColumnWidths(Widths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(JournalTable::Seen, Qt::DescendingOrder);
    m_table->setSortingEnabled(true); // sorts as the header says
    new RowKeeper(*m_table);
}

Account JournalPage::account() const
{
    return m_pool.data(PoolsModel::AccountRole).value<Account>();
}

void JournalPage::setPool(const QModelIndex &index)
{
    m_pool = index;
    const QUuid id = account().id;
    if (id != m_shown) {
        m_shown = id;
        m_model->clear();
        m_panel->startAnew();
        readAgain();
    }
    updateContents();
}

void JournalPage::updateContents()
{
    const Account shown = account();
    m_changes->setContext({shown.clockOffset, shown.currency});
    m_changes->setOrigin({.account = shown.id, .poolName = shown.name});
    updateRows();
}

void JournalPage::setDetailsVisible(bool /*visible*/)
{
    // There is nothing here that support would ask for.
}

void JournalPage::readAgain()
{
    if (!m_shown.isNull())
        emit entriesRequested(m_shown);
}

void JournalPage::showEntries(const QUuid &accountId, const JournalEntries &entries)
{
    if (accountId != m_shown)
        return;
    m_model->setEntries(entries);
    updateRows();
}

void JournalPage::entriesAdded(const QUuid &accountId)
{
    if (accountId == m_shown)
        readAgain();
}

void JournalPage::updateRows()
{
    m_panel->show({.summary = JournalText::summary(m_model->rowCount()),
        .all = m_model->rowCount(),
        .shown = m_changes->rowCount(),
        .emptyWords = tr("No change is on record. Here you will see what changes in this pool's "
                         "package and orders, and when it was first seen.")});
    m_export->setVisible(m_changes->rowCount() > 0);
}

void JournalPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JournalPage::retranslate()
{
    setAccessibleName(tr("Changes"));
    setAccessibleDescription(tr("What changed between the refreshes of the chosen user pool"));
    m_table->setAccessibleName(tr("Changes"));
    m_table->setAccessibleDescription(tr("A row for each field that changed, newest first"));
    m_export->setWords(tr("&Export…"), tr("Writes the rows that are shown into a file"));
    m_changes->retranslate();
    updateRows();
}

} // namespace genauth
