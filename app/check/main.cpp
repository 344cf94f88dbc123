// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checkpools.h"
#include "app/check/checkpublisher.h"
#include "app/check/checkrun.h"
#include "app/check/commandline.h"
#include "app/check/standardstreams.h"
#include "app/check/watchdog.h"
#include "app/demo/demosandbox.h"
#include "app/settings/sharedsettings.h"
#include "app/text/language.h"
#include "core/accounts/accountstore.h"
#include "core/accounts/keychainstore.h"
#include "core/api/proxyresolver.h"
#include "core/base/clock.h"
#include "core/base/console.h"
#include "core/base/displaytext.h"
#include "core/base/kerberostickets.h"
#include "core/base/logfile.h"
#include "core/report/reportcodes.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSettings>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include <sys/stat.h>

namespace {

using namespace genauth;

/** What is in memory now need not stay where child processes inherit it. */
QProcessEnvironment takeEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    qunsetenv("GENAUTH_ACCESS_KEY_SECRET");
    return environment;
}

/** Without a home there are none, and an empty file name would be the current folder's. */
std::unique_ptr<QSettings> dashboardSettings()
{
    const QString file = SharedSettings::defaultFile();
    return file.isEmpty() ? nullptr : std::make_unique<QSettings>(file, QSettings::IniFormat);
}

TransportLimits limitsFor(const CheckOptions &options)
{
    TransportLimits limits;
    const std::chrono::milliseconds whole = options.timeout;
    limits.deadline = std::min(limits.deadline, whole);
    limits.inactivity = std::min(limits.inactivity, whole);
    return limits;
}

void sayWhereThingsLie(const CheckOptions &options)
{
    const auto place = [](const QString &file) {
        return file.isEmpty() ? QStringLiteral("none, since there is no HOME") : file;
    };
    printLine(stderr, QStringLiteral("settings: ") + place(SharedSettings::defaultFile()));
    printLine(stderr, QStringLiteral("pools: ") + place(AccountStore::defaultFile()));
    if (options.record)
        printLine(stderr, QStringLiteral("store: ") + place(BillingStore::defaultFile()));
}

/** A name lookup that hangs keeps Qt from ending for as long as it hangs. */
void endWithinASecond(int exitCode)
{
    std::fflush(nullptr);
    std::thread([exitCode] {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        std::_Exit(exitCode);
    }).detach();
}

/** The check itself, from its parts. */
int check(const CheckOptions &options, const QProcessEnvironment &environment,
    const QByteArray &secret, const QSettings *settings, const Language &language, mode_t umask)
{
    const SystemClock clock;
    ProxyResolver proxies;
    KeychainStore keychain;
    const CheckPublisher publisher(options, 0666 & ~umask);
    CheckPools pools(options, {.secrets = CheckSecrets(options, environment, secret),
                                  .listFile = AccountStore::defaultFile(),
                                  .keychain = keychain,
                                  .sandbox = DemoSandbox::defaultProgram()});
    PoolsRefresher refresher({.clock = &clock,
                                 .proxies = &proxies,
                                 .limits = limitsFor(options),
                                 .language = language.apiLanguage()},
        settings ? SharedSettings(*settings).slotCount() : PoolsRefresher::DefaultSlots);
    refresher.setScope(PoolRefresh::Scope::State);
    std::unique_ptr<BillingStore> store;
    if (options.record) {
        store = std::make_unique<BillingStore>(BillingStore::defaultFile(), clock);
        if (settings)
            store->setHistoryLimits({.daysWhole = SharedSettings(*settings).historyDays()});
    }
    CheckRun run(options, {.pools = pools,
                              .refresher = refresher,
                              .store = store.get(),
                              .publisher = publisher,
                              .clock = clock});
    QObject::connect(&run, &CheckRun::ended, QCoreApplication::instance(),
        [](int exitCode) { QCoreApplication::exit(exitCode); });
    if (options.verbose) {
        QObject::connect(&refresher, &PoolsRefresher::poolStarted, &run, [&pools](const QUuid &id) {
            const Account account = pools.pool(id)->access.account;
            printLine(stderr, displayText(account.name) + QStringLiteral(" at ") +
                                  account.host.toString(QUrl::FullyEncoded));
        });
    }
    run.start();
    const int exitCode = QCoreApplication::exec();
    endWithinASecond(exitCode);
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    occupyStandardStreams();
    QElapsedTimer sinceStart;
    sinceStart.start();
    const mode_t umask = ::umask(077);
    hideKerberosTickets();
    const QStringList arguments = argumentList(argc, argv);
    const CheckOptions early = CheckCommandLine::parse(arguments).options;
    // Where nobody asked for something else, what is logged is what --verbose says.
    if (early.verbose && qEnvironmentVariableIsEmpty("QT_LOGGING_RULES"))
        qputenv("QT_LOGGING_RULES", "genauth.api.info=true");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("genauth-check"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GENAUTH_VERSION));

    const QProcessEnvironment environment = takeEnvironment();
    const std::unique_ptr<QSettings> settings = dashboardSettings();
    const auto remembered = settings ? SharedSettings(*settings).language() : std::nullopt;
    Language language(Language::defaultDirectory());
    language.set(early.language.value_or(remembered.value_or(Language::ofSystem())));
    const SystemClock logClock;
    const LogFile log(QString(), logClock);

    const CheckCommandLine line = CheckCommandLine::parse(arguments); // again, in words
    CheckOptions options = line.options;
    const int unknown = exitCodeOf(AlertLevel::Unknown);
    if (!line.error.isEmpty()) {
        CheckPublisher(options, 0).complain(line.error);
        return unknown;
    }
    if (options.help || options.version) {
        printLine(stdout, options.help ? CheckCommandLine::helpText()
                                       : QStringLiteral("genauth-check " GENAUTH_VERSION));
        return 0;
    }
    endAnyway(options);
    if (options.verbose)
        sayWhereThingsLie(options);
    QByteArray secret;
    if (options.secret == CheckOptions::Secret::StandardInput) {
        QString problem;
        secret = CheckSecrets::readStandardInput(options.timeout, &problem);
        if (!problem.isEmpty()) {
            CheckPublisher(options, 0).complain(problem);
            return unknown;
        }
        options.timeout = std::max(std::chrono::seconds(1),
            options.timeout - std::chrono::seconds(sinceStart.elapsed() / 1000));
    }
    return check(options, environment, secret, settings.get(), language, umask);
}
