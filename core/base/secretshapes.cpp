// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/secretshapes.h"

#include <QString>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

// Plain loops instead of regular expressions: those give up on a long text, and what was not
// searched would be logged.

/** Words end at blanks and at double quotes, but not at an escaped quote. */
bool isGap(QChar c)
{
    return c == u'"' || c.isSpace();
}

qsizetype skipped(QStringView text, qsizetype i)
{
    const bool escape =
        text[i] == u'\\' && i + 1 < text.size() && (text[i + 1] == u'"' || text[i + 1] == u'\\');
    return i + (escape ? 2 : 1);
}

qsizetype wordEnd(QStringView text, qsizetype i)
{
    while (i < text.size() && !isGap(text[i]))
        i = skipped(text, i);
    return i;
}

qsizetype closingQuote(QStringView text, qsizetype i)
{
    while (i < text.size() && text[i] != u'"')
        i = skipped(text, i);
    return i;
}

/** Past all that may stand between the name of a scheme and the credentials. */
qsizetype separatorsEnd(QStringView text, qsizetype i)
{
    for (;;) {
        if (text.sliced(i).startsWith("%20"_L1))
            i += 3;
        else if (i < text.size() && (text[i].isSpace() || u":=+"_s.contains(text[i])))
            ++i;
        else
            return i;
    }
}

void findCredentials(
    QStringView text, QLatin1StringView scheme, bool (*areSome)(QStringView), TextRanges &found)
{
    for (qsizetype at = 0; (at = text.indexOf(scheme, at, Qt::CaseInsensitive)) >= 0;) {
        at += scheme.size();
        const qsizetype begin = separatorsEnd(text, at);
        const qsizetype end = wordEnd(text, begin);
        if (begin > at && areSome(text.sliced(begin, end - begin)))
            found.push_back({begin, end});
    }
}

bool isKeyAndSignature(QStringView word)
{
    const qsizetype colon = word.indexOf(u':');
    // "Authing https://…" is ordinary text.
    return colon > 0 && colon + 1 < word.size() && !word.sliced(colon).startsWith("://"_L1);
}

/** The value of an Authorization header, of whatever scheme, in whatever notation: to the closing
 *  quote when it stands within quotes, else to the end of the line. */
void findAuthorization(QStringView text, TextRanges &found)
{
    constexpr auto Name = "authorization"_L1;
    for (qsizetype at = 0; (at = text.indexOf(Name, at, Qt::CaseInsensitive)) >= 0;) {
        at += Name.size();
        qsizetype begin = at;
        bool assigned = false;
        bool quoted = false;
        for (; begin < text.size() && u" \t\\\"':=,"_s.contains(text[begin]); ++begin) {
            assigned = assigned || text[begin] == u':' || text[begin] == u'=' ||
                       (quoted && text[begin] == u',');
            quoted = quoted || text[begin] == u'"';
        }
        if (!assigned)
            continue;
        quoted = text[begin - 1] == u'"';
        const qsizetype lineEnd = text.indexOf(u'\n', begin);
        found.push_back(
            {begin, quoted ? closingQuote(text, begin) : (lineEnd < 0 ? text.size() : lineEnd)});
    }
}

bool isTokenCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           c == u'-' || c == u'_' || c == u'.';
}

/** Three parts of a length that neither host names nor file names have. */
bool hasThreeLongParts(QStringView word)
{
    constexpr qsizetype Long = 16;
    int parts = 0;
    for (const QStringView part : word.tokenize(u'.')) {
        parts = part.size() >= Long ? parts + 1 : 0;
        if (parts == 3)
            return true;
    }
    return false;
}

/** JSON Web Tokens. All of them, and each of their first two parts, begin with an encoded {". */
void findTokens(QStringView text, TextRanges &found)
{
    constexpr qsizetype Shortest = 16; // the header of a token without a signature takes 20
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && isTokenCharacter(text[end]))
            ++end;
        const QStringView word = text.sliced(begin, end - begin);
        const qsizetype brace = word.indexOf("eyJ"_L1);
        if (brace >= 0 && word.size() - brace >= Shortest)
            found.push_back({begin + brace, end});
        else if (hasThreeLongParts(word))
            found.push_back({begin, end});
        begin = end + 1;
    }
}

bool isPort(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

qsizetype authorityEnd(QStringView word, qsizetype i)
{
    while (i < word.size() && word[i] != u'/' && word[i] != u'?' && word[i] != u'#')
        ++i;
    return i;
}

/** User and password of a URL, "//user:pw@host", or of what people write for one, "user:pw@host".
 */
void findUserInfo(QStringView word, qsizetype offset, TextRanges &found)
{
    const qsizetype lastAt = word.lastIndexOf(u'@');
    if (lastAt < 0)
        return;
    qsizetype begin = 0;
    while (begin >= 0) {
        const qsizetype end = authorityEnd(word, begin);
        const QStringView authority = word.sliced(begin, end - begin);
        const qsizetype at = authority.lastIndexOf(u'@');
        const qsizetype colon = authority.lastIndexOf(u':');
        if (at >= 0 && (begin > 0 || authority.first(at).contains(u':')))
            found.push_back({offset + begin, offset + begin + at});
        else if (begin > 0 && lastAt > end && colon >= 0 && !authority.startsWith(u'[') &&
                 !isPort(authority.sliced(colon + 1)))
            // No port: a password with a slash in it.
            found.push_back({offset + begin, offset + lastAt});
        const qsizetype slashes = word.indexOf("//"_L1, end);
        begin = slashes < 0 ? -1 : slashes + 2;
    }
}

/** The ? or # after which a word that looks like a URL or a path has its query and fragment; -1
 *  when there is none. */
qsizetype queryMark(QStringView word)
{
    const qsizetype lastEquals = word.lastIndexOf(u'=');
    bool isPath = false;
    for (qsizetype i = 0; i + 1 < word.size(); ++i) {
        if ((word[i] == u'?' || word[i] == u'#') && (isPath || lastEquals > i))
            return i;
        isPath = isPath || word[i] == u'/';
    }
    return -1;
}

void findInUrls(QStringView text, TextRanges &found)
{
    bool quoted = false;
    for (qsizetype begin = 0; begin < text.size();) {
        quoted = quoted != (text[begin] == u'"');
        if (isGap(text[begin])) {
            ++begin;
            continue;
        }
        qsizetype end = wordEnd(text, begin);
        const QStringView word = text.sliced(begin, end - begin);
        findUserInfo(word, begin, found);
        if (const qsizetype mark = queryMark(word); mark >= 0) {
            if (quoted)
                end = closingQuote(text, end);
            found.push_back({begin + mark + 1, end});
        }
        begin = end;
    }
}

} // namespace

void findSecretShapes(QStringView text, TextRanges &found)
{
    findCredentials(
        text, "bearer"_L1, [](QStringView word) { return !word.isEmpty(); }, found);
    findCredentials(text, "authing"_L1, isKeyAndSignature, found);
    findAuthorization(text, found);
    findTokens(text, found);
    findInUrls(text, found);
}

} // namespace genauth
