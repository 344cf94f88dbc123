// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checkrun.h"

#include "app/check/checktext.h"
#include "app/text/storetext.h"
#include "core/base/clock.h"
#include "core/report/reportcodes.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"

#include <algorithm>
#include <utility>

namespace genauth {

using namespace std::chrono_literals;

CheckRun::CheckRun(const CheckOptions &options, const Collaborators &with, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_with(with)
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(options.timeout);
    connect(&m_timeout, &QTimer::timeout, this, &CheckRun::runOutOfTime);
    m_nextRound.setSingleShot(true);
    m_recording.setSingleShot(true);
    m_recording.setInterval(LongestRecording);
    connect(&m_nextRound, &QTimer::timeout, this, &CheckRun::beginRound);
    connect(&m_with.pools, &CheckPools::failed, this, &CheckRun::fail);
    connect(&m_with.pools, &CheckPools::known, this, [this] {
        recall();
        beginRound();
    });
    connect(&m_with.pools, &CheckPools::keysRead, this, &CheckRun::askPools);
    connect(&m_with.refresher, &PoolsRefresher::poolFinished, this, &CheckRun::take);
    connect(&m_with.refresher, &PoolsRefresher::finished, this, &CheckRun::endRound);
}

void CheckRun::start()
{
    m_timeout.start();
    m_with.pools.load();
}

void CheckRun::fail(const QString &sentence)
{
    // What comes after it is of no interest.
    m_with.pools.disconnect(this);
    m_with.publisher.complain(sentence);
    emit ended(exitCodeOf(AlertLevel::Unknown));
}

void CheckRun::recall()
{
    if (!m_with.store)
        return;
    QList<Account> accounts;
    for (const CheckedPool &pool : std::as_const(m_with.pools.pools()))
        accounts.append(pool.access.account);
    const auto say = [this](BillingStoreProblem problem) {
        if (problem == BillingStoreProblem::None)
            return;
        const QString sentence =
            StoreText::answersProblem(problem, m_with.store->file(), m_with.store->setAsideFile())
                .headline;
        qWarning("%ls", qUtf16Printable(sentence));
    };
    connect(m_with.store, &BillingStore::writeProblem, this, say);
    const QHash<QUuid, PoolSnapshot> known = m_with.store->readAll(accounts);
    for (CheckedPool &pool : m_with.pools.pools())
        pool.snapshot = known.value(pool.access.account.id);
    say(m_with.store->openProblem());
}

void CheckRun::lookAtDashboard() const
{
    const auto note = m_with.store ? m_with.store->readWatcher(Watcher::Dashboard) : std::nullopt;
    const QDateTime now = m_with.clock.nowUtc();
    if (note && note->isSilentAt(now))
        qWarning("%ls", qUtf16Printable(CheckText::dashboardIsSilent(*note, now)));
}

void CheckRun::leaveNote(AlertLevel level) const
{
    if (m_with.store)
        m_with.store->noteWatcher({.who = Watcher::Check,
            .at = m_with.clock.nowUtc(),
            .interval = m_options.watch.value_or(0s),
            .level = codeOf(level),
            .pools = static_cast<int>(m_with.pools.pools().size())});
}

void CheckRun::beginRound()
{
    lookAtDashboard();
    m_isOverdue = false;
    m_step = Step::Keys;
    if (!m_timeout.isActive()) // the first one began with start()
        m_timeout.start();
    m_roundTook.start();
    m_with.pools.readKeys();
}

bool CheckRun::mayBeAsked(const CheckedPool &pool, const QDateTime &now) const
{
    // The same key is refused again, and too often is too often.
    if (pool.isRefused())
        return false;
    // A server that named a time is not asked before it, whatever it was asked for then.
    bool mayBe = true;
    pool.snapshot.forEachOperation([&](const OperationAttempt &attempt) {
        if (attempt.error && attempt.error->retryAfter && attempt.attemptedAt.isValid() &&
            attempt.attemptedAt.addSecs(attempt.error->retryAfter->count()) > now)
            mayBe = false;
    });
    return mayBe;
}

void CheckRun::askPools()
{
    if (m_step != Step::Keys)
        return;
    m_step = Step::Pools;
    const QDateTime now = m_with.clock.nowUtc();
    QList<PoolAccess> open;
    QList<QUuid> asked;
    for (CheckedPool &pool : m_with.pools.pools()) {
        if (pool.keyProblem)
            noteFailure(pool, *pool.keyProblem);
        if (pool.keyProblem || !pool.access.key.isValid())
            continue;
        open.append(pool.access);
        if (mayBeAsked(pool, now))
            asked.append(pool.access.account.id);
    }
    m_waitedFor = QSet<QUuid>(asked.cbegin(), asked.cend());
    m_with.refresher.setPools(open);
    if (asked.isEmpty() || m_isOverdue)
        endRound();
    else
        m_with.refresher.refresh(asked);
}

void CheckRun::take(const QUuid &accountId, PoolSnapshot learned)
{
    CheckedPool *pool = m_with.pools.pool(accountId);
    if (!pool || !m_waitedFor.remove(accountId))
        return;
    // Nobody else cancels: what was stopped has taken too long.
    learned.forEachOperation([](OperationAttempt &attempt) {
        if (attempt.error && attempt.error->kind == ErrorKind::Canceled)
            attempt.error->kind = ErrorKind::TimedOut;
    });
    if (m_with.store)
        m_with.store->save(pool->access.account, learned);
    pool->snapshot.absorb(learned);
    pool->refusedKey.reset();
    if (learned.package.error && learned.package.error->kind == ErrorKind::KeyRefused)
        pool->refusedKey = pool->access.key;
}

void CheckRun::runOutOfTime()
{
    m_isOverdue = true;
    if (m_step == Step::Keys)
        m_with.pools.giveUpKeys();
    else if (m_step == Step::Pools)
        m_with.refresher.cancel();
}

void CheckRun::endRound()
{
    if (m_step != Step::Pools)
        return;
    m_step = Step::None;
    m_timeout.stop();
    const QSet<QUuid> unheard = std::exchange(m_waitedFor, {});
    for (const QUuid &id : unheard) {
        if (CheckedPool *pool = m_with.pools.pool(id))
            noteFailure(*pool, {.kind = ErrorKind::TimedOut});
    }
    const auto published = m_with.publisher.publish(report(), m_with.pools.pools());
    leaveNote(published.level);
    if (m_options.watch && !published.isReaderGone)
        m_nextRound.start(
            std::max(0ms, *m_options.watch - std::chrono::milliseconds(m_roundTook.elapsed())));
    else
        end(exitCodeOf(published.level));
}

void CheckRun::end(int exitCode)
{
    const auto tell = [this, exitCode] {
        m_recording.stop();
        m_recording.disconnect(this);
        emit ended(exitCode);
    };
    if (!m_with.store || !m_with.store->isBusy()) {
        tell();
        return;
    }
    connect(m_with.store, &BillingStore::settled, this, tell, Qt::SingleShotConnection);
    connect(&m_recording, &QTimer::timeout, this, [this, tell] {
        m_with.store->disconnect(this);
        qWarning("%ls", qUtf16Printable(CheckText::notRecorded()));
        tell();
    });
    m_recording.start();
}

void CheckRun::noteFailure(CheckedPool &pool, const ApiError &why) const
{
    pool.snapshot.package.attemptedAt = m_with.clock.nowUtc();
    pool.snapshot.package.error = why;
}

CheckReport CheckRun::report() const
{
    const QDateTime now = m_with.clock.nowUtc();
    CheckReport report{.checkedAt = now, .asOf = m_options.asOf, .pools = {}};
    for (const CheckedPool &pool : std::as_const(m_with.pools.pools()))
        report.pools.append(
            reportOf(pool.access.account, pool.snapshot, now, m_options.asOf, m_options.rules));
    return report;
}

} // namespace genauth
