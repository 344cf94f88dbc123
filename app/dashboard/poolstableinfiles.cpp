// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the table of all pools says in a file, or pasted elsewhere.

#include "app/dashboard/poolstable.h"
#include "app/text/formatting.h"
#include "app/text/statustext.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/report/reportcodes.h"

namespace genauth {

namespace {

SubscriptionAssessment assessmentOf(const QModelIndex &pool)
{
    return pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
}

} // namespace

QString PoolsTable::lastingWords(const QModelIndex &index) const
{
    const auto inClockOfPool = [&index](const QDateTime &at) {
        return inClock(at, index.data(PoolsModel::AccountRole).value<Account>().clockOffset);
    };
    const Fact told = fact(index);
    QString words = told.value;
    switch (index.column()) {
    case Updated: {
        const QDateTime at = index.data(PoolsModel::RawRole).toDateTime();
        return at.isValid() ? Formatting::dateTime(inClockOfPool(at)) : tr("not yet");
    }
    case Left:
        if (!assessmentOf(index).secondsLeft)
            return words;
        break;
    case State:
        if (!told.known) // while it is asked for the first time
            words = StatusText::line(assessmentOf(index));
        break;
    default:
        return words;
    }
    //: %1 "Ends in 11 days", "11 days"; %2 the date on which that was so
    return tr("%1 (on %2)").arg(words, Formatting::date(inClockOfPool(m_with.clock.nowUtc())));
}

QString PoolsTable::tableCode() const
{
    return QStringLiteral("pools");
}

QStringList PoolsTable::columnCodes() const
{
    return {QStringLiteral("pool"), QStringLiteral("package_zh"), QStringLiteral("package_en"),
        QStringLiteral("mau_bought"), QStringLiteral("unit_price"), QStringLiteral("currency"),
        QStringLiteral("end_time"), QStringLiteral("seconds_left"), QStringLiteral("overdue_days"),
        QStringLiteral("edition"), QStringLiteral("scene"), QStringLiteral("package_code"),
        QStringLiteral("state"), QStringLiteral("updated"), QStringLiteral("host"),
        QStringLiteral("user_pool_id")};
}

QVariant PoolsTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    const QModelIndex sourceIndex = sourceRow.siblingAtColumn(column);
    switch (column) {
    case PoolsModel::CurrencyColumn: {
        // Of a price that is known: without one it is a setting, and says nothing.
        const QModelIndex price = sourceIndex.siblingAtColumn(PoolsModel::UnitPriceColumn);
        return price.data().isValid() ? sourceIndex.data() : QVariant();
    }
    case PoolsModel::EndTimeColumn:
        return sourceIndex.data(PoolsModel::EndsNeverRole).toBool()
                   ? QVariant(QStringLiteral("never"))
                   : sourceIndex.data();
    case PoolsModel::StateColumn:
        return codeOf(assessmentOf(sourceIndex).headline);
    default:
        return WordsTable::rawValue(sourceRow, column);
    }
}

} // namespace genauth
