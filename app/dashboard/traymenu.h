// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertcenter.h"
#include "core/billing/subscriptionstate.h"

#include <QIcon>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace genauth {

class Language;
class PoolsModel;
class Theme;

/** What the tray shows and offers: the worst state of all pools as a shape, a badge with the number
 *  of open alerts, the three most urgent pools in words, and a menu. It says what was asked for. */
class TrayMenu final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PoolsNamed = 3;
    static constexpr qsizetype LongestName = 60;

    struct Collaborators
    {
        PoolsModel &model;
        AlertCenter &alerts;
        Language &language;
        const Theme &theme;
    };

    /** All must outlive it. */
    explicit TrayMenu(const Collaborators &with, QObject *parent = nullptr);
    ~TrayMenu() override;

    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }
    /** In the sizes that trays ask for, from 16 to 64 pixels. */
    [[nodiscard]] const QIcon &icon() const { return m_icon; }
    /** The worst state in a word, then a line for each pool. Some trays take it for markup: it has
     *  no character that would be. */
    [[nodiscard]] const QString &toolTip() const { return m_toolTip; }
    /** Something is wrong that nobody has taken note of. */
    [[nodiscard]] bool needsAttention() const { return m_openAlerts > 0; }

signals:
    /** Of icon(), toolTip() or needsAttention(). */
    void changed();
    void showRequested();
    void alertsRequested();
    void refreshRequested();
    void languageRequested();
    void snoozeRequested(genauth::AlertCenter::Snooze how);
    void quitRequested();

private:
    void createMenu();
    [[nodiscard]] QAction *addAction(const char *name, void (TrayMenu::*asked)());
    void lookSoon();
    void look();
    void paint(std::optional<SubscriptionState> worst);
    void retranslate();

    Collaborators m_with;
    std::unique_ptr<QMenu> m_menu;
    QMenu *m_snoozeMenu = nullptr;
    QAction *m_showAction = nullptr;
    QAction *m_alertsAction = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_languageAction = nullptr;
    QAction *m_snoozeDayAction = nullptr;
    QAction *m_snoozeWeekAction = nullptr;
    QAction *m_snoozeChangeAction = nullptr;
    QAction *m_quitAction = nullptr;
    QTimer m_looking; ///< thousands of pools may change in one turn
    QIcon m_icon;
    std::optional<SubscriptionState> m_painted;
    int m_paintedAlerts = -1;
    QString m_toolTip;
    int m_openAlerts = 0;
};

} // namespace genauth
