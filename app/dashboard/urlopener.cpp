// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/urlopener.h"

#include "core/base/childenvironment.h"
#include "core/base/kerberostickets.h"

#include <QDesktopServices>
#include <QProcess>
#include <QProcessEnvironment>

namespace genauth {

bool openUrl(const QUrl &url)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    QProcess opener;
    opener.setProgram(QStringLiteral("xdg-open"));
    opener.setArguments({url.toString(QUrl::FullyEncoded)});
    opener.setProcessEnvironment(
        withKerberosTickets(withoutSecrets(QProcessEnvironment::systemEnvironment())));
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

} // namespace genauth
