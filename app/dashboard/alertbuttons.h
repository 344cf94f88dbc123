// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertcenter.h"

#include <QList>
#include <QWidget>

class QAction;
class QMenu;

namespace genauth {

class Button;
class Theme;

/** What can be done about the alerts that are selected: as buttons, and as actions for a menu. */
class AlertButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit AlertButtons(const Theme &theme, QWidget *parent = nullptr);

    /** What is possible now. */
    struct Possible
    {
        bool hush = false;       ///< an open alert is selected
        bool openPool = false;   ///< one pool, which is watched
        bool thresholds = false; ///< one rule
        bool ofThisPool = false; ///< and of one pool, which is watched
    };
    void setPossible(const Possible &possible);

    /** The same for a menu, with submenus. */
    [[nodiscard]] QList<QAction *> actionsForMenu() const;
    /** In the order in which Tab goes through them. */
    [[nodiscard]] QList<QWidget *> buttons() const;

signals:
    void snoozeRequested(genauth::AlertCenter::Snooze how);
    void acknowledgeRequested();
    void poolRequested();
    void poolThresholdsRequested();
    void allThresholdsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *addTo(QMenu *menu, const char *name);
    void createMenus();
    void retranslate();

    Button *m_snooze;
    Button *m_acknowledge;
    Button *m_openPool;
    Button *m_thresholds;
    QMenu *m_snoozeMenu;
    QMenu *m_thresholdsMenu;
    QAction *m_aDay;
    QAction *m_aWeek;
    QAction *m_untilChange;
    QAction *m_acknowledgeAction;
    QAction *m_openPoolAction;
    QAction *m_poolThresholds;
    QAction *m_allThresholds;
};

} // namespace genauth
