// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/usagehistory.h"

#include "core/billing/mauuse.h"
#include "core/store/database.h"
#include "core/store/snapshotstore.h"

#include <QHash>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DayMs = 24LL * 3600 * 1000;

std::optional<qint64> boughtOf(const Allowance &allowance)
{
    return allowance.isMeasure() ? std::optional(allowance.count) : std::nullopt;
}

QHash<QString, UsageSample> samplesOf(const PoolSnapshot &learned)
{
    const OperationState<Usage> &state = learned.usage;
    const QDateTime at = correctedNow(learned, state.receivedAt);
    QHash<QString, UsageSample> samples;
    if (!state.value)
        return samples;
    for (const RightUsage &right : state.value->rights) {
        const QString code =
            right.modelCode.value.value_or(QString()).left(UsageHistory::LongestSeriesName);
        const bool isOther = samples.contains(code) || code == UsageHistory::mauSeries();
        if (code.isEmpty() || isOther || !right.current.value)
            continue;
        if (samples.size() == UsageHistory::MostSeries)
            break;
        samples.insert(code, {at, *right.current.value, boughtOf(right.amount)});
    }
    return samples;
}

} // namespace

UsageHistory::UsageHistory(Database &database, const HistoryLimits &limits)
    : m_database(database)
    , m_limits(limits)
{
}

QString UsageHistory::mauSeries()
{
    return u"current MAU"_s;
}

bool UsageHistory::add(const Account &account, const PoolSnapshot &learned)
{
    const QString key = accountKey(account.id);
    const QHash<QString, UsageSample> samples = samplesOf(learned);
    for (auto sample = samples.cbegin(); sample != samples.cend(); ++sample) {
        if (!addSample(key, sample.key(), *sample))
            return false;
    }
    const QDateTime today = poolTime(learned, learned.mauHistory.receivedAt, account.clockOffset);
    const auto mau = currentMau(learned, today.date());
    if (!mau || !mau->asOf.isValid())
        return true;
    const QDateTime at = correctedNow(learned, mau->asOf);
    // The two places that tell the MAU need not agree, and a series is not to go up and down
    // between them: a refresh that has everything but the usage has no sample where a row of the
    // usage told it lately.
    const bool isOfCycle = mau->source == CurrentMau::Source::BillingCycle;
    if (isOfCycle && !learned.usage.value && usageToldMauLately(key, at))
        return true;
    return addSample(key, mauSeries(), {at, *mau->used.value, boughtOf(mau->bought)});
}

bool UsageHistory::addSample(
    const QString &accountKey, const QString &series, const UsageSample &sample)
{
    const QVariant bought =
        sample.bought ? QVariant(*sample.bought) : QVariant(QMetaType::fromType<qint64>());
    return m_database.run(u"INSERT INTO series (pool, code) SELECT id, ? FROM pool "
                          "WHERE account = ? ON CONFLICT (pool, code) DO NOTHING"_s,
               {series, accountKey}) &&
           m_database.run(
               u"INSERT OR REPLACE INTO sample (series, at, used, bought) "
               "SELECT series.id, ?, ?, ? FROM series JOIN pool ON series.pool = pool.id "
               "WHERE pool.account = ? AND series.code = ?"_s,
               {sample.at.toMSecsSinceEpoch(), sample.used, bought, accountKey, series});
}

bool UsageHistory::usageToldMauLately(const QString &accountKey, const QDateTime &at) const
{
    const qint64 now = at.toMSecsSinceEpoch();
    bool isSo = false;
    // The last sample is the usage's where its row, a series of its own, has the same one.
    const bool isRead = m_database.read(
        u"SELECT EXISTS (SELECT 1 FROM series JOIN sample ON sample.series = series.id "
        "WHERE series.pool = pool.id AND series.code = 'MAU' COLLATE NOCASE "
        "AND sample.at = last.at AND sample.used = last.used) "
        "FROM pool JOIN series AS mau ON mau.pool = pool.id "
        "JOIN sample AS last ON last.series = mau.id "
        "WHERE pool.account = ? AND mau.code = ? AND last.at BETWEEN ? AND ? "
        "ORDER BY last.at DESC LIMIT 1"_s,
        {accountKey, mauSeries(), now - DayMs, now},
        [&](const QSqlQuery &query) { isSo = query.value(0).toBool(); });
    return isRead && isSo;
}

std::optional<UsageSamples> UsageHistory::samples(
    const QUuid &accountId, const QString &series, const QDateTime &since) const
{
    UsageSamples samples;
    const bool isRead = m_database.read(
        u"SELECT at, used, bought FROM sample JOIN series ON sample.series = series.id "
        "JOIN pool ON series.pool = pool.id "
        "WHERE pool.account = ? AND series.code = ? AND at >= ? AND used >= 0 ORDER BY at"_s,
        {accountKey(accountId), series.left(LongestSeriesName), since.toMSecsSinceEpoch()},
        [&](const QSqlQuery &query) {
            UsageSample sample{QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC),
                query.value(1).toLongLong(), std::nullopt};
            if (query.value(2).toLongLong() > 0)
                sample.bought = query.value(2).toLongLong();
            samples.append(sample);
        });
    return isRead ? std::optional(samples) : std::nullopt;
}

bool UsageHistory::thin(const QDateTime &now)
{
    const auto newest = number(u"SELECT max(at) FROM sample"_s);
    if (!newest)
        return false;
    // Where this computer's clock is years ahead, what is thinned out would be the present cycle.
    const qint64 today = std::min(now.toMSecsSinceEpoch(), *newest) / DayMs * DayMs;
    for (const int days : {m_limits.daysWhole, 30, 7, 1}) {
        if (days <= m_limits.daysWhole && !thinBefore(today - days * DayMs))
            return false;
        const auto left = number(u"SELECT count(*) FROM sample"_s);
        if (!left)
            return false;
        if (*left <= m_limits.samples)
            return true;
    }
    const auto left = number(u"SELECT count(*) FROM sample"_s);
    return left && removeOldest(*left - m_limits.samples);
}

bool UsageHistory::clear()
{
    return m_database.run(u"DELETE FROM series"_s); // and with each its samples
}

std::optional<qint64> UsageHistory::number(const QString &statement) const
{
    qint64 number = 0;
    const bool isRead = m_database.read(
        statement, {}, [&](const QSqlQuery &query) { number = query.value(0).toLongLong(); });
    return isRead ? std::optional(number) : std::nullopt;
}

bool UsageHistory::thinBefore(qint64 moment)
{
    QList<qint64> crowded;
    const bool isRead =
        m_database.read(u"SELECT DISTINCT series FROM (SELECT series FROM sample WHERE at < ? "
                        "GROUP BY series, at / ? HAVING count(*) > 1)"_s,
            {moment, DayMs},
            [&](const QSqlQuery &query) { crowded.append(query.value(0).toLongLong()); });
    return isRead && std::ranges::all_of(crowded, [&](qint64 series) {
        return !m_database.change([&] {
            return m_database.run(u"DELETE FROM sample WHERE series = ? AND at < ? AND at NOT IN "
                                  "(SELECT max(at) FROM sample WHERE series = ? AND at < ? "
                                  "GROUP BY at / ?)"_s,
                {series, moment, series, moment, DayMs});
        });
    });
}

bool UsageHistory::removeOldest(qint64 surplus)
{
    constexpr qint64 AtOnce = 10'000;
    for (; surplus > 0; surplus -= AtOnce) {
        const auto fault = m_database.change([&] {
            return m_database.run(u"DELETE FROM sample WHERE (series, at) IN "
                                  "(SELECT series, at FROM sample ORDER BY at LIMIT ?)"_s,
                {std::min(surplus, AtOnce)});
        });
        if (fault)
            return false;
    }
    return true;
}

} // namespace genauth
