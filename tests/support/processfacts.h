// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace genauth::test {

// What the kernel says of this process. Zero where there is no /proc.
[[nodiscard]] qint64 residentBytes();
[[nodiscard]] int threadCount();
[[nodiscard]] int fileDescriptorCount();

} // namespace genauth::test
