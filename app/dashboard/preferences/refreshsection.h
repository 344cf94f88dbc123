// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/preferences/preferencessection.h"

#include <chrono>

class QComboBox;

namespace genauth {

class FormGrid;

/** How often pools are asked. */
class RefreshSection final : public PreferencesSection
{
    Q_OBJECT

public:
    explicit RefreshSection(const PreferencesWith &with, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

signals:
    /** Zero: never by itself. */
    void intervalChosen(std::chrono::minutes interval);

protected:
    void retranslate() override;

private:
    void fillIntervals();
    void chosen();
    [[nodiscard]] std::chrono::minutes interval() const;

    Settings &m_settings;
    FormGrid *m_fields;
    QComboBox *m_interval;
};

} // namespace genauth
