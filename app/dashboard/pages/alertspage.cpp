// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/alertspage.h"

#include "app/dashboard/alertbuttons.h"
#include "app/dashboard/alertsdelegate.h"
#include "app/dashboard/alertstable.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/filterpanel.h"
#include "app/dashboard/widgets/rowkeeper.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/alerttext.h"
#include "app/text/formatting.h"
#include "core/alerts/alertsmodel.h"
#include "core/models/poolsmodel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace genauth {

namespace {

/** How wide the columns are at first, in digits. */
constexpr std::array<int, AlertsTable::ColumnCount> Widths{31, 17, 35, 34, 24};

} // namespace

AlertsPage::AlertsPage(const Collaborators &with, QWidget *parent)
    : QWidget(parent)
    , m_with(with)
    , m_alerts(new AlertsTable(
          {with.alerts, with.pools, with.theme, with.clock}, AlertsTable::Kind::Fired, this))
    , m_table(new DataTable(with.theme, *m_alerts, AlertsTable::What))
    , m_panel(new FilterPanel(with.theme, m_table, this))
    , m_openOnly(new QCheckBox(this))
    , m_rehearsal(new Button("rehearsalButton", with.theme, Button::Weight::Usual, this))
    , m_sentence(new TextLabel(TextLabel::Role::Text, with.theme, this))
    , m_buttons(new AlertButtons(with.theme, this))
{
    m_sentence->setObjectName(QStringLiteral("alertSentenceLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    createTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(createTop());
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_sentence);
    layout->addWidget(m_buttons);
    setFocusProxy(m_table);
    connect(m_panel, &FilterPanel::filterChanged, this, &AlertsPage::applyFilter);
    connectButtons();
    followModels();
    retranslate();
}

QWidget *AlertsPage::createTop()
{
    auto *top = new QWidget(this);
    m_openOnly->setObjectName(QStringLiteral("openOnlyCheckBox"));
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_openOnly);
    layout->addStretch(1);
    layout->addWidget(m_rehearsal);
    return top;
}

void AlertsPage::createTable()
{
    m_table->setObjectName(QStringLiteral("alertsTableView"));
    m_table->setItemDelegate(new AlertsDelegate(m_with.theme, m_table));
    m_table->setColumnWidths(Widths);
    QHeaderView *header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(AlertsTable::Standing), AlertsTable::Numbers);
    header->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(AlertsTable::When, Qt::DescendingOrder);
    m_table->setSortingEnabled(true); // sorts as the header says
    new RowKeeper(*m_table);
    TableManners &manners = m_table->manners();
    manners.leaveRowMenusToOthers();
    connect(&manners, &TableManners::rowMenuRequested, this,
        [this](const QModelIndex & /*row*/, const QPoint &at) { openMenu(at); });
    connect(&manners, &TableManners::rowActivated, this, [this](const QModelIndex &index) {
        const AlertRecord &record = m_alerts->recordAt(index.row());
        if (m_alerts->accountOf(record))
            emit poolRequested(record.alert.key.account);
    });
}

void AlertsPage::connectButtons()
{
    connect(m_openOnly, &QCheckBox::toggled, this, &AlertsPage::applyFilter);
    connect(m_rehearsal, &Button::clicked, this, [this] { emit rehearsalRequested({}); });
    const auto openIds = [this] {
        QList<qint64> ids;
        for (const AlertRecord &record : selected()) {
            if (record.isOpen())
                ids << record.id;
        }
        return ids;
    };
    connect(m_buttons, &AlertButtons::snoozeRequested, this,
        [this, openIds](AlertCenter::Snooze how) { emit snoozeRequested(openIds(), how); });
    connect(m_buttons, &AlertButtons::acknowledgeRequested, this,
        [this, openIds] { emit acknowledgeRequested(openIds()); });
    connect(m_buttons, &AlertButtons::poolRequested, this,
        [this] { emit poolRequested(selected().constFirst().alert.key.account); });
    connect(m_buttons, &AlertButtons::poolThresholdsRequested, this, [this] {
        const AlertKey key = selected().constFirst().alert.key;
        emit thresholdsRequested(key.rule, key.account);
    });
    connect(m_buttons, &AlertButtons::allThresholdsRequested, this,
        [this] { emit thresholdsRequested(selected().constFirst().alert.key.rule, {}); });
}

void AlertsPage::followModels()
{
    m_rowsTimer.setSingleShot(true);
    m_rowsTimer.setInterval(0);
    connect(&m_rowsTimer, &QTimer::timeout, this, &AlertsPage::updateContents);
    const auto soon = qOverload<>(&QTimer::start);
    const QList<const QAbstractItemModel *> models{&m_with.alerts, &m_with.pools};
    for (const QAbstractItemModel *model : models) {
        connect(model, &QAbstractItemModel::rowsInserted, &m_rowsTimer, soon);
        connect(model, &QAbstractItemModel::rowsRemoved, &m_rowsTimer, soon);
        connect(model, &QAbstractItemModel::modelReset, &m_rowsTimer, soon);
        connect(model, &QAbstractItemModel::dataChanged, &m_rowsTimer, soon);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &AlertsPage::updateSelected);
}

QList<AlertRecord> AlertsPage::selected() const
{
    QList<AlertRecord> records;
    for (const QModelIndex &row : m_table->manners().selectedRows())
        records << m_alerts->recordAt(row.row());
    return records;
}

void AlertsPage::openMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(m_table);
    menu->setObjectName(QStringLiteral("alertMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_buttons->actionsForMenu());
    menu->addSeparator();
    menu->addActions(m_table->manners().actions());
    menu->popup(globalPosition);
}

void AlertsPage::applyFilter()
{
    m_alerts->setOpenOnly(m_openOnly->isChecked());
    m_alerts->setFilterWords(m_panel->filter());
    updateRows();
}

void AlertsPage::updateContents()
{
    m_alerts->retell();
    updateRows();
}

void AlertsPage::updateRows()
{
    const int all = m_with.alerts.rowCount();
    const int open = m_with.alerts.openCount();
    const QString nothing =
        all == 0 ? tr("No alert has fired yet. Here you will see what fired, when, and on which "
                      "numbers. What will fire, and when, is behind the button above.")
                 : tr("No alert is open. Those that have ended, or were acknowledged, are shown "
                      "without “Open only”.");
    m_panel->show({.summary = AlertText::openCount(open),
        .all = m_openOnly->isChecked() ? open : all,
        .shown = m_alerts->rowCount(),
        .emptyWords = nothing});
    m_openOnly->setVisible(all > 0);
    m_buttons->setVisible(m_alerts->rowCount() > 0);
    updateSelected();
}

void AlertsPage::updateSelected()
{
    const QList<AlertRecord> records = selected();
    QSet<QUuid> pools;
    QSet<AlertRule> rules;
    for (const AlertRecord &record : records) {
        pools.insert(record.alert.key.account);
        rules.insert(record.alert.key.rule);
    }
    const bool onePool = pools.size() == 1 && m_alerts->accountOf(records.constFirst()).has_value();
    m_buttons->setPossible({.hush = std::any_of(records.cbegin(), records.cend(),
                                [](const AlertRecord &record) { return record.isOpen(); }),
        .openPool = onePool,
        .thresholds = rules.size() == 1,
        .ofThisPool = onePool});
    m_sentence->setVisible(records.size() == 1);
    if (records.size() == 1)
        m_sentence->setText(AlertText::sentence(
            records.constFirst().alert, m_alerts->clockOffsetOf(records.constFirst())));
}

void AlertsPage::showAlert(qint64 id)
{
    const QModelIndexList found = m_with.alerts.match(
        m_with.alerts.index(0, 0), AlertsModel::IdRole, QVariant(id), 1, Qt::MatchExactly);
    if (found.isEmpty())
        return;
    if (!m_alerts->mapFromSource(found.constFirst()).isValid()) {
        m_openOnly->setChecked(false);
        m_panel->startAnew();
    }
    const QModelIndex row = m_alerts->mapFromSource(found.constFirst());
    m_table->setCurrentIndex(row);
    m_table->scrollTo(row);
}

void AlertsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AlertsPage::retranslate()
{
    setAccessibleName(tr("Alerts"));
    setAccessibleDescription(tr("What fired in all user pools, newest first"));
    m_table->setAccessibleName(tr("Alerts"));
    m_table->setAccessibleDescription(
        tr("A row for each alert, newest first; Return opens the alert's pool"));
    m_openOnly->setText(tr("Open onl&y"));
    m_openOnly->setAccessibleDescription(
        tr("Leaves out what has ended, was acknowledged, or is good news"));
    m_openOnly->setToolTip(m_openOnly->accessibleDescription());
    m_rehearsal->setWords(tr("What &will fire, and when…"),
        tr("A rehearsal of the coming alerts: nothing is sent or stored"));
    m_alerts->retranslate();
    updateRows();
}

} // namespace genauth
