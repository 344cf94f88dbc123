// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poolstable.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "app/sandbox/sandboxserver.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QStatusBar>
#include <QTableView>
#include <QTcpServer>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SandboxOptions optionsFor(const WindowUnderTest &it, int pools)
{
    SandboxOptions options;
    options.poolCount = pools;
    options.now = [&it] { return it.clock.nowUtc(); };
    return options;
}

/** An address of loopback where nobody listens. */
QUrl nobody()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port to listen on");
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(server.serverPort());
    return url;
}

PoolSnapshot snapshotOf(const WindowUnderTest &it, const PoolAccess &pool)
{
    return it.model.index(it.model.rowOf(pool.account.id), 0)
        .data(PoolsModel::SnapshotRole)
        .value<PoolSnapshot>();
}

bool isFresh(const WindowUnderTest &it, const PoolAccess &pool)
{
    const OperationState<Package> package = snapshotOf(it, pool).package;
    return package.value && !package.error && package.receivedAt == it.clock.nowUtc();
}

int freshPools(const WindowUnderTest &it, const QList<PoolAccess> &pools)
{
    return static_cast<int>(
        std::ranges::count_if(pools, [&](const PoolAccess &pool) { return isFresh(it, pool); }));
}

/** What the table of all pools shows in the row of that name. */
QString tableText(WindowUnderTest &it, const QString &name, int column)
{
    const auto *rows = it.find<QTableView>("poolsTableView")->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (rows->index(row, PoolsTable::Name).data().toString() == name)
            return rows->index(row, column).data().toString();
    }
    qFatal("no row is called %s", qPrintable(name));
}

/** The pools of the sandbox, three of which are dead: 1 refuses the connection, 2 is never heard
 *  of, 3 refuses the key. */
struct FiftyPools
{
    explicit FiftyPools(const WindowUnderTest &it, int count = 50)
        : sandbox(optionsFor(it, count))
    {
        if (!sandbox.listen())
            qFatal("the sandbox does not listen");
        all = poolsOf(sandbox);
        sandbox.setFault(sandbox.pools().at(2).userPoolId, {SandboxFault::Kind::WrongSecret, {}});
        all[0].account.host = nobody();
        all[1].account.host = silent.url();
        silent.answerRest(silence());
        for (int i = 0; i < 3; ++i)
            all[i].account.name = u"Dead %1"_s.arg(i + 1);
    }

    SandboxServer sandbox;
    FaultyServer silent{QHostAddress(u"127.0.0.2"_s)};
    QList<PoolAccess> all;
};

} // namespace

/** Many pools in the window, over real sockets, with dead ones among them. */
class TestFiftyPools : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void showsTheGoodAndSaysWhyOfTheDead_data() { bothLanguages(); }
    void showsTheGoodAndSaysWhyOfTheDead();
    void aSlowPoolHoldsUpNobody();
    void saysHowFarItIs_data() { bothLanguages(); }
    void saysHowFarItIs();
    void saysNoNumbersOfOnePool();
    void leavesTheRestWhenItIsStopped();
    void fiveHundredForTheRecord();
};

void TestFiftyPools::showsTheGoodAndSaysWhyOfTheDead()
{
    const UiLanguage language = languageOfRow();
    const bool chinese = language == UiLanguage::Chinese;
    const QStringList whys =
        chinese ? QStringList{u"127.0.0.1 拒绝了连接"_s, u"127.0.0.2 应答超时"_s,
                      u"GenAuth 拒绝了访问密钥"_s}
                : QStringList{u"127.0.0.1 refused the connection"_s,
                      u"127.0.0.2 took too long to answer"_s, u"GenAuth refused the access key"_s};
    WindowUnderTest it(language, {.inactivity = 400ms, .deadline = 5s});
    const FiftyPools pools(it);
    const Heartbeat heartbeat;
    it.open(pools.all);
    it.find<PoolSidebar>("sidebar")->chooseAllPools();
    QVERIFY(it.waitForRefresh());
    it.window->grab();
    const qint64 longest = heartbeat.longestTurn();
    qInfo("50 pools: the longest turn of the event loop took %lld ms", longest);
    QVERIFY2(longest < 1000, QByteArray::number(longest).constData());

    QVERIFY(it.find<QTableView>("poolsTableView")->isVisible());
    QCOMPARE(freshPools(it, pools.all.mid(3)), 47);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(tableText(it, pools.all.at(i).account.name, PoolsTable::State), whys.at(i));
        QVERIFY(!snapshotOf(it, pools.all.at(i)).package.value);
    }
    const QString summary = it.text("poolsSummaryLabel");
    QVERIFY2(summary.contains(chinese ? u"3 个无法刷新"_s : u"3 cannot be refreshed"_s),
        qPrintable(summary));
    // And on its own page.
    for (int i = 0; i < 3; ++i) {
        it.find<PoolSidebar>("sidebar")->setCurrentPool(pools.all.at(i).account.id);
        it.settle();
        QVERIFY(it.find<QWidget>("errorBanner")->isVisible());
        QCOMPARE(it.text("errorBanner", "headlineLabel"), whys.at(i));
    }
}

void TestFiftyPools::aSlowPoolHoldsUpNobody()
{
    WindowUnderTest it; // with a patience of 15 seconds
    const FiftyPools pools(it);
    QElapsedTimer time;
    time.start();
    it.open(pools.all);
    QTRY_COMPARE_WITH_TIMEOUT(freshPools(it, pools.all.mid(3)), 47, 10'000);
    QTRY_COMPARE(it.refresher.done(), 49);
    QVERIFY(it.refresher.isRunning());
    QVERIFY2(time.elapsed() < 10'000, QByteArray::number(time.elapsed()).constData());
    QCOMPARE(it.text("refreshLabel"), u"Refreshing 50 of 50"_s);
    it.refresher.cancel();
    QVERIFY(it.waitForRefresh());
}

void TestFiftyPools::saysHowFarItIs()
{
    const UiLanguage language = languageOfRow();
    const bool chinese = language == UiLanguage::Chinese;
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {silence()});
    QList<PoolAccess> pools;
    for (int i = 0; i < 12; ++i)
        pools += poolOn(server);
    WindowUnderTest it(language);
    it.open(pools);
    const auto *label = it.find<QLabel>("refreshLabel");
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), chinese ? u"正在刷新第 1 个，共 12 个"_s : u"Refreshing 1 of 12"_s);
    for (const int done : {4, 8}) {
        QTRY_COMPARE(server.hitsOn(packagePath()), done);
        server.answerLate(packagePath(), goodPackage());
        QTRY_COMPARE(it.refresher.done(), done);
        QCOMPARE(label->text(), chinese ? u"正在刷新第 %1 个，共 12 个"_s.arg(done + 1)
                                        : u"Refreshing %1 of 12"_s.arg(done + 1));
    }
    // Whatever else the status bar says for a moment, this stays.
    it.window->statusBar()->showMessage(u"A message"_s);
    it.settle();
    QVERIFY(label->isVisible());
    it.language.set(chinese ? UiLanguage::English : UiLanguage::Chinese);
    QTRY_COMPARE(label->text(), chinese ? u"Refreshing 9 of 12"_s : u"正在刷新第 9 个，共 12 个"_s);
    QTRY_COMPARE(server.hitsOn(packagePath()), 12);
    server.answerLate(packagePath(), goodPackage());
    QVERIFY(it.waitForRefresh());
    QVERIFY(!label->isVisible());
    QCOMPARE(label->text(), QString());
}

void TestFiftyPools::saysNoNumbersOfOnePool()
{
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {silence()});
    WindowUnderTest it;
    it.open(poolOn(server));
    QTRY_COMPARE(server.hitsOn(packagePath()), 1);
    QVERIFY(!it.find<QLabel>("refreshLabel")->isVisible());
    it.refresher.cancel();
    QVERIFY(it.waitForRefresh());
}

void TestFiftyPools::leavesTheRestWhenItIsStopped()
{
    FaultyServer server;
    speakGenAuth(server);
    QList<PoolAccess> pools;
    for (int i = 0; i < 50; ++i)
        pools += poolOn(server);
    WindowUnderTest it;
    it.open(pools);
    QVERIFY(it.waitForRefresh());
    QCOMPARE(freshPools(it, pools), 50);
    it.clock.advance(30min);
    QList<Script> tenAnswers(10, goodPackage());
    tenAnswers.append(silence());
    server.answer(packagePath(), tenAnswers);
    it.window->refresh();
    QTRY_COMPARE(server.hitsOn(packagePath()), 50 + 14); // four wait for their answers
    QTRY_COMPARE(it.refresher.done(), 10);
    QTest::keyClick(it.window.get(), Qt::Key_Escape);
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.statusMessage(), u"Refresh stopped."_s);
    QVERIFY(!it.find<QLabel>("refreshLabel")->isVisible());
    QCOMPARE(freshPools(it, pools), 10);
    for (const PoolAccess &pool : pools) {
        const OperationState<Package> package = snapshotOf(it, pool).package;
        QVERIFY(package.value && !package.error); // all have what they had
    }
    const QString stopped = tableText(it, pools.constFirst().account.name, PoolsTable::Updated);
    QVERIFY2(!stopped.contains(u"refreshing"), qPrintable(stopped));
    QCOMPARE(server.hitsOn(packagePath()), 50 + 14); // nobody else was asked
}

void TestFiftyPools::fiveHundredForTheRecord()
{
    WindowUnderTest it(UiLanguage::English, {.inactivity = 400ms, .deadline = 5s});
    const FiftyPools pools(it, 500);
    const Heartbeat heartbeat;
    QElapsedTimer time;
    time.start();
    it.open(pools.all);
    const qint64 shown = time.elapsed();
    it.find<PoolSidebar>("sidebar")->chooseAllPools();
    QVERIFY(QTest::qWaitFor([&] { return !it.refresher.isRunning(); }, 120'000));
    qInfo("500 pools: shown after %lld ms, refreshed after %lld ms, the longest turn of the event "
          "loop took %lld ms",
        shown, time.elapsed(), heartbeat.longestTurn());
    QCOMPARE(freshPools(it, pools.all.mid(3)), 497);
}

QTEST_MAIN(TestFiftyPools)
#include "tst_fiftypools.moc"
