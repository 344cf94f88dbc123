// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/secretentry.h"

#include "core/accounts/secretkeeper.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;

bool areUsable(const PoolSecrets &secrets)
{
    return isPlausibleKeyPart(secrets.key.id.toUtf8()) && isPlausibleKeyPart(secrets.key.secret) &&
           (secrets.proxyPassword.isEmpty() || isPlausibleKeyPart(secrets.proxyPassword));
}

} // namespace

QByteArray entryFrom(const PoolSecrets &secrets)
{
    if (!areUsable(secrets))
        return {};
    QJsonObject entry{{u"v"_s, Version}, {u"id"_s, secrets.key.id},
        {u"secret"_s, QString::fromUtf8(secrets.key.secret)}};
    const std::pair<QString, QString> rest[]{{u"host"_s, secrets.host},
        {u"proxyPassword"_s, QString::fromUtf8(secrets.proxyPassword)},
        {u"proxy"_s, secrets.proxy}};
    for (const auto &[name, text] : rest) {
        if (!text.isEmpty())
            entry.insert(name, text);
    }
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

std::optional<PoolSecrets> secretsFrom(const QByteArray &entry)
{
    if (entry.size() > MaxSecretEntry)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(entry).object();
    const QJsonValue password = object.value("proxyPassword"_L1);
    // toString() of what is no text is empty, which is no key; a password may be left out.
    if (object.value("v"_L1) != QJsonValue(Version) ||
        !(password.isUndefined() || password.isString()))
        return std::nullopt;
    PoolSecrets secrets{.key = {.id = object.value("id"_L1).toString(),
                            .secret = object.value("secret"_L1).toString().toUtf8()},
        .proxyPassword = password.toString().toUtf8(),
        .host = object.value("host"_L1).toString(),
        .proxy = object.value("proxy"_L1).toString()};
    if (!areUsable(secrets))
        return std::nullopt;
    return secrets;
}

} // namespace genauth
