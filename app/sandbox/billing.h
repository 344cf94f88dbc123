// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demoorders.h"
#include "app/sandbox/demopools.h"
#include "app/sandbox/demorights.h"
#include "app/sandbox/envelope.h"

#include <QDateTime>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace genauth::sandbox {

/** The envelope's data, or why there is none. */
struct Outcome
{
    QJsonValue data{};
    std::optional<Refusal> refusal{};
};

/** A question to one of the seven billing operations, from a caller who may ask it. */
struct BillingQuestion
{
    QString operation;
    QString userPoolId;
    QUrlQuery parameters;
    QDateTime now;
};

/** The billing data of all pools behind the seven operations: what is asked for, and what is not.
 */
class Billing final
{
public:
    /** `orderCount` for each pool, or as in the demonstration; `opened` as for OrderBook. */
    Billing(const QList<DemoPool> &pools, std::optional<int> orderCount, const QDateTime &opened);

    [[nodiscard]] Outcome answer(const BillingQuestion &question);

    void addOrder(const QString &userPoolId, const QDateTime &now);
    void removeOrder(const QString &userPoolId, int index);
    void moveOrderToEnd(const QString &userPoolId, int index);
    void setStatedOrderCount(const QString &userPoolId, int count);
    void setOrdersPageRepeated(const QString &userPoolId, bool isRepeated);
    [[nodiscard]] QList<int> requestedOrderPages(const QString &userPoolId) const;

private:
    struct Account
    {
        DemoPool pool;
        OrderBook orders;
        std::optional<int> statedOrderCount{};
        bool isOrdersPageRepeated = false;
        QList<int> requestedOrderPages{};
    };

    [[nodiscard]] Outcome history(const Account &account, const BillingQuestion &question) const;
    [[nodiscard]] Outcome orders(Account &account, const BillingQuestion &question) const;
    [[nodiscard]] Outcome order(const Account &account, const BillingQuestion &question) const;

    RightsCatalogue m_rights;
    QHash<QString, Account> m_accounts; ///< by user pool id
};

} // namespace genauth::sandbox
