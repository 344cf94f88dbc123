// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/answerpage.h"

namespace genauth {

class DataTable;
class FilterPanel;
class UsageModel;
class UsageTable;

/** Every right of one pool that is in use, with how much of it, worst first. Keeps selection,
 *  scrolling, sorting and filter while answers and languages come and go. */
class UsagePage final : public AnswerPage
{
    Q_OBJECT

public:
    explicit UsagePage(const Collaborators &with, QWidget *parent = nullptr);

protected:
    [[nodiscard]] Answer answerOf(const PoolSnapshot &snapshot) const override;
    void showAnswer(const PoolSnapshot &snapshot, bool refreshing, bool stale) override;
    void startAnew() override;
    void retranslate() override;

private:
    void updateRows();

    UsageModel *m_model;
    UsageTable *m_rights;
    DataTable *m_table;
    FilterPanel *m_panel;
    QString m_summary;
    bool m_stale = false;
};

} // namespace genauth
