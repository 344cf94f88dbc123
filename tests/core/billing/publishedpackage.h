// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/package.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace genauth {

/** The `data` of an answer in tests/fixtures. */
inline QJsonObject dataOfFixture(const char *name)
{
    QFile file(QStringLiteral(GENAUTH_FIXTURES "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qWarning() << "no fixture" << file.fileName();
    return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("data")).toObject();
}

/** The published package with one field of `data`, or "goodsPackage/..." of it, replaced. */
inline QJsonObject publishedWith(const QString &key, const QJsonValue &value)
{
    QJsonObject data = dataOfFixture("package-published-schema.json");
    if (!key.startsWith(QLatin1String("goodsPackage/"))) {
        data[key] = value;
        return data;
    }
    QJsonObject goods = data.value(QLatin1String("goodsPackage")).toObject();
    goods[key.section(QLatin1Char('/'), 1)] = value;
    data[QLatin1String("goodsPackage")] = goods;
    return data;
}

inline Package decoded(const QJsonValue &data, std::chrono::seconds offset = BeijingOffset)
{
    return Package::fromJson(data, offset).value();
}

/** A list of one path. */
inline QStringList list(const char *path)
{
    return {QString::fromLatin1(path)};
}

} // namespace genauth
