// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace genauth {

/** A pool's host as people and programs are told it: without the scheme, with the port where it is
 *  not the default, an IPv6 address in brackets. */
[[nodiscard]] QString serverName(const QUrl &host);

} // namespace genauth
