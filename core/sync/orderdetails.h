// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/order.h"
#include "core/billing/payment.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <memory>
#include <optional>

namespace genauth {

class ApiReply;
class ApiRequest;
class PoolQueries;
class PoolsRefresher;
class RefreshScheduler;
struct Envelope;

/** What GenAuth knows of the selected order beyond the list: the order itself anew, and its
 *  payment. Both are asked for side by side, once the selection has rested for a while or the order
 *  is chosen, and each fails by itself. What was answered is kept for an hour; it is asked for
 * again when the list tells the order otherwise than it did, and so is the payment of an order that
 * is not paid yet. Selecting another order drops the questions that are under way. A server that
 *  asked to wait is asked when that time is over. */
class OrderDetails final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds UsualRest{300};
    static constexpr std::chrono::hours LongestKept{1};
    /** Orders whose answers are kept; then all are forgotten. */
    static constexpr int MostKept = 1000;

    /** What is given must outlive it. */
    OrderDetails(PoolsRefresher &refresher, RefreshScheduler &scheduler,
        std::chrono::milliseconds rest = UsualRest, QObject *parent = nullptr);
    ~OrderDetails() override;

    /** One of the two answers. */
    template <class T>
    struct Part
    {
        std::optional<T> value = {};
        std::optional<ApiError> error = {}; ///< of the last attempt
        bool loading = false;
        /** The server knows of none: an order nobody paid. Of the payment alone. */
        bool isNone = false;

        [[nodiscard]] bool isAnswered() const { return value || isNone; }
    };
    struct Details
    {
        Part<Order> order = {};
        Part<Payment> payment = {};
        /** Why nothing is asked though it is wanted. */
        QDateTime heldUntil = {}; ///< the server asked to wait; else invalid
        bool lacksKey = false;    ///< or the pool is not known
    };

    /** The user pool that orders are asked of; another one deselects, and a connection that changes
     *  forgets what was answered. */
    void setPool(const Account &account);
    /** As the list tells it. One without a readable number has no details. */
    void select(const Order &order);
    /** At once, also what was refused before. */
    void choose();
    void deselect();

    /** Of the selected order. */
    [[nodiscard]] const Details &details() const { return m_details; }

signals:
    /** details() is another one. */
    void changed();

private:
    struct Kept
    {
        Order listed;
        Details details;
        QDateTime at;
    };
    /** Empty: none that could be asked for. */
    [[nodiscard]] QString number() const;
    [[nodiscard]] Details keptOf(const Order &listed) const;
    void ask();
    void waitUntil(const QDateTime &heldUntil);
    template <class T>
    void askFor(Part<T> &part, const ApiRequest &request, ApiReply *&reply);
    template <class T>
    void take(Part<T> &part, const ApiRequest &request, const Result<Envelope> &result);
    void drop();
    void endIfDone();

    PoolsRefresher &m_refresher;
    RefreshScheduler &m_scheduler;
    QTimer m_rest;
    QTimer m_hold; ///< looks at the clock again
    Account m_account;
    Order m_selected;
    Details m_details;
    QHash<QString, Kept> m_kept; ///< by order number, of this pool
    std::unique_ptr<PoolQueries> m_queries;
    ApiReply *m_orderReply = nullptr;
    ApiReply *m_paymentReply = nullptr;
};

} // namespace genauth
