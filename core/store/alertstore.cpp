// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/alertstore.h"

#include "core/accounts/accountjson.h"
#include "core/store/database.h"
#include "core/store/snapshotstore.h"

#include <QSet>
#include <QSqlQuery>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

AlertStore::AlertStore(Database &database)
    : m_database(database)
{
}

bool AlertStore::keep(const StoredAlert &alert)
{
    return m_database.run(u"INSERT INTO alert (id, account, ended, data) VALUES (?, ?, ?, ?) "
                          "ON CONFLICT (id) DO UPDATE SET account = excluded.account, "
                          "ended = excluded.ended, data = excluded.data"_s,
               {alert.id, accountKey(alert.account), alert.hasEnded, alert.data}) &&
           m_database.run(u"DELETE FROM alert WHERE ended AND id <= "
                          "(SELECT id FROM alert ORDER BY id DESC LIMIT 1 OFFSET ?)"_s,
               {MostAlerts});
}

bool AlertStore::keepMemory(const QUuid &account, const QByteArray &data)
{
    return m_database.run(u"INSERT INTO alertMemory (account, data) VALUES (?, ?) "
                          "ON CONFLICT (account) DO UPDATE SET data = excluded.data"_s,
        {accountKey(account), data});
}

bool AlertStore::forgetEnded()
{
    return m_database.run(u"DELETE FROM alert WHERE ended"_s);
}

bool AlertStore::forget(const QUuid &account)
{
    const QString key = accountKey(account);
    return m_database.run(u"DELETE FROM alert WHERE account = ?"_s, {key}) &&
           m_database.run(u"DELETE FROM alertMemory WHERE account = ?"_s, {key});
}

bool AlertStore::forgetOthers(const QList<Account> &accounts)
{
    QSet<QString> others;
    const bool isRead =
        m_database.read(u"SELECT account FROM alert UNION SELECT account FROM alertMemory"_s, {},
            [&](const QSqlQuery &row) { others.insert(row.value(0).toString()); });
    for (const Account &account : accounts)
        others.remove(accountKey(account.id));
    return isRead && std::ranges::all_of(others, [this](const QString &key) {
        return m_database.run(u"DELETE FROM alert WHERE account = ?"_s, {key}) &&
               m_database.run(u"DELETE FROM alertMemory WHERE account = ?"_s, {key});
    });
}

bool AlertStore::readAll(StoredAlerts &known) const
{
    return m_database.read(u"SELECT id, account, ended, data FROM alert ORDER BY id"_s, {},
               [&](const QSqlQuery &row) {
                   const StoredAlert alert{row.value(0).toLongLong(),
                       idFromText(row.value(1).toString()), row.value(2).toBool(),
                       row.value(3).toByteArray()};
                   if (alert.id > 0 && !alert.account.isNull())
                       known.alerts.append(alert);
               }) &&
           m_database.read(
               u"SELECT account, data FROM alertMemory"_s, {}, [&](const QSqlQuery &row) {
                   const QUuid account = idFromText(row.value(0).toString());
                   if (!account.isNull())
                       known.memories.insert(account, row.value(1).toByteArray());
               });
}

} // namespace genauth
