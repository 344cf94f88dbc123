// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/language.h"

#include <QString>
#include <QTranslator>

namespace genauth {

/** The words of one language, whichever the window speaks: for what is copied in both. */
class Phrasebook
{
public:
    /** `directory` holds genauth_zh_CN.qm. */
    explicit Phrasebook(
        UiLanguage language, const QString &directory = Language::defaultDirectory());

    /** What was marked with QT_TRANSLATE_NOOP(context, source); the English words themselves where
     *  there is no translation. */
    [[nodiscard]] QString say(const char *context, const char *source) const;

private:
    QTranslator m_words;
};

} // namespace genauth
