// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/poolpage.h"
#include "core/accounts/account.h"
#include "core/billing/journalentry.h"

#include <QPersistentModelIndex>
#include <QUuid>
#include <QWidget>

namespace genauth {

class Button;
class DataTable;
class FilterPanel;
class JournalModel;
class JournalTable;
class Theme;

/** What changed between the refreshes of one pool, newest first, and files of it. Asks for what is
 *  kept when it shows another pool, and again when there is more. Selection, scrolling, sorting and
 *  filter stay meanwhile. */
class JournalPage final : public QWidget, public PoolPage
{
    Q_OBJECT

public:
    /** `theme` must outlive the page. */
    explicit JournalPage(const Theme &theme, QWidget *parent = nullptr);

    void setPool(const QModelIndex &index) override;
    void updateContents() override;
    void setDetailsVisible(bool visible) override;

    /** What is kept of this pool, newest first; of another one than is shown it is let go. */
    void showEntries(const QUuid &accountId, const JournalEntries &entries);
    /** There is more of this pool. */
    void entriesAdded(const QUuid &accountId);
    /** What was kept may be gone. */
    void readAgain();

signals:
    /** To be answered by showEntries(). */
    void entriesRequested(const QUuid &accountId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createTable();
    void updateRows();
    [[nodiscard]] Account account() const;
    void retranslate();

    QPersistentModelIndex m_pool;
    QUuid m_shown; ///< whose changes the rows are
    JournalModel *m_model;
    JournalTable *m_changes;
    DataTable *m_table;
    FilterPanel *m_panel;
    Button *m_export;
};

} // namespace genauth
