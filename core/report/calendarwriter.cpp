// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/calendarwriter.h"

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LineOctets = 75;

/** TEXT of RFC 5545, 3.3.11. */
QByteArray escaped(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    // Which end no line here, but do for some that read it.
    text.replace(QChar(QChar::LineSeparator), u'\n')
        .replace(QChar(QChar::ParagraphSeparator), u'\n');
    QString safe;
    safe.reserve(text.size());
    for (const QChar sign : std::as_const(text)) {
        if (sign == u'\n')
            safe += u"\\n"_s;
        else if (sign == u'\\' || sign == u';' || sign == u',')
            safe += QString(u'\\') + sign;
        else if (sign == u'\t' || sign.category() != QChar::Other_Control)
            safe += sign;
    }
    return safe.toUtf8();
}

/** Into lines of LineOctets at most, a blank at the beginning of each further one included. */
QByteArray folded(const QByteArray &line)
{
    QByteArray lines;
    qsizetype octets = 0;
    for (qsizetype i = 0; i < line.size();) {
        qsizetype end = i + 1;
        while (end < line.size() && (static_cast<unsigned char>(line.at(end)) & 0xC0) == 0x80)
            ++end;
        if (octets + (end - i) > LineOctets) {
            lines += "\r\n ";
            octets = 1;
        }
        lines += line.sliced(i, end - i);
        octets += end - i;
        i = end;
    }
    return lines + "\r\n";
}

QByteArray moment(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

QByteArray day(QDate date)
{
    return date.toString(u"yyyyMMdd"_s).toLatin1();
}

qint64 sequenceOf(const QDateTime &learnedAt)
{
    static const QDateTime Beginning(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    return std::max<qint64>(Beginning.secsTo(learnedAt), 0);
}

QByteArray alarmOf(const PackageEndEvent &event, int days)
{
    return "BEGIN:VALARM\r\nACTION:DISPLAY\r\n" + folded("DESCRIPTION:" + escaped(event.summary)) +
           "TRIGGER:-P" + QByteArray::number(days) + "D\r\nEND:VALARM\r\n";
}

QByteArray textOf(const PackageEndEvent &event, const QDateTime &writtenAt)
{
    QByteArray text = "BEGIN:VEVENT\r\n" +
                      folded("UID:" + event.account.toString(QUuid::WithoutBraces).toLatin1() +
                             "-package-end@genauth-dashboard") +
                      "DTSTAMP:" + moment(writtenAt) +
                      (event.learnedAt.isValid() ? "\r\nLAST-MODIFIED:" + moment(event.learnedAt)
                                                 : QByteArray()) +
                      "\r\nSEQUENCE:" + QByteArray::number(sequenceOf(event.learnedAt)) +
                      "\r\nDTSTART;VALUE=DATE:" + day(event.day) +
                      "\r\nDTEND;VALUE=DATE:" + day(event.day.addDays(1)) +
                      "\r\nTRANSP:TRANSPARENT\r\n" + folded("SUMMARY:" + escaped(event.summary));
    if (!event.description.isEmpty())
        text += folded("DESCRIPTION:" + escaped(event.description));
    for (const int days : event.alarmDays)
        text += alarmOf(event, days);
    return text + "END:VEVENT\r\n";
}

} // namespace

QByteArray calendarOf(
    const QList<PackageEndEvent> &events, const QString &name, const QDateTime &writtenAt)
{
    QByteArray calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                          "PRODID:-//GenAuth Package Dashboard//Package ends//EN\r\n"
                          "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n" +
                          folded("X-WR-CALNAME:" + escaped(name));
    for (const PackageEndEvent &event : events)
        calendar += textOf(event, writtenAt);
    return calendar + "END:VCALENDAR\r\n";
}

} // namespace genauth
