// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertjudge.h"
#include "core/billing/mauuse.h"
#include "core/billing/subscriptionstate.h"

namespace genauth {

namespace {

constexpr qint64 DaySecs = 24LL * 3600;

/** Later by its own words: where the pool's clock was set to another zone, the same words are
 *  another moment, and nobody has renewed anything. */
bool isLater(const EndTime &end, const QDateTime &before)
{
    if (!end.zoneAssumed || end.at.offsetFromUtc() == before.offsetFromUtc())
        return end.at > before;
    const auto words = [](const QDateTime &time) {
        return QDateTime(time.date(), time.time(), Qt::UTC);
    };
    return words(end.at) > words(before);
}

} // namespace

std::optional<qint64> alertSecondsLeft(const PoolSnapshot &snapshot, const QDateTime &correctedNow)
{
    const auto &package = snapshot.package.value;
    if (!package || package->endTime.kind != EndTime::Kind::At)
        return std::nullopt;
    return package->endTime.at.toSecsSinceEpoch() - correctedNow.toSecsSinceEpoch();
}

AlertNumbers AlertJudge::numbersOfPackage() const
{
    AlertNumbers numbers;
    const auto &package = m_snapshot.package.value;
    if (!package)
        return numbers;
    if (package->endTime.kind == EndTime::Kind::At)
        numbers.endTime = package->endTime.at;
    numbers.secondsLeft = alertSecondsLeft(m_snapshot, m_now);
    numbers.overdueDays = package->overdueDays.value;
    return numbers;
}

bool AlertJudge::isOverdue() const
{
    const Package &package = *m_snapshot.package.value;
    if (package.overdueDays.isKnown())
        return *package.overdueDays.value > 0;
    return m_before.overdueDays.value_or(0) > 0 && package.endTime.at == m_before.endTime;
}

void AlertJudge::judgeEnd()
{
    const auto &package = m_snapshot.package.value;
    if (!package || !isFresh(m_snapshot.package) || package->endTime.kind == EndTime::Kind::Unknown)
        return;
    m_finding.judged |= {AlertRule::EndsSoon, AlertRule::Ended, AlertRule::Renewed};
    AlertMemory &memory = m_finding.memory;
    memory.endsNever = package->endTime.kind == EndTime::Kind::Never;
    memory.endTime = memory.endsNever ? QDateTime() : package->endTime.at;
    if (memory.endsNever)
        return;

    AlertNumbers numbers = numbersOfPackage();
    const qint64 left = *numbers.secondsLeft;
    if (left <= 0 && !isOverdue())
        hold(AlertRule::Ended, 0, {}, cycle(), numbers);
    std::optional<int> closest;
    for (const int days : m_thresholds.endDays) {
        if (left > 0 && left <= days * DaySecs && days < closest.value_or(days + 1))
            closest = days;
    }
    if (closest)
        hold(AlertRule::EndsSoon, *closest, {}, cycle(), numbers);
    if (m_before.endTime.isValid() && isLater(package->endTime, m_before.endTime)) {
        numbers.before = m_before.endTime;
        tell(AlertRule::Renewed, {}, cycle(), numbers);
    }
}

void AlertJudge::judgeOverdue()
{
    constexpr qint64 week = 7;
    const auto &package = m_snapshot.package.value;
    if (!package || !isFresh(m_snapshot.package) || !package->overdueDays.isKnown())
        return;
    m_finding.judged.insert(AlertRule::Overdue);
    const qint64 days = *package->overdueDays.value;
    m_finding.memory.overdueDays = days;
    if (days > 0)
        hold(AlertRule::Overdue, static_cast<int>(days / week), {}, cycle(), numbersOfPackage());
    else if (m_before.overdueDays.value_or(0) > 0)
        tell(AlertRule::Paid, {}, cycle(), numbersOfPackage());
}

void AlertJudge::judgeContradiction()
{
    const auto &package = m_snapshot.package.value;
    if (!package || !isFresh(m_snapshot.package) || !package->overdueDays.isKnown() ||
        package->endTime.kind == EndTime::Kind::Unknown)
        return;
    m_finding.judged.insert(AlertRule::Contradiction);
    const SubscriptionFacts facts = factsOf(m_snapshot, m_localNow, m_facts.account.clockOffset);
    const auto assessment = assess(facts, m_now, m_facts.account.thresholds);
    if (assessment.all.contains(SubscriptionState::Contradiction))
        hold(AlertRule::Contradiction, 0, {}, cycle(), numbersOfPackage());
}

} // namespace genauth
