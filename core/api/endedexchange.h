// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/envelope.h"
#include "core/base/result.h"

namespace genauth {

class HttpExchange;

/** Reads what an exchange that has ended brought: its envelope, or why there is none, with the
 *  operation's name in the error. Logs one line of it: verb, path, outcome, milliseconds and
 *  requestId. */
[[nodiscard]] Result<Envelope> readEndedExchange(const HttpExchange &exchange);

} // namespace genauth
