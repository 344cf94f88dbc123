// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/preferences/preferencessection.h"

class QCheckBox;
class QComboBox;

namespace genauth {

class FormGrid;
class TextLabel;

/** Language, theme, and how the program starts and closes. */
class GeneralSection final : public PreferencesSection
{
    Q_OBJECT

public:
    explicit GeneralSection(const PreferencesWith &with, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

signals:
    void languageChosen(genauth::UiLanguage language);
    void themeChosen(genauth::ThemeChoice theme);
    void closeToTrayChosen(bool closeToTray);

protected:
    void retranslate() override;

private:
    void createFields();
    void showChoices();
    void chooseLoginStart(bool on);

    PreferencesWith m_with;
    FormGrid *m_fields;
    QComboBox *m_language;
    QComboBox *m_theme;
    QCheckBox *m_loginStart;
    QCheckBox *m_startMinimized;
    QCheckBox *m_closeToTray;
};

} // namespace genauth
