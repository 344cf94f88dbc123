// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window offers to do, and when.

#include "app/dashboard/alertactions.h"
#include "app/dashboard/mainwindow.h"
#include "app/dashboard/pages/alertspage.h"
#include "app/dashboard/pages/poolpages.h"
#include "app/dashboard/pages/poolspage.h"
#include "app/dashboard/poolactions.h"
#include "app/dashboard/reportactions.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "app/text/formatting.h"
#include "core/accounts/ownpools.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <QAction>
#include <QActionGroup>
#include <QStatusBar>

#include <algorithm>
#include <utility>

namespace genauth {

QAction *MainWindow::createAction(const char *name, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    return action;
}

void MainWindow::createActions()
{
    m_refreshAction =
        createAction("refreshAction", {Qt::Key_F5, QKeySequence(Qt::CTRL | Qt::Key_R)});
    connect(m_refreshAction, &QAction::triggered, this, &MainWindow::refresh);
    m_stopAction = createAction("stopAction", {Qt::Key_Escape});
    connect(m_stopAction, &QAction::triggered, this, [this] {
        m_with.refresher.cancel();
        say(tr("Refresh stopped."));
    });
    // QKeySequence::Quit is empty on desktops other than KDE's and GNOME's.
    m_quitAction = createAction("quitAction", {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    m_quitAction->setMenuRole(QAction::QuitRole);
    connect(m_quitAction, &QAction::triggered, this, &MainWindow::quit);
    createPoolActions();
    createAlertActions();
    createSlotActions();
    createLanguageActions();
    createThemeActions();
    createHelpActions();
}

void MainWindow::createPoolActions()
{
    m_poolActions = new PoolActions({m_with.session, m_with.pools, m_with.refresher,
                                        m_with.scheduler, m_with.language, m_with.theme},
        this);
    connect(m_poolActions, &PoolActions::said, this, &MainWindow::say);
    m_reportActions =
        new ReportActions({m_with.model, m_with.settings, m_with.language, m_with.clock}, this);
    connect(m_reportActions, &ReportActions::said, this, &MainWindow::say);
    connect(m_poolActions, &PoolActions::alertsRequested, this,
        [this](const QUuid &id) { m_alertActions->openPoolAlerts(id); });
    m_allPoolsAction = createAction("allPoolsAction", {QKeySequence(Qt::CTRL | Qt::Key_0)});
    connect(m_allPoolsAction, &QAction::triggered, this, [this] {
        m_sidebar->chooseAllPools();
        m_poolsPage->setFocus();
    });
    m_demoAction = createAction("demoAction", {QKeySequence(Qt::CTRL | Qt::Key_D)});
    connect(m_demoAction, &QAction::triggered, this, &MainWindow::startDemo);
    m_leaveDemoAction =
        createAction("leaveDemoAction", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)});
    connect(m_leaveDemoAction, &QAction::triggered, &m_with.session, &Session::endDemo);
    m_leaveDemoToolAction = createAction("leaveDemoToolAction", {});
    connect(m_leaveDemoToolAction, &QAction::triggered, &m_with.session, &Session::endDemo);
    m_consoleAction = createAction("consoleAction", {QKeySequence(Qt::CTRL | Qt::Key_O)});
    connect(m_consoleAction, &QAction::triggered, this, &MainWindow::openConsole);
    m_detailsAction = createAction("detailsAction", {QKeySequence(Qt::CTRL | Qt::Key_I)});
    m_detailsAction->setCheckable(true);
    connect(m_detailsAction, &QAction::toggled, this,
        [this](bool checked) { m_poolPages->setDetailsVisible(checked); });
}

void MainWindow::createAlertActions()
{
    m_alertActions =
        new AlertActions({m_with.alerts, m_with.model, m_with.session, m_with.pools, m_with.store,
                             m_with.scheduler, m_with.settings, m_with.language, m_with.theme,
                             m_with.clock, m_with.loginStart, m_with.testHook, m_with.hasTray},
            this);
    connect(m_alertActions, &AlertActions::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_alertActions, &AlertActions::said, this, &MainWindow::say);
    connect(m_alertActions, &AlertActions::themeChosen, this, &MainWindow::chooseTheme);
    connect(m_alertActions, &AlertActions::poolRequested, this, [this](const QUuid &id) {
        showPool(id);
        showCurrentPage();
        focusPools();
    });
    connect(m_alertActions->alertsAction(), &QAction::toggled, this, [this](bool shown) {
        showCurrentPage();
        if (shown)
            m_alertActions->page()->setFocus();
    });
}

void MainWindow::createSlotActions()
{
    m_slotActions = new QActionGroup(this);
    QList<int> choices{1, 2, 4, 8, 16, 32, Settings::MostSlots};
    const int current = m_with.settings.slotCount();
    if (!choices.contains(current)) // from a settings file that was edited by hand
        choices.append(current);
    for (const int count : std::as_const(choices)) {
        QAction *action = createAction("slotsAction", {});
        action->setText(QString::number(count));
        action->setCheckable(true);
        action->setChecked(count == current);
        m_slotActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, count] {
            m_with.settings.setSlotCount(count);
            m_with.refresher.setSlotCount(count);
        });
    }
}

void MainWindow::createLanguageActions()
{
    m_languageAction = createAction("languageAction", {QKeySequence(Qt::CTRL | Qt::Key_L)});
    connect(m_languageAction, &QAction::triggered, this, &MainWindow::switchLanguage);
    auto *languages = new QActionGroup(this);
    m_englishAction = createAction("englishAction", {});
    m_chineseAction = createAction("chineseAction", {});
    for (auto [action, language] : {std::pair(m_englishAction, UiLanguage::English),
             std::pair(m_chineseAction, UiLanguage::Chinese)}) {
        action->setCheckable(true);
        languages->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, chosen = language] { chooseLanguage(chosen); });
    }
}

void MainWindow::createThemeActions()
{
    auto *themes = new QActionGroup(this);
    m_systemThemeAction = createAction("systemThemeAction", {});
    m_lightThemeAction = createAction("lightThemeAction", {});
    m_darkThemeAction = createAction("darkThemeAction", {});
    for (auto [action, theme] : {std::pair(m_systemThemeAction, ThemeChoice::System),
             std::pair(m_lightThemeAction, ThemeChoice::Light),
             std::pair(m_darkThemeAction, ThemeChoice::Dark)}) {
        action->setCheckable(true);
        action->setChecked(m_with.theme.choice() == theme);
        themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = theme] { chooseTheme(chosen); });
    }
}

void MainWindow::createHelpActions()
{
    m_helpAction = createAction("helpAction", {Qt::Key_F1});
    connect(m_helpAction, &QAction::triggered, this, &MainWindow::showHelp);
    m_shortcutsAction = createAction("shortcutsAction", {QKeySequence(Qt::CTRL | Qt::Key_F1)});
    connect(m_shortcutsAction, &QAction::triggered, this, &MainWindow::showShortcuts);
    m_logFolderAction = createAction("logFolderAction", {});
    m_logFolderAction->setEnabled(!m_with.logFile.isEmpty());
    connect(m_logFolderAction, &QAction::triggered, this, &MainWindow::openLogFolder);
    m_aboutAction = createAction("aboutAction", {});
    m_aboutAction->setMenuRole(QAction::AboutRole);
    connect(m_aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::refresh()
{
    QList<QUuid> all;
    for (int row = 0; row < m_with.model.rowCount(); ++row)
        all.append(m_with.model.index(row, 0).data(PoolsModel::AccountRole).value<Account>().id);
    refreshPools(all);
}

void MainWindow::refreshPools(const QList<QUuid> &accountIds)
{
    // Whoever asks for a pool whose key is missing asks the keychain for it.
    if (!m_with.session.isDemo() && std::ranges::any_of(accountIds, [this](const QUuid &id) {
            return m_with.pools.keyProblem(id).has_value();
        }))
        m_with.pools.retryKeys();
    switch (m_with.scheduler.refreshByHand(accountIds)) {
    case RefreshScheduler::ByHand::Asked:
        statusBar()->clearMessage();
        break;
    case RefreshScheduler::ByHand::TooSoon:
        say(tr("Refreshed a moment ago; nothing was asked again."));
        break;
    case RefreshScheduler::ByHand::HeldBack: {
        const QDateTime until = m_with.scheduler.heldUntil(accountIds.constFirst());
        const qint64 left = std::max<qint64>(m_with.clock.nowUtc().secsTo(until), 1);
        say(tr("GenAuth asked to wait; it can be asked again in %1.").arg(Formatting::span(left)));
        break;
    }
    case RefreshScheduler::ByHand::NobodyToAsk:
        break;
    }
}

void MainWindow::updateRefreshActions()
{
    const bool running = m_with.refresher.isRunning();
    m_refreshAction->setEnabled(!running && m_with.model.rowCount() > 0);
    m_stopAction->setEnabled(running);
    m_stopAction->setVisible(running);
    fitToWidth();
}

void MainWindow::updatePoolActions()
{
    const bool shown = m_sidebar->currentIndex().isValid();
    const bool demo = m_with.session.isDemo();
    m_poolActions->setPool(shownAccount().id);
    m_reportActions->setPool(shownAccount().id);
    m_allPoolsAction->setEnabled(m_with.model.rowCount() > 1);
    m_demoAction->setEnabled(m_with.session.state() == Session::State::Empty ||
                             m_with.session.state() == Session::State::DemoFailed ||
                             m_with.session.state() == Session::State::Connected);
    m_leaveDemoAction->setVisible(demo);
    m_leaveDemoAction->setEnabled(demo);
    m_consoleAction->setEnabled(shown && !consoleOf(shownAccount().host).isEmpty());
    m_detailsAction->setEnabled(shown);
}

void MainWindow::chooseLanguage(UiLanguage language)
{
    m_with.settings.setLanguage(language);
    m_with.language.set(language);
}

void MainWindow::switchLanguage()
{
    const bool chinese = m_with.language.current() == UiLanguage::Chinese;
    chooseLanguage(chinese ? UiLanguage::English : UiLanguage::Chinese);
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    m_with.settings.setTheme(choice);
    m_with.theme.apply(choice);
}

} // namespace genauth
