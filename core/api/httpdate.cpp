// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/httpdate.h"

#include <QLocale>

#include <algorithm>

namespace genauth {

QDateTime parseHttpDate(const QByteArray &value)
{
    QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(value.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    const bool digitsOnly =
        !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    qint64 seconds = 0;
    if (digitsOnly) {
        bool fits = false;
        seconds = text.toLongLong(&fits);
        if (!fits)
            seconds = 3600;
    } else {
        const QDateTime until = parseHttpDate(text);
        if (!until.isValid() || !now.isValid())
            return std::nullopt;
        seconds = now.secsTo(until);
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 1, 3600));
}

} // namespace genauth
