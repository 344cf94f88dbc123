// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace genauth {

class TrayHost;

/** The program's icon in the desktop's tray, as far as there is one. A tray may come at any time,
 *  and go: whoever hides a window first asks isShown(), and brings it back when that ends.
 *
 *  On Linux the icon is made only when a StatusNotifier host was seen: Qt 6.4 decides with the
 *  first icon of a process whether it uses such a host, and never again. On X11 an icon is also
 *  made when there was none for a while, for the older trays (XEmbed), which decides it: a
 *  StatusNotifier host that comes later is used from the next start. */
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    /** How long a StatusNotifier host is waited for before an older tray is looked for: panels
     *  start beside us at login. */
    static constexpr std::chrono::milliseconds WaitForHost{5000};

    explicit TrayIcon(
        QObject *parent = nullptr, std::chrono::milliseconds waitForHost = WaitForHost);
    ~TrayIcon() override;

    void setIcon(const QIcon &icon);
    /** Plain text. */
    void setToolTip(const QString &text);
    /** Not owned; it must outlive the icon, or be set to null before it goes. */
    void setMenu(QMenu *menu);

    /** Whether the user can see the icon in a tray that is there now. */
    [[nodiscard]] bool isShown() const { return m_isShown; }
    /** A tray is there, and can be used only by a program that starts now. */
    [[nodiscard]] bool needsRestart() const { return m_needsRestart; }
    /** As the tray shows it, plain text; nothing happens while isShown() is false. */
    void showMessage(const QString &title, const QString &body);

signals:
    /** isShown() or needsRestart() has changed. */
    void shownChanged();
    /** The user clicked the icon, or a message of it. */
    void activated();

private:
    enum class Kind { None, Host, Other }; ///< what Qt decided for; None: nothing yet

    void noteHost();
    void lookForOlderTray();
    void makeIcon();
    void update();

    QIcon m_icon;
    QString m_toolTip;
    QPointer<QMenu> m_menu;
    TrayHost *m_host = nullptr;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    QTimer m_waiting; ///< for a host; then, for an older tray to come or go
    Kind m_kind = Kind::None;
    bool m_isShown = false;
    bool m_needsRestart = false;
};

} // namespace genauth
