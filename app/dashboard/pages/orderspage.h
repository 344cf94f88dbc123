// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/answerpage.h"
#include "core/sync/orderdetails.h"

#include <QTimer>

#include <chrono>

class QSplitter;

namespace genauth {

class CardFrame;
class DataTable;
class OrderDetailPane;
class OrderFilterBar;
class OrderLoadBar;
class OrderLoader;
class OrdersModel;
class OrdersTable;
class PoolsRefresher;
class TextLabel;

/** The orders of one pool, newest first, and all of the selected one: beside the table where there
 *  is room, else under it. The first page of orders comes with each refresh; scrolling near the end
 *  loads the next one, and buttons load another or all. Selection, scrolling, sorting and filter
 *  stay while refreshes, pages and languages come and go. */
class OrdersPage final : public AnswerPage
{
    Q_OBJECT

public:
    /** What asks for more than a refresh does. */
    struct Loading
    {
        PoolsRefresher &refresher;
        RefreshScheduler &scheduler;
        std::chrono::milliseconds rest = OrderDetails::UsualRest;
    };

    /** What is given must outlive the page. */
    OrdersPage(const Collaborators &with, const Loading &loading, QWidget *parent = nullptr);

signals:
    /** An order is on the clipboard. */
    void orderCopied();

protected:
    [[nodiscard]] Answer answerOf(const PoolSnapshot &snapshot) const override;
    void showAnswer(const PoolSnapshot &snapshot, bool refreshing, bool stale) override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *createBody();
    [[nodiscard]] QWidget *createList();
    void createTable();
    void followRows();
    void followScrolling();
    void applyFilter();
    void focusRows();
    void selectionChanged();
    [[nodiscard]] int selectedRow() const;
    void keepPlace();
    void scrolled(int value);
    void updateCounts();
    void updateDetails();
    void arrange();

    OrdersModel *m_model;
    OrderLoader *m_loader;
    OrderDetails *m_details;
    OrdersTable *m_orders;
    TextLabel *m_heading;
    TextLabel *m_totals;
    OrderFilterBar *m_filter;
    CardFrame *m_card;
    DataTable *m_table;
    TextLabel *m_instead;
    OrderLoadBar *m_loadBar;
    OrderDetailPane *m_pane;
    CardFrame *m_paneCard;
    QSplitter *m_splitter;
    QTimer m_countsTimer;           ///< one look for all that changes in a turn of the event loop
    QPersistentModelIndex m_topRow; ///< to be kept where it is; invalid: nothing changes
    int m_topOffset = 0;
    int m_scrolledTo = 0;
    bool m_stale = false;
};

} // namespace genauth
