// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/schema.h"

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

/** The letters GPkD: what the program file(1) may tell such a file by. */
constexpr qint32 ApplicationId = 0x47506b44;

QStringList firstVersion()
{
    return {
        u"CREATE TABLE pool ("
        "id INTEGER PRIMARY KEY,"
        "account TEXT NOT NULL UNIQUE," // its UUID
        "host TEXT NOT NULL,"           // whom it was asked of
        "server TEXT NOT NULL,"         // who answered
        "poolId TEXT NOT NULL,"
        "poolIsNamedByToken INTEGER NOT NULL)"_s,
        u"CREATE TABLE answer ("
        "pool INTEGER NOT NULL REFERENCES pool ON DELETE CASCADE,"
        "operation TEXT NOT NULL,"
        "received INTEGER NOT NULL,"
        "httpStatus INTEGER NOT NULL,"
        "statusCode INTEGER,"
        "apiCode INTEGER,"
        "requestId TEXT NOT NULL,"
        "serverDate INTEGER,"
        "data BLOB NOT NULL,"     // compact JSON
        "checksum BLOB NOT NULL," // SHA-256: SQLite has none of its own
        "PRIMARY KEY (pool, operation))"_s,
        u"CREATE TABLE series ("
        "id INTEGER PRIMARY KEY,"
        "pool INTEGER NOT NULL REFERENCES pool ON DELETE CASCADE,"
        "code TEXT NOT NULL,"
        "UNIQUE (pool, code))"_s,
        u"CREATE TABLE sample ("
        "series INTEGER NOT NULL REFERENCES series ON DELETE CASCADE,"
        "at INTEGER NOT NULL,"
        "used INTEGER NOT NULL,"
        "bought INTEGER,"
        "PRIMARY KEY (series, at)) WITHOUT ROWID"_s,
    };
}

/** Of alertstore. They name accounts, not pools: an alert may come before any answer, and outlives
 *  the answers of a host that is no longer asked. */
QStringList alertTables()
{
    return {
        u"CREATE TABLE alert ("
        "id INTEGER PRIMARY KEY,"
        "account TEXT NOT NULL,"
        "ended INTEGER NOT NULL,"
        "data BLOB NOT NULL)"_s, // compact JSON
        u"CREATE INDEX alertOfAccount ON alert (account)"_s,
        u"CREATE TABLE alertMemory ("
        "account TEXT PRIMARY KEY,"
        "data BLOB NOT NULL) WITHOUT ROWID"_s,
    };
}

/** Of Journal. */
QStringList journalTables()
{
    return {
        u"CREATE TABLE journal ("
        "id INTEGER PRIMARY KEY," // the newest has the largest
        "pool INTEGER NOT NULL REFERENCES pool ON DELETE CASCADE,"
        "seen INTEGER NOT NULL,"
        "operation TEXT NOT NULL,"
        "subject TEXT NOT NULL,"
        "field TEXT NOT NULL,"
        "valueBefore TEXT,"
        "valueAfter TEXT)"_s,
        u"CREATE INDEX journalOfPool ON journal (pool)"_s,
        // What a field said last that cannot be read in the answer that is kept.
        u"CREATE TABLE lastRead ("
        "pool INTEGER NOT NULL REFERENCES pool ON DELETE CASCADE,"
        "operation TEXT NOT NULL,"
        "subject TEXT NOT NULL,"
        "field TEXT NOT NULL,"
        "value TEXT NOT NULL," // by which it is compared
        "asSent TEXT NOT NULL,"
        "PRIMARY KEY (pool, operation, subject, field)) WITHOUT ROWID"_s,
    };
}

/** Of WatcherStore: the last note of each program. */
QStringList watcherTables()
{
    return {
        u"CREATE TABLE watcher ("
        "program TEXT PRIMARY KEY,"
        "at INTEGER NOT NULL,"
        "interval INTEGER NOT NULL," // seconds; 0: not by itself
        "level TEXT NOT NULL,"
        "pools INTEGER NOT NULL) WITHOUT ROWID"_s,
    };
}

QStringList secondVersion()
{
    return alertTables() + journalTables();
}

} // namespace

DatabaseSchema billingSchema()
{
    return {ApplicationId, {firstVersion(), secondVersion(), watcherTables()}};
}

} // namespace genauth
