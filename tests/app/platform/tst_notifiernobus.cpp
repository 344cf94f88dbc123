// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/notifier.h"

#include "tests/support/heartbeat.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestNotifierNoBus : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void fallsBackWithoutBus();
};

void TestNotifierNoBus::fallsBackWithoutBus()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", noBusAddress().toUtf8());
    Heartbeat heartbeat;
    Notifier notifier({60s, 60s});
    QList<DesktopNotification> told;
    notifier.setFallback([&](const DesktopNotification &notification) { told << notification; });
    DesktopNotification notification;
    notification.key = u"early"_s;
    notification.title = u"生产环境 <b>"_s;
    notifier.notify(notification);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().title, notification.title);
    notification.key = u"late"_s;
    notifier.notify(notification);
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told.constLast().key, u"late"_s);
    notifier.withdraw(u"late"_s);
    QVERIFY2(heartbeat.longestTurn() < 100, qPrintable(QString::number(heartbeat.longestTurn())));
}

QTEST_GUILESS_MAIN(TestNotifierNoBus)
#include "tst_notifiernobus.moc"
