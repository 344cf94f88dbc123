// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertcenterprivate.h"
#include "core/base/clock.h"

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

/** It is to be announced as soon as no quiet hours hold. */
bool isDue(const AlertRecord &record, const QDateTime &now)
{
    if (record.acknowledgedAt.isValid() || record.snoozedUntilChange)
        return false;
    if (record.endedAt.isValid() && !isGoodNews(record.alert.key.rule))
        return false;
    if (record.snoozedUntil.isValid())
        return now >= record.snoozedUntil;
    return !record.announcedAt.isValid();
}

bool isAmong(const QList<Alert> &alerts, const AlertKey &key)
{
    return std::ranges::any_of(alerts, [&](const Alert &alert) { return alert.key == key; });
}

} // namespace

AlertCenter::Private::Private(AlertCenter &center, const Clock &theClock, AlertKeeper *theKeeper)
    : q(center)
    , clock(theClock)
    , keeper(theKeeper)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, &q, &AlertCenter::lookAgain);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, &q, [this] { turn(); });
}

void AlertCenter::Private::lookAt(const QList<QUuid> &accounts)
{
    const QDateTime now = clock.nowUtc();
    QList<AlertRecord> fired;
    for (const QUuid &account : accounts)
        m_hasChanged |= judge(account, now, fired);
    planTurn();
    for (const AlertRecord &record : std::as_const(fired))
        emit q.fired(record);
}

bool AlertCenter::Private::judge(
    const QUuid &account, const QDateTime &now, QList<AlertRecord> &fired)
{
    const auto remembered = memories.constFind(account);
    const std::optional<AlertMemory> memory =
        remembered == memories.cend() ? std::nullopt : std::optional(*remembered);
    const AlertFacts &known = facts[account];
    const AlertThresholds thresholds = q.settings().of(account);
    boundaries.insert(account, nextAlertBoundary(known, thresholds, now));
    AlertFinding finding = findAlerts(known, thresholds, memory, now, interval);
    finding.memory.watchedSince = known.watchedSince;

    bool hasChanged = end(finding, thresholds, account, now);
    const qsizetype before = fired.size();
    for (const Alert &alert : finding.holding) {
        const AlertRecord *last = ledger.lastOf(alert.key);
        // A forecast wavers with every refresh: it is told once in a cycle.
        const bool isTold =
            last && (!last->endedAt.isValid() || alert.key.rule == AlertRule::ForecastMeetsQuota);
        if (!isTold && !ledger.hasCloserSince(alert.key))
            fire(alert, now, fired);
    }
    for (const Alert &alert : finding.news)
        fire(alert, now, fired);
    hasChanged |= fired.size() != before;

    // After the news it tells of: a program that is killed in between tells them twice, not never.
    if (!memory || *memory != finding.memory) {
        memories.insert(account, finding.memory);
        if (keeper)
            keeper->keepAlertMemory(account, finding.memory);
    }
    return hasChanged;
}

bool AlertCenter::Private::end(const AlertFinding &finding, const AlertThresholds &thresholds,
    const QUuid &account, const QDateTime &now)
{
    bool hasChanged = false;
    const QList<AlertRecord *> holding = ledger.holding(account);
    for (AlertRecord *record : holding) {
        const AlertKey &key = record->alert.key;
        const bool isOver = thresholds.off.contains(key.rule) || finding.judges(key);
        if (!isOver || isAmong(finding.holding, key))
            continue;
        record->endedAt = now;
        keep(*record);
        hasChanged = true;
    }
    return hasChanged;
}

void AlertCenter::Private::fire(const Alert &alert, const QDateTime &now, QList<AlertRecord> &fired)
{
    AlertRecord record;
    record.alert = alert;
    record.poolName = facts.value(alert.key.account).account.name;
    record.firedAt = now;
    if (isGoodNews(alert.key.rule))
        record.endedAt = now; // nothing holds on
    const AlertRecord &added = *ledger.add(record);
    keep(added);
    fired.append(added);
}

void AlertCenter::Private::keep(const AlertRecord &record)
{
    if (keeper)
        keeper->keepAlert(record);
}

void AlertCenter::Private::edit(
    const QList<qint64> &ids, const std::function<bool(AlertRecord &)> &change)
{
    bool hasChanged = false;
    for (const qint64 id : ids) {
        AlertRecord *record = ledger.find(id);
        if (!record || !change(*record))
            continue;
        keep(*record);
        hasChanged = true;
    }
    if (!hasChanged)
        return;
    planTurn();
    emit q.changed();
}

void AlertCenter::Private::planTurn()
{
    if (!m_turn.isActive())
        m_turn.start(0);
}

void AlertCenter::Private::turn()
{
    const QDateTime now = clock.nowUtc();
    startTimer(now);
    if (!isQuiet(now))
        announce(now);
    if (std::exchange(m_hasChanged, false))
        emit q.changed();
}

bool AlertCenter::Private::isQuiet(const QDateTime &now) const
{
    return q.settings().quietHours.holdAt(now.toLocalTime());
}

void AlertCenter::Private::announce(const QDateTime &now)
{
    QList<AlertRecord> announced;
    const QList<AlertRecord *> records = ledger.all();
    for (AlertRecord *record : records) {
        if (!isDue(*record, now))
            continue;
        record->announcedAt = now;
        record->snoozedUntil = {};
        keep(*record);
        announced.append(*record);
    }
    if (announced.isEmpty())
        return;
    std::stable_sort(
        announced.begin(), announced.end(), [](const AlertRecord &a, const AlertRecord &b) {
            return a.alert.urgency() > b.alert.urgency();
        });
    m_hasChanged = true;
    emit q.announced(announced);
}

void AlertCenter::Private::startTimer(const QDateTime &now)
{
    QDateTime next;
    const auto consider = [&](const QDateTime &at) {
        if (at > now && (!next.isValid() || at < next))
            next = at;
    };
    for (const QDateTime &boundary : std::as_const(boundaries)) {
        // One that has just passed is still to be looked at.
        consider(boundary.isValid() ? std::max(boundary, now.addMSecs(1)) : boundary);
    }
    bool isHeldBack = false;
    const QList<AlertRecord *> records = ledger.all();
    for (const AlertRecord *record : records) {
        isHeldBack |= isDue(*record, now);
        if (!record->endedAt.isValid() && !record->acknowledgedAt.isValid())
            consider(record->snoozedUntil);
    }
    if (isHeldBack && isQuiet(now))
        consider(q.settings().quietHours.nextChange(now.toLocalTime()).toUTC());

    if (!next.isValid()) {
        m_timer.stop();
        return;
    }
    const std::chrono::milliseconds wait(now.msecsTo(next));
    m_timer.start(std::clamp(wait, ShortestSleep, LongestSleep));
}

} // namespace genauth
