// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/notifier.h"

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
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestNotifierSilentBus : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void fallsBackWhileBusIsSilent();
};

void TestNotifierSilentBus::fallsBackWhileBusIsSilent()
{
    const QTemporaryDir folder;
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus.fullServerName().toUtf8());
    QSignalSpy asked(&bus, &QLocalServer::newConnection);
    Heartbeat heartbeat;
    auto notifier = std::make_unique<Notifier>(Notifier::Limits{200ms, 60s});
    QStringList told;
    notifier->setFallback(
        [&](const DesktopNotification &notification) { told << notification.key; });
    QTRY_COMPARE(asked.count(), 1); // it waits for a word of welcome now
    DesktopNotification notification;
    for (const auto &key : {u"a"_s, u"b"_s, u"taken back"_s, u"a"_s}) {
        notification.key = key;
        notifier->notify(notification);
    }
    notifier->withdraw(u"taken back"_s);
    QCOMPARE(told, QStringList());
    QTRY_COMPARE(told, (QStringList{u"b"_s, u"a"_s}));
    notification.key = u"c"_s;
    notifier->notify(notification);
    QTRY_COMPARE(told.constLast(), u"c"_s);
    notifier.reset();
    QVERIFY2(heartbeat.longestTurn() < 100, qPrintable(QString::number(heartbeat.longestTurn())));
    // Else this program would end only when Qt has given up.
    bus.nextPendingConnection()->abort();
}

QTEST_GUILESS_MAIN(TestNotifierSilentBus)
#include "tst_notifiersilentbus.moc"
