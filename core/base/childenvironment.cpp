// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/childenvironment.h"

#include <QStringList>

namespace genauth {

QProcessEnvironment withoutSecrets(QProcessEnvironment environment)
{
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("GENAUTH_")) ||
            name == QLatin1String("CREDENTIALS_DIRECTORY"))
            environment.remove(name);
    }
    return environment;
}

} // namespace genauth
