// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

#include <functional>

namespace genauth {

/** Shows a page or a folder in the desktop's own program for it. Only for addresses this program
 *  made itself: nothing that a server sent is ever opened. False when nothing could be started. */
using UrlOpener = std::function<bool(const QUrl &)>;

/** The desktop's. What it starts sees no GENAUTH_* variable, and the environment is otherwise the
 *  one that this program was started in. */
[[nodiscard]] bool openUrl(const QUrl &url);

/** A page that any network lets through to its own sign-in page: plain http on purpose, and nothing
 *  of the user's goes there. */
[[nodiscard]] QUrl signInProbePage();

} // namespace genauth
