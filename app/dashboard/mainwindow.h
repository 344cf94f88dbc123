// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/poolpages.h"
#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/urlopener.h"
#include "app/dashboard/windowclock.h"
#include "app/text/language.h"
#include "core/accounts/account.h"
#include "core/accounts/accountstore.h"

#include <QList>
#include <QMainWindow>
#include <QSize>
#include <QUuid>

#include <functional>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace genauth {

class AlertActions;
class AlertCenter;
class BillingStore;
enum class BillingStoreProblem;
class Clock;
class FactsLine;
class HistoryPage;
class JournalPage;
class OrdersPage;
class OwnPools;
class PackagePage;
class PoolActions;
class PoolSidebar;
class PoolsModel;
class PoolsPage;
class PoolsRefresher;
class ProgressLine;
class RefreshScheduler;
class ReportActions;
class Session;
class Settings;
class StoreNotice;
class WelcomePage;

/** The window: the pools, all of them or the package of the chosen one, refreshing, connecting, and
 *  the choice of language. Owns no data; everything it is given must outlive it. */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    struct Collaborators
    {
        PoolsModel &model;
        PoolsRefresher &refresher;
        RefreshScheduler &scheduler;
        Session &session;
        OwnPools &pools;
        BillingStore &store;
        AlertCenter &alerts;
        Language &language;
        Theme &theme;
        Settings &settings;
        const Clock &clock;
        UrlOpener openUrl = genauth::openUrl;
        QString logFile = {}; ///< empty: none is written
        /** True: when it is closed the window hides, since it can be brought back. */
        std::function<bool()> staysWhenClosed = {};
        std::function<bool()> hasTray = {}; ///< none: there may be one
        LoginStartChoice loginStart = {};
        decltype(PreferencesWith::testHook) testHook = {};
    };

    /** The smallest size the window takes; large type may ask for more. */
    static constexpr QSize SmallestSize{640, 400};

    explicit MainWindow(const Collaborators &with, QWidget *parent = nullptr);

    /** What hindered reading the list of pools at the start. */
    void sayListProblem(AccountStoreProblem problem);
    /** What hindered reading what was last known of them. */
    void sayAnswersProblem(BillingStoreProblem problem);

    /** As if the user had chosen this page, or this pool. */
    void showPage(PoolPages::Page page);
    void showPool(const QUuid &accountId);
    /** The page of alerts. */
    void showAlerts();

public slots:
    /** As if Refresh was pressed. */
    void refresh();
    /** From English to Chinese, and back. */
    void switchLanguage();
    /** Ends the program, whatever is to become of a window that is closed. */
    void quit();

signals:
    /** The program is to end, and there is no window to be closed. */
    void quitFromHiding();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectRefresher();
    void connectPools();
    void sessionChanged();
    void poolsChanged();
    void showWorstPool();
    /** The bad news first, as long as nobody has asked for anything else. */
    void showWorstUnlessChosen();
    void showCurrentPage();
    /** The keyboard goes where a pool is chosen, or looked at when there is one alone. */
    void focusPools();
    void poolChosen();
    void poolChanged(const QUuid &accountId);
    void updateFreshness();
    void clockMoved();
    void noteWhetherSeen();
    [[nodiscard]] Account shownAccount() const;

    // What it is made of: mainwindowpages.cpp.
    void createCentre();
    [[nodiscard]] QWidget *createPages();
    void createSidebar();
    void createPoolPages();
    [[nodiscard]] PackagePage *createPackagePage(QWidget *parent);
    [[nodiscard]] HistoryPage *createHistoryPage(QWidget *parent);
    [[nodiscard]] OrdersPage *createOrdersPage(QWidget *parent);
    [[nodiscard]] JournalPage *createJournalPage(QWidget *parent);
    /** A page about what one operation answers. */
    template <class Page>
    [[nodiscard]] PoolPages::Made createAnswerPage(const char *name, QWidget *parent);
    /** What is asked for from a notice about an operation that failed: an OperationNotice's, or a
     *  page's with the same signals. */
    template <class Notice>
    void wireNotice(const Notice *notice);
    /** What is said of the tables on it goes to the status bar. */
    void wireTables(const QWidget &page);
    void createStatusBar();

    // What the window offers to do: mainwindowactions.cpp.
    [[nodiscard]] QAction *createAction(const char *name, const QList<QKeySequence> &keys);
    void createActions();
    void createPoolActions();
    void createAlertActions();
    void createSlotActions();
    void createLanguageActions();
    void createThemeActions();
    void createHelpActions();
    void refreshPools(const QList<QUuid> &accountIds);
    void updateRefreshActions();
    void updatePoolActions();
    void chooseLanguage(UiLanguage language);
    void chooseTheme(ThemeChoice choice);

    // Where that stands, and how it looks: mainwindowbars.cpp.
    void createMenus();
    void createToolBar();
    void styleToolBar();
    void fitToWidth();
    void retranslateUi();
    void retranslateActions();
    void retranslatePoolActions();
    void nameToolButtons();

    // What opens: mainwindowdialogs.cpp.
    void startDemo();
    void openConsole();
    void openLogFolder();
    void openPage(const QUrl &url);
    void showHelp();
    void showShortcuts();
    void showAbout();
    void sayDetailsCopied();
    void say(const QString &message);

    Collaborators m_with;
    PoolActions *m_poolActions = nullptr;
    ReportActions *m_reportActions = nullptr;
    AlertActions *m_alertActions = nullptr;
    PoolSidebar *m_sidebar = nullptr;
    StoreNotice *m_storeNotice = nullptr;
    QStackedWidget *m_pages = nullptr;
    PoolsPage *m_poolsPage = nullptr;
    PoolPages *m_poolPages = nullptr;
    WelcomePage *m_welcomePage = nullptr;
    ProgressLine *m_progress = nullptr;
    QLabel *m_titleLabel = nullptr;
    QAction *m_titleAction = nullptr; ///< what shows and hides the title in the toolbar
    QLabel *m_demoLabel = nullptr;
    QAction *m_demoLabelAction = nullptr;
    FactsLine *m_freshnessLine = nullptr;
    QToolBar *m_toolBar = nullptr;
    QMenu *m_fileMenu = nullptr;
    QMenu *m_poolMenu = nullptr;
    QMenu *m_slotsMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
    QMenu *m_themeMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_stopAction = nullptr;
    QAction *m_allPoolsAction = nullptr;
    QActionGroup *m_slotActions = nullptr;
    QAction *m_demoAction = nullptr;
    QAction *m_leaveDemoAction = nullptr;
    QAction *m_leaveDemoToolAction = nullptr; ///< the same in the toolbar, while there is room
    QAction *m_consoleAction = nullptr;
    QAction *m_detailsAction = nullptr;
    QAction *m_languageAction = nullptr;
    QAction *m_englishAction = nullptr;
    QAction *m_chineseAction = nullptr;
    QAction *m_systemThemeAction = nullptr;
    QAction *m_lightThemeAction = nullptr;
    QAction *m_darkThemeAction = nullptr;
    QAction *m_quitAction = nullptr;
    QAction *m_helpAction = nullptr;
    QAction *m_shortcutsAction = nullptr;
    QAction *m_logFolderAction = nullptr;
    QAction *m_aboutAction = nullptr;
    WindowClock m_clock;
    bool m_hadPools = false;
    bool m_hasChosen = false; ///< the user, among these pools: until then the worst one is shown
    bool m_choosesItself = false;
    bool m_quits = false;
};

} // namespace genauth
