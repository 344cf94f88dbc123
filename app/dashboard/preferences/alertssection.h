// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/preferences/preferencessection.h"
#include "core/alerts/alertsettings.h"

#include <QHash>

class QCheckBox;
class QTimeEdit;

namespace genauth {

class FormGrid;
class StepsEdit;

/** Which alerts fire for all pools, at which steps, and when nothing is announced. */
class AlertsSection final : public PreferencesSection
{
    Q_OBJECT

public:
    explicit AlertsSection(const PreferencesWith &with, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void commit() override;
    /** What switches this rule. */
    [[nodiscard]] QWidget *controlOf(AlertRule rule) const;

signals:
    /** They are in the settings already. */
    void alertSettingsChosen(const genauth::AlertSettings &settings);

protected:
    void retranslate() override;

private:
    void createFields(FormGrid &fields);
    void createQuietHours(FormGrid &fields);
    void showSettings();
    void choose();
    void judge();

    Settings &m_settings;
    FormGrid *m_fields;
    QHash<AlertRule, QCheckBox *> m_rules;
    StepsEdit *m_days;
    StepsEdit *m_percents;
    QCheckBox *m_quiet;
    QTimeEdit *m_quietFrom;
    QTimeEdit *m_quietTo;
};

} // namespace genauth
