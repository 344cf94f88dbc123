// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/dialogs/questiondialog.h"

namespace genauth {

/** Asks whether the history is to be cleared, and says what goes and what stays. */
class ClearHistoryDialog final : public QuestionDialog
{
    Q_OBJECT

public:
    explicit ClearHistoryDialog(const Theme &theme, QWidget *parent = nullptr);

private:
    void retranslateUi() override;

    TextLabel *m_goes;
    TextLabel *m_stays;
};

} // namespace genauth
