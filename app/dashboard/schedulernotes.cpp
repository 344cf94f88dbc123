// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/schedulernotes.h"

#include "app/dashboard/session.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

namespace genauth {

SchedulerNotes::SchedulerNotes(const Collaborators &with, QObject *parent)
    : QObject(parent)
    , m_with(with)
{
    connect(&with.refresher, &PoolsRefresher::finished, this,
        [this] { note(m_with.scheduler.interval()); });
    connect(&with.scheduler, &RefreshScheduler::planned, this, &SchedulerNotes::followInterval);
}

void SchedulerNotes::end()
{
    if (m_noted)
        note(std::chrono::seconds(0));
}

void SchedulerNotes::followInterval()
{
    if (m_noted && *m_noted != m_with.scheduler.interval())
        note(m_with.scheduler.interval());
}

void SchedulerNotes::note(std::chrono::seconds interval)
{
    // The demo's pools are nobody's own; that the program ends counts in a demo, too.
    if (m_with.session.isDemo() && interval.count() > 0)
        return;
    m_noted = interval;
    m_with.store.noteWatcher({.who = Watcher::Dashboard,
        .at = m_with.clock.nowUtc(),
        .interval = interval,
        .level = {},
        .pools = m_with.pools.rowCount()});
}

} // namespace genauth
