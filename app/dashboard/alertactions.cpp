// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/alertactions.h"

#include "app/dashboard/alertrehearsal.h"
#include "app/dashboard/dialogs/preferencesdialog.h"
#include "app/dashboard/dialogs/rehearsaldialog.h"
#include "app/dashboard/pages/alertspage.h"
#include "app/dashboard/session.h"
#include "app/dashboard/tableexport.h"
#include "core/accounts/ownpools.h"
#include "core/alerts/alertcenter.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/refreshscheduler.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

#include <utility>

namespace genauth {

AlertActions::AlertActions(const Collaborators &with, QWidget *window)
    : QObject(window)
    , m_with(with)
    , m_window(window)
    , m_alertsAction(createAction("alertsAction", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)))
    , m_toolAction(createAction("alertsToolAction", {}))
    , m_rehearsalAction(createAction("rehearsalAction", {}))
    , m_preferencesAction(createAction("preferencesAction", QKeySequence(Qt::CTRL | Qt::Key_Comma)))
{
    m_alertsAction->setCheckable(true);
    m_preferencesAction->setMenuRole(QAction::PreferencesRole);
    connect(m_toolAction, &QAction::triggered, m_alertsAction, &QAction::toggle);
    connect(m_rehearsalAction, &QAction::triggered, this, [this] { openRehearsal({}); });
    connect(m_preferencesAction, &QAction::triggered, this, [this] { openPreferences(); });
    createPage();
    connect(&m_with.center, &AlertCenter::changed, this, &AlertActions::updateRecords);
    updateRecords();
}

AlertActions::~AlertActions() = default;

QAction *AlertActions::createAction(const char *name, const QKeySequence &key)
{
    auto *action = new QAction(m_window);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    m_window->addAction(action);
    return action;
}

void AlertActions::createPage()
{
    m_page = new AlertsPage({m_model, m_with.pools, m_with.theme, m_with.clock}, m_window);
    m_page->setObjectName(QStringLiteral("alertsPage"));
    connect(m_page, &AlertsPage::snoozeRequested, &m_with.center, &AlertCenter::snooze);
    connect(m_page, &AlertsPage::acknowledgeRequested, &m_with.center, &AlertCenter::acknowledge);
    connect(m_page, &AlertsPage::poolRequested, this, &AlertActions::poolRequested);
    connect(m_page, &AlertsPage::rehearsalRequested, this, &AlertActions::openRehearsal);
    connect(m_page, &AlertsPage::thresholdsRequested, this,
        [this](AlertRule rule, const QUuid &id) { openPreferences()->showRule(rule, id); });
}

void AlertActions::updateRecords()
{
    const bool isDemo = m_with.session.isDemo();
    QList<AlertRecord> shown = m_with.center.records();
    shown.removeIf([&](const AlertRecord &record) {
        const QUuid &account = record.alert.key.account;
        return isDemo ? m_with.pools.rowOf(account) < 0 : !m_with.own.pool(account);
    });
    m_model.setRecords(shown);
    tellOpenCount();
}

void AlertActions::tellOpenCount()
{
    const int open = m_model.openCount();
    m_alertsAction->setText(open > 0 ? tr("A&lerts (%1)").arg(open) : tr("A&lerts"));
    m_toolAction->setText(open > 0 ? tr("Alerts (%1)").arg(open) : tr("Alerts"));
    m_toolAction->setToolTip(tr("What fired, and when (Ctrl+Shift+A)"));
    emit retold();
}

void AlertActions::retranslate()
{
    m_rehearsalAction->setText(tr("What will &fire, and when…"));
    m_preferencesAction->setText(tr("&Preferences…"));
    m_alertsAction->setStatusTip(tr("Show the alerts of all pools"));
    tellOpenCount();
}

void AlertActions::openRehearsal(const QUuid &accountId)
{
    auto *dialog = new RehearsalDialog(
        {m_with.pools, m_with.theme, m_with.clock, rehearsalOf(m_with.center, m_with.clock)},
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    for (TableExport *menu : dialog->findChildren<TableExport *>())
        menu->rememberMark(m_with.settings);
    dialog->choosePool(accountId);
    connect(dialog, &RehearsalDialog::said, this, &AlertActions::said);
    dialog->open();
}

PreferencesDialog *AlertActions::openPreferences()
{
    if (m_preferences)
        return m_preferences;
    m_preferences = new PreferencesDialog({.settings = m_with.settings,
                                              .language = m_with.language,
                                              .theme = m_with.theme,
                                              .pools = m_with.pools,
                                              .loginStart = m_with.loginStart,
                                              .testHook = m_with.testHook,
                                              .store = &m_with.store,
                                              .storeFile = m_with.store.file(),
                                              .hasTray = !m_with.hasTray || m_with.hasTray()},
        m_window);
    m_preferences->setAttribute(Qt::WA_DeleteOnClose);
    wire(m_preferences);
    m_preferences->open();
    return m_preferences;
}

void AlertActions::openPoolAlerts(const QUuid &accountId)
{
    openPreferences()->showRule(AlertRules.front(), accountId);
}

void AlertActions::wire(PreferencesDialog *dialog)
{
    connect(dialog, &PreferencesDialog::languageChosen, this, &AlertActions::languageChosen);
    connect(dialog, &PreferencesDialog::themeChosen, this, &AlertActions::themeChosen);
    connect(
        dialog, &PreferencesDialog::intervalChosen, this, [this](std::chrono::minutes interval) {
            m_with.scheduler.setInterval(interval);
            m_with.center.setInterval(interval);
        });
    connect(
        dialog, &PreferencesDialog::alertSettingsChosen, &m_with.center, &AlertCenter::setSettings);
    connect(dialog, &PreferencesDialog::historyDaysChosen, this,
        [this](int days) { m_with.store.setHistoryLimits({.daysWhole = days}); });
    connect(dialog, &PreferencesDialog::clearHistoryRequested, this, [this, dialog] {
        m_with.center.forgetEnded();
        // A store that keeps nothing has nothing to clear.
        if (m_with.store.keepsNothing()) {
            dialog->sayHistoryCleared({});
            return;
        }
        m_with.store.clearHistory();
    });
    connect(&m_with.store, &BillingStore::historyCleared, dialog,
        [dialog] { dialog->sayHistoryCleared({}); });
    connect(
        &m_with.store, &BillingStore::writeProblem, dialog, [dialog](BillingStoreProblem problem) {
            if (problem == BillingStoreProblem::NotWritten)
                dialog->sayHistoryCleared(
                    tr("The history could not be cleared: the disk takes nothing."));
        });
}

} // namespace genauth
