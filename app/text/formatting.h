// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/decimal.h"
#include "core/billing/subscriptionstate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace genauth {

/** Numbers, money, dates and spans of time, in the language of the window (the default locale). */
class Formatting
{
    Q_DECLARE_TR_FUNCTIONS(genauth::Formatting)

public:
    /** "10,000" */
    [[nodiscard]] static QString count(qint64 number);
    /** Exact, with the digits after the point that came: "12,900.00", "¥ 12,900.00". Without a
     *  currency no symbol is shown: no answer of the service names one. */
    [[nodiscard]] static QString money(const Decimal &amount, const QString &currency);
    /** "11 Nov 2026", "2026年11月11日". */
    [[nodiscard]] static QString date(QDate day);
    /** In the moment's own offset. */
    [[nodiscard]] static QString date(const QDateTime &moment);
    /** "00:00", or with seconds where there are any; in the moment's own offset. */
    [[nodiscard]] static QString time(const QDateTime &moment);
    /** date(), time() and clock() together. */
    [[nodiscard]] static QString dateTime(const QDateTime &moment);
    /** The clock a moment is told in: "Beijing time", "UTC", "UTC+05:30". */
    [[nodiscard]] static QString clock(const QDateTime &moment);
    /** The offset alone: "UTC+8", "UTC+05:30", "UTC". */
    [[nodiscard]] static QString offset(int secondsEast);
    /** "12 days", "30 hours", "less than an hour" */
    [[nodiscard]] static QString timeLeft(const TimeLeft &left);
    [[nodiscard]] static QString days(qint64 count);
    /** How long ago: "just now", "5 min ago", "1 h 30 min ago", "3 days ago". Of a
     *  moment that lies minutes ahead: "before the clock was set back". */
    [[nodiscard]] static QString age(qint64 seconds);
    /** How long: "7 s", "2 min", "2 h", "3 days"; rounded down to one unit. */
    [[nodiscard]] static QString span(qint64 seconds);
    /** Whole sentences one after the other, as the language sets them; empty ones are left out. */
    [[nodiscard]] static QString sentences(QStringList parts);
    /** What stands for a value nobody knows. */
    [[nodiscard]] static QString unknown();
    /** ISO 8601 with offset, and the same moment in the user's own zone: for tooltips. */
    [[nodiscard]] static QString exactMoment(const QDateTime &moment);
};

} // namespace genauth
