// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is read of the store after its start.

#include "core/store/alertstore.h"
#include "core/store/billingstore.h"
#include "core/store/storeworker.h"

namespace genauth {

StoredAlerts BillingStore::readAlerts()
{
    StoredAlerts known;
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker.get(), [&] { known = m_worker->alerts(); }, Qt::BlockingQueuedConnection);
    return known;
}

std::optional<WatcherNote> BillingStore::readWatcher(Watcher who)
{
    std::optional<WatcherNote> note;
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker.get(), [&] { note = m_worker->note(who); }, Qt::BlockingQueuedConnection);
    return note;
}

template <class Value, class Ask, class Answer>
void BillingStore::ask(Ask ask, Answer answer)
{
    if (!m_worker) {
        QMetaObject::invokeMethod(
            this, [answer] { answer(Value()); }, Qt::QueuedConnection);
        return;
    }
    inThread([ask, answer](
                 StoreWorker &worker) { return [answer, value = ask(worker)] { answer(value); }; });
}

void BillingStore::requestSamples(
    const QUuid &accountId, const QString &series, const QDateTime &since)
{
    ask<UsageSamples>([=](StoreWorker &worker) { return worker.samples(accountId, series, since); },
        [=, this](const UsageSamples &samples) { emit samplesRead(accountId, series, samples); });
}

void BillingStore::requestJournal(const QUuid &accountId)
{
    ask<JournalEntries>([=](StoreWorker &worker) { return worker.journal(accountId); },
        [=, this](const JournalEntries &entries) { emit journalRead(accountId, entries); });
}

void BillingStore::requestWatcher(Watcher who)
{
    ask<std::optional<WatcherNote>>([who](StoreWorker &worker) { return worker.note(who); },
        [this, who](const std::optional<WatcherNote> &note) { emit watcherRead(who, note); });
}

} // namespace genauth
