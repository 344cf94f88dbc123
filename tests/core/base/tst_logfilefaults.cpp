// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing stops the log: no file, a full disk, other handlers, threads, the end of the program.

#include "core/base/logfile.h"
#include "tests/core/base/logwatch.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcTest, "genauth.test", QtDebugMsg)

/** Logs the time it was asked for, which a clock must not do. */
class TalkativeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        qCWarning(lcTest) << "the clock speaks";
        return FakeClock().nowUtc();
    }
};

int handled = 0;
void countMessage(QtMsgType, const QMessageLogContext &, const QString &)
{
    ++handled;
}

QtMessageHandler handedDown = nullptr;
void handDown(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    handedDown(type, context, message);
}

QtMessageHandler currentHandler()
{
    const QtMessageHandler handler = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(handler);
    return handler;
}

/** What this program does when it is started as the child of a test. */
int dieOfFatalMessage(const QString &path)
{
    const rlimit noCore = {};
    ::setrlimit(RLIMIT_CORE, &noCore);
    const SystemClock clock;
    const LogFile log(path, clock);
    qCWarning(lcTest, "before");
    qFatal("the end: Bearer abc");
}

} // namespace

class TestLogFileFaults : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void goesOnWithoutFile_data();
    void goesOnWithoutFile();
    void triesAgainLater();
    void goesOnWhenDiskIsFull();
    void putsTheHandlerBack();
    void leavesLaterHandlers();
    void standsMessagesWhileLogging();
    void standsThreads_data();
    void standsThreads();
    void endsWithFatalMessages();

private:
    [[nodiscard]] QByteArray content() const { return contentOf(m_path); }

    std::optional<QTemporaryDir> m_folder;
    QString m_path;
    FakeClock m_clock;
};

void TestLogFileFaults::init()
{
    failOnQtWarnings();
    qunsetenv("QT_LOGGING_RULES");
    qunsetenv("QT_LOGGING_CONF");
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"dashboard.log"_s);
    m_clock.set(FakeClock().nowUtc());
}

void TestLogFileFaults::goesOnWithoutFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("a device that is full") << u"/dev/full"_s << QByteArray("Not a regular file");
    QTest::newRow("a device") << u"/dev/null"_s << QByteArray("Not a regular file");
    QTest::newRow("no such device") << u"/proc/x/y"_s << QByteArray("No such file or directory");
    QTest::newRow("a folder") << u"/"_s << QByteArray("Is a directory");
    QTest::newRow("in a file") << u"/dev/null/x"_s << QByteArray("Not a directory");
    QTest::newRow("too long") << u"/tmp/"_s + QString(300, u'x')
                              << QByteArray("File name too long");
    QTest::newRow("two lines") << u"/proc/a\nb\x1b"_s << QByteArray("No such file or directory");
}

void TestLogFileFaults::goesOnWithoutFile()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, why);
    StderrCapture errors;
    const LogFile log(path, m_clock);
    qCInfo(lcTest, "one");
    qCWarning(lcTest, "two");
    m_clock.advance(LogFile::RetryAfter);
    qCWarning(lcTest, "three");
    const QList<QByteArray> lines = errors.text().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(0).startsWith("genauth.log: \"/"), lines.at(0).constData());
    QVERIFY2(lines.at(0).endsWith("without it: " + why), lines.at(0).constData());
    QCOMPARE(lines.at(1), "genauth.test: two");
    QCOMPARE(lines.at(2), "genauth.test: three");
}

void TestLogFileFaults::triesAgainLater()
{
    StderrCapture errors;
    QVERIFY(QDir().mkdir(m_path));
    const LogFile log(m_path, m_clock);
    qCInfo(lcTest, "lost");
    QVERIFY(QDir().rmdir(m_path));
    m_clock.advance(LogFile::RetryAfter - 1ms);
    qCInfo(lcTest, "lost too");
    QVERIFY(!QFile::exists(m_path));
    m_clock.advance(1ms);
    qCInfo(lcTest, "kept");
    QVERIFY(content().endsWith(" kept\n"));
    QCOMPARE(content().count('\n'), 1);
    // A clock that was put back does not silence it either.
    QVERIFY(QFile::remove(m_path));
    QVERIFY(QDir().mkdir(m_path));
    qCInfo(lcTest, "lost");
    QVERIFY(QDir().rmdir(m_path));
    m_clock.advance(-24h);
    qCInfo(lcTest, "kept");
    QVERIFY(content().endsWith(" kept\n"));
    QCOMPARE(errors.text().count('\n'), 1);
}

void TestLogFileFaults::goesOnWhenDiskIsFull()
{
    StderrCapture errors;
    const LogFile log(m_path, m_clock);
    qCInfo(lcTest, "first");
    const QByteArray first = content();
    // As long as this limit stands, no file can grow: the next best thing to a disk that is full.
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handlerBefore = ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{static_cast<rlim_t>(first.size()) + 10, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    qCInfo(lcTest, "too long by far for what is left");
    qCInfo(lcTest, "lost");
    m_clock.advance(LogFile::RetryAfter);
    qCInfo(lcTest, "lost too");
    const QByteArray full = content();
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, handlerBefore);
    QCOMPARE(full, first);
    m_clock.advance(LogFile::RetryAfter);
    qCInfo(lcTest, "again");
    QCOMPARE(content(), first + "2026-07-01T12:02:00.000Z INFO genauth.test: again\n");
}

void TestLogFileFaults::putsTheHandlerBack()
{
    const QtMessageHandler before = qInstallMessageHandler(countMessage);
    handled = 0;
    {
        StderrCapture errors;
        const LogFile log(m_path, m_clock);
        qCWarning(lcTest, "into the log");
    }
    qCWarning(lcTest, "no more");
    QVERIFY(qInstallMessageHandler(before) == &countMessage);
    QCOMPARE(handled, 1);
    QCOMPARE(content().count('\n'), 1);
}

void TestLogFileFaults::leavesLaterHandlers()
{
    StderrCapture errors;
    const QtMessageHandler before = currentHandler();
    {
        const LogFile log(m_path, m_clock);
        handedDown = qInstallMessageHandler(handDown);
        qCWarning(lcTest, "into the log");
    }
    // What is still handed down to a log that is gone is redacted nevertheless.
    qCWarning(lcTest, "Bearer abc");
    QVERIFY(qInstallMessageHandler(before) == &handDown);
    QCOMPARE(content().count('\n'), 1);
    QCOMPARE(errors.text(), "genauth.test: into the log\ngenauth.test: Bearer [hidden]\n");
}

void TestLogFileFaults::standsMessagesWhileLogging()
{
    StderrCapture errors;
    const TalkativeClock clock;
    const LogFile log(m_path, clock);
    qCWarning(lcTest, "a message");
    QCOMPARE(content(), "2026-07-01T12:00:00.000Z WARNING genauth.test: a message\n");
    QCOMPARE(errors.text(), "the clock speaks\ngenauth.test: a message\n");
}

void TestLogFileFaults::standsThreads_data()
{
    QTest::addColumn<qint64>("maxBytes");
    QTest::newRow("one file") << LogFile::DefaultMaxBytes;
    QTest::newRow("many turns") << BoundedFile::LeastBytes;
}

void TestLogFileFaults::standsThreads()
{
    QFETCH(const qint64, maxBytes);
    constexpr int Threads = 8;
    constexpr int Each = 500;
    {
        StderrCapture errors;
        const LogFile log(m_path, m_clock, maxBytes);
        std::vector<std::thread> threads;
        threads.reserve(Threads);
        for (int number = 0; number < Threads; ++number)
            threads.emplace_back([number] {
                for (int i = 0; i < Each; ++i)
                    qCInfo(lcTest, "thread %d says %d, and Bearer x%d", number, i, i);
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(errors.text(), QByteArray());
    }
    QList<int> last(Threads, -1);
    QList<QByteArray> lines = (contentOf(m_path + u".1"_s) + content()).split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    for (const QByteArray &line : lines) {
        const int number = line.split(' ').value(4).toInt();
        const int said = line.split(' ').value(6).chopped(1).toInt();
        QCOMPARE(line, "2026-07-01T12:00:00.000Z INFO genauth.test: thread " +
                           QByteArray::number(number) + " says " + QByteArray::number(said) +
                           ", and Bearer [hidden]");
        QVERIFY(said > last[number]);
        last[number] = said;
    }
    // Nothing is lost but what was turned out.
    if (maxBytes == LogFile::DefaultMaxBytes)
        QCOMPARE(lines.size(), Threads * Each);
    else
        QVERIFY(QFileInfo(m_path + u".1"_s).size() > maxBytes - 100);
}

void TestLogFileFaults::endsWithFatalMessages()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"fatal"_s, m_path});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(child.readAllStandardError(), "genauth.test: before\nthe end: Bearer [hidden]\n");
    QCOMPARE(content().count('\n'), 2);
    QVERIFY2(content().endsWith("Z FATAL default: the end: Bearer [hidden]\n"), content());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"fatal")
        return dieOfFatalMessage(arguments.value(2));
    TestLogFileFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_logfilefaults.moc"
