// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/trayhost.h"
#include "app/platform/trayicon.h"

#include "tests/app/platform/faketraywatcher.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QIcon>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using State = TrayHost::State;

class TestTrayHost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_bus.useInThisProcess(); }
    void init();
    void cleanup();

    void seesHostThatIsThere();
    void seesWatcherComeAndGo();
    void seesHostComeAndGo();
    void believesTheWatcherAlone();
    void doesNotKnowWhileTheWatcherHangs();
    void mayGoAtAnyTime();
    void showsNoIconOffscreen();

private:
    PrivateKeyring m_bus; // without a keyring
    std::unique_ptr<TrayHost> m_host;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestTrayHost::init()
{
    failOnQtWarnings();
    m_host = std::make_unique<TrayHost>();
    m_changed = std::make_unique<QSignalSpy>(m_host.get(), &TrayHost::changed);
    QTRY_COMPARE(m_host->state(), State::Absent);
}

void TestTrayHost::cleanup()
{
    m_changed.reset();
    m_host.reset();
}

void TestTrayHost::seesHostThatIsThere()
{
    const FakeTrayWatcher watcher(true);
    const TrayHost host;
    QCOMPARE(host.state(), State::Unknown);
    QTRY_COMPARE(host.state(), State::Present);
}

void TestTrayHost::seesWatcherComeAndGo()
{
    for (int time = 0; time < 3; ++time) {
        auto watcher = std::make_unique<FakeTrayWatcher>(true);
        QTRY_COMPARE(m_host->state(), State::Present);
        watcher.reset();
        QTRY_COMPARE(m_host->state(), State::Absent);
    }
}

void TestTrayHost::seesHostComeAndGo()
{
    FakeTrayWatcher watcher(false);
    QTRY_VERIFY(watcher.looks() > 0);
    QTRY_COMPARE(m_host->state(), State::Absent);
    for (int time = 0; time < 3; ++time) {
        watcher.setHost(true);
        QTRY_COMPARE(m_host->state(), State::Present);
        watcher.setHost(false);
        QTRY_COMPARE(m_host->state(), State::Absent);
    }
}

void TestTrayHost::believesTheWatcherAlone()
{
    FakeTrayWatcher watcher(false);
    QTRY_VERIFY(watcher.looks() > 0);
    QTRY_COMPARE(m_host->state(), State::Absent);
    m_changed->clear();
    const int looks = watcher.looks();
    emit watcher.StatusNotifierHostRegistered(); // and yet there is none
    QTRY_VERIFY(watcher.looks() > looks);
    QVERIFY(!m_changed->wait(100));
    QCOMPARE(m_host->state(), State::Absent);
}

void TestTrayHost::doesNotKnowWhileTheWatcherHangs()
{
    HangingTrayWatcher watcher;
    QTRY_COMPARE(m_host->state(), State::Unknown);
    QVERIFY(!m_changed->wait(100));
    watcher.go();
    QTRY_COMPARE(m_host->state(), State::Absent);
}

void TestTrayHost::mayGoAtAnyTime()
{
    const FakeTrayWatcher watcher(true);
    for (int time = 0; time < 20; ++time)
        const TrayHost gone;
    TrayHost asking;
    QTRY_COMPARE(asking.state(), State::Present);
}

void TestTrayHost::showsNoIconOffscreen()
{
    const FakeTrayWatcher watcher(true);
    TrayIcon icon;
    QSignalSpy changed(&icon, &TrayIcon::shownChanged);
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::red);
    icon.setIcon(QIcon(pixmap));
    QTRY_COMPARE(m_host->state(), State::Present);
    QVERIFY(!changed.wait(100));
    QVERIFY(!icon.isShown());
    QVERIFY(!icon.needsRestart());
    QVERIFY(watcher.items().isEmpty());
}

QTEST_MAIN(TestTrayHost)
#include "tst_trayhost.moc"
