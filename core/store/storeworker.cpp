// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/storeworker.h"

#include "core/base/logging.h"
#include "core/base/privatefile.h"
#include "core/store/schema.h"

#include <QFile>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

bool isUseless(const std::optional<DatabaseFault> &fault)
{
    return fault == DatabaseFault::Damaged || fault == DatabaseFault::TooNew;
}

BillingStoreProblem problemOf(DatabaseFault fault)
{
    return fault == DatabaseFault::NotWritten ? BillingStoreProblem::NotWritten
                                              : BillingStoreProblem::Unreadable;
}

} // namespace

StoreWorker::StoreWorker(const QString &file)
    : m_database(file, billingSchema())
    , m_snapshots(m_database)
    , m_history(m_database)
    , m_alerts(m_database)
    , m_journal(m_database, m_snapshots)
    , m_watchers(m_database)
{
}

void StoreWorker::close()
{
    m_database.close();
}

StoreWorker::Reading StoreWorker::readAll(const QList<Account> &accounts, const QDateTime &now)
{
    Reading reading;
    StoreOutcome outcome;
    const auto read = [&] {
        return m_snapshots.readAll(accounts, reading.known) ? std::nullopt
                                                            : std::optional(m_database.fault());
    };
    const auto fault = attempt(read, now, outcome);
    // What was kept is still there, whether or not there is room beside it: only writing is
    // hindered.
    const bool isReadAlone = fault && !m_database.openToRead() && !read();
    if (fault)
        m_database.close(); // the next write opens it anew
    m_fails = fault.has_value();
    if (isReadAlone)
        reading.problem = BillingStoreProblem::NotWritten;
    else if (fault)
        reading.problem = problemOf(*fault);
    else
        reading.problem = outcome.news.value_or(BillingStoreProblem::None);
    reading.setAsideFile = outcome.setAsideFile;
    return reading;
}

StoreOutcome StoreWorker::change(const std::function<bool()> &work, const QDateTime &now)
{
    StoreOutcome outcome;
    if (!m_held.hasExpired())
        return outcome;
    const auto fault = attempt([&] { return m_database.change(work); }, now, outcome);
    if (fault == DatabaseFault::NotWritten && m_database.isHeldByAnother())
        m_held.setRemainingTime(HeldMs);
    outcome.isDone = !fault;
    if (fault && !m_fails)
        outcome.news = BillingStoreProblem::NotWritten;
    else if (!fault && m_fails && !outcome.news)
        outcome.news = BillingStoreProblem::None;
    m_fails = fault.has_value();
    return outcome;
}

std::optional<DatabaseFault> StoreWorker::attempt(
    const Work &work, const QDateTime &now, StoreOutcome &outcome)
{
    std::optional<DatabaseFault> fault;
    if (!m_database.isOpen())
        fault = open(Database::Check::IfSmall, now, outcome);
    if (!fault)
        fault = work();
    if (!isUseless(fault))
        return fault;
    // Too large to be looked through before, damaged since, or replaced by another program.
    fault = open(Database::Check::Whole, now, outcome);
    if (!fault)
        fault = work();
    if (!isUseless(fault))
        return fault;
    // It looks whole, and is of no use all the same.
    m_database.close();
    fault = replaceFile(*fault, now, outcome);
    return fault ? fault : work();
}

std::optional<DatabaseFault> StoreWorker::open(
    Database::Check check, const QDateTime &now, StoreOutcome &outcome)
{
    std::optional<DatabaseFault> fault = m_database.open(check);
    if (!isUseless(fault))
        return fault;
    // Of two programs that find it so, the second is not to put aside the new one of the first.
    QFile lock;
    if (!openPrivately(lock, m_database.file() + u".lock"_s).isEmpty() ||
        !lockFile(lock.handle(), QDeadlineTimer(Database::PatienceMs)).isEmpty())
        return DatabaseFault::Unreadable;
    fault = m_database.open(check);
    if (isUseless(fault))
        fault = replaceFile(*fault, now, outcome);
    unlockFile(lock.handle());
    return fault;
}

std::optional<DatabaseFault> StoreWorker::replaceFile(
    DatabaseFault why, const QDateTime &now, StoreOutcome &outcome)
{
    const bool isNewer = why == DatabaseFault::TooNew;
    outcome.setAsideFile = setAside(m_database.file(), isNewer ? u"newer"_s : u"damaged"_s, now);
    if (outcome.setAsideFile.isEmpty())
        return DatabaseFault::Unreadable;
    outcome.news = isNewer ? BillingStoreProblem::TooNew : BillingStoreProblem::SetAside;
    return m_database.open();
}

StoreOutcome StoreWorker::save(
    const Account &account, const PoolSnapshot &learned, const QDateTime &now)
{
    std::optional<qsizetype> changes;
    StoreOutcome outcome = change(
        [&] {
            if (!forgetThose() || !keepThose())
                return false;
            changes = m_journal.add(account, learned, now);
            return changes && m_snapshots.save(account, learned, now) &&
                   m_history.add(account, learned);
        },
        now);
    if (outcome.isDone) {
        outcome.journalGrew = changes.value_or(0) > 0;
        haveWritten();
        thin(now);
    }
    return outcome;
}

StoreOutcome StoreWorker::forget(const QUuid &accountId, const QDateTime &now)
{
    m_toForget.insert(accountId);
    m_toKeep.removeIf([&](const auto &entry) { return entry.value().account == accountId; });
    m_memoriesToKeep.remove(accountId);
    return writeWhatWaits(now);
}

StoreOutcome StoreWorker::clearHistory(const QDateTime &now)
{
    m_isHistoryToClear = true;
    const StoreOutcome outcome = writeWhatWaits(now);
    if (!outcome.isDone)
        return outcome;
    // The file becomes smaller as well. If not, what comes next has the room.
    if (!m_database.run(u"VACUUM"_s) || !m_database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s))
        qCInfo(lcStore, "the file could not be made smaller");
    return outcome;
}

StoreOutcome StoreWorker::forgetOthers(const QList<Account> &accounts, const QDateTime &now)
{
    return change(
        [&] { return m_snapshots.forgetOthers(accounts) && m_alerts.forgetOthers(accounts); }, now);
}

bool StoreWorker::forgetThose()
{
    if (m_isHistoryToClear && !(m_history.clear() && m_journal.clear()))
        return false;
    return std::ranges::all_of(m_toForget, [this](const QUuid &accountId) {
        return m_snapshots.forget(accountId) && m_alerts.forget(accountId);
    });
}

void StoreWorker::setHistoryLimits(const HistoryLimits &limits, const QDateTime &now)
{
    m_history.setLimits(limits);
    m_thinned = {};
    if (m_database.isOpen())
        thin(now);
}

bool StoreWorker::keepThose()
{
    for (const StoredAlert &alert : std::as_const(m_toKeep)) {
        if (!m_alerts.keep(alert))
            return false;
    }
    for (auto memory = m_memoriesToKeep.cbegin(); memory != m_memoriesToKeep.cend(); ++memory) {
        if (!m_alerts.keepMemory(memory.key(), memory.value()))
            return false;
    }
    return true;
}

void StoreWorker::haveWritten()
{
    m_toForget.clear();
    m_isHistoryToClear = false;
    m_toKeep.clear();
    m_memoriesToKeep.clear();
}

StoreOutcome StoreWorker::writeWhatWaits(const QDateTime &now)
{
    const StoreOutcome outcome = change([&] { return forgetThose() && keepThose(); }, now);
    if (outcome.isDone)
        haveWritten();
    return outcome;
}

StoreOutcome StoreWorker::keepAlert(const StoredAlert &alert, const QDateTime &now)
{
    m_toKeep.insert(alert.id, alert);
    return writeWhatWaits(now);
}

StoreOutcome StoreWorker::keepAlertMemory(
    const QUuid &accountId, const QByteArray &data, const QDateTime &now)
{
    m_memoriesToKeep.insert(accountId, data);
    return writeWhatWaits(now);
}

StoreOutcome StoreWorker::forgetEndedAlerts(const QDateTime &now)
{
    m_toKeep.removeIf([](const auto &entry) { return entry.value().hasEnded; });
    return change([&] { return m_alerts.forgetEnded(); }, now);
}

StoredAlerts StoreWorker::alerts()
{
    StoredAlerts known;
    if (m_database.isOpen() && !m_alerts.readAll(known))
        qCInfo(lcStore, "not all alerts could be read");
    return known;
}

StoreOutcome StoreWorker::keepNote(const WatcherNote &note, const QDateTime &now)
{
    return change([&] { return m_watchers.keep(note); }, now);
}

std::optional<WatcherNote> StoreWorker::note(Watcher who)
{
    return m_database.isOpen() ? m_watchers.read(who) : std::nullopt;
}

void StoreWorker::thin(const QDateTime &now)
{
    // Once a day of a run, whatever came of it: what is too much today may stay until tomorrow.
    if (m_thinned == now.date())
        return;
    m_thinned = now.date();
    if (!m_history.thin(now) || m_database.change([&] { return m_journal.thin(now); }))
        qCInfo(lcStore, "the history could not be thinned out");
}

UsageSamples StoreWorker::samples(
    const QUuid &accountId, const QString &series, const QDateTime &since)
{
    if (!m_database.isOpen())
        return {};
    return m_history.samples(accountId, series, since).value_or(UsageSamples());
}

JournalEntries StoreWorker::journal(const QUuid &accountId)
{
    if (!m_database.isOpen())
        return {};
    return m_journal.entries(accountId).value_or(JournalEntries());
}

} // namespace genauth
