// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poolorder.h"

#include "core/models/poolsmodel.h"

#include <limits>

namespace genauth {

namespace {

constexpr qint64 Day = 86'400;

/** Seconds until the end; negative once it has passed. */
qint64 timeLeft(const SubscriptionAssessment &assessment)
{
    if (assessment.headline == SubscriptionState::Overdue && assessment.overdueDays)
        return -*assessment.overdueDays * Day;
    if (assessment.secondsOverdue)
        return -*assessment.secondsOverdue;
    return assessment.secondsLeft.value_or(std::numeric_limits<qint64>::max());
}

QString nameOf(const QModelIndex &pool)
{
    return pool.siblingAtColumn(PoolsModel::NameColumn).data(PoolsModel::RawRole).toString();
}

} // namespace

bool isWorse(const QModelIndex &one, const QModelIndex &other)
{
    const auto a = one.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
    const auto b = other.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
    if (a.headline != b.headline)
        return a.headline < b.headline;
    if (const qint64 left = timeLeft(a), otherLeft = timeLeft(b); left != otherLeft)
        return left < otherLeft;
    if (const int order = QString::localeAwareCompare(nameOf(one), nameOf(other)); order != 0)
        return order < 0;
    // Else the order would tell which of two changed last.
    return one.row() < other.row();
}

} // namespace genauth
