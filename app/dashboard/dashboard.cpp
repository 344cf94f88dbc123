// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dashboard.h"

#include "app/dashboard/screenshotrun.h"
#include "app/demo/demosandbox.h"

#include <QFile>

namespace genauth {

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
    , m_demoWanted(line.demo || (line.demoIfEmpty && !m_pool))
    , m_logFile(logFile)
    , m_settings(settingsFile())
    , m_language(Language::defaultDirectory())
    , m_model(m_clock)
    , m_refresher({.clock = &m_clock, .proxies = &m_proxies}, PoolsRefresher::DefaultSlots)
    , m_scheduler(m_refresher, m_clock)
    , m_session(m_model, m_refresher, m_scheduler)
{
    const std::optional<UiLanguage> remembered = m_settings.language();
    m_language.set(m_line.language.value_or(remembered.value_or(Language::ofSystem())));
    m_theme.apply(m_line.theme.value_or(m_settings.theme()));
    m_refresher.setLanguage(m_language.apiLanguage());
}

Dashboard::~Dashboard() = default;

QString Dashboard::settingsFile() const
{
    const QString own = Settings::defaultFile();
    const bool keepsOwn = !m_pool && !m_line.demo && m_line.screenshotFile.isEmpty();
    if (keepsOwn && !own.isEmpty())
        return own;
    // Such a run looks as the user likes it, but leaves no trace in the user's settings.
    const QString copy = m_temporary.filePath(QStringLiteral("dashboard.ini"));
    if (!own.isEmpty())
        QFile::copy(own, copy);
    return copy;
}

void Dashboard::start()
{
    m_window = std::make_unique<MainWindow>(MainWindow::Collaborators{
        .model = m_model,
        .refresher = m_refresher,
        .scheduler = m_scheduler,
        .session = m_session,
        .language = m_language,
        .theme = m_theme,
        .settings = m_settings,
        .clock = m_clock,
        .logFile = m_logFile,
    });
    if (m_line.size.isValid()) {
        // A window that was remembered as filling the screen would stay as large as that.
        m_window->setWindowState(Qt::WindowNoState);
        m_window->resize(m_line.size);
    }
    if (!m_line.screenshotFile.isEmpty()) {
        m_screenshot = std::make_unique<ScreenshotRun>(*m_window, m_model, m_line.screenshotFile);
        connect(
            &m_refresher, &PoolsRefresher::finished, m_screenshot.get(), &ScreenshotRun::finish);
        connect(&m_session, &Session::changed, m_screenshot.get(), [this] {
            if (m_session.state() == Session::State::DemoFailed)
                m_screenshot->finish();
        });
    }
    m_window->show();
    if (m_demoWanted)
        m_session.startDemo(DemoSandbox::defaultProgram(), Language::code(m_language.current()));
    else if (m_pool)
        m_session.watch({*m_pool});
    else if (m_screenshot)
        m_screenshot->finish();
}

} // namespace genauth
