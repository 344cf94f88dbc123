// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/formatting.h"

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace genauth {

namespace {

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

/** Signs only where they are read the same everywhere; any other currency is shown by its code. */
QString currencySign(const QString &currency)
{
    static const QHash<QString, QString> signs{
        {QStringLiteral("CNY"), QStringLiteral("¥")},
        {QStringLiteral("USD"), QStringLiteral("$")},
        {QStringLiteral("EUR"), QStringLiteral("€")},
        {QStringLiteral("GBP"), QStringLiteral("£")},
    };
    return signs.value(currency, currency);
}

int pluralCount(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString Formatting::count(qint64 number)
{
    return QLocale().toString(number);
}

QString Formatting::money(const Decimal &amount, const QString &currency)
{
    QString text = QLocale().toString(amount.wholePart());
    const QString exact = amount.toString();
    if (const qsizetype point = exact.indexOf(QLatin1Char('.')); point >= 0)
        text += QLocale().decimalPoint() + exact.mid(point + 1);
    if (amount.isNegative())
        text.prepend(QLatin1Char('-'));
    return currency.isEmpty() ? text : currencySign(currency) + QChar(QChar::Nbsp) + text;
}

QString Formatting::date(const QDateTime &moment)
{
    return date(moment.date());
}

QString Formatting::date(QDate day)
{
    return QLocale().toString(
        day, isChinese() ? QStringLiteral("yyyy年M月d日") : QStringLiteral("d MMM yyyy"));
}

QString Formatting::time(const QDateTime &moment)
{
    const bool wholeMinute = moment.time().second() == 0;
    return moment.toString(wholeMinute ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

QString Formatting::dateTime(const QDateTime &moment)
{
    //: %1 a date, %2 a time of day, %3 the clock it is told in ("Beijing time")
    return tr("%1, %2 %3").arg(date(moment), time(moment), clock(moment));
}

QString Formatting::clock(const QDateTime &moment)
{
    return moment.offsetFromUtc() == BeijingOffset.count() ? tr("Beijing time")
                                                           : offset(moment.offsetFromUtc());
}

QString Formatting::offset(int secondsEast)
{
    if (secondsEast == 0)
        return QStringLiteral("UTC");
    const int minutes = std::abs(secondsEast) / 60;
    const QString sign = secondsEast < 0 ? QStringLiteral("-") : QStringLiteral("+");
    if (minutes % 60 == 0)
        return QStringLiteral("UTC%1%2").arg(sign).arg(minutes / 60);
    return QStringLiteral("UTC%1%2:%3")
        .arg(sign)
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString Formatting::timeLeft(const TimeLeft &left)
{
    if (left.unit == TimeLeft::Unit::Days)
        return days(left.count);
    return left.count == 0 ? tr("less than an hour")
                           : tr("%Ln hour(s)", nullptr, pluralCount(left.count));
}

QString Formatting::days(qint64 count)
{
    return tr("%Ln day(s)", nullptr, pluralCount(count));
}

QString Formatting::age(qint64 seconds)
{
    if (seconds < -ReportedClockSkew.count())
        return tr("before the clock was set back");
    if (seconds < 60)
        return tr("just now");
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return tr("%Ln min ago", nullptr, pluralCount(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 24 && minutes % 60 != 0)
        return tr("%1 h %2 min ago").arg(count(hours), count(minutes % 60));
    if (hours < 48)
        return tr("%Ln h ago", nullptr, pluralCount(hours));
    return tr("%Ln day(s) ago", nullptr, pluralCount(hours / 24));
}

QString Formatting::span(qint64 seconds)
{
    const qint64 whole = std::max<qint64>(seconds, 0);
    if (whole < 120)
        return tr("%Ln s", "seconds", pluralCount(whole));
    if (whole < 2 * 3600)
        return tr("%Ln min", "minutes", pluralCount(whole / 60));
    if (whole < 2 * 86400)
        return tr("%Ln h", "hours", pluralCount(whole / 3600));
    return days(whole / 86400);
}

QString Formatting::sentences(QStringList parts)
{
    parts.removeAll(QString());
    // Chinese full stops bring their own space.
    return parts.join(isChinese() ? QString() : QStringLiteral(" "));
}

QString Formatting::unknown()
{
    return tr("unknown");
}

QString Formatting::exactMoment(const QDateTime &moment)
{
    const QDateTime own = moment.toLocalTime();
    return tr("%1\nYour time: %2, %3 %4")
        .arg(moment.toString(Qt::ISODate), date(own), time(own), offset(own.offsetFromUtc()));
}

} // namespace genauth
