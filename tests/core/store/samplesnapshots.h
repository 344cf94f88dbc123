// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace genauth::test {

/** The state after this `data` was the answer. */
template <class T>
[[nodiscard]] OperationState<T> answered(
    const QByteArray &data, const QDateTime &at, const Account &account)
{
    const QJsonDocument document = QJsonDocument::fromJson(data);
    OperationState<T> state;
    state.value = T::fromJson(document.object(), account.clockOffset).value();
    state.data = document.toJson(QJsonDocument::Compact);
    state.receivedAt = at;
    state.attemptedAt = at;
    state.answer = {200, 200, 0, QStringLiteral("r-1"), at.addSecs(3)};
    return state;
}

/** Of a usage with so many MAU, and so many of another right. */
[[nodiscard]] inline OperationState<Usage> usageOf(
    qint64 mau, qint64 others, const QDateTime &at, const Account &account)
{
    const QByteArray data =
        R"({"usages":[{"modelCode":"MAU","modelName":"MAU：月活","amount":"1000","current":")" +
        QByteArray::number(mau) + R"("},{"modelCode":"SSO","amount":"unlimited","current":")" +
        QByteArray::number(others) + R"("},{"modelCode":"NoFigure","amount":"5"}]})";
    return answered<Usage>(data, at, account);
}

/** What a refresh learns when all five operations answer; `number` is in each of them. */
[[nodiscard]] inline PoolSnapshot fullSnapshot(
    int number, const QDateTime &at, const Account &account)
{
    const QByteArray n = QByteArray::number(number);
    PoolSnapshot snapshot;
    snapshot.server = QStringLiteral("api.genauth.ai");
    snapshot.poolId = QStringLiteral("pool-1");
    snapshot.poolIsNamedByToken = true;
    snapshot.package = answered<Package>(
        R"({"goodsPackage":{"name":"套餐","nameEn":"Package )" + n + R"(","amount":")" + n +
            R"("},"endTime":"2027-01-01 00:00:00","overdueDays":"0"})",
        at, account);
    snapshot.usage = usageOf(number, 2 * number, at, account);
    snapshot.rights = answered<Rights>(
        R"({"rightsItems":[{"rightsModelCode":"SSO","dataType":"1","dataValue":")" + n + R"("}]})",
        at, account);
    snapshot.mauHistory = answered<MauHistory>(
        R"({"records":[{"periodStartTime":"20260701","periodEndTime":"20260731","amount":"1000","current":")" +
            n + R"("}]})",
        at, account);
    snapshot.orders =
        answered<OrderPage>(R"({"totalCount":"1","list":[{"orderNo":"O-)" + n +
                                R"(","createTime":"2026-01-02 03:04:05","actualAmount":"12.50"}]})",
            at, account);
    return snapshot;
}

/** The same in a later run: nobody has been asked yet. */
[[nodiscard]] inline PoolSnapshot inLaterRun(PoolSnapshot snapshot)
{
    snapshot.clockSkew.reset();
    snapshot.forEachOperation([](OperationAttempt &operation) { operation.attemptedAt = {}; });
    return snapshot;
}

} // namespace genauth::test
