// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demopools.h"
#include "app/sandbox/madeup.h"
#include "app/sandbox/ordergoods.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace genauth::sandbox {

inline constexpr int mostDemoOrders = 100'000;

/** One order of a pool. */
struct DemoOrder
{
    qint64 place = 0; ///< 1 is the oldest
    QString orderNo;  ///< as the vendor's: the time in 14 digits, then 12 hexadecimal digits
    QDateTime createTime;
    int status = 0; ///< 1 unpaid, 2 paid, 3 completed, 4 cancelled, 5 expired
    QString orderType{};
    QString source{};
    Goods goods{};
    QString actualAmount{};
};

/**
 * The orders of one pool: made when they are asked for, from their place alone, so that any number
 * of them costs nothing. They lie within the 26 months before the day the book was opened, and keep
 * their numbers from then on. The newest is not paid yet, and expires after two hours.
 */
class OrderBook final
{
public:
    /** `opened` is the server's clock at its start. */
    OrderBook(
        DemoPool pool, std::shared_ptr<const OrderGoods> goods, int count, const QDateTime &opened);

    /** How many orders the demonstration gives a pool; `number` counts all pools from 1. */
    [[nodiscard]] static int usualCount(const DemoPool &pool, int number);

    [[nodiscard]] qint64 count() const { return places() - (m_out && !m_isOutLast ? 1 : 0); }
    /** The order that many places behind the newest, 0 to count() - 1. */
    [[nodiscard]] DemoOrder order(qint64 index, const QDateTime &now) const;
    /** Nothing when there is no such order. */
    [[nodiscard]] std::optional<DemoOrder> find(const QString &orderNo, const QDateTime &now) const;
    /** A new order, of this moment, unpaid: from now on it is the newest. */
    void add(const QDateTime &now) { m_added.append(now); }

    /** What pages do not expect: the order that many places behind the newest is gone, or told last
     *  of all. One order of a book. */
    void remove(qint64 index) { takeOut(index, false); }
    void moveToEnd(qint64 index) { takeOut(index, true); }

    /** The order as get-orders and get-order-detail give it. */
    [[nodiscard]] QJsonObject json(const DemoOrder &order) const;

private:
    [[nodiscard]] qint64 places() const { return m_count + m_added.size(); }
    void takeOut(qint64 index, bool isLast);
    [[nodiscard]] DemoOrder at(qint64 place, const QDateTime &now) const;
    [[nodiscard]] QDateTime createTime(qint64 place) const;
    [[nodiscard]] int status(qint64 place, const QDateTime &createTime, const QDateTime &now) const;

    DemoPool m_pool;
    std::shared_ptr<const OrderGoods> m_goods;
    qint64 m_count; ///< without those added later
    QDateTime m_opened;
    MadeUp m_madeUp;
    QList<QDateTime> m_added;
    std::optional<qint64> m_out{}; ///< the place that is not in its turn
    bool m_isOutLast = false;
};

} // namespace genauth::sandbox
