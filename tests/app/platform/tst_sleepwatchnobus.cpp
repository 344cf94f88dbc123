// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/sleepwatch.h"

#include "tests/support/fakeclock.h"
#include "tests/support/heartbeat.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestSleepWatchNoBus : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void goesByTheClocksWithoutABus();
};

void TestSleepWatchNoBus::goesByTheClocksWithoutABus()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", noBusAddress().toUtf8());
    Heartbeat heartbeat;
    FakeClock clock;
    SleepWatch watch(clock);
    QSignalSpy woke(&watch, &SleepWatch::wokeUp);
    QVERIFY(!woke.wait(200));
    QVERIFY(!watch.isListening());
    QVERIFY2(heartbeat.longestTurn() < 100, qPrintable(QString::number(heartbeat.longestTurn())));
    clock.advance(3h);
    watch.lookAtClocks();
    QCOMPARE(woke.count(), 1);
}

QTEST_GUILESS_MAIN(TestSleepWatchNoBus)
#include "tst_sleepwatchnobus.moc"
