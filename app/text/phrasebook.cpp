// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/phrasebook.h"

namespace genauth {

Phrasebook::Phrasebook(UiLanguage language, const QString &directory)
{
    // English is what the sources say. Without the file the words are English too.
    if (language == UiLanguage::Chinese)
        (void)m_words.load(QStringLiteral("genauth_zh_CN"), directory);
}

QString Phrasebook::say(const char *context, const char *source) const
{
    const QString words = m_words.translate(context, source);
    return words.isEmpty() ? QString::fromUtf8(source) : words;
}

} // namespace genauth
