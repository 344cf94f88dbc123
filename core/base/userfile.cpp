// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/userfile.h"

#include <QStandardPaths>

namespace genauth {

namespace {

/** `variable` names the folder where it is not the home's usual one. */
QString userFile(QStandardPaths::StandardLocation folder, const char *variable, const QString &name)
{
#ifdef Q_OS_UNIX
    if (qEnvironmentVariableIsEmpty("HOME") && qEnvironmentVariableIsEmpty(variable))
        return {};
#else
    Q_UNUSED(variable)
#endif
    return QStandardPaths::writableLocation(folder) + QStringLiteral("/genauth-dashboard/") + name;
}

} // namespace

QString userConfigFile(const QString &name)
{
    return userFile(QStandardPaths::GenericConfigLocation, "XDG_CONFIG_HOME", name);
}

QString userDataFile(const QString &name)
{
    return userFile(QStandardPaths::GenericDataLocation, "XDG_DATA_HOME", name);
}

} // namespace genauth
