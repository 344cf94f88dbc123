// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace genauth {

/** A stretch of a text: [begin, end), in UTF-16 code units. */
struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

using TextRanges = std::vector<TextRange>;

} // namespace genauth
