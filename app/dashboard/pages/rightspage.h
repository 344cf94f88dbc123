// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/answerpage.h"

class QTreeView;

namespace genauth {

class FilterPanel;
class RightsModel;
class RightsTable;

/** Everything that the package of one pool includes, under a heading for each data type. Keeps
 *  selection, scrolling, sorting and filter while answers and languages come and go. */
class RightsPage final : public AnswerPage
{
    Q_OBJECT

public:
    explicit RightsPage(const Collaborators &with, QWidget *parent = nullptr);

protected:
    [[nodiscard]] Answer answerOf(const PoolSnapshot &snapshot) const override;
    void showAnswer(const PoolSnapshot &snapshot, bool refreshing, bool stale) override;
    void startAnew() override;
    void retranslate() override;

private:
    void setUpView(const Theme &theme);
    void openHeadings();
    void updateRows();

    RightsModel *m_model;
    RightsTable *m_rights;
    QTreeView *m_view;
    FilterPanel *m_panel;
    bool m_stale = false;
};

} // namespace genauth
