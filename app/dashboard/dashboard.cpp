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

Dashboard::Dashboard(const CommandLine &line, std::optional<PoolAccess> pool)
    : m_line(line)
    , m_pool(line.demo ? std::nullopt : std::move(pool))
    , m_demoWanted(line.demo || (line.demoIfEmpty && !m_pool))
    , m_settings(settingsFile())
    , m_language(Language::defaultDirectory())
    , m_model(m_clock)
    , m_refresher({&m_clock, &m_proxies, {}, ApiLanguage::English}, PoolsRefresher::DefaultSlots)
{
    const std::optional<UiLanguage> remembered = m_settings.language();
    m_language.set(m_line.language.value_or(remembered.value_or(Language::ofSystem())));
    m_theme.apply(m_line.theme.value_or(m_settings.theme()));
    m_refresher.setLanguage(m_language.apiLanguage());
    connect(&m_refresher, &PoolsRefresher::poolStarted, &m_model,
        [this](const QUuid &id) { m_model.setRefreshing(id, true); });
    connect(&m_refresher, &PoolsRefresher::poolFinished, &m_model, &PoolsModel::absorb);
}

Dashboard::~Dashboard() = default;

QString Dashboard::settingsFile() const
{
    const QString own = Settings::defaultFile();
    const bool keepsOwn = !m_pool && !m_demoWanted && m_line.screenshotFile.isEmpty();
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
    const MainWindow::Collaborators with{
        m_model, m_refresher, m_language, m_theme, m_settings, m_clock};
    m_window =
        std::make_unique<MainWindow>(with, m_demoWanted ? DataOrigin::Demo : DataOrigin::RealPools);
    if (m_line.size.isValid()) {
        // A window that was remembered as filling the screen would stay as large as that.
        m_window->setWindowState(Qt::WindowNoState);
        m_window->resize(m_line.size);
    }
    if (!m_line.screenshotFile.isEmpty()) {
        m_screenshot = std::make_unique<ScreenshotRun>(*m_window, m_model, m_line.screenshotFile);
        connect(
            &m_refresher, &PoolsRefresher::finished, m_screenshot.get(), &ScreenshotRun::finish);
    }
    m_window->show();
    if (m_demoWanted)
        startDemo();
    else if (m_pool)
        showPools({*m_pool});
    else if (m_screenshot)
        m_screenshot->finish();
}

void Dashboard::startDemo()
{
    m_window->setEmptyReason(EmptyPage::Reason::DemoStarting);
    m_demo = std::make_unique<DemoSandbox>(DemoSandbox::defaultProgram());
    connect(m_demo.get(), &DemoSandbox::started, this, &Dashboard::showPools);
    connect(m_demo.get(), &DemoSandbox::failed, this, &Dashboard::demoFailed);
    m_demo->start(Language::code(m_language.current()));
}

void Dashboard::demoFailed()
{
    m_window->setEmptyReason(EmptyPage::Reason::DemoFailed);
    if (m_screenshot)
        m_screenshot->finish();
}

void Dashboard::showPools(const QList<PoolAccess> &pools)
{
    QList<Account> accounts;
    for (const PoolAccess &pool : pools)
        accounts.append(pool.account);
    m_refresher.setPools(pools);
    m_model.setAccounts(accounts);
    m_window->refresh();
}

} // namespace genauth
