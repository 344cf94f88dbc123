// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/urlopener.h"

#include "core/base/childenvironment.h"

#include <QDesktopServices>
#include <QProcess>
#include <QProcessEnvironment>

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

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
QProcessEnvironment environmentForOthers()
{
    QProcessEnvironment environment = withoutSecrets(QProcessEnvironment::systemEnvironment());
    for (const HiddenVariable &variable : hiddenVariables()) {
        const QString name = QString::fromLatin1(variable.name);
        if (variable.own)
            environment.insert(name, QString::fromLocal8Bit(*variable.own));
        else if (environment.value(name) == QLatin1String(variable.replacement))
            environment.remove(name);
    }
    return environment;
}
#endif

} // namespace

bool openUrl(const QUrl &url)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    QProcess opener;
    opener.setProgram(QStringLiteral("xdg-open"));
    opener.setArguments({url.toString(QUrl::FullyEncoded)});
    opener.setProcessEnvironment(environmentForOthers());
    opener.setStandardInputFile(QProcess::nullDevice());
    opener.setStandardOutputFile(QProcess::nullDevice());
    opener.setStandardErrorFile(QProcess::nullDevice());
    return opener.startDetached();
#else
    return QDesktopServices::openUrl(url);
#endif
}

QUrl signInProbePage()
{
    return QUrl(QStringLiteral("http://www.genauth.ai/"));
}

void hideKerberosTickets()
{
    for (HiddenVariable &variable : hiddenVariables()) {
        if (qEnvironmentVariableIsSet(variable.name))
            variable.own = qgetenv(variable.name);
        qputenv(variable.name, variable.replacement);
    }
}

} // namespace genauth
