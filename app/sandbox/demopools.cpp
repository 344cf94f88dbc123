// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demopools.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

// The data lies in a static library: without this call the linker may leave it out. The macro
// declares a function, so it cannot stand inside a namespace.
static void initializeDemoData()
{
    Q_INIT_RESOURCE(sandboxdemo);
}

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

QJsonObject demoFile(const QString &name)
{
    QFile file(u":/demo/"_s + name);
    QJsonParseError error;
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!isOpen || !document.isObject())
        qFatal("the built-in %s is damaged: %s", qPrintable(name), qPrintable(error.errorString()));
    return document.object();
}

QString inLanguage(const QJsonValue &names, SandboxLanguage language)
{
    return names[language == SandboxLanguage::Chinese ? "zh"_L1 : "en"_L1].toString();
}

DemoPool ownPool(const QString &fileName, SandboxLanguage language)
{
    const QJsonObject file = demoFile(fileName);
    return {inLanguage(file["name"_L1], language), file["userPoolId"_L1].toString(),
        file["answers"_L1].toObject()};
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
    return {inLanguage(inTurn(source["names"_L1], turn), language) + u' ' + numberText,
        QString::fromLatin1(hash.toHex().first(24)), {{u"get-current-package-info"_s, package}}};
}

} // namespace

QList<DemoPool> demoPools(int count, SandboxLanguage language)
{
    Q_ASSERT(count >= 1 && count <= mostDemoPools);
    initializeDemoData();
    QList<DemoPool> pools;
    const QStringList ownFiles =
        QDir(u":/demo"_s).entryList({u"[0-9]-*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &fileName : ownFiles.first(std::min(count, ownDemoPools)))
        pools.append(ownPool(fileName, language));
    const QJsonObject source = demoFile(u"further-pools.json"_s);
    while (pools.size() < count)
        pools.append(furtherPool(source, int(pools.size()) + 1, language));
    return pools;
}

QJsonValue dated(const QJsonValue &answer, const QDateTime &now)
{
    if (answer.isArray()) {
        const QJsonArray rawItems = answer.toArray();
        QJsonArray items;
        for (const auto &item : rawItems)
            items.append(dated(item, now));
        return items;
    }
    if (!answer.isObject())
        return answer;
    QJsonObject fields = answer.toObject();
    if (fields.contains("daysFromToday"_L1)) {
        const QDate today = now.toOffsetFromUtc(8 * 3600).date();
        const QDate day = today.addDays(fields["daysFromToday"_L1].toInteger());
        return day.toString(u"yyyy-MM-dd") + u" 00:00:00"_s;
    }
    for (auto field = fields.begin(); field != fields.end(); ++field)
        field.value() = dated(field.value(), now);
    return fields;
}

} // namespace genauth::sandbox
