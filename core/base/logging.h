// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace genauth {

/** The program's logging categories; silent below warnings unless QT_LOGGING_RULES asks for more.
 *  What is logged of a request: verb, path without query, status, duration, requestId. Never a
 *  header, a body, a query, a token or a key. Server text goes through QDebug's quoting, which
 *  escapes line breaks and control characters: no noquote() and no "%s" for it. */
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcDashboard)

} // namespace genauth
