// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/orderloader.h"

#include "app/sandbox/sandboxserver.h"
#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <numeric>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** Against a sandbox with as many orders as each test needs. */
class TestOrderLoader : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();

    void openingAsksForNothing();
    void asksForEachPageOnce();
    void tenThousandCostTheSamePerPage();
    void readsPastATotalThatIsTooSmall();
    void stopsShortOfATotalThatIsTooLarge();
    void stopsAtARepeatedPage();
    void findsOrdersThatCameMeanwhile_data();
    void findsOrdersThatCameMeanwhile();
    void findsOrdersThatSlippedToAPageBefore_data();
    void findsOrdersThatSlippedToAPageBefore();
    void aRefreshTakesNothingAway();
    void aRefreshThatKnowsNothingClosesTheGap();
    void keepsErrorsAndTriesAgain();
    void waitsAsTold();
    void cancels();
    void nothingComesForAPoolThatIsGone();
    void anotherPoolForgets();
    void mayBeDestroyedUnderWay();

private:
    void begin(int orders);
    void refresh();
    void loadAll();
    void loadNext();
    [[nodiscard]] bool waitForEnd();
    [[nodiscard]] QList<int> pages() const { return m_server->requestedOrderPages(m_poolId); }
    [[nodiscard]] static QList<int> upTo(int last)
    {
        QList<int> pages(last);
        std::iota(pages.begin(), pages.end(), 1);
        return pages;
    }
    /** No order is there twice. */
    [[nodiscard]] bool areAllDifferent() const;

    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<RefreshScheduler> m_scheduler;
    std::unique_ptr<OrdersModel> m_model;
    std::unique_ptr<OrderLoader> m_loader;
    ProxyResolver m_proxies;
    FakeClock m_clock;
    PoolAccess m_pool;
    QString m_poolId;
    OperationState<OrderPage> m_firstPage;
};

void TestOrderLoader::begin(int orders)
{
    failOnQtWarnings();
    SandboxOptions options;
    options.orderCount = orders;
    options.now = [this] { return m_clock.nowUtc(); };
    m_server = std::make_unique<SandboxServer>(options);
    QVERIFY(m_server->listen());
    const SandboxPool known = m_server->pools().first();
    m_poolId = known.userPoolId;
    m_pool = {accountOn(m_server->url()), {known.accessKeyId, known.accessKeySecret.toUtf8()}};
    m_refresher = std::make_unique<PoolsRefresher>(
        RefreshContext{.clock = &m_clock, .proxies = &m_proxies}, PoolsRefresher::DefaultSlots);
    m_scheduler = std::make_unique<RefreshScheduler>(*m_refresher, m_clock);
    m_refresher->setPools({m_pool});
    m_scheduler->setPools({m_pool.account.id});
    connect(m_refresher.get(), &PoolsRefresher::poolFinished, this,
        [this](
            const QUuid & /*id*/, const PoolSnapshot &learned) { m_firstPage = learned.orders; });
    m_model = std::make_unique<OrdersModel>();
    m_loader = std::make_unique<OrderLoader>(*m_refresher, *m_scheduler, *m_model);
    m_loader->setPool(m_pool.account, {});
    refresh();
}

void TestOrderLoader::refresh()
{
    QSignalSpy finished(m_refresher.get(), &PoolsRefresher::finished);
    m_refresher->refreshAll();
    QVERIFY(finished.wait());
    m_loader->absorb(m_firstPage);
}

void TestOrderLoader::cleanup()
{
    m_loader.reset();
    m_model.reset();
    m_scheduler.reset();
    m_refresher.reset();
    m_server.reset();
}

bool TestOrderLoader::waitForEnd()
{
    // qWaitFor() sleeps for 10 ms between two looks: three times for each page.
    QSignalSpy told(m_model.get(), &OrdersModel::stateChanged);
    while (m_model->state().loading && told.wait(20'000)) {
    }
    return !m_model->state().loading;
}

void TestOrderLoader::loadAll()
{
    m_loader->loadAll();
    QVERIFY(waitForEnd());
}

void TestOrderLoader::loadNext()
{
    m_loader->loadNext();
    QVERIFY(waitForEnd());
}

bool TestOrderLoader::areAllDifferent() const
{
    QSet<QString> numbers;
    for (int row = 0; row < m_model->rowCount(); ++row)
        numbers.insert(*m_model->orderAt(row).orderNo.value);
    return numbers.size() == m_model->rowCount();
}

void TestOrderLoader::openingAsksForNothing()
{
    begin(137);
    m_loader->absorb(m_firstPage);      // shown once more
    QCOMPARE(pages(), QList<int>({1})); // the refresh's own
    QCOMPARE(m_model->rowCount(), 50);
    QCOMPARE(m_model->state(), (OrdersModel::State{.known = true, .stated = 137}));
    QVERIFY(m_loader->canLoadMore());
}

void TestOrderLoader::asksForEachPageOnce()
{
    begin(137);
    loadNext();
    QCOMPARE(m_model->rowCount(), 100);
    loadNext();
    QCOMPARE(m_model->rowCount(), 137);
    QVERIFY(m_model->state().complete);
    QVERIFY(!m_loader->canLoadMore());
    m_loader->loadNext(); // nothing
    QVERIFY(!m_model->state().loading);
    QCOMPARE(pages(), upTo(3));
    for (int row = 1; row < m_model->rowCount(); ++row)
        QVERIFY(
            m_model->orderAt(row - 1).createTime.value >= m_model->orderAt(row).createTime.value);
}

void TestOrderLoader::tenThousandCostTheSamePerPage()
{
    begin(10'000);
    QCOMPARE(pages(), upTo(1)); // opening it
    QElapsedTimer timer;
    timer.start();
    QList<qint64> endedAt{0};
    while (m_loader->canLoadMore()) { // scrolling down
        loadNext();
        endedAt.append(timer.nsecsElapsed());
    }
    QCOMPARE(m_model->rowCount(), 10'000);
    QVERIFY(areAllDifferent());
    // A full last page is followed by one that shows there are no more.
    QCOMPARE(pages(), upTo(201));
    constexpr int some = 50;
    const qint64 early = endedAt.at(some);
    const qint64 late = endedAt.constLast() - endedAt.at(endedAt.size() - 1 - some);
    QVERIFY2(late < 5 * early, qPrintable(QStringLiteral("%1 ns, %2 ns").arg(early).arg(late)));
}

void TestOrderLoader::readsPastATotalThatIsTooSmall()
{
    begin(137);
    m_server->setStatedOrderCount(m_poolId, 100);
    loadAll();
    QCOMPARE(m_model->rowCount(), 137);
    QCOMPARE(m_model->state().stated, 100);
    QCOMPARE(pages(), upTo(3) + upTo(3)); // it has fallen: has one slipped?
}

void TestOrderLoader::stopsShortOfATotalThatIsTooLarge()
{
    begin(137);
    m_server->setStatedOrderCount(m_poolId, 5000);
    loadAll();
    QCOMPARE(m_model->rowCount(), 137);
    QVERIFY(m_model->state().complete);
    QCOMPARE(pages(), upTo(4) + upTo(3)); // one that is empty; once more, as for any other total
    refresh();                            // the same wrong word is no news
    QVERIFY(m_model->state().complete);
}

void TestOrderLoader::stopsAtARepeatedPage()
{
    begin(137);
    m_server->setOrdersPageRepeated(m_poolId, true);
    loadAll();
    QCOMPARE(m_model->rowCount(), 50);
    QVERIFY(m_model->state().complete);
    QCOMPARE(pages(), upTo(2) + upTo(2)); // fewer than stated: once more
}

void TestOrderLoader::findsOrdersThatCameMeanwhile_data()
{
    QTest::addColumn<int>("orders"); ///< come in front after the second page
    QTest::newRow("one") << 1;
    QTest::newRow("most of a page") << 37;
    QTest::newRow("a page") << 50;
    QTest::newRow("more than a page") << 120;
}

void TestOrderLoader::findsOrdersThatCameMeanwhile()
{
    QFETCH(int, orders);
    begin(300);
    loadNext();
    for (int i = 0; i < orders; ++i)
        m_server->addOrder(m_poolId);
    loadAll();
    QCOMPARE(m_model->rowCount(), 300 + orders);
    QVERIFY(areAllDifferent());
    QVERIFY(m_model->state().complete);
    QVERIFY2(pages().size() <= 300 / 50 + 2 * (orders / 50 + 2), "it asks too often");
}

void TestOrderLoader::findsOrdersThatSlippedToAPageBefore_data()
{
    QTest::addColumn<bool>("isGone"); ///< an order of page 1, after the second page
    QTest::addColumn<bool>("isSeenByRefresh");
    QTest::newRow("gone") << true << false;
    QTest::newRow("gone, as a refresh tells") << true << true;
    QTest::newRow("moved to the end") << false << false;
}

void TestOrderLoader::findsOrdersThatSlippedToAPageBefore()
{
    QFETCH(bool, isGone);
    QFETCH(bool, isSeenByRefresh);
    begin(137);
    loadNext();
    isGone ? m_server->removeOrder(m_poolId, 10) : m_server->moveOrderToEnd(m_poolId, 10);
    if (isSeenByRefresh)
        refresh();
    while (m_loader->canLoadMore())
        loadNext();
    QCOMPARE(m_model->rowCount(), 137); // also the one that is gone: none is ever removed
    QVERIFY(areAllDifferent());
    QVERIFY(m_model->state().complete);
    QVERIFY(pages().size() <= 9);
}

void TestOrderLoader::aRefreshTakesNothingAway()
{
    begin(137);
    loadAll();
    m_server->addOrder(m_poolId);
    refresh();
    QCOMPARE(m_model->rowCount(), 138);
    QVERIFY(m_model->state().complete); // as many have come as the total has grown by
    QCOMPARE(m_model->orderAt(0).status, Order::Status::Unpaid);
    m_clock.advance(std::chrono::hours(3));
    refresh();
    QCOMPARE(m_model->rowCount(), 138);
    QCOMPARE(m_model->orderAt(0).status, Order::Status::Expired);
    QCOMPARE(pages(), QList<int>({1, 2, 3, 1, 1}));
}

void TestOrderLoader::aRefreshThatKnowsNothingClosesTheGap()
{
    begin(137);
    loadNext();
    for (int i = 0; i < 70; ++i)
        m_server->addOrder(m_poolId);
    refresh();
    QCOMPARE(m_model->rowCount(), 150);
    QVERIFY(m_loader->canLoadMore());
    loadAll();
    QCOMPARE(m_model->rowCount(), 207);
    QVERIFY(areAllDifferent());
}

void TestOrderLoader::keepsErrorsAndTriesAgain()
{
    begin(300);
    loadNext();
    m_server->setFault(m_poolId, {.kind = SandboxFault::Kind::ServerError});
    loadAll();
    QCOMPARE(m_model->state().error->kind, ErrorKind::ServerError);
    QCOMPARE(m_model->rowCount(), 100);
    QVERIFY(m_loader->canLoadMore());
    m_server->setFault(m_poolId, {});
    loadAll();
    QVERIFY(!m_model->state().error);
    QCOMPARE(m_model->rowCount(), 300);
    QCOMPARE(pages(), upTo(7));
}

void TestOrderLoader::waitsAsTold()
{
    begin(300);
    m_server->setFault(m_poolId, {.kind = SandboxFault::Kind::ThrottledHttp});
    loadAll();
    QCOMPARE(m_model->state().error->kind, ErrorKind::Throttled);
    QVERIFY(m_loader->heldUntil().isValid());
    m_server->setFault(m_poolId, {});
    m_loader->loadAll();
    QVERIFY(!m_model->state().loading); // not asked
    m_clock.set(m_loader->heldUntil().addSecs(1));
    QVERIFY(!m_loader->heldUntil().isValid());
    loadAll();
    QCOMPARE(m_model->rowCount(), 300);
}

void TestOrderLoader::cancels()
{
    begin(500);
    m_loader->loadAll();
    QVERIFY(m_loader->isLoadingAll());
    QSignalSpy grown(m_model.get(), &QAbstractItemModel::rowsInserted);
    while (m_model->rowCount() < 200) // a pause to look would be time enough for all of them
        QVERIFY(grown.wait());
    m_loader->cancel();
    const int kept = m_model->rowCount();
    QVERIFY(!m_model->state().loading);
    QVERIFY(!m_model->state().error);
    loadNext(); // where it had stopped
    QCOMPARE(m_model->rowCount(), kept + 50);
    QVERIFY(!m_loader->isLoadingAll());
}

void TestOrderLoader::nothingComesForAPoolThatIsGone()
{
    begin(300);
    m_loader->loadAll();
    m_refresher->setPools({});
    QVERIFY(waitForEnd());
    QCOMPARE(m_model->rowCount(), 50);
    m_loader->loadNext();
    QVERIFY(!m_model->state().loading);
}

void TestOrderLoader::anotherPoolForgets()
{
    begin(300);
    m_loader->loadAll();
    Account renamed = m_pool.account;
    renamed.name = u"Renamed"_s;
    m_loader->setPool(renamed, m_poolId);
    QVERIFY(m_model->state().loading); // the same pool
    Account other = m_pool.account;
    other.id = QUuid::createUuid();
    m_loader->setPool(other, {});
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->state(), OrdersModel::State());
    m_loader->setPool(m_pool.account, {});
    m_loader->absorb(m_firstPage);
    loadAll();
    QCOMPARE(m_model->rowCount(), 300);
}

void TestOrderLoader::mayBeDestroyedUnderWay()
{
    begin(300);
    m_loader->loadAll();
    m_loader.reset();
    QCOMPARE(m_model->rowCount(), 50); // and nothing that comes later touches what is gone
}

QTEST_GUILESS_MAIN(TestOrderLoader)
#include "tst_orderloader.moc"
