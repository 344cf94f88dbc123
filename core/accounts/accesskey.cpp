// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accesskey.h"

#include <algorithm>

namespace genauth {

bool isPlausibleKeyPart(const QByteArray &utf8)
{
    if (utf8.isEmpty() || utf8.size() > MaxKeyLength)
        return false;
    const QString text = QString::fromUtf8(utf8);
    // Bytes that are no UTF-8 do not come back as they were.
    return text.toUtf8() == utf8 &&
           std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace genauth
