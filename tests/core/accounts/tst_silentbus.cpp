// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// QtKeychain on a session bus that takes the connection and says nothing. One function in a program
// of its own: the library's one connection to the bus hangs until the program ends.

#include "core/accounts/keychainstore.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/support/heartbeat.h"
#include "tests/support/qtwarnings.h"

#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

class TestSilentBus : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void blocksNothing();
};

void TestSilentBus::blocksNothing()
{
    const QTemporaryDir folder;
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus.fullServerName().toUtf8());
    Heartbeat heartbeat;
    KeychainStore store;
    SecretKeeper keeper(store, 300ms);
    KeeperAnswers answers(keeper);
    QCOMPARE(answers.read(QUuid::createUuid()), "KeychainSilent");
    QCOMPARE(answers.write(QUuid::createUuid(), canarySecrets()), "KeychainSilent");
    QVERIFY(bus.hasPendingConnections());
    QVERIFY2(heartbeat.longestTurn() < 100, qPrintable(QString::number(heartbeat.longestTurn())));
}

QTEST_GUILESS_MAIN(TestSilentBus)
#include "tst_silentbus.moc"
