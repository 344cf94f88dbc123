// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/servertime.h"

namespace genauth {

namespace {

using std::chrono::seconds;

/** Reads a text from left to right, one fixed piece at a time. */
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    bool skip(QChar expected)
    {
        if (!m_rest.startsWith(expected))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    /** One ASCII digit; -1 when there is none. */
    int digit()
    {
        if (m_rest.isEmpty() || m_rest.front() < u'0' || m_rest.front() > u'9')
            return -1;
        const int value = m_rest.front().unicode() - u'0';
        m_rest = m_rest.sliced(1);
        return value;
    }

    /** A number of exactly that many digits; -1, which is no month, day, hour, minute or second
     * (but would be a year), when it is none. */
    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const int next = digit();
            if (next < 0)
                return -1;
            value = value * 10 + next;
        }
        return value;
    }

private:
    QStringView m_rest;
};

std::optional<QDate> readDate(Scanner &scanner)
{
    const int year = scanner.number(4);
    if (year < 0 || !scanner.skip(u'-'))
        return std::nullopt;
    const int month = scanner.number(2);
    if (!scanner.skip(u'-'))
        return std::nullopt;
    const QDate date(year, month, scanner.number(2));
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/** Milliseconds of a fraction of 1 to 9 digits, cut off; -1 when it is none. */
int readFraction(Scanner &scanner)
{
    int milliseconds = 0;
    int digits = 0;
    for (int next = scanner.digit(); next >= 0; next = scanner.digit()) {
        if (digits < 3)
            milliseconds = milliseconds * 10 + next;
        ++digits;
    }
    if (digits < 1 || digits > 9)
        return -1;
    for (int i = digits; i < 3; ++i)
        milliseconds *= 10;
    return milliseconds;
}

std::optional<QTime> readTime(Scanner &scanner)
{
    const int hour = scanner.number(2);
    if (!scanner.skip(u':'))
        return std::nullopt;
    const int minute = scanner.number(2);
    if (!scanner.skip(u':'))
        return std::nullopt;
    const int second = scanner.number(2);
    const QTime time(hour, minute, second, scanner.skip(u'.') ? readFraction(scanner) : 0);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<seconds> readOffset(Scanner &scanner)
{
    if (scanner.skip(u'Z'))
        return seconds(0);
    const int sign = scanner.skip(u'+') ? 1 : scanner.skip(u'-') ? -1 : 0;
    const int hours = scanner.number(2);
    if (sign == 0 || !scanner.skip(u':'))
        return std::nullopt;
    const int minutes = scanner.number(2);
    const int total = hours * 60 + minutes;
    if (hours < 0 || minutes < 0 || minutes > 59 || total > 14 * 60)
        return std::nullopt;
    return seconds(sign * total * 60);
}

QDateTime at(QDate date, QTime time, seconds offset)
{
    // Never through a named zone or local time: both have hours that do not exist.
    return QDateTime(date, time, Qt::OffsetFromUTC, static_cast<int>(offset.count()));
}

} // namespace

std::optional<ServerTime> parseServerTime(QStringView text, seconds clockOffset)
{
    Scanner scanner(text);
    const auto date = readDate(scanner);
    if (!date)
        return std::nullopt;
    if (scanner.atEnd())
        return ServerTime{at(*date, QTime(0, 0), clockOffset), true};
    if (!scanner.skip(u' ') && !scanner.skip(u'T'))
        return std::nullopt;
    const auto time = readTime(scanner);
    if (!time)
        return std::nullopt;
    if (scanner.atEnd())
        return ServerTime{at(*date, *time, clockOffset), true};
    const auto offset = readOffset(scanner);
    if (!offset || !scanner.atEnd())
        return std::nullopt;
    return ServerTime{at(*date, *time, *offset), false};
}

} // namespace genauth
