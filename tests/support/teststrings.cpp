// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/teststrings.h"

#include <QTest>

namespace genauth {

char *toString(const ErrorKind &kind)
{
    return qstrdup(errorKindName(kind));
}

char *toString(const TlsProblem &problem)
{
    switch (problem) {
    case TlsProblem::None:
        return qstrdup("None");
    case TlsProblem::SelfSigned:
        return qstrdup("SelfSigned");
    case TlsProblem::UnknownIssuer:
        return qstrdup("UnknownIssuer");
    case TlsProblem::Expired:
        return qstrdup("Expired");
    case TlsProblem::NotYetValid:
        return qstrdup("NotYetValid");
    case TlsProblem::WrongHost:
        return qstrdup("WrongHost");
    case TlsProblem::Other:
        return qstrdup("Other");
    }
    Q_UNREACHABLE();
}

} // namespace genauth
