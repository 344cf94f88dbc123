// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

// The fields the vendor's published schema requires, in the order of their names. It has no others.
inline const QStringList usageFields{
    u"amount"_s, u"current"_s, u"experience"_s, u"modelCode"_s, u"modelName"_s};
inline const QStringList historyFields{
    u"amount"_s, u"current"_s, u"periodEndTime"_s, u"periodStartTime"_s};
inline const QStringList rightsFields{
    u"dataType"_s, u"dataValue"_s, u"rightsModelCode"_s, u"rightsModelName"_s};
inline const QStringList orderFields{u"actualAmount"_s, u"createTime"_s, u"goodsName"_s,
    u"goodsNameEn"_s, u"goodsUnitPrice"_s, u"orderNo"_s, u"orderType"_s, u"quantity"_s, u"source"_s,
    u"status"_s};
inline const QStringList paymentFields{u"channelOrderNo"_s, u"createTime"_s, u"orderNo"_s,
    u"paidAccountNo"_s, u"paidAmount"_s, u"paidTime"_s, u"payStatus"_s, u"payType"_s};

/** Exactly these fields, all of them strings but the one that is documented as a boolean. */
[[nodiscard]] inline bool isAsPublished(const QJsonObject &object, const QStringList &fields)
{
    return object.keys() == fields &&
           std::all_of(object.begin(), object.end(), [&object](const QJsonValue &value) {
               return value.isString() || (value.isBool() && value == object["experience"_L1]);
           });
}

[[nodiscard]] inline bool areAsPublished(const QJsonValue &list, const QStringList &fields)
{
    const QJsonArray items = list.toArray();
    return !items.isEmpty() && std::ranges::all_of(items, [&fields](const QJsonValue &item) {
        return isAsPublished(item.toObject(), fields);
    });
}

} // namespace genauth
