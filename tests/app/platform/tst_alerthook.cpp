// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/alerthook.h"

#include "core/base/redaction.h"
#include "tests/support/heartbeat.h"
#include "tests/support/logcapture.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using End = HookResult::End;

namespace {

/** One that has ended, but that nobody has asked about yet, is not. */
bool isRunning(qint64 processId)
{
    QFile state(u"/proc/%1/stat"_s.arg(processId));
    return ::kill(static_cast<pid_t>(processId), 0) == 0 &&
           !(state.open(QIODevice::ReadOnly) && state.readAll().contains(") Z "));
}

} // namespace

class TestAlertHook : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void endsAsTheCommandDoes_data();
    void endsAsTheCommandDoes();
    void aCommandThatIsNotThere_data();
    void aCommandThatIsNotThere();
    void endsWhatTakesTooLong_data();
    void endsWhatTakesTooLong();
    void handsOverTheJson();
    void showsNothingOfOurEnvironment();
    void runsAtHome();
    void usesNoShell();
    void keepsTheBeginningOfTheOutput();
    void logsWithoutSecrets();
    void runsOneAfterAnother();
    void dropsTheOldestThatWaits();
    void killsWhatRunsWhenItGoes();
    void mayGoBeforeItHasStarted();

private:
    [[nodiscard]] QString script(const QByteArray &commands);
    [[nodiscard]] QByteArray written(const QString &name) const;
    /** What the script wrote to "$0.pid", once it did. */
    [[nodiscard]] qint64 processIdOf(const QString &script) const;
    static HookResult resultOf(const HookCommand &command, const QByteArray &json = {});

    QTemporaryDir m_folder;
    int m_scripts = 0;
};

QString TestAlertHook::script(const QByteArray &commands)
{
    const QString path = m_folder.filePath(u"script%1"_s.arg(++m_scripts));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + commands + '\n') < 0 ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("the script cannot be written");
    return path;
}

QByteArray TestAlertHook::written(const QString &name) const
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 TestAlertHook::processIdOf(const QString &script) const
{
    const QString name = script + u".pid"_s;
    if (!QTest::qWaitFor([&] { return written(name).endsWith('\n'); }, 10'000))
        qFatal("the script does not say who it is");
    return written(name).trimmed().toLongLong();
}

HookResult TestAlertHook::resultOf(const HookCommand &command, const QByteArray &json)
{
    AlertHook hook(100ms);
    QSignalSpy ended(&hook, &AlertHook::ended);
    const int run = hook.run(command, json);
    if (!ended.wait(30'000))
        qFatal("the command has not ended");
    const auto result = ended.constFirst().constFirst().value<HookResult>();
    if (result.run != run || ended.size() != 1)
        qFatal("another run has ended");
    return result;
}

void TestAlertHook::endsAsTheCommandDoes_data()
{
    QTest::addColumn<QByteArray>("commands");
    QTest::addColumn<End>("end");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("well") << QByteArray("cat") << End::Exited << 0;
    QTest::newRow("badly") << QByteArray("exit 7") << End::Exited << 7;
    QTest::newRow("by a signal") << QByteArray("kill -SEGV $$") << End::Crashed << 0;
    QTest::newRow("without reading") << QByteArray("exec <&-; exit 0") << End::Exited << 0;
    QTest::newRow("leaving something behind")
        << QByteArray("sleep 60 & echo $! > \"$0.pid\"") << End::Exited << 0;
}

void TestAlertHook::endsAsTheCommandDoes()
{
    QFETCH(QByteArray, commands);
    QFETCH(End, end);
    QFETCH(int, exitCode);
    const LogCapture log;
    const QString program = script(commands);
    // More than a pipe holds.
    const HookResult result = resultOf({program, {}}, QByteArray(300'000, 'x'));
    QCOMPARE(result.end, end);
    QCOMPARE(result.exitCode, exitCode);
    QCOMPARE(result.isGood(), end == End::Exited && exitCode == 0);
    QCOMPARE(log.warnings().isEmpty(), result.isGood());
    if (commands.contains("sleep")) { // is its own master
        const qint64 left = processIdOf(program);
        QVERIFY(isRunning(left));
        ::kill(static_cast<pid_t>(left), SIGKILL);
    }
}

void TestAlertHook::aCommandThatIsNotThere_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("none") << QString();
    QTest::newRow("missing") << m_folder.filePath(u"missing"_s);
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("a line for a shell") << u"echo hello"_s;
}

void TestAlertHook::aCommandThatIsNotThere()
{
    QFETCH(QString, program);
    const LogCapture log;
    const HookResult result = resultOf({program, {}}, "{}");
    QCOMPARE(result.end, End::NotStarted);
    QVERIFY(!result.isGood());
    QVERIFY2(log.warnings().contains("genauth.hook"), log.text().constData());
}

void TestAlertHook::endsWhatTakesTooLong_data()
{
    QTest::addColumn<QByteArray>("commands");
    QTest::newRow("that listens") << QByteArray("exec sleep 600");
    QTest::newRow("that listens and ends well") << QByteArray("trap 'exit 0' TERM; sleep 600");
    QTest::newRow("that is deaf") << QByteArray("trap '' TERM; exec sleep 600");
    QTest::newRow("that waits for another") << QByteArray("sleep 600; exit 0");
    QTest::newRow("with another that is deaf")
        << QByteArray("(trap '' TERM; exec sleep 600) & echo $! > \"$0.pid\"; wait");
    QTest::newRow("that never stops talking") << QByteArray("exec yes");
}

void TestAlertHook::endsWhatTakesTooLong()
{
    QFETCH(QByteArray, commands);
    const LogCapture log;
    const QString program =
        script(commands.contains(".pid") ? commands : "echo $$ > \"$0.pid\"; " + commands);
    Heartbeat heartbeat;
    const HookResult result = resultOf({program, {}, 1s});
    QCOMPARE(result.end, End::TimedOut);
    QVERIFY(!result.isGood());
    const qint64 process = processIdOf(program);
    QTRY_VERIFY(!isRunning(process));
    QVERIFY2(log.warnings().contains("too long"), log.text().constData());
    QVERIFY2(heartbeat.longestTurn() < 200, qPrintable(QString::number(heartbeat.longestTurn())));
}

void TestAlertHook::handsOverTheJson()
{
    const QByteArray json = "{\"rule\":\"ended\",\"zh\":\"到期\"}\n";
    const HookResult result = resultOf({script("cat; echo and this >&2"), {}}, json);
    QVERIFY(result.isGood());
    QCOMPARE(result.output, QString::fromUtf8(json) + u"and this\n"_s);
}

void TestAlertHook::showsNothingOfOurEnvironment()
{
    qputenv("GENAUTH_ACCESS_KEY_SECRET", "canary");
    qputenv("CREDENTIALS_DIRECTORY", "/run/canary");
    const HookResult result = resultOf({u"env"_s, {}});
    qunsetenv("GENAUTH_ACCESS_KEY_SECRET");
    qunsetenv("CREDENTIALS_DIRECTORY");
    QVERIFY(result.isGood());
    QVERIFY2(result.output.contains("PATH="_L1), qPrintable(result.output));
    for (const auto &text : {"canary"_L1, "GENAUTH_"_L1, "CREDENTIALS_DIRECTORY"_L1})
        QVERIFY2(!result.output.contains(text), qPrintable(result.output));
}

void TestAlertHook::runsAtHome()
{
    QCOMPARE(resultOf({u"pwd"_s, {}}).output.trimmed(), QDir::home().canonicalPath());
}

void TestAlertHook::usesNoShell()
{
    const QStringList arguments{u"$(id) `id` ; exit 3 | \"'"_s, QString(), u"*"_s, u"生产"_s};
    const HookResult result = resultOf({script("printf '[%s]' \"$@\""), arguments});
    QCOMPARE(result.output, u"["_s + arguments.join(u"]["_s) + u"]"_s);
}

void TestAlertHook::keepsTheBeginningOfTheOutput()
{
    const HookResult result =
        resultOf({script("echo begins; head -c 1000000 /dev/zero | tr '\\0' y; echo ends"), {}});
    QVERIFY(result.isGood());
    QVERIFY(result.output.startsWith("begins\nyyy"_L1));
    QCOMPARE(result.output.size(), AlertHook::MaxOutput);
}

void TestAlertHook::logsWithoutSecrets()
{
    const SecretMark mark("a-secret-of-the-pool");
    const LogCapture log;
    const HookResult result = resultOf(
        {script("echo I was told a-secret-of-the-pool; exit 5"), {u"an-argument"_s}}, "its input");
    QCOMPARE(result.exitCode, 5);
    const QByteArray text = log.text();
    QVERIFY2(text.contains("genauth.hook") && text.contains("I was told [hidden]") &&
                 text.contains("code 5"),
        text.constData());
    QVERIFY2(
        !text.contains("a-secret") && !text.contains("an-argument") && !text.contains("its input"),
        text.constData());
}

void TestAlertHook::runsOneAfterAnother()
{
    AlertHook hook;
    QSignalSpy ended(&hook, &AlertHook::ended);
    const QString file = m_folder.filePath(u"order"_s);
    // Would be mixed up if two ran at once.
    const QString program = script("read n; echo +$n >> \"$1\"; sleep 0.05; echo -$n >> \"$1\"");
    for (int i = 0; i < 4; ++i)
        hook.run({program, {file}}, QByteArray::number(i) + '\n');
    QTRY_COMPARE(ended.size(), 4);
    QCOMPARE(written(file), QByteArray("+0\n-0\n+1\n-1\n+2\n-2\n+3\n-3\n"));
}

void TestAlertHook::dropsTheOldestThatWaits()
{
    const LogCapture log;
    AlertHook hook;
    QList<HookResult> results;
    connect(&hook, &AlertHook::ended, this, [&](const HookResult &ended) { results << ended; });
    const QString gate = m_folder.filePath(u"gate"_s);
    const QString program =
        script("echo $$ > \"$0.pid\"; until [ -e \"$1\" ]; do sleep 0.02; done");
    const int first = hook.run({program, {gate}}, {});
    QVERIFY(processIdOf(program) > 0); // it runs, and waits no more
    QList<int> waiting;
    for (int i = 0; i < AlertHook::MaxWaiting + 2; ++i)
        waiting << hook.run({u"true"_s, {}}, {});
    QTRY_COMPARE(results.size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(results.at(i).end, End::Dropped);
        QCOMPARE(results.at(i).run, waiting.at(i));
    }
    QCOMPARE(log.warnings().count("too many were waiting"), 2);
    QVERIFY(QFile(gate).open(QIODevice::WriteOnly));
    QTRY_COMPARE(results.size(), AlertHook::MaxWaiting + 3);
    QCOMPARE(results.at(2).run, first);
    QCOMPARE(results.constLast().run, waiting.constLast());
    QVERIFY(results.constLast().isGood());
}

void TestAlertHook::killsWhatRunsWhenItGoes()
{
    for (const QByteArray commands : {"echo $$ > \"$0.pid\"; exec sleep 600",
             "trap '' TERM; sleep 600 & echo $! > \"$0.pid\"; wait"}) {
        auto hook = std::make_unique<AlertHook>();
        QSignalSpy ended(hook.get(), &AlertHook::ended);
        const QString program = script(commands);
        hook->run({program, {}}, {});
        hook->run({u"true"_s, {}}, {});
        const qint64 process = processIdOf(program);
        QVERIFY(isRunning(process));
        QElapsedTimer timer;
        timer.start();
        hook.reset();
        QVERIFY2(timer.elapsed() < 150, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(!isRunning(process));
        QVERIFY(ended.isEmpty());
    }
}

void TestAlertHook::mayGoBeforeItHasStarted()
{
    {
        AlertHook hook;
        hook.run({u"true"_s, {}}, {});
    }
    QCoreApplication::processEvents();
    AlertHook idle;
}

QTEST_GUILESS_MAIN(TestAlertHook)
#include "tst_alerthook.moc"
