// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/secretregistry.h"

#include "core/base/redaction.h"

#include <QDebug>
#include <QHash>
#include <QReadWriteLock>

#include <algorithm>

namespace genauth {

namespace {

/** One way in which a secret may be written. Only its beginning is kept: that is enough to know it
 *  by, finds it also where it was cut, and keeps hundreds of long tokens small. */
struct Dress
{
    enum class Kind { Plain, Base64 };

    QString head;
    qsizetype length = 0; ///< of all of it
    Kind kind = Kind::Plain;

    friend bool operator==(const Dress &, const Dress &) = default;
};

constexpr qsizetype HeadLength = 32;

// Dresses are found by their first four code units, so that one look-up at each place of a text
// answers for all of them.
constexpr qsizetype KeyLength = 4;
static_assert(MinSecretLength >= KeyLength);

quint64 nextKey(quint64 key, QChar c)
{
    return key << 16 | c.unicode();
}

quint64 keyOf(const QString &head)
{
    quint64 key = 0;
    for (const QChar c : head.first(KeyLength))
        key = nextKey(key, c);
    return key;
}

template <class T>
QString quotedByQt(const T &value)
{
    QString quoted;
    QDebug(&quoted).nospace() << value;
    return quoted.sliced(1, quoted.size() - 2);
}

/** What base64 makes of the secret when `before` bytes, modulo 3, stand before it: only those
 *  characters that depend on nothing else. */
QByteArray base64Core(const QByteArray &secret, qsizetype before, QByteArray::Base64Options options)
{
    const qsizetype bits = 8 * before;
    const qsizetype begin = (bits + 5) / 6;
    const qsizetype end = (bits + 8 * secret.size()) / 6;
    return (QByteArray(before, '\0') + secret).toBase64(options).sliced(begin, end - begin);
}

std::vector<Dress> dressesOf(const QByteArray &secret)
{
    std::vector<Dress> dresses;
    const QString text = QString::fromUtf8(secret);
    if (text.size() < MinSecretLength)
        return dresses;
    const auto add = [&](const QString &whole, Dress::Kind kind) {
        const Dress dress{whole.first(std::min(whole.size(), HeadLength)), whole.size(), kind};
        if (std::ranges::find(dresses, dress) == dresses.end())
            dresses.push_back(dress);
    };
    add(text, Dress::Kind::Plain);
    add(QString(text).replace(u' ', u'+'), Dress::Kind::Plain); // as in a form
    add(QString::fromLatin1(secret), Dress::Kind::Plain);       // see percentDecoded()
    add(quotedByQt(text), Dress::Kind::Plain);
    add(quotedByQt(secret), Dress::Kind::Plain);
    add(QString::fromLatin1(secret.toHex()), Dress::Kind::Plain);
    add(QString::fromLatin1(secret.toHex().toUpper()), Dress::Kind::Plain);
    for (const qsizetype before : {0, 1, 2}) {
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray core = base64Core(secret, before, alphabet);
            add(QString::fromLatin1(core), Dress::Kind::Base64);
        }
    }
    return dresses;
}

bool isBase64(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           c == u'+' || c == u'/' || c == u'-' || c == u'_' || c == u'=';
}

/** A text with every %XX replaced by the one code unit XX, and where each of its code units came
 *  from: one more at the end than it has. Since QUrl and others encode what they like, this finds a
 *  secret in any of their ways. */
struct PercentDecoded
{
    QString text;
    std::vector<qsizetype> origins;
};

int hexDigit(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    const QChar lower = c.toLower();
    return lower >= u'a' && lower <= u'f' ? lower.unicode() - u'a' + 10 : -1;
}

PercentDecoded percentDecoded(QStringView text)
{
    PercentDecoded decoded;
    decoded.text.reserve(text.size());
    decoded.origins.reserve(static_cast<size_t>(text.size()) + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        decoded.origins.push_back(i);
        const bool roomForTwo = text[i] == u'%' && i + 2 < text.size();
        const int high = roomForTwo ? hexDigit(text[i + 1]) : -1;
        const int low = roomForTwo ? hexDigit(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            decoded.text += QChar(static_cast<char16_t>(high * 16 + low));
            i += 2;
        } else {
            decoded.text += text[i];
        }
    }
    decoded.origins.push_back(text.size());
    return decoded;
}

class Registry
{
public:
    void remember(const QByteArray &secret);
    void forget(const QByteArray &secret);
    void find(QStringView text, TextRanges &found) const;

private:
    void search(QStringView text, TextRanges &found) const;

    mutable QReadWriteLock m_lock;
    QHash<QByteArray, int> m_uses;
    QHash<quint64, std::vector<Dress>> m_dresses; ///< by keyOf(); two secrets may share a dress
};

void Registry::remember(const QByteArray &secret)
{
    std::vector<Dress> dresses = dressesOf(secret);
    const QWriteLocker lock(&m_lock);
    if (++m_uses[secret] > 1)
        return;
    for (Dress &dress : dresses)
        m_dresses[keyOf(dress.head)].push_back(std::move(dress));
}

void Registry::forget(const QByteArray &secret)
{
    const std::vector<Dress> dresses = dressesOf(secret);
    const QWriteLocker lock(&m_lock);
    if (--m_uses[secret] > 0)
        return;
    m_uses.remove(secret);
    for (const Dress &dress : dresses) {
        const auto sharers = m_dresses.find(keyOf(dress.head));
        sharers->erase(std::ranges::find(*sharers, dress));
        if (sharers->empty())
            m_dresses.erase(sharers);
    }
}

void Registry::find(QStringView text, TextRanges &found) const
{
    const QReadLocker lock(&m_lock);
    if (m_dresses.isEmpty())
        return;
    search(text, found);
    if (!text.contains(u'%'))
        return;
    const PercentDecoded decoded = percentDecoded(text);
    TextRanges inDecoded;
    search(decoded.text, inDecoded);
    for (const TextRange &range : inDecoded)
        found.push_back({decoded.origins[static_cast<size_t>(range.begin)],
            decoded.origins[static_cast<size_t>(range.end)]});
}

/** All of the base64 around a part of it: what stands beside the secret there belongs to it. */
TextRange base64Around(TextRange range, QStringView text, qsizetype floor)
{
    while (range.begin > floor && isBase64(text[range.begin - 1]))
        --range.begin;
    while (range.end < text.size() && isBase64(text[range.end]))
        ++range.end;
    return range;
}

void Registry::search(QStringView text, TextRanges &found) const
{
    quint64 key = 0;
    TextRange last;
    for (qsizetype i = 0; i < text.size(); ++i) {
        key = nextKey(key, text[i]);
        const qsizetype begin = i + 1 - KeyLength;
        const auto dresses = begin < 0 ? m_dresses.constEnd() : m_dresses.constFind(key);
        if (dresses == m_dresses.constEnd())
            continue;
        for (const Dress &dress : *dresses) {
            TextRange range{begin, std::min(begin + dress.length, text.size())};
            if (range.end <= last.end || !text.sliced(begin).startsWith(dress.head))
                continue;
            if (dress.kind == Dress::Kind::Base64)
                range = base64Around(range, text, last.end);
            found.push_back(range);
            last = range;
        }
    }
}

Registry &registry()
{
    // Never destroyed: messages come until the very end of the process, and so do secrets.
    static Registry &one = *new Registry;
    return one;
}

} // namespace

void rememberSecret(const QByteArray &secret)
{
    registry().remember(secret);
}

void forgetSecret(const QByteArray &secret)
{
    registry().forget(secret);
}

void findSecrets(QStringView text, TextRanges &found)
{
    registry().find(text, found);
}

} // namespace genauth
