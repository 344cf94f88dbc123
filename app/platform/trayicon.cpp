// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/trayicon.h"

#include "app/platform/trayhost.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>

namespace genauth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto BetweenLooks = 10s; // at an older tray, whose coming and going Qt does not tell

bool mayHaveOlderTray()
{
    return QGuiApplication::platformName() == u"xcb"_s;
}

/** The others (offscreen, and those without a desktop) have no tray, whatever is on the bus. */
bool mayHaveTray()
{
    return mayHaveOlderTray() || QGuiApplication::platformName().startsWith(u"wayland"_s);
}

} // namespace

TrayIcon::TrayIcon(QObject *parent, std::chrono::milliseconds waitForHost)
    : QObject(parent)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN) && !defined(Q_OS_ANDROID)
    if (!mayHaveTray())
        return;
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(waitForHost);
    connect(&m_waiting, &QTimer::timeout, this, &TrayIcon::lookForOlderTray);
    m_host = new TrayHost(this);
    connect(m_host, &TrayHost::changed, this, &TrayIcon::noteHost);
#else
    Q_UNUSED(waitForHost);
    m_kind = Kind::Other;
    makeIcon();
#endif
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::noteHost()
{
    if (m_kind == Kind::None) {
        m_waiting.stop();
        if (m_host->state() == TrayHost::State::Present) {
            makeIcon();
            // Elsewhere than we looked, or a moment later, Qt may have seen no host.
            m_kind = QSystemTrayIcon::isSystemTrayAvailable() ? Kind::Host : Kind::Other;
        } else if (m_host->state() == TrayHost::State::Absent && mayHaveOlderTray()) {
            m_waiting.start(); // never while a watcher hangs: Qt would wait for its answer
        }
    }
    update();
}

void TrayIcon::lookForOlderTray()
{
    if (m_kind == Kind::None) {
        m_kind = Kind::Other;
        makeIcon();
        m_waiting.setSingleShot(false);
        m_waiting.start(BetweenLooks);
    }
    update();
}

void TrayIcon::makeIcon()
{
    m_tray = std::make_unique<QSystemTrayIcon>();
    connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::activated);
    connect(m_tray.get(), &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                emit activated();
        });
    m_tray->setToolTip(m_toolTip);
    m_tray->setContextMenu(m_menu);
    m_tray->setIcon(m_icon);
    m_tray->setVisible(!m_icon.isNull());
}

void TrayIcon::update()
{
    const bool hasHost = m_host && m_host->state() == TrayHost::State::Present;
    const bool hasTray = m_kind == Kind::Host
                             ? hasHost
                             : m_kind == Kind::Other && QSystemTrayIcon::isSystemTrayAvailable();
    const bool isShown = hasTray && m_tray->isVisible();
    const bool needsRestart = m_kind == Kind::Other && hasHost && !isShown;
    if (isShown == m_isShown && needsRestart == m_needsRestart)
        return;
    m_isShown = isShown;
    m_needsRestart = needsRestart;
    emit shownChanged();
}

void TrayIcon::setIcon(const QIcon &icon)
{
    m_icon = icon;
    if (!m_tray)
        return;
    m_tray->setIcon(icon);
    m_tray->setVisible(!icon.isNull());
    update();
}

void TrayIcon::setToolTip(const QString &text)
{
    m_toolTip = text;
    if (m_tray)
        m_tray->setToolTip(text);
}

void TrayIcon::setMenu(QMenu *menu)
{
    m_menu = menu;
    if (m_tray)
        m_tray->setContextMenu(menu);
}

void TrayIcon::showMessage(const QString &title, const QString &body)
{
    if (!m_isShown)
        return;
    // Beside a host Qt sends it to the desktop's notifications, which take the body for markup.
    m_tray->showMessage(title, m_kind == Kind::Host ? body.toHtmlEscaped() : body);
}

} // namespace genauth
