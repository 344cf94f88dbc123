// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace genauth {

/** False when no interface of this computer, loopback aside, is up and has an address: then no
 *  request can leave it. True says nothing of how far one would get. */
[[nodiscard]] bool hasNetwork();

} // namespace genauth
