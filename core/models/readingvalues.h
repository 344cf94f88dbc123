// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/reading.h"
#include "core/billing/usage.h"

#include <QVariant>

namespace genauth {

/** The text as it is shown, or an invalid QVariant where it is unknown. One of which nothing is to
 *  be seen says nothing. */
[[nodiscard]] QVariant textValue(const Reading<QString> &text);

/** One half of a bilingual name, likewise. */
[[nodiscard]] QVariant nameHalf(const Reading<QString> &name, QString BilingualName::*half);

} // namespace genauth
