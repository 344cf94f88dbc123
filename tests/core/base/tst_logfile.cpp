// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the log says, and where. Its size: tst_boundedfile. What does not stop it:
// tst_logfilefaults.

#include "core/base/logfile.h"
#include "core/base/logging.h"
#include "core/base/redaction.h"
#include "tests/core/base/logwatch.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>
#include <sys/stat.h>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcTest, "genauth.test", QtDebugMsg)
Q_LOGGING_CATEGORY(lcQt, "qt.test", QtDebugMsg)

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void writesOneLineAMessage_data();
    void writesOneLineAMessage();
    void writesMessagesWithoutCategory();
    void printsOnStandardError_data();
    void printsOnStandardError();
    void printsAllWhenAsked_data();
    void printsAllWhenAsked();
    void keepsSecretsOut();
    void escapesForgedLines();
    void boundsOneLine();
    void opensAtTheFirstMessage();
    void makesPrivateFolders();
    void needsNoFile();
    void knowsItsPlace_data();
    void knowsItsPlace();

private:
    [[nodiscard]] QByteArray content() const { return contentOf(m_path); }

    std::optional<QTemporaryDir> m_folder;
    QString m_path;
    FakeClock m_clock;
};

void TestLogFile::init()
{
    failOnQtWarnings();
    qunsetenv("QT_LOGGING_RULES");
    qunsetenv("QT_LOGGING_CONF");
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"dashboard.log"_s);
    m_clock.set(FakeClock().nowUtc());
}

void TestLogFile::writesOneLineAMessage_data()
{
    QTest::addColumn<std::function<void()>>("say");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const QByteArray &line, const std::function<void()> &say) {
        QTest::newRow(line.constData()) << say << line;
    };
    row("DEBUG genauth.test: some text", [] { qCDebug(lcTest, "some text"); });
    row("INFO genauth.test: 套餐 \"x\"", [] { qCInfo(lcTest) << "套餐" << u"x"_s; });
    row("WARNING qt.test: w", [] { qCWarning(lcQt, "w"); });
    row("CRITICAL genauth.test: c", [] { qCCritical(lcTest, "c"); });
    row("INFO genauth.api: GET \"/api/v3/get-orders\" HTTP 200 in 35 ms",
        [] { qCInfo(lcApi) << "GET" << u"/api/v3/get-orders"_s << "HTTP" << 200 << "in 35 ms"; });
    row("WARNING default: qWarning", [] { qWarning("qWarning"); });
    row("WARNING genauth.test: ", [] { qCWarning(lcTest, "%s", ""); });
}

void TestLogFile::writesOneLineAMessage()
{
    QFETCH(const std::function<void()>, say);
    QFETCH(const QByteArray, line);
    m_clock.set(QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6, 7), Qt::UTC));
    {
        StderrCapture errors;
        const LogFile log(m_path, m_clock);
        say();
        m_clock.advance(1ms);
        say();
    }
    QCOMPARE(content(),
        "2026-02-03T04:05:06.007Z " + line + "\n2026-02-03T04:05:06.008Z " + line + "\n");
}

void TestLogFile::writesMessagesWithoutCategory()
{
    StderrCapture errors;
    const LogFile log(m_path, m_clock);
    const QtMessageHandler handler = qInstallMessageHandler(nullptr);
    qInstallMessageHandler(handler);
    handler(QtWarningMsg, QMessageLogContext(), u"by hand"_s);
    QCOMPARE(content(), "2026-07-01T12:00:00.000Z WARNING default: by hand\n");
}

void TestLogFile::printsOnStandardError_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("with a file") << u"x.log"_s;
    QTest::newRow("without") << QString();
}

void TestLogFile::printsOnStandardError()
{
    QFETCH(const QString, path);
    StderrCapture errors;
    const LogFile log(path.isEmpty() ? path : m_folder->filePath(path), m_clock);
    qCDebug(lcTest, "debug");
    qCInfo(lcTest, "info");
    qCWarning(lcTest, "Bearer abc\n%s", "x");
    qCCritical(lcTest, "critical");
    qWarning("plain");
    // As Qt's own handler lays it out.
    QCOMPARE(errors.text(), "genauth.test: Bearer [hidden]\\nx\ngenauth.test: critical\nplain\n");
}

void TestLogFile::printsAllWhenAsked_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::newRow("rules") << QByteArray("QT_LOGGING_RULES");
    QTest::newRow("conf") << QByteArray("QT_LOGGING_CONF");
}

void TestLogFile::printsAllWhenAsked()
{
    QFETCH(const QByteArray, variable);
    qputenv(variable.constData(), "x");
    StderrCapture errors;
    const LogFile log(m_path, m_clock);
    qCDebug(lcTest, "debug /p?x");
    qCInfo(lcTest, "info");
    QCOMPARE(errors.text(), "genauth.test: debug /p?[hidden]\ngenauth.test: info\n");
}

void TestLogFile::keepsSecretsOut()
{
    StderrCapture errors;
    const QByteArray secret = "CANARY-0123456789";
    const SecretMark mark(secret);
    const LogFile log(m_path, m_clock);
    qCWarning(lcTest) << secret << secret.toBase64() << secret.toHex();
    qCWarning(lcQt, "https://u:%s@h/?k=%s", secret.constData(), secret.constData());
    qWarning("authing id:%s", secret.constData());
    const QByteArray all = content() + errors.text();
    QCOMPARE(all.count("[hidden]"), 2 * (3 + 2 + 1));
    for (const QByteArray &dress : {secret, secret.toBase64(), secret.toHex()})
        QVERIFY2(!all.contains(dress), all.constData());
}

void TestLogFile::escapesForgedLines()
{
    StderrCapture errors;
    const LogFile log(m_path, m_clock);
    qCWarning(lcTest).noquote() << u"evil\n2026-07-01T12:00:00.000Z ERROR fake\r\x1b[2J\u202e"_s;
    const QByteArray text = "evil\\n2026-07-01T12:00:00.000Z ERROR fake\\r\\x1b[2J\\u202e\n";
    QCOMPARE(content(), "2026-07-01T12:00:00.000Z WARNING genauth.test: " + text);
    QCOMPARE(errors.text(), "genauth.test: " + text);
}

void TestLogFile::boundsOneLine()
{
    StderrCapture errors;
    const QByteArray longName(100'000, 'n');
    const QLoggingCategory category(longName.constData());
    const LogFile log(m_path, m_clock);
    qCWarning(category).noquote() << QString(100'000, u'套');
    QCOMPARE(content().count('\n'), 1);
    QVERIFY(content().endsWith("套套…\n"));
    QVERIFY(content().size() <= BoundedFile::LeastBytes);
}

void TestLogFile::opensAtTheFirstMessage()
{
    StderrCapture errors;
    const LogFile log(m_path, m_clock);
    QVERIFY(!QFile::exists(m_path));
    qCInfo(lcTest, "first");
    QVERIFY(QFile::exists(m_path));
}

void TestLogFile::makesPrivateFolders()
{
    // The strangest umasks: one that takes nothing away, and one that takes all.
    for (const mode_t mask : {mode_t(0), mode_t(0777)}) {
        const QString folder = m_folder->filePath(QString::number(mask));
        const mode_t before = ::umask(mask);
        {
            StderrCapture errors;
            const LogFile log(folder + u"/a/b/x.log"_s, m_clock);
            qCInfo(lcTest, "first");
        }
        ::umask(before);
        struct stat status = {};
        for (const QString &made : {folder, folder + u"/a"_s, folder + u"/a/b"_s}) {
            QCOMPARE(::stat(QFile::encodeName(made).constData(), &status), 0);
            QCOMPARE(status.st_mode & 07777, 0700U);
        }
        QCOMPARE(::stat(QFile::encodeName(folder + u"/a/b/x.log"_s).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0600U);
    }
}

void TestLogFile::needsNoFile()
{
    StderrCapture errors;
    QDir::setCurrent(m_folder->path());
    const LogFile log({}, m_clock);
    qCWarning(lcTest, "w");
    QCOMPARE(errors.text(), "genauth.test: w\n");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestLogFile::knowsItsPlace_data()
{
    QTest::addColumn<QByteArray>("home");
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QString>("file");
    const auto row = [](const char *home, const char *state, const QString &file) {
        QTest::addRow("HOME=%s XDG_STATE_HOME=%s", home, state)
            << QByteArray(home) << QByteArray(state) << file;
    };
    const QString inHome = u"/h/.local/state/genauth-dashboard/dashboard.log"_s;
    row("/h", "", inHome);
    row("/h", "relative", inHome);
    row("/h", "/s", u"/s/genauth-dashboard/dashboard.log"_s);
    row("", "/s", u"/s/genauth-dashboard/dashboard.log"_s);
    row("", "", {});
    row("", "relative", {});
    row("relative", "", {});
}

void TestLogFile::knowsItsPlace()
{
    QFETCH(const QByteArray, home);
    QFETCH(const QByteArray, state);
    const QByteArray homeBefore = qgetenv("HOME");
    qputenv("HOME", home);
    qputenv("XDG_STATE_HOME", state);
    const QString file = LogFile::defaultFile();
    qputenv("HOME", homeBefore);
    qunsetenv("XDG_STATE_HOME");
    QTEST(file, "file");
}

QTEST_APPLESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
