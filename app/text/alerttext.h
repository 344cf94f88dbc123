// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/alerts/alert.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace genauth {

struct RehearsedAlert;

/** Alerts in words, in the language of the window. Everything is safe to show as plain text. A
 *  number that is not known is left out; where nothing else would be left, it is called unknown. */
class AlertText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::AlertText)

public:
    /** "Days before the end", "Overdue": for settings and lists. */
    [[nodiscard]] static QString ruleName(AlertRule rule);
    /** What the rule watches for, in a sentence. */
    [[nodiscard]] static QString ruleMeaning(AlertRule rule);

    /** What has happened, in a few words: "Ends in 7 days". As it was when it fired. */
    [[nodiscard]] static QString headline(const Alert &alert);
    /** The same as it is `now`, by this computer's clock: what was told of days left is counted
     *  on. */
    [[nodiscard]] static QString headlineNow(const AlertRecord &record, const QDateTime &now);
    /** "Production: Ends in 7 days". A notification's title. */
    [[nodiscard]] static QString title(const AlertRecord &record, const QDateTime &now);
    /** What it means, with its numbers and dates, and what to do; whole sentences. */
    [[nodiscard]] static QString sentence(const Alert &alert, std::chrono::seconds clockOffset);
    /** The numbers alone: "8,210 of 10,000"; unknown() where there are none. */
    [[nodiscard]] static QString numbers(const Alert &alert, std::chrono::seconds clockOffset);
    [[nodiscard]] static bool hasNumbers(const Alert &alert);

    /** How it stands `now`: "Open", "Snoozed until …", "Ended …"; moments on the pool's clock. */
    [[nodiscard]] static QString standing(
        const AlertRecord &record, const QDateTime &now, std::chrono::seconds clockOffset);

    /** What a notification says. */
    struct Words
    {
        QString title;
        QString text; ///< one or several lines
    };
    /** Of these together: of one alert all of it; of several of one pool all of the most urgent,
     * and the others' headlines; else how many pools need attention, and the most urgent lines.
     * None of good news stands before bad. */
    [[nodiscard]] static Words together(const QList<AlertRecord> &records, const QDateTime &now,
        std::chrono::seconds clockOffset = BeijingOffset);

    /** The three most urgent pools, a line each, and how many more there are. `open` has the most
     *  urgent first, as AlertCenter::openAlerts(). */
    [[nodiscard]] static QString toolTip(const QList<AlertRecord> &open, const QDateTime &now);
    /** How many are open: "3 alerts are open". */
    [[nodiscard]] static QString openCount(int open);

    /** A line of a rehearsal, apart from its moment: what will be said, if no answer changes. */
    [[nodiscard]] static QString rehearsed(const RehearsedAlert &rehearsed);

    static constexpr int MostLines = 3;

private:
    [[nodiscard]] static Words ofOnePool(
        const QList<AlertRecord> &urgent, const QDateTime &now, std::chrono::seconds clockOffset);
    [[nodiscard]] static QString headlineOf(const Alert &alert, qint64 secondsSince);
    [[nodiscard]] static QString mauHeadline(const Alert &alert);
    [[nodiscard]] static QString moment(const QDateTime &at, std::chrono::seconds clockOffset);
    [[nodiscard]] static QString rightName(const Alert &alert);
    [[nodiscard]] static QString use(const AlertNumbers &numbers);
    [[nodiscard]] static QString lastKnown(const AlertNumbers &numbers);
    [[nodiscard]] static QString overdueSentence(const AlertNumbers &numbers);
    [[nodiscard]] static QStringList facts(const Alert &alert, std::chrono::seconds clockOffset);
    [[nodiscard]] static QString andMore(int more);
};

} // namespace genauth
