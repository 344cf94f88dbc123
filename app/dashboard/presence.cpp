// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/presence.h"

#include "app/dashboard/settings.h"
#include "app/platform/trayicon.h"

#include <QApplication>
#include <QWidget>

#include <utility>

namespace genauth {

Presence::Presence(QWidget &window, TrayIcon &tray, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_tray(tray)
    , m_settings(settings)
{
    connect(&m_tray, &TrayIcon::shownChanged, this, &Presence::trayChanged);
    connect(&m_tray, &TrayIcon::activated, this, &Presence::toggle);
}

void Presence::open(Start start)
{
    if (start == Start::Shown) {
        m_window.show();
    } else if (!m_tray.isShown()) {
        m_waitsForTray = true;
        m_window.showMinimized();
    }
}

void Presence::raise(const QByteArray &token)
{
    m_waitsForTray = false;
    // Qt hands this on to the compositor, and forgets it.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token);
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    QApplication::alert(&m_window);
}

bool Presence::staysWhenClosed() const
{
    return m_settings.closeToTray() && m_tray.isShown();
}

void Presence::trayChanged()
{
    if (m_tray.isShown()) {
        // Nobody has opened the window since it was started to be in the tray.
        if (std::exchange(m_waitsForTray, false) && m_window.isMinimized())
            m_window.hide();
    } else if (!m_window.isVisible()) {
        m_window.setAttribute(Qt::WA_ShowWithoutActivating);
        m_window.show();
        m_window.setAttribute(Qt::WA_ShowWithoutActivating, false);
    }
}

void Presence::toggle()
{
    // On X11 a window that has just been minimized is still called active, for a moment.
    const bool isInFront =
        m_window.isVisible() && !m_window.isMinimized() && m_window.isActiveWindow();
    if (isInFront && m_tray.isShown())
        m_window.hide();
    else
        raise();
}

} // namespace genauth
