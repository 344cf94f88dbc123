// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/keyringstage.h"
#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/e2e/virtualdesktop.h"
#include "tests/support/fakesecretservice.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 10;
/** For a start that only hands over, on a busy machine, and sanitized. It took a tenth of this. */
constexpr qint64 LongestHandOver = 4000;
constexpr int Patience = 20'000;

} // namespace

/** The program of one user runs once, however often it is started, and however it ends. */
class TestProgramInstance : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneOfTwoStartsStays();
    void laterStartBringsTheWindow();
    void killedOneLeavesNoLock();
    void refreshIsHandedOver();

private:
    using Start = std::unique_ptr<Program>;

    [[nodiscard]] Start start(const QStringList &more = {})
    {
        return std::make_unique<Program>(
            dashboardProgram(), QStringList{u"--lang=en"_s} + more, *m_home);
    }
    /** Starts it once more: it has ended without a word, and soon. */
    [[nodiscard]] bool handsOver(const QStringList &more = {});
    [[nodiscard]] bool isOnScreen(const Start &program)
    {
        return m_desktop.windows().sightOf(program->pid()) == WindowKeeper::Sight::OnScreen;
    }

    VirtualDesktop m_desktop;
    std::unique_ptr<TestHome> m_home;
};

void TestProgramInstance::init()
{
    failOnQtWarnings();
    m_home = std::make_unique<TestHome>();
    m_home->set(u"DBUS_SESSION_BUS_ADDRESS"_s, noBusAddress());
    m_desktop.addTo(*m_home);
}

bool TestProgramInstance::handsOver(const QStringList &more)
{
    QElapsedTimer clock;
    clock.start();
    const Ended ended = start(more)->waitForEnd();
    return ended.exitCode == 0 && (ended.output + ended.errors).isEmpty() &&
           clock.elapsed() < LongestHandOver;
}

void TestProgramInstance::oneOfTwoStartsStays()
{
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        Start one = start();
        Start two = start();
        QTRY_VERIFY_WITH_TIMEOUT(one->hasEnded() || two->hasEnded(), Patience);
        QVERIFY2(clock.elapsed() < LongestHandOver, qPrintable(QString::number(clock.elapsed())));
        if (one->hasEnded())
            std::swap(one, two);
        const Ended ended = two->waitForEnd();
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.output + ended.errors, QString());
        QTRY_VERIFY_WITH_TIMEOUT(isOnScreen(one), Patience);
        QVERIFY(!one->hasEnded());
        QCOMPARE(m_home->processes(), QList<qint64>{one->pid()});
        // And by this way it is raised: see the next test.
        one->kill();
        QTRY_VERIFY_WITH_TIMEOUT(one->hasEnded(), Patience);
    }
}

void TestProgramInstance::laterStartBringsTheWindow()
{
    const Start first = start({u"--minimized"_s});
    const auto sight = [&] { return m_desktop.windows().sightOf(first->pid()); };
    QTRY_COMPARE_WITH_TIMEOUT(sight(), WindowKeeper::Sight::Minimized, Patience);
    // One that is to be seen by nobody brings nothing.
    QVERIFY(handsOver({u"--minimized"_s}));
    QVERIFY(handsOver({u"--minimized"_s})); // by now the first has done what it does
    QCOMPARE(sight(), WindowKeeper::Sight::Minimized);
    QVERIFY(handsOver());
    QTRY_COMPARE(sight(), WindowKeeper::Sight::OnScreen);
    for (int round = 0; round < Rounds; ++round) {
        m_desktop.windows().cover();
        QVERIFY(!m_desktop.windows().isOnTop(first->pid()));
        QVERIFY(handsOver());
        QTRY_VERIFY(m_desktop.windows().isOnTop(first->pid()));
    }
    QCOMPARE(m_home->processes(), QList<qint64>{first->pid()});
}

void TestProgramInstance::killedOneLeavesNoLock()
{
    for (int round = 0; round < 3; ++round) {
        const Start first = start();
        QTRY_VERIFY_WITH_TIMEOUT(isOnScreen(first), Patience);
        QVERIFY(handsOver()); // it had the lock
        first->kill();
        const Start next = start(); // at once
        QTRY_VERIFY_WITH_TIMEOUT(isOnScreen(next), Patience);
        QVERIFY(first->hasEnded());
        next->kill();
        QTRY_VERIFY(next->hasEnded());
    }
}

void TestProgramInstance::refreshIsHandedOver()
{
    const PrivateKeyring bus; // without a keyring
    const FakeSecretService secrets(bus.busAddress());
    KeyringStage stage(bus.busAddress());
    stage.home.set(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QVERIFY2(stage.start(), stage.program->trouble());
    QVERIFY2(stage.connectPool(u"Mine"_s, stage.server), stage.program->trouble());
    QVERIFY2(stage.showsPackage(), stage.program->trouble());
    // What a pool has just been asked is not asked again: an early start is followed by another.
    QVERIFY2(stage.program->waitUntil([&] {
        const int before = stage.server.hitsOn(packagePath());
        const Ended ended =
            runDashboard({u"--lang=en"_s, u"--refresh"_s, u"--minimized"_s}, stage.home);
        return ended.exitCode == 0 &&
               stage.program->waitUntil([&] { return stage.server.hitsOn(packagePath()) > before; },
                   std::chrono::seconds(1));
    }),
        stage.program->trouble());
    QCOMPARE(stage.quit(), QString());
}

QTEST_GUILESS_MAIN(TestProgramInstance)
#include "tst_programinstance.moc"
