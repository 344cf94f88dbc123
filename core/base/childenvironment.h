// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>

namespace genauth {

/** `environment` without GENAUTH_* and CREDENTIALS_DIRECTORY: what child processes may see. */
[[nodiscard]] QProcessEnvironment withoutSecrets(QProcessEnvironment environment);

} // namespace genauth
