// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window is made of: sidebar, pages, status bar.

#include "app/dashboard/alertactions.h"
#include "app/dashboard/mainwindow.h"
#include "app/dashboard/pages/alertspage.h"
#include "app/dashboard/pages/historypage.h"
#include "app/dashboard/pages/journalpage.h"
#include "app/dashboard/pages/orderspage.h"
#include "app/dashboard/pages/packagepage.h"
#include "app/dashboard/pages/poolpages.h"
#include "app/dashboard/pages/poolspage.h"
#include "app/dashboard/pages/rightspage.h"
#include "app/dashboard/pages/usagepage.h"
#include "app/dashboard/pages/welcomepage.h"
#include "app/dashboard/poolactions.h"
#include "app/dashboard/session.h"
#include "app/dashboard/storenotice.h"
#include "app/dashboard/tableexport.h"
#include "app/dashboard/widgets/factsline.h"
#include "app/dashboard/widgets/operationnotice.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "app/dashboard/widgets/progressline.h"
#include "app/dashboard/widgets/refreshlabel.h"
#include "app/dashboard/widgets/tablemanners.h"
#include "core/accounts/ownpools.h"
#include "core/store/billingstore.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace genauth {

void MainWindow::createCentre()
{
    m_progress = new ProgressLine(m_with.theme, this);
    m_progress->setObjectName(QStringLiteral("progressLine"));

    m_storeNotice = new StoreNotice(m_with.pools, m_with.store, m_with.theme, this);
    m_storeNotice->setObjectName(QStringLiteral("storeNotice"));
    createSidebar();
    auto *page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_storeNotice);
    page->addWidget(createPages(), 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_sidebar);
    body->addLayout(page, 1);
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
    createPoolPages();
    m_poolsPage = new PoolsPage(
        {m_with.model, m_with.theme, m_with.clock, m_with.scheduler, m_with.settings}, this);
    m_poolsPage->setObjectName(QStringLiteral("poolsPage"));
    wireTables(*m_poolsPage);
    wireTables(*m_alertActions->page());
    connect(m_poolsPage, &PoolsPage::poolActivated, this, [this](const QUuid &id) {
        m_sidebar->setCurrentPool(id);
        m_poolPages->focusPage();
    });
    connect(
        m_poolsPage, &PoolsPage::menuRequested, this, [this](const QUuid &pool, const QPoint &at) {
            m_poolActions->openMenu(pool, at, m_poolsPage->tableActions());
        });
    m_welcomePage = new WelcomePage(m_with.theme, this);
    m_welcomePage->setObjectName(QStringLiteral("welcomePage"));
    connect(
        m_welcomePage, &WelcomePage::connectRequested, m_poolActions, &PoolActions::connectPool);
    connect(m_welcomePage, &WelcomePage::demoRequested, this, &MainWindow::startDemo);
    m_pages = new QStackedWidget(this);
    // What is said above it has its height first; a page scrolls.
    m_pages->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_pages->addWidget(m_welcomePage);
    m_pages->addWidget(m_poolPages);
    m_pages->addWidget(m_poolsPage);
    m_pages->addWidget(m_alertActions->page());
    return m_pages;
}

void MainWindow::createPoolPages()
{
    m_poolPages = new PoolPages(m_with.theme, this);
    m_poolPages->setObjectName(QStringLiteral("poolPages"));
    m_poolPages->setMaker(PoolPages::Page::Package, [this](QWidget *parent) {
        PackagePage *page = createPackagePage(parent);
        return PoolPages::Made{page, page};
    });
    m_poolPages->setMaker(PoolPages::Page::Usage,
        [this](QWidget *parent) { return createAnswerPage<UsagePage>("usagePage", parent); });
    m_poolPages->setMaker(PoolPages::Page::Rights,
        [this](QWidget *parent) { return createAnswerPage<RightsPage>("rightsPage", parent); });
    m_poolPages->setMaker(PoolPages::Page::History, [this](QWidget *parent) {
        HistoryPage *page = createHistoryPage(parent);
        return PoolPages::Made{page, page};
    });
    m_poolPages->setMaker(PoolPages::Page::Orders, [this](QWidget *parent) {
        OrdersPage *page = createOrdersPage(parent);
        return PoolPages::Made{page, page};
    });
    m_poolPages->setMaker(PoolPages::Page::Changes, [this](QWidget *parent) {
        JournalPage *page = createJournalPage(parent);
        return PoolPages::Made{page, page};
    });
}

JournalPage *MainWindow::createJournalPage(QWidget *parent)
{
    auto *page = new JournalPage(m_with.theme, parent);
    page->setObjectName(QStringLiteral("changesPage"));
    BillingStore &store = m_with.store;
    connect(page, &JournalPage::entriesRequested, &store, &BillingStore::requestJournal);
    connect(&store, &BillingStore::journalRead, page, &JournalPage::showEntries);
    connect(&store, &BillingStore::journalAdded, page, &JournalPage::entriesAdded);
    connect(&store, &BillingStore::historyCleared, page, &JournalPage::readAgain);
    wireTables(*page);
    return page;
}

OrdersPage *MainWindow::createOrdersPage(QWidget *parent)
{
    auto *page = new OrdersPage({m_with.theme, m_with.clock, m_with.scheduler, m_with.session},
        {m_with.refresher, m_with.scheduler}, parent);
    page->setObjectName(QStringLiteral("ordersPage"));
    wireNotice(page->notice());
    connect(page, &OrdersPage::orderCopied, this, [this] { say(tr("The order is copied.")); });
    wireTables(*page);
    return page;
}

HistoryPage *MainWindow::createHistoryPage(QWidget *parent)
{
    auto *page = new HistoryPage({m_with.theme, m_with.clock, m_with.scheduler, m_with.refresher,
                                     m_with.store, m_with.session, m_with.settings},
        parent);
    page->setObjectName(QStringLiteral("historyPage"));
    wireNotice(page);
    connect(page, &HistoryPage::said, this, &MainWindow::say);
    wireTables(*page);
    return page;
}

template <class Page>
PoolPages::Made MainWindow::createAnswerPage(const char *name, QWidget *parent)
{
    auto *page = new Page({m_with.theme, m_with.clock, m_with.scheduler, m_with.session}, parent);
    page->setObjectName(QString::fromLatin1(name));
    wireNotice(page->notice());
    wireTables(*page);
    return {page, page};
}

void MainWindow::wireTables(const QWidget &page)
{
    for (const TableManners *table : page.findChildren<TableManners *>()) {
        connect(table, &TableManners::said, this, &MainWindow::say);
        table->exportMenu()->rememberMark(m_with.settings);
    }
}

template <class Notice>
void MainWindow::wireNotice(const Notice *notice)
{
    connect(notice, &Notice::retryRequested, this, [this] { refreshPools({shownAccount().id}); });
    connect(notice, &Notice::editRequested, m_poolActions, &PoolActions::edit);
    connect(notice, &Notice::replaceKeyRequested, m_poolActions, &PoolActions::replaceKey);
    connect(notice, &Notice::browserRequested, this, [this] { openPage(signInProbePage()); });
    connect(notice, &Notice::detailsCopied, this, &MainWindow::sayDetailsCopied);
}

PackagePage *MainWindow::createPackagePage(QWidget *parent)
{
    auto *page = new PackagePage(
        {m_with.theme, m_with.clock, m_with.scheduler, m_with.session, m_with.pools, m_with.store},
        parent);
    page->setObjectName(QStringLiteral("packagePage"));
    wireNotice(page);
    connect(page, &PackagePage::consoleRequested, this, &MainWindow::openConsole);
    connect(page, &PackagePage::keyAccepted, this,
        [this] { m_with.pools.acceptMasterKey(shownAccount().id); });
    return page;
}

void MainWindow::createSidebar()
{
    m_sidebar = new PoolSidebar(m_with.model, m_with.theme, this);
    m_sidebar->setObjectName(QStringLiteral("sidebar"));
    connect(m_sidebar, &PoolSidebar::poolChosen, this, &MainWindow::poolChosen);
    connect(m_sidebar, &PoolSidebar::allPoolsChosen, this, &MainWindow::poolChosen);
    connect(m_sidebar, &PoolSidebar::orderChosen, &m_with.session, &Session::setOrder);
    connect(m_sidebar, &PoolSidebar::worstFirstChosen, &m_with.session, &Session::orderWorstFirst);
    connect(
        m_sidebar, &PoolSidebar::menuRequested, this, [this](const QUuid &pool, const QPoint &at) {
            m_sidebar->setCurrentPool(pool); // what is done is done to what is seen
            m_hasChosen = true;              // also where it was seen already
            m_poolActions->openMenu(pool, at,
                {m_sidebar->moveUpAction(), m_sidebar->moveDownAction(),
                    m_sidebar->worstFirstAction()});
        });
    connect(m_sidebar, &PoolSidebar::removeRequested, this, [this] {
        m_hasChosen = true;
        m_poolActions->remove();
    });
}

void MainWindow::createStatusBar()
{
    m_freshnessLine = new FactsLine(this);
    m_freshnessLine->setObjectName(QStringLiteral("freshnessLabel"));
    m_freshnessLine->setContentsMargins(Space::Large, 0, 0, 0);
    statusBar()->addWidget(m_freshnessLine, 1);
    auto *refreshLabel = new RefreshLabel(m_with.refresher, this);
    refreshLabel->setObjectName(QStringLiteral("refreshLabel"));
    refreshLabel->setContentsMargins(0, 0, Space::Large, 0);
    statusBar()->addPermanentWidget(refreshLabel);
    statusBar()->setSizeGripEnabled(false);
}

} // namespace genauth
