// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"

namespace genauth {

Q_LOGGING_CATEGORY(lcApi, "genauth.api", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDashboard, "genauth.dashboard", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHook, "genauth.hook", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "genauth.store", QtInfoMsg)

} // namespace genauth
