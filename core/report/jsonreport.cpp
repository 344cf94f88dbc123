// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/jsonreport.h"

#include "core/base/displaytext.h"
#include "core/report/reportcodes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace genauth {

namespace {

using namespace Qt::StringLiterals;

void put(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, displayText(text));
}

void put(QJsonObject &json, QLatin1StringView key, const Reading<QString> &text)
{
    put(json, key, text.value.value_or(QString()));
}

void put(QJsonObject &json, QLatin1StringView key, const std::optional<qint64> &number)
{
    if (number)
        json.insert(key, *number);
}

void put(QJsonObject &json, QLatin1StringView key, const std::optional<int> &number)
{
    if (number)
        json.insert(key, *number);
}

void put(QJsonObject &json, QLatin1StringView key, const QJsonObject &object)
{
    if (!object.isEmpty())
        json.insert(key, object);
}

QJsonObject packageJson(const PoolReport &pool)
{
    QJsonObject json;
    if (!pool.package)
        return json;
    put(json, "nameZh"_L1, pool.package->nameZh);
    put(json, "nameEn"_L1, pool.package->nameEn);
    put(json, "code"_L1, pool.package->code);
    put(json, "edition"_L1, pool.package->edition);
    put(json, "scene"_L1, pool.package->scene);
    put(json, "mauQuantity"_L1, pool.package->mauQuantity.value);
    if (const auto &price = pool.package->unitPrice.value) {
        json.insert("unitPrice"_L1, price->toString());
        put(json, "currency"_L1, pool.currency);
    }
    return json;
}

QJsonObject mauJson(const PoolReport &pool)
{
    QJsonObject json;
    if (!pool.mau)
        return json;
    put(json, "used"_L1, pool.mau->used.value);
    if (pool.mau->bought.kind == Allowance::Kind::Count)
        json.insert("bought"_L1, pool.mau->bought.count);
    if (pool.mau->bought.kind == Allowance::Kind::Unlimited)
        json.insert("unlimited"_L1, true);
    put(json, "percent"_L1, percentUsed(pool.mau->used, pool.mau->bought));
    put(json, "asOf"_L1, utcText(pool.mau->asOf));
    return json;
}

QJsonObject endJson(const PoolReport &pool)
{
    QJsonObject json;
    if (!pool.package)
        return json;
    const EndTime &end = pool.package->endTime;
    if (end.kind == EndTime::Kind::Never)
        json.insert("never"_L1, true);
    if (end.kind == EndTime::Kind::At) {
        json.insert("at"_L1, utcText(end.at));
        json.insert("zoneAssumed"_L1, end.zoneAssumed);
    }
    put(json, "asSent"_L1, end.asSent);
    return json;
}

QJsonObject errorJson(const ApiError &error)
{
    QJsonObject json{{"kind"_L1, QString::fromLatin1(errorKindName(error.kind))}};
    put(json, "operation"_L1, error.operation);
    if (error.httpStatus != 0)
        json.insert("httpStatus"_L1, error.httpStatus);
    put(json, "statusCode"_L1, error.statusCode);
    put(json, "apiCode"_L1, error.apiCode);
    put(json, "requestId"_L1, error.requestId);
    return json;
}

QJsonObject thresholdsJson(const PoolReport &pool)
{
    QJsonObject json{{"warningDays"_L1, pool.thresholds.endsSoonDays},
        {"criticalDays"_L1, pool.thresholds.endsVerySoonDays},
        {"mauWarningPercent"_L1, pool.thresholds.mauPercent}};
    put(json, "mauCriticalPercent"_L1, pool.mauCriticalPercent);
    return json;
}

QJsonObject poolJson(const PoolReport &pool)
{
    QJsonArray states;
    for (const SubscriptionState state : pool.assessment.all)
        states.append(codeOf(state));
    QJsonArray errors;
    for (const ApiError &error : pool.errors)
        errors.append(errorJson(error));

    QJsonArray reasons;
    for (const LevelReason reason : pool.reasons)
        reasons.append(codeOf(reason));

    QJsonObject json{{"name"_L1, displayText(pool.name)}, {"level"_L1, codeOf(pool.level)},
        {"state"_L1, codeOf(pool.assessment.headline)}, {"states"_L1, states}, {"up"_L1, pool.isUp},
        {"thresholds"_L1, thresholdsJson(pool)}};
    put(json, "host"_L1, pool.host);
    put(json, "userPoolId"_L1, pool.poolId);
    put(json, "package"_L1, packageJson(pool));
    put(json, "mau"_L1, mauJson(pool));
    put(json, "end"_L1, endJson(pool));
    put(json, "secondsLeft"_L1, pool.assessment.secondsLeft);
    put(json, "secondsOverdue"_L1, pool.assessment.secondsOverdue);
    put(json, "overdueDays"_L1,
        pool.package ? pool.package->overdueDays.value : std::optional<qint64>());
    put(json, "lastSuccess"_L1, utcText(pool.lastSuccess));
    if (!reasons.isEmpty())
        json.insert("reasons"_L1, reasons);
    if (!errors.isEmpty())
        json.insert("errors"_L1, errors);
    return json;
}

} // namespace

QByteArray jsonReport(const CheckReport &report)
{
    QJsonArray pools;
    for (const PoolReport &pool : report.pools)
        pools.append(poolJson(pool));
    QJsonObject json{{"schemaVersion"_L1, JsonReportVersion},
        {"checkedAt"_L1, utcText(report.checkedAt)}, {"simulated"_L1, report.isSimulated()},
        {"level"_L1, codeOf(report.level())}, {"pools"_L1, pools}};
    put(json, "asOf"_L1, utcText(report.asOf));
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace genauth
