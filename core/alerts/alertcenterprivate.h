// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertcenter.h"
#include "core/alerts/alertledger.h"

#include <QTimer>

#include <functional>

namespace genauth {

/** What an AlertCenter is made of; for its own two files. */
struct AlertCenter::Private
{
    /** So long the timer sleeps at most: it stands still while the computer sleeps. */
    static constexpr std::chrono::milliseconds LongestSleep{3'600'000};
    static constexpr std::chrono::milliseconds ShortestSleep{1000};

    Private(AlertCenter &center, const Clock &theClock, AlertKeeper *theKeeper);

    /** Judges these, and fires what is new. */
    void lookAt(const QList<QUuid> &accounts);
    /** Calls `change` with each of them; those for which it returns true are kept. */
    void edit(const QList<qint64> &ids, const std::function<bool(AlertRecord &)> &change);
    /** Announces, and sets the timer, when the event loop turns: once for all that comes before. */
    void planTurn();

    AlertCenter &q;
    const Clock &clock;
    AlertKeeper *keeper;
    std::chrono::seconds interval{3600};
    AlertLedger ledger{MostRecords};
    QHash<QUuid, AlertMemory> memories;
    QHash<QUuid, AlertFacts> facts;
    QList<QUuid> order;                 ///< of the pools that are looked at, as they came
    QHash<QUuid, QDateTime> boundaries; ///< nextAlertBoundary() of each, as it was last looked at

private:
    /** What has fired is added to `fired`; true when any record has changed. */
    bool judge(const QUuid &account, const QDateTime &now, QList<AlertRecord> &fired);
    bool end(const AlertFinding &finding, const AlertThresholds &thresholds, const QUuid &account,
        const QDateTime &now);
    void fire(const Alert &alert, const QDateTime &now, QList<AlertRecord> &fired);
    void keep(const AlertRecord &record);
    void turn();
    [[nodiscard]] bool isQuiet(const QDateTime &now) const;
    void announce(const QDateTime &now);
    void startTimer(const QDateTime &now);

    bool m_hasChanged = false; ///< records, since the turn before
    QTimer m_timer;            ///< for the next moment at which something may change
    QTimer m_turn;             ///< at once
};

} // namespace genauth
