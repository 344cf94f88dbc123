// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/checkstage.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/jsonschema.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList Formats{u"text"_s, u"json"_s, u"nagios"_s, u"prometheus"_s, u"csv"_s};

/** 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN. */
QString levelName(int exitCode)
{
    return QStringList{u"OK"_s, u"WARNING"_s, u"CRITICAL"_s, u"UNKNOWN"_s}.value(exitCode);
}

/** The level as each format says it. */
bool says(const QString &format, const QString &output, int exitCode)
{
    const QString level = levelName(exitCode);
    if (format == u"json"_s)
        return QJsonDocument::fromJson(output.toUtf8()).object()["level"_L1].toString() == level;
    if (format == u"nagios"_s)
        return output.startsWith(u"GENAUTH "_s + level + u" - "_s) && output.count(u'\n') == 1;
    if (format == u"prometheus"_s)
        return output.contains(u"genauth_level{pool=\"127.0.0.1\",host=\"127.0.0.1"_s) &&
               output.contains(u"\"} %1\n# HELP genauth_"_s.arg(exitCode));
    if (format == u"csv"_s)
        return output.split(u"\r\n"_s).value(1).split(u',').value(3) == level;
    return output.split(u'\n').value(1).startsWith(level + u' ');
}

QByteArray schemaText()
{
    QFile file(QStringLiteral(GENAUTH_SCHEMA));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/** States, formats and errors, by the program itself. */
class TestCheckExitCodes : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void states_data();
    void states();
    void thresholds_data();
    void thresholds();
    void errors_data();
    void errors();
    void errorsCountAsTold_data();
    void errorsCountAsTold();
    void theWorstOfAllPools();
    void wrongOptions_data();
    void wrongOptions();
    void rehearses();
    void helpAndVersion();
};

void TestCheckExitCodes::states_data()
{
    QTest::addColumn<StageAnswers>("answers");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char *name, const StageAnswers &answers, int exitCode) {
        QTest::addRow("%s, %s", name, qPrintable(answers.overdueDays))
            << answers << QString::fromLatin1(name) << exitCode;
    };
    row("overdue", {.hoursLeft = -50, .overdueDays = u"3"_s}, 2);
    row("ended", {.hoursLeft = -2}, 2);
    row("ends_very_soon", {.hoursLeft = 7 * 24 - 1}, 2);
    row("over_mau", {.mauUsed = 1001}, 1);
    row("ends_soon", {.hoursLeft = 30 * 24 - 1}, 1);
    // Of two figures that contradict each other the worse one comes first.
    row("overdue", {.hoursLeft = 100 * 24, .overdueDays = u"3"_s}, 2);
    row("right_at_limit", {.isRightAtLimit = true}, 1);
    row("unknown", {.hoursLeft = std::nullopt, .endTime = u"soon"_s}, 3);
    row("no_end_date", {.hoursLeft = std::nullopt, .endTime = u"9999-12-31 00:00:00"_s}, 0);
    row("active", {}, 0);
}

void TestCheckExitCodes::states()
{
    QFETCH(StageAnswers, answers);
    QFETCH(QString, state);
    QFETCH(int, exitCode);
    CheckStage stage;
    stage.answer(answers);
    for (const QString &format : Formats) {
        const Ended ended = stage.run(u"--format "_s + format);
        QCOMPARE(ended.errors, QString());
        QCOMPARE(ended.exitCode, exitCode);
        QVERIFY2(says(format, ended.output, exitCode), qPrintable(ended.output));
        if (format == u"json"_s) {
            const QJsonObject json = QJsonDocument::fromJson(ended.output.toUtf8()).object();
            QCOMPARE(JsonSchema(schemaText()).violations(json), QStringList());
            QCOMPARE(json["pools"_L1][0]["state"_L1].toString(), state);
        }
        QVERIFY(!ended.output.contains(QString::fromUtf8(canaryKey().secret)));
    }
}

void TestCheckExitCodes::thresholds_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("exitCode");
    // 20 days left, 900 of 1000 MAU used.
    QTest::newRow("usual") << QString() << 1;
    QTest::newRow("later warning") << u"--warning-days 10"_s << 0;
    QTest::newRow("earlier critical") << u"--critical-days 20"_s << 2;
    QTest::newRow("no days") << u"--warning-days 0 --critical-days 0"_s << 0;
    QTest::newRow("lower MAU") << u"--warning-days 0 --mau-warning-percent 90"_s << 1;
    QTest::newRow("critical MAU") << u"--warning-days 0 --mau-critical-percent 90"_s << 2;
}

void TestCheckExitCodes::thresholds()
{
    QFETCH(QString, options);
    CheckStage stage;
    stage.answer({.hoursLeft = 20 * 24 - 1, .mauUsed = 900});
    QTEST(stage.run(options).exitCode, "exitCode");
}

void TestCheckExitCodes::errors_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("kind");
    QTest::newRow("closed") << close() << u"ConnectionClosed"_s;
    QTest::newRow("silent") << silence() << u"TimedOut"_s;
    QTest::newRow("HTTP 500") << send(HttpText{.status = 500, .body = "{}"}) << u"ServerError"_s;
    QTest::newRow("HTML") << send(HttpText{.contentType = "text/html", .body = "<html></html>"})
                          << u"HtmlAnswer"_s;
    QTest::newRow("cut") << send(HttpText{.body = "{\"statusCode\":200,"}) << u"MalformedAnswer"_s;
    QTest::newRow("redirect") << redirect(302, "http://elsewhere.example/") << u"Redirected"_s;
    QTest::newRow("refused") << refusal(403) << u"Forbidden"_s;
    QTest::newRow("throttled") << refusal(429) << u"Throttled"_s;
    QTest::newRow("key refused") << refusal(401) << u"KeyRefused"_s;
}

void TestCheckExitCodes::errors()
{
    QFETCH(Script, script);
    QFETCH(QString, kind);
    CheckStage stage;
    stage.answerAll(script);
    for (const QString &format : Formats) {
        const Ended ended = stage.run(u"--timeout 1 --format "_s + format);
        QCOMPARE(ended.exitCode, 3);
        QVERIFY2(says(format, ended.output, 3), qPrintable(ended.output));
        if (format == u"json"_s) {
            const QJsonObject json = QJsonDocument::fromJson(ended.output.toUtf8()).object();
            QCOMPARE(JsonSchema(schemaText()).violations(json), QStringList());
            QCOMPARE(json["pools"_L1][0]["errors"_L1][0]["kind"_L1].toString(), kind);
        }
    }
}

void TestCheckExitCodes::errorsCountAsTold_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("usual") << QString() << 3;
    QTest::newRow("unknown") << u"--on-error unknown"_s << 3;
    QTest::newRow("warning") << u"--on-error warning"_s << 1;
    QTest::newRow("critical") << u"--on-error critical"_s << 2;
}

void TestCheckExitCodes::errorsCountAsTold()
{
    QFETCH(QString, options);
    CheckStage stage;
    stage.server.answer(tokenPath(), {refusal(400, 2333)});
    QTEST(stage.run(options).exitCode, "exitCode");
    // Nobody listens there any more.
    const QUrl gone = FaultyServer().url();
    stage.home.set(u"GENAUTH_HOST"_s, gone.toString());
    QTEST(stage.run(options).exitCode, "exitCode");
    // Of a pool that answers it changes nothing.
    stage.home.set(u"GENAUTH_HOST"_s, stage.server.url().toString());
    stage.server.answer(tokenPath(), {goodToken()});
    QCOMPARE(stage.run(options).exitCode, 0);
}

void TestCheckExitCodes::theWorstOfAllPools()
{
    CheckStage stage;
    const auto run = [&stage](const QString &arguments) { return stage.run(arguments).exitCode; };
    QCOMPARE(run(u"--demo"_s), 2);
    QCOMPARE(run(u"--demo Staging"_s), 0);
    QCOMPARE(run(u"--demo=Partners"_s), 1);
    QCOMPARE(run(u"--demo trial"_s), 3);
    const Ended none = stage.run(u"--demo Nobody"_s);
    QCOMPARE(none.exitCode, 3);
    QCOMPARE(none.output, QString());
    QVERIFY(none.errors.contains(u"Production, "_s));
}

void TestCheckExitCodes::wrongOptions_data()
{
    QTest::addColumn<QString>("arguments");
    for (const QString &arguments : {u"--bogus"_s, u"--format xml"_s, u"--warning-days x"_s,
             u"--all --demo"_s, u"--all"_s, u"--pool x"_s, u"--secret-file /nowhere"_s,
             u"--secret-stdin"_s, u"--as-of 2026-01-01 --output x"_s, u"--record"_s})
        QTest::newRow(qPrintable(arguments)) << arguments;
}

void TestCheckExitCodes::wrongOptions()
{
    QFETCH(QString, arguments);
    CheckStage stage;
    const Ended ended = stage.run(arguments);
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(ended.output, QString());
    QCOMPARE(ended.errors.count(u'\n'), 1);
    const Ended nagios = stage.run(u"--format nagios "_s + arguments);
    QCOMPARE(nagios.exitCode, 3);
    if (!arguments.startsWith(u"--format"_s))
        QVERIFY2(nagios.output.startsWith(u"GENAUTH UNKNOWN - "_s), qPrintable(nagios.output));
    QCOMPARE(stage.server.requests().size(), 0);
}

void TestCheckExitCodes::rehearses()
{
    CheckStage stage;
    const QDateTime later = QDateTime::currentDateTimeUtc().addDays(190);
    for (const QString &format : Formats) {
        const Ended ended =
            stage.run(u"--as-of %1 --format %2"_s.arg(later.toString(Qt::ISODate), format));
        QCOMPARE(ended.exitCode, 1);
        QVERIFY(ended.output.contains(u"simulated"_s, Qt::CaseInsensitive));
    }
    QCOMPARE(stage.home.files().size(), 0);
}

void TestCheckExitCodes::helpAndVersion()
{
    CheckStage stage;
    const Ended help = stage.run(u"--help"_s);
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains(u"--mau-critical-percent"_s));
    const Ended version = stage.run(u"--version"_s);
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith(u"genauth-check "_s));
    QCOMPARE(version.lines().size(), 1);
}

QTEST_GUILESS_MAIN(TestCheckExitCodes)
#include "tst_checkexitcodes.moc"
