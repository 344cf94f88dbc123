// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/progressline.h"
#include "app/sandbox/sandboxserver.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto PackageOperation = u"get-current-package-info";

SandboxOptions onePool()
{
    SandboxOptions options;
    options.poolCount = 1;
    return options;
}

/** A good answer, and from then on silence. */
void answerOnce(FaultyServer &server)
{
    speakGenAuth(server);
    server.answer(packagePath(), {goodPackage(), silence()});
}

} // namespace

/** What the window does when it is clicked and typed on. */
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void opensBeforeAnyAnswer();
    void saysWhyItIsEmpty();
    void refreshes_data();
    void refreshes();
    void cannotRefreshWhileItDoes();
    void asksNobodyWithinFiveSeconds();
    void believesAClockThatWasSetBack();
    void keepsOldDataWhileItRefreshes();
    void stops_data();
    void stops();
    void asksNoMoreOnceStopped();
    void followsTheClock();
    void tellsOfAClockThatIsWrong();
    void saysWhatIsMadeUp();
    void closesWhileItRefreshes();
};

void TestMainWindow::opensBeforeAnyAnswer()
{
    FaultyServer server;
    server.answerRest(silence());
    WindowUnderTest it;
    it.open(poolOn(server));
    QVERIFY(it.window->isVisible());
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(it.text("packageNameLabel"), u"Asking 127.0.0.1…"_s);
    QCOMPARE(it.text("mauQuantityCard", "valueLabel"), u"unknown"_s);
    QVERIFY(it.find<ProgressLine>("progressLine")->isActive());
    QVERIFY(it.text("freshnessLabel").startsWith(u"Refreshing…"_s));
    QVERIFY(!it.find<QWidget>("statusBanner")->isVisible());
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
}

void TestMainWindow::saysWhyItIsEmpty()
{
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.window->show();
    QVERIFY(it.find<QWidget>("welcomePage")->isVisible());
    QCOMPARE(it.text("welcomeHeadlineLabel"), u"Know before your package ends"_s);
    // Beside this test lies no genauth-sandbox.
    it.find<QPushButton>("exploreDemoButton")->click();
    QCOMPARE(it.text("welcomeHeadlineLabel"), u"Starting the demo…"_s);
    QVERIFY(!it.find<QPushButton>("exploreDemoButton")->isEnabled());
    QTRY_COMPARE(it.text("welcomeHeadlineLabel"), u"The demo could not be started"_s);
    QVERIFY(it.find<QPushButton>("exploreDemoButton")->isEnabled());
    QVERIFY(!it.find<QAction>("refreshAction")->isEnabled());
    QCOMPARE(it.text("freshnessLabel"), QString());
    it.window->refresh();
    QVERIFY(!it.refresher.isRunning());

    SandboxServer server(onePool());
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(!it.find<QWidget>("welcomePage")->isVisible());
    QVERIFY(it.find<QWidget>("packagePage")->isVisible());
}

void TestMainWindow::refreshes_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"F5", "Ctrl+R", "button", "button by keyboard", "menu"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void TestMainWindow::refreshes()
{
    QFETCH(QString, by);
    SandboxServer server(onePool());
    QVERIFY(server.listen());
    WindowUnderTest it;
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QCOMPARE(server.requestCount(PackageOperation), 1);
    it.clock.advance(5s);

    auto *button = it.find<QToolButton>("refreshButton");
    if (by == "F5"_L1) {
        QTest::keyClick(it.window.get(), Qt::Key_F5);
    } else if (by == "Ctrl+R"_L1) {
        QTest::keyClick(it.window.get(), Qt::Key_R, Qt::ControlModifier);
    } else if (by == "button"_L1) {
        QTest::mouseClick(button, Qt::LeftButton);
    } else if (by == "button by keyboard"_L1) {
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
    } else {
        // The offscreen platform warns about every menu that opens, so none is opened.
        const QList<QAction *> menus = it.window->menuBar()->actions();
        auto *action = it.find<QAction>("refreshAction");
        QVERIFY(menus.constFirst()->menu()->actions().contains(action));
        action->trigger();
    }
    QVERIFY(it.refresher.isRunning());
    QVERIFY(it.waitForRefresh());
    QCOMPARE(server.requestCount(PackageOperation), 2);
    QVERIFY(!it.find<ProgressLine>("progressLine")->isActive());
    QVERIFY(it.text("freshnessLabel").startsWith(u"Updated just now"_s));
}

void TestMainWindow::cannotRefreshWhileItDoes()
{
    FaultyServer server;
    server.answerRest(silence());
    WindowUnderTest it;
    it.open(poolOn(server));
    QTRY_COMPARE(server.requests().size(), 1);
    it.clock.advance(1h);
    QVERIFY(!it.find<QAction>("refreshAction")->isEnabled());
    QVERIFY(!it.find<QToolButton>("refreshButton")->isEnabled());
    QVERIFY(it.find<QToolButton>("stopButton")->isVisible());
    QVERIFY(it.find<QToolButton>("stopButton")->isEnabled());
    QTest::keyClick(it.window.get(), Qt::Key_F5);
    QTest::mouseClick(it.find<QToolButton>("refreshButton"), Qt::LeftButton);
    it.window->refresh();
    QCoreApplication::processEvents();
    QCOMPARE(server.requests().size(), 1);
    it.refresher.cancel();
    QVERIFY(it.waitForRefresh());
    QVERIFY(it.find<QAction>("refreshAction")->isEnabled());
    QVERIFY(!it.find<QToolButton>("stopButton")->isVisible());
}

void TestMainWindow::asksNobodyWithinFiveSeconds()
{
    SandboxServer server(onePool());
    QVERIFY(server.listen());
    WindowUnderTest it;
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(it.statusMessage().isEmpty());
    for (const auto passed : {0ms, 2500ms, 2499ms}) {
        it.clock.advance(passed);
        QTest::keyClick(it.window.get(), Qt::Key_F5);
        QCOMPARE(it.statusMessage(), u"Refreshed a moment ago; nothing was asked again."_s);
        QVERIFY(!it.refresher.isRunning());
        QCOMPARE(server.requestCount(PackageOperation), 1);
        QVERIFY(it.find<QAction>("refreshAction")->isEnabled());
    }
    it.clock.advance(1ms);
    QTest::keyClick(it.window.get(), Qt::Key_F5);
    QVERIFY(it.statusMessage().isEmpty());
    QVERIFY(it.waitForRefresh());
    QCOMPARE(server.requestCount(PackageOperation), 2);
    // And again from this start on.
    it.clock.advance(4s);
    QTest::keyClick(it.window.get(), Qt::Key_F5);
    QVERIFY(!it.statusMessage().isEmpty());
    QVERIFY(!it.refresher.isRunning());
}

void TestMainWindow::believesAClockThatWasSetBack()
{
    SandboxServer server(onePool());
    QVERIFY(server.listen());
    WindowUnderTest it;
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    it.clock.advance(-24h);
    QTest::keyClick(it.window.get(), Qt::Key_F5);
    QVERIFY(it.refresher.isRunning());
    QVERIFY(it.waitForRefresh());
    QCOMPARE(server.requestCount(PackageOperation), 2);
    QVERIFY(it.text("freshnessLabel").startsWith(u"Updated just now"_s));
}

void TestMainWindow::keepsOldDataWhileItRefreshes()
{
    FaultyServer server;
    answerOnce(server);
    WindowUnderTest it;
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    const QString facts = it.facts();
    QVERIFY(facts.contains(u"Enterprise package"_s) && facts.contains(u"99.00"_s));
    it.clock.advance(5s);
    QTest::keyClick(it.window.get(), Qt::Key_F5);
    QTRY_COMPARE(server.hitsOn(packagePath()), 2);
    QCOMPARE(it.facts(), facts);
    QVERIFY(it.text("freshnessLabel").startsWith(u"Refreshing…"_s));
    QTest::keyClick(it.window.get(), Qt::Key_Escape);
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.facts(), facts);
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
}

void TestMainWindow::stops_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"Esc", "button", "action"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void TestMainWindow::stops()
{
    QFETCH(QString, by);
    FaultyServer server;
    answerOnce(server);
    WindowUnderTest it;
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(!it.find<QAction>("stopAction")->isEnabled());
    it.clock.advance(5s);
    it.window->refresh();
    QTRY_COMPARE(server.hitsOn(packagePath()), 2);

    if (by == "Esc"_L1)
        QTest::keyClick(it.window.get(), Qt::Key_Escape);
    else if (by == "button"_L1)
        QTest::mouseClick(it.find<QToolButton>("stopButton"), Qt::LeftButton);
    else
        it.find<QAction>("stopAction")->trigger();
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.statusMessage(), u"Refresh stopped."_s);
    QVERIFY(!it.find<ProgressLine>("progressLine")->isActive());
    QVERIFY(it.find<QAction>("refreshAction")->isEnabled());
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestMainWindow::asksNoMoreOnceStopped()
{
    FaultyServer server;
    server.answerRest(silence());
    WindowUnderTest it;
    it.open(poolOn(server));
    QTRY_COMPARE(server.requests().size(), 1);
    QTest::keyClick(it.window.get(), Qt::Key_Escape);
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.text("packageNameLabel"), u"Not asked yet"_s);
    QVERIFY(it.text("freshnessLabel").startsWith(u"Not updated yet"_s));
}

void TestMainWindow::followsTheClock()
{
    FaultyServer server;
    speakGenAuth(server);
    const QDateTime end(QDate(2026, 11, 10), QTime(16, 0), Qt::UTC); // of samplePackage()
    WindowUnderTest it;
    it.clock.set(end.addMSecs(-200));
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.text("statusBanner", "headlineLabel"), u"Ends in less than an hour"_s);
    it.clock.set(end);
    QTRY_COMPARE(it.text("statusBanner", "headlineLabel"), u"The package has ended"_s);
    QCOMPARE(it.text("overdueCard", "valueLabel"), u"0 days"_s);
    QCOMPARE(server.hitsOn(packagePath()), 1);
}

void TestMainWindow::tellsOfAClockThatIsWrong()
{
    SandboxOptions options = onePool();
    WindowUnderTest it;
    options.now = [&it] { return it.clock.nowUtc().addSecs(7200); };
    SandboxServer server(options);
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY2(
        it.text("freshnessLabel")
            .startsWith(
                u"Updated just now  ·  your clock differs from GenAuth's by 2 h  ·  next in 60 min  ·  "_s),
        qPrintable(it.text("freshnessLabel")));
}

void TestMainWindow::saysWhatIsMadeUp()
{
    WindowUnderTest demo;
    demo.window->show();
    QVERIFY(demo.find<QLabel>("demoLabel")->isVisible());
    QCOMPARE(demo.text("demoLabel"), u"Demo data"_s);
    QCOMPARE(demo.window->windowTitle(), u"GenAuth Package Dashboard – Demo data"_s);
    WindowUnderTest real(UiLanguage::English, {}, DataOrigin::RealPools);
    real.window->show();
    QVERIFY(!real.find<QLabel>("demoLabel")->isVisible());
    QCOMPARE(real.window->windowTitle(), u"GenAuth Package Dashboard"_s);
}

void TestMainWindow::closesWhileItRefreshes()
{
    FaultyServer server;
    server.answerRest(silence());
    WindowUnderTest it;
    it.open(poolOn(server));
    it.window->resize(900, 600);
    QTRY_COMPARE(server.requests().size(), 1);
    QTest::keyClick(it.window.get(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!it.window->isVisible());
    QVERIFY(it.waitForRefresh());
    // Where it stood is remembered.
    MainWindow next({it.model, it.refresher, it.scheduler, it.session, it.pools, it.store,
        it.alerts, it.language, it.theme, it.settings, it.clock});
    QCOMPARE(next.size(), QSize(900, 600));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
