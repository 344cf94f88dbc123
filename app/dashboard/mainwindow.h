// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/emptypage.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"

#include <QDateTime>
#include <QMainWindow>
#include <QSize>
#include <QTimer>

class QAction;
class QLabel;
class QListView;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace genauth {

class Clock;
class FactsLine;
class PackagePage;
class PoolListProxy;
class PoolsModel;
class PoolsRefresher;
class ProgressLine;
class TextLabel;
class Settings;

enum class DataOrigin { RealPools, Demo };

/** The window: the pools, the package of the selected one, refreshing and the choice of language.
 *  Owns no data; everything it is given must outlive it. */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    struct Collaborators
    {
        PoolsModel &model;
        PoolsRefresher &refresher;
        Language &language;
        Theme &theme;
        Settings &settings;
        const Clock &clock;
    };

    /** The smallest size the window takes; large type may ask for more. */
    static constexpr QSize SmallestSize{640, 400};

    /** A press of Refresh within this time of the last start makes no request. */
    static constexpr int RefreshPauseSeconds = 5;

    MainWindow(const Collaborators &with, DataOrigin origin, QWidget *parent = nullptr);

    /** Says why there is nothing to show, as long as the model has no pool. */
    void setEmptyReason(EmptyPage::Reason reason);

public slots:
    /** As if Refresh was pressed. */
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createActions();
    void createMenus();
    void createToolBar();
    void createCentre();
    [[nodiscard]] QWidget *createSidebar();
    void createStatusBar();
    void connectRefresher();
    void retranslateUi();
    void retranslateActions();
    void chooseLanguage(UiLanguage language);
    void chooseTheme(ThemeChoice choice);
    void modelReset();
    void poolSelected();
    void updateRefreshActions();
    void fitToWidth();
    void updateFreshness();
    void clockMoved();
    void scheduleClock();
    void styleToolBar();
    void showAbout();

    Collaborators m_with;
    DataOrigin m_origin;
    PoolListProxy *m_poolList = nullptr;
    QWidget *m_sidebar = nullptr;
    TextLabel *m_poolsLabel = nullptr;
    QListView *m_poolView = nullptr;
    QStackedWidget *m_pages = nullptr;
    PackagePage *m_packagePage = nullptr;
    EmptyPage *m_emptyPage = nullptr;
    ProgressLine *m_progress = nullptr;
    QLabel *m_titleLabel = nullptr;
    QAction *m_titleAction = nullptr; ///< what shows and hides the title in the toolbar
    QLabel *m_demoLabel = nullptr;
    FactsLine *m_freshnessLine = nullptr;
    QToolBar *m_toolBar = nullptr;
    QMenu *m_fileMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
    QMenu *m_themeMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_stopAction = nullptr;
    QAction *m_languageAction = nullptr;
    QAction *m_englishAction = nullptr;
    QAction *m_chineseAction = nullptr;
    QAction *m_systemThemeAction = nullptr;
    QAction *m_lightThemeAction = nullptr;
    QAction *m_darkThemeAction = nullptr;
    QAction *m_quitAction = nullptr;
    QAction *m_aboutAction = nullptr;
    QTimer m_clockTimer;
    QDateTime m_lastStart;
};

} // namespace genauth
