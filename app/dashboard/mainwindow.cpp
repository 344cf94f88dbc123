// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/mainwindow.h"

#include "app/dashboard/alertactions.h"
#include "app/dashboard/pages/alertspage.h"
#include "app/dashboard/pages/poolspage.h"
#include "app/dashboard/pages/welcomepage.h"
#include "app/dashboard/poolactions.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/storenotice.h"
#include "app/dashboard/widgets/factsline.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "app/dashboard/widgets/progressline.h"
#include "app/text/formatting.h"
#include "app/text/freshnesstext.h"
#include "core/accounts/ownpools.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <QAction>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>
#include <utility>

namespace genauth {

MainWindow::MainWindow(const Collaborators &with, QWidget *parent)
    : QMainWindow(parent)
    , m_with(with)
    , m_clock(with.model, with.scheduler, with.clock)
{
    setMinimumSize(SmallestSize);
    createActions();
    createToolBar();
    createCentre();
    createMenus();
    connectRefresher();
    connectPools();

    connect(&m_clock, &WindowClock::moved, this, &MainWindow::clockMoved);
    connect(&m_with.theme, &Theme::changed, this, &MainWindow::styleToolBar);
    connect(m_alertActions, &AlertActions::retold, this, &MainWindow::fitToWidth);
    connect(m_alertActions, &AlertActions::retold, this, &MainWindow::nameToolButtons);
    poolsChanged();
    retranslateUi();
    styleToolBar();
    resize(1180, 800);
    restoreGeometry(m_with.settings.windowGeometry());
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
    connect(&refresher, &PoolsRefresher::finished, this, &MainWindow::showWorstUnlessChosen);
    connect(&refresher, &PoolsRefresher::progressed, m_progress, &ProgressLine::setProgress);
    connect(&m_with.scheduler, &RefreshScheduler::planned, this, &MainWindow::poolChanged);
    connect(&m_with.language, &Language::languageChanged, this,
        [this] { m_with.refresher.setLanguage(m_with.language.apiLanguage()); });
}

void MainWindow::connectPools()
{
    connect(&m_with.session, &Session::changed, this, &MainWindow::sessionChanged);
    connect(&m_with.session, &Session::recalled, this, &MainWindow::showWorstUnlessChosen);
    connect(&m_with.session, &Session::newPools, this, &MainWindow::refreshPools);
    connect(&m_with.session, &Session::taken, this, [this](const QUuid &id) {
        m_sidebar->setCurrentPool(id);
        // What had the keyboard before, such as a button of a banner, may be gone now.
        focusPools();
    });
    connect(&m_with.session, &Session::merged, this, [this](const QString &name) {
        say(tr("This pool was here already as “%1”; it now uses the new access.")
                .arg(displayText(name)));
    });
    connect(&m_with.session, &Session::demoFailed, this,
        [this] { say(tr("The demo could not be started.")); });
    connect(&m_with.model, &PoolsModel::modelReset, this, &MainWindow::poolsChanged);
    connect(&m_with.model, &PoolsModel::rowsInserted, this, &MainWindow::poolsChanged);
    connect(&m_with.model, &PoolsModel::rowsRemoved, this, &MainWindow::poolsChanged);
    connect(&m_with.model, &PoolsModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            for (int row = first.row(); row <= last.row(); ++row)
                poolChanged(
                    m_with.model.index(row, 0).data(PoolsModel::AccountRole).value<Account>().id);
        });
}

Account MainWindow::shownAccount() const
{
    return m_sidebar->currentIndex().data(PoolsModel::AccountRole).value<Account>();
}

void MainWindow::sayListProblem(AccountStoreProblem problem)
{
    m_storeNotice->sayListProblem(problem);
}

void MainWindow::sayAnswersProblem(BillingStoreProblem problem)
{
    m_storeNotice->sayAnswersProblem(problem);
}

void MainWindow::sessionChanged()
{
    m_welcomePage->setState(m_with.session.state());
    m_sidebar->setOrderedByUser(m_with.session.isOrderedByUser());
    // What became of the user's own pools is no matter of the demo's.
    const Session::State state = m_with.session.state();
    m_storeNotice->setHeldBack(
        state == Session::State::Demo || state == Session::State::DemoStarting);
    retranslateUi();
    m_alertActions->updateRecords();
    m_poolPages->updateContents();
    updatePoolActions();
}

void MainWindow::poolsChanged()
{
    const int pools = m_with.model.rowCount();
    m_sidebar->setVisible(pools > 1);
    // With one pool there is nothing to choose, and no way back from the page of all.
    const bool chosen = m_sidebar->isAllPoolsChosen() || !m_sidebar->currentPool().isNull();
    const bool hadPools = std::exchange(m_hadPools, pools > 0);
    if (pools == 1 || !chosen)
        showWorstPool();
    showCurrentPage();
    if (pools == 0)
        m_welcomePage->focusFirstButton();
    else if (!hadPools)
        focusPools();
    updateRefreshActions();
    m_clock.schedule();
}

void MainWindow::showWorstPool()
{
    m_hasChosen = false;
    m_choosesItself = true;
    m_sidebar->setCurrentPool(m_sidebar->firstPool());
    m_choosesItself = false;
}

void MainWindow::showWorstUnlessChosen()
{
    if (!m_hasChosen && m_with.model.rowCount() > 0)
        showWorstPool();
}

void MainWindow::showPage(PoolPages::Page page)
{
    m_poolPages->showPage(page);
}

void MainWindow::showPool(const QUuid &accountId)
{
    m_hasChosen = true;
    m_alertActions->alertsAction()->setChecked(false);
    m_sidebar->setCurrentPool(accountId);
}

void MainWindow::showAlerts()
{
    m_alertActions->alertsAction()->setChecked(true);
}

void MainWindow::focusPools()
{
    if (m_with.model.rowCount() > 1)
        m_sidebar->focusChoice();
    else
        m_poolPages->focusPage();
}

void MainWindow::showCurrentPage()
{
    QWidget *page = m_poolPages;
    if (m_with.model.rowCount() == 0)
        page = m_welcomePage;
    else if (m_alertActions->alertsAction()->isChecked())
        page = m_alertActions->page();
    else if (m_sidebar->isAllPoolsChosen())
        page = m_poolsPage;
    m_pages->setCurrentWidget(page);
    if (page != m_poolsPage)
        m_poolPages->setPool(m_sidebar->currentIndex());
    m_clock.setShownPool(shownAccount().id);
    updateFreshness();
    updatePoolActions();
}

void MainWindow::poolChosen()
{
    m_hasChosen = m_hasChosen || !m_choosesItself;
    if (!m_choosesItself)
        m_alertActions->alertsAction()->setChecked(false);
    showCurrentPage();
}

void MainWindow::poolChanged(const QUuid &accountId)
{
    if (accountId == shownAccount().id) {
        m_poolPages->updateContents();
        updateFreshness();
    }
    m_clock.schedule();
}

void MainWindow::updateFreshness()
{
    const QModelIndex pool = m_sidebar->currentIndex();
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
    m_poolPages->updateContents();
    m_poolsPage->updateContents();
    m_alertActions->page()->updateContents();
    updateFreshness();
}

} // namespace genauth
