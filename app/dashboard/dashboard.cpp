// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dashboard.h"

#include "app/dashboard/fileexport.h"
#include "app/dashboard/loginchoice.h"
#include "app/dashboard/poolchoice.h"
#include "app/dashboard/screenshotrun.h"
#include "app/demo/demosandbox.h"
#include "app/platform/keyringwatch.h"
#include "app/platform/networkwatch.h"
#include "app/platform/sleepwatch.h"
#include "core/accounts/keychainstore.h"

#include <QFile>
#include <QGuiApplication>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace genauth {

namespace {

using namespace std::chrono_literals;

/** By then the window has been painted. */
constexpr auto FirstFrame = 100ms;
/** How long the program waits, without a window, for a disk or a keychain. */
constexpr auto LongestStoring = 800ms;

} // namespace

EnvironmentReading takeEnvironmentAccount()
{
    const EnvironmentReading reading =
        readEnvironmentAccount(QProcessEnvironment::systemEnvironment());
    // What is in memory now need not stay where child processes inherit it.
    qunsetenv("GENAUTH_ACCESS_KEY_SECRET");
    return reading;
}

Dashboard::Dashboard(
    const CommandLine &line, std::optional<PoolAccess> pool, const QString &logFile)
    : m_line(line)
    , m_pool(line.demo ? std::nullopt : std::move(pool))
    , m_logFile(logFile)
    , m_settings(settingsFile())
    , m_language(Language::defaultDirectory())
    , m_model(m_clock)
    , m_refresher({.clock = &m_clock, .proxies = &m_proxies}, PoolsRefresher::DefaultSlots)
    , m_scheduler(m_refresher, m_clock)
    , m_secrets(std::make_unique<KeychainStore>())
    , m_pools(createPools())
    , m_store(storeFile(), m_clock)
    , m_session(m_model, m_refresher, m_scheduler, *m_pools, m_clock)
    , m_answers({m_session, *m_pools, m_model, m_refresher, m_store})
    , m_notes({m_refresher, m_scheduler, m_session, m_model, m_store, m_clock})
    , m_archive(m_store, [this](const QUuid &id) { return m_pools->pool(id) != nullptr; })
    , m_alerts(m_clock, &m_archive)
{
    const std::optional<UiLanguage> remembered = m_settings.language();
    m_language.set(m_line.language.value_or(remembered.value_or(Language::ofSystem())));
    m_theme.apply(m_line.theme.value_or(m_settings.theme()));
    m_refresher.setLanguage(m_language.apiLanguage());
    m_refresher.setSlotCount(m_settings.slotCount());
    m_scheduler.setInterval(m_settings.refreshInterval());
    m_alerts.setInterval(m_settings.refreshInterval());
    m_alerts.setSettings(m_settings.alertSettings());
    m_store.setHistoryLimits({.daysWhole = m_settings.historyDays()});
}

Dashboard::~Dashboard() = default;

bool Dashboard::isOwn() const
{
    return !m_pool && !m_line.demo;
}

std::unique_ptr<OwnPools> Dashboard::createPools() const
{
    // A pool from the environment, and what is connected beside it or during the demo, is gone with
    // the program.
    const QString file = AccountStore::defaultFile();
    // Without a place for the list, a key in the keychain would belong to nothing.
    if (!isOwn() || file.isEmpty())
        return std::make_unique<OwnPools>();
    return std::make_unique<OwnPools>(file, *m_secrets);
}

QString Dashboard::storeFile() const
{
    // Answers of pools that are gone with the program are kept by nobody, and a picture leaves
    // nothing behind but itself.
    return isOwn() && m_line.screenshotFile.isEmpty() ? BillingStore::defaultFile() : QString();
}

QString Dashboard::settingsFile() const
{
    const QString own = Settings::defaultFile();
    if (isOwn() && m_line.screenshotFile.isEmpty() && !own.isEmpty())
        return own;
    // Such a run looks as the user likes it, but leaves no trace in the user's settings.
    const QString copy = m_temporary.filePath(QStringLiteral("dashboard.ini"));
    if (!own.isEmpty())
        QFile::copy(own, copy);
    return copy;
}

void Dashboard::createWindow()
{
    m_window = std::make_unique<MainWindow>(MainWindow::Collaborators{
        .model = m_model,
        .refresher = m_refresher,
        .scheduler = m_scheduler,
        .session = m_session,
        .pools = *m_pools,
        .store = m_store,
        .alerts = m_alerts,
        .language = m_language,
        .theme = m_theme,
        .settings = m_settings,
        .clock = m_clock,
        .logFile = m_logFile,
        .staysWhenClosed = [this] { return m_presence && m_presence->staysWhenClosed(); },
        .hasTray = [this] { return m_tray && m_tray->isShown(); },
        .loginStart = loginStartChoice(),
        .testHook =
            [this](const HookSettings &hook, const std::function<void(HookTestResult)> &tell) {
                if (m_announcer)
                    m_announcer->testHook(hook, tell);
            },
    });
    if (m_line.size.isValid()) {
        // A window that was remembered as filling the screen would stay as large as that.
        m_window->setWindowState(Qt::WindowNoState);
        m_window->resize(m_line.size);
    }
    if (m_line.page)
        m_window->showPage(*m_line.page);
}

void Dashboard::start()
{
    createWindow();
    if (!m_line.screenshotFile.isEmpty()) {
        m_screenshot = std::make_unique<ScreenshotRun>(*m_window, m_model, m_line.screenshotFile);
        connect(&m_session, &Session::changed, m_screenshot.get(), [this] {
            if (m_session.state() == Session::State::DemoFailed)
                m_screenshot->finish();
        });
    }
    const auto listProblem = m_pools->load();
    if (listProblem)
        m_window->sayListProblem(*listProblem);
    m_answers.recall(listProblem ? AnswerKeeper::List::InDoubt : AnswerKeeper::List::Whole);
    startAlerts();
    choosePoolWhenKnown();
    m_window->sayAnswersProblem(m_store.openProblem());
    openWindow();
    endWithTheWindow();
    showPools();
}

void Dashboard::showPools()
{
    // The window is painted before anybody waits for a keychain.
    if (isOwn())
        QTimer::singleShot(FirstFrame, this, &Dashboard::readKeys);
    if (m_pool) {
        m_session.watch({*m_pool});
    } else if (m_line.demo || (m_line.demoIfEmpty && m_pools->pools().isEmpty())) {
        m_session.startDemo(DemoSandbox::defaultProgram(), Language::code(m_language.current()));
    } else if (m_pools->pools().isEmpty()) {
        choosePool();
        if (m_screenshot && m_line.pool.isEmpty())
            m_screenshot->finish();
    }
}

void Dashboard::choosePoolWhenKnown()
{
    // Which user pool one is may be told by an answer only.
    const auto choose = [this] {
        if (m_model.rowCount() > 0)
            choosePool();
    };
    connect(&m_model, &PoolsModel::modelReset, this, choose);
    connect(&m_model, &PoolsModel::dataChanged, this, choose);
    choose();
}

void Dashboard::choosePool()
{
    if (m_line.pool.isEmpty() || m_hasChosenPool)
        return;
    const PoolChoice choice(m_model, m_line.pool);
    if (choice.mayStillCome)
        return;
    m_hasChosenPool = true;
    if (choice.error.isEmpty()) {
        m_window->showPool(choice.id);
        return;
    }
    m_screenshot.reset(); // there is nothing to be seen, and its end would be another
    std::fprintf(stderr, "%s\n", choice.error.toUtf8().constData());
    // The event loop may not run yet.
    QTimer::singleShot(0, qGuiApp, [] { QCoreApplication::exit(CommandLine::UsageError); });
}

void Dashboard::readKeys()
{
    m_keyringWatch = std::make_unique<KeyringWatch>();
    connect(m_keyringWatch.get(), &KeyringWatch::changed, m_pools.get(), &OwnPools::retryKeys);
    m_pools->readKeys();
}

void Dashboard::endWithTheWindow()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, &Dashboard::end);
    connect(m_window.get(), &MainWindow::quitFromHiding, this, &Dashboard::end);
}

void Dashboard::end()
{
    m_notes.end();
    // What is being stored when the last window closes is still stored, for a moment at least.
    const auto quitWhenStored = [this] {
        if (!m_pools->isBusy() && !m_store.isBusy())
            FileExport::quitWhenWritten();
    };
    connect(m_pools.get(), &OwnPools::settled, qGuiApp, quitWhenStored);
    connect(&m_store, &BillingStore::settled, qGuiApp, quitWhenStored);
    QTimer::singleShot(LongestStoring, qGuiApp, [] { FileExport::quitWhenWritten(); });
    quitWhenStored();
}

} // namespace genauth
