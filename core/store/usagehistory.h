// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/usagesample.h"

#include <QUuid>

#include <optional>

namespace genauth {

class Database;

/** How much of it is kept. */
struct HistoryLimits
{
    int daysWhole = 90; ///< 0 or more; before that, the last sample of each day, in UTC
    /** Where all pools together have more, days are thinned out earlier, and then the oldest go. */
    qint64 samples = 1'000'000;
};

/** Samples of every usage figure of every pool. */
class UsageHistory final
{
public:
    /** The right's model code, by which a figure is told from the others, is clipped to this. */
    static constexpr qsizetype LongestSeriesName = 200;
    /** Of one answer; GenAuth's own have about ten. */
    static constexpr qsizetype MostSeries = 200;

    /** `database` is open, is of billingSchema(), and outlives this. */
    explicit UsageHistory(Database &database, const HistoryLimits &limits = {});

    /** The series of what currentMau() says. */
    [[nodiscard]] static QString mauSeries();

    /** After SnapshotStore::save() of the same, in the same transaction. A sample is of the moment
     *  when the answer came, by correctedNow(). False on a fault, as Database::run(). */
    [[nodiscard]] bool add(const Account &account, const PoolSnapshot &learned);
    /** The samples from `since` on, oldest first; nothing on a fault. Figures that cannot be, in a
     *  file that was tampered with, are passed over. */
    [[nodiscard]] std::optional<UsageSamples> samples(
        const QUuid &accountId, const QString &series, const QDateTime &since) const;

    /** Brings all to the limits, in a short transaction for each series that needs it. Days count
     *  from `now`, or the newest sample where that is earlier. False on a fault. */
    [[nodiscard]] bool thin(const QDateTime &now);
    /** For thin(), from now on. */
    void setLimits(const HistoryLimits &limits) { m_limits = limits; }
    /** Removes the samples of all pools. In the caller's transaction, and false on a fault. */
    [[nodiscard]] bool clear();

private:
    [[nodiscard]] bool addSample(
        const QString &accountKey, const QString &series, const UsageSample &sample);
    /** Is the last sample of the MAU before `at`, of the day before, of a row of the usage? */
    [[nodiscard]] bool usageToldMauLately(const QString &accountKey, const QDateTime &at) const;
    [[nodiscard]] bool thinBefore(qint64 moment);
    [[nodiscard]] bool removeOldest(qint64 surplus);
    [[nodiscard]] std::optional<qint64> number(const QString &statement) const;

    Database &m_database;
    HistoryLimits m_limits;
};

} // namespace genauth
