// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/burnupfeed.h"
#include "app/dashboard/pages/poolpage.h"
#include "app/dashboard/widgets/chartexport.h"
#include "core/accounts/account.h"
#include "core/billing/historyrange.h"
#include "core/billing/poolsnapshot.h"
#include "core/models/historymodel.h"
#include "core/sync/historyloader.h"

#include <QPersistentModelIndex>
#include <QScrollArea>

class QBoxLayout;

namespace genauth {

class BillingStore;
class BurnUpCard;
class Button;
class Clock;
class DataTable;
class HistoryExport;
class HistoryTable;
class MauChart;
class OperationNotice;
class PoolsRefresher;
class RangeChooser;
class RefreshScheduler;
class Session;
class Settings;
class TextLabel;
class Theme;
class TitledCard;

/** The MAU history of one pool: its billing cycles as a chart and as a table of the same numbers,
 *  of a range that is remembered, and how the use of the running cycle grew. What a range reaches
 *  back to beyond the refreshes' own answer is asked for once; after a failure, again with the
 *  next attempt of a refresh. */
class HistoryPage final : public QScrollArea, public PoolPage
{
    Q_OBJECT

public:
    struct Collaborators
    {
        const Theme &theme;
        const Clock &clock;
        RefreshScheduler &scheduler;
        PoolsRefresher &refresher;
        BillingStore &store;
        const Session &session;
        Settings &settings;
    };

    /** What is given must outlive the page. */
    explicit HistoryPage(const Collaborators &with, QWidget *parent = nullptr);
    ~HistoryPage() override;

    void setPool(const QModelIndex &index) override;
    void updateContents() override;
    void setDetailsVisible(bool visible) override;

signals:
    void retryRequested();
    void editRequested();
    void replaceKeyRequested();
    void browserRequested();
    void detailsCopied();
    /** A sentence about something that was done. */
    void said(const QString &message);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /** What is known of the pool, and when. */
    struct Known
    {
        Account account;
        PoolSnapshot snapshot;
        QDateTime now; ///< this computer's clock
        QDate today;   ///< the pool's
        bool stale = false;
    };
    [[nodiscard]] Known known() const;

    // Its parts, from top to bottom: historypageparts.cpp.
    void createNotice();
    [[nodiscard]] QWidget *createControls();
    void createChart();
    void createTable();
    void arrange();

    void chooseRange(const HistoryRange &range);
    void retry();
    [[nodiscard]] bool reachesFurther(const Known &known) const;
    [[nodiscard]] bool mustAsk(const Known &known) const;
    void loadWhatIsMissing(const Known &known);
    void showNotice(const Known &known);
    void showCycles(const Known &known);
    void showBurnUp(const Known &known);
    void retranslate();
    [[nodiscard]] ChartExport::Picture picture() const;
    /** The older one of the answers that the cycles are from. */
    [[nodiscard]] QDateTime answeredAt(const PoolSnapshot &snapshot) const;

    Collaborators m_with;
    QPersistentModelIndex m_pool;
    Account m_account; ///< of m_pool, as it was last seen
    HistoryModel m_model;
    HistoryTable *m_cycles;
    HistoryLoader m_loader;
    BurnUpFeed m_feed;
    HistoryRange m_range;
    QString m_asked; ///< the range, HistoryRange::code(), that the loader was asked for

    OperationNotice *m_notice;
    RangeChooser *m_chooser;
    Button *m_exportButton;
    HistoryExport *m_export;
    TitledCard *m_chartCard;
    MauChart *m_chart;
    TextLabel *m_noCycles; ///< said in place of an empty chart
    DataTable *m_table;
    QWidget *m_tableCard;
    BurnUpCard *m_burnUp;
    QBoxLayout *m_lower; ///< the table and the burn-up curve
};

} // namespace genauth
