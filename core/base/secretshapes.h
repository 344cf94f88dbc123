// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/textrange.h"

#include <QStringView>

namespace genauth {

/** Appends where `text` has what is a secret by its form, whoever it belongs to: credentials behind
 *  the name of their scheme, tokens, user and password in a URL, and any query and fragment. The
 *  ranges are in no order, may overlap and be empty. See redacted(). */
void findSecretShapes(QStringView text, TextRanges &found);

} // namespace genauth
