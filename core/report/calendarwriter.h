// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

namespace genauth {

/** The end of one package as an all-day event. */
struct PackageEndEvent
{
    QUuid account; ///< the event is told from others by it: a renewed package moves its event
    QDate day;     ///< on which the package ends, in the pool's clock
    /** When the answer came that says so, UTC: of two files with the same event the later answer
     *  counts. Invalid: unknown. */
    QDateTime learnedAt;
    QString summary;      ///< one line
    QString description;  ///< may be of several lines, or empty
    QList<int> alarmDays; ///< so many days before `day` a reminder comes, each with the summary
};

/** Events as one iCalendar object of RFC 5545, in UTF-8: lines are folded at 75 octets and never
 *  within a character, texts are escaped, and what no text may hold is left out of them, so that
 *  whatever stands in a name stays in its property. There must be an event: a calendar without
 *  one is none. `name` is the calendar's; `writtenAt` is UTC.
 *
 *  SEQUENCE grows with `learnedAt` (seconds since 2020), since a program that has such an event
 *  takes over a moved one only with a higher number, and nobody keeps count of files. */
[[nodiscard]] QByteArray calendarOf(
    const QList<PackageEndEvent> &events, const QString &name, const QDateTime &writtenAt);

} // namespace genauth
