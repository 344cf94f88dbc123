// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/alertwatch.h"
#include "app/dashboard/announcer.h"
#include "app/dashboard/answerkeeper.h"
#include "app/dashboard/commandline.h"
#include "app/dashboard/mainwindow.h"
#include "app/dashboard/presence.h"
#include "app/dashboard/schedulernotes.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/traymenu.h"
#include "app/platform/startrequest.h"
#include "app/platform/trayicon.h"
#include "app/text/language.h"
#include "core/accounts/environmentaccount.h"
#include "core/accounts/ownpools.h"
#include "core/alerts/alertarchive.h"
#include "core/alerts/alertcenter.h"
#include "core/api/proxyresolver.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace genauth {

class KeyringWatch;
class NetworkWatch;
class ScreenshotRun;
class SecretStore;
class SleepWatch;

/** The environment's account, and an environment that no longer holds its secret. */
[[nodiscard]] EnvironmentReading takeEnvironmentAccount();

/** Everything that runs behind one window, built and connected: settings, language, theme, model,
 *  refresher, scheduler, session, window. */
class Dashboard final : public QObject
{
    Q_OBJECT

public:
    /** `logFile` is where the program's log lies; empty: there is none. */
    Dashboard(const CommandLine &line, std::optional<PoolAccess> pool, const QString &logFile = {});
    ~Dashboard() override;

    /** Opens the window, then asks for the pools. */
    void start();
    /** What another start of the program asks of this one. */
    void take(const StartRequest &request);

private:
    /** A run that shows the user's own pools, and remembers what is changed. */
    [[nodiscard]] bool isOwn() const;
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString storeFile() const;
    [[nodiscard]] std::unique_ptr<OwnPools> createPools() const;
    void showPools();
    /** At once, or with the answer that tells which one it is. */
    void choosePoolWhenKnown();
    /** The one from the command line; when it is none of these, the program ends. */
    void choosePool();
    void readKeys();
    void createWindow();
    void startAlerts();
    void startWatches();
    void createTray();
    void connectTray();
    void openWindow();
    void endWithTheWindow();
    /** Once nothing is being stored any more, or after a moment. */
    void end();
    CommandLine m_line;
    std::optional<PoolAccess> m_pool;
    QString m_logFile;
    QTemporaryDir m_temporary;
    Settings m_settings;
    Language m_language;
    Theme m_theme;
    SystemClock m_clock;
    ProxyResolver m_proxies;
    PoolsModel m_model;
    PoolsRefresher m_refresher;
    RefreshScheduler m_scheduler;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<OwnPools> m_pools;
    BillingStore m_store;
    std::unique_ptr<KeyringWatch> m_keyringWatch;
    Session m_session;
    AnswerKeeper m_answers;
    SchedulerNotes m_notes;
    AlertArchive m_archive;
    AlertCenter m_alerts;
    std::unique_ptr<AlertWatch> m_alertWatch;
    std::unique_ptr<MainWindow> m_window;
    // Of runs with a window that somebody sees.
    std::unique_ptr<TrayMenu> m_trayMenu;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<Presence> m_presence;
    std::unique_ptr<Announcer> m_announcer;
    std::unique_ptr<SleepWatch> m_sleepWatch;
    std::unique_ptr<NetworkWatch> m_networkWatch;
    std::unique_ptr<ScreenshotRun> m_screenshot;
    bool m_hasChosenPool = false;
};

} // namespace genauth
