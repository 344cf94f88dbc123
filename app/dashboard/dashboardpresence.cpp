// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the dashboard does beside its window: alerts, the tray, and what it hears of the computer.

#include "app/dashboard/dashboard.h"
#include "app/dashboard/poolchoice.h"
#include "app/platform/networkwatch.h"
#include "app/platform/sleepwatch.h"

namespace genauth {

void Dashboard::startAlerts()
{
    m_alerts.restore(m_archive.read());
    m_alertWatch = std::make_unique<AlertWatch>(
        AlertWatch::Collaborators{m_model, *m_pools, m_store, m_alerts, m_clock});
}

void Dashboard::startWatches()
{
    m_sleepWatch = std::make_unique<SleepWatch>(m_clock);
    connect(m_sleepWatch.get(), &SleepWatch::wokeUp, &m_scheduler, &RefreshScheduler::catchUp);
    connect(m_sleepWatch.get(), &SleepWatch::wokeUp, &m_alerts, &AlertCenter::lookAgain);
    m_networkWatch = std::make_unique<NetworkWatch>();
    connect(
        m_networkWatch.get(), &NetworkWatch::cameBack, &m_scheduler, &RefreshScheduler::catchUp);
}

void Dashboard::createTray()
{
    m_trayMenu =
        std::make_unique<TrayMenu>(TrayMenu::Collaborators{m_model, m_alerts, m_language, m_theme});
    m_tray = std::make_unique<TrayIcon>();
    m_tray->setMenu(m_trayMenu->menu());
    const auto show = [this] {
        m_tray->setIcon(m_trayMenu->icon());
        m_tray->setToolTip(m_trayMenu->toolTip());
    };
    connect(m_trayMenu.get(), &TrayMenu::changed, m_tray.get(), show);
    show();
    m_presence = std::make_unique<Presence>(*m_window, *m_tray, m_settings);
    m_announcer = std::make_unique<Announcer>(
        Announcer::Collaborators{m_alerts, *m_pools, m_settings, m_language, m_clock},
        [this](const DesktopNotification &notification) {
            m_tray->showMessage(notification.title, notification.body);
        });
    connectTray();
}

void Dashboard::connectTray()
{
    const TrayMenu *menu = m_trayMenu.get();
    connect(menu, &TrayMenu::showRequested, this, [this] { m_presence->raise(); });
    connect(menu, &TrayMenu::alertsRequested, this, [this] {
        m_window->showAlerts();
        m_presence->raise();
    });
    connect(menu, &TrayMenu::refreshRequested, m_window.get(), &MainWindow::refresh);
    connect(menu, &TrayMenu::languageRequested, m_window.get(), &MainWindow::switchLanguage);
    connect(menu, &TrayMenu::quitRequested, m_window.get(), &MainWindow::quit);
    connect(menu, &TrayMenu::snoozeRequested, this, [this](AlertCenter::Snooze how) {
        QList<qint64> ids;
        const QList<AlertRecord> open = m_alerts.openAlerts();
        for (const AlertRecord &record : open)
            ids.append(record.id);
        m_alerts.snooze(ids, how);
    });
    connect(m_announcer.get(), &Announcer::openRequested, this,
        [this](const QUuid &pool, const QByteArray &token) {
            if (m_model.rowOf(pool) >= 0)
                m_window->showPool(pool);
            else
                m_window->showAlerts();
            m_presence->raise(token);
        });
}

void Dashboard::openWindow()
{
    if (m_screenshot) {
        m_window->show();
        return;
    }
    createTray();
    startWatches();
    const bool hidden = m_line.minimized || (isOwn() && m_settings.startMinimized());
    m_presence->open(hidden ? Presence::Start::Hidden : Presence::Start::Shown);
}

void Dashboard::take(const StartRequest &request)
{
    if (const auto page = PoolPages::fromCode(request.page))
        m_window->showPage(*page);
    if (!request.pool.isEmpty()) {
        const PoolChoice choice(m_model, request.pool);
        if (choice.error.isEmpty() && !choice.mayStillCome)
            m_window->showPool(choice.id);
    }
    if (request.refresh)
        m_window->refresh();
    if (request.show && m_presence)
        m_presence->raise(request.activationToken);
}

} // namespace genauth
