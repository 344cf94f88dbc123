// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertrules.h"

#include <QJsonArray>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

/** Sorted, so that the same memory is the same text. */
QJsonArray arrayOf(const QSet<QString> &texts)
{
    QStringList sorted(texts.cbegin(), texts.cend());
    sorted.sort();
    return QJsonArray::fromStringList(sorted);
}

QSet<QString> textsIn(const QJsonValue &value)
{
    QSet<QString> texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array) {
        if (text.isString())
            texts.insert(text.toString());
    }
    return texts;
}

} // namespace

QJsonObject AlertMemory::toJson() const
{
    QJsonObject json{
        {u"endsNever"_s, endsNever},
        {u"mauWasOver"_s, mauWasOver},
        {u"rightsAtLimit"_s, arrayOf(rightsAtLimit)},
        {u"unpaidOrders"_s, arrayOf(unpaidOrders)},
    };
    if (endTime.isValid())
        json.insert(u"endTime"_s, endTime.toString(Qt::ISODateWithMs));
    if (overdueDays)
        json.insert(u"overdueDays"_s, *overdueDays);
    if (watchedSince.isValid())
        json.insert(u"watchedSince"_s, watchedSince.toString(Qt::ISODateWithMs));
    return json;
}

AlertMemory AlertMemory::fromJson(const QJsonObject &json)
{
    AlertMemory memory;
    memory.endTime = QDateTime::fromString(json.value("endTime"_L1).toString(), Qt::ISODateWithMs);
    memory.endsNever = json.value("endsNever"_L1).toBool();
    const QJsonValue days = json.value("overdueDays"_L1);
    if (days.isDouble() && days.toInteger(-1) >= 0)
        memory.overdueDays = days.toInteger();
    memory.mauWasOver = json.value("mauWasOver"_L1).toBool();
    memory.rightsAtLimit = textsIn(json.value("rightsAtLimit"_L1));
    memory.unpaidOrders = textsIn(json.value("unpaidOrders"_L1));
    memory.watchedSince =
        QDateTime::fromString(json.value("watchedSince"_L1).toString(), Qt::ISODateWithMs);
    return memory;
}

} // namespace genauth
