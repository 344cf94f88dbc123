// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>
#include <QUuid>

namespace genauth {

/** Ids in the order of their coming, each once. Whether one is in it is known at once, however many
 *  there are. */
class IdQueue final
{
public:
    [[nodiscard]] bool isEmpty() const { return m_order.isEmpty(); }
    [[nodiscard]] bool contains(const QUuid &id) const { return m_members.contains(id); }
    [[nodiscard]] const QList<QUuid> &ids() const { return m_order; }

    /** False, and nothing else happens, when it is in it already. */
    bool append(const QUuid &id)
    {
        if (contains(id))
            return false;
        m_members.insert(id);
        m_order.append(id);
        return true;
    }
    void prepend(const QUuid &id)
    {
        if (contains(id))
            return;
        m_members.insert(id);
        m_order.prepend(id);
    }
    /** Only when it is not empty. */
    [[nodiscard]] QUuid takeFirst()
    {
        const QUuid id = m_order.takeFirst();
        m_members.remove(id);
        return id;
    }
    void remove(const QUuid &id)
    {
        if (m_members.remove(id))
            m_order.removeOne(id);
    }

private:
    QList<QUuid> m_order;
    QSet<QUuid> m_members; ///< those of m_order
};

} // namespace genauth
