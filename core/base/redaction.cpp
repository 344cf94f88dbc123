// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/redaction.h"

#include "core/base/secretregistry.h"
#include "core/base/secretshapes.h"

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

/** In order, and neither empty nor touching one another. */
TextRanges merged(TextRanges ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::begin);
    TextRanges result;
    for (const TextRange &range : ranges) {
        if (range.end <= range.begin)
            continue;
        if (result.empty() || range.begin > result.back().end)
            result.push_back(range);
        else
            result.back().end = std::max(result.back().end, range.end);
    }
    return result;
}

TextRanges secretsIn(QStringView text)
{
    TextRanges found;
    findSecrets(text, found);
    findSecretShapes(text, found);
    return merged(std::move(found));
}

bool needsEscape(QChar c)
{
    return c < u' ' || (c >= u'\u007F' && c <= u'\u009F') || c == u'\u2028' || c == u'\u2029' ||
           (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069') ||
           c.isSurrogate();
}

QString escaped(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
        return u"\\n"_s;
    case u'\r':
        return u"\\r"_s;
    case u'\t':
        return u"\\t"_s;
    default:
        break;
    }
    const bool isShort = c.unicode() <= 0xff;
    return (isShort ? "\\x"_L1 : "\\u"_L1) +
           QString::number(c.unicode(), 16).rightJustified(isShort ? 2 : 4, u'0');
}

// One more than the limit is enough to know that a line must be clipped.
bool isFull(const QString &line)
{
    return line.size() > MaxLogText;
}

void appendEscaped(QString &line, QStringView text)
{
    for (qsizetype i = 0; i < text.size() && !isFull(line); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            line += text[i];
            line += text[++i];
        } else if (needsEscape(text[i])) {
            line += escaped(text[i]);
        } else {
            line += text[i];
        }
    }
}

QString clipped(QString line)
{
    if (!isFull(line))
        return line;
    const qsizetype kept = MaxLogText - 1;
    line.truncate(line.at(kept - 1).isHighSurrogate() ? kept - 1 : kept);
    return line + QChar(u'\u2026');
}

struct Registration
{
    // A copy of its own: whoever passed the bytes may only have lent them.
    explicit Registration(const QByteArray &bytes)
        : secret(bytes.constData(), bytes.size())
    {
        rememberSecret(secret);
    }
    ~Registration() { forgetSecret(secret); }
    Q_DISABLE_COPY_MOVE(Registration)

    const QByteArray secret;
};

} // namespace

SecretMark::SecretMark(const QByteArray &secret)
    : m_registration(std::make_shared<const Registration>(secret))
{
}

QString withSecretsHidden(const QString &text)
{
    TextRanges found;
    findSecrets(text, found);
    QString shown;
    qsizetype done = 0;
    for (const TextRange &range : merged(std::move(found))) {
        shown += QStringView(text).sliced(done, range.begin - done);
        shown += "[hidden]"_L1;
        done = range.end;
    }
    shown += QStringView(text).sliced(done);
    return shown;
}

QString redacted(const QString &text)
{
    QString line;
    qsizetype done = 0;
    for (const TextRange &range : secretsIn(text)) {
        if (isFull(line))
            break;
        appendEscaped(line, QStringView(text).sliced(done, range.begin - done));
        line += "[hidden]"_L1;
        done = range.end;
    }
    appendEscaped(line, QStringView(text).sliced(done));
    return clipped(std::move(line));
}

} // namespace genauth
