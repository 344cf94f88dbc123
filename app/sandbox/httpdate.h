// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace genauth::sandbox {

// Qt::RFC2822Date refuses the "GMT" that HTTP demands.
inline constexpr QStringView httpDateFormat = u"ddd, dd MMM yyyy HH:mm:ss 'GMT'";

/** As the Date header wants it: "Wed, 21 Oct 2026 07:28:00 GMT". */
[[nodiscard]] inline QByteArray toHttpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), httpDateFormat).toLatin1();
}

/** Invalid when the text is no HTTP date. */
[[nodiscard]] inline QDateTime fromHttpDate(const QByteArray &text)
{
    const QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text), httpDateFormat.toString());
    return time.isValid() ? QDateTime(time.date(), time.time(), QTimeZone::utc()) : QDateTime();
}

} // namespace genauth::sandbox
