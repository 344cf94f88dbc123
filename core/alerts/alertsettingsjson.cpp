// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountjson.h"
#include "core/alerts/alertsettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int SchemaVersion = 1;
const QString TimeFormat = u"HH:mm"_s;

QJsonArray arrayOf(const QList<int> &steps)
{
    QJsonArray array;
    for (const int step : steps)
        array.append(step);
    return array;
}

/** Nothing for what is no list of numbers in their range: as a whole it is damaged then. An empty
 *  list is one that the user emptied. */
std::optional<QList<int>> stepsIn(const QJsonValue &value, int most)
{
    if (!value.isArray())
        return std::nullopt;
    QList<int> steps;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &step : array) {
        const int number = step.toInt(-1);
        if (number < 1 || number > most)
            return std::nullopt;
        steps.append(number);
    }
    return steps;
}
std::optional<QList<int>> endDaysIn(const QJsonObject &json)
{
    return stepsIn(json.value("endDays"_L1), 3650);
}
std::optional<QList<int>> mauPercentsIn(const QJsonObject &json)
{
    return stepsIn(json.value("mauPercents"_L1), 1000);
}

QJsonObject jsonOf(const AlertThresholds &thresholds)
{
    QStringList off;
    for (const AlertRule rule : AlertRules) {
        if (thresholds.off.contains(rule))
            off.append(alertRuleCode(rule));
    }
    return {
        {u"off"_s, QJsonArray::fromStringList(off)},
        {u"endDays"_s, arrayOf(thresholds.endDays)},
        {u"mauPercents"_s, arrayOf(thresholds.mauPercents)},
    };
}

AlertThresholds thresholdsIn(const QJsonObject &json)
{
    AlertThresholds thresholds;
    const QJsonArray off = json.value("off"_L1).toArray();
    for (const QJsonValue &code : off) {
        if (const auto rule = alertRuleFromCode(code.toString()))
            thresholds.off.insert(*rule);
    }
    thresholds.endDays = endDaysIn(json).value_or(thresholds.endDays);
    thresholds.mauPercents = mauPercentsIn(json).value_or(thresholds.mauPercents);
    return thresholds.cleaned();
}

QJsonObject jsonOf(const AlertOverrides &overrides)
{
    QJsonObject on;
    for (auto rule = overrides.on.cbegin(); rule != overrides.on.cend(); ++rule)
        on.insert(alertRuleCode(rule.key()), rule.value());
    QJsonObject json;
    if (!on.isEmpty())
        json.insert(u"on"_s, on);
    if (overrides.endDays)
        json.insert(u"endDays"_s, arrayOf(*overrides.endDays));
    if (overrides.mauPercents)
        json.insert(u"mauPercents"_s, arrayOf(*overrides.mauPercents));
    return json;
}

AlertOverrides overridesIn(const QJsonObject &json)
{
    AlertOverrides overrides;
    const QJsonObject on = json.value("on"_L1).toObject();
    for (auto rule = on.begin(); rule != on.end(); ++rule) {
        const auto known = alertRuleFromCode(rule.key());
        if (known && rule.value().isBool())
            overrides.on.insert(*known, rule.value().toBool());
    }
    AlertThresholds steps;
    overrides.endDays = endDaysIn(json);
    if (overrides.endDays) {
        steps.endDays = *overrides.endDays;
        overrides.endDays = steps.cleaned().endDays;
    }
    overrides.mauPercents = mauPercentsIn(json);
    if (overrides.mauPercents) {
        steps.mauPercents = *overrides.mauPercents;
        overrides.mauPercents = steps.cleaned().mauPercents;
    }
    return overrides;
}

QJsonObject jsonOf(const QuietHours &hours)
{
    return {
        {u"on"_s, hours.isOn},
        {u"from"_s, hours.from.toString(TimeFormat)},
        {u"to"_s, hours.to.toString(TimeFormat)},
    };
}

/** Where a time cannot be read they are off: they would be silent at hours nobody chose. */
QuietHours quietHoursIn(const QJsonObject &json)
{
    QuietHours hours;
    const QTime from = QTime::fromString(json.value("from"_L1).toString(), TimeFormat);
    const QTime to = QTime::fromString(json.value("to"_L1).toString(), TimeFormat);
    if (!from.isValid() || !to.isValid())
        return hours;
    return {json.value("on"_L1).toBool(), from, to};
}

} // namespace

QByteArray AlertSettings::toJson() const
{
    QJsonObject pools;
    for (auto pool = overrides.cbegin(); pool != overrides.cend(); ++pool) {
        if (!pool->isEmpty())
            pools.insert(pool.key().toString(QUuid::WithoutBraces), jsonOf(*pool));
    }
    const QJsonObject json{
        {u"schemaVersion"_s, SchemaVersion},
        {u"thresholds"_s, jsonOf(thresholds)},
        {u"overrides"_s, pools},
        {u"quietHours"_s, jsonOf(quietHours)},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

AlertSettings AlertSettings::fromJson(const QByteArray &bytes)
{
    AlertSettings settings;
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.value("schemaVersion"_L1).toInt() != SchemaVersion)
        return settings;
    settings.thresholds = thresholdsIn(json.value("thresholds"_L1).toObject());
    const QJsonObject pools = json.value("overrides"_L1).toObject();
    for (auto pool = pools.begin(); pool != pools.end(); ++pool) {
        const QUuid account = idFromText(pool.key());
        const AlertOverrides overrides = overridesIn(pool.value().toObject());
        if (!account.isNull() && !overrides.isEmpty())
            settings.overrides.insert(account, overrides);
    }
    settings.quietHours = quietHoursIn(json.value("quietHours"_L1).toObject());
    return settings;
}

} // namespace genauth
