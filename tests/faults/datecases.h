// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/faults/faultcase.h"

namespace genauth::test {

/** The half of valueCases() that is about days and clocks. */
[[nodiscard]] QList<FaultCase> dateCases();

} // namespace genauth::test
