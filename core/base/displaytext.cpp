// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"

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

} // namespace genauth
