// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/dialogs/questiondialog.h"

#include <QString>

namespace genauth {

/** Asks whether a pool is to be removed, and says what that deletes, and where. */
class RemoveDialog final : public QuestionDialog
{
    Q_OBJECT

public:
    /** `name` is the pool's, `file` where the list lies (empty: nowhere), `entry` its key's. */
    RemoveDialog(const QString &name, const QString &file, const QString &entry, const Theme &theme,
        QWidget *parent = nullptr);

private:
    void retranslateUi() override;

    QString m_name;
    QString m_file;
    QString m_entry;
    TextLabel *m_consequence;
};

} // namespace genauth
