// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace genauth {

/** True for what nobody types, and web pages hand out with what is copied from them: zero-width
 *  spaces, marks of direction and of byte order. */
[[nodiscard]] inline bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format;
}

[[nodiscard]] inline QString withoutInvisible(QString text)
{
    return text.removeIf(isInvisible);
}

/** For keys and ids, which hold no blanks; what is pasted does, where a line was broken. */
[[nodiscard]] inline QString withoutBlanks(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace() || isInvisible(c); });
}

} // namespace genauth
