// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/billingstore.h"

#include "core/base/clock.h"
#include "core/store/storeworker.h"

#include <QStandardPaths>
#include <QThread>

#include <utility>

namespace genauth {

QString BillingStore::mauSeries()
{
    return UsageHistory::mauSeries();
}

QString BillingStore::defaultFile()
{
#ifdef Q_OS_UNIX
    // Without a home Qt would take the root of the file system for one.
    if (qEnvironmentVariableIsEmpty("HOME") && qEnvironmentVariableIsEmpty("XDG_DATA_HOME"))
        return {};
#endif
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/genauth-dashboard/billing.sqlite");
}

BillingStore::BillingStore(const QString &file, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_file(file)
    , m_openProblem(file.isEmpty() ? BillingStoreProblem::NoPlace : BillingStoreProblem::None)
{
    if (file.isEmpty())
        return;
    m_worker = std::make_unique<StoreWorker>(file);
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("billing store"));
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
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
    m_thread->wait();
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
    write([account, learned, now = m_clock.nowUtc()](
              StoreWorker &worker) { return worker.save(account, learned, now); },
        [this, id = account.id] { emit samplesAdded(id); });
}

void BillingStore::forget(const QUuid &accountId)
{
    write([accountId, now = m_clock.nowUtc()](
              StoreWorker &worker) { return worker.forget(accountId, now); },
        [] {});
}

void BillingStore::write(Write work, std::function<void()> whenDone)
{
    if (!m_worker)
        return;
    ++m_underWay;
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, work = std::move(work), whenDone = std::move(whenDone)] {
            const StoreOutcome outcome = work(*m_worker);
            QMetaObject::invokeMethod(
                this, [this, outcome, whenDone] { writeEnded(outcome, whenDone); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void BillingStore::writeEnded(const StoreOutcome &outcome, const std::function<void()> &whenDone)
{
    --m_underWay;
    if (!outcome.setAsideFile.isEmpty())
        m_setAsideFile = outcome.setAsideFile;
    if (outcome.news)
        emit writeProblem(*outcome.news);
    if (outcome.isDone)
        whenDone();
    if (!isBusy())
        emit settled();
}

void BillingStore::requestSamples(
    const QUuid &accountId, const QString &series, const QDateTime &since)
{
    const auto answer = [this, accountId, series](const UsageSamples &samples) {
        QMetaObject::invokeMethod(
            this,
            [this, accountId, series, samples] { emit samplesRead(accountId, series, samples); },
            Qt::QueuedConnection);
    };
    if (!m_worker) {
        answer({});
        return;
    }
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, accountId, series, since, answer] {
            answer(m_worker->samples(accountId, series, since));
        },
        Qt::QueuedConnection);
}

} // namespace genauth
