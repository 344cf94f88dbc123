// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/journal.h"

#include "core/store/database.h"
#include "core/store/fieldchanges.h"
#include "core/store/snapshotstore.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

/** A text that is there, if only an empty one. */
QString present(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant nullable(const std::optional<QString> &text)
{
    return text ? QVariant(present(*text)) : QVariant(QMetaType::fromType<QString>());
}

std::optional<QString> textFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toString());
}

} // namespace

/** The pool that add() is at. */
struct Journal::Pool
{
    const PoolSnapshot &learned;
    QDateTime now;
    qint64 id = 0;
    qsizetype added = 0;

    /** The fields that could not be read last time. */
    [[nodiscard]] bool read(Database &database, const QString &operation, FieldReadings &lastRead)
    {
        return database.read(
            u"SELECT subject, field, value, asSent FROM lastRead WHERE pool = ? AND operation = ?"_s,
            {id, operation}, [&](const QSqlQuery &row) {
                lastRead.insert({row.value(0).toString(), row.value(1).toString()},
                    {row.value(2).toString(), row.value(3).toString()});
            });
    }
    [[nodiscard]] bool replace(
        Database &database, const QString &operation, const FieldReadings &lastRead)
    {
        if (!database.run(
                u"DELETE FROM lastRead WHERE pool = ? AND operation = ?"_s, {id, operation}))
            return false;
        for (auto last = lastRead.cbegin(); last != lastRead.cend(); ++last) {
            if (!database.run(u"INSERT INTO lastRead (pool, operation, subject, field, value, "
                              "asSent) VALUES (?, ?, ?, ?, ?, ?)"_s,
                    {id, operation, present(last.key().first), last.key().second,
                        present(last->value), present(last->asSent)}))
                return false;
        }
        return true;
    }
};

Journal::Journal(Database &database, const SnapshotStore &snapshots)
    : m_database(database)
    , m_snapshots(snapshots)
{
}

std::optional<qsizetype> Journal::add(
    const Account &account, const PoolSnapshot &learned, const QDateTime &now)
{
    PoolSnapshot before;
    Pool pool{learned, now};
    const bool isDone =
        m_snapshots.readReplaced(account, learned, now, before) &&
        m_database.read(u"SELECT id FROM pool WHERE account = ?"_s, {accountKey(account.id)},
            [&](const QSqlQuery &row) { pool.id = row.value(0).toLongLong(); }) &&
        addChanges(pool, u"get-current-package-info"_s, before.package, learned.package) &&
        addChanges(pool, u"get-orders"_s, before.orders, learned.orders);
    if (!isDone)
        return std::nullopt;
    const bool isBounded =
        pool.added == 0 ||
        m_database.run(u"DELETE FROM journal WHERE pool = ? AND id <= (SELECT id FROM journal "
                       "WHERE pool = ? ORDER BY id DESC LIMIT 1 OFFSET ?)"_s,
            {pool.id, pool.id, MostEntries});
    return isBounded ? std::optional(pool.added) : std::nullopt;
}

template <class T>
bool Journal::addChanges(Pool &pool, const QString &operation, const OperationState<T> &before,
    const OperationState<T> &after)
{
    // Most answers are as they were, down to the byte.
    if (!before.value || !after.value || before.data == after.data)
        return true;
    FieldReadings lastRead;
    if (!pool.read(m_database, operation, lastRead))
        return false;
    const FieldReadings known = lastRead;
    const QDateTime seenAt = correctedNow(pool.learned, after.receivedAt);
    const JournalEntries entries = changesBetween(*before.value, *after.value, seenAt, lastRead);
    if (lastRead != known && !pool.replace(m_database, operation, lastRead))
        return false;
    // Of a flood the first would go at once.
    const qsizetype flood = std::max<qsizetype>(entries.size() - MostEntries, 0);
    for (JournalEntry entry : entries.sliced(flood)) {
        entry.operation = operation;
        if (!write(pool, entry))
            return false;
    }
    pool.added += entries.size() - flood;
    return true;
}

bool Journal::write(const Pool &pool, const JournalEntry &entry)
{
    return m_database.run(
        u"INSERT INTO journal (pool, seen, operation, subject, field, valueBefore,"
        " valueAfter) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {pool.id, entry.seenAt.toMSecsSinceEpoch(), entry.operation, present(entry.subject),
            present(entry.field), nullable(entry.before), nullable(entry.after)});
}

std::optional<JournalEntries> Journal::entries(const QUuid &accountId) const
{
    JournalEntries entries;
    const bool isRead =
        m_database.read(u"SELECT seen, operation, subject, field, valueBefore, valueAfter "
                        "FROM journal JOIN pool ON journal.pool = pool.id WHERE pool.account = ? "
                        "ORDER BY seen DESC, journal.id DESC LIMIT ?"_s,
            {accountKey(accountId), MostEntries}, [&](const QSqlQuery &row) {
                entries.append({QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong(), Qt::UTC),
                    row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                    textFrom(row.value(4)), textFrom(row.value(5))});
            });
    return isRead ? std::optional(entries) : std::nullopt;
}

bool Journal::thin(const QDateTime &now)
{
    qint64 newest = now.toMSecsSinceEpoch();
    const bool isRead = m_database.read(u"SELECT max(seen) FROM journal"_s, {},
        [&](const QSqlQuery &row) { newest = std::min(newest, row.value(0).toLongLong()); });
    const QDateTime oldest = QDateTime::fromMSecsSinceEpoch(newest, Qt::UTC).addYears(-MostYears);
    return isRead &&
           m_database.run(u"DELETE FROM journal WHERE seen < ?"_s, {oldest.toMSecsSinceEpoch()});
}

bool Journal::clear()
{
    return m_database.run(u"DELETE FROM journal"_s);
}

} // namespace genauth
