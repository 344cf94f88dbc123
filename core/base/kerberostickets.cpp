// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/kerberostickets.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace genauth {

namespace {

/** The user's own values of what hideKerberosTickets() has changed. */
struct HiddenVariable
{
    const char *name;
    const char *replacement;
    std::optional<QByteArray> own = std::nullopt;
};

std::array<HiddenVariable, 2> &hiddenVariables()
{
    static std::array<HiddenVariable, 2> variables{{
        {.name = "KRB5CCNAME", .replacement = "MEMORY:genauth-dashboard"},
        {.name = "KRB5_CLIENT_KTNAME", .replacement = "MEMORY:genauth-dashboard"},
    }};
    return variables;
}

} // namespace

void hideKerberosTickets()
{
    for (HiddenVariable &variable : hiddenVariables()) {
        if (qEnvironmentVariableIsSet(variable.name))
            variable.own = qgetenv(variable.name);
        qputenv(variable.name, variable.replacement);
    }
}

QProcessEnvironment withKerberosTickets(QProcessEnvironment environment)
{
    for (const HiddenVariable &variable : hiddenVariables()) {
        const QString name = QString::fromLatin1(variable.name);
        if (variable.own)
            environment.insert(name, QString::fromLocal8Bit(*variable.own));
        else if (environment.value(name) == QLatin1String(variable.replacement))
            environment.remove(name);
    }
    return environment;
}

} // namespace genauth
