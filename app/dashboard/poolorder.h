// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>

namespace genauth {

/** Which of two pools, rows of a PoolsModel or of a proxy on one, comes first in a list that is
 * worst first: by state, then by the time left (the longer overdue first, unknown last), then by
 * name as the language of the window sorts. */
[[nodiscard]] bool isWorse(const QModelIndex &one, const QModelIndex &other);

} // namespace genauth
