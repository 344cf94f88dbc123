// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demorights.h"

#include "app/sandbox/demofile.h"

namespace genauth::sandbox {

using namespace Qt::StringLiterals;

RightsCatalogue::RightsCatalogue()
    : m_entries(demoFile(u"rights.json"_s)["rights"_L1].toArray())
{
}

QJsonObject RightsCatalogue::rightsAnswer(const DemoPool &pool) const
{
    QJsonArray items;
    for (const auto &item : m_entries) {
        const QJsonObject entry = item.toObject();
        items.append(QJsonObject{{u"rightsModelCode"_s, entry["code"_L1]},
            {u"rightsModelName"_s, name(entry)}, {u"dataType"_s, entry["dataType"_L1]},
            {u"dataValue"_s, value(entry, pool)}});
    }
    return {{u"rightsItems"_s, items}};
}

QString RightsCatalogue::name(const QJsonObject &entry)
{
    const QString code = entry["code"_L1].toString();
    return entry.contains("zh"_L1) ? code + u'：' + entry["zh"_L1].toString() : code;
}

QString RightsCatalogue::value(const QJsonObject &entry, const DemoPool &pool)
{
    if (entry.contains("perThousandMau"_L1))
        return QString::number(pool.mauAmount() * entry["perThousandMau"_L1].toInteger() / 1000);
    const QString value = entry["value"_L1].toString();
    const bool isOff = entry["enterpriseOnly"_L1].toBool() &&
                       pool.goodsPackage()["group"_L1].toString() != "Enterprise"_L1;
    if (isOff)
        return value == "true"_L1 ? u"false"_s : u"0"_s;
    return value;
}

} // namespace genauth::sandbox
