// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/mainwindow.h"

#include "app/dashboard/dialogs/aboutdialog.h"
#include "app/dashboard/pages/packagepage.h"
#include "app/dashboard/poollistproxy.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/widgets/factsline.h"
#include "app/dashboard/widgets/pooldelegate.h"
#include "app/dashboard/widgets/progressline.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/formatting.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

namespace genauth {

namespace {

constexpr int MessageTime = 5000;
/** Ages are told by the minute, so nothing on screen needs a look more often than that. */
constexpr qint64 LongestClockStep = 60'000;

} // namespace

MainWindow::MainWindow(const Collaborators &with, DataOrigin origin, QWidget *parent)
    : QMainWindow(parent)
    , m_with(with)
    , m_origin(origin)
{
    setMinimumSize(SmallestSize);
    createActions();
    createMenus();
    createToolBar();
    createCentre();
    connectRefresher();

    m_clockTimer.setSingleShot(true);
    m_clockTimer.setTimerType(Qt::CoarseTimer);
    connect(&m_clockTimer, &QTimer::timeout, this, &MainWindow::clockMoved);
    connect(&m_with.model, &PoolsModel::modelReset, this, &MainWindow::modelReset);
    connect(&m_with.model, &PoolsModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            const int shown = m_poolList->mapToSource(m_poolView->currentIndex()).row();
            if (shown >= first.row() && shown <= last.row()) {
                m_packagePage->updateContents();
                updateFreshness();
            }
            scheduleClock();
        });
    connect(&m_with.theme, &Theme::changed, this, &MainWindow::styleToolBar);
    modelReset();
    retranslateUi();
    styleToolBar();
    resize(1180, 800);
    restoreGeometry(m_with.settings.windowGeometry());
}

void MainWindow::createCentre()
{
    m_packagePage = new PackagePage(m_with.theme, m_with.clock, this);
    m_packagePage->setObjectName(QStringLiteral("packagePage"));
    m_emptyPage = new EmptyPage(m_with.theme, this);
    m_emptyPage->setObjectName(QStringLiteral("emptyPage"));
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_emptyPage);
    m_pages->addWidget(m_packagePage);

    m_progress = new ProgressLine(m_with.theme, this);
    m_progress->setObjectName(QStringLiteral("progressLine"));

    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(createSidebar());
    body->addWidget(m_pages, 1);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addLayout(body, 1);
    setCentralWidget(centre);
    createStatusBar();
}

QWidget *MainWindow::createSidebar()
{
    m_poolList = new PoolListProxy(this);
    m_poolList->setSourceModel(&m_with.model);
    m_poolView = new QListView(this);
    m_poolView->setObjectName(QStringLiteral("poolListView"));
    m_poolView->setModel(m_poolList);
    m_poolView->setItemDelegate(new PoolDelegate(m_with.theme, m_poolView));
    m_poolView->setFrameShape(QFrame::NoFrame);
    m_poolView->setUniformItemSizes(true);
    connect(m_poolView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &MainWindow::poolSelected);

    m_poolsLabel = new TextLabel(TextLabel::Role::Note, m_with.theme, this);
    m_poolsLabel->setContentsMargins(Space::Large, 0, Space::Small, 0);
    m_sidebar = new QWidget(this);
    m_sidebar->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(m_sidebar);
    layout->setContentsMargins(0, Space::Large, 0, Space::Small);
    layout->setSpacing(Space::Tiny);
    layout->addWidget(m_poolsLabel);
    layout->addWidget(m_poolView, 1);
    return m_sidebar;
}

void MainWindow::createStatusBar()
{
    m_freshnessLine = new FactsLine(this);
    m_freshnessLine->setObjectName(QStringLiteral("freshnessLabel"));
    m_freshnessLine->setContentsMargins(Space::Large, 0, 0, 0);
    statusBar()->addWidget(m_freshnessLine, 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectRefresher()
{
    PoolsRefresher &refresher = m_with.refresher;
    connect(&refresher, &PoolsRefresher::started, this, [this] {
        m_progress->setProgress(0, m_with.refresher.total());
        updateRefreshActions();
        updateFreshness();
    });
    connect(&refresher, &PoolsRefresher::progressed, m_progress, &ProgressLine::setProgress);
    connect(&refresher, &PoolsRefresher::finished, this, [this] {
        m_progress->clear();
        updateRefreshActions();
        updateFreshness();
    });
    connect(&m_with.language, &Language::languageChanged, this,
        [this] { m_with.refresher.setLanguage(m_with.language.apiLanguage()); });
    updateRefreshActions();
}

void MainWindow::setEmptyReason(EmptyPage::Reason reason)
{
    m_emptyPage->setReason(reason);
}

void MainWindow::refresh()
{
    const QDateTime now = m_with.clock.nowUtc();
    const qint64 pause = m_lastStart.isValid() ? m_lastStart.secsTo(now) : RefreshPauseSeconds;
    if (pause >= 0 && pause < RefreshPauseSeconds) {
        statusBar()->showMessage(
            tr("Refreshed a moment ago; nothing was asked again."), MessageTime);
        return;
    }
    if (m_with.refresher.isRunning() || m_with.model.rowCount() == 0)
        return;
    m_lastStart = now;
    statusBar()->clearMessage();
    m_with.refresher.refreshAll();
}

void MainWindow::modelReset()
{
    const int pools = m_with.model.rowCount();
    m_sidebar->setVisible(pools > 1);
    m_pages->setCurrentWidget(pools > 0 ? static_cast<QWidget *>(m_packagePage) : m_emptyPage);
    if (pools > 0)
        m_poolView->setCurrentIndex(m_poolList->index(0, 0));
    (pools > 1 ? static_cast<QWidget *>(m_poolView) : m_packagePage)->setFocus();
    poolSelected();
    updateRefreshActions();
    scheduleClock();
}

void MainWindow::poolSelected()
{
    m_packagePage->setPool(m_poolView->currentIndex());
    updateFreshness();
}

void MainWindow::updateRefreshActions()
{
    const bool running = m_with.refresher.isRunning();
    m_refreshAction->setEnabled(!running && m_with.model.rowCount() > 0);
    m_stopAction->setEnabled(running);
    m_stopAction->setVisible(running);
    fitToWidth();
}

void MainWindow::updateFreshness()
{
    const QModelIndex pool = m_poolView->currentIndex();
    if (!pool.isValid()) {
        m_freshnessLine->setFacts({}, {});
        return;
    }
    const auto snapshot = pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    const auto account = pool.data(PoolsModel::AccountRole).value<Account>();
    const QDateTime updated = snapshot.package.receivedAt;
    QStringList facts;
    if (m_with.refresher.isRunning())
        facts << tr("Refreshing…");
    if (updated.isValid())
        facts << tr("Updated %1").arg(Formatting::age(updated.secsTo(m_with.clock.nowUtc())));
    else if (facts.isEmpty())
        facts << tr("Not updated yet");
    if (snapshot.clockSkew && std::chrono::abs(*snapshot.clockSkew) > ReportedClockSkew)
        facts << tr("your clock differs from GenAuth's by %1")
                     .arg(Formatting::span(std::chrono::abs(*snapshot.clockSkew).count()));
    facts << (snapshot.server.isEmpty() ? account.host.host() : snapshot.server);
    if (!snapshot.poolId.isEmpty())
        facts << tr("user pool %1")
                     .arg(
                         m_with.model.data(m_with.model.index(pool.row(), PoolsModel::PoolIdColumn))
                             .toString());
    m_freshnessLine->setFacts(
        facts, updated.isValid() ? Formatting::exactMoment(updated) : QString());
}

void MainWindow::clockMoved()
{
    m_with.model.reassess();
    m_packagePage->updateContents();
    updateFreshness();
    scheduleClock();
}

void MainWindow::scheduleClock()
{
    if (m_with.model.rowCount() == 0) {
        m_clockTimer.stop();
        return;
    }
    qint64 step = LongestClockStep;
    if (const QDateTime boundary = m_with.model.nextBoundary(); boundary.isValid())
        step = std::clamp<qint64>(m_with.clock.nowUtc().msecsTo(boundary), 1, LongestClockStep);
    m_clockTimer.start(static_cast<int>(step));
}

void MainWindow::chooseLanguage(UiLanguage language)
{
    m_with.settings.setLanguage(language);
    m_with.language.set(language);
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    m_with.settings.setTheme(choice);
    m_with.theme.apply(choice);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitToWidth();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_with.settings.setWindowGeometry(saveGeometry());
    m_with.refresher.cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace genauth
