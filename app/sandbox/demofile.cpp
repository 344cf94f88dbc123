// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demofile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

// The data lies in a static library: without this call the linker may leave it out. The macro
// declares a function, so it cannot stand inside a namespace.
static void initializeDemoData()
{
    Q_INIT_RESOURCE(sandboxdemo);
}

namespace genauth::sandbox {

using namespace Qt::StringLiterals;

QJsonObject demoFile(const QString &name)
{
    initializeDemoData();
    QFile file(u":/demo/"_s + name);
    QJsonParseError error;
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!isOpen || !document.isObject())
        qFatal("the built-in %s is damaged: %s", qPrintable(name), qPrintable(error.errorString()));
    return document.object();
}

QStringList ownPoolFiles()
{
    initializeDemoData();
    return QDir(u":/demo"_s).entryList({u"[0-9]-*.json"_s}, QDir::Files, QDir::Name);
}

} // namespace genauth::sandbox
