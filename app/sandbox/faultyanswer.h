// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/envelope.h"
#include "app/sandbox/httpmessage.h"
#include "app/sandbox/sandboxfault.h"

#include <QJsonObject>

#include <optional>

namespace genauth::sandbox {

/** What GenAuth itself refuses under this fault, once the caller is known; nothing for the others.
 */
[[nodiscard]] std::optional<Refusal> refusalUnder(SandboxFault::Kind kind);

/** The answer to get-current-package-info as this fault leaves it. */
[[nodiscard]] QJsonObject packageUnder(SandboxFault::Kind kind, QJsonObject package);

/** What arrives in place of `good` when the way between client and GenAuth has this fault. */
[[nodiscard]] HttpAnswer answerUnder(const SandboxFault &fault, HttpAnswer good);

} // namespace genauth::sandbox
