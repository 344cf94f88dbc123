// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demoorders.h"

#include "app/sandbox/demodates.h"
#include "app/sandbox/ordernumber.h"

#include <algorithm>
#include <array>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

// Each is taken in turn. Their lengths share no factor, so that the mixtures vary.
constexpr std::array orderTypes{u"Renew", u"New", u"Renew", u"Upgrade", u"Renew", u"New",
    u"Overflowed_Correct", u"Renew", u"Overdue_Correct", u"New", u"Renew"};
constexpr std::array statuses{3, 3, 2, 3, 4, 3, 5, 3, 3};
constexpr std::array sources{
    u"SelfHelp", u"SelfHelp", u"Offline", u"SelfHelp", u"Eadmin", u"Licence", u"Cdkey"};
constexpr std::array discountPercents{0, 0, 0, 10, 0, 5, 0, 0};

constexpr qint64 spanDays = 790; ///< a little less than 26 months
constexpr int secondsPerDay = 86'400;

template <typename Items>
auto inTurn(const Items &items, quint64 turn)
{
    return items.at(std::size_t(turn % items.size()));
}

/** A Cdkey comes out of a campaign, which has a price of its own. */
int discountPercent(const DemoOrder &order, quint64 chance)
{
    if (order.orderType.endsWith("_Correct"_L1))
        return 0;
    return order.source == "Cdkey"_L1 ? 50 : inTurn(discountPercents, chance);
}

/** What a pool of which nothing is certain leaves out, or says in no way a client knows. */
QJsonObject withGaps(QJsonObject order, qint64 place)
{
    if (place % 4 == 1)
        order.remove("goodsNameEn"_L1);
    if (place % 5 == 2)
        order["status"_L1] = u""_s;
    if (place % 6 == 3)
        order["source"_L1] = QJsonValue::Null;
    if (place % 7 == 4)
        order["quantity"_L1] = u"n/a"_s;
    if (place % 9 == 5)
        order["createTime"_L1] = u""_s;
    if (place % 11 == 6)
        order["orderType"_L1] = u"Gift"_s;
    return order;
}

} // namespace

OrderBook::OrderBook(
    DemoPool pool, std::shared_ptr<const OrderGoods> goods, int count, const QDateTime &opened)
    : m_pool(std::move(pool))
    , m_goods(std::move(goods))
    , m_count(count)
    , m_opened(opened)
    , m_madeUp(MadeUp(m_pool.userPoolId).about(1))
{
}

int OrderBook::usualCount(const DemoPool &pool, int number)
{
    return number <= ownDemoPools ? 137 : 12 + MadeUp(pool.userPoolId).below(29, 2);
}

DemoOrder OrderBook::order(qint64 index, const QDateTime &now) const
{
    if (m_isOutLast && index == count() - 1)
        return at(*m_out, now);
    const qint64 place = places() - index;
    return at(m_out && place <= *m_out ? place - 1 : place, now);
}

void OrderBook::takeOut(qint64 index, bool isLast)
{
    m_out = places() - index;
    m_isOutLast = isLast;
}

std::optional<DemoOrder> OrderBook::find(const QString &orderNo, const QDateTime &now) const
{
    const qint64 place = placeIn(orderNo, m_madeUp);
    if (place < 1 || place > places())
        return {};
    DemoOrder order = at(place, now);
    return order.orderNo == orderNo ? std::optional(std::move(order)) : std::nullopt;
}

QJsonObject OrderBook::json(const DemoOrder &order) const
{
    const QJsonObject fields{{u"orderNo"_s, order.orderNo}, {u"goodsName"_s, order.goods.name},
        {u"goodsNameEn"_s, order.goods.nameEn}, {u"goodsUnitPrice"_s, order.goods.unitPrice},
        {u"quantity"_s, QString::number(order.goods.quantity)},
        {u"actualAmount"_s, order.actualAmount}, {u"status"_s, QString::number(order.status)},
        {u"orderType"_s, order.orderType}, {u"createTime"_s, serviceTime(order.createTime)},
        {u"source"_s, order.source}};
    return m_pool.use.isUncertain ? withGaps(fields, order.place) : fields;
}

DemoOrder OrderBook::at(qint64 place, const QDateTime &now) const
{
    const MadeUp own = m_madeUp.about(quint64(place));
    const QJsonObject package = m_pool.goodsPackage();
    DemoOrder order{.place = place, .orderNo = {}, .createTime = createTime(place)};
    order.orderNo = orderNumber(place, order.createTime, m_madeUp);
    order.status = status(place, order.createTime, now);
    order.orderType =
        QString::fromUtf16(inTurn(orderTypes, quint64(place) + m_madeUp.number(6) % 11));
    order.source = QString::fromUtf16(inTurn(sources, quint64(place) + m_madeUp.number(3) % 7));
    order.goods = place == 1 ? m_goods->package(package, own.number(1))
                             : m_goods->goods(package, order.orderType, own.number(1));
    order.actualAmount = actualAmount(order.goods, discountPercent(order, own.number(2)));
    return order;
}

QDateTime OrderBook::createTime(qint64 place) const
{
    if (place > m_count)
        return m_added[place - m_count - 1];
    const MadeUp own = m_madeUp.about(quint64(place));
    const qint64 rank = m_count - place;
    if (rank == 0) { // By the hour, so that programs started together agree on it.
        const qint64 hour = m_opened.toSecsSinceEpoch() / 3600 * 3600;
        return QDateTime::fromSecsSinceEpoch(hour - 600 - own.below(1200, 3), Qt::UTC);
    }
    const QDateTime yesterday(
        beijingDay(m_opened).addDays(-1), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600);
    if (spanDays >= 2 * m_count) { // days enough to give each order a working day's hour
        constexpr int morning = 9 * 3600;
        return yesterday.addDays(-(rank * spanDays / m_count))
            .addSecs(morning + own.below(10 * 3600, 3));
    }
    const qint64 step = spanDays * secondsPerDay / m_count;
    return yesterday.addSecs(-rank * step - own.below(int(step * 4 / 5), 3));
}

int OrderBook::status(qint64 place, const QDateTime &createTime, const QDateTime &now) const
{
    constexpr int secondsToPay = 7200;
    if (place >= m_count)
        return createTime.secsTo(now) < secondsToPay ? 1 : 5;
    return place == 1 ? 3 : inTurn(statuses, quint64(place) + m_madeUp.number(4) % 9);
}

} // namespace genauth::sandbox
