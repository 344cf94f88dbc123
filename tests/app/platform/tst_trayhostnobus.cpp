// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/trayhost.h"
#include "app/platform/trayicon.h"

#include "tests/support/heartbeat.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QIcon>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestTrayHostNoBus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", noBusAddress().toUtf8()); }
    void init() { failOnQtWarnings(); }

    void knowsThatThereIsNoHost();
    void showsNoIcon();
};

void TestTrayHostNoBus::knowsThatThereIsNoHost()
{
    Heartbeat heartbeat;
    TrayHost host;
    QSignalSpy changed(&host, &TrayHost::changed);
    QCOMPARE(host.state(), TrayHost::State::Unknown);
    QTRY_COMPARE(host.state(), TrayHost::State::Absent);
    QCOMPARE(changed.count(), 1);
    QVERIFY2(heartbeat.longestTurn() < 1000, qPrintable(QString::number(heartbeat.longestTurn())));
}

void TestTrayHostNoBus::showsNoIcon()
{
    TrayIcon icon(nullptr, 1ms);
    QSignalSpy changed(&icon, &TrayIcon::shownChanged);
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::red);
    icon.setIcon(QIcon(pixmap));
    QVERIFY(!changed.wait(300));
    QVERIFY(!icon.isShown());
    QVERIFY(!icon.needsRestart());
    icon.showMessage(QStringLiteral("title"), QStringLiteral("body"));
}

QTEST_MAIN(TestTrayHostNoBus)
#include "tst_trayhostnobus.moc"
