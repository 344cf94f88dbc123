// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/jsonduplicates.h"

#include <QHash>
#include <QList>

namespace genauth {

namespace {

/** Walks a document that is known to be JSON, without recursion on its depth. */
class Scanner
{
public:
    explicit Scanner(const QByteArray &json)
        : m_json(json)
    {
    }

    QString firstContradiction()
    {
        for (; m_at < m_json.size(); ++m_at) {
            const char c = m_json.at(m_at);
            if (c == '"')
                readString();
            else if (c == '{' || c == '[')
                m_open.append({c == '{', {}, {}, -1});
            else if ((c == '}' || c == ']' || c == ',') && !m_open.isEmpty() && !endValue(c))
                return pathOfKey();
        }
        return {};
    }

private:
    struct Container
    {
        bool isObject;
        QHash<QByteArray, QByteArray> values; ///< by key, as written
        QByteArray key;                       ///< of the member being read
        qsizetype valueStart;                 ///< -1: its value has not begun
    };

    void readString()
    {
        const qsizetype start = m_at;
        for (++m_at; m_at < m_json.size() && m_json.at(m_at) != '"'; ++m_at) {
            if (m_json.at(m_at) == '\\')
                ++m_at;
        }
        if (m_open.isEmpty() || !m_open.last().isObject || m_open.last().valueStart >= 0)
            return;
        m_open.last().key = m_json.sliced(start + 1, std::max<qsizetype>(m_at - start - 1, 0));
        m_open.last().valueStart = m_json.indexOf(':', m_at) + 1;
    }

    /** False when the member that ends here contradicts an earlier one. */
    bool endValue(char end)
    {
        Container &container = m_open.last();
        bool agrees = true;
        if (container.isObject && container.valueStart > 0) {
            const QByteArray value =
                m_json.sliced(container.valueStart, m_at - container.valueStart).trimmed();
            const auto before = container.values.constFind(container.key);
            agrees = before == container.values.cend() || *before == value;
            container.values.insert(container.key, value);
        }
        if (!agrees)
            return false;
        container.valueStart = -1;
        if (end != ',')
            m_open.removeLast();
        return true;
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

    const QByteArray &m_json;
    qsizetype m_at = 0;
    QList<Container> m_open;
};

} // namespace

QString contradictoryKey(const QByteArray &json)
{
    return Scanner(json).firstContradiction();
}

} // namespace genauth
