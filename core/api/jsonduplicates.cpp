// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/jsonduplicates.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <algorithm>

namespace genauth {

namespace {

/** Walks a document that is known to be JSON, without recursion on its depth. Copies nothing of it:
 *  whatever it holds lies in as many objects as it is deep. What is no JSON ends the walk early or
 *  says nonsense, but never reads past the end. */
class Scanner
{
public:
    explicit Scanner(QByteArrayView json)
        : m_json(json)
    {
    }

    QString firstContradiction()
    {
        for (; m_at < m_json.size() && m_contradiction.isEmpty(); ++m_at) {
            const char c = m_json.at(m_at);
            if (c == '"')
                readString();
            else if (c == '{' || c == '[')
                m_open.append(Container{.isObject = c == '{'});
            else if (c == ':' && !m_open.isEmpty())
                beginValue();
            else if ((c == '}' || c == ']' || c == ',') && !m_open.isEmpty())
                endValue(c);
        }
        return m_contradiction;
    }

private:
    struct Container
    {
        bool isObject = false;
        QHash<QByteArrayView, QByteArrayView> values = {}; ///< by key, as written
        QByteArrayView key = {};                           ///< of the member being read
        qsizetype valueStart = -1;                         ///< -1: its value has not begun
    };

    /** Up to the closing quote, or the end of the document. */
    void readString()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_json.size() && m_json.at(m_at) != '"')
            m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        m_at = std::min(m_at, m_json.size());
        if (!m_open.isEmpty() && m_open.last().valueStart < 0)
            m_open.last().key = m_json.sliced(start, m_at - start);
    }

    void beginValue()
    {
        Container &container = m_open.last();
        if (container.isObject && container.valueStart < 0)
            container.valueStart = m_at + 1;
    }

    void endValue(char end)
    {
        Container &container = m_open.last();
        if (container.valueStart >= 0) {
            const QByteArrayView value =
                m_json.sliced(container.valueStart, m_at - container.valueStart).trimmed();
            const auto before = container.values.constFind(container.key);
            if (before == container.values.cend())
                container.values.insert(container.key, value);
            else if (*before != value)
                m_contradiction = pathOfKey(); // empty for a key without a name, which nobody reads
        }
        container.valueStart = -1;
        if (end != ',')
            m_open.removeLast();
    }

    QString pathOfKey() const
    {
        QStringList path;
        for (const Container &container : m_open) {
            if (container.isObject)
                path << QString::fromUtf8(container.key);
        }
        return path.join(QLatin1Char('.'));
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
    QList<Container> m_open;
    QString m_contradiction;
};

} // namespace

QString contradictoryKey(const QByteArray &json)
{
    return Scanner(json).firstContradiction();
}

} // namespace genauth
