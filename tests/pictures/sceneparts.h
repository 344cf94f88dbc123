// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/pictures/scenes.h"

// What scenes are made of.

namespace genauth::test {

/** A pool on this host, with a key. */
[[nodiscard]] PoolAccess poolNamed(const QString &name, const QUrl &host);
/** A good answer, `daysLeft` before the package's end. */
[[nodiscard]] PoolSnapshot answer(const WindowUnderTest &it, int daysLeft);
/** The dialog that this action opens. */
QWidget *press(WindowUnderTest &it, const char *action);

/** Many pools: their table, the list of them, and the whole window. */
[[nodiscard]] QList<Scene> manyPoolsScenes();
/** Of pools that are kept: their keys, and what can be done to them. */
[[nodiscard]] QList<Scene> ownPoolsScenes();

/** Alerts, a rehearsal of them, the preferences, and what changed. */
[[nodiscard]] QList<Scene> alertScenes();

/** The pages about a pool, for several kinds of answers. */
[[nodiscard]] QList<Scene> billingScenes();

} // namespace genauth::test
