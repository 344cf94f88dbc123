// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/e2e/testhome.h"

#include <QUrl>

namespace genauth::test {

/** A host whose name is looked up for ever by programs of a home that sticksLookups(). */
inline QUrl stuckHost()
{
    return QUrl(QStringLiteral("https://api.stuck.invalid"));
}

/** Programs of this home find a name server that never answers for stuckHost(); every other name
 *  is looked up as always. `mark` is a file that comes to be when such a lookup has begun. */
inline void stickLookups(TestHome &home, const QString &mark)
{
    home.set(QStringLiteral("LD_PRELOAD"), QStringLiteral(GENAUTH_STUCK_LOOKUP));
    home.set(QStringLiteral("STUCK_LOOKUP_MARK"), mark);
    // A sanitizer wants to be loaded first, but does its work all the same.
    const QString options = home.environment().value(QStringLiteral("ASAN_OPTIONS"));
    home.set(QStringLiteral("ASAN_OPTIONS"),
        (options.isEmpty() ? QString() : options + QLatin1Char(':')) +
            QStringLiteral("verify_asan_link_order=0"));
}

} // namespace genauth::test
