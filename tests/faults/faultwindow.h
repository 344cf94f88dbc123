// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/faults/faultcase.h"

#include <QStringList>

namespace genauth::test {

/** Runs one case before the real window, which speaks English and then Chinese: each promise to the
 *  person in front of it that was broken, in words. Needs an application with widgets. */
[[nodiscard]] QStringList brokenBeforeTheWindow(const FaultCase &faultCase);

} // namespace genauth::test
