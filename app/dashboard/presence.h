// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>

class QWidget;

namespace genauth {

class Settings;
class TrayIcon;

/** Sees to it that the program is never running and invisible: the window hides only where a tray
 *  is there to bring it back, and comes back when that tray goes. */
class Presence final : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it. */
    Presence(QWidget &window, TrayIcon &tray, const Settings &settings, QObject *parent = nullptr);

    enum class Start {
        Shown,
        Hidden, ///< in the tray; minimized until there is one
    };
    void open(Start start);
    /** Brings the window to the front, or asks for attention where the desktop forbids that.
     *  `token` is the desktop's leave to do so, XDG_ACTIVATION_TOKEN; may be empty. */
    void raise(const QByteArray &token = {});
    /** What becomes of a window that is closed: true, it hides. */
    [[nodiscard]] bool staysWhenClosed() const;

private:
    void trayChanged();
    void toggle();

    QWidget &m_window;
    TrayIcon &m_tray;
    const Settings &m_settings;
    bool m_waitsForTray = false; ///< minimized meanwhile
};

} // namespace genauth
