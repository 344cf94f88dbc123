// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertcenter.h"

#include "core/alerts/alertcenterprivate.h"
#include "core/base/clock.h"

#include <QSet>

#include <algorithm>

namespace genauth {

namespace {

constexpr qint64 DaySecs = 24LL * 3600;

bool isMoreUrgent(const AlertRecord &a, const AlertRecord &b)
{
    const AlertUrgency one = a.alert.urgency();
    const AlertUrgency other = b.alert.urgency();
    return one != other ? one > other : a.id > b.id;
}

} // namespace

AlertCenter::AlertCenter(const Clock &clock, AlertKeeper *keeper, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, clock, keeper))
{
}

AlertCenter::~AlertCenter() = default;

void AlertCenter::restore(const AlertHistory &history)
{
    d->ledger.restore(history.records);
    d->memories = history.memories;
    // Perhaps there are some that quiet hours held back when the program ended.
    d->planTurn();
    emit changed();
}

void AlertCenter::setSettings(const AlertSettings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    lookAgain();
}

void AlertCenter::setInterval(std::chrono::seconds interval)
{
    if (d->interval == interval)
        return;
    d->interval = interval;
    lookAgain();
}

void AlertCenter::look(const AlertFacts &facts)
{
    const QUuid account = facts.account.id;
    if (!d->facts.contains(account))
        d->order.append(account);
    AlertFacts &known = d->facts[account];
    known = facts;
    // A program that is restarted every day still notices that no answer has come for a day.
    const QDateTime before = d->memories.value(account).watchedSince;
    if (before.isValid() && (!known.watchedSince.isValid() || before < known.watchedSince))
        known.watchedSince = before;
    d->lookAt({account});
}

void AlertCenter::setPools(const QList<QUuid> &accounts)
{
    const QSet<QUuid> kept(accounts.cbegin(), accounts.cend());
    const auto isGone = [&](const QUuid &account) { return !kept.contains(account); };
    d->order.removeIf(isGone);
    d->facts.removeIf([&](const auto &entry) { return isGone(entry.key()); });
    d->memories.removeIf([&](const auto &entry) { return isGone(entry.key()); });
    d->boundaries.removeIf([&](const auto &entry) { return isGone(entry.key()); });
    bool hasChanged = false;
    const QList<AlertRecord *> records = d->ledger.all();
    for (AlertRecord *record : records) {
        if (record->endedAt.isValid() || !isGone(record->alert.key.account))
            continue;
        // Not kept: what a store has of a pool that is removed, it forgets as a whole.
        record->endedAt = d->clock.nowUtc();
        hasChanged = true;
    }
    if (hasChanged)
        emit changed();
    d->planTurn();
}

void AlertCenter::lookAgain()
{
    d->lookAt(d->order);
}

QList<AlertRecord> AlertCenter::records() const
{
    return d->ledger.newestFirst();
}

QList<AlertRecord> AlertCenter::openAlerts() const
{
    QList<AlertRecord> open = records();
    open.removeIf([](const AlertRecord &record) { return !record.isOpen(); });
    std::stable_sort(open.begin(), open.end(), isMoreUrgent);
    return open;
}

std::optional<AlertFacts> AlertCenter::factsOf(const QUuid &account) const
{
    const auto facts = d->facts.constFind(account);
    return facts == d->facts.cend() ? std::nullopt : std::optional(*facts);
}

QList<QUuid> AlertCenter::accounts() const
{
    return d->order;
}

void AlertCenter::snooze(const QList<qint64> &ids, Snooze how)
{
    constexpr qint64 week = 7;
    const QDateTime now = d->clock.nowUtc();
    d->edit(ids, [&](AlertRecord &record) {
        if (record.endedAt.isValid())
            return false;
        record.snoozedUntilChange = how == Snooze::UntilChange;
        record.snoozedUntil = how == Snooze::UntilChange
                                  ? QDateTime()
                                  : now.addSecs(how == Snooze::AWeek ? week * DaySecs : DaySecs);
        return true;
    });
}

void AlertCenter::acknowledge(const QList<qint64> &ids)
{
    const QDateTime now = d->clock.nowUtc();
    d->edit(ids, [&](AlertRecord &record) {
        if (record.acknowledgedAt.isValid())
            return false;
        record.acknowledgedAt = now;
        return true;
    });
}

void AlertCenter::forgetEnded()
{
    const qsizetype before = d->ledger.size();
    d->ledger.removeEnded();
    if (d->ledger.size() == before)
        return;
    if (d->keeper)
        d->keeper->forgetEndedAlerts();
    emit changed();
}

} // namespace genauth
