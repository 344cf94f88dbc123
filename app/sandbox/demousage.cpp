// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demousage.h"

#include "app/sandbox/madeup.h"

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

/** How much of `amount` is used: below all of it, except for the pool's right at its limit. */
QString used(const QJsonObject &entry, const QString &amount, const DemoPool &pool, int place)
{
    if (entry["code"_L1].toString() == pool.use.rightAtLimit)
        return amount;
    const MadeUp madeUp(pool.userPoolId);
    if (const qint64 number = entry["used"_L1].toString().toLongLong(); number > 0)
        return QString::number(number + madeUp.below(100, quint64(place)));
    const int percent = entry["usedPercent"_L1].toInt() - 8 + madeUp.below(17, quint64(place));
    return QString::number(amount.toLongLong() * percent / 100);
}

bool isMetered(const QJsonObject &entry)
{
    return entry.contains("usedPercent"_L1) || entry.contains("used"_L1);
}

} // namespace

QJsonObject usageAnswer(
    const DemoPool &pool, const RightsCatalogue &catalogue, const MauCycle &running)
{
    QJsonArray usages{QJsonObject{{u"amount"_s, QString::number(running.amount)},
        {u"current"_s, QString::number(running.current)}, {u"experience"_s, false},
        {u"modelCode"_s, u"MAU"_s}, {u"modelName"_s, u"MAU：月活跃用户"_s}}};
    const QJsonArray &entries = catalogue.entries();
    for (int place = 0; place < entries.size(); ++place) {
        const QJsonObject entry = entries[place].toObject();
        if (!isMetered(entry))
            continue;
        const QString amount = RightsCatalogue::value(entry, pool);
        usages.append(QJsonObject{{u"amount"_s, amount},
            {u"current"_s, used(entry, amount, pool, place)},
            {u"experience"_s, entry["experience"_L1].toBool()}, {u"modelCode"_s, entry["code"_L1]},
            {u"modelName"_s, RightsCatalogue::name(entry)}});
    }
    return {{u"usages"_s, usages}};
}

} // namespace genauth::sandbox
