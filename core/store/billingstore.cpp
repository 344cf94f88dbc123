// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/billingstore.h"

#include "core/base/clock.h"
#include "core/base/userfile.h"
#include "core/store/alertstore.h"
#include "core/store/storeworker.h"

#include <QFile>
#include <QMutex>
#include <QThread>

#include <atomic>
#include <utility>
#include <vector>

namespace genauth {

/** What the thread knows of the store, which may be gone before it. */
struct BillingStore::Link
{
    std::atomic<bool> isStopped = false; ///< nothing more begins
    QMutex mutex;
    BillingStore *store = nullptr; ///< under the mutex
};

/** A save that other ones may join until it begins. */
struct BillingStore::WaitingSave
{
    WaitingSave(Account of, PoolSnapshot what, QDateTime when)
        : account(std::move(of))
        , learned(std::move(what))
        , now(std::move(when))
    {
    }

    /** False: it has begun, or asks another host. */
    [[nodiscard]] bool takesOver(
        const Account &newer, const PoolSnapshot &newerLearned, const QDateTime &newerNow)
    {
        const QMutexLocker lock(&mutex);
        if (hasBegun || newer.host != account.host)
            return false;
        account = newer;
        learned.absorb(newerLearned);
        now = newerNow;
        return true;
    }
    /** From now on the others do not change. */
    void begin()
    {
        const QMutexLocker lock(&mutex);
        hasBegun = true;
    }

    QMutex mutex;
    bool hasBegun = false;
    Account account;
    PoolSnapshot learned;
    QDateTime now;
};

QString BillingStore::mauSeries()
{
    return UsageHistory::mauSeries();
}

QString BillingStore::defaultFile()
{
    return userDataFile(QStringLiteral("billing.sqlite"));
}

BillingStore::BillingStore(const QString &file, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_file(file)
    , m_openProblem(file.isEmpty() ? BillingStoreProblem::NoPlace : BillingStoreProblem::None)
{
    if (file.isEmpty())
        return;
    m_link = std::make_shared<Link>();
    m_link->store = this;
    m_worker = std::make_unique<StoreWorker>(file);
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("billing store"));
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
    if (m_thread->isRunning())
        return;
    // Nobody would ever answer.
    m_worker.reset();
    m_thread.reset();
    m_openProblem = BillingStoreProblem::Unreadable;
}

BillingStore::~BillingStore()
{
    if (!m_thread)
        return;
    // The last of all that was asked for.
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get()] {
            worker->close();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    {
        const QMutexLocker lock(&m_link->mutex);
        m_link->store = nullptr;
    }
    if (m_thread->wait(WaitMs))
        return;
    m_link->isStopped = true;
    if (m_thread->wait(WaitMs))
        return;
    // It hangs in a system call. Whatever it uses must outlive this, and even what ends the
    // program.
    struct Hanging
    {
        std::unique_ptr<QThread> thread;
        std::unique_ptr<StoreWorker> worker;
    };
    static auto *const hanging = new std::vector<Hanging>;
    hanging->push_back({std::move(m_thread), std::move(m_worker)});
}

QHash<QUuid, PoolSnapshot> BillingStore::readAll(const QList<Account> &accounts)
{
    if (!m_worker)
        return {};
    StoreWorker::Reading reading;
    QMetaObject::invokeMethod(
        m_worker.get(), [&, now = m_clock.nowUtc()] { reading = m_worker->readAll(accounts, now); },
        Qt::BlockingQueuedConnection);
    m_openProblem = reading.problem;
    m_setAsideFile = reading.setAsideFile;
    return reading.known;
}

void BillingStore::save(const Account &account, const PoolSnapshot &learned)
{
    if (!m_worker)
        return;
    std::shared_ptr<WaitingSave> &last = m_lastSaves[account.id];
    if (last && last->takesOver(account, learned, m_clock.nowUtc()))
        return;
    last = std::make_shared<WaitingSave>(account, learned, m_clock.nowUtc());
    write(
        [save = last](StoreWorker &worker) {
            save->begin();
            return worker.save(save->account, save->learned, save->now);
        },
        [this, id = account.id](const StoreOutcome &outcome) {
            emit samplesAdded(id);
            if (outcome.journalGrew)
                emit journalAdded(id);
        });
}

void BillingStore::forget(const QUuid &accountId)
{
    m_lastSaves.remove(accountId); // what is saved from now on comes after this
    write([accountId, now = m_clock.nowUtc()](
              StoreWorker &worker) { return worker.forget(accountId, now); },
        [](const StoreOutcome &) {});
}

void BillingStore::forgetOthers(const QList<Account> &accounts)
{
    write([accounts, now = m_clock.nowUtc()](
              StoreWorker &worker) { return worker.forgetOthers(accounts, now); },
        [](const StoreOutcome &) {});
}

void BillingStore::clearHistory()
{
    m_lastSaves.clear(); // what is saved from now on comes after this
    write([now = m_clock.nowUtc()](StoreWorker &worker) { return worker.clearHistory(now); },
        [this](const StoreOutcome &) { emit historyCleared(); });
}

void BillingStore::setHistoryLimits(const HistoryLimits &limits)
{
    if (!m_worker)
        return;
    inThread([limits, now = m_clock.nowUtc()](StoreWorker &worker) {
        worker.setHistoryLimits(limits, now);
        return [] {};
    });
}

void BillingStore::keepAlert(const StoredAlert &alert)
{
    write([alert, now = m_clock.nowUtc()](
              StoreWorker &worker) { return worker.keepAlert(alert, now); },
        {});
}

void BillingStore::keepAlertMemory(const QUuid &accountId, const QByteArray &data)
{
    write([accountId, data, now = m_clock.nowUtc()](
              StoreWorker &worker) { return worker.keepAlertMemory(accountId, data, now); },
        {});
}

void BillingStore::forgetEndedAlerts()
{
    write([now = m_clock.nowUtc()](StoreWorker &worker) { return worker.forgetEndedAlerts(now); },
        {});
}

void BillingStore::noteWatcher(const WatcherNote &note)
{
    write(
        [note, now = m_clock.nowUtc()](StoreWorker &worker) { return worker.keepNote(note, now); },
        {});
}

bool BillingStore::hasFile() const
{
    return !m_file.isEmpty() && QFile::exists(m_file);
}

void BillingStore::inThread(std::function<std::function<void()>(StoreWorker &)> work)
{
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), link = m_link, work = std::move(work)] {
            if (link->isStopped)
                return;
            const auto answer = work(*worker);
            const QMutexLocker lock(&link->mutex);
            if (link->store)
                QMetaObject::invokeMethod(link->store, answer, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void BillingStore::write(Write work, WhenDone whenDone)
{
    if (!m_worker)
        return;
    ++m_underWay;
    inThread([this, work = std::move(work), whenDone = std::move(whenDone)](StoreWorker &worker) {
        return [this, outcome = work(worker), whenDone] { writeEnded(outcome, whenDone); };
    });
}

void BillingStore::writeEnded(const StoreOutcome &outcome, const WhenDone &whenDone)
{
    --m_underWay;
    if (!outcome.setAsideFile.isEmpty())
        m_setAsideFile = outcome.setAsideFile;
    if (outcome.news)
        emit writeProblem(*outcome.news);
    if (outcome.isDone && whenDone)
        whenDone(outcome);
    if (!isBusy())
        emit settled();
}

} // namespace genauth
