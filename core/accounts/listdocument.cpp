// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/listdocument.h"

#include <QJsonDocument>

#include <cmath>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;

} // namespace

QByteArray toListDocument(QLatin1StringView format, QJsonObject members)
{
    members.insert(u"format"_s, QString(format));
    members.insert(u"schemaVersion"_s, Version);
    return QJsonDocument(members).toJson(QJsonDocument::Indented);
}

ListDocumentReading readListDocument(const QByteArray &bytes, QLatin1StringView format)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const double version = object.value("schemaVersion"_L1).toDouble();
    if (object.value("format"_L1).toString() != format || version < Version ||
        std::floor(version) != version)
        return {{}, ListDocumentProblem::NotThis};
    if (version > Version)
        return {{}, ListDocumentProblem::NewerVersion};
    return {object, std::nullopt};
}

} // namespace genauth
