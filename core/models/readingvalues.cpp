// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/readingvalues.h"

#include "core/base/displaytext.h"

namespace genauth {

QVariant textValue(const Reading<QString> &text)
{
    return text.value && !isBlank(*text.value) ? QVariant(displayText(*text.value)) : QVariant();
}

QVariant nameHalf(const Reading<QString> &name, QString BilingualName::*half)
{
    if (!name.value || isBlank(*name.value))
        return {};
    return displayText(bilingualName(*name.value).*half);
}

} // namespace genauth
