// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the main window's actions stand, how its bars look, and what everything is called.

#include "app/dashboard/alertactions.h"
#include "app/dashboard/mainwindow.h"
#include "app/dashboard/pages/packagepage.h"
#include "app/dashboard/poolactions.h"
#include "app/dashboard/reportactions.h"
#include "app/dashboard/session.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "core/models/poolsmodel.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace genauth {

namespace {

/** The sidebar's width, and the same in heights of a line, for larger type. */
constexpr int SidebarWidth = 232;
constexpr int SidebarWidthInLines = 13;

} // namespace

void MainWindow::createMenus()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_fileMenu->addActions({m_refreshAction, m_stopAction});
    m_slotsMenu = m_fileMenu->addMenu(QString());
    m_slotsMenu->addActions(m_slotActions->actions());
    m_fileMenu->addSeparator();
    m_fileMenu->addActions(m_poolActions->listActions());
    m_fileMenu->addAction(m_reportActions->calendarAction());
    m_fileMenu->addMenu(m_reportActions->tableMenu());
    connect(m_fileMenu, &QMenu::aboutToShow, m_reportActions, &ReportActions::offerShownTable);
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({m_demoAction, m_leaveDemoAction});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_alertActions->preferencesAction());
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_quitAction);
    m_poolMenu = menuBar()->addMenu(QString());
    m_poolMenu->addAction(m_poolActions->connectAction());
    m_poolMenu->addSeparator();
    m_poolMenu->addActions(m_poolActions->onePoolActions());
    m_poolMenu->addSeparator();
    m_poolMenu->addMenu(m_reportActions->reportMenu());
    m_poolMenu->addAction(m_reportActions->copyAction());
    m_poolMenu->addAction(m_consoleAction);
    // It is about the pool that is seen: no other one slips under it.
    connect(m_poolMenu, &QMenu::aboutToShow, this, [this] { m_hasChosen = true; });
    m_viewMenu = menuBar()->addMenu(QString());
    m_viewMenu->addAction(m_allPoolsAction);
    m_viewMenu->addAction(m_alertActions->alertsAction());
    m_viewMenu->addAction(m_alertActions->rehearsalAction());
    m_viewMenu->addSeparator();
    m_viewMenu->addActions(
        {m_sidebar->worstFirstAction(), m_sidebar->moveUpAction(), m_sidebar->moveDownAction()});
    m_viewMenu->addSeparator();
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_languageMenu->addActions({m_englishAction, m_chineseAction});
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_themeMenu->addActions({m_systemThemeAction, m_lightThemeAction, m_darkThemeAction});
    m_viewMenu->addSeparator();
    m_viewMenu->addAction(m_detailsAction);
    m_helpMenu = menuBar()->addMenu(QString());
    m_helpMenu->addActions({m_helpAction, m_shortcutsAction, m_logFolderAction});
    m_helpMenu->addSeparator();
    m_helpMenu->addAction(m_aboutAction);
}

void MainWindow::createToolBar()
{
    m_titleLabel = new QLabel(this);
    m_titleLabel->setFont(Theme::font(1.15, QFont::Bold));
    m_titleLabel->setContentsMargins(Space::Small, 0, Space::Medium, 0);
    m_demoLabel = new QLabel(this);
    m_demoLabel->setObjectName(QStringLiteral("demoLabel"));
    // A toolbar stretches its widgets to its height; the label stays as small as its words.
    auto *demoArea = new QWidget(this);
    auto *demoLayout = new QHBoxLayout(demoArea);
    demoLayout->setContentsMargins(0, 0, 0, 0);
    demoLayout->addWidget(m_demoLabel, 0, Qt::AlignCenter);
    auto *spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_titleAction = m_toolBar->addWidget(m_titleLabel);
    m_demoLabelAction = m_toolBar->addWidget(demoArea);
    m_toolBar->addWidget(spacer);
    m_toolBar->addActions({m_leaveDemoToolAction, m_stopAction, m_alertActions->toolAction(),
        m_languageAction, m_refreshAction});
    for (auto [action, name] :
        {std::pair(m_leaveDemoToolAction, "leaveDemoButton"), std::pair(m_stopAction, "stopButton"),
            std::pair(m_alertActions->toolAction(), "alertsButton"),
            std::pair(m_languageAction, "languageButton"),
            std::pair(m_refreshAction, "refreshButton")}) {
        QWidget *button = m_toolBar->widgetForAction(action);
        button->setObjectName(QString::fromLatin1(name));
        button->setFocusPolicy(Qt::TabFocus);
    }
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::styleToolBar()
{
    const ThemeColors &colors = m_with.theme.colors();
    m_toolBar->setStyleSheet(QStringLiteral(
        "QToolBar { background: %1; border: none; padding: 4px 8px; spacing: 8px; }"
        "QToolButton { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; "
        "padding: 5px 12px; }"
        "QToolButton:hover, QToolButton:pressed { background: %4; }"
        "QToolButton:focus { border-color: %5; }"
        "QToolButton#refreshButton { background: %5; color: %6; border-color: %5; font-weight: "
        "bold; }"
        "QToolButton#refreshButton:disabled { background: %4; color: %7; border-color: %3; }"
        "QToolButton#refreshButton:focus { border-color: %2; }"
        "QLabel#demoLabel { color: %6; background: %7; border-radius: 4px; padding: 2px 8px; }")
                                 .arg(colors.card.name(), colors.text.name(), colors.line.name(),
                                     colors.plainBanner.name(), colors.accent.name(),
                                     colors.onAccent.name(), colors.dim.name()));
    for (auto [action, theme] : {std::pair(m_systemThemeAction, ThemeChoice::System),
             std::pair(m_lightThemeAction, ThemeChoice::Light),
             std::pair(m_darkThemeAction, ThemeChoice::Dark)})
        action->setChecked(m_with.theme.choice() == theme);
}

void MainWindow::fitToWidth()
{
    // Where there is too little room, the name goes that the window's frame shows anyway, and then
    // what the menu has, too.
    const auto fits = [this] { return m_toolBar->sizeHint().width() <= width(); };
    m_titleAction->setVisible(true);
    m_leaveDemoToolAction->setVisible(m_with.session.isDemo());
    m_alertActions->toolAction()->setVisible(true);
    m_titleAction->setVisible(fits());
    m_leaveDemoToolAction->setVisible(m_with.session.isDemo() && fits());
    m_alertActions->toolAction()->setVisible(fits());
    const int wanted = std::max(SidebarWidth, SidebarWidthInLines * fontMetrics().height());
    m_sidebar->setFixedWidth(std::min(wanted, width() * 2 / 5));
}

void MainWindow::retranslateUi()
{
    const QString title = tr("GenAuth Package Dashboard");
    const bool demo = m_with.session.isDemo();
    setWindowTitle(demo ? tr("%1 – Demo data").arg(title) : title);
    m_titleLabel->setText(title);
    m_demoLabel->setText(tr("Demo data"));
    m_demoLabelAction->setVisible(demo);
    m_toolBar->setWindowTitle(tr("Toolbar"));
    m_toolBar->setAccessibleName(tr("Toolbar"));
    retranslateActions();
    retranslatePoolActions();
    m_poolActions->retranslate();
    m_reportActions->retranslate();
    m_alertActions->retranslate();
    statusBar()->clearMessage();
    updateFreshness();
    fitToWidth();
}

void MainWindow::retranslateActions()
{
    m_fileMenu->setTitle(tr("&File"));
    m_poolMenu->setTitle(tr("&Pool"));
    m_slotsMenu->setTitle(tr("Pools refreshed at &once"));
    m_viewMenu->setTitle(tr("&View"));
    m_languageMenu->setTitle(tr("&Language"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_helpMenu->setTitle(tr("&Help"));

    m_refreshAction->setText(tr("&Refresh"));
    // The toolbar shows no mnemonics, and Chinese ones would stand there as "(R)".
    m_refreshAction->setIconText(tr("Refresh"));
    m_refreshAction->setToolTip(tr("Ask GenAuth again (F5)"));
    m_stopAction->setText(tr("&Stop"));
    m_stopAction->setIconText(tr("Stop"));
    m_stopAction->setToolTip(tr("Stop refreshing (Esc)"));
    m_quitAction->setText(tr("&Quit"));

    const bool chinese = m_with.language.current() == UiLanguage::Chinese;
    const UiLanguage other = chinese ? UiLanguage::English : UiLanguage::Chinese;
    m_languageAction->setText(Language::nativeName(other));
    m_languageAction->setToolTip(tr("Show everything in the other language (Ctrl+L)"));
    m_languageAction->setStatusTip(tr("Switch between English and Chinese"));
    m_englishAction->setText(Language::nativeName(UiLanguage::English));
    m_chineseAction->setText(Language::nativeName(UiLanguage::Chinese));
    m_englishAction->setChecked(!chinese);
    m_chineseAction->setChecked(chinese);
    m_systemThemeAction->setText(tr("As the &system"));
    m_lightThemeAction->setText(tr("&Light"));
    m_darkThemeAction->setText(tr("&Dark"));

    m_helpAction->setText(tr("&Documentation"));
    m_shortcutsAction->setText(tr("&Keyboard shortcuts"));
    m_logFolderAction->setText(tr("Open &log folder"));
    m_aboutAction->setText(tr("&About"));
}

void MainWindow::retranslatePoolActions()
{
    m_allPoolsAction->setText(tr("&All pools"));
    m_consoleAction->setText(tr("&Open console"));
    m_demoAction->setText(tr("Explore the &demo"));
    m_leaveDemoAction->setText(tr("&Leave the demo"));
    m_leaveDemoToolAction->setText(tr("Leave the demo"));
    m_leaveDemoToolAction->setToolTip(tr("Go back to your own pools (Ctrl+Shift+D)"));
    m_detailsAction->setText(tr("&Details for support"));
    nameToolButtons();
}

void MainWindow::nameToolButtons()
{
    // What a button of the toolbar is called, it is called to a screen reader, too.
    for (QAction *action : {m_leaveDemoToolAction, m_stopAction, m_alertActions->toolAction(),
             m_languageAction, m_refreshAction}) {
        QWidget *button = m_toolBar->widgetForAction(action);
        button->setAccessibleName(action->iconText());
        button->setAccessibleDescription(action->toolTip());
    }
}

} // namespace genauth
