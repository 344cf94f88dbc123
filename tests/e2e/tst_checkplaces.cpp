// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/checkstage.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** genauth-check wherever it is run from. */
class TestCheckPlaces : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void linksNothingOfAScreen();
    void runsInABareEnvironment();
    void anyZoneIsFine_data();
    void anyZoneIsFine();
    void asksForNoMoreThanItNeeds_data();
    void asksForNoMoreThanItNeeds();
    void speaksAsTheDashboardDoes();
    void knowsNoColourButAtATerminal();
    void saysWhatItDoes();
    void endsInTime();
    void watches();
};

void TestCheckPlaces::linksNothingOfAScreen()
{
    QProcess ldd;
    ldd.start(u"ldd"_s, {checkProgram()});
    QVERIFY(ldd.waitForFinished());
    const QString libraries = QString::fromUtf8(ldd.readAllStandardOutput());
    QVERIFY(libraries.contains(u"libQt6Core"_s));
    for (const QString &other : {u"Gui"_s, u"Widgets"_s, u"QCustomPlot"_s, u"HttpServer"_s,
             u"PrintSupport"_s, u"Svg"_s, u"libX11"_s, u"libwayland"_s})
        QVERIFY2(!libraries.contains(other, Qt::CaseInsensitive), qPrintable(libraries));
}

void TestCheckPlaces::runsInABareEnvironment()
{
    CheckStage stage;
    QProcessEnvironment bare;
    for (const char *variable : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(variable))
            bare.insert(QString::fromLatin1(variable), qEnvironmentVariable(variable));
    }
    bare.insert(u"GENAUTH_HOST"_s, stage.server.url().toString());
    bare.insert(u"GENAUTH_ACCESS_KEY_ID"_s, canaryKey().id);
    const QString file = stage.home.write(u"secret"_s, canaryKey().secret + '\n');
    const Ended ended = stage.runIn(bare, u"--secret-file "_s + file);
    QCOMPARE(ended.errors, QString());
    QCOMPARE(ended.exitCode, 0);
    QVERIFY(ended.output.contains(u"企业版套餐"_s) || ended.output.contains(u"Enterprise"_s));
    QCOMPARE(stage.home.files().size(), 1); // the secret
    QVERIFY(!QFile::exists(u"/.config/genauth-dashboard"_s));

    const Ended list = stage.runIn(bare, u"--all"_s);
    QCOMPARE(list.exitCode, 3);
    QVERIFY2(list.errors.contains(u"HOME"_s), qPrintable(list.errors));
    // A variable that is there and empty says as much.
    bare.insert(u"HOME"_s, QString());
    QCOMPARE(stage.runIn(bare, u"--secret-file "_s + file).exitCode, 0);
}

void TestCheckPlaces::anyZoneIsFine_data()
{
    QTest::addColumn<QString>("zone");
    for (const QString &zone : {u"America/New_York"_s, u"Europe/Berlin"_s, u"Asia/Shanghai"_s,
             u"UTC"_s, u"Pacific/Kiritimati"_s, u"Nowhere/AtAll"_s})
        QTest::newRow(qPrintable(zone)) << zone;
}

void TestCheckPlaces::anyZoneIsFine()
{
    QFETCH(QString, zone);
    CheckStage stage;
    stage.answer({.hoursLeft = std::nullopt, .endTime = u"2099-11-11 00:00:00"_s});
    stage.home.set(u"TZ"_s, zone);
    const QString when = u" --as-of 2099-10-13T00:00:01"_s; // 29 days before, less a second
    const Ended json = stage.run(u"--format json"_s + when);
    QCOMPARE(json.exitCode, 1);
    const QJsonObject pool =
        QJsonDocument::fromJson(json.output.toUtf8()).object()["pools"_L1][0].toObject();
    QCOMPARE(pool["end"_L1]["at"_L1].toString(), u"2099-11-10T16:00:00Z"_s);
    QCOMPARE(pool["secondsLeft"_L1].toInteger(), 29 * 86'400 - 1);
    QVERIFY(json.output.contains(u"\"asOf\": \"2099-10-12T16:00:01Z\""_s));
    const Ended text = stage.run(u"--language en"_s + when);
    QVERIFY2(text.output.contains(u"11 Nov 2099, 00:00 Beijing time"_s), qPrintable(text.output));
    QVERIFY(text.output.contains(u"as if it were 13 Oct 2099, 00:00:01 Beijing time"_s));
}

void TestCheckPlaces::asksForNoMoreThanItNeeds_data()
{
    QTest::addColumn<bool>("usageTells");
    QTest::newRow("the usage tells the MAU") << true;
    QTest::newRow("the history has to") << false;
}

void TestCheckPlaces::asksForNoMoreThanItNeeds()
{
    QFETCH(bool, usageTells);
    CheckStage stage;
    if (!usageTells)
        stage.server.answer(usagePath(), {goodAnswer({})});
    QCOMPARE(stage.run(u"--format json"_s).exitCode, 0);
    QCOMPARE(stage.server.hitsOn(tokenPath()), 1);
    QCOMPARE(stage.server.hitsOn(packagePath()), 1);
    QCOMPARE(stage.server.hitsOn(usagePath()), 1);
    QCOMPARE(stage.server.hitsOn(historyPath()), usageTells ? 0 : 1);
    QCOMPARE(stage.server.requests().size(), usageTells ? 3 : 4);
}

void TestCheckPlaces::speaksAsTheDashboardDoes()
{
    CheckStage stage;
    QVERIFY(stage.run(QString()).output.contains(u"Active"_s));
    stage.home.write(u".config/genauth-dashboard/dashboard.ini"_s, "[General]\nlanguage=zh\n");
    QVERIFY(stage.run(QString()).output.contains(u"正常"_s));
    QVERIFY(stage.run(u"--language en"_s).output.contains(u"Active"_s));
    QCOMPARE(stage.home.files().size(), 1); // as it was: it reads, and writes nothing
    QCOMPARE(stage.home.files().first(), "[General]\nlanguage=zh\n"_ba);
    // What programs read is the same in every language.
    QVERIFY(stage.run(u"--format csv"_s).output.startsWith(u"pool,user_pool_id,host,level,"_s));
}

void TestCheckPlaces::knowsNoColourButAtATerminal()
{
    CheckStage stage;
    QVERIFY(!stage.run(QString()).output.contains(u'\x1b'));
    // script(1) gives a program a terminal.
    const auto atATerminal = [&stage] {
        Program script(u"script"_s, {u"-qec"_s, checkProgram(), u"/dev/null"_s}, stage.home);
        return script.waitForEnd().output;
    };
    stage.home.set(u"TERM"_s, u"xterm"_s);
    if (QStandardPaths::findExecutable(u"script"_s).isEmpty())
        QSKIP("script(1) is not there");
    const QString coloured = atATerminal();
    QVERIFY2(coloured.contains(u"\x1b[32mOK\x1b[0m"_s), qPrintable(coloured));
    stage.home.set(u"NO_COLOR"_s, u"1"_s);
    const QString plain = atATerminal();
    QVERIFY(plain.contains(u"OK"_s));
    QVERIFY(!plain.contains(u"\x1b[32m"_s));
}

void TestCheckPlaces::saysWhatItDoes()
{
    CheckStage stage;
    stage.answerAll(refusal(403));
    const Ended ended = stage.run(u"--verbose"_s);
    QCOMPARE(ended.exitCode, 3);
    for (const QString &said :
        {stage.server.url().toString(), u"POST /api/v3/get-management-token HTTP 200"_s,
            u"GET /api/v3/get-current-package-info"_s, u"403"_s, u" ms"_s, u"requestId"_s,
            u"settings: "_s})
        QVERIFY2(ended.errors.contains(said), qPrintable(said + u"\n"_s + ended.errors));
    for (const QByteArray &secret : {canaryKey().secret, canaryToken()})
        QVERIFY(!(ended.errors + ended.output).contains(QString::fromUtf8(secret)));
    QCOMPARE(stage.run(u"--format json"_s).errors, QString());
}

void TestCheckPlaces::endsInTime()
{
    CheckStage stage;
    stage.answerAll(silence());
    QElapsedTimer timer;
    timer.start();
    const Ended ended = stage.run(u"--timeout 1 --format nagios"_s);
    QCOMPARE(ended.exitCode, 3);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(ended.output.startsWith(u"GENAUTH UNKNOWN - 127.0.0.1: "_s));
}

void TestCheckPlaces::watches()
{
    CheckStage stage;
    const QString file = stage.home.path(u"out.prom"_s);
    Program program(checkProgram(),
        {u"--watch"_s, u"10"_s, u"--format"_s, u"prometheus"_s, u"--output"_s, file}, stage.home);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 20'000);
    QCOMPARE(stage.server.hitsOn(packagePath()), 1);
    stage.answerAll(refusal(503));
    QTRY_COMPARE_WITH_TIMEOUT(stage.server.hitsOn(packagePath()), 2, 30'000);
    const auto says = [&file](const QByteArray &text) {
        QFile written(file);
        return written.open(QIODevice::ReadOnly) && written.readAll().contains(text);
    };
    // What was known stands beside it.
    QTRY_VERIFY_WITH_TIMEOUT(says("state=\"not_reachable\"} 1"), 20'000);
    QVERIFY(says("genauth_package_end_timestamp_seconds{"));
    QCOMPARE(stage.server.hitsOn(tokenPath()), 1);
    QVERIFY(!program.hasEnded());
    program.terminate();
    QTRY_VERIFY(program.hasEnded());
}

QTEST_GUILESS_MAIN(TestCheckPlaces)
#include "tst_checkplaces.moc"
