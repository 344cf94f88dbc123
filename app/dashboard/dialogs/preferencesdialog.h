// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "core/alerts/alert.h"
#include "core/alerts/alertsettings.h"

#include <QDialog>
#include <QList>
#include <QUuid>

#include <chrono>

class QBoxLayout;
class QListWidget;
class QStackedWidget;

namespace genauth {

class AlertsSection;
class DataSection;
class PoolAlertsSection;
class PreferencesSection;

/** All that can be chosen, in sections. Every choice counts, and is kept, at once; lists and texts
 *  when the keyboard goes elsewhere. What cannot be right is said beside its field, and stays there
 *  to be mended. */
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Section { General, Refreshing, Alerts, PoolAlerts, Command, Data };

    explicit PreferencesDialog(const PreferencesWith &with, QWidget *parent = nullptr);

    void showSection(Section section);
    /** The switch of this rule has the keyboard: for this pool, or for all by a null id. */
    void showRule(AlertRule rule, const QUuid &accountId);

    /** How the clearing of the history went: a sentence, or nothing when it is cleared. */
    void sayHistoryCleared(const QString &problem);

    void done(int result) override;

signals:
    // These two are not in the settings yet: there is one way to choose them.
    void languageChosen(genauth::UiLanguage language);
    void themeChosen(genauth::ThemeChoice theme);
    // What follows is in the settings already, and is to be acted on.
    void closeToTrayChosen(bool closeToTray);
    /** Zero: never by itself. */
    void intervalChosen(std::chrono::minutes interval);
    void alertSettingsChosen(const genauth::AlertSettings &settings);
    void hookChosen(const genauth::HookSettings &hook);
    void historyDaysChosen(int days);
    /** Confirmed; sayHistoryCleared() is to be called when that is done. */
    void clearHistoryRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createSections(const PreferencesWith &with);
    /** At the next place of Section. */
    void add(PreferencesSection *section);
    void layOut();
    /** The list stands beside the section where there is room, else above it. */
    void arrange();
    void retranslateUi();

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QBoxLayout *m_parts;
    QList<PreferencesSection *> m_sections;
    AlertsSection *m_alerts = nullptr;
    PoolAlertsSection *m_poolAlerts = nullptr;
    DataSection *m_data = nullptr;
};

} // namespace genauth
