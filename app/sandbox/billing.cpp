// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/billing.h"

#include "app/sandbox/demodates.h"
#include "app/sandbox/demohistory.h"
#include "app/sandbox/demopayments.h"
#include "app/sandbox/demousage.h"
#include "app/sandbox/operations.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

/** A day in the form yyyyMMdd; an invalid one for anything else. */
QDate dayIn(const QString &text)
{
    return QDate::fromString(text, u"yyyyMMdd"_s);
}

/** The records that have a day from `first` to `last`; one that does not say its days is kept. */
QJsonObject overlapping(QJsonObject history, QDate first, QDate last)
{
    QJsonArray kept;
    const QJsonArray records = history["records"_L1].toArray();
    for (const auto &record : records) {
        const QDate begin = dayIn(record["periodStartTime"_L1].toString());
        const QDate end = dayIn(record["periodEndTime"_L1].toString());
        if (!begin.isValid() || !end.isValid() || (begin <= last && end >= first))
            kept.append(record);
    }
    history["records"_L1] = kept;
    return history;
}

/** A parameter that may be absent; nothing when it is there and wrong. */
std::optional<int> number(const QUrlQuery &parameters, const QString &name, int absent, int most)
{
    if (!parameters.hasQueryItem(name))
        return absent;
    bool isNumber = false;
    const int value = parameters.queryItemValue(name, QUrl::FullyDecoded).toInt(&isNumber);
    return isNumber && value >= 1 && value <= most ? std::optional(value) : std::nullopt;
}

} // namespace

Billing::Billing(
    const QList<DemoPool> &pools, std::optional<int> orderCount, const QDateTime &opened)
{
    const auto goods = std::make_shared<const OrderGoods>();
    int position = 0;
    for (const DemoPool &pool : pools) {
        const int count = orderCount.value_or(OrderBook::usualCount(pool, ++position));
        m_accounts.insert(pool.userPoolId, {pool, OrderBook(pool, goods, count, opened)});
    }
}

Outcome Billing::answer(const BillingQuestion &question)
{
    const auto known = m_accounts.find(question.userPoolId);
    Q_ASSERT(known != m_accounts.end()); // the sign-in knows the same pools
    const QString &operation = question.operation;
    if (operation == historyOperation)
        return history(*known, question);
    if (operation == ordersOperation)
        return orders(*known, question);
    if (operation == orderDetailOperation || operation == paymentOperation)
        return order(*known, question);
    if (known->pool.answers.contains(operation))
        return {dated(known->pool.answers[operation], question.now)};
    if (operation == usageOperation)
        return {
            usageAnswer(known->pool, m_rights, mauCycle(known->pool, beijingDay(question.now), 0))};
    return {m_rights.rightsAnswer(known->pool)};
}

Outcome Billing::history(const Account &account, const BillingQuestion &question) const
{
    const QDate first = dayIn(question.parameters.queryItemValue(u"startTime"_s));
    const QDate last = dayIn(question.parameters.queryItemValue(u"endTime"_s));
    if (!first.isValid() || !last.isValid() || first > last)
        return {.refusal = Refusal::BadArgument};
    const QJsonValue own = account.pool.answers[question.operation];
    const QJsonObject all = own.isObject()
                                ? dated(own, question.now).toObject()
                                : historyAnswer(mauCycles(account.pool, beijingDay(question.now)));
    return {overlapping(all, first, last)};
}

Outcome Billing::orders(Account &account, const BillingQuestion &question) const
{
    constexpr int usualLimit = 10;
    constexpr int mostLimit = 50;
    const auto page = number(question.parameters, u"page"_s, 1, std::numeric_limits<int>::max());
    const auto limit = number(question.parameters, u"limit"_s, usualLimit, mostLimit);
    if (!page || !limit)
        return {.refusal = Refusal::BadArgument};
    account.requestedOrderPages.append(*page);
    const qint64 count = account.orders.count();
    const qint64 begin = account.isOrdersPageRepeated ? 0 : (qint64(*page) - 1) * *limit;
    const qint64 end = std::min(begin + *limit, count);
    QJsonArray list;
    for (qint64 index = begin; index < end; ++index)
        list.append(account.orders.json(account.orders.order(index, question.now)));
    const qint64 stated = account.statedOrderCount ? *account.statedOrderCount : count;
    return {QJsonObject{{u"totalCount"_s, QString::number(stated)}, {u"list"_s, list}}};
}

Outcome Billing::order(const Account &account, const BillingQuestion &question) const
{
    const QString orderNo = question.parameters.queryItemValue(u"orderNo"_s, QUrl::FullyDecoded);
    if (orderNo.isEmpty())
        return {.refusal = Refusal::BadArgument};
    const auto order = account.orders.find(orderNo, question.now);
    if (!order)
        return {.refusal = Refusal::NotFound};
    if (question.operation == orderDetailOperation)
        return {account.orders.json(*order)};
    // A service that took no money has nothing to show: how the vendor's says so is not documented.
    const auto paid = payment(*order, account.pool);
    return paid ? Outcome{.data = *paid} : Outcome{.refusal = Refusal::NotFound};
}

void Billing::addOrder(const QString &userPoolId, const QDateTime &now)
{
    const auto account = m_accounts.find(userPoolId);
    if (account != m_accounts.end())
        account->orders.add(now);
}

void Billing::removeOrder(const QString &userPoolId, int index)
{
    const auto account = m_accounts.find(userPoolId);
    if (account != m_accounts.end())
        account->orders.remove(index);
}

void Billing::moveOrderToEnd(const QString &userPoolId, int index)
{
    const auto account = m_accounts.find(userPoolId);
    if (account != m_accounts.end())
        account->orders.moveToEnd(index);
}

void Billing::setStatedOrderCount(const QString &userPoolId, int count)
{
    const auto account = m_accounts.find(userPoolId);
    if (account != m_accounts.end())
        account->statedOrderCount = count;
}

void Billing::setOrdersPageRepeated(const QString &userPoolId, bool isRepeated)
{
    const auto account = m_accounts.find(userPoolId);
    if (account != m_accounts.end())
        account->isOrdersPageRepeated = isRepeated;
}

QList<int> Billing::requestedOrderPages(const QString &userPoolId) const
{
    const auto account = m_accounts.find(userPoolId);
    return account == m_accounts.end() ? QList<int>() : account->requestedOrderPages;
}

} // namespace genauth::sandbox
