// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/mainwindow.h"

#include "app/dashboard/pages/packagepage.h"
#include "app/dashboard/pages/welcomepage.h"
#include "app/dashboard/poollistproxy.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/widgets/factsline.h"
#include "app/dashboard/widgets/pooldelegate.h"
#include "app/dashboard/widgets/progressline.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/formatting.h"
#include "app/text/freshnesstext.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

namespace genauth {

namespace {

/** Ages are told by the minute, so nothing on screen needs a look more often than that. */
constexpr qint64 LongestClockStep = 60'000;
/** While a person waits for the next try, seconds are told. */
constexpr qint64 SecondsToldBelow = 120'000;

} // namespace

MainWindow::MainWindow(const Collaborators &with, QWidget *parent)
    : QMainWindow(parent)
    , m_with(with)
{
    setMinimumSize(SmallestSize);
    createActions();
    createMenus();
    createToolBar();
    createCentre();
    connectRefresher();
    connectPools();

    m_clockTimer.setSingleShot(true);
    connect(&m_clockTimer, &QTimer::timeout, this, &MainWindow::clockMoved);
    connect(&m_with.theme, &Theme::changed, this, &MainWindow::styleToolBar);
    modelReset();
    retranslateUi();
    styleToolBar();
    resize(1180, 800);
    restoreGeometry(m_with.settings.windowGeometry());
}

void MainWindow::createCentre()
{
    m_progress = new ProgressLine(m_with.theme, this);
    m_progress->setObjectName(QStringLiteral("progressLine"));

    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(createSidebar());
    body->addWidget(createPages(), 1);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addLayout(body, 1);
    setCentralWidget(centre);
    createStatusBar();
}

QWidget *MainWindow::createPages()
{
    m_packagePage =
        new PackagePage({m_with.theme, m_with.clock, m_with.scheduler, m_with.session}, this);
    m_packagePage->setObjectName(QStringLiteral("packagePage"));
    connect(m_packagePage, &PackagePage::retryRequested, this,
        [this] { refreshPools({shownAccount().id}); });
    connect(m_packagePage, &PackagePage::editRequested, this, &MainWindow::editConnection);
    connect(m_packagePage, &PackagePage::browserRequested, this,
        [this] { openPage(signInProbePage()); });
    connect(m_packagePage, &PackagePage::consoleRequested, this, &MainWindow::openConsole);
    connect(m_packagePage, &PackagePage::detailsCopied, this,
        [this] { say(tr("The details are copied.")); });
    m_welcomePage = new WelcomePage(m_with.theme, this);
    m_welcomePage->setObjectName(QStringLiteral("welcomePage"));
    connect(m_welcomePage, &WelcomePage::connectRequested, this, &MainWindow::connectPool);
    connect(m_welcomePage, &WelcomePage::demoRequested, this, &MainWindow::startDemo);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_welcomePage);
    m_pages->addWidget(m_packagePage);
    return m_pages;
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
    m_poolView->setTabKeyNavigation(false);
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
    const auto startedOrEnded = [this] {
        if (m_with.refresher.isRunning())
            m_progress->setProgress(m_with.refresher.done(), m_with.refresher.total());
        else
            m_progress->clear();
        updateRefreshActions();
        updateFreshness();
    };
    connect(&refresher, &PoolsRefresher::started, this, startedOrEnded);
    connect(&refresher, &PoolsRefresher::finished, this, startedOrEnded);
    connect(&refresher, &PoolsRefresher::progressed, m_progress, &ProgressLine::setProgress);
    connect(&m_with.scheduler, &RefreshScheduler::planned, this, &MainWindow::poolChanged);
    connect(&m_with.language, &Language::languageChanged, this,
        [this] { m_with.refresher.setLanguage(m_with.language.apiLanguage()); });
}

void MainWindow::connectPools()
{
    connect(&m_with.session, &Session::changed, this, &MainWindow::sessionChanged);
    connect(&m_with.session, &Session::newPools, this, &MainWindow::refreshPools);
    connect(&m_with.session, &Session::taken, this, &MainWindow::selectPool);
    connect(&m_with.session, &Session::demoFailed, this,
        [this] { say(tr("The demo could not be started.")); });
    connect(&m_with.model, &PoolsModel::modelAboutToBeReset, this,
        [this] { m_selectedBefore = shownAccount().id; });
    connect(&m_with.model, &PoolsModel::modelReset, this, &MainWindow::modelReset);
    connect(&m_with.model, &PoolsModel::rowsInserted, this, &MainWindow::rowsCounted);
    connect(&m_with.model, &PoolsModel::rowsRemoved, this, &MainWindow::rowsCounted);
    connect(&m_with.model, &PoolsModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            for (int row = first.row(); row <= last.row(); ++row)
                poolChanged(
                    m_with.model.index(row, 0).data(PoolsModel::AccountRole).value<Account>().id);
        });
}

Account MainWindow::shownAccount() const
{
    return m_poolView->currentIndex().data(PoolsModel::AccountRole).value<Account>();
}

void MainWindow::sessionChanged()
{
    m_welcomePage->setState(m_with.session.state());
    retranslateUi();
    updatePoolActions();
}

void MainWindow::modelReset()
{
    const int pools = m_with.model.rowCount();
    m_sidebar->setVisible(pools > 1);
    m_pages->setCurrentWidget(pools > 0 ? static_cast<QWidget *>(m_packagePage) : m_welcomePage);
    if (pools > 0) {
        m_poolView->setCurrentIndex(m_poolList->index(0, 0));
        selectPool(m_selectedBefore);
    }
    if (pools == 0)
        m_welcomePage->focusFirstButton();
    else
        (pools > 1 ? static_cast<QWidget *>(m_poolView) : m_packagePage)->setFocus();
    poolSelected();
    updateRefreshActions();
    scheduleClock();
}

void MainWindow::rowsCounted()
{
    m_sidebar->setVisible(m_with.model.rowCount() > 1);
    updateRefreshActions();
    scheduleClock();
}

void MainWindow::selectPool(const QUuid &accountId)
{
    const int row = m_with.model.rowOf(accountId);
    if (row >= 0)
        m_poolView->setCurrentIndex(m_poolList->mapFromSource(m_with.model.index(row, 0)));
}

void MainWindow::poolSelected()
{
    m_packagePage->setPool(m_poolView->currentIndex());
    updateFreshness();
    updatePoolActions();
}

void MainWindow::poolChanged(const QUuid &accountId)
{
    if (accountId == shownAccount().id) {
        m_packagePage->updateContents();
        updateFreshness();
    }
    scheduleClock();
}

void MainWindow::updateFreshness()
{
    const QModelIndex pool = m_poolView->currentIndex();
    if (!pool.isValid()) {
        m_freshnessLine->setFacts({}, {});
        return;
    }
    const auto snapshot = pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    const Account account = shownAccount();
    const QDateTime updated = snapshot.package.receivedAt;
    m_freshnessLine->setFacts(
        FreshnessText::facts(account, snapshot, m_with.scheduler.nextTry(account.id),
            pool.data(PoolsModel::RefreshingRole).toBool(), m_with.clock.nowUtc()),
        updated.isValid() ? Formatting::exactMoment(updated) : QString());
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
    const QDateTime now = m_with.clock.nowUtc();
    qint64 step = LongestClockStep;
    const QDateTime next = m_with.scheduler.nextTry(shownAccount().id).at;
    if (next.isValid() && next > now && now.msecsTo(next) < SecondsToldBelow)
        step = 1000;
    if (const QDateTime boundary = m_with.model.nextBoundary(); boundary.isValid())
        step = std::clamp<qint64>(now.msecsTo(boundary), 1, step);
    m_clockTimer.setTimerType(step < LongestClockStep ? Qt::PreciseTimer : Qt::CoarseTimer);
    m_clockTimer.start(static_cast<int>(step));
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

} // namespace genauth
