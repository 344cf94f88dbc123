// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/keyringwatch.h"

#include "tests/support/heartbeat.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;

class TestKeyringWatchNoBus : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void staysQuietWithoutBus();
};

void TestKeyringWatchNoBus::staysQuietWithoutBus()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", noBusAddress().toUtf8());
    Heartbeat heartbeat;
    KeyringWatch watch;
    QSignalSpy changed(&watch, &KeyringWatch::changed);
    QVERIFY(!changed.wait(200));
    QVERIFY(!watch.isListening());
    QVERIFY2(heartbeat.longestTurn() < 100, qPrintable(QString::number(heartbeat.longestTurn())));
}

QTEST_GUILESS_MAIN(TestKeyringWatchNoBus)
#include "tst_keyringwatchnobus.moc"
