// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace genauth {

/** The program's logging categories; silent below information unless QT_LOGGING_RULES asks for
 * more. What is said goes through core/base/logfile: into the log file, and warnings and above on
 *  standard error.
 *
 *  What is logged of a request: verb, path without query, status, duration, requestId. Never a
 *  header, a body, a query, a token or a key. The log hides those it recognises, and escapes what
 *  could break a line, but that is the second wall; this is the first. Server text goes through
 *  QDebug's quoting, so that one sees where it begins and ends: no noquote() and no "%s" for it. */
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcDashboard)
Q_DECLARE_LOGGING_CATEGORY(lcHook)
Q_DECLARE_LOGGING_CATEGORY(lcStore)

} // namespace genauth
