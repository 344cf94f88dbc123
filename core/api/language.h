// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace genauth {

/** The language GenAuth is asked to word its `message` in: the language of the window. */
enum class ApiLanguage { Chinese, English };

/** The value of x-authing-lang and x-genauth-lang (the vendor also has zh-TW and ja-JP). */
[[nodiscard]] inline QByteArray headerValue(ApiLanguage language)
{
    return language == ApiLanguage::Chinese ? QByteArrayLiteral("zh-CN")
                                            : QByteArrayLiteral("en-US");
}

} // namespace genauth
