// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace genauth {

// Where this project's files lie among the user's own. Empty when the environment names no home:
// without one Qt would take the root of the file system for it.

/** In the desktop's configuration folder. */
[[nodiscard]] QString userConfigFile(const QString &name);
/** In the desktop's data folder. */
[[nodiscard]] QString userDataFile(const QString &name);

} // namespace genauth
