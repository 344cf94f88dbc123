// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/environmenttext.h"

namespace genauth {

QString EnvironmentText::sentence(EnvironmentProblem problem, const QString &subject)
{
    switch (problem) {
    case EnvironmentProblem::KeyIdMissing:
        return tr("%1 is not set, so the other GENAUTH_ variables cannot be used.").arg(subject);
    case EnvironmentProblem::SecretMissing:
        return tr(
            "An access key id is set, but no secret: set %1 to the path of a file that holds it.")
            .arg(subject);
    case EnvironmentProblem::KeyIdUnusable:
    case EnvironmentProblem::SecretUnusable:
        return tr("%1 is empty or holds something that is no access key.").arg(subject);
    case EnvironmentProblem::HostUnusable:
        return tr("%1 is not a host: use a form such as https://api.genauth.ai.").arg(subject);
    case EnvironmentProblem::HostIsPlainHttp:
        return tr(
            "%1 is set to plain http, and the access key would be readable on the way: use https.")
            .arg(subject);
    case EnvironmentProblem::PoolIdUnusable:
        return tr("%1 is not a user pool id.").arg(subject);
    case EnvironmentProblem::SecretFileUnreadable:
        return tr("%1 cannot be read, or is not a file.").arg(subject);
    case EnvironmentProblem::SecretFileNotOurs:
        return tr("%1 belongs to somebody else, so the secret in it is not used.").arg(subject);
    case EnvironmentProblem::SecretFileTooOpen:
        return tr("%1 can be read by others, so the secret in it is not used: take the right to "
                  "read it from "
                  "them (chmod 600).")
            .arg(subject);
    }
    Q_UNREACHABLE();
}

} // namespace genauth
