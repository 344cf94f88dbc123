// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/fieldtext.h"

#include "core/base/displaytext.h"

#include <algorithm>

namespace genauth {

namespace {

/** More would push the answer itself off the page. */
constexpr qsizetype MostSentences = 3;

} // namespace

QStringList FieldText::unreadable(const QStringList &paths)
{
    QStringList sentences;
    for (const QString &path : paths.first(std::min(paths.size(), MostSentences)))
        sentences << tr("The field “%1” cannot be read.").arg(displayText(path));
    if (paths.size() > MostSentences)
        sentences << tr("%n more field(s) cannot be read.", nullptr,
            static_cast<int>(paths.size() - MostSentences));
    return sentences;
}

} // namespace genauth
