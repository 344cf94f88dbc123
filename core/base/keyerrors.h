// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace genauth {

/** Why no key was had from the desktop's keychain, so that nothing was sent. */
[[nodiscard]] constexpr bool isOfTheKeychain(ErrorKind kind)
{
    return kind == ErrorKind::KeychainLocked || kind == ErrorKind::KeychainUnavailable ||
           kind == ErrorKind::KeychainSilent || kind == ErrorKind::KeyMissing ||
           kind == ErrorKind::KeyUnusable;
}

} // namespace genauth
