// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/platform/faketraywatcher.h"
#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/e2e/virtualdesktop.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using Sight = WindowKeeper::Sight;

namespace {

constexpr int Patience = 20'000;

} // namespace

/** Wherever the tray is, the program is never running and nowhere to be found: seen from outside,
 *  on a display and a bus of the test's own. */
class TestProgramTray : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void isMinimizedWithoutTray();
    void isMinimizedWithoutBus();
    void isMinimizedWhileTheWatcherHangs();
    void hidesInATray();
    void hidesInATrayThatComes();
    void staysWhenLookedAtBefore();
    void comesBackWithoutTray_data();
    void comesBackWithoutTray();
    void closesIntoTheTray();
    void endsWhenClosedWithoutTray();
    void findsTheNextTray();
    void comesBackWithoutBus(); // the last: it takes away the bus of all

private:
    using Watcher = std::unique_ptr<FakeTrayWatcher>;

    void start(const QStringList &arguments = {});
    [[nodiscard]] Sight sight() { return m_desktop->windows().sightOf(m_program->pid()); }
    [[nodiscard]] Watcher tray() { return std::make_unique<FakeTrayWatcher>(true); }
    /** Until the program has its icon there, and has turned its event loop since it was told of the
     *  host. */
    void waitUntilKnown(const FakeTrayWatcher &watcher);
    /** Clicks the icon that came last. */
    void click(const FakeTrayWatcher &watcher);
    /** What came of it. The program may hear of the click before it hears that it is minimized:
     *  then it takes another one. */
    [[nodiscard]] Sight clickWhileMinimized(const FakeTrayWatcher &watcher);

    std::unique_ptr<PrivateKeyring> m_bus; // without a keyring
    std::unique_ptr<VirtualDesktop> m_desktop;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<Program> m_program;
};

void TestProgramTray::initTestCase()
{
    m_bus = std::make_unique<PrivateKeyring>();
    m_bus->useInThisProcess();
    m_desktop = std::make_unique<VirtualDesktop>();
}

void TestProgramTray::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_home = std::make_unique<TestHome>();
    m_home->connectAccount(m_server->url(), canaryKey().id, canaryKey().secret);
    m_home->set(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->busAddress());
    m_desktop->addTo(*m_home);
    m_home->write(u".config/genauth-dashboard/dashboard.ini"_s, "[window]\ncloseToTray=true\n");
}

void TestProgramTray::cleanup()
{
    m_program.reset();
    m_home.reset();
    m_server.reset();
}

void TestProgramTray::start(const QStringList &arguments)
{
    m_program = std::make_unique<Program>(
        dashboardProgram(), QStringList{u"--lang=en"_s} + arguments, *m_home);
}

void TestProgramTray::waitUntilKnown(const FakeTrayWatcher &watcher)
{
    QTRY_COMPARE_WITH_TIMEOUT(watcher.items().size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(watcher.looks() > 0, Patience);
    QDBusMessage ask = QDBusMessage::createMethodCall(watcher.items().constLast(),
        u"/StatusNotifierItem"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << u"org.kde.StatusNotifierItem"_s << u"Status"_s;
    const QDBusPendingCall answer = QDBusConnection::sessionBus().asyncCall(ask);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), Patience);
    QVERIFY(!answer.isError());
}

void TestProgramTray::click(const FakeTrayWatcher &watcher)
{
    QDBusMessage activate = QDBusMessage::createMethodCall(watcher.items().constLast(),
        u"/StatusNotifierItem"_s, u"org.kde.StatusNotifierItem"_s, u"Activate"_s);
    activate << 0 << 0;
    QVERIFY(QDBusConnection::sessionBus().send(activate));
}

Sight TestProgramTray::clickWhileMinimized(const FakeTrayWatcher &watcher)
{
    if (sight() == Sight::Minimized)
        click(watcher);
    static_cast<void>(QTest::qWaitFor([this] { return sight() != Sight::Minimized; }, 1000));
    return sight();
}

void TestProgramTray::isMinimizedWithoutTray()
{
    FakeTrayWatcher empty(false);
    start({u"--minimized"_s});
    QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::Minimized, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hitsOn(packagePath()) == 1, Patience);
    QVERIFY(empty.looks() > 0);
    QCOMPARE(sight(), Sight::Minimized);
}

void TestProgramTray::isMinimizedWithoutBus()
{
    m_home->set(u"DBUS_SESSION_BUS_ADDRESS"_s, noBusAddress());
    start({u"--minimized"_s});
    QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::Minimized, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hitsOn(packagePath()) == 1, Patience);
    QCOMPARE(sight(), Sight::Minimized);
}

void TestProgramTray::isMinimizedWhileTheWatcherHangs()
{
    HangingTrayWatcher watcher;
    start({u"--minimized"_s});
    QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::Minimized, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hitsOn(packagePath()) == 1, Patience);
    QCOMPARE(sight(), Sight::Minimized);
}

void TestProgramTray::hidesInATray()
{
    const Watcher watcher = tray();
    start({u"--minimized"_s});
    waitUntilKnown(*watcher);
    QTRY_COMPARE(sight(), Sight::None);
    click(*watcher);
    QTRY_COMPARE(sight(), Sight::OnScreen);
}

void TestProgramTray::hidesInATrayThatComes()
{
    FakeTrayWatcher watcher(false);
    start({u"--minimized"_s});
    QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::Minimized, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(watcher.looks() > 0, Patience);
    watcher.setHost(true);
    QTRY_COMPARE(sight(), Sight::None);
    QCOMPARE(watcher.items().size(), 1);
}

void TestProgramTray::staysWhenLookedAtBefore()
{
    start();
    QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::OnScreen, Patience);
    const Watcher watcher = tray();
    waitUntilKnown(*watcher);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hitsOn(packagePath()) == 1, Patience);
    QCOMPARE(sight(), Sight::OnScreen);
}

void TestProgramTray::comesBackWithoutTray_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("the host goes") << u"host"_s;
    QTest::newRow("the watcher goes") << u"watcher"_s;
    QTest::newRow("the watcher is followed by one that hangs") << u"hang"_s;
}

void TestProgramTray::comesBackWithoutTray()
{
    QFETCH(QString, what);
    Watcher watcher = tray();
    start();
    waitUntilKnown(*watcher);
    QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::OnScreen, Patience);
    m_desktop->windows().close(m_program->pid());
    QTRY_COMPARE(sight(), Sight::None);
    std::unique_ptr<HangingTrayWatcher> hanging;
    if (what == u"host"_s)
        watcher->setHost(false);
    else
        watcher.reset();
    if (what == u"hang"_s)
        hanging = std::make_unique<HangingTrayWatcher>();
    QTRY_COMPARE(sight(), Sight::OnScreen);
}

void TestProgramTray::closesIntoTheTray()
{
    const Watcher watcher = tray();
    start();
    waitUntilKnown(*watcher);
    for (int time = 0; time < 3; ++time) {
        QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::OnScreen, Patience);
        m_desktop->windows().close(m_program->pid());
        QTRY_COMPARE(sight(), Sight::None);
        QVERIFY(!m_program->hasEnded());
        click(*watcher);
    }
    QTRY_COMPARE(sight(), Sight::OnScreen);
    // Minimized it is no less than hidden: a click brings it.
    m_desktop->windows().minimize(m_program->pid());
    QTRY_COMPARE(sight(), Sight::Minimized);
    QTRY_COMPARE(clickWhileMinimized(*watcher), Sight::OnScreen);
}

void TestProgramTray::endsWhenClosedWithoutTray()
{
    const Watcher watcher = tray();
    start();
    waitUntilKnown(*watcher);
    QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::OnScreen, Patience);
    const int looks = watcher->looks();
    watcher->setHost(false);
    QTRY_VERIFY_WITH_TIMEOUT(watcher->looks() > looks, Patience);
    // A window that hid before the answer came is back, to be closed again.
    for (int time = 0; time < 3 && !m_program->hasEnded(); ++time) {
        QTRY_COMPARE_WITH_TIMEOUT(sight(), Sight::OnScreen, Patience);
        m_desktop->windows().close(m_program->pid());
        static_cast<void>(QTest::qWaitFor(
            [this] { return m_program->hasEnded() || sight() == Sight::None; }, Patience));
        static_cast<void>(QTest::qWaitFor(
            [this] { return m_program->hasEnded() || sight() == Sight::OnScreen; }, Patience));
    }
    QVERIFY(m_program->hasEnded());
    QCOMPARE(m_program->waitForEnd().exitCode, 0);
}

void TestProgramTray::findsTheNextTray()
{
    Watcher watcher = tray();
    start({u"--minimized"_s});
    waitUntilKnown(*watcher);
    QTRY_COMPARE(sight(), Sight::None);
    watcher.reset();
    // Nobody has opened it yet, and it is not pushed in anybody's face now.
    QTRY_COMPARE(sight(), Sight::Minimized);
    watcher = tray();
    waitUntilKnown(*watcher);
    QTRY_COMPARE(clickWhileMinimized(*watcher), Sight::OnScreen);
    for (int time = 0; time < 3; ++time) {
        m_desktop->windows().close(m_program->pid());
        QTRY_COMPARE(sight(), Sight::None);
        watcher.reset();
        QTRY_COMPARE(sight(), Sight::OnScreen);
        watcher = tray();
        waitUntilKnown(*watcher);
    }
    QVERIFY(!m_program->hasEnded());
}

void TestProgramTray::comesBackWithoutBus()
{
    const Watcher watcher = tray();
    start({u"--minimized"_s});
    waitUntilKnown(*watcher);
    QTRY_COMPARE(sight(), Sight::None);
    m_bus->stopBus();
    QTRY_COMPARE(sight(), Sight::Minimized);
    QVERIFY(!m_program->hasEnded());
}

QTEST_GUILESS_MAIN(TestProgramTray)
#include "tst_programtray.moc"
