// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertarchive.h"

#include "core/store/alertstore.h"
#include "core/store/billingstore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

static_assert(AlertStore::MostAlerts == AlertCenter::MostRecords);

void put(QJsonObject &json, const QString &key, const QDateTime &time)
{
    if (time.isValid())
        json.insert(key, time.toString(Qt::ISODateWithMs));
}

void put(QJsonObject &json, const QString &key, const std::optional<qint64> &number)
{
    if (number)
        json.insert(key, *number);
}

QDateTime timeIn(const QJsonObject &json, QLatin1StringView key)
{
    return QDateTime::fromString(json.value(key).toString(), Qt::ISODateWithMs);
}

std::optional<qint64> numberIn(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QJsonObject jsonOf(const AlertNumbers &numbers)
{
    QJsonObject json;
    put(json, u"endTime"_s, numbers.endTime);
    put(json, u"secondsLeft"_s, numbers.secondsLeft);
    put(json, u"overdueDays"_s, numbers.overdueDays);
    put(json, u"used"_s, numbers.used);
    put(json, u"bought"_s, numbers.bought);
    put(json, u"reachesAt"_s, numbers.reachesAt);
    if (!numbers.subjectName.isEmpty())
        json.insert(u"subjectName"_s, numbers.subjectName);
    put(json, u"before"_s, numbers.before);
    put(json, u"lastSuccess"_s, numbers.lastSuccess);
    return json;
}

AlertNumbers numbersIn(const QJsonObject &json)
{
    AlertNumbers numbers;
    numbers.endTime = timeIn(json, "endTime"_L1);
    numbers.secondsLeft = numberIn(json, "secondsLeft"_L1);
    numbers.overdueDays = numberIn(json, "overdueDays"_L1);
    numbers.used = numberIn(json, "used"_L1);
    numbers.bought = numberIn(json, "bought"_L1);
    numbers.reachesAt = timeIn(json, "reachesAt"_L1);
    numbers.subjectName = json.value("subjectName"_L1).toString();
    numbers.before = timeIn(json, "before"_L1);
    numbers.lastSuccess = timeIn(json, "lastSuccess"_L1);
    return numbers;
}

} // namespace

QByteArray alertRecordToJson(const AlertRecord &record)
{
    const AlertKey &key = record.alert.key;
    QJsonObject json{
        {u"rule"_s, alertRuleCode(key.rule)},
        {u"step"_s, key.step},
        {u"subject"_s, key.subject},
        {u"cycle"_s, key.cycle},
        {u"numbers"_s, jsonOf(record.alert.numbers)},
        {u"poolName"_s, record.poolName},
        {u"snoozedUntilChange"_s, record.snoozedUntilChange},
    };
    put(json, u"firedAt"_s, record.firedAt);
    put(json, u"announcedAt"_s, record.announcedAt);
    put(json, u"endedAt"_s, record.endedAt);
    put(json, u"acknowledgedAt"_s, record.acknowledgedAt);
    put(json, u"snoozedUntil"_s, record.snoozedUntil);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<AlertRecord> alertRecordFromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto rule = alertRuleFromCode(json.value("rule"_L1).toString());
    AlertRecord record;
    record.firedAt = timeIn(json, "firedAt"_L1);
    if (!rule || !record.firedAt.isValid() || !json.value("cycle"_L1).isString())
        return std::nullopt;
    AlertKey &key = record.alert.key;
    key.rule = *rule;
    key.step = json.value("step"_L1).toInt();
    key.subject = json.value("subject"_L1).toString();
    key.cycle = json.value("cycle"_L1).toString();
    record.alert.numbers = numbersIn(json.value("numbers"_L1).toObject());
    record.poolName = json.value("poolName"_L1).toString();
    record.announcedAt = timeIn(json, "announcedAt"_L1);
    record.endedAt = timeIn(json, "endedAt"_L1);
    record.acknowledgedAt = timeIn(json, "acknowledgedAt"_L1);
    record.snoozedUntil = timeIn(json, "snoozedUntil"_L1);
    record.snoozedUntilChange = json.value("snoozedUntilChange"_L1).toBool();
    return record;
}

AlertArchive::AlertArchive(BillingStore &store, IsKept isKept)
    : m_store(store)
    , m_isKept(std::move(isKept))
{
}

AlertHistory AlertArchive::read()
{
    const StoredAlerts stored = m_store.readAlerts();
    AlertHistory history;
    for (const StoredAlert &alert : stored.alerts) {
        auto record = alertRecordFromJson(alert.data);
        if (!record)
            continue;
        record->id = alert.id;
        record->alert.key.account = alert.account;
        history.records.append(*record);
    }
    for (auto memory = stored.memories.cbegin(); memory != stored.memories.cend(); ++memory) {
        const QJsonDocument document = QJsonDocument::fromJson(memory.value());
        if (document.isObject())
            history.memories.insert(memory.key(), AlertMemory::fromJson(document.object()));
    }
    return history;
}

void AlertArchive::keepAlert(const AlertRecord &record)
{
    const QUuid &account = record.alert.key.account;
    if (!m_isKept || m_isKept(account))
        m_store.keepAlert(
            {record.id, account, record.endedAt.isValid(), alertRecordToJson(record)});
}

void AlertArchive::keepAlertMemory(const QUuid &account, const AlertMemory &memory)
{
    if (!m_isKept || m_isKept(account))
        m_store.keepAlertMemory(
            account, QJsonDocument(memory.toJson()).toJson(QJsonDocument::Compact));
}

void AlertArchive::forgetEndedAlerts()
{
    m_store.forgetEndedAlerts();
}

} // namespace genauth
