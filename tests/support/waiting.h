// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/envelope.h"
#include "core/api/httpexchange.h"

namespace genauth {
class ApiReply;
}

namespace genauth::test {

// These turn the event loop until finished() comes; what does not end within ten seconds ends the
// test program.
[[nodiscard]] Result<HttpAnswer> resultOf(HttpExchange *exchange);
[[nodiscard]] Result<Envelope> resultOf(ApiReply *reply);

} // namespace genauth::test
