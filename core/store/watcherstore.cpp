// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/watcherstore.h"

#include "core/store/database.h"

#include <QSqlQuery>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(Watcher who)
{
    return who == Watcher::Dashboard ? u"dashboard"_s : u"check"_s;
}

} // namespace

bool WatcherNote::isSilentAt(const QDateTime &now) const
{
    return interval.count() > 0 && at.isValid() && at.secsTo(now) > 2 * interval.count();
}

WatcherStore::WatcherStore(Database &database)
    : m_database(database)
{
}

bool WatcherStore::keep(const WatcherNote &note)
{
    return m_database.run(
        u"INSERT INTO watcher (program, at, interval, level, pools) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (program) DO UPDATE SET at = excluded.at, interval = excluded.interval, "
        "level = excluded.level, pools = excluded.pools"_s,
        {keyOf(note.who), note.at.toMSecsSinceEpoch(), qint64(note.interval.count()),
            note.level.isNull() ? u""_s : note.level, note.pools});
}

std::optional<WatcherNote> WatcherStore::read(Watcher who) const
{
    std::optional<WatcherNote> note;
    const bool isRead =
        m_database.read(u"SELECT at, interval, level, pools FROM watcher WHERE program = ?"_s,
            {keyOf(who)}, [&](const QSqlQuery &row) {
                note = WatcherNote{who,
                    QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong(), Qt::UTC),
                    std::chrono::seconds(row.value(1).toLongLong()), row.value(2).toString(),
                    row.value(3).toInt()};
            });
    return isRead ? note : std::nullopt;
}

} // namespace genauth
