// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/language.h"

#include <QRegularExpression>
#include <QString>
#include <QTest>

namespace genauth::test {

/** Adds a row per language, for tests that say everything twice: column "language". */
inline void bothLanguages()
{
    QTest::addColumn<int>("language");
    QTest::newRow("English") << static_cast<int>(UiLanguage::English);
    QTest::newRow("Chinese") << static_cast<int>(UiLanguage::Chinese);
}

/** The language of the row under test. */
inline UiLanguage languageOfRow()
{
    QFETCH(int, language);
    return static_cast<UiLanguage>(language);
}

/** True when some of it is written in Chinese characters. */
inline bool hasHan(const QString &text)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return text.contains(han);
}

/** True when something was to be filled in and was not. */
inline bool hasPlaceholder(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(L?\\d|L?n)|\\(s\\)"));
    return text.contains(placeholder);
}

/** A whole text in this language, with nothing left to fill in. */
inline bool isSaidIn(UiLanguage language, const QString &text)
{
    return !text.trimmed().isEmpty() && !hasPlaceholder(text) &&
           hasHan(text) == (language == UiLanguage::Chinese);
}

} // namespace genauth::test
