// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/checkstage.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/** genauth-check --output, and what it leaves there. */
class TestCheckOutput : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void writesWhatItWouldPrint();
    void othersMayReadIt();
    void sharedFoldersAreNotTrusted();
    void whatCannotBeWrittenIsUnknown();
    void standardOutputMayBeFull();
    void standardStreamsMayBeClosed();
    void watchingEndsWithItsReader();
    void endsWhateverHangs();
    void killedItLeavesTheOldOrTheNew();
};

void TestCheckOutput::writesWhatItWouldPrint()
{
    CheckStage stage;
    const QString file = stage.home.path(u"out"_s);
    for (const QString &format : {u"text"_s, u"nagios"_s, u"csv"_s, u"prometheus"_s, u"json"_s}) {
        const Ended ended = stage.run(u"--format %1 --output %2"_s.arg(format, file));
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.output, QString());
        QCOMPARE(ended.errors, QString());
        const QByteArray written = contentOf(file);
        QVERIFY(written.endsWith('\n'));
        QVERIFY(written.size() > 50);
    }
    QCOMPARE(stage.home.files().size(), 1);
}

void TestCheckOutput::othersMayReadIt()
{
    CheckStage stage;
    const QString file = stage.home.path(u"out.prom"_s);
    Program program(u"sh"_s,
        {u"-c"_s, u"umask 022; exec \"$0\" --format prometheus --output \"$1\""_s, checkProgram(),
            file},
        stage.home);
    QCOMPARE(program.waitForEnd().exitCode, 0);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(file).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0644u);
}

void TestCheckOutput::sharedFoldersAreNotTrusted()
{
    CheckStage stage;
    const QString shared = stage.home.path(u"shared"_s);
    QVERIFY(QDir().mkdir(shared));
    QCOMPARE(::chmod(QFile::encodeName(shared).constData(), 01777), 0);
    const QString victim = stage.home.write(u"victim"_s, "precious");
    QVERIFY(QFile::link(victim, shared + u"/out"_s));
    const Ended ended = stage.run(u"--output "_s + shared + u"/out"_s);
    QCOMPARE(ended.exitCode, 3);
    QVERIFY2(ended.errors.contains(u"symbolic link"_s), qPrintable(ended.errors));
    QCOMPARE(contentOf(victim), "precious"_ba);
}

void TestCheckOutput::whatCannotBeWrittenIsUnknown()
{
    CheckStage stage;
    QCOMPARE(stage.run(u"--output /nowhere/out"_s).exitCode, 3);
    // But the worst of both.
    stage.answer({.hoursLeft = -5});
    QCOMPARE(stage.run(u"--output /nowhere/out"_s).exitCode, 2);
}

void TestCheckOutput::standardOutputMayBeFull()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("no /dev/full here");
    CheckStage stage;
    Program program(u"sh"_s, {u"-c"_s, u"exec \"$0\" > /dev/full"_s, checkProgram()}, stage.home);
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.exitCode, 3);
    QVERIFY(!ended.errors.isEmpty());
}

void TestCheckOutput::standardStreamsMayBeClosed()
{
    CheckStage stage;
    const QString file = stage.home.path(u"out"_s);
    const auto run = [&](const QString &how) {
        Program program(u"sh"_s, {u"-c"_s, how, checkProgram(), file}, stage.home);
        return program.waitForEnd();
    };
    const Ended unread = run(u"exec \"$0\" >&-"_s);
    QCOMPARE(unread.exitCode, 3);
    QVERIFY(!unread.errors.isEmpty());
    QCOMPARE(run(u"exec \"$0\" --output \"$1\" <&- >&- 2>&-"_s).exitCode, 0);
    QVERIFY(contentOf(file).contains("Active"));
}

void TestCheckOutput::watchingEndsWithItsReader()
{
    CheckStage stage;
    Program program(u"sh"_s,
        {u"-c"_s, u"\"$0\" --format nagios --watch 10 | head -n 1; echo over"_s, checkProgram()},
        stage.home);
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.lines().size(), 2);
    QCOMPARE(stage.server.hitsOn(packagePath()), 2); // the second one had no reader any more
}

void TestCheckOutput::endsWhateverHangs()
{
    CheckStage stage;
    stage.answerAll(silence());
    Program program(checkProgram(), {u"--format"_s, u"nagios"_s}, stage.home);
    QTRY_COMPARE(stage.server.hitsOn(packagePath()), 1);
    QCOMPARE(::kill(static_cast<pid_t>(program.pid()), SIGALRM), 0); // as if it were that late
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(ended.output, u"GENAUTH UNKNOWN - the check did not end in time\n"_s);
}

void TestCheckOutput::killedItLeavesTheOldOrTheNew()
{
    constexpr int pools = 400; // so that there is something to write
    CheckStage stage;
    QStringList names;
    for (int i = 0; i < pools; ++i)
        names << u"Pool %1"_s.arg(i);
    stage.leaveList(names);
    stage.home.set(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    const QString folder = stage.home.path(u"out"_s);
    QVERIFY(QDir().mkdir(folder));
    const QString file = folder + u"/report.json"_s;
    const QStringList arguments{
        u"--all"_s, u"--format"_s, u"json"_s, u"--output"_s, file, u"--timeout"_s, u"20"_s};
    QCOMPARE(stage.run(arguments).exitCode, 3);
    for (int round = 0; round < 25; ++round) {
        const QByteArray before = contentOf(file);
        QFileSystemWatcher watcher({folder});
        QSignalSpy changed(&watcher, &QFileSystemWatcher::directoryChanged);
        Program program(checkProgram(), arguments, stage.home);
        QVERIFY(changed.wait(20'000)); // the new one has begun
        program.kill();
        QTRY_VERIFY(program.hasEnded());
        const QByteArray after = contentOf(file);
        const QJsonDocument json = QJsonDocument::fromJson(after);
        QVERIFY(after == before || json.object()["pools"_L1].toArray().size() == pools);
        QVERIFY(after.endsWith("}\n"));
    }
    // It goes on as if nothing had been.
    QCOMPARE(stage.run(arguments).exitCode, 3);
}

QTEST_GUILESS_MAIN(TestCheckOutput)
#include "tst_checkoutput.moc"
