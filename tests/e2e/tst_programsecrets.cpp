// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/canaries.h"
#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestProgramSecrets : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void appearNowhere_data();
    void appearNowhere();
};

void TestProgramSecrets::appearNowhere_data()
{
    QTest::addColumn<bool>("inAFile");
    QTest::addColumn<Script>("packageAnswer");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("secret in the environment") << false << goodPackage() << 0;
    QTest::newRow("secret in a file") << true << goodPackage() << 0;
    // What goes wrong is logged in more detail than what goes well.
    QTest::newRow("refused") << false << refusal(500, 4021, u"no"_s) << 1;
    QTest::newRow("signed out") << true << refusal(401, 2020) << 1;
    QTest::newRow("broken") << false << sendAndClose("HTTP/1.1 200 OK\r\nContent-Le") << 1;
    QTest::newRow("quoted") << false << refusalQuoting(500, 4021, canaryKey().secret) << 1;
    QTest::newRow("token quoted") << true << refusalQuoting(500, 4021, canaryToken()) << 1;
    QTest::newRow("redirected") << true << redirect(307, "http://127.0.0.1:1/") << 1;
}

void TestProgramSecrets::appearNowhere()
{
    QFETCH(bool, inAFile);
    QFETCH(Script, packageAnswer);
    QFETCH(int, exitCode);
    const QList<QByteArray> canaries = dressesOf(canaryKey().secret) + dressesOfToken();
    FaultyServer server;
    speakGenAuth(server);
    TestHome home;
    home.set(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    home.connectAccount(server.url(), canaryKey().id, inAFile ? QByteArray() : canaryKey().secret);
    const QString secretFile = home.path(u"secret"_s);
    if (inAFile)
        home.set(u"GENAUTH_ACCESS_KEY_SECRET_FILE"_s, home.write(u"secret"_s, canaryKey().secret));

    Program program(
        dashboardProgram(), {u"--screenshot"_s, home.path(u"pictures/window.png"_s)}, home);
    QList<QByteArray> commandLine;
    QStringList files;
    server.answerWith(packagePath(), [&](const RecordedRequest &) {
        commandLine = commandLineOf(program.pid());
        for (const QByteArray &canary : canaries)
            files += home.filesWith(canary);
        return packageAnswer;
    });
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.exitCode, exitCode);

    // The canaries did travel, and the log did say something.
    QVERIFY(server.requestsTo(tokenPath()).value(0).raw.contains(canaryKey().secret));
    QVERIFY(server.requestsTo(packagePath()).value(0).raw.contains(canaryToken()));
    QVERIFY(ended.errors.contains(u"genauth."_s));
    QVERIFY(commandLine.size() >= 3);
    for (const QByteArray &canary : canaries) {
        QVERIFY2(!ended.output.toUtf8().contains(canary), canary.constData());
        QVERIFY2(!ended.errors.toUtf8().contains(canary), canary.constData());
        QVERIFY2(!commandLine.join(' ').contains(canary), canary.constData());
        files += home.filesWith(canary);
    }
    files.removeAll(secretFile);
    QCOMPARE(files, QStringList());
}

QTEST_GUILESS_MAIN(TestProgramSecrets)
#include "tst_programsecrets.moc"
