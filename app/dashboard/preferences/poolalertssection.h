// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/preferences/preferencessection.h"
#include "core/alerts/alertsettings.h"

#include <QHash>
#include <QUuid>

class QComboBox;

namespace genauth {

class FormGrid;
class StepsEdit;
class TextLabel;

/** What one pool has otherwise than all pools. */
class PoolAlertsSection final : public PreferencesSection
{
    Q_OBJECT

public:
    explicit PoolAlertsSection(const PreferencesWith &with, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void commit() override;
    /** One that is not watched changes nothing. */
    void choosePool(const QUuid &accountId);
    [[nodiscard]] QWidget *controlOf(AlertRule rule) const;
    /** What holds for all pools may have changed. */
    void showSettings();

signals:
    /** They are in the settings already. */
    void alertSettingsChosen(const genauth::AlertSettings &settings);

protected:
    void retranslate() override;

private:
    void createFields();
    void choose();
    void judge();
    [[nodiscard]] QUuid pool() const;

    Settings &m_settings;
    const PoolsModel &m_pools;
    TextLabel *m_none;
    FormGrid *m_fields;
    QComboBox *m_pool;
    QHash<AlertRule, QComboBox *> m_rules;
    StepsEdit *m_days;
    StepsEdit *m_percents;
    QUuid m_shown; ///< whose overrides the fields hold
};

} // namespace genauth
