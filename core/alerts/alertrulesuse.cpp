// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertjudge.h"
#include "core/base/clock.h"
#include "core/billing/mauuse.h"

#include <QMap>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int Reached = 100;
/** Longer than any code or name of the service. */
constexpr qsizetype LongestSubject = 200;

/** What is known of all the rows of one right. */
struct RightUse
{
    std::optional<int> percent; ///< of the fullest row
    bool isUnlimited = false;   ///< one of them, or more
    AlertNumbers numbers;
};

QString subjectOf(const RightUsage &right)
{
    const QString code = right.modelCode.value.value_or(QString());
    return (code.isEmpty() ? right.modelName.value.value_or(QString()) : code).left(LongestSubject);
}

/** By their codes; of several rows with the same code the fullest counts. */
QMap<QString, RightUse> rightsIn(const Usage &usage)
{
    QMap<QString, RightUse> uses;
    for (const RightUsage &right : usage.rights) {
        if (isMau(right))
            continue;
        RightUse &use = uses[subjectOf(right)];
        use.isUnlimited |= right.amount.kind == Allowance::Kind::Unlimited;
        const std::optional<int> percent = percentUsed(right.current, right.amount);
        if (!percent && use.percent)
            continue;
        if (percent && use.percent.value_or(-1) >= *percent)
            continue;
        use.percent = percent;
        use.numbers.used = right.current.value;
        use.numbers.bought = right.amount.kind == Allowance::Kind::Count
                                 ? std::optional(right.amount.count)
                                 : std::nullopt;
        use.numbers.subjectName = right.modelName.value.value_or(QString());
    }
    return uses;
}

} // namespace

QString AlertJudge::mauCycle() const
{
    const QDate today = poolTime(m_snapshot, m_localNow, m_facts.account.clockOffset).date();
    QDate first;
    // The last that has begun, also when none holds today: a history that has not been told of the
    // new cycle yet begins none.
    if (const auto &history = m_snapshot.mauHistory.value) {
        for (const MauCycle &cycle : history->cycles) {
            const QDate start = cycle.start.value.value_or(QDate());
            if (start.isValid() && start <= today && (!first.isValid() || start > first))
                first = start;
        }
    }
    return cycle() + u'/' + first.toString(Qt::ISODate);
}

void AlertJudge::judgeMau()
{
    const QDate today = poolTime(m_snapshot, m_localNow, m_facts.account.clockOffset).date();
    const auto mau = currentMau(m_snapshot, today);
    if (!m_snapshot.package.value || !mau || !isFresh(attemptOf(m_snapshot, *mau)) ||
        (mau->boughtIsThePackages && !isFresh(m_snapshot.package)))
        return;
    const bool isUnlimited = mau->bought.kind == Allowance::Kind::Unlimited;
    const std::optional<int> percent = percentUsed(mau->used, mau->bought);
    if (!percent && !isUnlimited)
        return;
    m_finding.judged.insert(AlertRule::MauAtPercent);

    AlertNumbers numbers = numbersOfPackage();
    numbers.used = mau->used.value;
    if (percent)
        numbers.bought = mau->bought.count;
    std::optional<int> closest;
    for (const int step : m_thresholds.mauPercents) {
        if (percent.value_or(-1) >= step && step > closest.value_or(0))
            closest = step;
    }
    if (closest)
        hold(AlertRule::MauAtPercent, *closest, {}, mauCycle(), numbers);

    const bool isOver = percent.value_or(0) >= Reached;
    if (m_before.mauWasOver && !isOver)
        tell(AlertRule::BackUnder, {}, mauCycle(), numbers);
    m_finding.memory.mauWasOver = isOver;
    if (isOver || isUnlimited)
        m_finding.judged.insert(AlertRule::ForecastMeetsQuota); // there is nothing left to foretell
    else
        judgeForecast(numbers);
}

void AlertJudge::judgeForecast(const AlertNumbers &numbers)
{
    if (!m_facts.forecast)
        return;
    m_finding.judged.insert(AlertRule::ForecastMeetsQuota);
    if (m_facts.forecast->kind != Forecast::Kind::Reaches)
        return;
    AlertNumbers foretold = numbers;
    foretold.reachesAt = inClock(m_facts.forecast->reachesAt, m_facts.account.clockOffset);
    hold(AlertRule::ForecastMeetsQuota, 0, {}, mauCycle(), foretold);
}

void AlertJudge::judgeRights()
{
    if (!m_snapshot.package.value || !m_snapshot.usage.value || !isFresh(m_snapshot.usage))
        return;
    m_finding.judged |= {AlertRule::RightAtLimit, AlertRule::BackUnder};
    QSet<QString> atLimit;
    const QMap<QString, RightUse> uses = rightsIn(*m_snapshot.usage.value);
    for (auto use = uses.cbegin(); use != uses.cend(); ++use) {
        const bool wasAtLimit = m_before.rightsAtLimit.contains(use.key());
        if (use->percent.value_or(0) >= Reached) {
            atLimit.insert(use.key());
            hold(AlertRule::RightAtLimit, 0, use.key(), cycle(), use->numbers);
        } else if (!use->percent && !use->isUnlimited) {
            // Nobody can tell: it is as it was.
            m_finding.unknownRights.insert(use.key());
            if (wasAtLimit)
                atLimit.insert(use.key());
        } else if (wasAtLimit) {
            tell(AlertRule::BackUnder, use.key(), cycle(), use->numbers);
        }
    }
    m_finding.memory.rightsAtLimit = atLimit;
}

} // namespace genauth
