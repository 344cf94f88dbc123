// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

// How QCOMPARE prints the values of this project when they differ; found by their namespace.
namespace genauth {

[[nodiscard]] char *toString(const ErrorKind &kind);
[[nodiscard]] char *toString(const TlsProblem &problem);

/** "ok", or the error's kind: what a test compares first. */
template <class T>
[[nodiscard]] const char *outcome(const Result<T> &result)
{
    return result ? "ok" : errorKindName(result.error().kind);
}

} // namespace genauth
