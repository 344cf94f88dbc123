// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/startrequest.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;
constexpr qsizetype LongestText = 400; // characters; in JSON up to six bytes each

const QString VersionKey = u"genauthDashboardStart"_s;
const QString ShowKey = u"show"_s;
const QString RefreshKey = u"refresh"_s;
const QString PoolKey = u"pool"_s;
const QString PageKey = u"page"_s;
const QString TokenKey = u"activationToken"_s;

QString fitting(const QString &text)
{
    return text.size() <= LongestText ? text : QString();
}

bool take(const QJsonObject &object, const QString &key, bool &value)
{
    value = object.value(key).toBool(value);
    return object.value(key).isBool() || !object.contains(key);
}

bool take(const QJsonObject &object, const QString &key, QString &value)
{
    value = object.value(key).toString();
    return (object.value(key).isString() || !object.contains(key)) && value.size() <= LongestText;
}

} // namespace

QByteArray activationTokenOfThisStart()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token;
}

QByteArray toMessage(const StartRequest &request)
{
    const QJsonObject object{{VersionKey, Version}, {ShowKey, request.show},
        {RefreshKey, request.refresh}, {PoolKey, fitting(request.pool)},
        {PageKey, fitting(request.page)},
        {TokenKey, fitting(QString::fromUtf8(request.activationToken))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<StartRequest> fromMessage(const QByteArray &message)
{
    if (message.size() > LongestStartMessage)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    StartRequest request;
    QString token;
    if (object.value(VersionKey).toInt() != Version || !take(object, ShowKey, request.show) ||
        !take(object, RefreshKey, request.refresh) || !take(object, PoolKey, request.pool) ||
        !take(object, PageKey, request.page) || !take(object, TokenKey, token))
        return std::nullopt;
    request.activationToken = token.toUtf8();
    return request;
}

} // namespace genauth
