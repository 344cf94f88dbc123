// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"
#include "core/alerts/alertsmodel.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QUuid>

#include <functional>

class QAction;
class QWidget;

namespace genauth {

class AlertCenter;
class AlertsPage;
class BillingStore;
class Clock;
class OwnPools;
class PoolsModel;
class PreferencesDialog;
class RefreshScheduler;
class Session;

/** What the window has about alerts: their page, the rehearsal, and the preferences, which they are
 *  a part of; with the actions that lead there. */
class AlertActions final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        AlertCenter &center;
        PoolsModel &pools;
        const Session &session;
        const OwnPools &own;
        BillingStore &store;
        RefreshScheduler &scheduler;
        Settings &settings;
        Language &language;
        Theme &theme;
        const Clock &clock;
        LoginStartChoice loginStart = {};
        decltype(PreferencesWith::testHook) testHook = {};
        std::function<bool()> hasTray = {};
    };

    /** Page and dialogs belong to `window`, whose actions these become. What is given must outlive
     *  them. */
    AlertActions(const Collaborators &with, QWidget *window);
    ~AlertActions() override;

    [[nodiscard]] AlertsPage *page() const { return m_page; }
    /** Checkable: whether the page is to be seen. */
    [[nodiscard]] QAction *alertsAction() const { return m_alertsAction; }
    /** The same for a toolbar, which may have no room for it. */
    [[nodiscard]] QAction *toolAction() const { return m_toolAction; }
    [[nodiscard]] QAction *rehearsalAction() const { return m_rehearsalAction; }
    [[nodiscard]] QAction *preferencesAction() const { return m_preferencesAction; }

    /** Other pools are shown now: other alerts are. */
    void updateRecords();
    void retranslate();
    void openRehearsal(const QUuid &accountId);
    /** The one that is open already, if there is one. */
    PreferencesDialog *openPreferences();
    /** At what this pool has otherwise than all. */
    void openPoolAlerts(const QUuid &accountId);

signals:
    void poolRequested(const QUuid &accountId);
    void languageChosen(genauth::UiLanguage language);
    void themeChosen(genauth::ThemeChoice theme);
    /** A sentence about something that was done. */
    void said(const QString &message);
    /** The words of the actions have changed, and with them their widths. */
    void retold();

private:
    [[nodiscard]] QAction *createAction(const char *name, const QKeySequence &key);
    void createPage();
    void wire(PreferencesDialog *dialog);
    void tellOpenCount();

    Collaborators m_with;
    QWidget *m_window;
    AlertsModel m_model;
    AlertsPage *m_page = nullptr;
    QPointer<PreferencesDialog> m_preferences;
    QAction *m_alertsAction;
    QAction *m_toolAction;
    QAction *m_rehearsalAction;
    QAction *m_preferencesAction;
};

} // namespace genauth
