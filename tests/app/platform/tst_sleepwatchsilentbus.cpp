// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/sleepwatch.h"

#include "tests/support/fakeclock.h"
#include "tests/support/heartbeat.h"
#include "tests/support/qtwarnings.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;

class TestSleepWatchSilentBus : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void blocksNothingWhileBusIsSilent();
};

void TestSleepWatchSilentBus::blocksNothingWhileBusIsSilent()
{
    const QTemporaryDir folder;
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + bus.fullServerName().toUtf8());
    QSignalSpy asked(&bus, &QLocalServer::newConnection);
    Heartbeat heartbeat;
    const FakeClock clock;
    auto watch = std::make_unique<SleepWatch>(clock);
    QTRY_COMPARE(asked.count(), 1); // it waits for a word of welcome now
    QSignalSpy woke(watch.get(), &SleepWatch::wokeUp);
    QVERIFY(!woke.wait(300));
    QVERIFY(!watch->isListening());
    watch.reset();
    QVERIFY2(heartbeat.longestTurn() < 100, qPrintable(QString::number(heartbeat.longestTurn())));
    // Else this program would end only when Qt has given up.
    bus.nextPendingConnection()->abort();
}

QTEST_GUILESS_MAIN(TestSleepWatchSilentBus)
#include "tst_sleepwatchsilentbus.moc"
