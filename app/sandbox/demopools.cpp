// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demopools.h"

#include "app/sandbox/demofile.h"
#include "app/sandbox/madeup.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

QString inLanguage(const QJsonValue &names, SandboxLanguage language)
{
    return names[language == SandboxLanguage::Chinese ? "zh"_L1 : "en"_L1].toString();
}

DemoUse readUse(const QJsonObject &use)
{
    return {.mauPercent = use["mauPercent"_L1].toInt(),
        .runningMauPercent = use["runningMauPercent"_L1].toInt(),
        .overflowMonthsAgo = use["overflowMonthsAgo"_L1].toInt(),
        .rightAtLimit = use["rightAtLimit"_L1].toString(),
        .isUncertain = use["isUncertain"_L1].toBool()};
}

/** Healthy at any percentage: what a further pool shows off is its end. */
DemoUse furtherUse(const QString &userPoolId)
{
    constexpr int least = 20;
    constexpr int beyondMost = 90;
    return {.mauPercent = least + MadeUp(userPoolId).below(beyondMost - least, 0)};
}

DemoPool ownPool(const QString &fileName, SandboxLanguage language)
{
    const QJsonObject file = demoFile(fileName);
    return {inLanguage(file["name"_L1], language), file["userPoolId"_L1].toString(),
        file["answers"_L1].toObject(), readUse(file["use"_L1].toObject())};
}

QJsonValue inTurn(const QJsonValue &list, int turn)
{
    const QJsonArray items = list.toArray();
    return items[turn % items.size()];
}

/** `number` counts all pools from 1, as the user does. */
DemoPool furtherPool(const QJsonObject &source, int number, SandboxLanguage language)
{
    const int turn = number - ownDemoPools - 1;
    const QString numberText = QString::number(number);
    const QByteArray hash =
        QCryptographicHash::hash("demo pool " + numberText.toLatin1(), QCryptographicHash::Sha1);
    const QJsonObject goodsPackage = inTurn(source["goodsPackages"_L1], turn).toObject();
    const int endDay = inTurn(source["endDaysFromToday"_L1], turn).toInt();
    // Time overdue is rounded up: a package that ended today at midnight is overdue by a day.
    const int overdueDays = endDay > 0 ? 0 : 1 - endDay;
    const QJsonObject package{
        {u"code"_s, goodsPackage["code"_L1]},
        {u"endTime"_s, QJsonObject{{u"daysFromToday"_s, endDay}}},
        {u"overdueDays"_s, QString::number(overdueDays)},
        {u"goodsPackage"_s, goodsPackage},
    };
    const QString userPoolId = QString::fromLatin1(hash.toHex().first(24));
    return {inLanguage(inTurn(source["names"_L1], turn), language) + u' ' + numberText, userPoolId,
        {{u"get-current-package-info"_s, package}}, furtherUse(userPoolId)};
}

} // namespace

QJsonObject DemoPool::goodsPackage() const
{
    return answers["get-current-package-info"_L1]["goodsPackage"_L1].toObject();
}

qint64 DemoPool::mauAmount() const
{
    return goodsPackage()["amount"_L1].toString().toLongLong();
}

QList<DemoPool> demoPools(int count, SandboxLanguage language)
{
    Q_ASSERT(count >= 1 && count <= mostDemoPools);
    QList<DemoPool> pools;
    const QStringList ownFiles = ownPoolFiles();
    for (const QString &fileName : ownFiles.first(std::min(count, ownDemoPools)))
        pools.append(ownPool(fileName, language));
    const QJsonObject source = demoFile(u"further-pools.json"_s);
    while (pools.size() < count)
        pools.append(furtherPool(source, int(pools.size()) + 1, language));
    return pools;
}

} // namespace genauth::sandbox
