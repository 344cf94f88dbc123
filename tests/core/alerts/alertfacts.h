// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace genauth::test {

constexpr std::chrono::seconds AnHour{3600};

/** What a pool answers; a value that is undefined is not sent. */
struct PoolAnswers
{
    QJsonValue endTime = QStringLiteral("2026-12-31 00:00:00");
    QJsonValue overdueDays = QStringLiteral("0");
    QJsonValue mauUsed = QStringLiteral("100");
    QJsonValue mauBought = QStringLiteral("1000");
    QString cycleStart = QStringLiteral("20260701");
    QString cycleEnd = QStringLiteral("20260731");
    QJsonArray rights = {}; ///< further rows of the usage, see right()
    QJsonArray orders = {}; ///< see order()
};

[[nodiscard]] inline QJsonObject right(
    const QString &code, const QString &used, const QString &bought)
{
    return {{QStringLiteral("modelCode"), code}, {QStringLiteral("modelName"), code},
        {QStringLiteral("current"), used}, {QStringLiteral("amount"), bought}};
}

[[nodiscard]] inline QJsonObject order(const QString &number, const QString &status)
{
    return {{QStringLiteral("orderNo"), number}, {QStringLiteral("status"), status}};
}

/** The state after this was the answer at that moment. */
template <class T>
[[nodiscard]] OperationState<T> answeredWith(
    const QJsonObject &data, const QDateTime &at, const Account &account)
{
    OperationState<T> state;
    state.value = T::fromJson(data, account.clockOffset).value();
    state.data = QJsonDocument(data).toJson(QJsonDocument::Compact);
    state.receivedAt = at;
    state.attemptedAt = at;
    return state;
}

/** After a refresh at `at` that brought these. */
[[nodiscard]] inline PoolSnapshot snapshotOf(
    const PoolAnswers &answers, const QDateTime &at, const Account &account)
{
    QJsonObject package;
    if (!answers.endTime.isUndefined())
        package.insert(QStringLiteral("endTime"), answers.endTime);
    if (!answers.overdueDays.isUndefined())
        package.insert(QStringLiteral("overdueDays"), answers.overdueDays);
    QJsonObject mau{{QStringLiteral("modelCode"), QStringLiteral("MAU")}};
    if (!answers.mauUsed.isUndefined())
        mau.insert(QStringLiteral("current"), answers.mauUsed);
    if (!answers.mauBought.isUndefined())
        mau.insert(QStringLiteral("amount"), answers.mauBought);
    QJsonArray usages = answers.rights;
    usages.prepend(mau);
    const QJsonObject cycle{{QStringLiteral("periodStartTime"), answers.cycleStart},
        {QStringLiteral("periodEndTime"), answers.cycleEnd}};

    PoolSnapshot snapshot;
    snapshot.package = answeredWith<Package>(package, at, account);
    snapshot.usage = answeredWith<Usage>({{QStringLiteral("usages"), usages}}, at, account);
    snapshot.mauHistory =
        answeredWith<MauHistory>({{QStringLiteral("records"), QJsonArray{cycle}}}, at, account);
    snapshot.orders =
        answeredWith<OrderPage>({{QStringLiteral("list"), answers.orders}}, at, account);
    return snapshot;
}

/** A refresh that failed as a whole, in every operation. */
[[nodiscard]] inline PoolSnapshot failedSnapshot(ErrorKind kind, const QDateTime &at)
{
    PoolSnapshot snapshot;
    snapshot.forEachOperation([&](OperationAttempt &attempt) {
        attempt.attemptedAt = at;
        attempt.error = ApiError{.kind = kind};
    });
    return snapshot;
}

[[nodiscard]] inline AlertFacts factsOf(const PoolAnswers &answers, const QDateTime &at)
{
    AlertFacts facts;
    facts.account.id = QUuid::createUuidV5(QUuid(), QStringLiteral("pool"));
    facts.account.name = QStringLiteral("Pool");
    facts.snapshot = snapshotOf(answers, at, facts.account);
    facts.watchedSince = at;
    return facts;
}

/** "ends-soon 7", "right SSO": rule, step where it has one, subject where it has one. */
[[nodiscard]] inline QString shortName(const Alert &alert)
{
    QString name = alertRuleCode(alert.key.rule);
    if (alert.key.step != 0)
        name += u' ' + QString::number(alert.key.step);
    if (!alert.key.subject.isEmpty())
        name += u' ' + alert.key.subject;
    return name;
}

[[nodiscard]] inline QStringList shortNames(const QList<Alert> &alerts)
{
    QStringList names;
    for (const Alert &alert : alerts)
        names.append(shortName(alert));
    return names;
}

} // namespace genauth::test
