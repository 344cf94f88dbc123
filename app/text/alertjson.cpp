// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/alertjson.h"

#include "core/accounts/account.h"
#include "core/alerts/alert.h"
#include "core/base/displaytext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int SchemaVersion = 1;
/** Our own sentences may list several things. */
constexpr qsizetype LongestSentence = 2000;

void put(QJsonObject &json, const QString &name, const QDateTime &moment)
{
    if (moment.isValid())
        json.insert(name, moment.toUTC().toString(Qt::ISODate));
}

void put(QJsonObject &json, const QString &name, const std::optional<qint64> &number)
{
    if (number)
        json.insert(name, *number);
}

void put(QJsonObject &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, text);
}

void put(QJsonObject &json, const QString &name, const QJsonObject &object)
{
    if (!object.isEmpty())
        json.insert(name, object);
}

bool hasSteps(AlertRule rule)
{
    return rule == AlertRule::EndsSoon || rule == AlertRule::Overdue ||
           rule == AlertRule::MauAtPercent;
}

QJsonObject numbersOf(const AlertNumbers &numbers)
{
    QJsonObject json;
    put(json, u"endTime"_s, numbers.endTime);
    put(json, u"secondsLeft"_s, numbers.secondsLeft);
    put(json, u"overdueDays"_s, numbers.overdueDays);
    put(json, u"used"_s, numbers.used);
    put(json, u"bought"_s, numbers.bought);
    put(json, u"reachesAt"_s, numbers.reachesAt);
    put(json, u"endTimeBefore"_s, numbers.before);
    put(json, u"lastSuccess"_s, numbers.lastSuccess);
    return json;
}

QJsonObject subjectOf(const Alert &alert)
{
    QJsonObject json;
    put(json, u"code"_s, displayText(alert.key.subject));
    put(json, u"name"_s, displayText(alert.numbers.subjectName));
    return json;
}

QJsonObject wordsOf(const AlertWords &words)
{
    QJsonObject json;
    put(json, u"headline"_s, displayText(words.headline, LongestSentence));
    put(json, u"text"_s, displayText(words.sentence, LongestSentence));
    return json;
}

} // namespace

QByteArray alertJson(const AlertRecord &record, const Account &account, const AlertWords &english,
    const AlertWords &chinese, AlertOccasion occasion)
{
    const AlertKey &key = record.alert.key;
    const QString name = record.poolName.isEmpty() ? account.name : record.poolName;
    QJsonObject json{{u"schemaVersion"_s, SchemaVersion},
        {u"test"_s, occasion == AlertOccasion::Test}, {u"rule"_s, alertRuleCode(key.rule)},
        {u"urgency"_s, alertUrgencyCode(record.alert.urgency())}};
    if (hasSteps(key.rule))
        json.insert(u"step"_s, key.step);
    QJsonObject pool{{u"id"_s, account.id.toString(QUuid::WithoutBraces)}};
    put(pool, u"name"_s, displayText(name));
    json.insert(u"pool"_s, pool);
    put(json, u"firedAt"_s, record.firedAt);
    put(json, u"numbers"_s, numbersOf(record.alert.numbers));
    put(json, u"subject"_s, subjectOf(record.alert));
    put(json, u"en"_s, wordsOf(english));
    put(json, u"zh"_s, wordsOf(chinese));
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace genauth
