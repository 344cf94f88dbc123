// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/usagepage.h"

#include "app/dashboard/usagetable.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/filterpanel.h"
#include "app/text/usagetext.h"
#include "core/models/usagemodel.h"

#include <QHeaderView>

#include <array>

namespace genauth {

namespace {

/** How wide the columns are at first, in digits. */
constexpr std::array<int, UsageTable::ColumnCount> Widths{28, 26, 29, 11, 18};

UsageTable *tableOf(UsageModel &model, const Theme &theme, QObject *parent)
{
    auto *rights = new UsageTable(theme, parent);
    rights->setSourceModel(&model);
    return rights;
}

} // namespace

UsagePage::UsagePage(const Collaborators &with, QWidget *parent)
    : AnswerPage(with, parent)
    , m_model(new UsageModel(this))
    , m_rights(tableOf(*m_model, with.theme, this))
    , m_table(new DataTable(with.theme, *m_rights, UsageTable::Name))
    , m_panel(new FilterPanel(with.theme, m_table))
{
    m_table->setObjectName(QStringLiteral("usageTableView"));
    m_table->setColumnWidths(Widths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(UsageTable::Percent, Qt::DescendingOrder);
    m_table->setSortingEnabled(true); // sorts as the header says
    connect(m_panel, &FilterPanel::filterChanged, this, [this] {
        m_rights->setFilterWords(m_panel->filter());
        updateRows();
    });
    setBody(m_panel);
    retranslate();
    updateContents();
}

AnswerPage::Answer UsagePage::answerOf(const PoolSnapshot &snapshot) const
{
    const OperationState<Usage> &usage = snapshot.usage;
    return {.attempt = usage,
        .operation = QStringLiteral("get-usage-info"),
        .known = usage.value.has_value(),
        .unreadableFields = usage.value ? usage.value->unreadableFields : QStringList(),
        .emptyWords = tr("Here you will see how much of each right is used.")};
}

void UsagePage::showAnswer(const PoolSnapshot &snapshot, bool refreshing, bool stale)
{
    m_model->setUsage(snapshot.usage, refreshing);
    m_rights->setStale(stale);
    m_rights->setOrigin(originOf(snapshot.usage));
    m_summary = snapshot.usage.value ? UsageText::summary(snapshot.usage.value->rights) : QString();
    m_stale = stale;
    updateRows();
}

void UsagePage::startAnew()
{
    m_panel->startAnew();
}

void UsagePage::updateRows()
{
    m_panel->show({.summary = m_summary,
        .all = m_model->rowCount(),
        .shown = m_rights->rowCount(),
        .emptyWords = tr("GenAuth counts the use of no right of this pool."),
        .stale = m_stale});
}

void UsagePage::retranslate()
{
    setAccessibleName(tr("Usage"));
    setAccessibleDescription(tr("How much of each right the chosen user pool uses"));
    m_table->setAccessibleName(tr("Rights in use"));
    m_table->setAccessibleDescription(tr("A row for each right, those nearest to their limit "
                                         "first"));
    m_rights->retranslate();
}

} // namespace genauth
