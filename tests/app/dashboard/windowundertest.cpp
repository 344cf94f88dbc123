// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowundertest.h"

#include "app/dashboard/pages/packagepage.h"
#include "app/sandbox/sandboxserver.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"

#include <QLabel>
#include <QListView>
#include <QStatusBar>
#include <QTest>

#include <algorithm>

namespace genauth::test {

namespace {

QList<QNetworkProxy> noProxy(const QNetworkProxyQuery & /*query*/)
{
    return {QNetworkProxy::NoProxy};
}

OwnPools poolsIn(const QTemporaryDir &folder, SecretStore &keychain, DataOrigin origin)
{
    if (origin == DataOrigin::StoredPools)
        return OwnPools(folder.filePath(QStringLiteral("pools.json")), keychain);
    return OwnPools();
}

QString storeIn(const QTemporaryDir &folder, DataOrigin origin)
{
    return origin == DataOrigin::StoredPools ? folder.filePath(QStringLiteral("billing.sqlite"))
                                             : QString();
}

} // namespace

WindowUnderTest::WindowUnderTest(
    UiLanguage shownIn, const TransportLimits &limits, DataOrigin origin)
    : proxies(noProxy)
    , model(clock)
    , refresher({&clock, &proxies, limits, ApiLanguage::English}, PoolsRefresher::DefaultSlots)
    , scheduler(refresher, clock, RetryPolicy(RetryPolicy::DefaultInterval, [] { return 0.5; }))
    , pools(poolsIn(folder, keychain, origin))
    , store(storeIn(folder, origin), clock)
    , session(model, refresher, scheduler, pools, clock)
    , answers({session, pools, model, refresher, store})
    , alerts(clock, nullptr)
    , language(Language::defaultDirectory())
    , settings(folder.filePath(QStringLiteral("dashboard.ini")))
    , m_origin(origin)
{
    language.set(shownIn);
    theme.apply(ThemeChoice::Light);
    refresher.setLanguage(language.apiLanguage());
    const auto open = [this](const QUrl &url) {
        openedUrls.append(url);
        return true;
    };
    window = std::make_unique<MainWindow>(
        MainWindow::Collaborators{model, refresher, scheduler, session, pools, store, alerts,
            language, theme, settings, clock, open, folder.filePath(QStringLiteral("x.log"))});
    if (origin == DataOrigin::Demo)
        session.watchDemo({});
}

WindowUnderTest::~WindowUnderTest() = default;

void WindowUnderTest::showWindow()
{
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

void WindowUnderTest::show(const QList<PoolAccess> &shown)
{
    open(shown);
    refresher.cancel();
    clock.advance(RefreshScheduler::PauseByHand); // as if that press of Refresh had never been
    settle();
}

void WindowUnderTest::open(const QList<PoolAccess> &shown)
{
    showWindow();
    if (m_origin == DataOrigin::Demo)
        session.watchDemo(shown);
    else if (m_origin == DataOrigin::StoredPools)
        session.watchOwn();
    else
        session.watch(shown);
}

void WindowUnderTest::start(const QList<PoolAccess> &stored, MoodySecretStore::Mood then)
{
    keychain.mood = MoodySecretStore::Mood::Open;
    for (const PoolAccess &pool : stored)
        pools.add(pool);
    QVERIFY(QTest::qWaitFor([this] { return !pools.isBusy(); }));
    pools.adopt({});
    keychain.mood = then;
    QVERIFY(!pools.load());
    answers.recall(AnswerKeeper::List::Whole);
    window->sayAnswersProblem(store.openProblem());
    QCOMPARE(pools.pools().size(), stored.size());
    session.watchOwn();
    pools.readKeys();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return std::ranges::all_of(stored, [this](const PoolAccess &pool) {
                return pools.keyProblem(pool.account.id) ||
                       pools.pool(pool.account.id)->key.isValid();
            });
        },
        20'000));
    settle();
}

void WindowUnderTest::refreshAgain()
{
    clock.advance(RefreshScheduler::PauseByHand);
    window->refresh();
    QVERIFY(waitForRefresh());
}

bool WindowUnderTest::waitForRefresh()
{
    const bool ended = QTest::qWaitFor([this] { return !refresher.isRunning(); }, 20'000);
    settle();
    return ended;
}

void WindowUnderTest::settle()
{
    // A layout that changes may post another one's work.
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
}

void WindowUnderTest::select(int row)
{
    auto *view = find<QListView>("poolListView");
    view->setCurrentIndex(view->model()->index(row, 0));
    settle();
}

QString WindowUnderTest::text(const char *parent, const char *label)
{
    return find<QWidget>(parent)->findChild<QLabel *>(QLatin1String(label))->text();
}

QString WindowUnderTest::text(const char *label)
{
    return find<QLabel>(label)->text();
}

QString WindowUnderTest::statusMessage()
{
    return window->statusBar()->currentMessage();
}

QString WindowUnderTest::facts()
{
    QStringList facts{text("packageNameLabel"), text("otherNameLabel")};
    for (const char *card : {"mauQuantityCard", "unitPriceCard", "endTimeCard", "overdueCard"})
        facts << text(card, "valueLabel") << text(card, "noteLabel");
    for (const char *chip : {"editionChip", "sceneChip", "packageCodeChip"})
        facts << text(chip);
    return facts.join(QLatin1Char('\n'));
}

QList<PoolAccess> poolsOf(const SandboxServer &server)
{
    QList<PoolAccess> pools;
    for (const SandboxPool &known : server.pools()) {
        PoolAccess pool{accountOn(server.url()), {}};
        pool.account.name = known.name;
        pool.account.poolId = known.userPoolId;
        pool.key = {known.accessKeyId, known.accessKeySecret.toUtf8()};
        pools.append(pool);
    }
    return pools;
}

QList<PoolAccess> poolOn(const FaultyServer &server)
{
    return {{accountOn(server.url()), canaryKey()}};
}

} // namespace genauth::test
