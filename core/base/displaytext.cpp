// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"

#include <algorithm>

namespace genauth {

namespace {

bool isDirectionControl(QChar c)
{
    return (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
}

/** What would break the line, or the terminal: C0, DEL and C1, and Unicode's own two line ends. */
bool isControl(QChar c)
{
    return c < u' ' || (c >= u'\u007F' && c <= u'\u009F') || c == u'\u2028' || c == u'\u2029';
}

/** Letters, a mark and a pattern that are drawn as nothing. */
bool isWithoutInk(QChar c)
{
    constexpr QStringView letters = u"\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";
    return letters.contains(c) || (c >= u'\uFE00' && c <= u'\uFE0F');
}

QString clipped(QString text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    qsizetype kept = limit - 1;
    if (kept > 0 && text.at(kept - 1).isHighSurrogate())
        --kept;
    text.truncate(kept);
    return text + QChar(u'\u2026');
}

} // namespace

QString displayText(QStringView raw, qsizetype limit)
{
    if (limit <= 0)
        return {};
    QString shown;
    // One more than the limit is enough to know that the text must be clipped.
    for (qsizetype i = 0; i < raw.size() && shown.size() <= limit; ++i) {
        const QChar c = raw[i];
        if (isDirectionControl(c))
            continue;
        if (c.isHighSurrogate() && i + 1 < raw.size() && raw[i + 1].isLowSurrogate()) {
            shown += c;
            shown += raw[++i];
        } else {
            shown += c.isSurrogate() || isControl(c) ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    return clipped(std::move(shown), limit);
}

bool isBlank(QStringView raw)
{
    return std::ranges::all_of(raw, [](QChar c) {
        return !isControl(c) &&
               (c.isSpace() || c.category() == QChar::Other_Format || isWithoutInk(c));
    });
}

} // namespace genauth
