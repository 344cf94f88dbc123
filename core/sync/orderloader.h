// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/orderpage.h"
#include "core/billing/poolsnapshot.h"
#include "core/models/ordersmodel.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QUuid>

#include <chrono>
#include <memory>
#include <optional>

namespace genauth {

class ApiReply;
class PoolQueries;
class PoolsRefresher;
class RefreshScheduler;

/** Loads the orders of one pool into a model, page by page, one request at a time. The first page
 *  comes with each refresh, and is never asked for because somebody looks at it.
 *
 *  Each further page is asked for once while nothing moves. The server's totalCount is a hint: it
 *  decides nothing but whether a page that is not full may be followed by another.
 *  - The end is a page that is empty or brings nothing new, or one that is not full when no more
 *    are said to exist. So after a last page that is full one empty page is asked for.
 *  - New orders come in front of the others and shift the pages. A refresh tells how many there
 *    are, and where its first page holds no order known before, the pages after it are asked for,
 *    until one does. When a further page holds more known orders than that explains, together with
 *    new ones or with a grown totalCount, the list has shifted meanwhile: the pages from the first
 *    on are asked for, until one holds an order known before. So an order may be seen twice, which
 *    makes no second row, and none is missed. When a page held known orders alone, and those in
 *    front of it bring no new one either, the server repeats itself: the end.
 *  - An order that leaves its place moves those behind it up, so one may slip from a page that is
 *    still to come to one that was loaded. When the end is found with fewer orders than stated, or
 *    the total has fallen on the way, all pages are asked for once more: once for each total.
 *  - More than MostOrders are not loaded.
 *
 *  A page that is refused ends the loading; the next call asks for it again. A server that asked to
 *  wait is not asked before the scheduler's heldUntil(). What comes for a pool that has changed or
 *  gone meanwhile is dropped. */
class OrderLoader final : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostOrders = 200'000;
    static constexpr std::chrono::hours LongestFresh{6};

    /** What is given must outlive the loader. */
    OrderLoader(PoolsRefresher &refresher, RefreshScheduler &scheduler, OrdersModel &model,
        QObject *parent = nullptr);
    ~OrderLoader() override;

    /** Another pool, or another connection of it, forgets what was loaded. `poolId` is the user
     *  pool that answered last; empty: unknown. */
    void setPool(const Account &account, const QString &poolId);
    /** What the last refresh knows of the first page: a new answer joins what is loaded. */
    void absorb(const OperationState<OrderPage> &firstPage);

    /** Another page. Does nothing while one is under way. */
    void loadNext();
    /** Page after page, to the end. */
    void loadAll();
    /** Keeps what was loaded. */
    void cancel();

    /** Whether loadNext() would find something to ask for, were it not for heldUntil(). */
    [[nodiscard]] bool canLoadMore() const;
    [[nodiscard]] bool isLoadingAll() const { return m_mode == Mode::All; }
    /** When the oldest answer came that any order behind the newest page is from, UTC; invalid:
     *  there is no such order. */
    [[nodiscard]] QDateTime furtherSince() const { return m_furtherAt; }
    /** Until when the server asked not to be asked; invalid when it did not. */
    [[nodiscard]] QDateTime heldUntil() const;
    /** Further pages are not asked for again by themselves: since when those that are loaded tell
     *  what they tell, once that is LongestFresh ago; invalid before. */
    [[nodiscard]] QDateTime agedSince() const;
    /** Of the further pages of this pool: paths, each in its page's answer. */
    [[nodiscard]] QStringList unreadableFields(const QUuid &accountId) const;

signals:
    /** unreadableFields() are others. */
    void unreadableFieldsChanged();

private:
    enum class Mode { Idle, Next, All };

    void start(Mode mode);
    void ask();
    void replyFinished(int page);
    void fail(const ApiError &error);
    void endBurst();
    void forget();
    void publish();
    /** The page behind those that are loaded has come. */
    void takeNext(int page, const OrderPage &answer);
    /** A page of the front has come, which is looked through for orders that are newer. */
    void takeFront(const OrderPage &answer);
    void takeRefreshed(const OrderPage &answer);
    /** A page has come that was loaded before. */
    void takeAgain(const OrderPage &answer);
    void walkAgainIfOneWasMissed();
    void noteUnreadable(int page, const OrderPage &answer);
    void noteTotal(const OrderPage &answer);
    [[nodiscard]] bool isFull(const OrderPage &answer) const;
    [[nodiscard]] bool areMoreStated() const;

    PoolsRefresher &m_refresher;
    RefreshScheduler &m_scheduler;
    OrdersModel &m_model;
    Account m_account;
    QString m_poolId;
    QDateTime m_seenAt; ///< when the first page that was absorbed last had come, and its data
    QByteArray m_seenData;

    std::unique_ptr<PoolQueries> m_queries; ///< of the burst under way
    ApiReply *m_reply = nullptr;            ///< under way
    Mode m_mode = Mode::Idle;
    int m_page = 0; ///< the last one that was taken, from the first on
    /** So many orders of the pages behind it are known already, since newer ones stand in front. */
    int m_lag = 0;
    int m_pageSize;             ///< as the first page shows: a server may give fewer than asked for
    int m_frontPage = 0;        ///< the next page of the front to be looked through; 0: none
    int m_frontNew = 0;         ///< orders that the front has brought so far
    bool m_doubted = false;     ///< the page before it was looked through held known orders alone
    bool m_toldNothing = false; ///< the last page held known orders alone, as was expected
    bool m_complete = false;
    int m_lastPage = 0;                  ///< the furthest that was asked for
    int m_againPage = 0;                 ///< the next one to be asked for once more; 0: none
    bool m_hasFallen = false;            ///< the total, before the end was found
    QDateTime m_furtherAt;               ///< see furtherSince()
    QDateTime m_againAt;                 ///< when asking for all once more began
    QMap<int, QStringList> m_unreadable; ///< by page, from the second on
    std::optional<qint64> m_stated;
    std::optional<qint64> m_walkedFor; ///< the total for which all were asked for once more
    std::optional<ApiError> m_error;
};

} // namespace genauth
