// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/preferences/preferencessection.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace genauth {

class Button;
class FormGrid;
class TextLabel;

/** A command that is run on each alert, and a test of it. */
class CommandSection final : public PreferencesSection
{
    Q_OBJECT

public:
    explicit CommandSection(const PreferencesWith &with, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void commit() override;

signals:
    /** They are in the settings already. */
    void hookChosen(const genauth::HookSettings &hook);

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createFields();
    void layOut();
    void showHook(const HookSettings &hook);
    [[nodiscard]] HookSettings typed() const;
    [[nodiscard]] QString programProblem() const;
    void judge();
    void chooseProgram();
    void test();
    void showTest();

    PreferencesWith m_with;
    FormGrid *m_fields;
    QWidget *m_programField;
    QLineEdit *m_program;
    QPushButton *m_programButton;
    QPlainTextEdit *m_arguments;
    QSpinBox *m_limit;
    Button *m_test;
    TextLabel *m_result;
    enum class Test { None, Running, Ended };
    Test m_state = Test::None;
    HookTestResult m_testResult;
};

} // namespace genauth
