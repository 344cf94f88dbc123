// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/keychainstore.h"

#include <QElapsedTimer>
#include <QLibrary>
#include <QPointer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <functional>
#include <utility>

namespace genauth {

namespace {

SecretStore::Outcome outcomeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return SecretStore::Outcome::Done;
    case QKeychain::EntryNotFound:
        return SecretStore::Outcome::NotFound;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return SecretStore::Outcome::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // also "no Secret Service on the bus" and "no bus"
        break;
    }
    return SecretStore::Outcome::Unavailable;
}

// libsecret keeps its session with the Secret Service for as long as the program runs, also when
// that service has been restarted and knows the session no more: every job fails from then on
// (measured with libsecret 0.20.5). This has it begin a new one. QtKeychain loads the same library,
// and has it do one thing at a time: nothing is under way when a job has just finished.
void forgetSession()
{
#ifdef Q_OS_LINUX
    static const auto disconnect = reinterpret_cast<void (*)()>(
        QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
#endif
}

// A service that is not there says so in milliseconds. One that took longer was there, and asking
// it again would only take as long again.
constexpr std::chrono::milliseconds Quickly{2000};

struct Order
{
    std::function<QKeychain::Job *()> make;
    QString entry;
    QPointer<QObject> context;
    std::function<void(QKeychain::Job *)> finish;
};

// A job that was started is QtKeychain's own: it lives on in QtKeychain's queue, whose executor
// waits for its finished(), and deletes itself then. Deleting it earlier is a use after free, and
// taking all its connections would stop every job behind it. So it has no parent, and giving up is
// no more than our one connection's end, which comes with the context.
void start(const Order &order, bool isSecondTry = false)
{
    QKeychain::Job *job = order.make();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(order.entry);
    QElapsedTimer clock;
    clock.start();
    QObject::connect(job, &QKeychain::Job::finished, order.context,
        [order, isSecondTry, clock](QKeychain::Job *finished) {
            const bool failed = outcomeOf(finished->error()) == SecretStore::Outcome::Unavailable;
            if (failed)
                forgetSession();
            if (failed && !isSecondTry && !clock.hasExpired(Quickly.count()))
                start(order, true);
            else
                order.finish(finished);
        });
    job->start();
}

auto answering(SecretStore::Callback callback)
{
    return [callback = std::move(callback)](
               QKeychain::Job *job) { callback({outcomeOf(job->error())}); };
}

} // namespace

QString KeychainStore::serviceName()
{
    return QStringLiteral("genauth-dashboard");
}

void KeychainStore::read(const QString &entry, QObject *context, Callback callback)
{
    const auto make = [] { return new QKeychain::ReadPasswordJob(serviceName()); };
    start({make, entry, context, [callback = std::move(callback)](QKeychain::Job *job) {
               const Outcome outcome = outcomeOf(job->error());
               // The bytes as they lie there: what they mean is not decided here.
               const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
               callback({outcome, outcome == Outcome::Done ? read->binaryData() : QByteArray()});
           }});
}

void KeychainStore::write(
    const QString &entry, const QByteArray &secret, QObject *context, Callback callback)
{
    const auto make = [text = QString::fromUtf8(secret)] {
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        job->setTextData(text);
        return job;
    };
    start({make, entry, context, answering(std::move(callback))});
}

void KeychainStore::remove(const QString &entry, QObject *context, Callback callback)
{
    const auto make = [] { return new QKeychain::DeletePasswordJob(serviceName()); };
    start({make, entry, context, answering(std::move(callback))});
}

} // namespace genauth
