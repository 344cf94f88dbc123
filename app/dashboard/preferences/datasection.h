// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/dashboard/preferences/preferencessection.h"
#include "core/store/watcherstore.h"

#include <optional>

class QSpinBox;

namespace genauth {

class Button;
class FormGrid;
class TextLabel;

/** Where what is known is kept, how much of it, and how to be rid of it. */
class DataSection final : public PreferencesSection
{
    Q_OBJECT

public:
    explicit DataSection(const PreferencesWith &with, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void commit() override;
    /** How clearing the history went: a sentence; empty: it is gone. */
    void sayCleared(const QString &problem);

signals:
    void historyDaysChosen(int days);
    /** The user has confirmed it. */
    void clearHistoryRequested();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void showFile();
    void showLastCheck();
    void askToClear();
    void showCleared();

    PreferencesWith m_with;
    FormGrid *m_fields;
    TextLabel *m_file;
    TextLabel *m_size;
    TextLabel *m_check;
    std::optional<WatcherNote> m_lastCheck;
    QSpinBox *m_days;
    Button *m_clear;
    TextLabel *m_cleared;
    bool m_hasCleared = false;
    QString m_problem;
};

} // namespace genauth
