// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertrules.h"

#include "core/alerts/alertjudge.h"
#include "core/base/keyerrors.h"

#include <algorithm>
#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DaySecs = 24LL * 3600;

QString moment(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

/** The access key, and not the way to the service, is what fails. */
bool isOfTheKey(ErrorKind kind)
{
    return isOfTheKeychain(kind) || kind == ErrorKind::KeyNotKept ||
           kind == ErrorKind::KeyMayRemain || kind == ErrorKind::KeyRefused ||
           kind == ErrorKind::NotSignedIn || kind == ErrorKind::OtherPool;
}

} // namespace

bool AlertFinding::judges(const AlertKey &key) const
{
    if (!isBillingRule(key.rule))
        return key.cycle != lastSuccess;
    if (key.rule == AlertRule::RightAtLimit && unknownRights.contains(key.subject))
        return false;
    return judged.contains(key.rule);
}

AlertJudge::AlertJudge(const AlertFacts &facts, const AlertThresholds &thresholds,
    const std::optional<AlertMemory> &memory, const QDateTime &localNow,
    std::chrono::seconds interval)
    : m_facts(facts)
    , m_snapshot(facts.snapshot)
    , m_thresholds(thresholds)
    , m_before(memory.value_or(AlertMemory()))
    , m_localNow(localNow)
    , m_now(correctedNow(facts.snapshot, localNow))
    , m_interval(interval)
{
    m_finding.memory = m_before;
    m_finding.lastSuccess = moment(m_snapshot.package.receivedAt);
}

AlertFinding AlertJudge::run()
{
    // What is remembered of the package is read by all, and written by judgeEnd(): last.
    judgeContradiction();
    judgeOverdue();
    judgeMau();
    judgeRights();
    judgeOrders();
    judgeEnd();
    judgeAsking();
    std::ranges::stable_sort(m_finding.holding, [](const Alert &a, const Alert &b) {
        return a.urgency() != b.urgency() ? a.urgency() > b.urgency() : a.key.rule < b.key.rule;
    });
    return std::exchange(m_finding, {});
}

bool AlertJudge::isFresh(const OperationAttempt &attempt) const
{
    return attempt.receivedAt.isValid() && !isStale(attempt, m_localNow, m_interval);
}

QString AlertJudge::cycle() const
{
    const auto &package = m_snapshot.package.value;
    if (!package)
        return {};
    switch (package->endTime.kind) {
    case EndTime::Kind::At:
        return moment(package->endTime.at);
    case EndTime::Kind::Never:
        return u"never"_s;
    case EndTime::Kind::Unknown:
        break;
    }
    // One answer that does not say it begins no new cycle.
    return m_before.endsNever ? u"never"_s : moment(m_before.endTime);
}

void AlertJudge::hold(AlertRule rule, int step, const QString &subject, const QString &cycle,
    const AlertNumbers &numbers)
{
    if (!m_thresholds.off.contains(rule))
        m_finding.holding.append({{m_facts.account.id, rule, step, subject, cycle}, numbers});
}

void AlertJudge::tell(
    AlertRule rule, const QString &subject, const QString &cycle, const AlertNumbers &numbers)
{
    if (!m_thresholds.off.contains(rule))
        m_finding.news.append({{m_facts.account.id, rule, 0, subject, cycle}, numbers});
}

void AlertJudge::judgeAsking()
{
    const OperationAttempt &attempt = m_snapshot.package;
    AlertNumbers numbers;
    numbers.lastSuccess = attempt.receivedAt;
    const QDateTime since =
        attempt.receivedAt.isValid() ? attempt.receivedAt : m_facts.watchedSince;
    if (since.isValid() && since.secsTo(m_localNow) >= DaySecs)
        hold(AlertRule::DataIsOld, 0, {}, m_finding.lastSuccess, numbers);
    if (attempt.error && isOfTheKey(attempt.error->kind))
        hold(AlertRule::KeyRefused, 0, {}, m_finding.lastSuccess, numbers);
}

void AlertJudge::judgeOrders()
{
    if (!isFresh(m_snapshot.orders) || !m_snapshot.orders.value)
        return;
    m_finding.judged.insert(AlertRule::Paid);
    QSet<QString> unpaid;
    for (const Order &order : m_snapshot.orders.value->orders) {
        const QString number = order.orderNo.value.value_or(QString());
        if (number.isEmpty())
            continue;
        const bool isPaid =
            order.status == Order::Status::Paid || order.status == Order::Status::Completed;
        if (order.status == Order::Status::Unpaid)
            unpaid.insert(number);
        else if (isPaid && m_before.unpaidOrders.contains(number))
            tell(AlertRule::Paid, number, cycle(), numbersOfPackage());
    }
    m_finding.memory.unpaidOrders = unpaid;
}

AlertFinding findAlerts(const AlertFacts &facts, const AlertThresholds &thresholds,
    const std::optional<AlertMemory> &memory, const QDateTime &localNow,
    std::chrono::seconds interval)
{
    return AlertJudge(facts, thresholds, memory, localNow, interval).run();
}

} // namespace genauth
